"""Use case: calendar feeds of a person's acting days, of who covers something, and of a week."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TypeVar

from msgspec import structs

from registry.errors import UnknownName
from registry.exports.feeds.calendar import calendar
from registry.exports.feeds.event import Occasion
from registry.exports.feeds.revisions import revised
from registry.exports.feeds.week import week_feed_occasions
from registry.exports.feeds.words import ACTING_DAYS, COVER, Lang, say
from registry.exports.week.words import title
from registry.graph.history import History
from registry.model.records import Absence
from registry.model.time import Period
from registry.resolve.names import check_person
from registry.service.answers.week import week
from registry.service.feeds.asking import Asking, Known
from registry.service.feeds.days import acting_days, covers
from registry.service.feeds.versions import noted, touching, window
from registry.service.registry import Registry

_T = TypeVar("_T")


def acting_feed(
    registry: Registry,
    person: str,
    on: date,
    absences: Sequence[Absence] = (),
    *,
    government: str | None = None,
    lang: Lang = "zh",
) -> bytes:
    """Return the feed of the days on which ``person`` acts for another.

    Args:
        registry: where the notices and the records are.
        person: the one who acts.
        on: the day around which; see ``window``.
        absences: who is away besides those recorded.
        government: which one, by its name or a part of it, where there are several.
        lang: the language of the texts.

    Raises:
        UnknownName: no notice names such a person or government, or several governments fit.
    """
    history = registry.history(government, person)
    who, asking = check_person(history, person), _asking(registry, history, on, absences)
    found = ((at, acting_days(asking, known, who, lang)) for at, known in asking.known())
    return calendar(
        ("acting", asking.government, who),
        f"{who} · {say(ACTING_DAYS, lang)}",
        revised(found, lang),
    )


def cover_feed(
    registry: Registry,
    subject: str,
    on: date,
    absences: Sequence[Absence] = (),
    *,
    government: str | None = None,
    lang: Lang = "zh",
) -> bytes:
    """Return the feed of who is in charge of ``subject``, who acts, and when nobody does.

    Arguments as ``acting_feed``.

    Raises:
        SeveralFit: the words may mean several subjects.
        UnknownName: no notice names the subject or the government, or several governments fit.
    """
    history = registry.history(government, subject)
    asked, asking = subject.strip(), _asking(registry, history, on, absences)
    asking.check(asked)

    def told(known: Known) -> tuple[Occasion, ...]:
        return covers(asking, known, asked, lang)

    found = ((at, _once_named(told, known)) for at, known in asking.known())
    return calendar(
        ("cover", asking.government, asked),
        f"{asked} · {say(COVER, lang)}",
        revised(found, lang),
    )


def week_feed(
    registry: Registry,
    period: Period,
    absences: Sequence[Absence] = (),
    *,
    government: str | None = None,
    lang: Lang = "zh",
) -> bytes:
    """Return the feed of a week; arguments and errors as ``registry.service.answers.week.week``."""
    sheet = week(registry, period, absences, government=government)
    name = sheet.government

    def told(known: Registry) -> tuple[Occasion, ...]:
        then = week(known, period, absences, government=name)
        return tuple(week_feed_occasions(then, lang))

    entries = touching(registry.entries(government=name), period)
    found = [(e.at, _once_named(told, registry.known(e.number))) for e in entries[:-1]]
    at = entries[-1].at if entries else noted(registry.history_of(name))
    return calendar(
        ("week", name, period.start.isoformat()),
        title(sheet, lang),
        revised([*found, (at, tuple(week_feed_occasions(sheet, lang)))], lang),
    )


def _asking(registry: Registry, history: History, on: date, absences: Sequence[Absence]) -> Asking:
    given = tuple(structs.replace(a, person=check_person(history, a.person)) for a in absences)
    return Asking(registry, history.government, window(on), given)


def _once_named(told: Callable[[_T], tuple[Occasion, ...]], known: _T) -> tuple[Occasion, ...]:
    """Return what is told; nothing as long as no notice known named what it is about."""
    try:
        return told(known)
    except UnknownName:
        return ()
