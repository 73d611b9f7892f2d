"""A person's career as a timeline: posts, portfolio, groups and pairs, a bar from when to when."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from msgspec import Struct

from registry.charts.account import tie_words
from registry.charts.cards import PADDING, Block, Card, Style
from registry.charts.draw import Drawing, Frame, draw
from registry.charts.look import Look, Topic
from registry.charts.page import Box, Page
from registry.charts.palette import Role
from registry.charts.rows import HEADING, Item, item_rows, stretched, text_rows
from registry.charts.words import FRAME, say
from registry.graph.career import Career
from registry.graph.quotes import Quote

_LABEL = 330
_TRACK = 480.0
_GAP = 8
_ROW_GAP = 5
_FRAME = 2 * PADDING + 2
_LEFT = _LABEL + _FRAME + _GAP
_TEXT = Style(size=11)
_DATES = Style(size=10, colour="soft")
_LEAST_BAR = 16
_ROLES: dict[str, Role] = {
    "posts": "gained",
    "portfolio": "moved",
    "groups": "acting",
    "pairs": "pair",
}


class Bar(Struct, frozen=True, kw_only=True):
    """One thing held: in which section, its words, from when to when, and the clauses.

    Days are as written; without a start only the end is known, without an end it still holds.
    """

    section: str
    heading: str
    items: tuple[Item, ...]
    start: str | None
    end: str | None
    quotes: tuple[Quote, ...]


def bars_of(found: Career, look: Look) -> tuple[Bar, ...]:
    """Return the bars of a career; things of one tie held for the same time share one."""
    return (
        *_posts(found, look),
        *_portfolio(found, look),
        *_groups(found, look),
        *_pairs(found, look),
    )


def _posts(found: Career, look: Look) -> Iterator[Bar]:
    for tenure in found.posts:
        quotes = tuple(said for said in (tenure.opened, tenure.closed) if said)
        yield Bar(
            section="posts",
            heading=say(FRAME.posts, look.lang),
            items=(Item(tenure.title),),
            start=tenure.start,
            end=tenure.end,
            quotes=quotes,
        )


def _portfolio(found: Career, look: Look) -> Iterator[Bar]:
    joined: dict[tuple[str, date, date | None], list[tuple[Item, tuple[Quote, ...]]]] = {}
    for span in found.portfolio:
        topic: Topic = "agencies" if span.what.kind == "agency" else "areas"
        item = Item(span.what.name, look.link(topic, span.what.name))
        key = (span.what.relation, span.start, span.end)
        joined.setdefault(key, []).append((item, span.quotes))
    for (relation, start, end), own in joined.items():
        yield Bar(
            section="portfolio",
            heading=tie_words(relation, look.lang),
            items=tuple(dict.fromkeys(item for item, _ in own)),
            start=start.isoformat(),
            end=end.isoformat() if end else None,
            quotes=tuple(dict.fromkeys(said for _, quotes in own for said in quotes)),
        )


def _groups(found: Career, look: Look) -> Iterator[Bar]:
    for span in found.groups:
        name = span.what.group
        link = look.link("groups", name.split(" · ")[0])
        yield Bar(
            section="groups",
            heading=span.what.role,
            items=(Item(name, link),),
            start=span.start.isoformat(),
            end=span.end.isoformat() if span.end else None,
            quotes=span.quotes,
        )


def _pairs(found: Career, look: Look) -> Iterator[Bar]:
    for span in found.pairs:
        pair = span.what
        other = pair.backup if pair.holder == found.person else pair.holder
        yield Bar(
            section="pairs",
            heading=say(FRAME.pair, look.lang),
            items=(
                Item(
                    f"{pair.holder} {'↔' if pair.mutual else '→'} {pair.backup}",
                    look.link("people", other),
                ),
            ),
            start=span.start.isoformat(),
            end=span.end.isoformat() if span.end else None,
            quotes=span.quotes,
        )


def career_drawing(found: Career, look: Look) -> Drawing:
    """Draw the career; the axis runs from the first day known to the day asked about."""
    bars = bars_of(found, look)
    days = [_day(text) for bar in bars for text in (bar.start, bar.end) if text]
    first, last = min(days, default=found.on), max([found.on, *days])
    first = first.replace(day=1)

    def place(day: date) -> float:
        return (day - first).days / max((last - first).days, 1) * _TRACK

    rows = [_row(number, bar, place, found.on, look) for number, bar in enumerate(bars)]
    axis = _axis(list(_ticks(first, last)), place)
    notes = [_note(n, say(gap.text, look.lang), look) for n, gap in enumerate(found.gaps)]
    down = look.sheet.canvas[1] if look.sheet else float("inf")
    gap = "：" if look.lang == "zh" else ": "
    frame = Frame(
        title=f"{found.person}{gap}{say(FRAME.career, look.lang)}",
        subtitle=(found.government, f"{say(FRAME.as_of, look.lang)} {found.on}"),
        legend=(say(FRAME.legend_career, look.lang),),
    )
    pages = list(_pages(axis, [*rows, *notes], down))
    return draw(pages, (), frame, "person", look)


def _day(text: str) -> date:
    """Return the first day that ``text`` may mean: a year or a month stands for its first."""
    year, month, day = (*text.split("-"), "1", "1")[:3]
    return date(int(year), int(month), int(day))


Line = list[Box]


def _row(number: int, bar: Bar, place: Callable[[date], float], on: date, look: Look) -> Line:
    dates = " — ".join(
        (bar.start or say(FRAME.since_unknown, look.lang), bar.end or say(FRAME.today, look.lang))
    )
    rows = [
        *text_rows(f"{bar.heading}  {dates}", HEADING, _LABEL),
        *item_rows(bar.items, _TEXT, _LABEL),
    ]
    label = Card(blocks=(Block(rows=tuple(rows), fill="seat"),), width=_LABEL, fill="seat")
    start = place(_day(bar.start)) if bar.start else 0.0
    end = max(place(min(_day(bar.end), on)) if bar.end else _TRACK, start)
    width = max(int(end - start), _LEAST_BAR)
    left = _LEFT + min(start, _TRACK - width)
    words = "" if bar.end else "\u00a0→"
    text = text_rows(words, Style(size=9, colour="mark_ink", bold=True), max(width - _FRAME, 1))
    strip = Card(
        blocks=(Block(rows=text or text_rows("\u00a0", _DATES, 1), fill=_ROLES[bar.section]),),
        width=max(width - _FRAME, 1),
        fill=_ROLES[bar.section],
        dashed=bar.start is None,
    )
    name = f"{number + 1} {'、'.join(item.text for item in bar.items[:3])}"
    return [
        Box(key=name, card=label, left=0, top=0),
        Box(key=f"{name} {dates}", card=stretched(strip, label.outer_height), left=left, top=0),
    ]


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


def _axis(ticks: Sequence[tuple[str, date]], place: Callable[[date], float]) -> Line:
    boxes: Line = []
    for words, day in ticks:
        rows = text_rows(f"|{words}", Style(size=10, colour="soft", bold=True), 48)
        made = Card(blocks=(Block(rows=rows, fill="page"),), width=48, border=0, fill="page")
        left = _LEFT + place(day) - PADDING
        free = not boxes or left >= boxes[-1].left + made.outer_width
        if free and left + made.outer_width <= _LEFT + _TRACK + PADDING:
            boxes.append(Box(key=words, card=made, left=left, top=0))
    return boxes


def _note(number: int, text: str, look: Look) -> Line:
    width = int(_LEFT + _TRACK) - _FRAME
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
        width=_LEFT + _TRACK,
        height=max(box.top + box.card.outer_height for box in boxes),
    )
