"""Tables whose cells a page flattened: row by row, or a cell a line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from registry.parsing.persons import is_name
from registry.parsing.text import Line, Passage, passage

_HEADER = re.compile(
    r"序号|编号|任职|免职|(?:任命|免去|拟任|任免|所免|任何|免何)职务|姓名|领导姓名|领导|分管领导|岗位|职务|职位|现任职务|单位|工作单位|(?:工作)?单位及职务|工作单位和职务|组内职务|小组职务|"
    r"分管(?:工作|领域|部门|单位|科室|范围)|工作(?:内容|分工|职责)|主要职责|职责|负责工作|联系(?:学校|单位|部门|乡镇|企业|村)|挂点\S{0,4}|"
    r"[^：]{0,8}(?:[ABC](?:角|岗)|[主副]岗)(?:（[^）：]*）|姓名|人员|责任人|责任领导|领导)?|备注|联系电话|电话|手机|科室|部门|事项|工作事项|所在单位|"
    r"(?:牵头|责任|配合|协办|主办|承办|参与)(?:单位|部门|领导|人|科室)|(?:工作|重点|主要)?任务|任务名称|项目(?:名称)?|(?:工作)?措施|主要内容|建设内容|"
    r"完成(?:时限|时间|情况)|时限|进度要求|指标(?:名称)?|(?:目标|实际)(?:任务|值|完成|完成值)?|与?目标(?:的)?差距|差距|单位名称"
)
_MOST_COLUMNS = 12
Row = dict[str, Passage]


def cut_tables(lines: Sequence[Line]) -> tuple[list[Row], list[Line]]:
    """Return the rows of every table, a cell for each column's heading, and the other lines.

    A header is a line, or a run of lines of one cell each, of nothing but known column
    headings; rows follow as long as their cells fill the columns.
    """
    rows: list[Row] = []
    others: list[Line] = []
    index = 0
    while index < len(lines):
        header, after_header = _header(lines, index)
        found = list(_rows(lines, after_header, header)) if len(header) > 1 else []
        if not found:
            others.append(lines[index])
            index += 1
            continue
        rows.extend(row for row, _ in found)
        index = found[-1][1]
    return rows, others


def _header(lines: Sequence[Line], start: int) -> tuple[list[str], int]:
    words: list[str] = []
    index = start
    while index < len(lines):
        if len(words) > _MOST_COLUMNS or not _may_be_header(lines[index]):
            break
        cells = [cell.text for cell in lines[index].cells() if cell.text]
        if len(cells) > 3 and all(len(cell) == 1 for cell in cells):
            cells = ["".join(cells)]
        if not cells or not _is_header(cells):
            break
        if words and len(cells) > 1:
            break
        words.extend(cells)
        index += 1
        if len(cells) > 1:
            break
    return words, index if words else start


_A_COLUMN = re.compile(r"[\u4e00-\u9fff（）/、]{2,8}")


def _is_header(cells: Sequence[str]) -> bool:
    """Known headings, or three and more of them with others' short words between them."""
    known = [_HEADER.fullmatch(cell) is not None for cell in cells]
    if sum(known) < max(3, (len(cells) + 1) // 2):
        return all(known)
    return all(
        is_known or (_A_COLUMN.fullmatch(cell) and not is_name(cell))
        for cell, is_known in zip(cells, known, strict=True)
    )


def _may_be_header(line: Line) -> bool:
    """Tell most lines from headers by their first word, without cutting them into cells."""
    first = line.text.split(maxsplit=1)[0]
    return (
        len(first) == 1
        or (len(first) < 9 and line.text.count(" ") > 2 and _A_COLUMN.fullmatch(first) is not None)
        or _HEADER.fullmatch(first) is not None
        or _is_drawn(line)
    )


def _is_drawn(line: Line) -> bool:
    """Say whether tabs or bars part the cells: then a cell may hold whole sentences."""
    return line.is_barred or "\t" in line.source.raw[line.start : line.end]


_BELOW = re.compile(r"^说明|^注：|^附件")
_PROSE = re.compile(rf"[。；]|{_BELOW.pattern}")


def _rows(lines: Sequence[Line], start: int, header: Sequence[str]) -> Iterator[tuple[Row, int]]:
    size = len(header)
    pending: list[Passage] = []
    index = start
    while index < len(lines):
        cells = _cells_of(lines[index], size)
        drawn = len(cells) == size and _is_drawn(lines[index])
        stop = _BELOW if drawn else _PROSE
        if any(stop.search(cell.text) for cell in cells):
            return
        index += 1
        if drawn or (len(cells) == size and not pending):
            yield dict(zip(header, cells, strict=True)), index
            continue
        if len(cells) > 1 and len(cells) != size:
            return
        pending.extend(cells)
        if len(pending) >= size:
            yield dict(zip(header, pending[:size], strict=True)), index
            pending = pending[size:]


def _cells_of(line: Line, size: int) -> list[Passage]:
    """Return a row's cells; where tabs part them, the empty ones at the end as well."""
    cells = line.cells()
    if len(cells) < 2 or "\t" not in line.source.raw[line.start : line.end]:
        return join_names(cells)
    raw, start = line.source.raw, line.start
    begin = raw.rfind("\n", 0, start) + 1
    empty = cells[-1][:0]
    cells = [*[empty] * raw.count("\t", begin, start), *cells]
    return [*cells, *[empty] * (size - len(cells))]


def join_names(cells: Sequence[Passage]) -> list[Passage]:
    """Join the two halves of a name that was spaced out (张  三)."""
    joined: list[Passage] = []
    for cell in cells:
        last = joined[-1] if joined else None
        if (
            last is not None
            and len(last) == 1
            and len(cell) == 1
            and is_name(last.text + cell.text)
        ):
            joined[-1] = last + cell
        else:
            joined.append(cell)
    return joined


def whole(row: Row) -> Passage:
    """Return the whole row as a passage, for the clause."""
    cells = [cell for cell in row.values() if cell.at]
    return passage(cells[0].source, cells[0].at[0], cells[-1].at[-1] + 1)
