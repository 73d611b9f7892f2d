"""Facts as lines, so that two readers of a notice can be compared and the difference read."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterable

    from registry.model.facts import AnyFact


def kind_of(fact: AnyFact) -> str:
    """The word that the fact goes by on the wire."""
    return str(type(fact).__struct_config__.tag)


def statement(fact: AnyFact) -> str:
    """The fact on one line without its evidence: what two readers must write the same."""
    values = msgspec.to_builtins(fact)
    head = f"{values.pop('doc')} {values.pop('fact')}"
    del values["clause"], values["span"]
    return head + "".join(f" | {key}={value}" for key, value in sorted(values.items()))


def differences(read: Iterable[AnyFact], right: Iterable[AnyFact]) -> list[str]:
    """What ``read`` lacks of ``right`` and what it has besides, one fact a line."""
    ours, theirs = Counter(map(statement, right)), Counter(map(statement, read))
    missing = [f"missing: {line}" for line in (ours - theirs).elements()]
    return missing + [f"extra:   {line}" for line in (theirs - ours).elements()]


def misplaced(text: str, facts: Iterable[AnyFact]) -> list[str]:
    """The facts whose span of ``text`` is not their clause, white space aside."""

    def bare(string: str) -> str:
        return re.sub(r"\s", "", string)

    return [
        f"{kind_of(fact)} {fact.span}: {fact.clause!r}"
        for fact in facts
        if not bare(fact.clause) or bare(text[slice(*fact.span)]) != bare(fact.clause)
    ]
