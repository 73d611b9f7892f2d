"""The grammar of a rule file: a closed vocabulary, one struct a kind of rule.

``rules/README.md`` explains every word to a clerk. A file that strays from the
vocabulary is refused with its line and the nearest right word.
"""

from __future__ import annotations

from datetime import date
from typing import Literal

from msgspec import Struct, ValidationError, field, toml

from registry.errors import BadRules
from registry.tables.mistakes import explain, header_line, words_of

Trigger = Literal["away", "ill", "leave", "training"]
"""Kinds of absence: out of the city, ill in town, on leave, on a course."""

Passing = Literal[
    "supervises",
    "responsible",
    "also_supervises",
    "also_responsible",
    "liaises",
    "heads",
    "post",
]
"""What can pass to a stand-in: shares of a portfolio, the head's seat in a group, a post."""


class Source(Struct, frozen=True, forbid_unknown_fields=True):
    """Where a rule stands: the document, its date, and what the clause says in our words."""

    document: str
    date: date
    clause: str


class Rule(
    Struct,
    frozen=True,
    kw_only=True,
    tag_field="kind",
    forbid_unknown_fields=True,
    omit_defaults=True,
):
    """What every rule has. It holds from ``start`` to ``until``, both days included."""

    id: str
    start: date = field(name="from")
    until: date | None = None
    source: Source

    def holds(self, day: date) -> bool:
        """Say whether the rule holds on ``day``."""
        return self.start <= day and (self.until is None or day <= self.until)


class BackupActs(Rule, frozen=True, kw_only=True, tag="backup_acts"):
    """While A is absent for one of ``triggers``, his B acts in what ``passes``.

    ``coordinator`` is the title of the post whose holder sees to it, if the rule names one.
    """

    triggers: tuple[Trigger, ...]
    passes: tuple[Passing, ...]
    coordinator: str | None = None


class CoordinatorAssigns(Rule, frozen=True, kw_only=True, tag="coordinator_assigns"):
    """While A and B are both absent for one of ``triggers``, the coordinator has another act.

    ``candidates`` says among whom: ``other_leaders`` are the leaders of the division-of-labour
    notice who are there, without A, B and the coordinator.
    """

    triggers: tuple[Trigger, ...]
    passes: tuple[Passing, ...]
    coordinator: str
    candidates: Literal["other_leaders"] = "other_leaders"


class StandIn(Rule, frozen=True, kw_only=True, tag="stand_in"):
    """While the holder of ``for_post`` is absent, the holder of ``by_post`` acts."""

    triggers: tuple[Trigger, ...]
    passes: tuple[Passing, ...]
    for_post: str
    by_post: str


AnyRule = BackupActs | CoordinatorAssigns | StandIn


class Rulebook(Struct, frozen=True, kw_only=True):
    """The rules of one government and the name of the file that they come from."""

    government: str
    rules: tuple[AnyRule, ...] = ()
    file: str = ""


class _File(Struct, frozen=True, forbid_unknown_fields=True):
    government: str
    rule: tuple[AnyRule, ...]


_VOCABULARY = words_of((_File, BackupActs, CoordinatorAssigns, StandIn))


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
        found = toml.decode(text, type=_File)
    except UnicodeDecodeError as error:
        raise BadRules(f"{file}: not UTF-8 text; save the file as UTF-8") from error
    except (ValidationError, ValueError) as error:
        raise BadRules(explain(str(error), text, file, _VOCABULARY)) from error
    _check(found.rule, text, file)
    return Rulebook(government=found.government, rules=found.rule, file=file)


def _check(rules: tuple[AnyRule, ...], text: str, file: str) -> None:
    seen: set[str] = set()
    for number, rule in enumerate(rules):
        where = f"{file}:{header_line(text, number)}"
        if rule.id in seen:
            raise BadRules(f"{where}: id {rule.id!r} is used twice; give each rule its own")
        if rule.until is not None and rule.until < rule.start:
            raise BadRules(f"{where}: until {rule.until} is before from {rule.start}; swap them")
        if not rule.triggers or not rule.passes:
            raise BadRules(f"{where}: triggers and passes need at least one word each")
        seen.add(rule.id)
