"""Pairs on two days, and pairs that nobody made anew although they should have been."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from registry.graph.changes.redline import Change, DuePair, Tie
from registry.graph.changes.shares import Key, Names, silent
from registry.graph.changes.turns import change
from registry.graph.dates import counts_from
from registry.graph.history import History
from registry.graph.nodes import Edge
from registry.graph.organisation import Organisation
from registry.graph.quotes import Quote, quote
from registry.model.answers import Words


def pair_changes(before: Organisation, after: Organisation) -> Iterator[Change]:
    """Yield for each person what became of his backups: a mutual pair concerns both."""
    paired = (name for org in (after, before) for e in org.pairs() for name in _members(e))
    for person in dict.fromkeys((*after.leaders(), *paired)):
        found = change(
            "pair",
            person,
            _backups(before, person),
            _backups(after, person),
            in_charge=list,
            silent=(silent(before), silent(after)),
        )
        if found is not None:
            yield found


def due_pairs(
    history: History, start: date, after: Organisation, names: Names
) -> Iterator[DuePair]:
    """Yield the pairs in force on the later day that are older than a change in what they cover.

    That is: since ``start``, or since the pair's own notice if it is later, a member's
    portfolio changed, or a member left office or the division of labour.
    """
    for edge in after.pairs():
        before = history.at(max(start, counts_from(edge.document) or start))
        for person in dict.fromkeys(_members(edge)):
            told = _left(before, after, person) or _otherwise(before, after, person, names)
            if told is not None:
                because, quotes = told
                yield DuePair(
                    a=edge.source.name,
                    b=edge.target.name,
                    because=because,
                    pair=quote(edge.fact, edge.document),
                    change=quotes,
                )


def _left(
    before: Organisation, after: Organisation, person: str
) -> tuple[Words, tuple[Quote, ...]] | None:
    if person in after.left and person not in before.left:
        words = Words(f"{person}已离任", f"{person} has left office")
        return words, (quote(*after.left[person]),)
    if person in before.leaders() and person not in after.leaders():
        said = silent(after)
        words = Words(
            f"{person}已不在分工通知之列",
            f"the division of labour in force does not list {person}",
        )
        return words, (said,) if said else ()
    return None


def _otherwise(
    before: Organisation, after: Organisation, person: str, names: Names
) -> tuple[Words, tuple[Quote, ...]] | None:
    had, has = _portfolio(before, person, names), _portfolio(after, person, names)
    if set(had) == set(has):
        return None
    quotes = [has[key] for key in has if key not in had]
    quotes += [had[key] for key in had if key not in has]
    words = Words(f"{person}的分工有变化", f"the portfolio of {person} has changed")
    return words, tuple(dict.fromkeys(quotes))


def _portfolio(org: Organisation, person: str, names: Names) -> dict[tuple[str, Key], Quote]:
    return {
        (edge.relation, names.key(edge)): quote(edge.fact, edge.document)
        for edge in org.held(person)
    }


def _backups(org: Organisation, person: str) -> list[Tie]:
    return [
        Tie(backup, edge.relation, quote(edge.fact, edge.document))
        for backup, edge in org.backups_of(person)
    ]


def _members(edge: Edge) -> tuple[str, str]:
    return edge.source.name, edge.target.name
