"""What every portfolio of a government's history covers, and the words it is found by."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from msgspec import structs

from registry.graph.agencies import cores
from registry.graph.governments import without_place
from registry.graph.history import History
from registry.graph.nodes import Edge
from registry.graph.organisation import HELD
from registry.model.answers import Relation
from registry.model.coverage import Coverage
from registry.resolve.found import folded
from registry.resolve.subjects.shares import names_of, parts_of

Lines = tuple[tuple[Coverage, frozenset[str]], ...]
"""Lines of coverage, each with the words that it is found by."""

_LEVELS = "省市县区旗州盟"


def coverage_of(history: History) -> Lines:
    """Return who covered what from when to when, each with the words by which it is found.

    A holding that two states have in the same words of the same notice is one.
    """
    found: dict[tuple[object, ...], tuple[Coverage, frozenset[str]]] = {}
    ready: list[tuple[Coverage, frozenset[str]]] = []
    for place, since in enumerate(history.days):
        until = None if place + 1 == len(history.days) else history.days[place + 1]
        last = until - timedelta(days=1) if until is not None else None
        now = dict(_of_state(history, since, last))
        ready.extend(found.pop(key) for key in tuple(found) if key not in now)
        for key, (line, words) in now.items():
            before = found[key][0].since if key in found else since
            found[key] = (structs.replace(line, since=before), words)
    return (*ready, *found.values())


def key_of(words: str) -> str:
    """Return what is looked up for the words of a question: 商务局 for 市商务局.

    >>> key_of("市商务局"), key_of("商务")
    ('商务局', '商务')
    """
    key = folded(words)
    return key[1:] if len(key) > 2 and key[0] in _LEVELS and key[-1] in "局委办" else key


def _of_state(
    history: History, since: date, until: date | None
) -> Iterator[tuple[tuple[object, ...], tuple[Coverage, frozenset[str]]]]:
    for edge in history.at(since).edges(HELD):
        line = Coverage(
            government=history.government,
            kind="agency" if edge.target.kind == "agency" else "area",
            name=edge.target.name,
            person=edge.source.name,
            relation=Relation(edge.relation),
            since=since,
            until=until,
            doc=edge.fact.doc,
            clause=edge.fact.clause,
        )
        key = (line.name, line.person, line.relation, line.doc, line.clause)
        yield key, (line, _words(edge, history.government))


def _words(edge: Edge, government: str) -> frozenset[str]:
    found: set[str] = set()
    for name in names_of(edge):
        found |= {name, without_place(name, government)}
        found |= cores(name, government) if edge.target.kind == "agency" else set(parts_of(name))
    return frozenset(key_of(word) for word in found if word)
