"""The sentences that a scenario can use, as the steps define them.

``python -m registry.features.catalogue`` prints the list for README.md.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest_bdd.steps
from msgspec import Struct
from pytest_bdd.parsers import StepParser

from registry.features import (
    certificates,
    given,
    recorded,
    then_answer,
    then_facts,
    then_findings,
    when,
)

MODULES = (given, when, then_answer, then_facts, then_findings, recorded, certificates)

_KEYWORDS = {"given": "假如", "when": "当", "then": "那么"}
_BLANKS = {
    "Day": "2019-09-02",
    "Names": "姓名、姓名",
    "Kind": "外出",
    "Half": "下午",
    "Clock": "14:00",
    "Flag": "标记",
    "Flags": "标记、标记",
    "Step": "告知B角",
    "Fact": "种类",
    "": "…",
}


class Step(Struct, frozen=True):
    """One sentence: ``given``, ``when`` or ``then``, and what reads it."""

    kind: str
    parser: StepParser
    wants: str

    def sentence(self) -> str:
        """Return the sentence as a scenario has it, its blanks filled with samples."""
        words = re.sub(r"\{\w+:?(\w*)\}", lambda m: _BLANKS[m[1]], self.parser.name)
        return f"{_KEYWORDS[self.kind]} {words}{self.wants}"


def steps() -> Iterator[Step]:
    """Yield every step, in the order in which the modules define them."""
    defined = pytest_bdd.steps.step_function_context_registry
    for module in MODULES:
        wanted = {id(value) for value in vars(module).values()}
        for context in defined.values():
            if id(context.step_func) in wanted:
                asked = context.step_func.__annotations__
                wants = "（后接原文）" if "docstring" in asked else ""
                wants = "（后接表格）" if "datatable" in asked else wants
                yield Step(str(context.type), context.parser, wants)


def listing() -> str:
    """Return the list of sentences as README.md shows it."""
    return "\n".join(f"- `{step.sentence()}`" for step in steps())


if __name__ == "__main__":
    print(listing())  # noqa: T201 - a command of its own
