"""Use cases: draw the government, one of its leaders, agencies or groups, as of a day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from rapidfuzz import process

from registry.charts.account import (
    government_account,
    government_table,
    group_account,
    group_table,
)
from registry.charts.chart import Chart
from registry.charts.government import government_drawing
from registry.charts.group import group_drawing
from registry.charts.leader_card import State
from registry.charts.look import LOOK, Look
from registry.errors import UnknownName
from registry.graph.groups import LeadingGroup
from registry.graph.organisation import Organisation
from registry.model.records import Absence, Decision
from registry.service.drawing.states import standing
from registry.service.registry import Registry


def government_chart(
    registry: Registry,
    on: date,
    absences: Sequence[Absence] = (),
    decisions: Sequence[Decision] = (),
    *,
    government: str | None = None,
    liaison: bool = True,
    collapse: bool = False,
    look: Look = LOOK,
) -> Chart:
    """Draw the government on a day: who leads, who pairs with whom, who is away, who acts.

    Args:
        registry: where the notices and the rules are.
        on: the day.
        absences: who is away besides those recorded; those of other days, or of persons who
            lead nothing, show nowhere.
        decisions: what the coordinator has decided besides what is recorded.
        government: which one, by its name or a part of it, where there are several.
        liaison: whether organisations that leaders only keep contact with are listed.
        collapse: whether only the numbers of what each leader holds are drawn.
        look: language, style, paper and links.

    Raises:
        UnknownName: no notice names an absent person or the government, or none is in force
            that divides the work.
    """
    history = registry.history(government)
    states = standing(registry, history, on, absences, decisions)
    return draw_government(history.at(on), states, look, liaison=liaison, collapse=collapse)


def draw_government(
    organisation: Organisation,
    states: Mapping[str, State],
    look: Look = LOOK,
    *,
    liaison: bool = True,
    collapse: bool = False,
) -> Chart:
    """Draw the government; see ``government_drawing`` for what is shown and raised."""
    return Chart(
        kind="government",
        drawing=government_drawing(organisation, states, look, liaison=liaison, collapse=collapse),
        account=government_account(organisation, states, look.lang),
        table=government_table(organisation, states, look, liaison=liaison),
        look=look,
    )


def group_chart(
    registry: Registry, name: str, on: date, *, government: str | None = None, look: Look = LOOK
) -> Chart:
    """Draw the group of that name on a day; parameters and errors as ``draw_group``."""
    history = registry.history(government, name)
    return draw_group(history.at(on), name, look)


def draw_group(organisation: Organisation, name: str, look: Look = LOOK) -> Chart:
    """Draw the group of that name or alias, or the only one with ``name`` in its name.

    Raises ``UnknownName`` with the groups there are where none or several fit.
    """
    group = group_named(organisation, name)
    return Chart(
        kind="group",
        drawing=group_drawing(organisation, group, look),
        account=group_account(organisation, group, look.lang),
        table=group_table(group, look),
        look=look,
    )


def group_named(organisation: Organisation, name: str) -> LeadingGroup:
    """Return the group of that name or alias, or the only one with ``name`` in its name.

    Raises:
        UnknownName: none fits, or several do; the groups there are are named.
    """
    if exact := organisation.group(name):
        return exact
    groups = organisation.groups()
    within = [group for group in groups if any(name in full for full in group.names)]
    if len(within) == 1 and name:
        return within[0]
    names = [group.name for group in within or groups]
    near = tuple(found for found, _, _ in process.extract(name, names, limit=5))
    if not near:
        raise UnknownName(
            f"{name}: no notice of {organisation.government} sets up a group"
            f" by {organisation.on}; ask for a later day with --on"
        )
    problem = "several groups of that name" if within else "no such group"
    raise UnknownName(f"{name}: {problem}; name one of: {'; '.join(near)}", near)
