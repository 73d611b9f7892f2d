"""Leading groups on two days: set up, set up anew, and who heads them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from registry.graph.changes.redline import Change, Tie
from registry.graph.changes.turns import change
from registry.graph.governments import without_place
from registry.graph.groups import HEAD_ROLES, LeadingGroup
from registry.graph.organisation import Organisation
from registry.graph.quotes import Quote, quote


def group_changes(before: Organisation, after: Organisation) -> Iterator[Change]:
    """Yield what became of each group: its heads, and the seats that are otherwise than before."""
    had, has = _groups(before), _groups(after)
    for key in dict.fromkeys((*has, *had)):
        old, new = had.get(key), has.get(key)
        first, second = _seats(old), _seats(new)
        found = change(
            "group",
            (new or had[key]).name,
            _told(first, second),
            _told(second, first),
            in_charge=_heads,
            silent=(_silent(old), _silent(new)),
        )
        if found is not None:
            yield found


def _groups(org: Organisation) -> dict[str, LeadingGroup]:
    return {without_place(group.name, org.government): group for group in org.groups()}


def _seats(group: LeadingGroup | None) -> list[Tie]:
    if group is None:
        return []
    return [
        *(
            Tie(m.person, _role(m.role, m.subgroup), quote(m, group.document))
            for m in group.members
        ),
        *(Tie(o.org, _role(o.role, o.subgroup), quote(o, group.document)) for o in group.orgs),
        *(
            Tie(r.description, _role(r.role, r.subgroup), quote(r, group.document))
            for r in group.roles
        ),
        *(Tie(d.person, "办公室主任", quote(d, group.document)) for d in group.directors),
    ]


def _role(role: str, subgroup: str | None) -> str:
    return f"{subgroup} · {role}" if subgroup else role


def _told(ours: list[Tie], others: list[Tie]) -> list[Tie]:
    """Return the heads, and the seats that the other day has not: the rest is as it was."""
    known = {(tie.who, tie.relation) for tie in others}
    return [t for t in ours if t.relation in HEAD_ROLES or (t.who, t.relation) not in known]


def _heads(ties: Sequence[Tie]) -> list[Tie]:
    return [tie for tie in ties if tie.relation in HEAD_ROLES]


def _silent(group: LeadingGroup | None) -> Quote | None:
    return quote(group.fact, group.document) if group is not None else None
