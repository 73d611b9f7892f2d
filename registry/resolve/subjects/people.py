"""Persons and posts by their exact names."""

from __future__ import annotations

from collections.abc import Iterator

from registry.graph.dates import first_day
from registry.graph.nodes import Edge
from registry.graph.organisation import TITLES, Organisation
from registry.graph.posts import same_post
from registry.graph.terms import Opening, Tenancy, filled_by, is_acting, tenancy_of, terms_of
from registry.model.answers import Reason, Words
from registry.resolve.found import Choices, Found, Glossary
from registry.resolve.reasons import quoted, said


def person(org: Organisation, words: str, _: Glossary) -> Found | None:
    """Find the person of that name: all that he holds is the subject."""
    if words not in org.people():
        return None
    return Found(kind="person", person=words, edges=org.held(words))


def post(org: Organisation, words: str, _: Glossary) -> Found | Choices | None:
    """Find the post of that name; several holders are the choices.

    Where nobody holds it, one who acts in it by statute or has temporary charge of it is
    found, and flagged as what he is.
    """
    wanted = same_post(words, org.government)
    titles = org.edges(TITLES)
    edges = tuple(e for e in titles if same_post(e.target.name, org.government) == wanted)
    holders = tuple(dict.fromkeys(e.source.name for e in edges))
    if len(holders) > 1:
        return Choices(holders)
    if edges:
        acts = is_acting(edges[0].target.name)
        return Found(
            kind="post",
            edges=edges[:1],
            read_as=tuple(_terms(edges[0], org)),
            flags=(Tenancy.ACTING.value,) if acts else (),
        )
    return _stand_in(org, words, titles, wanted)


def _terms(edge: Edge, org: Organisation) -> Iterator[Reason]:
    """Say until when the holder is on probation, or seconded, while that lies ahead."""
    if not isinstance(edge.fact, Opening):
        return
    terms = terms_of(edge.fact, edge.document)
    for code, until, zh, en in (
        ("probation", terms.probation_until, "试用期至", "on probation until"),
        ("secondment", terms.ends, "挂职至", "seconded until"),
    ):
        day = first_day(until)
        if day is not None and day > org.on:
            words = Words(f"{edge.source.name}{zh}{until}", f"{edge.source.name} is {en} {until}")
            yield quoted(code, words, edge.fact, edge.document)


def _stand_in(
    org: Organisation, words: str, titles: tuple[Edge, ...], wanted: str
) -> Found | Choices | None:
    found = {
        e.source.name: (e, how)
        for e in titles
        if isinstance(e.fact, Opening)
        and (how := tenancy_of(e.fact)) is not Tenancy.HOLDS
        and same_post(filled_by(e.target.name), org.government) == wanted
    }
    if len(found) > 1:
        return Choices(tuple(found))
    for person, (edge, how) in found.items():
        acts = how is Tenancy.ACTING
        note = said(
            how.value,
            f"“{words}”没有人担任；{person}{'依法代理' if acts else '主持工作'}",
            f"nobody holds the post {words}; {person}"
            f" {'acts in it by statute' if acts else 'has temporary charge of it'}",
        )
        return Found(kind="post", edges=(edge,), read_as=(note,), flags=(how.value,))
    return None
