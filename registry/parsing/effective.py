"""From which day a notice counts, where it prints one: 自…起执行, 从…起，由X分管Y."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from registry.model.facts import DocumentKind, Unparsed
from registry.parsing.clause import evidence, sentences
from registry.parsing.dates import DATE, NO_YEAR_DATE, iso, iso_of_month_and_day
from registry.parsing.layout import Block
from registry.parsing.persons import NAME

_SINCE = rf"(?:从|自)(?P<date>{DATE}|{NO_YEAR_DATE})(?:起|开始)"
_COUNTS = re.compile(rf"{_SINCE}[^，。；]{{0,8}}?(?:施行|执行|生效|实施|试行|调整|履行)")
_CHARGE = r"(?:分管|主管|协管|负责|联系|兼管|代管)"
_DIVIDES = re.compile(
    rf"{_SINCE}，?(?:[^，。；]{{0,60}}?由[^，。；]{{2,24}}?{_CHARGE}"
    rf"|(?:{NAME}(?:同志)?)?(?:也|同时)?不再(?:协助)?{_CHARGE}"
    r"|[^，。；]{0,24}分工[^，。；]{0,8}调整)"
)
_ITEM_DIVIDES = re.compile(
    rf"{_SINCE}，?(?:{NAME}(?:同志)?)?(?:具体|同时|增加|新增|兼)?(?:协助)?{_CHARGE}"
)
"""Matches a day for what a leader has of his own; it is never the whole notice's."""
_NUMBERED = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十\d]{1,3}）|\d{1,2}[.．、](?!\d))$"
)
_NEXT_ITEM = re.compile(
    rf"[。；](?:[二三四五六七八九十]{{1,3}}、|（[二三四五六七八九十\d]{{1,3}}）|\d{{1,2}}[.．、](?!\d))[^。；]*?{_CHARGE}"
)
_EARLIER = re.compile(rf"(?<!原){_CHARGE}(?!同志|人|领导|副|部门|单位)")
_FARTHEST = 92


def read_effective(squeezed: Sequence[str], kind: DocumentKind, date: str | None) -> str | None:
    """Return the day from which the notice says that it counts, where it prints one.

    That is the day of 自…起执行. A division of labour without it may put the day before
    what it hands over (从…起，由X分管Y): it is the notice's if it is the only such day and
    no duty stands before it, for facts carry no day of their own, and no later item of its list
    hands work over without a day. A day without a
    year is of the year of ``date``, the notice's own, if it is at most 92 days before or
    after it; otherwise the year is not guessed, and the day does not count.
    """
    text = "".join(squeezed)
    counts = _COUNTS.search(text)
    if counts:
        return _day(counts["date"], date)
    clauses = list(_DIVIDES.finditer(text)) if kind == "division" else []
    days = {_day(match["date"], date) for match in clauses}
    if len(days) != 1 or _EARLIER.search(text[: clauses[0].start()]):
        return None
    item = _NUMBERED.search(text[: clauses[0].start()])
    if item and any(_undated(more.group()) for more in _NEXT_ITEM.finditer(text, clauses[0].end())):
        return None
    return days.pop()


def read_other_days(
    doc: str, blocks: Sequence[Block], date: str | None, effective: str | None
) -> Iterator[Unparsed]:
    """Yield each sentence of a division that has work change hands on another day than its own."""
    for block in blocks:
        for sentence in sentences(block.passage):
            days = [
                match
                for form in (_DIVIDES, _ITEM_DIVIDES, _COUNTS)
                for match in form.finditer(sentence.text)
            ]
            if any(effective is None or _day(match["date"], date) != effective for match in days):
                yield Unparsed(
                    reason="a start day that does not hold for the whole notice",
                    **evidence(doc, sentence),
                )


def _undated(item: str) -> bool:
    return re.search(_SINCE, item) is None


def _day(text: str, notice: str | None) -> str | None:
    """Return a printed day as ISO; ``notice`` is the notice's date, to tell a year by."""
    if re.match(DATE, text):
        return iso(text)
    try:
        issued = dt.date.fromisoformat(notice or "")
        day = dt.date.fromisoformat(f"{issued.year:04}-{iso_of_month_and_day(text)}")
    except ValueError:
        return None
    return day.isoformat() if abs((day - issued).days) <= _FARTHEST else None
