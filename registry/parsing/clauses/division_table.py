"""Tables of a division of labour: a row a leader, a column for each kind of duty."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from registry.model import facts
from registry.parsing.clause import evidence
from registry.parsing.clauses.duties import Duty, duties, read_duties
from registry.parsing.lists import split_outside
from registry.parsing.persons import could_be_name, is_name
from registry.parsing.tables import Row, whole

_DUTY_COLUMN = re.compile(r"分管|负责|联系|分工|职责|挂点|工作内容")


def read_leader_rows(doc: str, rows: Sequence[Row]) -> Iterator[facts.AnyFact]:
    """Yield each leader's posts and duties, from the columns 姓名, 职务 and those of duties."""
    for row in rows:
        name = next((cell for column, cell in row.items() if "姓名" in column), None)
        if name is None or not (is_name(name.text) or could_be_name(name.text)):
            continue
        columns = [column for column in row if _DUTY_COLUMN.match(column)]
        if not columns:
            continue
        clause = whole(row)
        for title in split_outside(row["职务"], "、，") if "职务" in row else ():
            yield facts.Post(person=name.value, title=title.value, **evidence(doc, clause, name))
        for column in columns:
            cell = row[column].strip("—/")
            given = duties(cell) or [Duty(_kind_of_column(column), cell)]
            yield from read_duties(doc, name.value, cell, given if cell.text else [])


def _kind_of_column(column: str) -> str:
    return (
        "liaises"
        if column.startswith(("联系", "挂点"))
        else "care"
        if column.startswith("分管")
        else "work"
    )
