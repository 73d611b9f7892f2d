"""``/answer``: who acts for a subject, the person large, and why, step by step."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from msgspec import Struct

from api.pages.days import lasting, month, period, short
from api.pages.links import Link
from api.pages.quoted import Quoter, Step, outdated
from api.pages.visit import Visit
from registry.charts.words import say
from registry.errors import RegistryError
from registry.model.answers import Also, Answer, CalendarDay, Cover, Relation, Segment, Status
from registry.model.records import Absence
from registry.resolve.words import RELATIONS, STATUSES, absence_words
from registry.wiring import signing_keys

TONES = {
    Status.IN_CHARGE: "present",
    Status.SHARED: "present",
    Status.ACTING: "acts",
    Status.ASSIGNED: "acts",
}
"""How an answer is marked; any other status is a gap."""


class Share(Struct, frozen=True, kw_only=True):
    """One holder's share: who holds it and how, who acts in it, and the steps to that."""

    holder: Link
    relation: str
    status: str
    acting: Link | None
    coordinator: Link | None
    candidates: tuple[Link, ...]
    steps: tuple[Step, ...]


class Piece(Struct, frozen=True, kw_only=True):
    """Some days with one answer; ``tone`` is ``present``, ``acts`` or ``gap``."""

    days: str
    start: date
    status: str
    tone: str
    acting: tuple[Link, ...]
    shares: tuple[Share, ...]
    also: tuple[tuple[Link, str], ...]
    choices: tuple[Link, ...]
    steps: tuple[Step, ...]


class Supposed(Struct, frozen=True, kw_only=True):
    """An absence that the question supposes: as it is typed, and as it is said."""

    typed: str
    said: str
    person: Link


class Around(Struct, frozen=True, kw_only=True):
    """Another time to ask about."""

    label: str
    href: str


class AnswerView(Struct, frozen=True, kw_only=True):
    """The page: what was asked, the answer in pieces, and what may be asked otherwise.

    ``newest`` is the month of the newest notices, where these are old. ``take_along`` leads to other forms of the answer; none where it is not one answer.
    """

    subject: Link
    government: str
    newest: str
    days: str
    start: date
    end: date
    pieces: tuple[Piece, ...]
    holidays: tuple[str, ...]
    supposed: tuple[Supposed, ...]
    around: tuple[Around, ...]
    people: tuple[str, ...]
    take_along: tuple[Link, ...]


def answer_view(found: Answer, absences: Sequence[Absence], quoter: Quoter) -> AnswerView:
    """Return the page of an answer, given the absences that were supposed for it."""
    visit = quoter.visit
    start, end = found.segments[0].start, found.segments[-1].end
    typed = tuple(typed_as(absence) for absence in absences)
    return AnswerView(
        subject=_subject(found.subject, quoter),
        government=found.government,
        newest=month(last, visit.lang) if (last := outdated(quoter.history, start)) else "",
        days=period(start, end, visit.lang),
        start=start,
        end=end,
        pieces=tuple(_piece(segment, quoter) for segment in found.segments),
        holidays=tuple(_holidays(found, visit)),
        supposed=tuple(
            Supposed(
                typed=text,
                said=f"{lasting(absence, visit.lang)} · {_kind(absence, visit)}",
                person=visit.links.person(absence.person),
            )
            for text, absence in zip(typed, absences, strict=True)
        ),
        around=tuple(_around(found.subject, start, typed, visit)),
        people=quoter.history.at(end).leaders(),
        take_along=()
        if any(segment.choices for segment in found.segments)
        else tuple(_take_along(found.subject, (start, end), typed, visit)),
    )


def typed_as(absence: Absence) -> str:
    """Return an absence as it is typed in an address.

    >>> typed_as(Absence(person="张良华", start=date(2019, 9, 3), end=date(2019, 9, 5)))
    '张良华@2019-09-03/2019-09-05'
    """
    kind = "" if absence.kind == "away" else f":{absence.kind}"
    return f"{absence.person}{kind}@{absence.notation}"


def _kind(absence: Absence, visit: Visit) -> str:
    return say(absence_words((absence.kind,)), visit.lang)


def _subject(subject: str, quoter: Quoter) -> Link:
    """Link the subject to the page on it: a person, an agency or a group."""
    links, history = quoter.visit.links, quoter.history
    if subject in quoter.people:
        return links.person(subject)
    for state in reversed(history.states()):
        if state.group(subject) is not None:
            return links.group(subject)
        if state.holders("agency", subject):
            return links.agency(subject)
    return Link(subject, None, quoter.gloss(subject))


def _piece(segment: Segment, quoter: Quoter) -> Piece:
    visit = quoter.visit
    return Piece(
        days=lasting(segment, visit.lang),
        start=segment.start,
        status=say(STATUSES[segment.status], visit.lang),
        tone=TONES.get(segment.status, "gap"),
        acting=visit.links.people(segment.acting),
        shares=tuple(_share(cover, quoter) for cover in segment.covers),
        also=tuple(_also(one, visit) for one in segment.also),
        choices=tuple(
            visit.links.subject(name, from_=segment.start.isoformat(), to=segment.end.isoformat())
            for name in segment.choices
        ),
        steps=quoter.steps(segment.reasons),
    )


def _share(cover: Cover, quoter: Quoter) -> Share:
    visit = quoter.visit
    links = visit.links
    relation = say(RELATIONS[cover.relation], visit.lang)
    if cover.relation is Relation.PORTFOLIO:
        relation = ""
    return Share(
        holder=links.person(cover.holder),
        relation=relation,
        status=say(STATUSES[cover.status], visit.lang),
        acting=links.person(cover.acting) if cover.acting else None,
        coordinator=links.person(cover.coordinator) if cover.coordinator else None,
        candidates=links.people(cover.candidates),
        steps=quoter.steps(cover.reasons),
    )


def _also(one: Also, visit: Visit) -> tuple[Link, str]:
    return visit.links.person(one.person), say(RELATIONS[one.relation], visit.lang)


def _holidays(found: Answer, visit: Visit) -> Iterator[str]:
    runs: list[list[CalendarDay]] = []
    for day in found.holidays:
        if runs and runs[-1][-1].name == day.name and (day.day - runs[-1][-1].day).days == 1:
            runs[-1].append(day)
        else:
            runs.append([day])
    for run in runs:
        days = short(run[0].day, visit.lang)
        if len(run) > 1:
            days = f"{days} – {short(run[-1].day, visit.lang)}"
        yield f"{days} {say(run[0].name, visit.lang)}" if run[0].name else days
    for year in found.holidays_unknown:
        yield visit.phrases.unknown_year.format(year=year)


def _take_along(
    subject: str, days: tuple[date, date], typed: tuple[str, ...], visit: Visit
) -> Iterator[Link]:
    """Yield the answer in other forms: signed, as a calendar, and for programs."""
    links, phrases = visit.links, visit.phrases
    start, end = (day.isoformat() for day in days)
    asked = {"subject": subject, "from_": start, "to": end}
    if signs():
        address = links.to("/v1/answers/certificate", **asked, away=typed)
        yield Link(phrases.certificate, address)
    feed = links.to("/v1/feeds/cover.ics", subject=subject, on=start, lang=visit.lang)
    yield Link(phrases.calendar, feed)
    yield Link(phrases.as_json, links.to("/v1/answers", **asked, away=typed))


def signs() -> bool:
    """Say whether this service has a key to sign certificates with."""
    try:
        signing_keys().in_use()
    except RegistryError:
        return False
    return True


def _around(subject: str, start: date, typed: tuple[str, ...], visit: Visit) -> Iterator[Around]:
    phrases, links = visit.phrases, visit.links
    times = (
        (phrases.today, visit.today, visit.today),
        (phrases.this_week, *_week(visit.today)),
        (phrases.next_week, *_week(visit.today + timedelta(days=7))),
        (phrases.week_before, *_week(start - timedelta(days=7))),
        (phrases.week_after, *_week(start + timedelta(days=7))),
    )
    for label, first, last in times:
        yield Around(
            label=label,
            href=links.to(
                "/answer",
                subject=subject,
                from_=first.isoformat(),
                to=last.isoformat(),
                away=[text.partition("@")[0] for text in typed],
            ),
        )


def _week(day: date) -> tuple[date, date]:
    monday = day - timedelta(days=day.weekday())
    return monday, monday + timedelta(days=6)
