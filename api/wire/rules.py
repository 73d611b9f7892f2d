"""A rule said as a sentence, with its source."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from msgspec import field, structs

from api.ids import address, made
from api.listing import Item, Whole
from api.wire.links import Links
from registry.model.answers import Words
from registry.resolve.kinds.sentences import sentence
from registry.tables.rule_kinds import kind_of
from registry.tables.rules import AnyRule, Rulebook


class Rule(Item, frozen=True, kw_only=True):
    """A rule of a government, or of the law of a country, as one sentence in both languages.

    It holds from ``from`` to ``until``, both included. ``document`` is its source, ``dated`` when that
    is of, ``clause`` what it says in our words; ``open`` is what it does not settle.
    """

    links: Links
    government: str | None
    country: str | None
    rule: str
    kind: str
    sentence: Words
    start: date = field(name="from")
    until: date | None
    document: str
    dated: str
    clause: str
    open: str | None


class RuleWhole(Rule, Whole, frozen=True, kw_only=True):
    """A rule by itself."""


class InBook(NamedTuple):
    """A rule and the book that it stands in."""

    book: Rulebook
    rule: AnyRule


def rules_of(book: Rulebook | None) -> list[InBook]:
    """Return the rules of a government and those of the law, in the order of their files."""
    if book is None:
        return []
    return [InBook(one, rule) for one in (book, *book.laws) for rule in one.rules]


def rule(found: InBook) -> Rule:
    """Return a rule as a listing shows it."""
    book, own = found
    thing = made(book.government or book.country, own.id)
    government = made(book.government) if book.government else None
    return Rule(
        id=thing,
        links=Links(
            own=address("rules", thing),
            government=address("governments", government) if government else None,
        ),
        government=book.government or None,
        country=book.country or None,
        rule=own.id,
        kind=kind_of(own),
        sentence=sentence(own),
        start=own.start,
        until=own.until,
        document=own.source.document,
        dated=own.source.dated(),
        clause=own.source.clause,
        open=own.open,
    )


def whole_rule(found: InBook) -> RuleWhole:
    """Return a rule by itself."""
    return RuleWhole(**structs.asdict(rule(found)))
