"""Findings: what is wrong in the notices, or between them; pure, a function a check.

A new check is a function in a file here and a line in ``CHECKS``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from registry.checks.absence import coordinator_away, pair_away
from registry.checks.agencies import (
    agency_ambiguous,
    agency_two_spellings,
    agency_unresolved,
    agency_without_leader,
)
from registry.checks.annexes import (
    person_not_in_annex,
    person_not_in_body,
    rank_below_required,
    seat_contradiction,
    unit_not_in_annex,
    unit_not_in_body,
)
from registry.checks.case import Case
from registry.checks.contradictions import title_contradiction
from registry.checks.groups import group_two_names, head_not_in_charge, office_two_seats
from registry.checks.holders import post_two_holders
from registry.checks.pairs import (
    leader_without_pair,
    pair_conflict,
    pair_member_left,
    pair_not_mutual,
)
from registry.checks.portfolios import (
    agency_under_several,
    area_agency_apart,
    area_under_several,
    area_without_agency,
)
from registry.checks.repeals import repeal_ambiguous
from registry.checks.seats import seat_due
from registry.checks.unread import unparsed
from registry.model.findings import Finding, FindingKind

__all__ = ["CHECKS", "Case", "Check", "find"]

Check = Callable[[Case], Iterator[Finding]]

CHECKS: dict[FindingKind, Check] = {
    FindingKind.PAIR_AWAY: pair_away,
    FindingKind.COORDINATOR_AWAY: coordinator_away,
    FindingKind.LEADER_WITHOUT_PAIR: leader_without_pair,
    FindingKind.PAIR_CONFLICT: pair_conflict,
    FindingKind.PAIR_NOT_MUTUAL: pair_not_mutual,
    FindingKind.PAIR_MEMBER_LEFT: pair_member_left,
    FindingKind.AGENCY_UNDER_SEVERAL: agency_under_several,
    FindingKind.AGENCY_WITHOUT_LEADER: agency_without_leader,
    FindingKind.AGENCY_UNRESOLVED: agency_unresolved,
    FindingKind.AGENCY_AMBIGUOUS: agency_ambiguous,
    FindingKind.AGENCY_TWO_SPELLINGS: agency_two_spellings,
    FindingKind.AREA_UNDER_SEVERAL: area_under_several,
    FindingKind.AREA_WITHOUT_AGENCY: area_without_agency,
    FindingKind.AREA_AGENCY_APART: area_agency_apart,
    FindingKind.SEAT_DUE: seat_due,
    FindingKind.HEAD_NOT_IN_CHARGE: head_not_in_charge,
    FindingKind.OFFICE_TWO_SEATS: office_two_seats,
    FindingKind.GROUP_TWO_NAMES: group_two_names,
    FindingKind.RANK_BELOW_REQUIRED: rank_below_required,
    FindingKind.PERSON_NOT_IN_ANNEX: person_not_in_annex,
    FindingKind.PERSON_NOT_IN_BODY: person_not_in_body,
    FindingKind.UNIT_NOT_IN_ANNEX: unit_not_in_annex,
    FindingKind.UNIT_NOT_IN_BODY: unit_not_in_body,
    FindingKind.SEAT_CONTRADICTION: seat_contradiction,
    FindingKind.TITLE_CONTRADICTION: title_contradiction,
    FindingKind.POST_TWO_HOLDERS: post_two_holders,
    FindingKind.REPEAL_AMBIGUOUS: repeal_ambiguous,
    FindingKind.UNPARSED: unparsed,
}
"""Each kind of finding with the function that looks for it, in the order of listing."""


def find(case: Case) -> tuple[Finding, ...]:
    """Return all that the checks find in ``case``, by kind, each finding once."""
    return tuple(dict.fromkeys(finding for check in CHECKS.values() for finding in check(case)))
