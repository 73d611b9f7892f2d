"""What each kind of rule does: one interpreter a kind, each at its turn in the questions."""

from __future__ import annotations

from typing import Any

from registry.resolve.kinds import instead, limits, marks, pairs
from registry.resolve.kinds.coordinators import COORDINATORS, coordinator_assigns
from registry.resolve.kinds.law import VACANT
from registry.resolve.kinds.turns import Acts, BothAbsent, Decides, Limits, Marks, Orders, Pairs
from registry.tables.rule_kinds import (
    ActingLimit,
    ActingScope,
    Authority,
    BackupActs,
    BackupOrder,
    BothAway,
    CoordinatorAssigns,
    HandOver,
    Liability,
    MattersExcluded,
    OutsideScheme,
    PairDirection,
    PortfolioSplit,
    Reachable,
    RePair,
    ReportBack,
    Rule,
    StandIn,
    Tell,
)

INSTEAD: dict[type[Rule], Decides] = {
    OutsideScheme: instead.outside_scheme,
    MattersExcluded: instead.matters_excluded,
    PortfolioSplit: instead.portfolio_split,
    StandIn: instead.stand_in,
}
"""Before B is looked at: someone else acts, or nobody; exclusions first."""

PAIRS: dict[type[Rule], Pairs] = {PairDirection: pairs.pair_direction}
ORDERS: dict[type[Rule], Orders] = {BackupOrder: pairs.backup_order}
ACTS: dict[type[Rule], Acts] = {BackupActs: pairs.backup_acts}
BOTH_ABSENT: dict[type[Rule], BothAbsent] = {CoordinatorAssigns: coordinator_assigns}
LIMITS: dict[type[Rule], Limits] = {ActingLimit: limits.acting_limit}
TOGETHER: dict[type[Rule], Marks] = {BothAway: limits.both_away}
"""Whether A and B may be absent at once: said whoever acts, and where nobody does."""

MARKS: dict[type[Rule], Marks] = {
    MattersExcluded: instead.matters_left_out,
    RePair: pairs.re_pair,
    ActingScope: marks.acting_scope,
    Authority: marks.authority,
    Tell: marks.tell,
    HandOver: marks.hand_over,
    Reachable: marks.reachable,
    ReportBack: marks.report_back,
    Liability: marks.liability,
}
"""After somebody was found to act: what goes with it, in the order in which it is said."""

TURNS: tuple[dict[type[Rule], Any], ...] = (
    VACANT,
    INSTEAD,
    PAIRS,
    ORDERS,
    ACTS,
    COORDINATORS,
    BOTH_ABSENT,
    LIMITS,
    TOGETHER,
    MARKS,
)
"""Every turn; each kind of rule has an interpreter in one, or in two."""
