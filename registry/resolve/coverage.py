"""What every portfolio of a government's history covers, and the words it is found by."""

from __future__ import annotations

from bisect import bisect_right
from datetime import date, timedelta

from msgspec import structs

from registry.graph.agencies import cores
from registry.graph.division import division_at
from registry.graph.governments import without_place
from registry.graph.history import History
from registry.graph.nodes import relation_of
from registry.model.answers import Relation
from registry.model.coverage import Coverage
from registry.model.facts import AgencyFact, AreaFact
from registry.resolve.found import bare, folded
from registry.resolve.subjects.shares import parts_of

Lines = tuple[tuple[Coverage, frozenset[str]], ...]
"""Lines of coverage, each with the words that it is found by."""

_LEVELS = "省市县区旗州盟"


def coverage_of(history: History) -> Lines:
    """Return who covered what from when to when, each with the words by which it is found.

    A holding that stays in the same words of the same notice is one, whatever else changes.
    The divisions of labour alone are read, not whole states: an index is made of thousands.
    """
    found: dict[_Key, tuple[Coverage, frozenset[str]]] = {}
    ready: list[tuple[Coverage, frozenset[str]]] = []
    for since in history.days:
        so_far = history.dated[: bisect_right(history.dated, since, key=lambda item: item[0])]
        shares = division_at(so_far, history.government).shares
        now = {_key(s.fact): s.fact for s in shares if isinstance(s.fact, AreaFact | AgencyFact)}
        for key in [key for key in found if key not in now]:
            line, words = found.pop(key)
            ready.append((structs.replace(line, until=since - timedelta(days=1)), words))
        for key, fact in now.items():
            if key not in found:
                found[key] = (
                    _line(fact, history.government, since),
                    _words(fact, history.government),
                )
    return (*ready, *found.values())


def key_of(words: str) -> str:
    """Return what is looked up for the words of a question: 商务局 for 市商务局.

    >>> key_of("市商务局"), key_of("商务")
    ('商务局', '商务')
    """
    key = folded(words)
    return key[1:] if len(key) > 2 and key[0] in _LEVELS and key[-1] in "局委办" else key


_Key = tuple[str, str, str, str, str]


def _key(fact: AreaFact | AgencyFact) -> _Key:
    return _name(fact), fact.person, relation_of(fact), fact.doc, fact.clause


def _name(fact: AreaFact | AgencyFact) -> str:
    return fact.area if isinstance(fact, AreaFact) else fact.org


def _line(fact: AreaFact | AgencyFact, government: str, since: date) -> Coverage:
    return Coverage(
        government=government,
        kind="area" if isinstance(fact, AreaFact) else "agency",
        name=_name(fact),
        person=fact.person,
        relation=Relation(relation_of(fact)),
        since=since,
        until=None,
        doc=fact.doc,
        clause=fact.clause,
    )


def _words(fact: AreaFact | AgencyFact, government: str) -> frozenset[str]:
    found: set[str] = set()
    for name in map(bare, filter(None, (_name(fact), fact.alias))):
        found |= {name, without_place(name, government)}
        found |= cores(name, government) if isinstance(fact, AgencyFact) else set(parts_of(name))
    return frozenset(key_of(word) for word in found if word)
