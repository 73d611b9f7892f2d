"""The week's cover: a row a leader, a card a run of days; the absent grey, who acts drawn in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from msgspec import Struct

from registry.charts.cards import PADDING, Card, Style
from registry.charts.draw import Drawing, Frame, Link, draw
from registry.charts.look import Look
from registry.charts.page import Box, Page
from registry.charts.palette import Role
from registry.charts.rows import card, stretched, text_rows
from registry.charts.words import FRAME, Lang, join, say
from registry.model.answers import CalendarDay, Status, Words
from registry.model.week import Cell, Presence, Row, Sheet
from registry.resolve.words import STATUSES, absence_words, part_of_day, when_words

_NAME_WIDTH, _DAY_WIDTH = 112, 92
_GAP = 8
_ROW_GAP = 5
_FRAME = 2 * PADDING + 2
_LEFT = _NAME_WIDTH + _FRAME + _GAP
_PITCH = _DAY_WIDTH + _FRAME + _GAP
_WIDTH = _LEFT + 7 * _PITCH - _GAP
_NAME = Style(size=14, bold=True)
_TITLE = Style(size=9, colour="soft")
_DAY = Style(size=12, bold=True)
_TEXT = Style(size=11)
_WEEKDAYS = {
    "zh": ("周一", "周二", "周三", "周四", "周五", "周六", "周日"),
    "en": ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
}


class _Run(Struct, frozen=True):
    """Days side by side on which a leader stands the same; ``first`` and ``last`` count from 0."""

    person: str
    first: int
    last: int
    cell: Cell

    @property
    def key(self) -> str:
        """Its name in the drawing."""
        return f"{self.person} {self.first + 1}"


Line = list[Box]


def week_drawing(sheet: Sheet, look: Look) -> Drawing:
    """Draw ``sheet``; paper gets as many leaders a page as can be read, the days on top of each."""
    runs = [tuple(_runs(row)) for row in sheet.rows]
    rows = [_row(row, own, look) for row, own in zip(sheet.rows, runs, strict=True)]
    rows += [[_gap(sheet, number, look)] for number in range(len(sheet.gaps))]
    head = _days(sheet, look)
    down = look.sheet.canvas[1] if look.sheet else float("inf")
    pages = [_page(head, part) for part in _parts(rows, down - _height(head) - _ROW_GAP)]
    frame = Frame(
        title=_title(sheet, look.lang),
        subtitle=(
            f"{sheet.start} … {sheet.end}",
            f"{say(FRAME.source, look.lang)} {join(sheet.notices, look.lang)}",
        ),
        legend=_legend(sheet, look.lang),
    )
    return draw(pages, list(_links(runs)), frame, "week", look, straight=True)


def _title(sheet: Sheet, lang: Lang) -> str:
    gap = "" if lang == "zh" else ": "
    return f"{sheet.government}{gap}{say(FRAME.week, lang)}"


def _legend(sheet: Sheet, lang: Lang) -> tuple[str, ...]:
    cells = [cell for row in sheet.rows for cell in row.cells]
    away = (say(FRAME.legend_away, lang),) if any(_is_away(c) for c in cells) else ()
    acts = (say(FRAME.legend_acting, lang),) if any(c.acting_for for c in cells) else ()
    return (*away, *acts)


def _runs(row: Row) -> Iterator[_Run]:
    place = 0
    for _, same in groupby(row.cells, key=_stand):
        cells = list(same)
        yield _Run(row.person, place, place + len(cells) - 1, cells[0])
        place += len(cells)


def _stand(cell: Cell) -> tuple[object, ...]:
    """Return what a day has in common with those that it is drawn together with."""
    parts = tuple((part.start_time, part.end_time, _stand(part)) for part in cell.parts)
    return (cell.presence, cell.kinds, cell.acted_by, cell.acting_for, cell.gap, parts)


def _days(sheet: Sheet, look: Look) -> Line:
    made = [_day(day, look) for day in sheet.days]
    height = max(one.outer_height for one in made)
    return [
        Box(
            key=day.day.isoformat(),
            card=stretched(one, height),
            left=_LEFT + number * _PITCH,
            top=0,
        )
        for number, (day, one) in enumerate(zip(sheet.days, made, strict=True))
    ]


def _day(day: CalendarDay, look: Look) -> Card:
    words = f"{_WEEKDAYS[look.lang][day.day.weekday()]} {day.day:%m-%d}"
    rows = list(text_rows(words, _DAY, _DAY_WIDTH))
    if day.name is not None:
        rows += text_rows(say(day.name, look.lang), _TITLE, _DAY_WIDTH)
    return card(rows, _DAY_WIDTH, "head" if day.works else "other")


def _row(row: Row, runs: Sequence[_Run], look: Look) -> Line:
    name = card(
        [
            *text_rows(row.person, _NAME, _NAME_WIDTH, look.link("people", row.person)),
            *text_rows(row.titles[0] if row.titles else "", _TITLE, _NAME_WIDTH),
        ],
        _NAME_WIDTH,
        "seat",
    )
    made = [_run(run, look) for run in runs]
    height = max(one.outer_height for one in (name, *made))
    boxes = [Box(key=row.person, card=stretched(name, height), left=0, top=0)]
    boxes += [
        Box(key=run.key, card=stretched(one, height), left=_LEFT + run.first * _PITCH, top=0)
        for run, one in zip(runs, made, strict=True)
    ]
    return boxes


def _run(run: _Run, look: Look) -> Card:
    cell = run.cell
    acts, away = bool(cell.acting_for), _is_away(cell)
    edge = 3 if acts else 1
    width = (run.last - run.first + 1) * _PITCH - _GAP - 2 * PADDING - 2 * edge
    colour: Role = "away_ink" if away else "acting" if acts else "soft"
    style = Style(size=_TEXT.size, colour=colour, bold=acts or away)
    rows = [row for text in cell_words(cell, look.lang) for row in text_rows(text, style, width)]
    made = card(rows, width, "away_card" if away else "card", dashed=away)
    return Card(
        blocks=made.blocks,
        width=width,
        border=edge,
        edge="acting" if acts else "edge",
        fill=made.fill,
        dashed=away,
    )


def _is_away(cell: Cell) -> bool:
    return cell.presence in {Presence.AWAY, Presence.LEFT}


def cell_words(cell: Cell, lang: Lang) -> tuple[str, ...]:
    """Return what a cell says, a line a statement: away and who acts, acting for whom.

    A day that is not the same throughout has a line a part.
    """
    if cell.parts:
        mark = "，" if lang == "zh" else ", "
        return tuple(
            f"{say(part_of_day(part.start_time, part.end_time), lang)} "
            + mark.join(cell_words(part, lang))
            for part in cell.parts
        )
    said: list[str] = []
    if cell.presence is Presence.NOT_LISTED:
        said.append(say(FRAME.not_listed, lang))
    elif cell.presence is Presence.LEFT:
        said.append(say(FRAME.left, lang))
    elif cell.presence is Presence.AWAY:
        kinds = tuple(kind for kind in cell.kinds if kind != "away")
        more = f"（{say(absence_words(kinds), lang)}）" if kinds else ""
        said.append(say(FRAME.away, lang) + more)
    elif not cell.acting_for:
        said.append(say(FRAME.present, lang))
    if cell.acted_by:
        who = join(cell.acted_by, lang)
        said.append(f"由 {who} 代行" if lang == "zh" else f"{who} acts")
    elif cell.gap is not None and cell.gap is not Status.IN_CHARGE:
        said.append(say(STATUSES[cell.gap], lang))
    if cell.acting_for:
        said.append(f"{say(FRAME.acting, lang)} {join(cell.acting_for, lang)}")
    return tuple(said)


def _gap(sheet: Sheet, number: int, look: Look) -> Box:
    gap = sheet.gaps[number]
    width = _WIDTH - _FRAME
    days = say(when_words(gap), look.lang).replace(f"{gap.start:%Y-}", "")
    text = f"{say(FRAME.open, look.lang)} {days}  {join(gap.persons, look.lang)}  {say(gap.text, look.lang)}"
    if gap.candidates:
        named = Words("可指定", "may be named")
        text += f"  {say(named, look.lang)} {join(gap.candidates, look.lang)}"
    rows = text_rows(text, Style(size=11, colour="lost", bold=True), width)
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


def _page(head: Line, rows: Sequence[Line]) -> Page:
    boxes: list[Box] = []
    top = 0.0
    for line in (head, *rows):
        boxes += [Box(key=b.key, card=b.card, left=b.left, top=top) for b in line]
        top += _height(line) + _ROW_GAP
    return Page(boxes=tuple(boxes), width=_WIDTH, height=top - _ROW_GAP)
