"""Leading groups, delegations and commands, by name or by a part that only one has."""

from __future__ import annotations

from registry.graph.groups import LeadingGroup
from registry.graph.organisation import Organisation
from registry.resolve.found import Choices, Found, Glossary, bare


def group(org: Organisation, words: str, _: Glossary) -> Found | Choices | None:
    """Find the group of exactly that name or short form."""
    return _one([g for g in org.leading_groups if words in map(bare, g.names)])


def group_part(org: Organisation, words: str, _: Glossary) -> Found | Choices | None:
    """Find the group with ``words`` in its name; several are the choices."""
    if len(words) < 2:
        return None
    return _one([g for g in org.leading_groups if any(words in bare(n) for n in g.names)])


def _one(groups: list[LeadingGroup]) -> Found | Choices | None:
    if len(groups) > 1:
        return Choices(tuple(g.name for g in groups))
    return Found(kind="group", group=groups[0]) if groups else None
