"""What a certificate says: the answer, and everything that it rests on."""

from __future__ import annotations

from datetime import datetime
from typing import Final, Literal

from msgspec import Struct, field

from registry.model.answers import Answer
from registry.model.certificates import Asked, Considered, JournalEnd, Records
from registry.model.facts import AnyFact
from registry.resolve.found import Glossary
from registry.tables.rules import Rulebook

FORM: Final = "leadership-registry certificate"


class Versions(Struct, frozen=True, kw_only=True):
    """The version of this form, and of the registry that worked the answer out."""

    form: Literal[1] = 1
    registry: str


class Basis(Struct, frozen=True, kw_only=True):
    """Everything that the answer rests on.

    ``facts`` are all facts of the government's notices, and of other bodies' notices that fill
    its posts, in the registry's order; ``rules`` those that hold on a day asked about;
    ``records`` those without which the answer would be another; ``glossary`` the other names
    by which the words are read.
    """

    facts: tuple[AnyFact, ...]
    rules: Rulebook | None
    records: Records
    glossary: Glossary


class Certificate(Struct, frozen=True, kw_only=True):
    """One answer with its grounds; ``journal`` is ``None`` where notices came from files."""

    kind: Literal["leadership-registry certificate"] = field(name="certificate", default=FORM)
    versions: Versions
    issued: datetime
    asked: Asked
    journal: JournalEnd | None
    basis: Basis
    answer: Answer
    considered: tuple[tuple[Considered, ...], ...]
    """Who was considered for each segment of the answer, in its order."""
