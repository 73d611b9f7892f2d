"""Rule files: what is in one, and how it is read.

``rules/README.md`` explains every word to a clerk. A file that strays from the
vocabulary is refused with its line and the nearest right word.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import Any, cast

import msgspec
from msgspec import Struct, ValidationError, toml

from registry.errors import BadRules
from registry.tables.mistakes import explain, header_line, words_of
from registry.tables.rule_kinds import (
    KINDS,
    ActingScope,
    AnyRule,
    BackupActs,
    CoordinatorAssigns,
    OutsideScheme,
    PortfolioSplit,
    Rule,
    Share,
    Source,
    StandIn,
    Tell,
    kind_of,
)
from registry.tables.rule_words import Passing, Trigger

__all__ = [
    "AnyRule",
    "BackupActs",
    "CoordinatorAssigns",
    "Passing",
    "Rulebook",
    "Source",
    "StandIn",
    "Trigger",
    "read_rules",
    "schema",
]

_NATIVE = (dt.datetime, dt.date, dt.time)


class Rulebook(Struct, frozen=True, kw_only=True):
    """The rules of one government and the name of the file that they come from.

    ``country`` stands in the place of ``government`` in a book of law, which every
    government is under; ``laws`` are those books beside a government's own.
    """

    government: str = ""
    rules: tuple[AnyRule, ...] = ()
    file: str = ""
    country: str = ""
    laws: tuple[Rulebook, ...] = ()


class RuleFile(Struct, frozen=True, forbid_unknown_fields=True):
    """A rule file of the leadership registry: one government, or one country's law."""

    rule: tuple[AnyRule, ...]
    government: str | None = None
    country: str | None = None


_COMMON = frozenset(Rule.__struct_encode_fields__)
_VOCABULARY = words_of((RuleFile,))


def schema() -> dict[str, Any]:
    """Return the JSON Schema of a rule file, for editors."""
    made = msgspec.json.schema(RuleFile)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **made}


def read_rules(content: bytes, file: str) -> Rulebook:
    """Read one rule file.

    Args:
        content: the file's bytes, TOML.
        file: its name, for messages and for answers to cite.

    Raises:
        BadRules: the file is no TOML, or a word, a date or a part is not in the vocabulary.
    """
    try:
        text = content.decode("utf-8")
        raw = toml.decode(text)
    except UnicodeDecodeError as error:
        raise BadRules(f"{file}: not UTF-8 text; save the file as UTF-8") from error
    except ValueError as error:
        raise BadRules(explain(str(error), text, file, _VOCABULARY)) from error
    found = _typed(raw, text, file)
    if (found.government is None) == (found.country is None):
        raise BadRules(
            f'{file}:1: name the one whose rules these are: government = "…", or country = "…"'
            " for law that every government is under"
        )
    _check(found.rule, text, file)
    return Rulebook(
        government=found.government or "",
        country=found.country or "",
        rules=found.rule,
        file=file,
    )


def _typed(raw: object, text: str, file: str) -> RuleFile:
    """Read rule by rule, so that a complaint tells which one it is about."""
    rules = raw.get("rule") if isinstance(raw, dict) else None
    if isinstance(raw, dict) and isinstance(rules, list):
        read = [_rule(rule, number, text, file) for number, rule in enumerate(rules)]
        raw = {**raw, "rule": read}
    try:
        return msgspec.convert(raw, RuleFile, builtin_types=_NATIVE, str_keys=True)
    except ValidationError as error:
        raise BadRules(explain(str(error), text, file, _VOCABULARY)) from error


def _rule(rule: object, number: int, text: str, file: str) -> AnyRule:
    try:
        read = msgspec.convert(rule, AnyRule, builtin_types=_NATIVE, str_keys=True)
        return cast("AnyRule", read)
    except ValidationError as error:
        said, _, path = str(error).partition(" - at `$")
        where = f"{said} - at `$.rule[{number}]{path or '`'}"
        elsewhere = _key_of_others(said, rule)
        if elsewhere:
            place = explain(where, text, file, ()).split(": ", maxsplit=1)[0]
            raise BadRules(f"{place}: {elsewhere}") from error
        raise BadRules(explain(where, text, file, _fitting(said, rule))) from error


def _key_of_others(complaint: str, rule: object) -> str | None:
    """Say that an unknown key is one of other kinds, and which keys this kind has."""
    unknown = re.fullmatch(r"Object contains unknown field `(\w+)`", complaint)
    kind = rule.get("kind") if isinstance(rule, dict) else None
    owners = [k for k in KINDS if unknown and unknown[1] in k.__struct_encode_fields__]
    if unknown is None or not owners:
        return None
    ours = [k for k in KINDS if kind_of(k) == kind]
    keys = [f for k in ours for f in k.__struct_encode_fields__ if f not in _COMMON]
    return (
        f"{unknown[1]} is a key of {' and '.join(map(kind_of, owners))}, not of {kind}; its keys:"
        f" {', '.join(keys)}"
    )


def _fitting(complaint: str, rule: object) -> tuple[str, ...]:
    """Return the words that could stand where the complaint is: those of the rule's own kind."""
    kind = rule.get("kind") if isinstance(rule, dict) else None
    ours = next((k for k in KINDS if kind_of(k) == kind), None)
    if ours is None:
        return tuple(kind_of(k) for k in KINDS)
    keys = (*ours.__struct_encode_fields__, *Source.__struct_fields__, *Share.__struct_fields__)
    if "unknown field" in complaint:
        return keys
    return tuple(word for word in words_of((ours,)) if word not in keys)


def _check(rules: tuple[AnyRule, ...], text: str, file: str) -> None:
    seen: set[str] = set()
    for number, rule in enumerate(rules):
        where = f"{file}:{header_line(text, number)}"
        if rule.id in seen:
            raise BadRules(f"{where}: id {rule.id!r} is used twice; give each rule its own")
        if rule.until is not None and rule.until < rule.start:
            raise BadRules(f"{where}: until {rule.until} is before from {rule.start}; swap them")
        if wrong := _contradiction(rule):
            raise BadRules(f"{where}: {wrong}")
        seen.add(rule.id)


def _contradiction(rule: AnyRule) -> str | None:
    """Say what is wrong in a rule each of whose keys is right by itself."""
    match rule:
        case PortfolioSplit(shares=()):
            return "shares is empty; name the matters and who takes them"
        case OutsideScheme(posts=(), agencies=()):
            return "outside_scheme names nobody; give posts or agencies"
        case ActingScope(reach="activities", activities=()):
            return 'reach = "activities" needs the activities; list them'
        case ActingScope(reach="all" | "urgent", activities=(_, *_)):
            return 'activities go with reach = "activities"; choose one'
        case Tell(whom=()):
            return "whom is empty; say who is told"
        case StandIn(for_post=a, by_post=b) if a == b:
            return f"{a} cannot stand in for himself; name another post"
        case _:
            return None
