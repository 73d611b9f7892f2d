"""A government on one page: its leaders as cards, its AB pairs as dashed links."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from registry.charts.account import government_title
from registry.charts.cards import Card
from registry.charts.draw import Drawing, Frame, Link, draw
from registry.charts.flow import flow
from registry.charts.leader_card import PRESENT, State, card_width, leader_card, portfolio
from registry.charts.look import Look
from registry.charts.page import Page, Stack, best, columns, fitting
from registry.charts.sources import as_of, left_out, proved, quote_of, source
from registry.charts.words import FRAME, Lang, say
from registry.errors import UnknownName
from registry.graph.organisation import Organisation
from registry.graph.quotes import Quote
from registry.model.facts import Document

_COUNTS = range(2, 7)
_WIDTHS = range(180, 330, 12)


def government_drawing(
    organisation: Organisation,
    states: Mapping[str, State],
    look: Look,
    *,
    liaison: bool = True,
    collapse: bool = False,
) -> Drawing:
    """Draw ``organisation``, as the leaders stand in ``states``.

    A leader who is not in ``states`` is present. Without ``liaison`` the organisations
    that leaders only keep contact with are left out; with ``collapse`` the cards have the
    numbers of what is held alone. Paper that cannot hold all at a readable size gets a sheet
    for every few leaders. Before the first notice there is nothing to draw: ``UnknownName``.
    """
    division = division_of(organisation)
    pairs = leader_pairs(organisation)
    order = organisation.leaders()
    stacks = _stacks(order, [(a, b) for a, b, _ in pairs])
    held = {name: portfolio(organisation, name, look, liaison=liaison) for name in order}

    @cache  # as many columns are tried with each width
    def card(name: str, width: int, partners: tuple[str, ...] = ()) -> tuple[str, Card]:
        state = states.get(name, PRESENT)
        return name, leader_card(
            held[name], state, width, look, partners=partners, collapse=collapse
        )

    def lay(count: int, width: int) -> Page:
        head, rest = stacks[:1], stacks[1:]
        wide = width if len(head) > 1 else min(int(width * 1.5), 420)
        return columns(
            [card(name, wide) for stack in head for name in stack],
            [[card(name, width) for name in stack] for stack in rest],
            count,
            card_width(width),
        )

    def every(width: int) -> list[Stack]:
        return [[card(name, width, backups[name]) for name in stack] for stack in stacks]

    # On several sheets the other of a pair may stand on another.
    backups = {name: tuple(backup for backup, _ in organisation.backups_of(name)) for name in order}
    whole = [lay(count, width) for count in _COUNTS for width in _WIDTHS]
    one = fitting(whole, look) if look.sheet else best(whole)
    pages = (one,) if one else flow(every, look)
    links = pair_links(organisation, order, states, look)
    marks = list(legend(organisation, states, look.lang))
    left = [FRAME.elsewhere, *((FRAME.names,) if collapse else () if liaison else (FRAME.liaises,))]
    marks.append(left_out("；".join(say(words, look.lang) for words in left), look))
    frame = Frame(
        title=government_title(organisation, look.lang),
        subtitle=(as_of(organisation, look), source(division, look)),
        legend=tuple(marks),
    )
    return draw(pages, links, frame, "government", look)


def division_of(organisation: Organisation) -> Document:
    """Return the division-of-labour notice in force; ``UnknownName`` without one."""
    if organisation.division is None:
        raise UnknownName(
            f"{organisation.on}: no notice of {organisation.government} in force divides the work;"
            " ask for a later day with --on"
        )
    return organisation.division


def leader_pairs(organisation: Organisation) -> tuple[tuple[str, str, bool], ...]:
    """Return the pairs of leaders as (a, b, mutual)."""
    leaders = frozenset(organisation.leaders())
    return tuple(
        (edge.source.name, edge.target.name, edge.relation == "ab_pair")
        for edge in organisation.pairs()
        if {edge.source.name, edge.target.name} <= leaders
    )


def _stacks(order: Sequence[str], pairs: Iterable[tuple[str, str]]) -> list[list[str]]:
    """Group the leaders whom pairs join, each group and its members in the notice's order.

    >>> _stacks("abcd", [("b", "d")])
    [['a'], ['b', 'd'], ['c']]
    """
    group = {name: name for name in order}
    for a, b in pairs:
        if a in group and b in group:
            first, second = group[a], group[b]
            group = {name: first if of == second else of for name, of in group.items()}
    stacks: dict[str, list[str]] = {}
    for name in order:
        stacks.setdefault(group[name], []).append(name)
    return list(stacks.values())


def pair_links(
    organisation: Organisation, names: Sequence[str], states: Mapping[str, State], look: Look
) -> list[Link]:
    """Return the links of pairs of leaders among ``names``; where one of a pair acts, of him alone."""
    links = []
    joined = set()
    clauses: dict[frozenset[str], list[Quote]] = {}
    for edge in organisation.pairs():
        clauses.setdefault(frozenset((edge.source.name, edge.target.name)), []).append(
            quote_of(edge)
        )
    for a, b, mutual in leader_pairs(organisation):
        if not {a, b} <= set(names):
            continue
        clause = clauses[frozenset((a, b))]
        acting = [
            (tail, head)
            for tail, head in ((a, b), (b, a))
            if tail in states.get(head, PRESENT).acting_for
        ]
        if acting:
            (tail, head) = acting[0]
            joined.add((tail, head))
            links.append(_acting(tail, head, clause, look))
        else:
            word = say(FRAME.pair if mutual else FRAME.backup, look.lang)
            proof = proved(word, clause, look)
            links.append(Link(tail=a, head=b, word=word, proof=proof, arrow=not mutual))
    # Named by a recorded decision, not by a pair: that link is drawn as well.
    # A stand-in without a card is named on the card of the one who is away.
    for head, state in states.items():
        if head in names:
            links += [
                _acting(tail, head, (), look)
                for tail in state.acting_for
                if tail in names and (tail, head) not in joined
            ]
    return links


def _acting(tail: str, head: str, clause: Sequence[Quote], look: Look) -> Link:
    word = "代行" if look.lang == "zh" else "acts"
    proof = proved(word, clause, look) if clause else None
    return Link(
        tail=tail, head=head, word=word, proof=proof, colour="acting", arrow=True, strong=True
    )


def legend(organisation: Organisation, states: Mapping[str, State], lang: Lang) -> tuple[str, ...]:
    """Return what the marks mean that are drawn."""
    found = []
    pairs = organisation.pairs()
    if any(pair.relation == "ab_pair" for pair in pairs):
        found.append(say(FRAME.legend_pair, lang))
    if any(pair.relation == "backup" for pair in pairs):
        found.append(say(FRAME.legend_backup, lang))
    if any(state.away for state in states.values()):
        found.append(say(FRAME.legend_away, lang))
    if any(state.acting_for for state in states.values()):
        found.append(say(FRAME.legend_acting, lang))
    return tuple(found)
