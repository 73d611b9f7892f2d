"""The AB pairs in force."""

from __future__ import annotations

from collections.abc import Iterable

from registry.graph.division import changes_part
from registry.graph.posts import Dated
from registry.model.facts import AbPair, AnyFact, Backup, Document


def pairs_at(dated: Iterable[Dated], replaced: frozenset[str]) -> tuple[AnyFact, ...]:
    """Return the pairs of the latest notice that states any and is not in ``replaced``.

    A notice that changes a part (see ``changes_part``) replaces only the pairs of those whom
    its own pairs name.
    """
    by_doc: dict[str, tuple[Document, list[AbPair | Backup]]] = {}
    for _, document, fact in dated:
        if isinstance(fact, AbPair | Backup) and document.doc not in replaced:
            by_doc.setdefault(document.doc, (document, []))[1].append(fact)
    now: list[AbPair | Backup] = []
    for document, pairs in by_doc.values():
        stay = [p for p in now if not _renewed(p, pairs)] if changes_part(document) else []
        now = [*stay, *pairs]
    return tuple(now)


def _renewed(pair: AbPair | Backup, new: Iterable[AbPair | Backup]) -> bool:
    """Say whether ``new`` names a backup for one whose backup ``pair`` is."""
    served = {who for p in new for who in _backed_up(p)}
    return bool(served & _backed_up(pair))


def _backed_up(pair: AbPair | Backup) -> frozenset[str]:
    return frozenset((pair.a, pair.b)) if isinstance(pair, AbPair) else frozenset((pair.a,))
