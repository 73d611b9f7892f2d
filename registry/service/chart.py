"""Use case: draw the government or one of its groups, as things stand on a day."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date

from msgspec.structs import replace
from rapidfuzz import process

from registry.charts.account import government_account, government_title, group_account
from registry.charts.government import government_dot
from registry.charts.group import group_dot
from registry.charts.leader import State
from registry.charts.render import Chart
from registry.charts.words import LANG_TAG, Lang
from registry.errors import UnknownName
from registry.graph.groups import LeadingGroup
from registry.graph.history import History
from registry.graph.organisation import Organisation
from registry.model.answers import Answer, Status
from registry.model.records import Absence, Decision
from registry.resolve.names import check_person
from registry.service.answer import answer
from registry.service.question import Period
from registry.service.registry import Registry

Ask = Callable[[str], Answer]
"""Who acts for a person on the day of the chart."""


def government_chart(
    registry: Registry,
    on: date,
    absences: Sequence[Absence] = (),
    decisions: Sequence[Decision] = (),
    *,
    government: str | None = None,
    liaison: bool = True,
    lang: Lang = "zh",
) -> Chart:
    """Draw the government on a day: who leads, who pairs with whom, who is away, who acts.

    Args:
        registry: where the notices and the rules are.
        on: the day.
        absences: who is away; those of other days, or of persons who lead nothing, show nowhere.
        decisions: what the coordinator has recorded.
        government: which one, by its name or a part of it, where there are several.
        liaison: whether organisations that leaders only keep contact with are listed.
        lang: the language of the frame.

    Raises:
        UnknownName: no notice names an absent person or the government, or none is in force
            that divides the work.
    """
    history = registry.history(government)
    name = history.government
    checked = [
        replace(absence, person=check_person(history, absence.person)) for absence in absences
    ]
    organisation = at(history, on)

    def ask(person: str) -> Answer:
        return answer(registry, person, Period(on, on), checked, decisions, government=name)

    return draw_government(
        organisation, states(organisation, checked, ask), liaison=liaison, lang=lang
    )


def group_chart(
    registry: Registry, name: str, on: date, *, government: str | None = None, lang: Lang = "zh"
) -> Chart:
    """Draw the group of that name on a day; parameters and errors as ``draw_group``."""
    history = registry.history(government, name)
    return draw_group(at(history, on), name, lang=lang)


def at(history: History, on: date) -> Organisation:
    """Return the organisation as it is on the day itself, not on the day it began."""
    return dataclasses.replace(history.at(on), on=on)


def states(organisation: Organisation, absences: Iterable[Absence], ask: Ask) -> dict[str, State]:
    """Return how each leader concerned stands on the organisation's day.

    Args:
        organisation: the government on that day.
        absences: any absences; those of other days or of persons who lead nothing are passed over.
        ask: answers for one person; it is asked once for every leader who is absent.

    Returns:
        The absent leaders, each with who acts or with the gap, and those who act for them.
    """
    absent = {absence.person for absence in absences if absence.covers(organisation.on)}
    away = [name for name in organisation.leaders() if name in absent]
    outcomes = {name: _outcome(name, ask(name), organisation) for name in away}
    acting: dict[str, list[str]] = {}
    for name, (who, _) in outcomes.items():
        for person in who:
            acting.setdefault(person, []).append(name)
    nothing: tuple[tuple[str, ...], Status | None] = ((), None)
    return {
        name: State(
            away=name in outcomes,
            acted_by=outcomes.get(name, nothing)[0],
            acting_for=tuple(acting.get(name, ())),
            gap=outcomes.get(name, nothing)[1],
        )
        for name in dict.fromkeys((*away, *acting))
    }


def _outcome(
    name: str, found: Answer, organisation: Organisation
) -> tuple[tuple[str, ...], Status | None]:
    """Return who acts in the absent person's own share, and the status where nobody does."""
    day = organisation.on
    segments = [s for s in found.segments if s.start <= day <= s.end]
    covers = [cover for s in segments for cover in s.covers if cover.holder == name]
    acting = [c.acting for c in covers if c.acting is not None and c.acting != name]
    if acting:
        return tuple(dict.fromkeys(acting)), None
    silent = [c.status for c in covers] or [s.status for s in segments]
    return (), silent[0] if silent else Status.UNKNOWN


def draw_government(
    organisation: Organisation,
    standing: Mapping[str, State],
    *,
    liaison: bool = True,
    lang: Lang = "zh",
) -> Chart:
    """Draw the government; see ``government_dot`` for what is shown and raised."""
    return Chart(
        dot=government_dot(organisation, standing, liaison=liaison, lang=lang),
        title=government_title(organisation, lang),
        description=government_account(organisation, standing, lang),
        lang=LANG_TAG[lang],
    )


def draw_group(organisation: Organisation, name: str, *, lang: Lang = "zh") -> Chart:
    """Draw the group of that name or alias, or the only one with ``name`` in its name.

    Raises ``UnknownName`` with the groups there are where none or several fit.
    """
    group = _group(organisation, name)
    return Chart(
        dot=group_dot(organisation, group, lang=lang),
        title=group.name,
        description=group_account(organisation, group, lang),
        lang=LANG_TAG[lang],
    )


def _group(organisation: Organisation, name: str) -> LeadingGroup:
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
