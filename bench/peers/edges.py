"""The dated edges of made-up governments, as every peer is given them, and the questions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from hashlib import sha256
from itertools import islice, pairwise
from random import Random
from typing import NamedTuple
from zoneinfo import ZoneInfo

from bench.country import FIRST_YEAR, City, country
from bench.country_words import UNITS
from bench.loading import read_city
from registry.graph.history import History
from registry.graph.organisation import HELD, TITLES, Organisation
from registry.model.answers import Relation
from registry.model.facts import AnyFact, Document, Fact
from registry.model.journal import NoticeIngested
from registry.tables.rules import Rulebook, read_rules

YEARS = 2
DRAWN = 40
"""Cities that are read; a larger country has their like under other names."""
ALWAYS = date(9999, 1, 1)
_ZONE = ZoneInfo("Asia/Shanghai")
_LATER = timedelta(days=3)
"""How long after its date a notice is recorded."""

_RULES = """
government = "{government}"

[[rule]]
id = "acts"
kind = "backup_acts"
from = 2015-01-01
triggers = ["away"]
passes = ["supervises", "responsible"]
[rule.source]
document = "{stem}政办发〔2015〕9号"
date = 2015-01-01
clause = "A角外出时，由B角代行"

[[rule]]
id = "coordinator"
kind = "coordinator_assigns"
from = 2015-01-01
triggers = ["away"]
passes = ["supervises", "responsible"]
coordinator = "{head}"
[rule.source]
document = "{stem}政办发〔2015〕9号"
date = 2015-01-01
clause = "A角、B角同时外出时，由{head}协调"
"""


class Edge(NamedTuple):
    """One edge with both its clocks.

    It counts on a day, as known at a day, if ``since`` and ``known`` have come, and ``until``
    and ``superseded`` have not both come. ``place`` orders edges as the notices do.
    """

    government: str
    kind: str
    source: str
    target: str
    strength: int
    place: int
    clause: str
    doc: str
    date: str
    since: str
    until: str
    known: str
    superseded: str


_Standing = tuple[str, str, str, int, int, str, str, str]
"""What an edge says, but when it counts."""


class Question(NamedTuple):
    """Who covers ``subject`` on ``day``, as known at the end of ``known``, with people away."""

    government: str
    subject: str
    day: str
    known: str
    away: tuple[str, ...]


class Office(NamedTuple):
    """A government, its notices as the registry takes them in, its edges and rules."""

    government: str
    notices: tuple[tuple[NoticeIngested, datetime], ...]
    edges: tuple[Edge, ...]
    rules: Rulebook | None


def offices(number: int) -> Iterator[Office]:
    """Yield that many governments; every third has rules of its own."""
    drawn = [_office(place, city) for place, city in enumerate(country(min(number, DRAWN), YEARS))]
    names = islice(country(number, 0), number)
    for place, city in enumerate(names):
        like = drawn[place % len(drawn)]
        yield like if place < len(drawn) else _renamed(like, city.government)


def questions(among: Sequence[Office], number: int, seed: int = 7) -> tuple[Question, ...]:
    """Return questions of all sorts: nobody away, A away, A and B, the coordinator too, then."""
    random = Random(seed)
    found = []
    for place in range(number):
        office = among[place % len(among)]
        day = date(FIRST_YEAR, 3, 10) + timedelta(random.randrange(600))
        known = day if place % 5 == 0 else ALWAYS - timedelta(1)
        agency, field = random.choice(UNITS)
        kind = office.government.removesuffix("人民政府")[-1]
        subject = field if place % 2 else kind + agency
        leaders = [
            e.source
            for e in office.edges
            if e.kind == "leader" and e.since <= day.isoformat() < e.until
        ]
        holder = next(
            e.source
            for e in office.edges
            if e.target == subject and e.since <= day.isoformat() < e.until
        )
        others = random.sample(leaders, place % 4 * 2)
        away = () if place % 4 == 0 else (holder, *others)
        known_day = known.isoformat()
        found.append(
            Question(
                office.government, subject, day.isoformat(), known_day, tuple(dict.fromkeys(away))
            )
        )
    return tuple(found)


def known_at(question: Question) -> datetime | None:
    """Return the moment as of which a question is asked, ``None`` for now."""
    if question.known > "9000":
        return None
    return datetime.combine(date.fromisoformat(question.known), time.max, _ZONE)


def _office(place: int, city: City) -> Office:
    read = read_city(city)
    facts = tuple(fact for notice in read for fact in notice.facts)
    history = History(facts, city.government)
    stem, kind = city.name[:-1], city.name[-1]
    rules = None
    if place % 3 == 0:
        text = _RULES.format(government=city.government, stem=stem, head=f"{kind}长")
        rules = read_rules(text.encode(), f"{stem}.toml")
    return Office(
        city.government,
        tuple((notice, _recorded(_date_of(notice.facts))) for notice in read),
        tuple(_edges(history, rules)),
        rules,
    )


def _renamed(office: Office, government: str) -> Office:
    """Return the like of an office: its names of places are others, its people are not."""
    was, now = office.government[:-5], government[:-5]
    new = office.government.replace(was, now)
    notices = tuple(
        (
            NoticeIngested(
                digest=sha256(f"{now}{notice.digest}".encode()).hexdigest(),
                name=new,
                text=notice.text.replace(was, now),
                facts=tuple(_moved(fact, was, now) for fact in notice.facts),
            ),
            at,
        )
        for notice, at in office.notices
    )
    edges = tuple(_edge_of(edge, was, now) for edge in office.edges)
    rules = office.rules
    if rules is not None:
        stem, head = now, f"{new[len(now)]}长"
        text = _RULES.format(government=new, stem=stem, head=head)
        rules = read_rules(text.encode(), f"{stem}.toml")
    return Office(new, notices, edges, rules)


def _edge_of(edge: Edge, was: str, now: str) -> Edge:
    return edge._replace(
        government=edge.government.replace(was, now),
        source=edge.source.replace(was, now),
        target=edge.target.replace(was, now),
        clause=edge.clause.replace(was, now),
        doc=edge.doc.replace(was, now),
    )


def _moved(fact: AnyFact, was: str, now: str) -> AnyFact:
    import msgspec  # noqa: PLC0415

    encoded = msgspec.json.encode(fact).decode().replace(was, now)
    return msgspec.json.decode(encoded, type=type(fact))


def _recorded(day: date) -> datetime:
    return datetime.combine(day + _LATER, time(9), _ZONE)


def _date_of(facts: Sequence[AnyFact]) -> date:
    (said,) = (f.date for f in facts if isinstance(f, Document))
    return date.fromisoformat(str(said))


def _edges(history: History, rules: Rulebook | None) -> Iterator[Edge]:
    """Yield each edge once for each run of states in which it stands."""
    open_: dict[_Standing, str] = {}
    days = [*history.days, ALWAYS]
    for day, after in pairwise(days):
        here = dict.fromkeys(_standing(history.at(day)))
        for values in [v for v in open_ if v not in here]:
            yield _edge(history, values, open_.pop(values), day)
        for values in here:
            open_.setdefault(values, day.isoformat())
        if after == ALWAYS:
            for values, since in open_.items():
                yield _edge(history, values, since, ALWAYS)
    for place, rule in enumerate(rules.rules if rules else ()):
        source = rule.source
        coordinator = getattr(rule, "coordinator", None) or ""
        yield Edge(
            history.government,
            str(rule.__struct_config__.tag),
            coordinator,
            "",
            0,
            place,
            source.clause,
            source.document,
            str(source.date),
            str(rule.start),
            ALWAYS.isoformat(),
            "0000",
            ALWAYS.isoformat(),
        )


def _edge(history: History, values: _Standing, since: str, until: date) -> Edge:
    kind, source, target, strength, place, clause, doc, day = values
    known = _recorded(date.fromisoformat(since)).date().isoformat()
    superseded = ALWAYS if until == ALWAYS else _recorded(until).date()
    return Edge(
        history.government,
        kind,
        source,
        target,
        strength,
        place,
        clause,
        doc,
        day,
        since,
        until.isoformat(),
        known,
        superseded.isoformat(),
    )


def _standing(org: Organisation) -> Iterator[_Standing]:
    for place, edge in enumerate(org.edges(HELD)):
        strength = Relation(edge.relation).strength
        values = (edge.relation, edge.source.name, edge.target.name, strength, place)
        yield (*values, *_told(edge.fact, edge.document))
    for place, edge in enumerate(org.pairs()):
        values = ("pair", edge.source.name, edge.target.name, 0, place)
        yield (*values, *_told(edge.fact, edge.document))
    for place, edge in enumerate(org.edges(TITLES)):
        values = ("title", edge.source.name, edge.target.name, 0, place)
        yield (*values, *_told(edge.fact, edge.document))
    for place, name in enumerate(org.leaders()):
        yield ("leader", name, "", 0, place, "", "", "")
    for name, (fact, document) in org.left.items():
        yield ("left", name, "", 0, 0, *_told(fact, document))


def _told(fact: Fact, document: Document) -> tuple[str, str, str]:
    return fact.clause, document.doc, str(document.date)
