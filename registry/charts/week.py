"""The week's cover: a row a leader, a card a run of days; the absent grey, who acts drawn in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from msgspec import Struct

from registry.charts.cards import PADDING, Card, Cell, Style, cells_width
from registry.charts.draw import Drawing, Frame, Link, draw
from registry.charts.look import Look
from registry.charts.page import Box, Page
from registry.charts.palette import Role
from registry.charts.rows import Item, card, person, stretched, text_rows
from registry.charts.sources import left_out, proved, sources
from registry.charts.week_words import cell_words, is_away
from registry.charts.words import FRAME, Lang, join, say
from registry.graph.quotes import Quote
from registry.model.answers import CalendarDay, Words
from registry.model.week import Cell as Day
from registry.model.week import Row, Sheet
from registry.resolve.words import when_words

_NAME_WIDTH, _DAY_WIDTH = 120, 92
_GAP = 8
_ROW_GAP = 4
_FRAME = 2 * PADDING + 2
_LEFT = _NAME_WIDTH + _FRAME + _GAP
_NAME = Style(size=14, bold=True)
_TITLE = Style(size=9, colour="soft")
_DAY = Style(size=12, bold=True)
_TEXT = Style(size=10)
_WEEKDAYS = {
    "zh": ("周一", "周二", "周三", "周四", "周五", "周六", "周日"),
    "en": ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
}


class _Run(Struct, frozen=True):
    """Days side by side on which a leader stands the same; ``first`` and ``last`` count from 0."""

    person: str
    first: int
    last: int
    cell: Day

    @property
    def key(self) -> str:
        """Its name in the drawing."""
        return f"{self.person} {self.first + 1}"


Line = list[Box]


class _Grid(Struct, frozen=True):
    """How wide a day is: on paper so narrow that the week fits across."""

    day: int

    @property
    def pitch(self) -> int:
        """From the left of one day to that of the next."""
        return self.day + _FRAME + _GAP

    @property
    def width(self) -> int:
        """The width of the whole."""
        return _LEFT + 7 * self.pitch - _GAP


def _grid(look: Look) -> _Grid:
    if look.sheet is None:
        return _Grid(_DAY_WIDTH)
    across = int(look.sheet.canvas[0])
    return _Grid(min(_DAY_WIDTH, (across - _LEFT + _GAP) // 7 - _FRAME - _GAP))


def week_drawing(sheet: Sheet, look: Look) -> Drawing:
    """Draw ``sheet``; paper gets as many leaders a page as can be read, the days on top of each."""
    grid = _grid(look)
    runs = [tuple(_runs(row)) for row in sheet.rows]
    rows = [_row(row, own, grid, look) for row, own in zip(sheet.rows, runs, strict=True)]
    rows += [[_gap(sheet, number, grid, look)] for number in range(len(sheet.gaps))]
    head = _days(sheet, grid, look)
    down = look.sheet.canvas[1] if look.sheet else float("inf")
    parts = _parts(rows, down - _height(head) - _ROW_GAP)
    pages = [_page(head, part, grid.width) for part in parts]
    frame = Frame(
        title=_title(sheet, look.lang),
        subtitle=(
            Item(f"{sheet.start} … {sheet.end}"),
            *sources([Quote("", doc) for doc in sheet.notices], look),
        ),
        legend=(*_legend(sheet, look.lang), left_out(say(FRAME.shares, look.lang), look)),
    )
    return draw(pages, list(_links(runs)), frame, "week", look, straight=True)


def _title(sheet: Sheet, lang: Lang) -> str:
    gap = "" if lang == "zh" else ": "
    return f"{sheet.government}{gap}{say(FRAME.week, lang)}"


def _legend(sheet: Sheet, lang: Lang) -> tuple[str, ...]:
    cells = [cell for row in sheet.rows for cell in row.cells]
    away = (say(FRAME.legend_away, lang),) if any(is_away(c) for c in cells) else ()
    acts = (say(FRAME.legend_acting, lang),) if any(c.acting_for for c in cells) else ()
    return (*away, *acts)


def _runs(row: Row) -> Iterator[_Run]:
    place = 0
    for _, same in groupby(row.cells, key=_stand):
        cells = list(same)
        yield _Run(row.person, place, place + len(cells) - 1, cells[0])
        place += len(cells)


def _stand(cell: Day) -> tuple[object, ...]:
    """Return what a day has in common with those that it is drawn together with."""
    parts = tuple((part.start_time, part.end_time, _stand(part)) for part in cell.parts)
    return (cell.presence, cell.kinds, cell.acted_by, cell.acting_for, cell.gap, parts)


def _days(sheet: Sheet, grid: _Grid, look: Look) -> Line:
    made = [_day(day, grid.day, look) for day in sheet.days]
    height = max(one.outer_height for one in made)
    return [
        Box(
            key=day.day.isoformat(),
            card=stretched(one, height),
            left=_LEFT + number * grid.pitch,
            top=0,
        )
        for number, (day, one) in enumerate(zip(sheet.days, made, strict=True))
    ]


def _day(day: CalendarDay, width: int, look: Look) -> Card:
    words = f"{_WEEKDAYS[look.lang][day.day.weekday()]} {day.day:%m-%d}"
    rows = list(text_rows(words, _DAY, width))
    if day.name is not None:
        rows += text_rows(say(day.name, look.lang), _TITLE, width)
    return card(rows, width, "head" if day.works else "other")


def _name(row: Row, look: Look) -> Card:
    """Set the name, and the first title beside it where there is room, else below."""
    title = row.titles[0] if row.titles else ""
    width = cells_width(row.person, _NAME) + 6
    if width + cells_width(title, _TITLE) <= _NAME_WIDTH:
        name = person(row.person, look)
        cell = Cell(text=name.text, style=_NAME, width=width, href=name.href)
        rows = [(cell, Cell(text=title, style=_TITLE, width=_NAME_WIDTH - width))]
        return card(rows, _NAME_WIDTH, "seat")
    return card(
        [
            *text_rows(person(row.person, look), _NAME, _NAME_WIDTH),
            *text_rows(title, _TITLE, _NAME_WIDTH),
        ],
        _NAME_WIDTH,
        "seat",
    )


def _row(row: Row, runs: Sequence[_Run], grid: _Grid, look: Look) -> Line:
    name = _name(row, look)
    made = [_run(run, grid, look) for run in runs]
    height = max(one.outer_height for one in (name, *made))
    boxes = [Box(key=row.person, card=stretched(name, height), left=0, top=0)]
    boxes += [
        Box(key=run.key, card=stretched(one, height), left=_LEFT + run.first * grid.pitch, top=0)
        for run, one in zip(runs, made, strict=True)
    ]
    return boxes


def _run(run: _Run, grid: _Grid, look: Look) -> Card:
    cell = run.cell
    acts, away = bool(cell.acting_for), is_away(cell)
    edge = 3 if acts else 1
    width = (run.last - run.first + 1) * grid.pitch - _GAP - 2 * PADDING - 2 * edge
    colour: Role = "away_ink" if away else "acting" if acts else "soft"
    style = Style(size=_TEXT.size, colour=colour, bold=acts or away)
    said = cell_words(cell, look.lang)
    whole = ("，" if look.lang == "zh" else ", ").join(said)
    if not cell.parts and cells_width(whole, style) <= width:
        said = (whole,)
    rows = [row for text in said for row in text_rows(text, style, width)]
    made = card(rows, width, "away_card" if away else "card", dashed=away)
    return Card(
        blocks=made.blocks,
        width=width,
        border=edge,
        edge="acting" if acts else "edge",
        fill=made.fill,
        dashed=away,
    )


def _gap(sheet: Sheet, number: int, grid: _Grid, look: Look) -> Box:
    gap = sheet.gaps[number]
    width = grid.width - _FRAME
    days = say(when_words(gap), look.lang).replace(f"{gap.start:%Y-}", "")
    text = f"{say(FRAME.open, look.lang)} {days}  {join(gap.persons, look.lang)}  {say(gap.text, look.lang)}"
    if gap.candidates:
        named = Words("可指定", "may be named")
        text += f"  {say(named, look.lang)} {join(gap.candidates, look.lang)}"
    quotes = [Quote(r.clause, r.doc, r.date) for r in gap.reasons if r.clause and r.doc]
    rows = text_rows(proved(text, quotes, look), Style(size=10, colour="lost", bold=True), width)
    return Box(key=f"gap {number + 1}", card=card(rows, width, "other"), left=0, top=0)


def _links(runs: Sequence[Sequence[_Run]]) -> Iterator[Link]:
    """Draw an arrow from each run of absence to the one who acts, in the days they share."""
    every = [run for own in runs for run in own]
    for gone in every:
        for by in gone.cell.acted_by:
            acting = next(
                (
                    run
                    for run in every
                    if run.person == by
                    and gone.person in run.cell.acting_for
                    and run.first <= gone.last
                    and gone.first <= run.last
                ),
                None,
            )
            if acting:
                yield Link(
                    tail=gone.key,
                    head=acting.key,
                    word="",
                    colour="acting",
                    arrow=True,
                    strong=True,
                )


def _height(line: Line) -> float:
    return max(box.card.outer_height for box in line)


def _parts(rows: Sequence[Line], down: float) -> Iterator[list[Line]]:
    part: list[Line] = []
    left = down
    for row in rows:
        height = _height(row) + _ROW_GAP
        if part and height - _ROW_GAP > left:
            yield part
            part, left = [], down
        part.append(row)
        left -= height
    yield part


def _page(head: Line, rows: Sequence[Line], width: float) -> Page:
    boxes: list[Box] = []
    top = 0.0
    for line in (head, *rows):
        boxes += [Box(key=b.key, card=b.card, left=b.left, top=top) for b in line]
        top += _height(line) + _ROW_GAP
    return Page(boxes=tuple(boxes), width=width, height=top - _ROW_GAP)
