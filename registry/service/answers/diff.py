"""Use case: what changed between two days, or from one notice to another."""

from __future__ import annotations

from datetime import date, datetime

from msgspec import structs

from registry.checks import CHECKS, Case
from registry.errors import BadPeriod, UnknownName
from registry.graph.changes.redline import Redline
from registry.graph.dates import counts_from
from registry.graph.diff import diff as compare
from registry.graph.governments import bodies_of
from registry.model.facts import Document
from registry.model.findings import FindingKind
from registry.service.registry import Registry


def diff(
    registry: Registry,
    start: date,
    end: date,
    *,
    government: str | None = None,
    known_at: datetime | None = None,
) -> Redline:
    """Return the redline of a government between two days, with the seats that are stale then.

    Args:
        registry: where the notices are.
        start: the first day.
        end: the second day, after the first.
        government: which one, by its name or a part of it, where there are several.
        known_at: the moment as of which it is asked, with its time zone; now without it.

    Raises:
        BadPeriod: the second day is not after the first.
        UnknownName: there is no such government, or more than one that fits.
    """
    if end <= start:
        raise BadPeriod(f"nothing lies between {start} and {end}; give the earlier day first")
    known = registry.known(known_at)
    history = known.history(government)
    case = Case(
        history=history,
        given=known.facts_of(history.government),
        on=end,
        rulebook=known.rules(history.government),
        aliases=known.glossary.aliases,
    )
    return structs.replace(
        compare(history, start, end, known.glossary.aliases),
        stale_seats=tuple(CHECKS[FindingKind.SEAT_DUE](case)),
    )


def between_notices(
    registry: Registry,
    first: str,
    second: str,
    *,
    government: str | None = None,
    known_at: datetime | None = None,
) -> Redline:
    """Return the redline from the day on which one notice counts to that of another.

    A notice is named by its number, its title, or a part that only one title has.

    Raises:
        BadPeriod: a notice bears no year, or the second does not count later than the first.
        UnknownName: there is no such notice, or no one government issued both.
    """
    known = registry.known(known_at)
    one, other = _notice(known, first), _notice(known, second)
    start, end = _day(one), _day(other)
    if end <= start:
        raise BadPeriod(
            f"{other.doc} counts from {end}, not later than {one.doc} ({start});"
            " name the earlier notice first, or ask with --from and --to"
        )
    shared = [body for body in bodies_of(one) if body in bodies_of(other)]
    if government is None and not shared:
        raise UnknownName(
            f"{one.doc} and {other.doc} are not of one government; say which with --government"
        )
    return diff(known, start, end, government=government or shared[0])


def _notice(registry: Registry, name: str) -> Document:
    documents = {f.doc: f for f in registry.facts if isinstance(f, Document)}
    wanted = name.strip()
    fitting = [d for d in documents.values() if wanted in (d.doc, d.number, d.title)]
    fitting = fitting or [d for d in documents.values() if wanted and wanted in d.title]
    if len(fitting) == 1:
        return fitting[0]
    near = tuple(d.doc for d in fitting or documents.values())[:5]
    problem = "several notices fit" if fitting else "no such notice"
    raise UnknownName(f"{name!r}: {problem}; name one of: {'; '.join(near)}", near)


def _day(document: Document) -> date:
    day = counts_from(document)
    if day is None:
        raise BadPeriod(
            f"{document.doc} bears no year, so it counts from no day; ask with --from and --to"
        )
    return day
