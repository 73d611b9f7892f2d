"""Where the parts meet: the clock, the shipped data and rules, and the registry made of them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from registry.model.facts import AnyFact
from registry.resolve.subject import Glossary
from registry.service.registry import Registry
from registry.service.sources import read_sources
from registry.shipped import shipped
from registry.tables.aliases import load_agency_aliases, load_english_areas
from registry.tables.carried import load
from registry.tables.rules import Rulebook, read_rules

_NOT_FACTS = frozenset(("aliases", "examples", "holidays"))
"""Folders of ``data`` that carry no notices of a real government."""


def today() -> date:
    """Return the day in Asia/Shanghai, where the notices count their days."""
    return datetime.now(ZoneInfo("Asia/Shanghai")).date()


def registry(sources: Iterable[Path] = ()) -> Registry:
    """Return the registry over ``sources``, text files of notices, or over the shipped data.

    Raises:
        UnreadableSource: a source cannot be read.
        BadRules: a shipped rule or data file does not follow its vocabulary.
    """
    paths = tuple(sources)
    facts = read_sources(paths) if paths else shipped_facts()
    return Registry(facts, shipped_rules(), shipped_glossary(), today)


def shipped_facts() -> tuple[AnyFact, ...]:
    """Return the facts that travel with the package."""
    folders = sorted(p for p in shipped("data").iterdir() if p.is_dir())
    return tuple(
        fact
        for folder in folders
        if folder.name not in _NOT_FACTS
        for fact in load({path.name: path.read_bytes() for path in folder.glob("*.toml")})
    )


def shipped_rules() -> tuple[Rulebook, ...]:
    """Return the rule files that travel with the package."""
    return tuple(
        read_rules(path.read_bytes(), path.name) for path in sorted(shipped("rules").glob("*.toml"))
    )


def shipped_glossary() -> Glossary:
    """Return English names of areas, and short names that no rule reaches."""
    agencies = shipped("data") / "aliases" / "agencies.toml"
    areas = shipped("data") / "aliases" / "areas-en.toml"
    return Glossary(
        english=load_english_areas(areas.name, areas.read_bytes()),
        aliases=load_agency_aliases(agencies.name, agencies.read_bytes()),
    )
