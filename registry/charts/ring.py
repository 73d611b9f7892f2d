"""The AB pairs as a ring: leaders around an oblong, those of a pair or a chain side by side."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from registry.charts.cards import Card, Style
from registry.charts.chart import Table
from registry.charts.draw import Drawing, Frame, draw
from registry.charts.government import division_of, leader_pairs, legend, pair_links
from registry.charts.leader_card import PRESENT, State, named, state_words
from registry.charts.look import Look
from registry.charts.page import LINK, SCREEN, WIDE_LINK, Box, Page, best
from registry.charts.palette import Role
from registry.charts.rows import Item, card, item_rows, person, space, stretched, text_rows
from registry.charts.sources import as_of, left_out, source
from registry.charts.words import FRAME, Lang, cite, join, say
from registry.graph.organisation import Organisation

_WIDTH = 150
_NAME = Style(size=17, bold=True)
_TITLE = Style(size=10, colour="soft")


def ring_drawing(organisation: Organisation, states: Mapping[str, State], look: Look) -> Drawing:
    """Draw all leaders of ``organisation`` in a ring, pairs joined, those without a backup marked.

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
    marks.append(left_out(say(FRAME.shares, look.lang), look))
    gap = "" if look.lang == "zh" else ": "
    frame = Frame(
        title=f"{organisation.government}{gap}{say(FRAME.ring, look.lang)}",
        subtitle=(as_of(organisation, look), source(division, look)),
        legend=tuple(marks),
    )
    return draw(pages, pair_links(organisation, order, states, look), frame, "pairs", look)


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
    acts = bool(state.acting_for)
    width = _WIDTH - (4 if acts else 0)  # as wide with its frame as the others
    mark = Style(size=10, colour="acting" if acts and not state.away else "away_ink", bold=True)
    rows = [
        *text_rows(person(name, look), _NAME, width),
        *item_rows([Item(title) for title in organisation.titles(name)], _TITLE, width),
        *((space(width),) if marks else ()),
        *(row for text in marks for row in text_rows(text, mark, width)),
    ]
    fill: Role = "away_card" if state.away else "other" if alone else "head"
    made = card(rows, width, fill, dashed=state.away)
    return replace(made, border=3, edge="acting") if acts else made


def _pages(
    order: Sequence[str], pairs: Sequence[tuple[str, str]], cards: Mapping[str, Card], look: Look
) -> list[Page]:
    """Set all in one ring, or on paper in as many as it takes for each to be readable."""
    room = look.sheet.canvas if look.sheet else SCREEN
    most = len(order)
    while True:
        parts = _parts(order, pairs, most)
        rings = [_ring([(n, cards[n]) for n in part], room) for part in parts]
        if not look.sheet or most == 1 or all(page.scale(room) >= 1 for page in rings):
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


def _ring(cards: Sequence[tuple[str, Card]], room: tuple[float, float]) -> Page:
    """Set the cards around an oblong, of the sides that come out largest in ``room``.

    Those who follow each other stand side by side or one below the other, so that the line
    between them is short and straight.
    """
    across = range(2, (len(cards) + 1) // 2 + 1)
    rings = [_around(cards, count) for count in (*across, len(cards))]
    return best(rings, room)


def _around(cards: Sequence[tuple[str, Card]], count: int) -> Page:
    """Set ``count`` cards along the top, the rest down the right, back, and up the left."""
    rest = max(len(cards) - count, 0)
    below = min(rest, count)
    right = (rest - below) // 2
    left = rest - below - right
    rows = max(right, left)
    places = [
        *((0, column) for column in range(count)),
        *((row + 1, count - 1) for row in range(right)),
        *((rows + 1, count - 1 - column) for column in range(below)),
        *((rows - row, 0) for row in range(left)),
    ]
    heights: dict[int, int] = {}
    for (row, _), (_, made) in zip(places, cards, strict=True):
        heights[row] = max(heights.get(row, 0), made.outer_height)
    tops: dict[int, float] = {}
    top = 0.0
    for row in sorted(heights):
        tops[row] = top
        top += heights[row] + LINK
    pitch = max(made.outer_width for _, made in cards) + WIDE_LINK
    boxes = tuple(
        Box(key=key, card=stretched(made, heights[row]), left=column * pitch, top=tops[row])
        for (row, column), (key, made) in zip(places, cards, strict=True)
    )
    return Page(
        boxes=boxes,
        width=max(box.left + box.card.outer_width for box in boxes),
        height=top - LINK,
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
