"""Use case: a question in words, read with the registry's own names, and its answer."""

from __future__ import annotations

import re
from datetime import date

from msgspec import Struct
from rapidfuzz import process

from registry.ask.parse import parse
from registry.ask.reading import Intent, Lexicon, NotUnderstood, Reading
from registry.errors import SeveralFit, UnknownName
from registry.graph.career import Career, career
from registry.graph.history import History
from registry.model.answers import Answer, CalendarDay, Reason, Status, Words
from registry.model.time import Period
from registry.model.told import absence_of
from registry.resolve.names import names_ever, people_ever
from registry.resolve.subject import find
from registry.service.answers.answer import answer
from registry.service.answers.ask_where import Where, strange, where
from registry.service.registry import Registry

_NEAR = 3
_CLOSE = 60
_IN_TEXTS = 4
"""Characters from which a part of a task's text is taken for a subject."""
_JOINTS = re.compile(r"[和与及、]| and ")


class Since(Struct, frozen=True, kw_only=True):
    """From when ``person`` has been in charge, as far as the notices tell.

    ``day`` is missing where he is not in charge; ``first_known`` says that no earlier notice
    is known, so that it may have been so before.
    """

    person: str
    day: date | None
    first_known: bool
    text: Words
    reasons: tuple[Reason, ...] = ()


class Asked(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What was understood, and the answer: one of the three, by the intent."""

    understood: Reading
    government: str
    holidays: tuple[CalendarDay, ...] = ()
    """The holidays and adjusted days of the period, by their names."""
    answer: Answer | None = None
    since: Since | None = None
    holds: Career | None = None


def ask(
    registry: Registry, question: str, *, government: str | None = None, today: date | None = None
) -> Asked:
    """Read and answer ``question``; absences that it tells count for it alone.

    Without ``government`` it is the one that the question names, or the only one known.

    Raises:
        NotUnderstood: a part of the question is not understood, or it names two governments.
        UnknownName: several governments are known and none was chosen or named.
    """
    named = where(question, registry.governments()) if government is None else None
    history = _meant(registry, government, named)
    day = today or registry.today()
    reading = _read(question, named, lexicon(registry, history), day)
    name = history.government
    if reading.intent is Intent.HOLDS:
        held = career(history, reading.subject, reading.period.end)
        return Asked(understood=reading, government=name, holds=held)
    told = reading.period
    period = Period(told.start, told.end, told.start_time, told.end_time)
    away = tuple(absence_of(one) for one in reading.absences)
    found = answer(registry, reading.subject, period, away, government=name)
    if reading.intent is not Intent.SINCE:
        return Asked(understood=reading, government=name, holidays=found.holidays, answer=found)
    person = reading.supposed or next(iter(found.segments[-1].acting), "")
    since = _since(registry, history, reading.subject, person, period.end)
    return Asked(understood=reading, government=name, since=since)


def _meant(registry: Registry, government: str | None, named: Where | None) -> History:
    """Return the history of the government chosen, or of the one that the question names."""
    if named is None:
        return registry.history(government)
    if len(named.governments) > 1:
        raise SeveralFit(
            f"the place may be any of: {', '.join(named.governments)}; name it in full",
            named.governments,
        )
    return registry.history(named.governments[0])


def _read(question: str, named: Where | None, names: Lexicon, day: date) -> Reading:
    """Read the question as it stands, else without the name of the government.

    Raises:
        UnknownName: without the place that it begins with it is understood, and no notice of
            that place is known.
    """
    try:
        return parse(question, names, day)  # 景德镇市… may begin the name of a group
    except NotUnderstood:
        if named is not None:
            return parse(named.question, names, day)
        if (found := strange(question)) is not None and _understood(found[1], names, day):
            raise UnknownName(f"no notice of {found[0]!r} is known here; ask without it") from None
        raise


def _understood(question: str, names: Lexicon, day: date) -> bool:
    try:
        parse(question, names, day)
    except NotUnderstood:
        return False
    return True


def lexicon(registry: Registry, history: History) -> Lexicon:
    """Return the names by which questions on one government are read."""
    names = names_ever(history)
    english = registry.glossary.english

    def knows(words: str) -> bool:
        if words in names:
            return True
        parts = _JOINTS.split(words)
        if len(parts) > 1 and all(map(knows, parts)):
            return False  # several subjects, and no name of one
        in_texts = len(words) >= _IN_TEXTS
        return any(
            find(state, words, registry.glossary, in_texts=in_texts) is not None
            for state in reversed(history.states())
        )

    def near(words: str) -> tuple[str, ...]:
        pool = english if words.isascii() else names
        close = process.extract(words.lower(), pool, limit=_NEAR, score_cutoff=_CLOSE)
        return tuple(name for name, *_ in close)

    return Lexicon(people=people_ever(history), knows=knows, near=near)


def _since(registry: Registry, history: History, subject: str, person: str, on: date) -> Since:
    """Find the first of the states of the organisation since which the person has the subject."""
    days = [day for day in history.days if day <= on]
    since: date | None = None
    reasons: tuple[Reason, ...] = ()
    first_known = True
    for day in reversed(days):
        found = answer(registry, subject, Period(day, day), government=history.government)
        segment = found.segments[0]
        own = next((c for c in segment.covers if c.holder == person), None)
        if own is None:
            first_known = segment.status is Status.UNKNOWN
            break
        since = day
        reasons = tuple(reason for reason in own.reasons if reason.clause is not None)
    return Since(
        person=person,
        day=since,
        first_known=first_known,
        text=_since_words(subject, person, since, first_known=first_known),
        reasons=reasons,
    )


def _since_words(subject: str, person: str, day: date | None, *, first_known: bool) -> Words:
    if day is None:
        return Words(
            f"到问的那天，没有公文写由{person}负责“{subject}”",
            f"no notice up to the day asked puts {person} in charge of {subject}",
        )
    if first_known:
        return Words(
            f"{person}至迟自{day}起负责“{subject}”；更早的公文未见，此前无从得知",
            f"{person} has had {subject} since {day} at the latest; no earlier notice is known",
        )
    return Words(f"{person}自{day}起负责“{subject}”", f"{person} has had {subject} since {day}")
