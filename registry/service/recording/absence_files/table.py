"""Absences in a table (CSV)."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path

from registry.errors import BadRecord, RegistryError
from registry.service.periods import read_day, read_span, read_time
from registry.service.recording.absence_files.rows import Row

_NEEDED = ("person", "start", "end", "kind")
_FURTHER = ("start_time", "end_time", "government")
_CHINESE = {
    "姓名": "person",
    "起": "start",
    "开始": "start",
    "开始日期": "start",
    "止": "end",
    "结束": "end",
    "结束日期": "end",
    "类别": "kind",
    "事由": "kind",
    "开始时间": "start_time",
    "结束时间": "end_time",
    "政府": "government",
}
"""What the columns may be called in Chinese."""
_SPREADSHEET = re.compile(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})|(\d{4})年(\d{1,2})月(\d{1,2})日")
"""Days with the year first, as spreadsheets show them: 2024/6/3, 2024年6月3日."""


def from_table(text: str, path: Path) -> Iterator[Row]:
    """Yield the absences; a line without ``end`` is of one day, and a time ends or begins it there.

    Raises:
        BadRecord: a line is at fault; the message names it.
    """
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        written = [head.strip() for head in next(reader, [])]
        heads = [_CHINESE.get(head, head) for head in written]
        known = set(_NEEDED) <= set(heads) <= {*_NEEDED, *_FURTHER}
        if not known or len(set(heads)) < len(heads):
            raise BadRecord(
                f"{path}, line 1: the columns must be {','.join(_NEEDED)} and may be"
                f" {', '.join(_FURTHER)}, each once, or 姓名,起,止,类别 and 开始时间, 结束时间, 政府;"
                f" it has: {' '.join(','.join(written).split())}"
            )
        for cells in reader:
            if not any(cell.strip() for cell in cells):
                continue
            line = reader.line_num
            if len(cells) != len(heads):
                raise BadRecord(
                    f"{path}, line {line}: has {len(cells)} cells and not {len(heads)},"
                    " as line 1 has; correct it"
                )
            values = {head: cell.strip() for head, cell in zip(heads, cells, strict=True)}
            yield _row(values, line, path)
    except csv.Error as error:
        raise BadRecord(f"{path}, line {reader.line_num}: is no CSV ({error})") from None


def _row(values: dict[str, str], line: int, path: Path) -> Row:
    empty = next((name for name in _NEEDED if name != "end" and not values[name]), None)
    if empty:
        raise BadRecord(f"{path}, line {line}: {empty!r} is empty; fill it in")
    try:
        begins, ends = values.get("start_time", ""), values.get("end_time", "")
        first = _side(values["start"], begins)
        last = _side(values["end"] or values["start"], ends)
        only_a_half = not values["end"] and not ends and ":" not in begins
        when = read_span(first if only_a_half else f"{first}/{last}")
    except RegistryError as error:
        raise BadRecord(f"{path}, line {line}: {error}") from None
    return Row(
        line=line,
        person=values["person"],
        when=when,
        kind=values["kind"],
        government=values.get("government") or None,
    )


def _side(day: str, at: str) -> str:
    """Return one side of a span as it would be typed: a day, with the time or the half of it."""
    if found := _SPREADSHEET.fullmatch(day):
        year, month, number = (part for part in found.groups() if part)
        day = f"{year}-{month:0>2}-{number:0>2}"
    read_day(day)
    if not at or ":" in at:
        return f"{day}T{read_time(at).isoformat()}" if at else day
    read_span(f"{day}/{at}")
    return f"{day}/{at}"
