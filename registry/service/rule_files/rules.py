"""Use cases on rule files themselves: is one written right, what does it say, and its schema."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import msgspec
from msgspec import Struct

from registry.errors import BadRules
from registry.model.answers import Words
from registry.resolve.kinds.sentences import sentence
from registry.tables.rule_kinds import kind_of
from registry.tables.rules import Rulebook, read_rules, schema


class Explained(Struct, frozen=True, kw_only=True):
    """A rule as one sentence in both languages, with where it stands."""

    id: str
    kind: str
    sentence: Words
    start: date
    until: date | None
    document: str
    clause: str


def read_rule_file(path: Path) -> Rulebook:
    """Return the rules in a file.

    Raises:
        BadRules: it cannot be read, or does not follow the vocabulary.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        raise BadRules(
            f"{path}: cannot be read ({error.strerror}); name a rule file such as"
            " rules/cn-jx-jingdezhen.toml"
        ) from None
    return read_rules(content, path.name)


def explain(book: Rulebook) -> tuple[Explained, ...]:
    """Return each rule of the book as a sentence, in the file's order."""
    return tuple(
        Explained(
            id=rule.id,
            kind=kind_of(rule),
            sentence=sentence(rule),
            start=rule.start,
            until=rule.until,
            document=rule.source.document,
            clause=rule.source.clause,
        )
        for rule in book.rules
    )


def schema_text() -> str:
    """Return the JSON Schema of rule files, as ``rules/schema.json`` has it."""
    made = msgspec.json.encode(schema(), order="deterministic")
    return msgspec.json.format(made, indent=2).decode() + "\n"
