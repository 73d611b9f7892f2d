"""The redline between two days: per agency, area, pair and group, and what is due for that."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from registry.graph.changes.groups import group_changes
from registry.graph.changes.pairs import due_pairs, pair_changes
from registry.graph.changes.redline import Redline
from registry.graph.changes.shares import Names, share_changes
from registry.graph.history import History


def diff(history: History, start: date, end: date, aliases: Mapping[str, str]) -> Redline:
    """Return what is otherwise on ``end`` than it was on ``start``.

    Args:
        history: the facts of one government.
        start: the first day.
        end: the second day.
        aliases: short names of agencies that no rule reaches, each with its full one.

    Returns:
        The changes, agencies first, and the pairs due to be made anew. Two names of one
        agency are no change.
    """
    before, after = history.at(start), history.at(end)
    names = Names(before, after, aliases)
    shares = sorted(share_changes(before, after, names), key=lambda c: c.subject != "agency")
    first = next((state.on for state in history.states() if state.has_division), end)
    return Redline(
        government=history.government,
        start=start,
        end=end,
        changes=(*shares, *pair_changes(before, after), *group_changes(before, after)),
        due_pairs=tuple(due_pairs(history, start, after, names)),
        known_from=first if start < first <= end and after.has_division else None,
    )
