"""The week as events of a feed: who is there and who acts, never why somebody is away."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import structs

from registry.exports.feeds.event import Occasion
from registry.exports.feeds.words import Lang
from registry.exports.week.ics import week_occasions
from registry.model.answers import Words
from registry.model.week import Cell, GapKind, Row, Sheet, WeekGap

_OPEN = {
    GapKind.UNSPECIFIED: Words(
        "公文和规则没有写由谁代行", "neither notices nor rules say who acts"
    ),
    GapKind.COORDINATION_REQUIRED: Words("由协调人指定", "the coordinator is to name who acts"),
}
"""What a gap comes to, where its own words may name the kind of absence."""


def week_feed_occasions(sheet: Sheet, lang: Lang = "zh") -> Iterator[Occasion]:
    """Yield what the week's sheet says, without kinds of absence and what would tell them."""
    yield from week_occasions(
        structs.replace(
            sheet, rows=tuple(map(_row, sheet.rows)), gaps=tuple(map(_gap, sheet.gaps))
        ),
        lang,
    )


def _row(row: Row) -> Row:
    return structs.replace(row, cells=tuple(map(_cell, row.cells)))


def _cell(cell: Cell) -> Cell:
    return structs.replace(cell, kinds=(), parts=tuple(map(_cell, cell.parts)))


def _gap(gap: WeekGap) -> WeekGap:
    """Say a gap in words that fit any kind of absence.

    A rule is cited without its clause, which may name one; the clause of a pair does not.
    """
    if gap.kind not in _OPEN:
        return gap
    pairs = tuple(reason for reason in gap.reasons if reason.code == "pair")
    cited = [", ".join(filter(None, (r.doc, r.date))) for r in gap.reasons if r.doc is not None]
    docs, said = "; ".join(dict.fromkeys(cited)), _OPEN[gap.kind]
    text = Words(f"{said.zh}（{docs}）", f"{said.en} ({docs})") if docs else said
    return structs.replace(gap, text=text, reasons=pairs)
