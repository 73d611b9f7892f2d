"""Use case: draw the government or one of its groups, as things stand on a day."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from rapidfuzz import process

from registry.charts.account import government_account, government_title, group_account
from registry.charts.government import government_dot
from registry.charts.group import group_dot
from registry.charts.leader import State
from registry.charts.render import Chart
from registry.charts.words import LANG_TAG, Lang
from registry.errors import UnknownName
from registry.graph.groups import LeadingGroup
from registry.graph.organisation import Organisation
from registry.model.answers import Answer, Status
from registry.model.records import Absence

Ask = Callable[[str], Answer]
"""Who acts for a person on the day of the chart."""


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
    name: str, answer: Answer, organisation: Organisation
) -> tuple[tuple[str, ...], Status | None]:
    """Return who acts in the absent person's own share, and the status where nobody does."""
    day = organisation.on
    segments = [s for s in answer.segments if s.start <= day <= s.end]
    covers = [cover for s in segments for cover in s.covers if cover.holder == name]
    acting = [c.acting for c in covers if c.acting is not None and c.acting != name]
    if acting:
        return tuple(dict.fromkeys(acting)), None
    found = [c.status for c in covers] or [s.status for s in segments]
    return (), found[0] if found else Status.UNKNOWN


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
