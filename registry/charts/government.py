"""A government on one page: its leaders as cards, its AB pairs as dashed links."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from registry.charts.account import government_title
from registry.charts.cards import Card
from registry.charts.draw import Drawing, Frame, Link, draw
from registry.charts.flow import flow
from registry.charts.leader_card import PRESENT, State, card_width, leader_card, portfolio
from registry.charts.look import Look
from registry.charts.page import Page, Stack, best, columns, fitting
from registry.charts.words import FRAME, Lang, cite, say
from registry.errors import UnknownName
from registry.graph.organisation import Organisation
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
    links = pair_links(order, pairs, states, look.lang)
    frame = _frame(organisation, division, states, look.lang)
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
    leaders: Sequence[str],
    pairs: Iterable[tuple[str, str, bool]],
    states: Mapping[str, State],
    lang: Lang,
) -> list[Link]:
    """Return the links of pairs; where one of a pair acts, of him alone."""
    links = []
    joined = set()
    for a, b, mutual in pairs:
        acting = [
            (tail, head)
            for tail, head in ((a, b), (b, a))
            if tail in states.get(head, PRESENT).acting_for
        ]
        if acting:
            (tail, head) = acting[0]
            joined.add((tail, head))
            links.append(_acting(tail, head, lang))
        else:
            word = say(FRAME.pair if mutual else FRAME.backup, lang)
            links.append(Link(tail=a, head=b, word=word, arrow=not mutual))
    # Named by a recorded decision, not by a pair: that link is drawn as well.
    # A stand-in without a card is named on the card of the one who is away.
    for head, state in states.items():
        if head in leaders:
            links += [
                _acting(tail, head, lang)
                for tail in state.acting_for
                if tail in leaders and (tail, head) not in joined
            ]
    return links


def _acting(tail: str, head: str, lang: Lang) -> Link:
    word = "代行" if lang == "zh" else "acts"
    return Link(tail=tail, head=head, word=word, colour="acting", arrow=True, strong=True)


def _frame(
    organisation: Organisation, division: Document, states: Mapping[str, State], lang: Lang
) -> Frame:
    return Frame(
        title=government_title(organisation, lang),
        subtitle=subtitle(organisation, division, lang),
        legend=legend(organisation, states, lang),
    )


def subtitle(organisation: Organisation, document: Document, lang: Lang) -> tuple[str, ...]:
    """Return the day and the notice that a chart rests on."""
    return (
        f"{say(FRAME.as_of, lang)} {organisation.on.isoformat()}",
        f"{say(FRAME.source, lang)} {cite(document)}",
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
