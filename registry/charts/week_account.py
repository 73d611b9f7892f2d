"""The week's chart in words and as a table."""

from __future__ import annotations

from registry.charts.chart import Table
from registry.charts.week_words import cell_words
from registry.charts.words import Lang, join, say
from registry.model.week import Sheet, WeekGap
from registry.resolve.words import part_of_day


def week_account(sheet: Sheet, lang: Lang) -> str:
    """Tell in one paragraph who is away and who acts, and what is open."""
    told = []
    for row in sheet.rows:
        for by in dict.fromkeys(cell.acted_by for cell in row.cells if cell.acted_by):
            days = [c.day for c in row.cells if c.acted_by == by]
            span = f"{days[0]:%m-%d}" + (f"…{days[-1]:%m-%d}" if len(days) > 1 else "")
            who = join(by, lang)
            if any(c.parts for c in row.cells if c.acted_by == by):
                span += "（部分时间）" if lang == "zh" else " (part of the time)"
            told.append(
                f"{row.person}{span}离岗，由{who}代行"
                if lang == "zh"
                else f"{row.person} is away {span}; {who} acts"
            )
    gaps = [f"{_when(gap, lang)} {say(gap.text, lang)}" for gap in sheet.gaps]
    if lang == "zh":
        words = f"{sheet.start}至{sheet.end}，领导{len(sheet.rows)}人。"
        words += f"{'；'.join(told)}。" if told else "没有代行。"
        words += f"待处理{len(gaps)}项：{'；'.join(gaps)}。" if gaps else "没有待处理的事项。"
        return words + f"依据{join(sheet.notices, lang)}。"
    words = f"{sheet.start} to {sheet.end}: {len(sheet.rows)} leaders. "
    words += f"{'; '.join(told)}. " if told else "Nobody acts for anybody. "
    words += f"Open ({len(gaps)}): {'; '.join(gaps)}. " if gaps else "Nothing is open. "
    return words + f"Source: {join(sheet.notices, lang)}."


def _when(gap: WeekGap, lang: Lang) -> str:
    part = part_of_day(gap.start_time, gap.end_time if gap.start == gap.end else None)
    return f"{gap.start:%m-%d} {say(part, lang)}".strip()


def week_table(sheet: Sheet, lang: Lang) -> Table:
    """Return a row a leader, a column a day."""
    mark = "；" if lang == "zh" else "; "
    rows = [
        (row.person, *(mark.join(cell_words(cell, lang)) for cell in row.cells))
        for row in sheet.rows
    ]
    name = "姓名" if lang == "zh" else "name"
    return Table((name, *(day.day.isoformat() for day in sheet.days)), tuple(rows))
