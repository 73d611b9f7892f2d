"""A file of suppositions: absences, personnel moves and a draft notice, read into values."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from msgspec import Struct, field, structs

from registry.errors import BadPeriod, BadRules, RegistryError, UnreadableSource
from registry.model.facts import (
    AnyFact,
    Appointed,
    ConcurrentlyAppointed,
    Document,
    Removed,
    Retired,
    Unparsed,
)
from registry.model.records import Absence
from registry.model.time import Period
from registry.parsing.notice import parse
from registry.service.periods import read_span
from registry.service.question import absence_over
from registry.service.sources import read_text
from registry.tables.forms import Text, read_form

_PLACE = (0, 0)
"""The span of facts that stand in no text."""


class Away(Struct, frozen=True, forbid_unknown_fields=True):
    """An absence; without days it is all the period. ``when`` is a span as it is typed."""

    person: Text
    start: date | None = field(name="from", default=None)
    end: date | None = field(name="to", default=None)
    kind: Text = "away"
    when: Text | None = None

    def over(self, period: Period) -> Period:
        """Return its days and times, in a scenario over ``period``.

        Raises:
            BadPeriod: they cannot be read, end before they begin, or are given in two ways.
        """
        if self.when is None:
            return Period(self.start or period.start, self.end or self.start or period.end)
        if self.start is not None or self.end is not None:
            raise BadPeriod("give either when, or from and to")
        return read_span(self.when)


class Appoint(Struct, frozen=True, forbid_unknown_fields=True):
    """任, or 兼任 where ``concurrent``; without a day, on the first of the period."""

    person: Text
    post: Text
    on: date | None = None
    concurrent: bool = False


class Remove(Struct, frozen=True, forbid_unknown_fields=True):
    """免去."""

    person: Text
    post: Text
    on: date | None = None


class Retire(Struct, frozen=True, forbid_unknown_fields=True):
    """退休."""

    person: Text
    on: date | None = None


class Draft(Struct, frozen=True, forbid_unknown_fields=True):
    """A draft notice in a text file beside this one; ``from`` is when it would count."""

    file: Text
    start: date | None = field(name="from", default=None)


class Scenario(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is supposed, and the days over which answers are compared."""

    start: date = field(name="from")
    end: date | None = field(name="to", default=None)
    government: Text | None = None
    absence: tuple[Away, ...] = ()
    appoint: tuple[Appoint, ...] = ()
    remove: tuple[Remove, ...] = ()
    retire: tuple[Retire, ...] = ()
    notice: tuple[Draft, ...] = ()

    @property
    def last(self) -> date:
        """Return the last day compared."""
        return self.end or self.start

    def absences(self) -> tuple[Absence, ...]:
        """Return the absences supposed."""
        period = Period(self.start, self.last)
        return tuple(absence_over(a.person, a.over(period), a.kind) for a in self.absence)


def read_scenario(path: Path) -> Scenario:
    """Read a file of suppositions.

    Raises:
        UnreadableSource: it cannot be read.
        BadRules: it is no TOML or does not follow the form.
        BadPeriod, RegistryError: as ``check_scenario``.
    """
    content = read_text(path).encode()
    try:
        found = read_form(str(path), content, Scenario)
    except BadRules as error:
        remedy = str(error).replace("docs/reference/data.md", "docs/reference/whatif.md")
        raise BadRules(remedy) from None
    check_scenario(found, f"{path}: ")
    return found


def check_scenario(found: Scenario, where: str = "") -> None:
    """Refuse a scenario that says nothing, or whose days are the wrong way round.

    Args:
        found: the scenario.
        where: what the message begins with.

    Raises:
        BadPeriod: it ends before it begins, or an absence does.
        RegistryError: it supposes nothing.
    """
    if found.last < found.start:
        raise BadPeriod(f"{where}it ends {found.end} before it begins {found.start}; swap them")
    for away in found.absence:
        try:
            when = away.over(Period(found.start, found.last))
        except BadPeriod as error:
            raise BadPeriod(f"{where}the absence of {away.person}: {error}") from None
        if when.end < when.start:
            raise BadPeriod(
                f"{where}the absence of {away.person} ends {when.end} before it begins"
                f" {when.start}; swap them"
            )
    if not any((found.absence, found.appoint, found.remove, found.retire, found.notice)):
        raise RegistryError(
            f"{where}it supposes nothing; give at least one absence, appoint, remove, retire or"
            " notice"
        )


def read_drafts(scenario: Scenario, folder: Path) -> tuple[str, ...]:
    """Return the texts of the scenario's drafts, from the files in ``folder``.

    Raises:
        UnreadableSource: one cannot be read.
    """
    return tuple(read_text(folder / draft.file) for draft in scenario.notice)


def supposed_facts(
    scenario: Scenario, drafts: Sequence[str], government: str
) -> tuple[AnyFact, ...]:
    """Return the facts that the moves and the drafts would state.

    A draft's document is named as such, so that an answer never quotes it as in force.

    Args:
        scenario: what is supposed.
        drafts: the text of each of its notices.
        government: whose they are, where they name no issuer.

    Raises:
        UnreadableSource: a draft states nothing.
    """
    facts: list[AnyFact] = []
    for draft, text in zip(scenario.notice, drafts, strict=True):
        facts += _draft(draft, text, scenario, government)
    for appoint in scenario.appoint:
        made = ConcurrentlyAppointed if appoint.concurrent else Appointed
        word = "兼任" if appoint.concurrent else "任"
        doc = _move(facts, appoint.on or scenario.start, government)
        clause = f"{appoint.person}{word}{appoint.post}"
        facts.append(
            made(doc=doc, clause=clause, span=_PLACE, person=appoint.person, post=appoint.post)
        )
    for remove in scenario.remove:
        doc = _move(facts, remove.on or scenario.start, government)
        clause = f"免去{remove.person}{remove.post}职务"
        facts.append(
            Removed(doc=doc, clause=clause, span=_PLACE, person=remove.person, post=remove.post)
        )
    for retire in scenario.retire:
        doc = _move(facts, retire.on or scenario.start, government)
        clause = f"{retire.person}退休"
        facts.append(Retired(doc=doc, clause=clause, span=_PLACE, person=retire.person))
    return tuple(facts)


def _move(facts: list[AnyFact], day: date, government: str) -> str:
    """Return the name of the supposed notice of ``day``, which is added where it is not there."""
    doc = f"假设的任免（{day}）"
    if not any(isinstance(fact, Document) and fact.doc == doc for fact in facts):
        facts.append(
            Document(
                doc=doc,
                clause=doc,
                span=_PLACE,
                number=None,
                title=doc,
                date=day.isoformat(),
                issuer=government,
                kind="appointment",
            )
        )
    return doc


def _draft(draft: Draft, text: str, scenario: Scenario, government: str) -> tuple[AnyFact, ...]:
    found = [fact for fact in parse(text) if not isinstance(fact, Unparsed)]
    if all(isinstance(fact, Document) for fact in found):
        raise UnreadableSource(
            f"{draft.file}: no statement of a notice is found in it; give the draft's whole text"
        )
    return tuple(_as_draft(fact, draft, scenario, government) for fact in found)


def _as_draft(fact: AnyFact, draft: Draft, scenario: Scenario, government: str) -> AnyFact:
    doc = f"{fact.doc}（草案）"
    if not isinstance(fact, Document):
        return structs.replace(fact, doc=doc)
    start = draft.start.isoformat() if draft.start else None
    # A draft often bears no day yet, or a year alone: it would count from the first day asked.
    written = fact.date if fact.date and not fact.date.startswith("-") else None
    return structs.replace(
        fact,
        doc=doc,
        issuer=fact.issuer or government,
        date=written or scenario.start.isoformat(),
        effective=start or fact.effective,
    )
