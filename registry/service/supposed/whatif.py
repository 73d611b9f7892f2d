"""Use case: which answers would change if something happened; nothing is ever written."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date, datetime
from itertools import pairwise
from typing import Literal

from msgspec import Struct, field, structs

from registry.errors import UnknownName
from registry.graph.history import History
from registry.graph.organisation import HELD, TITLES, Organisation
from registry.model.answers import Answer, Reason, Segment, Status
from registry.model.facts import AnyFact
from registry.model.records import Absence, OnRecord
from registry.model.time import Lasting, Period, TimeOfDay, written
from registry.resolve.names import check_person
from registry.service.answers.answer import answer
from registry.service.registry import Registry
from registry.service.supposed.scenario import Scenario, supposed_facts
from registry.tables.rules import Rulebook

SubjectKind = Literal["area", "agency", "post", "group", "work"]


class Subject(Struct, frozen=True, order=True):
    """One thing that can be asked about, by its exact name."""

    kind: SubjectKind
    name: str


class Standing(Struct, frozen=True, kw_only=True):
    """How a subject stands on some days, in the terms of an answer.

    ``in_part`` are those who act in a share beside the principal's: a concurrent holder who
    is there, say.
    """

    status: Status
    holders: tuple[str, ...] = ()
    acting: tuple[str, ...] = ()
    in_part: tuple[str, ...] = ()
    coordinators: tuple[str, ...] = ()
    candidates: tuple[str, ...] = ()


class Change(Lasting, Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A run of days on which the answer for a subject would be another.

    ``because`` is the step on which the answer that would hold rests, with its clause.
    """

    start: date = field(name="from")
    start_time: TimeOfDay | None = field(name="from_time", default=None)
    end: date = field(name="to")
    end_time: TimeOfDay | None = field(name="to_time", default=None)
    subject: Subject
    before: Standing | None
    after: Standing | None
    because: Reason | None = written(None)


class Comparison(Struct, frozen=True, kw_only=True):
    """All that would change in the answers from ``start`` to ``end``, of ``asked`` subjects."""

    government: str
    start: date = field(name="from")
    end: date = field(name="to")
    asked: int
    changes: tuple[Change, ...]
    notes: tuple[str, ...] = ()


class Supposed(Registry):
    """A registry with more facts than are known, or without the absences recorded of some.

    All else that is recorded stays as it is.
    """

    def __init__(
        self,
        base: Registry,
        government: str,
        facts: Sequence[AnyFact],
        there: Collection[str] = (),
    ) -> None:
        every = (*base.facts_of(government), *facts)
        super().__init__(every, (), base.glossary, base.today)
        self._base = base
        self._there = frozenset(there)

    def rules(self, government: str) -> Rulebook | None:
        """Return the rules of the registry that this one supposes more of."""
        return self._base.rules(government)

    def on_record(self, government: str) -> OnRecord:
        """Return what is recorded, without absences of the persons supposed to be there."""
        found = self._base.on_record(government)
        there = tuple(a for a in found.absences if a.person not in self._there)
        return found._replace(absences=there)


def whatif(
    registry: Registry, scenario: Scenario, drafts: Sequence[str], *, government: str | None = None
) -> Comparison:
    """Compare the answers for every subject with and without what ``scenario`` supposes.

    Args:
        registry: what is known.
        scenario: what is supposed.
        drafts: the text of each of its notices.
        government: which one, if the scenario does not say.

    Raises:
        UnknownName: the government is not known, or no notice or move names an absent person.
        UnreadableSource: a draft states nothing.
    """
    history = registry.history(government or scenario.government)
    name = history.government
    facts = supposed_facts(scenario, drafts, name)
    # With no more facts the history is the one known, and all that has been worked out of it.
    supposed = Supposed(registry, name, facts) if facts else registry
    later = supposed.history(name)
    absences = tuple(
        structs.replace(a, person=check_person(later, a.person)) for a in scenario.absences()
    )
    period = Period(scenario.start, scenario.last)
    subjects = tuple(dict.fromkeys((*subjects_of(history, period), *subjects_of(later, period))))
    found: list[Change] = []
    for subject in subjects:
        before = asked(registry, subject, period, (), name)
        if not facts and not (before and any(mentions(before, a.person) for a in absences)):
            continue
        after = asked(supposed, subject, period, absences, name)
        found += changes(subject, before, after)
    return Comparison(
        government=name,
        start=period.start,
        end=period.end,
        asked=len(subjects),
        changes=tuple(sorted(found, key=lambda c: c.begins)),
        notes=tuple(_notes(later, scenario)),
    )


def subjects_of(history: History, period: Period) -> tuple[Subject, ...]:
    """Return every subject that the notices in force in the period name, in their order."""
    found: dict[Subject, None] = {}
    days = (period.start, *(d for d in history.days if period.start < d <= period.end))
    for day in days:
        found |= dict.fromkeys(_subjects(history.at(day)))
    return tuple(found)


def asked(
    registry: Registry,
    subject: Subject,
    period: Period,
    absences: Sequence[Absence],
    government: str,
) -> Answer | None:
    """Return the answer for one subject, ``None`` where no notice names it."""
    try:
        return answer(registry, subject.name, period, absences, government=government)
    except UnknownName:
        return None


def mentions(found: Answer, person: str) -> bool:
    """Say whether an answer has to do with ``person``: without that, his absence changes nothing."""
    return any(
        person in (cover.holder, cover.acting, cover.coordinator) or person in cover.candidates
        for segment in found.segments
        for cover in segment.covers
    )


def standing(segment: Segment) -> Standing:
    """Return what of a segment counts in a comparison: not the words of its reasons."""
    return Standing(
        status=segment.status,
        holders=tuple(cover.holder for cover in segment.covers),
        acting=segment.acting,
        in_part=in_part(segment),
        coordinators=tuple(
            dict.fromkeys(c.coordinator for c in segment.covers if c.coordinator is not None)
        ),
        candidates=tuple(
            dict.fromkeys(name for cover in segment.covers for name in cover.candidates)
        ),
    )


def in_part(segment: Segment) -> tuple[str, ...]:
    """Return who acts in a share of the subject other than the principal's."""
    acting = (cover.acting for cover in segment.covers if cover.acting is not None)
    return tuple(dict.fromkeys(name for name in acting if name not in segment.acting))


def _subjects(org: Organisation) -> Iterator[Subject]:
    for edge in org.edges(HELD):
        yield Subject("area" if edge.target.kind == "area" else "agency", edge.target.name)
    for edge in org.edges(TITLES):
        yield Subject("post", edge.target.name)
    for group in org.groups():
        yield Subject("group", group.name)
    for work in org.works():
        yield Subject("work", work.text)


def changes(subject: Subject, before: Answer | None, after: Answer | None) -> Iterator[Change]:
    """Yield the runs of days on which the two answers for ``subject`` differ."""
    was = before.segments if before else ()
    now = after.segments if after else ()
    edges = sorted({at for piece in (*was, *now) for at in (piece.begins, piece.ends)})
    run: Change | None = None
    for begins, ends in pairwise(edges):
        change = _change(subject, Period.between(begins, ends), _at(was, begins), _at(now, begins))
        if run is not None and change is not None and _goes_on(run, change):
            run = structs.replace(run, end=change.end, end_time=change.end_time)
            continue
        if run is not None:
            yield run
        run = change
    if run is not None:
        yield run


def _change(
    subject: Subject, when: Period, before: Segment | None, after: Segment | None
) -> Change | None:
    was = standing(before) if before else None
    now = standing(after) if after else None
    if was == now:
        return None
    return Change(
        start=when.start,
        start_time=when.start_time,
        end=when.end,
        end_time=when.end_time,
        subject=subject,
        before=was,
        after=now,
        because=_because(after),
    )


def _goes_on(run: Change, change: Change) -> bool:
    return (run.before, run.after, run.because) == (change.before, change.after, change.because)


def _at(pieces: Sequence[Segment], moment: datetime) -> Segment | None:
    return next((piece for piece in pieces if piece.holds(moment)), None)


def _because(segment: Segment | None) -> Reason | None:
    """Return the last step of the principal's share; where nobody holds it, of the answer."""
    if segment is None:
        return None
    steps = segment.covers[0].reasons if segment.covers else segment.reasons
    return steps[-1] if steps else None


def _notes(later: History, scenario: Scenario) -> Iterator[str]:
    """Say which drafts and moves would count only after the period."""
    for day, document, _ in {d.doc: (n, d, f) for n, d, f in later.dated}.values():
        supposed = document.doc.endswith("（草案）") or document.doc.startswith("假设的任免")
        if supposed and day > scenario.last:
            yield f"{document.doc}: {day} > {scenario.last}"
