"""Agencies and areas on two days: who has them, and by which clauses."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from registry.graph.changes.redline import Change, Subject, Tie
from registry.graph.changes.turns import change
from registry.graph.mentions import agencies_named
from registry.graph.nodes import Edge
from registry.graph.organisation import HELD, Organisation
from registry.graph.quotes import Quote, quote
from registry.graph.spellings import spellings
from registry.model.answers import Relation

Key = tuple[Subject, str]


class Names:
    """Which names of agencies and areas mean one thing, over both days."""

    def __init__(
        self, before: Organisation, after: Organisation, aliases: Mapping[str, str]
    ) -> None:
        held = [edge.fact for org in (before, after) for edge in org.edges(HELD)]
        agencies, _ = spellings(agencies_named(held, after.government), aliases, after.government)
        self._full = {form.form: agency.name for agency in agencies for form in agency.forms}

    def key(self, edge: Edge) -> Key:
        """Return what ``edge`` ties a person to, under the one name for it."""
        name = edge.target.name
        if edge.target.kind == "agency":
            return "agency", self._full.get(name, name)
        return "area", name


def share_changes(before: Organisation, after: Organisation, names: Names) -> Iterator[Change]:
    """Yield what became of each agency and area, in the later notice's order."""
    had, has = _ties(before, names), _ties(after, names)
    for key in dict.fromkeys((*has, *had)):
        subject, name = key
        found = change(
            subject,
            name,
            had.get(key, []),
            has.get(key, []),
            in_charge=in_charge,
            silent=(silent(before), silent(after)),
        )
        if found is not None:
            yield found


def silent(org: Organisation) -> Quote | None:
    """Return the notice in force that could have spoken and does not."""
    notice = org.repealed_by or (org.divisions[-1] if org.divisions else None)
    return quote(notice, notice) if notice is not None else None


def _ties(org: Organisation, names: Names) -> dict[Key, list[Tie]]:
    found: dict[Key, list[Tie]] = {}
    for edge in org.edges(HELD):
        tie = Tie(edge.source.name, edge.relation, quote(edge.fact, edge.document))
        found.setdefault(names.key(edge), []).append(tie)
    return found


def in_charge(ties: Sequence[Tie]) -> list[Tie]:
    """Return the ties of the principals: the strongest, or liaison where there is none stronger."""
    most = max((Relation(tie.relation).strength for tie in ties), default=0)
    if not most:
        return [tie for tie in ties if tie.relation == Relation.LIAISES.value]
    return [tie for tie in ties if Relation(tie.relation).strength == most]
