"""A person's career as a timeline: posts, portfolio, groups and pairs, a bar from when to when."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby

from msgspec import Struct
from msgspec.structs import replace

from registry.charts.cards import PADDING, Block, Card, Cell, Row, Style
from registry.charts.career_bars import Bar, bars_of
from registry.charts.draw import Drawing, Frame, draw
from registry.charts.look import Look
from registry.charts.page import Box, Page
from registry.charts.palette import Role
from registry.charts.rows import HEADING, Item, filling, item_rows, text_rows
from registry.charts.sources import left_out, proved, sources
from registry.charts.words import FRAME, say
from registry.graph.career import Career

_LABEL, _TRACK = 290, 440
_GAP = 8
_ROW_GAP = 4
_FRAME = 2 * PADDING + 2
_LEFT = _LABEL + _FRAME + _GAP
_TEXT = Style(size=11)
_DATES = Style(size=10, colour="soft")
_ENDS = Style(size=9, colour="mark_ink", bold=True)
_LEAST_BAR = 28
"""Room for both arrows."""
_ROLES: dict[str, Role] = {
    "posts": "gained",
    "portfolio": "moved",
    "groups": "acting",
    "pairs": "pair",
}

Line = list[Box]


class _Axis(Struct, frozen=True):
    """The days that are drawn from left to right."""

    first: date
    last: date

    def place(self, day: date) -> int:
        """Return how far ``day`` is from the left."""
        whole = max((self.last - self.first).days, 1)
        return round((day - self.first).days / whole * _TRACK)

    def span(self, bar: Bar) -> tuple[int, int]:
        """Return where a bar begins and ends; one that is short is drawn longer."""
        first = self.place(_day(bar.start)) if bar.start else 0
        last = self.place(min(_day(bar.end), self.last)) if bar.end else _TRACK
        first = min(first, _TRACK - _LEAST_BAR)
        return first, max(last, first + _LEAST_BAR)


def career_drawing(found: Career, look: Look) -> Drawing:
    """Draw the career; the axis runs from the first day known to the day asked about."""
    bars = bars_of(found, look)
    days = [_day(text) for bar in bars for text in (bar.start, bar.end) if text]
    axis = _Axis(min(days, default=found.on).replace(day=1), max([found.on, *days]))
    ticks = list(_ticks(axis.first, axis.last))
    marks = {axis.place(day) for _, day in ticks} - {0}
    rows = [_row(number, bar, axis, marks, look) for number, bar in enumerate(bars)]
    notes = [_note(n, say(gap.text, look.lang), look) for n, gap in enumerate(found.gaps)]
    down = look.sheet.canvas[1] if look.sheet else float("inf")
    gap = "：" if look.lang == "zh" else ": "
    frame = Frame(
        title=f"{found.person}{gap}{say(FRAME.career, look.lang)}",
        subtitle=(
            Item(found.government, look.link("governments", found.government)),
            Item(f"{say(FRAME.as_of, look.lang)} {found.on}"),
            *sources((quote for bar in bars for quote in bar.quotes), look),
        ),
        legend=(
            say(FRAME.legend_career, look.lang),
            left_out(say(FRAME.untold, look.lang), look),
        ),
    )
    pages = list(_pages(_scale(ticks, axis), [*rows, *notes], down))
    return draw(pages, (), frame, "person", look)


def _day(text: str) -> date:
    """Return the first day that ``text`` may mean: a year or a month stands for its first."""
    year, month, day = (*text.split("-"), "1", "1")[:3]
    return date(int(year), int(month), int(day))


def _row(number: int, bar: Bar, axis: _Axis, marks: set[int], look: Look) -> Line:
    dates = " — ".join(
        (bar.start or say(FRAME.since_unknown, look.lang), bar.end or say(FRAME.today, look.lang))
    )
    rows = [
        *text_rows(proved(f"{bar.heading}  {dates}", bar.quotes, look), HEADING, _LABEL),
        *item_rows(bar.items, _TEXT, _LABEL),
    ]
    label = Block(rows=tuple(rows), fill="seat")
    strip = Block(rows=_strip(bar, axis.span(bar), marks, label.height - 2 * PADDING))
    name = f"{number + 1} {'、'.join(item.text for item in bar.items[:3])}"
    return [
        Box(key=name, card=Card(blocks=(label,), width=_LABEL, fill="seat"), left=0, top=0),
        Box(key=f"{name} {dates}", card=Card(blocks=(strip,), width=_TRACK), left=_LEFT, top=0),
    ]


def _strip(bar: Bar, span: tuple[int, int], marks: set[int], height: int) -> tuple[Row, ...]:
    """Draw the bar on a ground as wide as the axis, in which the days of the axis are marked."""
    first, last = span
    role = _ROLES[bar.section]
    ground: list[Role | None] = ["rule" if x in marks else None for x in range(_TRACK)]
    begun = Cell(text="" if bar.start else "\u00a0←", style=_ENDS, width=14, fill=role)
    length = last - first - begun.width
    still = Cell(
        text="" if bar.end else "→", style=_ENDS, width=length, fill=role, indent=length - 14
    )
    drawn = (*_cells(ground[:first], _ENDS), begun, still, *_cells(ground[last:], _ENDS))
    rest = height - _ENDS.height
    return (drawn, *(_cells(ground, style) for style in filling(rest)))


def _cells(ground: Sequence[Role | None], style: Style) -> Row:
    return tuple(
        Cell(text="", style=style, width=len(list(run)), fill=fill) for fill, run in groupby(ground)
    )


def _ticks(first: date, last: date) -> Iterator[tuple[str, date]]:
    """Yield a dozen days of the axis at most, each with its words: months, or years."""
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    if months <= 24:
        for month in range(0, months, 1 if months <= 8 else 3):
            later, rest = divmod(first.month - 1 + month, 12)
            day = date(first.year + later, rest + 1, 1)
            yield f"{day:%Y-%m}", day
        return
    years = range(first.year + (first.month > 1), last.year + 1)
    for year in years[:: max(1, -(-len(years) // 10))]:
        yield str(year), date(year, 1, 1)


def _scale(ticks: Sequence[tuple[str, date]], axis: _Axis) -> Line:
    boxes: Line = []
    for words, day in ticks:
        rows = text_rows(words, replace(_DATES, bold=True), 48)
        made = Card(blocks=(Block(rows=rows, fill="page"),), width=48, border=0, fill="page")
        left = _LEFT + 1 + axis.place(day)
        free = not boxes or left >= boxes[-1].left + made.outer_width
        if free and left + made.outer_width <= _LEFT + _TRACK + _FRAME:
            boxes.append(Box(key=words, card=made, left=left, top=0))
    return boxes


def _note(number: int, text: str, look: Look) -> Line:
    width = _LEFT + _TRACK
    rows = [
        *(text_rows(say(FRAME.told_nothing, look.lang), HEADING, width) if not number else ()),
        *text_rows(text, _DATES, width),
    ]
    made = Card(
        blocks=(Block(rows=tuple(rows), fill="other"),), width=width, fill="other", dashed=True
    )
    return [Box(key=f"note {number + 1}", card=made, left=0, top=0)]


def _pages(axis: Line, rows: Sequence[Line], down: float) -> Iterator[Page]:
    boxes: list[Box] = []
    top = 0.0
    for line in rows:
        height = max(box.card.outer_height for box in line)
        if boxes and top + height > down:
            yield _page(boxes)
            boxes = []
        if not boxes:
            boxes = list(axis)
            top = max((box.card.outer_height for box in axis), default=0.0)
        boxes += [Box(key=b.key, card=b.card, left=b.left, top=top) for b in line]
        top += height + _ROW_GAP
    yield _page(boxes)


def _page(boxes: list[Box]) -> Page:
    return Page(
        boxes=tuple(boxes),
        width=_LEFT + _TRACK + _FRAME,
        height=max(box.top + box.card.outer_height for box in boxes),
    )
