"""The card of one leader: name, titles, and what is held, the strongest ties largest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from registry.charts.cards import PADDING, Block, Card, Cell, Style, cells_width
from registry.charts.measure import wrap, wrap_items
from registry.charts.words import FRAME, Lang, join, say
from registry.model.answers import Relation, Status, Words

INK, SOFT, FAINT = "#16222f", "#3d4b5a", "#5a6675"
ORANGE = "#a84a00"
GREY = "#5f5f5f"


class Portfolio(Struct, frozen=True, kw_only=True):
    """A leader as drawn: ``held`` lists the names of each relation in the notice's order."""

    name: str
    titles: tuple[str, ...]
    held: dict[Relation, tuple[str, ...]]


class State(Struct, frozen=True, kw_only=True):
    """How a leader stands on the day.

    ``acting_for`` names those whose portfolio he holds in their absence. Where he is away,
    ``acted_by`` names who acts in his, or ``gap`` is the status of it with nobody acting.
    """

    away: bool = False
    acted_by: tuple[str, ...] = ()
    acting_for: tuple[str, ...] = ()
    gap: Status | None = None


PRESENT = State()


class Section(Struct, frozen=True, kw_only=True):
    """One part of a card: the relations it lists, its heading and the style of its text."""

    heading: Words
    relations: tuple[Relation, ...]
    style: Style
    running: bool = False
    """Lines may break inside a name: denser, for long lists that matter less."""


SECTIONS = (
    Section(
        heading=FRAME.areas,
        relations=(Relation.RESPONSIBLE,),
        style=Style(size=9.5, colour=SOFT),
    ),
    Section(
        heading=FRAME.supervises,
        relations=(Relation.SUPERVISES,),
        style=Style(size=11.5, colour=INK),
    ),
    Section(
        heading=FRAME.also,
        relations=(Relation.ALSO_SUPERVISES, Relation.ALSO_RESPONSIBLE),
        style=Style(size=9.5, colour=SOFT),
    ),
    Section(
        heading=FRAME.assists_supervising,
        relations=(Relation.ASSISTS_SUPERVISING,),
        style=Style(size=9.5, colour=SOFT),
    ),
    Section(
        heading=FRAME.assists,
        relations=(Relation.ASSISTS,),
        style=Style(size=9.5, colour=SOFT),
    ),
    Section(
        heading=FRAME.liaises,
        relations=(Relation.LIAISES,),
        style=Style(size=8.5, colour=FAINT),
        running=True,
    ),
    Section(
        heading=FRAME.assists_liaising,
        relations=(Relation.ASSISTS_LIAISING,),
        style=Style(size=8.5, colour=FAINT),
        running=True,
    ),
)
LIAISON = frozenset({Relation.LIAISES, Relation.ASSISTS_LIAISING})

_HEADING = Style(size=8.5, colour="#7a3b12", bold=True)
_NAME = Style(size=20, colour=INK, bold=True)
_TITLE = Style(size=10, colour=SOFT)
_MARK = Style(size=11, colour="#ffffff", bold=True)


def leader_card(portfolio: Portfolio, state: State, width: int, lang: Lang) -> Card:
    """Draw ``portfolio`` on a card whose text is ``width`` points wide."""
    head = Block(
        rows=tuple(_head(portfolio, state, width, lang)),
        fill="#d9d9d9" if state.away else "#dce6f2",
    )
    blocks = [head]
    if mark := tuple(_marks(state, width, lang)):
        blocks.append(Block(rows=mark, fill=GREY if state.away else ORANGE))
    body = tuple(_body(portfolio.held, width, lang, grey=state.away))
    if body:
        blocks.append(Block(rows=body))
    acts = bool(state.acting_for)
    return Card(
        blocks=tuple(blocks),
        width=width,
        border=3 if acts else 1,
        edge=ORANGE if acts else "#5b6b7d",
        fill="#efefef" if state.away else "#ffffff",
        dashed=state.away,
    )


def card_width(width: int) -> int:
    """Return the widest that a card can get whose text is ``width`` points wide."""
    return width + 2 * PADDING + 6


def _head(portfolio: Portfolio, state: State, width: int, lang: Lang) -> Iterator[tuple[Cell, ...]]:
    mark = say(FRAME.away, lang) if state.away else ""
    badge = cells_width(mark, _MARK) + 16 if mark else 0
    name = _NAME if not state.away else Style(size=_NAME.size, colour=GREY, bold=True)
    lines = wrap(portfolio.name, (width - badge) / name.size)
    for index, line in enumerate(lines):
        row = [Cell(text=line, style=name, width=width - badge)]
        if mark and index == 0:
            row.append(Cell(text=f"\u00a0\u00a0{mark}", style=_MARK, width=badge, fill=GREY))
        yield tuple(row)
    title = Style(size=_TITLE.size, colour=GREY if state.away else _TITLE.colour)
    for line in wrap_items(portfolio.titles, width / title.size):
        yield (Cell(text=line, style=title, width=width),)


def _marks(state: State, width: int, lang: Lang) -> Iterator[tuple[Cell, ...]]:
    """Say who is acted for, or that nobody acts; in words, not by colour alone."""
    texts = []
    if state.acting_for:
        texts.append(f"{say(FRAME.acting, lang)} {join(state.acting_for, lang)}")
    if state.acted_by:
        names = join(state.acted_by, lang)
        texts.append(f"由 {names} 代行" if lang == "zh" else f"{names} acts")
    elif state.gap is Status.COORDINATION_REQUIRED:
        texts.append(say(FRAME.coordination, lang))
    elif state.gap is not None and state.gap is not Status.IN_CHARGE:
        texts.append(say(FRAME.unspecified, lang))
    for text in texts:
        for line in wrap(text, width / _MARK.size):
            yield (Cell(text=line, style=_MARK, width=width),)


def _body(
    held: dict[Relation, tuple[str, ...]], width: int, lang: Lang, *, grey: bool
) -> Iterator[tuple[Cell, ...]]:
    sections = [
        (section, names)
        for section in SECTIONS
        if (names := tuple(n for relation in section.relations for n in held.get(relation, ())))
    ]
    side = _side(lang)
    for number, (section, names) in enumerate(sections):
        style = Style(size=section.style.size, colour=GREY) if grey else section.style
        room = (width - side) / style.size
        text = wrap("、".join(names), room) if section.running else wrap_items(names, room)
        if number:
            yield (Cell(text="", style=Style(size=3), width=width),)
        yield from _beside(_heading(section.heading, lang, side), text, style, width, side)


def _side(lang: Lang) -> int:
    """Return the width of the column of headings: two characters in Chinese."""
    return 28 if lang == "zh" else 58


def _heading(words: Words, lang: Lang, side: int) -> tuple[str, ...]:
    return wrap(say(words, lang), 2 if lang == "zh" else (side - 6) / _HEADING.size)


def _beside(
    heading: Iterable[str], text: Iterable[str], style: Style, width: int, side: int
) -> Iterator[tuple[Cell, ...]]:
    """Set the lines of ``heading`` to the left of those of ``text``."""
    left, right = list(heading), list(text)
    count = max(len(left), len(right))
    for index in range(count):
        yield (
            Cell(text=left[index] if index < len(left) else "", style=_HEADING, width=side),
            Cell(text=right[index] if index < len(right) else "", style=style, width=width - side),
        )
