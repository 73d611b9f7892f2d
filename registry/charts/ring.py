"""The AB pairs as a ring: leaders in a circle, those of a pair or a chain side by side."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from itertools import combinations

from registry.charts.cards import Card, Style
from registry.charts.chart import Table
from registry.charts.draw import Drawing, Frame, draw
from registry.charts.government import division_of, leader_pairs, legend, pair_links, subtitle
from registry.charts.leader_card import PRESENT, State, named, state_words
from registry.charts.look import Look
from registry.charts.page import LINK, Box, Page
from registry.charts.rows import Item, card, item_rows, text_rows
from registry.charts.words import FRAME, Lang, cite, join, say
from registry.graph.organisation import Organisation

_WIDTH = 150
_NAME = Style(size=17, bold=True)
_TITLE = Style(size=10, colour="soft")
_STEP = 12
_FLAT = 0.62
"""Height of the ring by its width: about that of paper on its side."""


def ring_drawing(organisation: Organisation, states: Mapping[str, State], look: Look) -> Drawing:
    """Draw all leaders of ``organisation`` in a ring, pairs joined, those without a backup dashed.

    ``UnknownName`` where no division of labour is in force.
    """
    division = division_of(organisation)
    pairs = leader_pairs(organisation)
    order = ring_order(organisation.leaders(), [(a, b) for a, b, _ in pairs])
    cards = {name: _card(organisation, name, states, look) for name in order}
    pages = _pages(order, [(a, b) for a, b, _ in pairs], cards, look)
    marks = list(legend(organisation, states, look.lang))
    if any(not organisation.backups_of(name) for name in order):
        marks.append(say(FRAME.legend_ring, look.lang))
    gap = "" if look.lang == "zh" else ": "
    frame = Frame(
        title=f"{organisation.government}{gap}{say(FRAME.ring, look.lang)}",
        subtitle=subtitle(organisation, division, look.lang),
        legend=tuple(marks),
    )
    return draw(pages, pair_links(order, pairs, states, look.lang), frame, "pairs", look)


def ring_order(leaders: Sequence[str], pairs: Sequence[tuple[str, str]]) -> tuple[str, ...]:
    """Put those whom pairs join side by side, a chain from its first A on.

    >>> ring_order("abcde", [("a", "c"), ("d", "b")])
    ('a', 'c', 'd', 'b', 'e')
    """
    beside: dict[str, list[str]] = {name: [] for name in leaders}
    for a, b in pairs:
        beside[a].append(b)
        beside[b].append(a)
    starts = [a for a, _ in pairs if len(beside[a]) == 1] + [a for a, _ in pairs]
    place = {name: number for number, name in enumerate(leaders)}
    order: dict[str, None] = {}
    for start in (*sorted(starts, key=lambda n: (len(beside[n]) > 1, place[n])), *leaders):
        follow = start
        while follow not in order:
            order[follow] = None
            follow = next((n for n in beside[follow] if n not in order), follow)
    return tuple(order)


def _card(organisation: Organisation, name: str, states: Mapping[str, State], look: Look) -> Card:
    state = states.get(name, PRESENT)
    marks = [say(FRAME.away, look.lang)] if state.away else []
    marks += state_words(state, look)
    alone = not organisation.backups_of(name)
    if alone:
        marks.append(say(FRAME.no_pair, look.lang))
    mark = Style(
        size=10, colour="away_ink" if state.away or not state.acting_for else "acting", bold=True
    )
    rows = [
        *text_rows(name, _NAME, _WIDTH, look.link("people", name)),
        *item_rows([Item(title) for title in organisation.titles(name)], _TITLE, _WIDTH),
        *(row for text in marks for row in text_rows(text, mark, _WIDTH)),
    ]
    return card(rows, _WIDTH, "away_card" if state.away else "head", dashed=alone or state.away)


def _pages(
    order: Sequence[str], pairs: Sequence[tuple[str, str]], cards: Mapping[str, Card], look: Look
) -> list[Page]:
    """Set all in one ring, or on paper in as many as it takes for each to be readable."""
    room = look.sheet.canvas if look.sheet else None
    most = len(order)
    while True:
        rings = [_ring([(n, cards[n]) for n in part]) for part in _parts(order, pairs, most)]
        if room is None or most == 1 or all(page.scale(room) >= 1 for page in rings):
            return rings
        most -= 1


def _parts(order: Sequence[str], pairs: Sequence[tuple[str, str]], most: int) -> list[list[str]]:
    """Cut the ring into parts of ``most`` leaders, between two whom no pair joins if it can be."""
    joined = {frozenset(pair) for pair in pairs}
    parts: list[list[str]] = [[]]
    for place, name in enumerate(order):
        after = order[place + 1] if place + 1 < len(order) else None
        opens = after is not None and frozenset((name, after)) in joined
        full = len(parts[-1]) >= most or (opens and len(parts[-1]) == most - 1)
        if full and parts[-1]:
            parts.append([])
        parts[-1].append(name)
    return parts


def _ring(cards: Sequence[tuple[str, Card]]) -> Page:
    """Set the cards on the smallest ellipse on which none comes near another."""
    radius = 120.0
    while True:
        boxes = _on_ellipse(cards, radius)
        if all(_apart(a, b) for a, b in combinations(boxes, 2)):
            break
        radius += _STEP
    left, top = min(box.left for box in boxes), min(box.top for box in boxes)
    moved = tuple(Box(key=b.key, card=b.card, left=b.left - left, top=b.top - top) for b in boxes)
    return Page(
        boxes=moved,
        width=max(box.left + box.card.outer_width for box in moved),
        height=max(box.top + box.card.outer_height for box in moved),
    )


def _on_ellipse(cards: Sequence[tuple[str, Card]], radius: float) -> list[Box]:
    boxes = []
    for number, (key, made) in enumerate(cards):
        angle = 2 * math.pi * number / len(cards) - math.pi / 2
        x, y = radius * math.cos(angle), radius * _FLAT * math.sin(angle)
        boxes.append(
            Box(key=key, card=made, left=x - made.outer_width / 2, top=y - made.outer_height / 2)
        )
    return boxes


def _apart(a: Box, b: Box) -> bool:
    """Say whether there is room for a link and its word between two cards."""
    across = 2 * LINK
    return (
        a.left + a.card.outer_width + across <= b.left
        or b.left + b.card.outer_width + across <= a.left
        or a.top + a.card.outer_height + LINK <= b.top
        or b.top + b.card.outer_height + LINK <= a.top
    )


def ring_account(organisation: Organisation, states: Mapping[str, State], lang: Lang) -> str:
    """Tell in one paragraph who pairs with whom, who has no backup, and who acts."""
    pairs = leader_pairs(organisation)
    told = tuple(f"{a}{'↔' if mutual else '→'}{b}" for a, b, mutual in pairs)
    alone = tuple(n for n in organisation.leaders() if not organisation.backups_of(n))
    acting = tuple(
        (named(name, when, lang), part.acted_by)
        for name, state in states.items()
        for when, part in state.stretches
        if part.acted_by
    )
    source = cite(division_of(organisation))
    if lang == "zh":
        words = f"{organisation.on}，AB角{len(pairs)}对：{join(told, lang)}。"
        words += f"没有B角：{join(alone, lang)}。" if alone else ""
        words += "".join(f"{n}离岗，由{join(by, lang)}代行。" for n, by in acting)
        return words + f"依据{source}。"
    words = f"{organisation.on}: {len(pairs)} pairs: {join(told, lang)}. "
    words += f"No backup: {join(alone, lang)}. " if alone else ""
    words += "".join(f"{n} is away; {join(by, lang)} acts. " for n, by in acting)
    return words + f"Source: {source}."


_COLUMNS = {
    "zh": ("A角", "B角", "互为", "条款", "依据"),
    "en": ("A", "B", "mutual", "clause", "notice"),
}


def ring_table(organisation: Organisation, lang: Lang) -> Table:
    """Return a row for each pair, and for each leader without a backup."""
    yes, no = ("是", "否") if lang == "zh" else ("yes", "no")
    rows = [
        (
            e.source.name,
            e.target.name,
            yes if e.relation == "ab_pair" else no,
            e.fact.clause,
            cite(e.document),
        )
        for e in organisation.pairs()
    ]
    rows += [
        (name, say(FRAME.no_pair, lang), "", "", "")
        for name in organisation.leaders()
        if not organisation.backups_of(name)
    ]
    return Table(_COLUMNS[lang], tuple(rows))
