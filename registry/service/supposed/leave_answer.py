"""The answer to whether a leave may be granted: verdict, objections, losses and ways out."""

from __future__ import annotations

from datetime import date
from enum import Enum

from msgspec import Struct, field

from registry.model.answers import Reason, Words
from registry.model.time import Lasting, TimeOfDay, written
from registry.model.told import AbsenceTold
from registry.service.supposed.whatif import Change


class Verdict(Enum):
    """Whether the leave may be granted, as far as rules and notices can say; gravest first."""

    AGAINST_RULE = "against_rule"
    NEEDS_APPROVAL = "needs_approval"
    LEAVES_GAPS = "leaves_gaps"
    FITS_WITH_WARNINGS = "fits_with_warnings"
    FITS = "fits"


class Objection(Lasting, Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A rule or a pair that speaks to the leave; ``verdict`` is what it alone comes to.

    ``approved_by`` is who has allowed it, where a recorded approval covers all of it.
    """

    start: date = field(name="from")
    start_time: TimeOfDay | None = field(name="from_time", default=None)
    end: date = field(name="to")
    end_time: TimeOfDay | None = field(name="to_time", default=None)
    kind: str
    persons: tuple[str, ...]
    verdict: Verdict
    approved_by: str | None = None
    text: Words
    reasons: tuple[Reason, ...] = written(())


class WayOut(Struct, frozen=True, kw_only=True):
    """A change after which nothing is broken; ``days`` is how many days it moves or gives up.

    ``kind`` is ``shorten`` (the leave is ``start`` to ``end``), ``move`` (likewise), or
    ``move_other`` (``person`` is there from ``start`` to ``end``).
    """

    kind: str
    person: str
    start: date = field(name="from")
    end: date = field(name="to")
    days: int


class Leave(Struct, frozen=True, kw_only=True):
    """The answer: verdict, objections, what breaks, and the ways out, smallest first.

    ``seats`` are the leading groups whose head he is, on which the rules are silent or not;
    they are told and do not count.
    """

    government: str
    absence: AbsenceTold
    working_days: int
    arranged: bool
    verdict: Verdict
    objections: tuple[Objection, ...]
    broken: tuple[Change, ...]
    seats: tuple[Change, ...]
    ways_out: tuple[WayOut, ...]
