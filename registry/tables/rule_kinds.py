"""The kinds of rule: one struct each, with just the keys that its sentence needs.

``rules/README.md`` explains every word to a clerk; the docstrings here go into the JSON
Schema for editors.
"""

from __future__ import annotations

from datetime import date
from typing import Literal

from msgspec import Struct, field

from registry.tables.rule_words import (
    Days,
    Matters,
    Passes,
    Period,
    Title,
    Titles,
    Told,
    Triggers,
    Year,
)


class Source(Struct, frozen=True, forbid_unknown_fields=True):
    """Where a rule stands: the document, its date, and what the clause says in our words.

    ``date`` is the year alone where the day is not known.
    """

    document: str
    date: date | Year
    clause: str

    def dated(self) -> str:
        """Return the date as answers give it: ISO, missing parts left off."""
        return str(self.date)


class Rule(
    Struct,
    frozen=True,
    kw_only=True,
    tag_field="kind",
    forbid_unknown_fields=True,
    omit_defaults=True,
):
    """What every rule has. It holds from ``start`` to ``until``, both days included.

    ``open`` is what its source does not settle, in our words; an answer by the rule says it.
    """

    id: str
    start: date = field(name="from")
    until: date | None = None
    source: Source
    open: str | None = None

    def holds(self, day: date) -> bool:
        """Say whether the rule holds on ``day``."""
        return self.start <= day and (self.until is None or day <= self.until)


class Acting(Rule, frozen=True, kw_only=True):
    """A rule that has somebody act while another is absent for one of ``triggers``."""

    triggers: Triggers
    passes: Passes


class BackupActs(Acting, frozen=True, kw_only=True, tag="backup_acts"):
    """While A is absent for one of ``triggers``, his B acts in what ``passes``.

    ``coordinator`` is the title of the post whose holder sees to it, if the rule names one.
    """

    coordinator: Title | None = None


class PairDirection(Rule, frozen=True, kw_only=True, tag="pair_direction"):
    """AB pairs count both ways (``mutual``), or B alone backs A up (``one_way``)."""

    direction: Literal["mutual", "one_way"]


class BackupOrder(Rule, frozen=True, kw_only=True, tag="backup_order"):
    """Which backup acts where there are several, or where B is absent too (C角).

    ``next_listed``: the first who is there, in the notice's order; ``backups_backup``: B's
    own B, and so on, nobody twice.
    """

    then: Literal["next_listed", "backups_backup"]


class CoordinatorAssigns(Acting, frozen=True, kw_only=True, tag="coordinator_assigns"):
    """While A and B are both absent for one of ``triggers``, the coordinator has another act.

    ``candidates`` says among whom: ``other_leaders`` are the leaders of the division-of-labour
    notice who are there, without A, B and the coordinator; ``coordinator_too`` are these and
    the coordinator himself.
    """

    coordinator: Title
    candidates: Literal["other_leaders", "coordinator_too"] = "other_leaders"


class CoordinatorBackup(Rule, frozen=True, kw_only=True, tag="coordinator_backup"):
    """The holder of ``by_post`` coordinates for ``coordinator``: while he is absent, or always."""

    coordinator: Title
    by_post: Title
    when: Literal["absent", "always"] = "absent"


class StandIn(Acting, frozen=True, kw_only=True, tag="stand_in"):
    """While the holder of ``for_post`` is absent, the holder of ``by_post`` acts."""

    for_post: Title
    by_post: Title


class Share(Struct, frozen=True, forbid_unknown_fields=True):
    """Some matters of a portfolio, and the post whose holder takes them."""

    matters: Matters
    by_post: Title


class PortfolioSplit(Rule, frozen=True, kw_only=True, tag="portfolio_split"):
    """While the holder of ``for_post`` is absent, his portfolio goes to several persons.

    What no share names goes to his ``backup`` outside the shares, or stays ``open``.
    """

    triggers: Triggers
    for_post: Title
    shares: tuple[Share, ...]
    rest: Literal["backup", "open"] = "backup"


class BothAway(Rule, frozen=True, kw_only=True, tag="both_away"):
    """Whether A and B may be absent at once; ``in_principle`` not, unless ``approved_by`` allows."""

    stance: Literal["forbidden", "in_principle", "allowed"]
    approved_by: tuple[Title, ...] = ()


class ActingScope(Rule, frozen=True, kw_only=True, tag="acting_scope"):
    """How far B's acting reaches: all, urgent matters only, or named activities only.

    ``not_for`` names papers or acts left out (涉密公文).
    """

    reach: Literal["all", "urgent", "activities"]
    activities: tuple[str, ...] = ()
    not_for: tuple[str, ...] = ()


class MattersExcluded(Rule, frozen=True, kw_only=True, tag="matters_excluded"):
    """``matters`` do not pass to B; they go to the holder of ``goes_to``, if the rule says."""

    matters: Matters
    goes_to: Title | None = None


class OutsideScheme(Rule, frozen=True, kw_only=True, tag="outside_scheme"):
    """Holders of ``posts``, and ``agencies``, that the AB pairs do not concern at all."""

    posts: tuple[Title, ...] = ()
    agencies: tuple[str, ...] = ()


class ActingLimit(Rule, frozen=True, kw_only=True, tag="acting_limit"):
    """B acts for at most ``max_days`` calendar days of one absence; then ``then_by`` decides."""

    max_days: Days
    then_by: Title | None = None


class Tell(Rule, frozen=True, kw_only=True, tag="tell"):
    """Before leaving, A tells ``whom``, ``days_ahead`` days ahead (0: any time before)."""

    whom: tuple[Told, ...]
    days_ahead: int = 0


class HandOver(Rule, frozen=True, kw_only=True, tag="hand_over"):
    """A hands over before leaving; B accepts, if ``accepted``; acts unasked, if ``unasked``."""

    accepted: bool = False
    unasked: bool = False


class ReportBack(Rule, frozen=True, kw_only=True, tag="report_back"):
    """When A is back, the one who acted reports ``to`` A, the coordinator or the head."""

    to: Literal["holder", "coordinator", "head"] = "holder"
    within_days: Days | None = None


class Reachable(Rule, frozen=True, kw_only=True, tag="reachable"):
    """``who`` is to be reached by telephone while A is absent."""

    who: Literal["holder", "backup", "both"]
    hours: Literal["always", "working_hours"] = "always"


class Authority(Rule, frozen=True, kw_only=True, tag="authority"):
    """How B decides: freely, save what A left instructions for, and what ``major`` matters need."""

    except_instructed: bool = False
    agency_proposes: bool = False
    major: tuple[Literal["consult_holder", "head", "meeting"], ...] = ()


class Liability(Rule, frozen=True, kw_only=True, tag="liability"):
    """Who answers for what B did: by A's view, by his own, or where A had not briefed him."""

    otherwise: Literal["holder", "backup"] = "backup"
    following: Literal["holder", "backup"] | None = None
    unbriefed: Literal["holder", "backup"] | None = None


class RePair(Rule, frozen=True, kw_only=True, tag="re_pair"):
    """The pairs are drawn up anew when the division of labour changes, filed and made public."""

    within_days: Days | None = None
    filed_with: str | None = None
    published: Period | None = None
    assessed: Period | None = None


class StatutoryActing(Rule, frozen=True, kw_only=True, tag="statutory_acting"):
    """Acting in the vacant ``posts`` is decided ``by`` the people's congress, by ``article``."""

    posts: Titles
    by: str
    article: str


AnyActing = BackupActs | CoordinatorAssigns | StandIn
"""A rule with triggers and with what passes."""

AnyRule = (
    BackupActs
    | PairDirection
    | BackupOrder
    | CoordinatorAssigns
    | CoordinatorBackup
    | StandIn
    | PortfolioSplit
    | BothAway
    | ActingScope
    | MattersExcluded
    | OutsideScheme
    | ActingLimit
    | Tell
    | HandOver
    | ReportBack
    | Reachable
    | Authority
    | Liability
    | RePair
    | StatutoryActing
)

KINDS: tuple[type[Rule], ...] = AnyRule.__args__
"""Every kind of rule."""


def kind_of(rule: Rule | type[Rule]) -> str:
    """Return the word of ``kind`` for a rule or its struct."""
    return str(rule.__struct_config__.tag)
