"""The notices behind a chart: each named, and linked to its page."""

from __future__ import annotations

from collections.abc import Iterable

from registry.charts.look import Look
from registry.charts.rows import Item
from registry.charts.words import FRAME, cite, say
from registry.graph.nodes import Edge
from registry.graph.organisation import Organisation
from registry.graph.quotes import Quote, quote
from registry.model.facts import Document

_NAMED = 3
"""Notices that a title names."""


def as_of(organisation: Organisation, look: Look) -> Item:
    """Return the day that a chart is of."""
    return Item(f"{say(FRAME.as_of, look.lang)} {organisation.on.isoformat()}")


def source(document: Document, look: Look) -> Item:
    """Return the notice that a chart rests on."""
    words = f"{say(FRAME.source, look.lang)} {cite(document)}"
    return Item(words, look.link("notices", document.doc))


def sources(quotes: Iterable[Quote], look: Look) -> tuple[Item, ...]:
    """Return the notices of ``quotes`` in their order: the first by name, of more their number."""
    found = tuple({said.doc: said for said in quotes}.values())
    words = f"{say(FRAME.source, look.lang)} "
    listed = [
        Item(("" if place else words) + _cited(said), look.link("notices", said.doc))
        for place, said in enumerate(found[:_NAMED])
    ]
    if more := len(found) - len(listed):
        words = f"另有{more}件，见各项" if look.lang == "zh" else f"and {more} more, as each says"
        listed.append(Item(words))
    return tuple(listed)


def proved(word: str, quotes: Iterable[Quote], look: Look) -> Item:
    """Return ``word`` as a link to the notice of the first of ``quotes``, which tells them all."""
    each = tuple(dict.fromkeys(quotes))
    if not each:
        return Item(word)
    said = "；".join(f"{_cited(one)}：{''.join(one.clause.split())}" for one in each)
    return Item(word, look.link("notices", each[0].doc), f"{word} · {said}")


def quote_of(edge: Edge) -> Quote:
    """Return the clause that an edge was read from."""
    return quote(edge.fact, edge.document)


def left_out(words: str, look: Look) -> str:
    """Return what a chart says that it leaves out."""
    return f"{say(FRAME.left_out, look.lang)}{words}"


def _cited(said: Quote) -> str:
    return f"{said.doc}（{said.date}）" if said.date else said.doc
