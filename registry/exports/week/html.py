"""The week's sheet as one page of HTML that needs nothing else and prints on A4 landscape."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from registry.exports.week.words import (
    Lang,
    basis,
    cell_lines,
    footnote,
    gap_line,
    note,
    open_heading,
    quotes,
    title,
    weekday,
)
from registry.model.answers import CalendarDay, DayKind
from registry.model.week import Cell, Presence, Sheet

_STYLE = """
@page { size: A4 landscape; margin: 12mm; }
* { box-sizing: border-box; }
body { font: 10.5pt/1.4 "Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", "PingFang SC",
  sans-serif; margin: 0 auto; max-width: 273mm; padding: 6mm; color: #111; background: #fff;
  -webkit-print-color-adjust: exact; print-color-adjust: exact; }
h1 { font-size: 16pt; margin: 0 0 1mm; text-align: center; }
h2 { font-size: 12pt; margin: 5mm 0 1mm; break-after: avoid; }
p { margin: 0 0 2mm; color: #444; text-align: center; }
table { border-collapse: collapse; table-layout: fixed; width: 100%; }
th, td { border: 0.3mm solid #777; padding: 1.2mm; text-align: center; vertical-align: middle;
  overflow-wrap: anywhere; }
thead { display: table-header-group; }
tr, li { break-inside: avoid; }
th.leader { text-align: left; width: 19%; }
th small, .quote { display: block; font-weight: normal; font-size: 8.5pt; color: #444; }
.free { background: #f0f0f0; }
.worked { background: #fff3d0; }
.away { background: #dde6f2; }
.acts { background: #e0f0e0; }
.gap { background: #f9d9d5; font-weight: bold; outline: 0.5mm solid #a11; outline-offset: -0.5mm; }
.note { color: #a11; }
ol { margin: 0; padding-left: 6mm; }
li { margin-bottom: 1.5mm; }
li b { color: #a11; }
@media print { body { padding: 0.3mm; max-width: none; } }
"""
_FREE = (DayKind.WEEKEND, DayKind.HOLIDAY, DayKind.BRIDGE)
_TAGS = {"zh": "zh-CN", "en": "en"}


def week_html(sheet: Sheet, lang: Lang = "zh") -> str:
    """Return the page; every text from notices and people is escaped."""
    return "\n".join(_page(sheet, lang)) + "\n"


def _page(sheet: Sheet, lang: Lang) -> Iterator[str]:
    heading = escape(title(sheet, lang))
    yield f'<!DOCTYPE html>\n<html lang="{_TAGS[lang]}">\n<head>\n<meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width">'
    yield f"<title>{heading}</title>\n<style>{_STYLE}</style>\n</head>\n<body>"
    yield f"<h1>{heading}</h1>\n<p>{escape(basis(sheet, lang))}</p>\n<table>\n<thead><tr>"
    yield f'<th class="leader" scope="col">{"领导" if lang == "zh" else "Leader"}</th>'
    yield from (_head(day, lang) for day in sheet.days)
    yield "</tr></thead>\n<tbody>"
    for row in sheet.rows:
        titles = escape("、".join(row.titles))
        yield f'<tr><th class="leader" scope="row">{escape(row.person)}<small>{titles}</small></th>'
        yield from (
            f'<td class="{_class(one, day)}">{_lines(one, lang)}</td>'
            for one, day in zip(row.cells, sheet.days, strict=True)
        )
        yield "</tr>"
    yield f"</tbody>\n</table>\n<h2>{escape(open_heading(sheet, lang))}</h2>"
    if sheet.gaps:
        yield "<ol>"
        for gap in sheet.gaps:
            quoted = "".join(f'<span class="quote">{escape(q)}</span>' for q in quotes(gap))
            yield f"<li><b>{escape(gap_line(gap, lang))}</b>{quoted}</li>"
        yield "</ol>"
    if foot := footnote(sheet, lang):
        yield f"<p>{escape(foot)}</p>"
    yield "</body>\n</html>"


def _lines(of: Cell, lang: Lang) -> str:
    return "<br>".join(map(escape, cell_lines(of, lang)))


def _head(day: CalendarDay, lang: Lang) -> str:
    named = escape(note(day, lang))
    named = f'<small class="note">{named}</small>' if named else ""
    shade = _shade(day)
    return (
        f'<th class="{shade}" scope="col">{weekday(day.day, lang)}'
        f"<small>{day.day.isoformat()}</small>{named}</th>"
    )


def _class(of: Cell, day: CalendarDay) -> str:
    if of.gap is not None:
        return "gap"
    if of.acting_for:
        return "acts"
    if of.presence in (Presence.AWAY, Presence.LEFT):
        return "away"
    return _shade(day)


def _shade(day: CalendarDay) -> str:
    if day.kind in _FREE:
        return "free"
    return "worked" if day.kind is DayKind.SHIFTED else "plain"
