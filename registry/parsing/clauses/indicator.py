"""An agency's indicators in a report's table that the page flattened cell by cell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from registry.model import facts
from registry.parsing.clause import evidence
from registry.parsing.lists import LEVEL, is_org
from registry.parsing.tables import Row, whole
from registry.parsing.text import Line, Passage

_OF_AGENCIES = re.compile(
    r"(?:部门|单位|局)[^。，；]{0,24}(?:指标|目标|任务)[^。，；]{0,16}(?:情况|表)?"
)
_AGENCY = re.compile(r"(?P<org>[\u4e00-\u9fff]{2,30}?)（\d{1,2}个）")
_FIGURE = re.compile(r"[+-—]?\d+(?:\.\d+)?(?:[-—]\d+(?:\.\d+)?)?%?|已完成|未完成|—|-")
_INDEX = re.compile(r"\d{1,3}")
_END = re.compile(r"注：|附件|备注|第[一二三四五六七八九十]+[章条]|（此件")
_UNIT = re.compile(r"（[^（）]{1,4}）$")


def read_indicators(
    doc: str, level: str, lines: Sequence[Line], rows: Sequence[Row]
) -> Iterator[facts.AnyFact]:
    """Yield the rows of tables that are about agencies.

    ``level`` is the issuer's own (市, 县, 省), put before an agency that the table names
    without one. Cells that the table leaves empty are ``None``: with a single figure that
    is the actual one, with two the target and the actual.
    """
    yield from _columns(doc, level, rows)
    table = header = False
    org: Passage | None = None
    row: list[Passage] = []
    for line in lines:
        text = line.passage()
        agency = _AGENCY.fullmatch(text.text)
        if agency and table and is_org(agency["org"]):
            yield from _row(doc, level, org, row)
            org, row = text.group(agency, "org"), []
            continue
        if _END.match(text.text):
            yield from _row(doc, level, org, row)
            table, org, row = False, None, []
            continue
        if "指标名称" in text.text:
            yield from _row(doc, level, org, row)
            row, header = [], True
            continue
        if "指标" in text.text and len(text) < 45 and "。" not in text.text:
            if _OF_AGENCIES.search(text.text):
                table = True
            elif re.search(r"情况$|主要指标|排名", text.text):
                table = False
            continue
        if org is None:
            continue
        cells = line.cells()
        if header and not _INDEX.fullmatch(cells[0].text):
            continue
        header = False
        if _INDEX.fullmatch(cells[0].text) and not _only_figures(row, cells):
            yield from _row(doc, level, org, row)
            row = []
        row.extend(cells)
    yield from _row(doc, level, org, row)


def _columns(doc: str, level: str, rows: Sequence[Row]) -> Iterator[facts.AnyFact]:
    """Read tables that have a column for the agency and one for the indicator."""
    for row in rows:
        org, name = (
            _cell(row, r"(?:责任|牵头)?(?:单位|部门)(?:名称)?"),
            _cell(row, r"指标(?:名称)?"),
        )
        if org is None or name is None or not is_org(org.text):
            continue
        unit = _UNIT.search(name.text)
        target, actual, gap = (
            cell.value if (cell := _cell(row, pattern)) is not None and cell.text else None
            for pattern in (
                r"目标(?:任务|值)?",
                r"实际(?:完成|完成值)?",
                r"与?目标(?:的)?差距|差距",
            )
        )
        yield facts.Indicator(
            org=org.value if LEVEL.match(org.text) else level + org.value,
            indicator=(name[: unit.start()] if unit else name).value,
            target=target,
            actual=actual,
            gap=gap,
            **evidence(doc, whole(row), name),
        )


def _cell(row: Row, column: str) -> Passage | None:
    return next((cell for name, cell in row.items() if re.fullmatch(column, name)), None)


def _only_figures(row: Sequence[Passage], cells: Sequence[Passage]) -> bool:
    """A line of figures goes on with the row whose name stands on the lines above."""
    named = len(row) > 1 and not any(_FIGURE.fullmatch(cell.text) for cell in row[1:])
    return named and all(_FIGURE.fullmatch(cell.text) for cell in cells)


def _row(
    doc: str, level: str, org: Passage | None, row: Sequence[Passage]
) -> Iterator[facts.AnyFact]:
    if org is None or len(row) < 2 or not _INDEX.fullmatch(row[0].text):
        return
    names = [cell for cell in row[1:] if not _FIGURE.fullmatch(cell.text)]
    figures = [cell.value for cell in row[1:] if _FIGURE.fullmatch(cell.text)][:3]
    if not names:
        return
    name = names[0]
    for more in names[1:]:
        name = name + more
    unit = _UNIT.search(name.text)
    target, actual, gap = _figures(figures)
    yield facts.Indicator(
        org=org.value if LEVEL.match(org.text) else level + org.value,
        indicator=(name[: unit.start()] if unit else name).value,
        target=target,
        actual=actual,
        gap=gap,
        **evidence(doc, _whole(row, len(figures) + 1 + len(names))),
    )


def _figures(figures: Sequence[str]) -> tuple[str | None, str | None, str | None]:
    if len(figures) == 1:
        return None, figures[0], None
    if len(figures) == 2 and figures[1] in ("已完成", "未完成"):
        return figures[0], None, figures[1]
    padded = [*figures, None, None, None]
    return padded[0], padded[1], padded[2]


def _whole(row: Sequence[Passage], cells: int) -> Passage:
    whole = row[0]
    for cell in row[1:cells]:
        whole = whole + cell
    return whole
