"""An extract of the registry: what every form of export is written from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from msgspec import Struct

from registry.exports.ties import Tie, ties
from registry.graph.dates import first_day
from registry.graph.groups import LeadingGroup
from registry.graph.history import History
from registry.graph.mentions import agencies_named
from registry.graph.quotes import Quote
from registry.graph.spellings import spellings
from registry.graph.tenure import Tenure, tenures
from registry.model.facts import Document
from registry.model.names import AgencyNames


class Extract(Struct, frozen=True, kw_only=True):
    """What the notices of ``government`` say of all that began by the day ``on``.

    What has ended is among it. An end is told wherever a notice known tells it, though it be
    later than the day. ``notices`` are all those known, by ``doc``; ``people`` are in the order of the
    division of labour in force on the day, then as they are named; ``groups`` are those set up or
    mentioned by the day. ``english`` are English names of areas.
    """

    government: str
    on: date
    notices: Mapping[str, Document]
    people: tuple[str, ...]
    agencies: tuple[AgencyNames, ...]
    groups: tuple[LeadingGroup, ...]
    tenures: tuple[Tenure, ...]
    ties: tuple[Tie, ...]
    english: Mapping[str, str] = {}

    def holding(self) -> tuple[Tie, ...]:
        """Return the ties that hold on the day."""
        return tuple(tie for tie in self.ties if tie.holds(self.on))

    def in_post(self) -> tuple[Tenure, ...]:
        """Return the tenures that hold on the day: those whose beginning is known."""
        return tuple(t for t in self.tenures if t.start is not None and not _over(t, self.on))

    def notices_cited(self, quotes: Iterable[Quote]) -> tuple[Document, ...]:
        """Return the notices that ``quotes`` stand in, each once, in their order."""
        docs = dict.fromkeys(said.doc for said in quotes)
        return tuple(self.notices[doc] for doc in docs if doc in self.notices)


def extract(
    history: History,
    on: date,
    aliases: Mapping[str, str] = {},
    english: Mapping[str, str] = {},
) -> Extract:
    """Return the extract of a government's history for a day.

    Args:
        history: the facts of one government.
        on: the day.
        aliases: short names of agencies that no rule reaches, each with its full one.
        english: English names of areas, each with the Chinese one.
    """
    known = tuple(fact for day, _, fact in history.dated if day <= on)
    agencies, _ = spellings(agencies_named(known, history.government), aliases, history.government)
    held = tuple(tie for tie in ties(history) if tie.start <= on)
    posts = tuple(t for t in tenures(history.dated, history.government, date.max) if _begun(t, on))
    org = history.at(on)
    return Extract(
        government=history.government,
        on=on,
        notices={document.doc: document for _, document, _ in history.dated},
        people=tuple(dict.fromkeys((*org.people(), *_named(posts, held)))),
        agencies=agencies,
        groups=org.leading_groups,
        tenures=posts,
        ties=held,
        english=_first(english),
    )


def _named(posts: Iterable[Tenure], held: Iterable[Tie]) -> Iterator[str]:
    yield from (tenure.person for tenure in posts)
    for tie in held:
        yield from (n.name for n in (tie.bond.source, tie.bond.target) if n.kind == "person")


def _begun(tenure: Tenure, on: date) -> bool:
    """Say whether a post was held by the day; where its beginning is not known, by its end."""
    day = first_day(tenure.start or tenure.end)
    return day is not None and day <= on


def _over(tenure: Tenure, on: date) -> bool:
    end = first_day(tenure.end)
    return end is not None and end <= on


def _first(english: Mapping[str, str]) -> dict[str, str]:
    """Return Chinese name to the first of its English names."""
    found: dict[str, str] = {}
    for name, chinese in english.items():
        found.setdefault(chinese, name)
    return found
