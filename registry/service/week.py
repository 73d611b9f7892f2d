"""Use case: the week of a government, each leader on each day, and what is open."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from msgspec import structs

from registry.checks import CHECKS, Case
from registry.errors import UnknownName
from registry.graph.history import History
from registry.model.answers import Answer, Cover, Reason, Segment, Status, Words
from registry.model.findings import Finding, FindingKind
from registry.model.records import Absence, Decision
from registry.model.week import Cell, GapKind, Presence, Row, Sheet, WeekGap
from registry.resolve.names import check_person
from registry.resolve.reasons import listed
from registry.service.answer import answer
from registry.service.calendar import calendar
from registry.service.question import Period
from registry.service.registry import Registry

_PLAIN = frozenset(("holds", "absent"))
"""Steps that say who holds what and who is away: the sheet shows both already."""
_HANDOVER = {
    "not_told": Words("没有告知的记录", "no record that all who are to be were told"),
    "no_lead_time": Words("告知晚于规则所定", "told later than the rule has it"),
    "handover_missing": Words("没有交接的记录", "no hand-over is recorded"),
    "handover_not_accepted": Words("没有B角接受的记录", "no record that B accepted"),
}
"""Flags of an answer for what a rule asks for and nobody has recorded."""
_TOGETHER = {
    FindingKind.PAIR_AWAY: GapKind.BOTH_AWAY,
    FindingKind.COORDINATOR_AWAY: GapKind.COORDINATOR_AWAY,
}


def week(
    registry: Registry,
    period: Period,
    absences: Sequence[Absence] = (),
    decisions: Sequence[Decision] = (),
    *,
    government: str | None = None,
) -> Sheet:
    """Return the sheet of ``period``, which is a week from Monday to Sunday.

    Absences and decisions given count besides those recorded, and are not written anywhere.

    Raises:
        UnknownName: no notice names an absent person or the government, or no division of
            labour is in force on any day of the week.
    """
    history = registry.history(government)
    name = history.government
    given = tuple(structs.replace(a, person=check_person(history, a.person)) for a in absences)
    every = _within((*registry.absences_of(name), *given), period)
    days = calendar(period.start, period.end)
    dates = tuple(day.day for day in days)
    leaders = _leaders(history, dates)
    if not leaders:
        raise UnknownName(_no_division(history, period))
    concerned = [
        person
        for person in leaders
        if any(a.person == person for a in every)
        or any(person in history.at(d).left for d in dates)
    ]
    answers = {
        person: answer(registry, person, period, given, decisions, government=name)
        for person in concerned
    }
    return Sheet(
        government=name,
        start=period.start,
        end=period.end,
        notices=tuple(
            dict.fromkeys(document.doc for day in dates for document in history.at(day).divisions)
        ),
        days=days,
        rows=tuple(_row(history, person, dates, every, answers) for person in leaders),
        gaps=_gaps(registry, history, period, every, answers),
    )


def cover_of(found: Answer, person: str, day: date) -> tuple[Segment, Cover | None]:
    """Return the segment of ``day``, and in it the share of ``person`` himself."""
    segment = next(s for s in found.segments if s.start <= day <= s.end)
    return segment, next((c for c in segment.covers if c.holder == person), None)


def _within(absences: Sequence[Absence], period: Period) -> tuple[Absence, ...]:
    """Return the parts of the absences that fall into the period."""
    return tuple(
        structs.replace(a, start=max(a.start, period.start), end=min(a.end, period.end))
        for a in absences
        if a.start <= period.end and period.start <= a.end
    )


def _leaders(history: History, days: Sequence[date]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(person for day in days for person in history.at(day).leaders()))


def _no_division(history: History, period: Period) -> str:
    first = next((state.on for state in history.states() if state.has_division), None)
    known = f"notices that do are known from {first}" if first else "none is known"
    return (
        f"no notice of {history.government} divides the work in the week of {period.start};"
        f" {known}: ask for a later week"
    )


def _row(
    history: History,
    person: str,
    days: Sequence[date],
    absences: Sequence[Absence],
    answers: dict[str, Answer],
) -> Row:
    titles = dict.fromkeys(title for day in days for title in history.at(day).titles(person))
    cells = tuple(_cell(history, person, day, absences, answers) for day in days)
    return Row(person=person, titles=tuple(titles), cells=cells)


def _cell(
    history: History,
    person: str,
    day: date,
    absences: Sequence[Absence],
    answers: dict[str, Answer],
) -> Cell:
    org = history.at(day)
    kinds = tuple(dict.fromkeys(a.kind for a in absences if a.person == person and a.covers(day)))
    acting_for = tuple(
        holder
        for holder, found in answers.items()
        if holder != person and (own := cover_of(found, holder, day)[1]) and own.acting == person
    )
    if person not in org.leaders():
        return Cell(day=day, presence=Presence.NOT_LISTED, acting_for=acting_for)
    left = person in org.left
    if not kinds and not left:
        return Cell(day=day, presence=Presence.PRESENT, acting_for=acting_for)
    segment, own = cover_of(answers[person], person, day)
    acting = own.acting if own is not None else None
    return Cell(
        day=day,
        presence=Presence.LEFT if left else Presence.AWAY,
        kinds=kinds,
        acted_by=(acting,) if acting and acting != person else (),
        acting_for=acting_for,
        gap=(own.status if own is not None else segment.status) if acting is None else None,
    )


def _gaps(
    registry: Registry,
    history: History,
    period: Period,
    absences: tuple[Absence, ...],
    answers: dict[str, Answer],
) -> tuple[WeekGap, ...]:
    open_ = [gap for person, found in answers.items() for gap in _open(person, found)]
    open_ += clashes(registry, history, period, absences)
    order = list(GapKind)
    once = dict.fromkeys(open_)
    return tuple(sorted(once, key=lambda gap: (gap.start, order.index(gap.kind))))


def _handover(person: str, segment: Segment, own: Cover) -> Iterator[WeekGap]:
    """Yield what is missing of the hand-over to the one who acts."""
    missing = [_HANDOVER[flag] for flag in own.flags if flag in _HANDOVER]
    if missing:
        yield WeekGap(
            start=segment.start,
            end=segment.end,
            kind=GapKind.HANDOVER_MISSING,
            persons=(person,),
            text=Words("，".join(w.zh for w in missing), ", ".join(w.en for w in missing)),
            coordinator=own.coordinator,
            reasons=tuple(reason for reason in own.reasons if reason.code == "rule"),
        )


def clashes(
    registry: Registry, history: History, period: Period, absences: Sequence[Absence]
) -> Iterator[WeekGap]:
    """Yield the days on which A and B are away together, or a coordinator is."""
    within = _within(absences, period)
    case = Case(
        history=history,
        given=registry.facts_of(history.government),
        on=period.start,
        absences=within,
        rulebook=registry.rules(history.government),
        aliases=registry.glossary.aliases,
    )
    for kind in _TOGETHER:
        for found in CHECKS[kind](case):
            yield from _together(found, within, period)


def _open(person: str, found: Answer) -> Iterator[WeekGap]:
    """Yield the days on which nobody acts in the share of ``person``, or the hand-over is incomplete."""
    for segment in found.segments:
        own = cover_of(found, person, segment.start)[1]
        if own is None:
            continue
        if own.acting is not None:
            yield from _handover(person, segment, own)
            continue
        asked = own.status is Status.COORDINATION_REQUIRED
        steps = tuple(reason for reason in own.reasons if reason.code not in _PLAIN)
        yield WeekGap(
            start=segment.start,
            end=segment.end,
            kind=GapKind.COORDINATION_REQUIRED if asked else GapKind.UNSPECIFIED,
            persons=(person,),
            text=own.reasons[-1].text,
            coordinator=own.coordinator,
            candidates=own.candidates,
            reasons=steps,
        )


def _together(found: Finding, absences: Sequence[Absence], period: Period) -> Iterator[WeekGap]:
    """Yield the runs of days on which all whom a finding names are away."""
    if found.kind is FindingKind.PAIR_AWAY:
        a, b = found.names
        text = Words(f"{a}与B角{b}同时不在", f"{a} and the backup {b} are away together")
    else:
        who = listed(found.names)
        text = Words(
            f"协调人{who}不在：AB角都不在时无人协调",
            f"the coordinator {who} is away: with A and B away too, nobody could name who acts",
        )
    quoted = tuple(
        Reason(code=found.kind.value, text=text, clause=p.clause, doc=p.doc, date=p.date)
        for p in found.places
    )
    length = (period.end - period.start).days + 1
    days = [
        day
        for day in (period.start + timedelta(days=n) for n in range(length))
        if all(any(x.person == who and x.covers(day) for x in absences) for who in found.names)
    ]
    for start, end in runs_of(days):
        yield WeekGap(
            start=start,
            end=end,
            kind=_TOGETHER[found.kind],
            persons=found.names,
            text=text,
            reasons=quoted,
        )


def runs_of(days: Sequence[date]) -> Iterator[tuple[date, date]]:
    """Yield first and last day of each run of days that follow each other.

    >>> [end.day for _, end in runs_of([date(2019, 9, n) for n in (2, 3, 5)])]
    [3, 5]
    """
    start = before = None
    for day in days:
        if start is None or before is None:
            start = day
        elif day != before + timedelta(days=1):
            yield start, before
            start = day
        before = day
    if start is not None and before is not None:
        yield start, before
