"""Tables of a division of labour: a row a leader, a column for each kind of duty."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from registry.model import facts
from registry.parsing.clause import evidence
from registry.parsing.clauses.duties import Duty, duties, read_duties
from registry.parsing.lists import split_outside
from registry.parsing.persons import bare_name, could_be_name, is_name
from registry.parsing.tables import Row, whole

_DUTY_COLUMN = re.compile(r"分管|负责|联系|分工|职责|挂点|工作内容")

_SLASH = re.compile("/")
# Beside a column of agencies, that of work names fields alone (共青团).
_AGENCIES = re.compile(r"分管(?:部门|单位|科室|处室|机构)")
_WORK = re.compile(r"分管(?:工作|领域|内容)")


def read_leader_rows(doc: str, rows: Sequence[Row]) -> Iterator[facts.AnyFact]:
    """Yield each leader's posts and duties, from the columns 姓名, 职务 and those of duties."""
    for row in rows:
        cell = next((cell for column, cell in row.items() if "姓名" in column), None)
        name = bare_name(cell) if cell is not None else None
        if name is None or not (is_name(name.text) or could_be_name(name.text)):
            continue
        columns = [column for column in row if _DUTY_COLUMN.match(column)]
        if not columns:
            continue
        clause = whole(row)
        for title in split_outside(row["职务"], "、，") if "职务" in row else ():
            yield facts.Post(person=name.value, title=title.value, **evidence(doc, clause, name))
        of_agencies = any(_AGENCIES.match(column) for column in columns)
        for column in columns:
            for cell in row[column].strip("—/").split(_SLASH):
                kind = "work" if of_agencies and _WORK.match(column) else _kind_of_column(column)
                yield from read_duties(doc, name.value, cell, duties(cell) or [Duty(kind, cell)])


def _kind_of_column(column: str) -> str:
    return (
        "liaises"
        if column.startswith(("联系", "挂点"))
        else "care"
        if column.startswith("分管")
        else "work"
    )
