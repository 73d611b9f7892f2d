"""Tables of tasks: the work, who leads it and who supports."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from registry.model import facts
from registry.parsing.clauses.task import Given, orgs, task
from registry.parsing.tables import Row, whole

_COLUMNS = re.compile(
    r"工作任务|重点任务|任务|措施|工作措施|主要任务|事项|工作内容|任务内容|任务名称"
)


def read_task_rows(doc: str, rows: Sequence[Row]) -> Iterator[facts.AnyFact]:
    """Read a table with columns for the measure, who leads it and who supports."""
    for row in rows:
        what = next((cell for column, cell in row.items() if _COLUMNS.fullmatch(column)), None)
        lead = next(
            (
                cell
                for column, cell in row.items()
                if re.match(r"牵头|责任单位|责任部门|主办", column)
            ),
            None,
        )
        helps = next(
            (cell for column, cell in row.items() if re.match(r"配合|协办|参与", column)), None
        )
        if what is None or lead is None:
            continue
        leads = orgs(lead)
        support = (
            orgs(helps, generic=True)
            if helps is not None and helps.text not in ("", "—", "/")
            else []
        )
        if leads and support is not None:
            mode: Literal["lead", "jointly", "sole"] = (
                "lead" if support or helps is not None else "sole" if len(leads) == 1 else "jointly"
            )
            yield task(doc, what, Given(leads, support, mode), whole(row))
