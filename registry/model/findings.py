"""What the registry finds wrong by itself: a kind, a sentence, and the places that show it."""

from __future__ import annotations

from enum import Enum

from msgspec import Struct

from registry.model.answers import Words
from registry.model.facts import Span


class Severity(Enum):
    """How much a finding matters; ``--strict`` fails on all but notes."""

    ERROR = "error"
    """Two places cannot both be right, or nobody can say who acts."""
    WARNING = "warning"
    """Somebody should look: a gap, or a seat that ought to be filled anew."""
    NOTE = "note"
    """Often meant so, and worth knowing."""


class FindingKind(Enum):
    """The closed set of what is looked for, in the order in which findings are listed."""

    PAIR_AWAY = "pair_away"
    COORDINATOR_AWAY = "coordinator_away"
    LEADER_WITHOUT_PAIR = "leader_without_pair"
    PAIR_CONFLICT = "pair_conflict"
    PAIR_NOT_MUTUAL = "pair_not_mutual"
    PAIR_MEMBER_LEFT = "pair_member_left"
    AGENCY_UNDER_SEVERAL = "agency_under_several"
    AGENCY_WITHOUT_LEADER = "agency_without_leader"
    AGENCY_UNRESOLVED = "agency_unresolved"
    AGENCY_AMBIGUOUS = "agency_ambiguous"
    AGENCY_TWO_SPELLINGS = "agency_two_spellings"
    AREA_UNDER_SEVERAL = "area_under_several"
    AREA_WITHOUT_AGENCY = "area_without_agency"
    AREA_AGENCY_APART = "area_agency_apart"
    SEAT_DUE = "seat_due"
    HEAD_NOT_IN_CHARGE = "head_not_in_charge"
    OFFICE_TWO_SEATS = "office_two_seats"
    GROUP_TWO_NAMES = "group_two_names"
    RANK_BELOW_REQUIRED = "rank_below_required"
    PERSON_NOT_IN_ANNEX = "person_not_in_annex"
    PERSON_NOT_IN_BODY = "person_not_in_body"
    UNIT_NOT_IN_ANNEX = "unit_not_in_annex"
    UNIT_NOT_IN_BODY = "unit_not_in_body"
    SEAT_CONTRADICTION = "seat_contradiction"
    TITLE_CONTRADICTION = "title_contradiction"
    POST_TWO_HOLDERS = "post_two_holders"
    REPEAL_AMBIGUOUS = "repeal_ambiguous"
    UNPARSED = "unparsed"


class Place(Struct, frozen=True, kw_only=True):
    """One quoted place: the clause, its document, and where it stands in the text as given."""

    clause: str
    doc: str
    date: str | None
    span: Span


class Finding(Struct, frozen=True, kw_only=True):
    """One thing to look at; ``names`` are the persons, agencies, areas or groups concerned.

    ``places`` quotes what does not go together. Where the trouble is that a notice is
    silent, the second place is the title of the notice that should have spoken.
    ``government`` is whose notices were looked at; empty for those whose issuer is not known.
    """

    kind: FindingKind
    severity: Severity
    message: Words
    names: tuple[str, ...]
    places: tuple[Place, ...]
    government: str = ""
