"""What a question was understood as, in words."""

from __future__ import annotations

from registry.ask.reading import Intent
from registry.model.answers import Words

INTENTS: dict[Intent, Words] = {
    Intent.WHO: Words("谁负责或代行", "who is in charge or acts"),
    Intent.WHO_IF_AWAY: Words(
        "有人不在时谁负责或代行", "who is in charge or acts with people away"
    ),
    Intent.WHY: Words("依据是什么", "by which clauses"),
    Intent.SINCE: Words("从何时起", "since when"),
    Intent.HOLDS: Words("管什么", "what the person holds"),
    Intent.HEADS: Words("谁牵头", "who heads it"),
}
