"""Use cases: draw a week, a career, or what changed between two days."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from registry.charts.career import career_drawing
from registry.charts.career_account import career_account, career_table
from registry.charts.changes import changes_account, changes_drawing, changes_table
from registry.charts.chart import Chart
from registry.charts.look import LOOK, Look
from registry.charts.week import week_drawing
from registry.charts.week_account import week_account, week_table
from registry.graph.career import Career
from registry.graph.changes.redline import Redline
from registry.model.records import Absence
from registry.model.time import Period
from registry.model.week import Sheet
from registry.service.answers.diff import diff
from registry.service.answers.person import person
from registry.service.answers.week import week
from registry.service.registry import Registry


def week_chart(
    registry: Registry,
    period: Period,
    absences: Sequence[Absence] = (),
    *,
    government: str | None = None,
    look: Look = LOOK,
) -> Chart:
    """Draw who is there and who acts in a week; parameters and errors as ``week``."""
    return draw_week(week(registry, period, absences, government=government), look)


def draw_week(sheet: Sheet, look: Look = LOOK) -> Chart:
    """Draw the sheet of a week."""
    return Chart(
        kind="week",
        drawing=week_drawing(sheet, look),
        account=week_account(sheet, look.lang),
        table=week_table(sheet, look.lang),
        look=look,
    )


def person_chart(
    registry: Registry,
    name: str,
    on: date | None = None,
    *,
    government: str | None = None,
    look: Look = LOOK,
) -> Chart:
    """Draw the career of a person up to a day; parameters and errors as ``person``."""
    return draw_career(person(registry, name, on, government=government), look)


def draw_career(found: Career, look: Look = LOOK) -> Chart:
    """Draw a career."""
    return Chart(
        kind="person",
        drawing=career_drawing(found, look),
        account=career_account(found, look.lang),
        table=career_table(found, look),
        look=look,
    )


def diff_chart(
    registry: Registry,
    start: date,
    end: date,
    *,
    government: str | None = None,
    look: Look = LOOK,
) -> Chart:
    """Draw what changed between two days; parameters and errors as ``diff``."""
    return draw_changes(diff(registry, start, end, government=government), look)


def draw_changes(found: Redline, look: Look = LOOK) -> Chart:
    """Draw a redline."""
    return Chart(
        kind="diff",
        drawing=changes_drawing(found, look),
        account=changes_account(found, look.lang),
        table=changes_table(found, look.lang),
        look=look,
    )
