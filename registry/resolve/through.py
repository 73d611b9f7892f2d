"""Who holds a task, a duty or an indicator: the leaders of the agencies that it is given to.

Work goes to agencies, and a leader holds it by holding the agency. An agency that only
supports brings nobody in: no clause says what its leader has to do with the work.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import structs

from registry.graph.organisation import Organisation
from registry.graph.works import Work
from registry.model.answers import Also, Reason
from registry.resolve import reasons as why
from registry.resolve.found import Through
from registry.resolve.holding import Holders, Holding, of_share


def through_agencies(org: Organisation, work: Work, through: Iterable[Through]) -> Holders:
    """Return who holds ``work`` by its agencies, each person once.

    Each agency has its own principals, so that leaders of several agencies share the work.
    """
    by_person: dict[str, Holding] = {}
    also: dict[Also, None] = {}
    beside: list[Reason] = []
    for part in through:
        steps, held = hop(work, part), of_share(part.edges)
        for holding in held.holdings:
            ours = structs.replace(holding, reasons=(*steps, *holding.reasons))
            before = by_person.get(holding.person)
            by_person[holding.person] = _both(before, ours) if before else ours
        also |= dict.fromkeys(held.also)
        if not held.holdings:
            beside += [*steps, *_gap(org, part)]
        beside += held.beside
    if work.supporting:
        beside.append(why.supports(work.supporting))
    return Holders(
        tuple(sorted(by_person.values(), key=lambda h: not h.principal)),
        tuple(a for a in also if a.person not in by_person),
        tuple(beside),
    )


def hop(work: Work, part: Through) -> tuple[Reason, ...]:
    """Return the step from the work to the agency, and how the agency's name is read."""
    return (why.given(work, part.given), *part.read_as)


def _gap(org: Organisation, part: Through) -> Iterator[Reason]:
    if part.choices:
        yield why.said(
            "agency_ambiguous",
            f"“{part.agency}”可能指{why.listed(part.choices)}，不作选择",
            f"{part.agency} may mean {', '.join(part.choices)}; none is picked",
        )
    elif org.division is not None:
        yield why.no_holder(part.agency, org.division)


def _both(one: Holding, other: Holding) -> Holding:
    """Join what one person holds by two agencies, under the stronger tie."""
    stronger = max(one, other, key=lambda h: (h.principal, h.relation.strength))
    return structs.replace(
        stronger,
        reasons=(*one.reasons, *other.reasons),
        matters=tuple(dict.fromkeys((*one.matters, *other.matters))),
    )
