"""When in the course of a question a kind of rule has its turn, and what it then says."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeVar

from msgspec import Struct

from registry.graph.nodes import Edge
from registry.model.answers import Cover, Reason
from registry.resolve.case import Case
from registry.resolve.presence import Moment
from registry.tables.rule_kinds import Rule

F = TypeVar("F")

Backups = tuple[tuple[str, Edge], ...]
"""Who backs a holder up, each with the pair that says so."""


class Mark(Struct, frozen=True):
    """What a rule adds to an answer that others have given: flags, and the steps that say why."""

    flags: tuple[str, ...] = ()
    reasons: tuple[Reason, ...] = ()


Decides = Callable[[Case, Any], Cover | None]
"""(case, rule) to the cover in which the case ends, or nothing where the rule does not apply."""

Pairs = Callable[[Moment, Any, str, Backups], Backups]
"""(moment, rule, person, backups so far) to the backups that count."""

Orders = Callable[[Moment, Any, str, Backups], str | None]
"""(moment, rule, holder, backups) to the one whose turn it is."""

Acts = Callable[[Case, Any, str], Cover]
"""(case, rule, backup) to the cover by which the backup acts."""

BothAbsent = Callable[[Case, Any, tuple[str, ...]], Cover]
"""(case, rule, backups) to the cover while all of them are absent."""

Coordinates = Callable[[Moment, Any, str], str | None]
"""(moment, rule, title of the coordinator) to another who may coordinate."""

Limits = Callable[[Case, Any, Cover], Cover]
"""(case, rule, cover) to what is left of the cover."""

Marks = Callable[[Case, Any, Cover], Mark | None]
"""(case, rule, cover) to what the rule adds to the cover."""


def rules_for(at: Moment, turn: Mapping[type[Rule], F]) -> Iterator[tuple[Any, F]]:
    """Yield the rules in force that have a turn, each with its interpreter, kind by kind."""
    for kind, interpreter in turn.items():
        for rule in at.rules.of_kind(kind):
            yield rule, interpreter


def decide(case: Case, turn: Mapping[type[Rule], Decides]) -> Cover | None:
    """Return the cover of the first rule that applies."""
    for rule, interpreter in rules_for(case.at, turn):
        made = interpreter(case, rule)
        if made is not None:
            return made
    return None
