"""Persons and posts by their exact names."""

from __future__ import annotations

from registry.graph.organisation import TITLES, Organisation
from registry.graph.posts import same_post
from registry.resolve.found import Choices, Found, Glossary


def person(org: Organisation, words: str, _: Glossary) -> Found | None:
    """Find the person of that name: all that he holds is the subject."""
    if words not in org.people():
        return None
    return Found(kind="person", person=words, edges=org.held(words))


def post(org: Organisation, words: str, _: Glossary) -> Found | Choices | None:
    """Find the post of that name; several holders are the choices."""
    wanted = same_post(words, org.government)
    edges = tuple(
        e for e in org.edges(TITLES) if same_post(e.target.name, org.government) == wanted
    )
    holders = tuple(dict.fromkeys(e.source.name for e in edges))
    if len(holders) > 1:
        return Choices(holders)
    return Found(kind="post", edges=edges[:1]) if edges else None
