"""What a question in words was understood as, and the refusal where it was not."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from enum import Enum

from msgspec import Struct, field

from registry.errors import RegistryError
from registry.model.time import Lasting, TimeOfDay
from registry.model.told import AbsenceTold

EXAMPLES_ZH = (
    "本周谁管商务？张良华周三到周五出差",
    "张良华分管什么？",
    "近视防控的组长是谁？",
    "张良华从什么时候起管商务？",
)
EXAMPLES_EN = (
    "who covers commerce next week?",
    "what does 张良华 hold?",
    "who heads 近视防控?",
    "since when does 张良华 cover commerce?",
)


class Intent(Enum):
    """What is wanted."""

    WHO = "who"
    """Who is in charge of the subject, or acts."""
    WHO_IF_AWAY = "who_if_away"
    """The same, where the question supposes or tells an absence."""
    WHY = "why"
    """By which clauses."""
    SINCE = "since"
    """From which day the person has had the subject."""
    HOLDS = "holds"
    """What a person holds: titles, portfolio, pairs, groups."""
    HEADS = "heads"
    """Who heads a leading group, delegation or command."""


class Told(Lasting, Struct, frozen=True, omit_defaults=True):
    """Days, or parts of them, as the question words them."""

    start: date = field(name="from")
    end: date = field(name="to")
    words: str
    start_time: TimeOfDay | None = field(name="from_time", default=None)
    end_time: TimeOfDay | None = field(name="to_time", default=None)


class PeriodFrom(Enum):
    """Where the period of a question comes from."""

    QUESTION = "question"
    ABSENCES = "absences"
    TODAY = "today"


class Reading(Struct, frozen=True, kw_only=True):
    """One question as understood.

    ``subject`` is as the question words it; for ``HOLDS`` it is the person. ``supposed`` is
    whom the question takes to be in charge, in WHY and SINCE.
    """

    intent: Intent
    subject: str
    period: Told
    period_from: PeriodFrom
    absences: tuple[AbsenceTold, ...] = ()
    supposed: str | None = None


class Lexicon(Struct, frozen=True):
    """The registry's own names, as far as reading a question needs them.

    ``people`` are all persons whom notices name; ``knows`` says whether words name a subject;
    ``near`` returns the names most like some words.
    """

    people: tuple[str, ...]
    knows: Callable[[str], bool]
    near: Callable[[str], tuple[str, ...]] = lambda _: ()


class NotUnderstood(RegistryError):
    """A part of a question is not understood; ``part`` is that part as it was worded.

    ``zh`` and ``en`` say why; the message says it in one of the two, with examples.
    """

    def __init__(self, part: str, zh: str, en: str, *, chinese: bool = True) -> None:
        self.part, self.zh, self.en = part, zh, en
        if chinese:
            what = f"“{part}”" if part else "这个问题"
            message = f"没有读懂{what}：{zh}。可以这样问：{' / '.join(EXAMPLES_ZH)}"
        else:
            what = repr(part) if part else "the question"
            message = f"not understood: {what}: {en}. Ask like this: {' / '.join(EXAMPLES_EN)}"
        super().__init__(message)
