"""Use case: the week of a government, each leader on each day, and what is open."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from itertools import pairwise

from msgspec import structs

from registry.errors import UnknownName
from registry.graph.history import History
from registry.model.access import Unsaid
from registry.model.answers import Answer, Cover, Segment, Status, Words
from registry.model.records import Absence, Decision
from registry.model.time import Period
from registry.model.week import Cell, GapKind, Presence, Row, Sheet, WeekGap
from registry.resolve.names import check_person
from registry.service.answers.answer import answer
from registry.service.calendar import calendar
from registry.service.recording.clashes import clashes, within
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
    every = within((*registry.on_record(name).absences, *given), period)
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


def cover_of(found: Answer, person: str, moment: datetime) -> tuple[Segment, Cover | None]:
    """Return the segment of a moment, and in it the share of ``person`` himself."""
    segment = next(s for s in found.segments if s.holds(moment))
    return segment, next((c for c in segment.covers if c.holder == person), None)


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
    """Return the day of a leader, in parts where it is not the same throughout."""
    whole = Period(day, day)
    own = [absence for absence in absences if absence.person == person]
    spans = (*own, *(segment for found in answers.values() for segment in found.segments))
    edges = {at for span in spans for at in (span.begins, span.ends)}
    inner = sorted(at for at in edges if whole.begins < at < whole.ends)
    parts: list[Cell] = []
    for begins, ends in pairwise([whole.begins, *inner, whole.ends]):
        part = _part(history, person, Period.between(begins, ends), own, answers)
        times = {"start_time": part.start_time, "end_time": part.end_time}
        if parts and structs.replace(parts[-1], **times) == part:
            parts[-1] = structs.replace(parts[-1], end_time=part.end_time)
        else:
            parts.append(part)
    if len(parts) == 1:
        return parts[0]
    away = [part for part in parts if part.presence is not Presence.PRESENT]
    return Cell(
        day=day,
        presence=away[0].presence if away else Presence.PRESENT,
        kinds=tuple(dict.fromkeys(kind for part in parts for kind in part.kinds)),
        acted_by=tuple(dict.fromkeys(who for part in parts for who in part.acted_by)),
        acting_for=tuple(dict.fromkeys(who for part in parts for who in part.acting_for)),
        gap=next((part.gap for part in parts if part.gap is not None), None),
        parts=tuple(parts),
    )


def _part(
    history: History,
    person: str,
    when: Period,
    own: Sequence[Absence],
    answers: dict[str, Answer],
) -> Cell:
    """Return a part of a day, or all of it, in which nothing changes."""
    org = history.at(when.start)
    now = when.begins
    kinds = tuple(dict.fromkeys(absence.kind for absence in own if absence.holds(now)))
    acting_for = tuple(
        holder
        for holder, found in answers.items()
        if holder != person
        and (share := cover_of(found, holder, now)[1])
        and share.acting == person
    )
    left = person in org.left
    presence, acted_by, gap = Presence.PRESENT, None, None
    if person not in org.leaders():
        presence, kinds = Presence.NOT_LISTED, ()
    elif kinds or left:
        presence = Presence.LEFT if left else Presence.AWAY
        segment, share = cover_of(answers[person], person, now)
        acted_by = share.acting if share is not None else None
        if acted_by is None:
            gap = share.status if share is not None else segment.status
    return Cell(
        day=when.start,
        start_time=when.start_time,
        end_time=when.end_time,
        presence=presence,
        kinds=tuple(kind for kind in kinds if not isinstance(kind, Unsaid)),
        acted_by=(acted_by,) if acted_by and acted_by != person else (),
        acting_for=acting_for,
        gap=gap,
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
    return tuple(sorted(once, key=lambda gap: (gap.begins, order.index(gap.kind))))


def _handover(person: str, segment: Segment, own: Cover) -> Iterator[WeekGap]:
    """Yield what is missing of the hand-over to the one who acts."""
    missing = [_HANDOVER[flag] for flag in own.flags if flag in _HANDOVER]
    if missing:
        yield WeekGap(
            start=segment.start,
            start_time=segment.start_time,
            end=segment.end,
            end_time=segment.end_time,
            kind=GapKind.HANDOVER_MISSING,
            persons=(person,),
            text=Words("，".join(w.zh for w in missing), ", ".join(w.en for w in missing)),
            coordinator=own.coordinator,
            reasons=tuple(reason for reason in own.reasons if reason.code == "rule"),
        )


def _open(person: str, found: Answer) -> Iterator[WeekGap]:
    """Yield the days on which nobody acts in the share of ``person``, or the hand-over is incomplete."""
    for segment in found.segments:
        own = cover_of(found, person, segment.begins)[1]
        if own is None:
            continue
        if own.acting is not None:
            yield from _handover(person, segment, own)
            continue
        asked = own.status is Status.COORDINATION_REQUIRED
        steps = tuple(reason for reason in own.reasons if reason.code not in _PLAIN)
        yield WeekGap(
            start=segment.start,
            start_time=segment.start_time,
            end=segment.end,
            end_time=segment.end_time,
            kind=GapKind.COORDINATION_REQUIRED if asked else GapKind.UNSPECIFIED,
            persons=(person,),
            text=own.reasons[-1].text,
            coordinator=own.coordinator,
            candidates=own.candidates,
            reasons=steps,
        )
