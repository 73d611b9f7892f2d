"""A government on one page: its leaders as cards, its AB pairs as dashed links."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from registry.charts.account import government_title
from registry.charts.cards import Card
from registry.charts.draw import Frame, Link, draw
from registry.charts.leader import (
    LIAISON,
    ORANGE,
    PRESENT,
    Portfolio,
    State,
    card_width,
    leader_card,
)
from registry.charts.page import Page, best, columns
from registry.charts.words import FRAME, Lang, cite, say
from registry.errors import UnknownName
from registry.graph.organisation import Organisation
from registry.model.answers import Relation
from registry.model.facts import Document

_COUNTS = range(2, 7)
_WIDTHS = range(180, 330, 12)


def government_dot(
    organisation: Organisation,
    states: Mapping[str, State],
    *,
    liaison: bool = True,
    lang: Lang = "zh",
) -> str:
    """Return the DOT text of the chart of ``organisation``, as the leaders stand in ``states``.

    A leader who is not in ``states`` is present. Without ``liaison`` the organisations
    that leaders only keep contact with are left out. Before the first notice there is
    nothing to draw: ``UnknownName``.
    """
    division = organisation.division
    if division is None:
        raise UnknownName(
            f"{organisation.on}: no notice of {organisation.government} in force divides the work;"
            " ask for a later day with --on"
        )
    pairs = _pairs(organisation)
    leaders = [portfolio(organisation, name, liaison) for name in organisation.leaders()]
    order = [person.name for person in leaders]
    stacks = _stacks(order, [(a, b) for a, b, _ in pairs])
    by_name = {person.name: person for person in leaders}

    def lay(count: int, width: int) -> Page:
        def card(name: str, points: int) -> tuple[str, Card]:
            return name, leader_card(by_name[name], states.get(name, PRESENT), points, lang)

        head, rest = stacks[:1], stacks[1:]
        wide = width if len(head) > 1 else min(int(width * 1.5), 420)
        return columns(
            [card(name, wide) for stack in head for name in stack],
            [[card(name, width) for name in stack] for stack in rest],
            count,
            card_width(width),
        )

    page = best(lay(count, width) for count in _COUNTS for width in _WIDTHS)
    return draw(
        page,
        _links(order, pairs, states, lang),
        _frame(organisation, division, states, lang),
        "government",
    )


def portfolio(organisation: Organisation, name: str, liaison: bool = True) -> Portfolio:
    """Return what ``name`` holds as a card shows it, bracketed aliases kept."""
    held: dict[Relation, dict[str, None]] = {}
    for edge in organisation.held(name):
        relation = Relation(edge.relation)
        if liaison or relation not in LIAISON:
            alias = getattr(edge.fact, "alias", None)
            shown = f"{edge.target.name}（{alias}）" if alias else edge.target.name
            held.setdefault(relation, {})[shown] = None
    return Portfolio(
        name=name,
        titles=organisation.titles(name),
        held={relation: tuple(names) for relation, names in held.items()},
    )


def _pairs(organisation: Organisation) -> tuple[tuple[str, str, bool], ...]:
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


def _links(
    leaders: Sequence[str],
    pairs: Iterable[tuple[str, str, bool]],
    states: Mapping[str, State],
    lang: Lang,
) -> list[Link]:
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
    return Link(tail=tail, head=head, word=word, colour=ORANGE, arrow=True, strong=True)


def _frame(
    organisation: Organisation, division: Document, states: Mapping[str, State], lang: Lang
) -> Frame:
    legend = []
    pairs = organisation.pairs()
    if any(pair.relation == "ab_pair" for pair in pairs):
        legend.append(say(FRAME.legend_pair, lang))
    if any(pair.relation == "backup" for pair in pairs):
        legend.append(say(FRAME.legend_backup, lang))
    if any(state.away for state in states.values()):
        legend.append(say(FRAME.legend_away, lang))
    if any(state.acting_for for state in states.values()):
        legend.append(say(FRAME.legend_acting, lang))
    return Frame(
        title=government_title(organisation, lang),
        subtitle=(
            f"{say(FRAME.as_of, lang)} {organisation.on.isoformat()}",
            f"{say(FRAME.source, lang)} {cite(division)}",
        ),
        legend=tuple(legend),
    )
