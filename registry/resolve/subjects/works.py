"""Tasks, duties and indicators by their text, each held through its agencies.

Exactly first; then as the beginning of one text alone; then as a part of one alone. What
begins or holds several is ambiguous, with the choices.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from msgspec import structs

from registry.graph.nodes import Edge
from registry.graph.organisation import Organisation
from registry.graph.works import Work
from registry.resolve.found import Choices, Found, Glossary, Through, folded
from registry.resolve.reasons import said
from registry.resolve.subjects.agencies import named
from registry.resolve.words import WORKS


def work(org: Organisation, words: str, glossary: Glossary) -> Found | Choices | None:
    """Find the work of exactly that text; one text in several notices gives choices."""
    asked = folded(words)
    fitting = {
        label: one
        for label, one in _labelled(org).items()
        if asked in map(folded, (label, one.text, _placed(one)))
    }
    return _one(org, fitting, glossary)


def work_part(org: Organisation, words: str, glossary: Glossary) -> Found | Choices | None:
    """Find the work whose text begins with ``words``, else the one that holds them."""
    asked = folded(words)
    if len(asked) < 2:
        return None
    known = _labelled(org)
    fitting = {k: one for k, one in known.items() if folded(one.text).startswith(asked)}
    fitting = fitting or {k: one for k, one in known.items() if asked in folded(one.text)}
    found = _one(org, fitting, glossary)
    if not isinstance(found, Found) or found.work is None:
        return found
    what, text = WORKS[found.work.kind], found.work.text
    note = said(
        "part_of_text",
        f"“{words}”按{what.zh}“{text}”回答",
        f"{words} is read as the {what.en} {text}",
    )
    return structs.replace(found, read_as=(note,))


def _labelled(org: Organisation) -> dict[str, Work]:
    """Return all works by names that tell them apart: text, notice, and kind as needed."""
    every = org.works()
    texts = Counter(one.text for one in every)
    placed = Counter((one.text, one.document.doc) for one in every)
    found: dict[str, Work] = {}
    for one in every:
        label = one.text
        if texts[one.text] > 1:
            alike = placed[one.text, one.document.doc] > 1
            label = _placed(one, WORKS[one.kind].zh if alike else "")
        found[label] = one
    return found


def _placed(one: Work, kind: str = "") -> str:
    return f"{one.text}（{one.document.doc}{kind}）"


def _one(
    org: Organisation, fitting: Mapping[str, Work], glossary: Glossary
) -> Found | Choices | None:
    if len(fitting) > 1:
        return Choices(tuple(fitting))
    for one in fitting.values():
        through = tuple(_through(org, edge, glossary) for edge in _each_agency(one.given))
        return Found(kind="work", work=one, through=through)
    return None


def _each_agency(given: tuple[Edge, ...]) -> tuple[Edge, ...]:
    """Keep one tie an agency: a text that stands twice may name it twice."""
    first: dict[str, Edge] = {}
    for edge in given:
        first.setdefault(edge.source.name, edge)
    return tuple(first.values())


def _through(org: Organisation, given: Edge, glossary: Glossary) -> Through:
    found = named(org, given.source.name, glossary)
    if isinstance(found, Choices):
        return Through(given=given, choices=found.names)
    if found is None:
        return Through(given=given)
    return Through(given=given, edges=found.edges, read_as=found.read_as)
