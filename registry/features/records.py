"""What the 假如 steps have written down before the question is asked."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path

from registry.model.facts import AnyFact
from registry.model.records import Absence, Approval, Decision, HandoverStep
from registry.parsing.notice import parse
from registry.service.registry import Registry
from registry.service.state import Recorded
from registry.shipped import shipped
from registry.store.memory import MemoryJournal
from registry.tables.carried import load
from registry.tables.rules import Rulebook
from registry.wiring import shipped_glossary

_NO_NOTICE_YET = date(1900, 1, 1)
"""The clock's day, unless a step sets it: a scenario that forgets its day finds nothing."""


@cache
def _carried(folder: str) -> tuple[AnyFact, ...]:
    files = (shipped("data") / folder).glob("*.toml")
    return tuple(load({path.name: path.read_bytes() for path in files}))


@cache
def kept_registry(
    facts: tuple[AnyFact, ...], rulebooks: tuple[Rulebook, ...], today: date
) -> Registry:
    """Keep a registry for the next scenario over the same notices: it holds nothing else."""
    return Registry(facts, rulebooks, shipped_glossary(), lambda: today)


@dataclass
class Records:
    """Notices, rule files, absences and decisions; ``folder`` is the scenario's own."""

    folder: Path
    notices: list[str] = field(default_factory=list)
    carried: str | None = None
    """The folder of ``data`` whose notices are carried as facts, without their text."""
    government: str | None = None
    rulebooks: list[Rulebook] = field(default_factory=list)
    absences: list[Absence] = field(default_factory=list)
    decisions: list[Decision] = field(default_factory=list)
    handovers: list[HandoverStep] = field(default_factory=list)
    approvals: list[Approval] = field(default_factory=list)
    today: date = _NO_NOTICE_YET
    journal: MemoryJournal | None = None
    """What was recorded as a clerk records it, after the notices; none before the first."""

    def facts(self) -> tuple[AnyFact, ...]:
        """Return the facts of all notices, in the order in which they were taken in."""
        carried = _carried(self.carried) if self.carried is not None else ()
        return (*carried, *(fact for text in self.notices for fact in parse(text)))

    def registry(self) -> Registry:
        """Return the registry over what is written down, or recorded."""
        if self.journal is not None:
            entries = self.journal.entries()
            return Recorded(entries, self.rulebooks, shipped_glossary(), lambda: self.today)
        return kept_registry(self.facts(), tuple(self.rulebooks), self.today)

    def files(self) -> list[Path]:
        """Write the notices as text files, for the command line to read."""
        paths = [self.folder / f"{number}.txt" for number, _ in enumerate(self.notices)]
        for path, text in zip(paths, self.notices, strict=True):
            path.write_text(text, encoding="utf-8")
        return paths
