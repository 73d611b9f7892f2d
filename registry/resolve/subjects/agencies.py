"""Agencies by their short names, and by the work that they are for."""

from __future__ import annotations

from registry.graph.agencies import cores, match_agency
from registry.graph.organisation import Organisation
from registry.resolve.found import Choices, Found, Glossary
from registry.resolve.reasons import said
from registry.resolve.subjects.shares import agency_edges, names_of


def named(org: Organisation, words: str, glossary: Glossary) -> Found | Choices | None:
    """Find the agency of a leader's portfolio that ``words`` name, in full or short."""
    edges = agency_edges(org)
    full_of = {name: e.target.name for e in edges for name in reversed(names_of(e))}
    match = match_agency(words, full_of, glossary.aliases, org.government)
    full = tuple(dict.fromkeys(full_of[name] for name in match.names))
    if len(full) > 1:
        return Choices(full)
    if not full:
        return None
    note = said("short_name", f"“{words}”即“{full[0]}”", f"{words} is read as {full[0]}")
    return Found(
        kind="agency",
        edges=tuple(e for e in edges if e.target.name == full[0]),
        read_as=(note,) if full[0] != words else (),
    )


def about(org: Organisation, words: str, _: Glossary) -> Found | Choices | None:
    """Find the agency for an area: 市审计局 for 审计."""
    edges = [
        e for e in agency_edges(org) if any(words in cores(n, org.government) for n in names_of(e))
    ]
    names = tuple(dict.fromkeys(e.target.name for e in edges))
    if len(names) > 1:
        return Choices(names)
    if not names:
        return None
    note = said(
        "agency_of_area",
        f"“{words}”按其主管单位“{names[0]}”的分工回答",
        f"{words} is answered by the agency for it, {names[0]}",
    )
    return Found(kind="agency", edges=tuple(edges), read_as=(note,))


def elsewhere(org: Organisation, words: str, glossary: Glossary) -> Found | None:
    """Find an agency that only groups and other notices name: nobody holds it."""
    match = match_agency(words, org.names("agency"), glossary.aliases, org.government)
    return Found(kind="agency") if match.names else None
