"""How the week's sheet is said in both languages."""

from __future__ import annotations

from datetime import date
from typing import Literal

from registry.model.answers import CalendarDay, Reason, Words
from registry.model.week import Cell, GapKind, Presence, Sheet, WeekGap
from registry.resolve.words import STATUSES, absence_words, part_of_day, when_words

Lang = Literal["zh", "en"]

WEEKDAYS = (
    Words("周一", "Mon"),
    Words("周二", "Tue"),
    Words("周三", "Wed"),
    Words("周四", "Thu"),
    Words("周五", "Fri"),
    Words("周六", "Sat"),
    Words("周日", "Sun"),
)

GAPS = {
    GapKind.UNSPECIFIED: Words("未作规定", "not specified"),
    GapKind.COORDINATION_REQUIRED: Words("待协调", "coordination required"),
    GapKind.BOTH_AWAY: Words("AB角都不在", "A and B both away"),
    GapKind.COORDINATOR_AWAY: Words("协调人不在", "coordinator away"),
    GapKind.HANDOVER_MISSING: Words("手续不全", "hand-over incomplete"),
}

_TITLE = Words("领导一周去向表", "Leaders' week")
_OPEN = Words("待处理", "Open")
_NONE_OPEN = Words("没有待处理的事项", "Nothing is open.")
_UNARRANGED = Words(
    "这一周所在年份的节假日安排未知，只标周末",
    "The holiday arrangement of this year is not known: weekends alone are marked.",
)
_PRESENT = Words("在岗：没有记录不在", "present: no absence is recorded")
_COORDINATOR = Words("协调人", "coordinator")
_CANDIDATES = Words("可指定", "may be named")


def say(words: Words, lang: Lang) -> str:
    """Return the sentence in one language."""
    return words.zh if lang == "zh" else words.en


def title(sheet: Sheet, lang: Lang) -> str:
    """Return the heading of the sheet."""
    days = f"{sheet.start} … {sheet.end}"
    if lang == "zh":
        return f"{sheet.government}{_TITLE.zh}（{days}）"
    return f"{sheet.government} · {_TITLE.en}, {days}"


def open_heading(sheet: Sheet, lang: Lang) -> str:
    """Return the heading of the list of what is open, or that nothing is."""
    if not sheet.gaps:
        return say(_NONE_OPEN, lang)
    return f"{say(_OPEN, lang)}  {len(sheet.gaps)}"


def weekday(day: date, lang: Lang) -> str:
    """Return the day of the week."""
    return say(WEEKDAYS[day.weekday()], lang)


def note(day: CalendarDay, lang: Lang) -> str:
    """Return the name of a holiday or of an adjusted day; empty for any other."""
    return say(day.name, lang) if day.name is not None else ""


def footnote(sheet: Sheet, lang: Lang) -> str:
    """Return that the year's holidays are not known, where they are not."""
    return "" if all(day.arranged for day in sheet.days) else say(_UNARRANGED, lang)


def basis(sheet: Sheet, lang: Lang) -> str:
    """Return the notices that the sheet rests on."""
    docs = names(sheet.notices, lang)
    return f"依据：{docs}；{_PRESENT.zh}" if lang == "zh" else f"By: {docs}; {_PRESENT.en}"


def names(people: tuple[str, ...], lang: Lang) -> str:
    """Return several names in one line."""
    return ("、" if lang == "zh" else ", ").join(people)


def cell(of: Cell, lang: Lang) -> str:
    """Return what a cell says, by the parts of its day, in one line."""
    return ("；" if lang == "zh" else "; ").join(cell_lines(of, lang))


def cell_lines(of: Cell, lang: Lang) -> tuple[str, ...]:
    """Return what a cell says: present, away and who acts, acting for whom; a line a part."""
    if not of.parts:
        return (_outcome(of, lang),)
    space = "" if lang == "zh" else " "
    return tuple(
        f"{say(part_of_day(part.start_time, part.end_time), lang)}{space}{_outcome(part, lang)}"
        for part in of.parts
    )


def _outcome(of: Cell, lang: Lang) -> str:
    parts = []
    if of.presence is Presence.NOT_LISTED:
        parts.append("—")
    elif of.presence is Presence.LEFT:
        parts.append("已离任" if lang == "zh" else "left office")
    elif of.presence is Presence.AWAY:
        parts.append(_away(of, lang))
    elif not of.acting_for:
        parts.append("在岗" if lang == "zh" else "present")
    if of.gap is not None:
        parts.append(say(STATUSES[of.gap], lang))
    if of.acted_by:
        who = names(of.acted_by, lang)
        parts.append(f"{who}代" if lang == "zh" else f"{who} acts")
    if of.acting_for:
        who = names(of.acting_for, lang)
        parts.append(f"代{who}" if lang == "zh" else f"acts for {who}")
    return ("，" if lang == "zh" else ", ").join(parts)


def gap_line(gap: WeekGap, lang: Lang) -> str:
    """Return one line of the list: the days, what is open, for whom, and why."""
    mark = "：" if lang == "zh" else ": "
    line = f"{say(when_words(gap), lang)}  {say(GAPS[gap.kind], lang)}  {names(gap.persons, lang)}{mark}"
    line += say(gap.text, lang)
    more = []
    if gap.coordinator:
        more.append(f"{say(_COORDINATOR, lang)} {gap.coordinator}")
    if gap.candidates:
        more.append(f"{say(_CANDIDATES, lang)} {names(gap.candidates, lang)}")
    stop = "；" if lang == "zh" else "; "
    return stop.join((line, *more))


def quote(reason: Reason) -> str:
    """Return the clause that a step rests on, with document and date; empty without one."""
    if reason.clause is None:
        return ""
    return f"「{reason.clause}」 — {'，'.join(p for p in (reason.doc, reason.date) if p)}"


def quotes(gap: WeekGap) -> tuple[str, ...]:
    """Return the clauses that leave the gap open, each once."""
    return tuple(dict.fromkeys(filter(None, map(quote, gap.reasons))))


def _away(of: Cell, lang: Lang) -> str:
    if of.kinds in ((), ("away",)):
        return "不在" if lang == "zh" else "away"
    kinds = say(absence_words(of.kinds), lang)
    return f"不在（{kinds}）" if lang == "zh" else f"away ({kinds})"
