"""Restating the work that a carried notice gives out: tasks, duties, indicators, meetings."""

from __future__ import annotations

from collections.abc import Iterator

from registry.model import facts as f
from registry.tables import carried_form as form

RESTATED: f.Span = (0, 0)
"""The span of a fact that is restated from a data file: there is no text to point into."""


def restate_work(doc: str, notice: form.NoticeForm) -> Iterator[f.AnyFact]:
    """Give the tasks, duties, indicators and meetings of one carried notice, in that order."""
    for task in notice.task:
        yield f.Task(
            doc=doc,
            clause=f"{task.text}（{_shares(task)}）",
            span=RESTATED,
            lead=task.lead,
            support=task.support,
            mode=task.mode,
            text=task.text,
        )
    for duty in notice.duty:
        for org in duty.orgs:
            for text in duty.texts:
                yield f.Duty(doc=doc, clause=f"{org}：{text}", span=RESTATED, org=org, text=text)
    for table in notice.indicators:
        for row in table.rows:
            yield f.Indicator(
                doc=doc,
                clause=f"{table.org}：{row.name}{_figures(row)}",
                span=RESTATED,
                org=table.org,
                indicator=row.name,
                target=row.target,
                actual=row.actual,
                gap=row.gap,
            )
    for meeting in notice.meeting:
        held = f"{meeting.chair}主持{meeting.name}" if meeting.chair else f"召开{meeting.name}"
        yield f.Meeting(
            doc=doc,
            clause=held,
            span=RESTATED,
            name=meeting.name,
            date=meeting.date,
            chair=meeting.chair,
        )


def _shares(task: form.TaskForm) -> str:
    """Say who leads and who supports, in the words that close such a paragraph."""
    lead = "、".join(task.lead)
    if task.mode == "lead":
        return f"{lead}牵头" + (f"，{'、'.join(task.support)}配合" if task.support else "")
    return lead + ("按职责分工负责" if task.mode == "jointly" else "负责")


def _figures(row: form.RowForm) -> str:
    """Say the figures that are printed; an empty cell says nothing."""
    named = (("目标", row.target), ("实际", row.actual), ("差距", row.gap))
    return "".join(f"，{word}{figure}" for word, figure in named if figure is not None)
