"""Which rules of a government's rule file hold on a day, and what they let pass."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from datetime import date, timedelta

from msgspec import Struct, field

from registry.graph.memory import Memory
from registry.graph.organisation import Organisation
from registry.model.answers import Relation
from registry.tables.rule_kinds import AnyActing, PortfolioSplit, Rule
from registry.tables.rules import AnyRule, Rulebook, StandIn

PORTFOLIO = frozenset("supervises responsible also_supervises also_responsible liaises".split())
"""The shares of a portfolio: what 分管、负责、兼管、联系 give."""

_PLAIN_TRIGGER = "away"


class InForce(Struct, frozen=True):
    """The rules that hold on one day; without any, the pair clauses' plain meaning holds."""

    rules: tuple[AnyRule, ...]
    file: str
    laws: tuple[tuple[AnyRule, str], ...] = ()
    """Rules of law, which every government is under, each with its file."""
    memory: Memory = field(default_factory=Memory)

    @property
    def stand_ins(self) -> tuple[StandIn, ...]:
        """Return the rules by which the holder of one post acts for that of another."""
        return tuple(rule for rule in self.rules if isinstance(rule, StandIn))

    def of_kind(self, kind: type[Rule]) -> tuple[AnyRule, ...]:
        """Return the rules of ``kind``, those of law after the government's own."""
        return self.memory.once(kind, lambda: self._of_kind(kind))

    def _of_kind(self, kind: type[Rule]) -> tuple[AnyRule, ...]:
        every = (*self.rules, *(rule for rule, _ in self.laws))
        return tuple(rule for rule in every if isinstance(rule, kind))

    def file_of(self, rule: AnyRule) -> str:
        """Return the name of the file that ``rule`` stands in."""
        return next((file for law, file in self.laws if law is rule), self.file)


def in_force(book: Rulebook | None, org: Organisation, day: date) -> InForce:
    """Return the rules of ``book`` that hold on ``day``.

    A rule that stands in a division-of-labour notice goes when that notice is replaced.
    """
    if book is None or book.government != org.government:
        return org.memory.once("no rules", lambda: InForce((), ""))
    # The book is kept with what holds of it, so that no other takes its place in memory.
    _, days, found = org.memory.once(
        id(book), lambda: (book, rule_days(book), dict[int, InForce]())
    )
    place = bisect_right(days, day)
    if place not in found:
        found[place] = _holding(book, org, day)
    return found[place]


def rule_days(book: Rulebook | None) -> tuple[date, ...]:
    """Return the days on which a rule of ``book``, or of the law beside it, begins or has ended."""
    rules = [rule for one in (book, *book.laws) for rule in one.rules] if book else []
    first = {rule.start for rule in rules}
    after = {r.until + timedelta(days=1) for r in rules if r.until and r.until < date.max}
    return tuple(sorted(first | after))


def _holding(book: Rulebook, org: Organisation, day: date) -> InForce:
    return InForce(
        tuple(r for r in book.rules if r.holds(day) and r.source.document not in org.replaced),
        book.file,
        tuple((rule, law.file) for law in book.laws for rule in law.rules if rule.holds(day)),
    )


def passes(rule: AnyActing | None, relation: Relation) -> bool:
    """Say whether a share held by ``relation`` passes under ``rule``, or by a bare pair clause."""
    words = PORTFOLIO if rule is None else frozenset(rule.passes)
    if relation is Relation.PORTFOLIO:
        return bool(words & PORTFOLIO)
    return relation.value in words


def triggered(rule: AnyActing | PortfolioSplit | None, kinds: Iterable[str]) -> bool:
    """Say whether absences of ``kinds`` set ``rule`` off; one on a work trip is away, too."""
    named = frozenset(triggers(rule))
    if _PLAIN_TRIGGER in named:
        named |= {"travel"}
    return not named.isdisjoint(kinds)


def triggers(rule: AnyActing | PortfolioSplit | None) -> tuple[str, ...]:
    """Return the kinds of absence that ``rule`` names; a bare pair clause means away."""
    return (_PLAIN_TRIGGER,) if rule is None else rule.triggers
