"""Absences as they are typed in a question, and the kinds that rules speak of."""

from __future__ import annotations

from collections.abc import Iterable

from registry.ask.absences import SPOKEN
from registry.errors import BadPeriod, BadRecord, RegistryError
from registry.model.records import Absence
from registry.model.time import Period
from registry.resolve.words import ABSENCES
from registry.service.periods import read_span

__all__ = [
    "KINDS",
    "KIND_WORDS",
    "absence_over",
    "asked_kind",
    "read_absences",
    "read_kind",
]

KINDS = ", ".join(f"{kind} {words.zh}" for kind, words in ABSENCES.items())
"""The kinds of absence as they may be written, for messages and help."""

KIND_WORDS: dict[str, str] = {
    **{word: kind for kind, words in SPOKEN.items() for word in words.split("|")},
    **{word: kind for kind, words in ABSENCES.items() for word in (words.zh, kind)},
}
"""Words by which a kind of absence may be given; those of answers before those of speech."""


def read_kind(text: str) -> str:
    """Return the kind of absence, one that rules speak of, that ``text`` names or says in Chinese.

    >>> read_kind("travel"), read_kind("出差"), read_kind("请假")
    ('travel', 'travel', 'leave')

    Raises:
        BadRecord: it is none.
    """
    if text in KIND_WORDS:
        return KIND_WORDS[text]
    raise BadRecord(f"{text!r} is no kind of absence; choose one of: {KINDS}")


def read_absences(typed: Iterable[str], period: Period) -> tuple[Absence, ...]:
    """Read absences written ``NAME[:KIND][@SPAN]``; see ``read_span``.

    Without a span one is all the period; without a kind it is ``away``.

    >>> [ill] = read_absences(["熊皓:ill@2019-09-04"], read_span("2019-09-02/2019-09-08"))
    >>> ill.person, ill.kind, str(ill.start), str(ill.end)
    ('熊皓', 'ill', '2019-09-04', '2019-09-04')

    Raises:
        BadPeriod: nobody is named, or a span cannot be read.
        RegistryError: a kind is none that rules speak of.
    """
    return tuple(_absence(text, period) for text in typed)


def asked_kind(text: str) -> str:
    """Return a kind as ``read_kind`` does, in a question: nothing is to be recorded.

    Raises:
        RegistryError: it is no kind of absence.
    """
    try:
        return read_kind(text)
    except BadRecord as error:
        raise RegistryError(str(error)) from None


def absence_over(person: str, when: Period, kind: str) -> Absence:
    """Return the absence of ``person`` over a period."""
    return Absence(
        person=person,
        start=when.start,
        end=when.end,
        kind=kind,
        start_time=when.start_time,
        end_time=when.end_time,
    )


def _absence(text: str, period: Period) -> Absence:
    who, at, span = text.partition("@")
    person, colon, kind = who.replace("：", ":").partition(":")
    if not person.strip():
        raise BadPeriod(f"{text!r} names nobody; write NAME, NAME@DAY or NAME@FROM/TO")
    when = read_span(span) if at else period
    return absence_over(person.strip(), when, asked_kind(kind.strip()) if colon else "away")
