"""What a clause takes from one leader: 沈望川同志不再分管市商务局."""

from __future__ import annotations

import re
from collections.abc import Iterator

from registry.model import facts
from registry.parsing.clause import evidence
from registry.parsing.lists import org_items
from registry.parsing.persons import NAME, bare_name, is_name
from registry.parsing.text import Passage

_RELEASED = re.compile(
    rf"(?:(?:^|[，；])(?P<who>{NAME})(?:同志)?)?(?:也|同时)?不再(?:协助)?"
    r"(?:分管|主管|负责|联系|兼管|代管)(?P<what>[^，。；：]{2,80})"
)
_WORK = re.compile(r"(?:等?方面)?(?:的)?工作$")


def read_released(doc: str, person: str | None, sentence: Passage) -> Iterator[facts.Released]:
    """Yield what the sentence takes away: from whom it names, else from ``person``.

    ``person`` is he in whose section the sentence stands, if it stands in any.
    """
    last = person
    for match in _RELEASED.finditer(sentence.text):
        if match["who"] is not None:
            who = bare_name(sentence.group(match, "who"))
            last = who.value if is_name(who.text) else None
        if last is None:
            continue
        what = sentence.group(match, "what")
        tail = _WORK.search(what.text)
        for item in org_items(what[: tail.start()] if tail else what):
            if item.name.text:
                yield facts.Released(
                    person=last, subject=item.name.value, **evidence(doc, sentence, item.name)
                )
