"""What each kind of rule does to an answer, on an invented city."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, cast

import msgspec
import pytest
from msgspec import structs

from registry.graph.history import History
from registry.model import facts as f
from registry.model.answers import Answer, Cover, Segment, Status
from registry.model.records import Absence, Approval, Decision, HandoverStep
from registry.resolve.answer import answer
from registry.tables import rule_kinds as k
from registry.tables.rules import AnyRule, Rulebook, Source
from tests.graph.city import CITY, DIVISION, LEADERS, PAIRS, division, document, fact

DAY = date(2020, 5, 4)
ALL = ("supervises", "responsible", "also_supervises", "also_responsible", "liaises")
RULE: dict[str, Any] = {"start": date(2020, 3, 1), "source": Source(DIVISION, 2020, "第三条")}
WHEN: dict[str, Any] = {"triggers": ("away",), "passes": ALL}
BACKUP = k.BackupActs(id="b", coordinator="秘书长", **RULE, **WHEN)
BOTH = k.CoordinatorAssigns(id="both", coordinator="秘书长", **RULE, **WHEN)


def make(kind: type[k.Rule], **keys: Any) -> AnyRule:
    return cast("AnyRule", kind(id="r", **RULE, **keys))


def away(*people: str, kind: str = "away", days: int = 1) -> list[Absence]:
    end = DAY + timedelta(days=days - 1)
    return [Absence(person=p, start=DAY, end=end, kind=kind) for p in people]


def whole(
    subject: str,
    absences: list[Absence],
    *rules: AnyRule,
    facts: list[f.AnyFact] | None = None,
    laws: tuple[Rulebook, ...] = (),
    on: date = DAY,
    until: date | None = None,
    **records: Any,
) -> Answer:
    book = Rulebook(government=CITY, rules=rules, file="cn.toml", laws=laws)
    known = facts if facts is not None else division(pairs=PAIRS)
    history = History(known, CITY)
    return answer(history, book, subject, on, until or on, absences=absences, **records)


def segment(subject: str, absences: list[Absence], *rules: AnyRule, **more: Any) -> Segment:
    (found,) = whole(subject, absences, *rules, **more).segments
    return found


def ask(subject: str, absences: list[Absence], *rules: AnyRule, **more: Any) -> Cover:
    return segment(subject, absences, *rules, **more).covers[0]


def says(cover: Cover, words: str) -> bool:
    return any(words in reason.text.zh for reason in cover.reasons)


def test_a_source_known_by_its_year_is_cited_by_it() -> None:
    cited = [r for r in ask("商务", away("河二"), BACKUP).reasons if r.code == "rule"]
    assert [(r.doc, r.date) for r in cited] == [(DIVISION, "2020")]


def test_what_a_source_leaves_open_is_said() -> None:
    rule = msgspec.structs.replace(BACKUP, open="因病是否也算")
    reasons = ask("商务", away("河二"), rule).reasons
    codes = [reason.code for reason in reasons]
    assert codes[-2:] == ["rule", "open"]
    assert "因病是否也算" in reasons[-1].text.zh
    assert "does not settle" in reasons[-1].text.en


@pytest.mark.parametrize("kind", ["travel", "away"])
def test_one_on_a_work_trip_is_away(kind: str) -> None:
    assert ask("商务", away("河二", kind=kind), BACKUP).acting == "湖三"


def test_one_away_is_not_known_to_be_on_a_work_trip() -> None:
    trip = msgspec.structs.replace(BACKUP, triggers=("travel",))
    assert ask("商务", away("河二", kind="travel"), trip).acting == "湖三"
    assert ask("商务", away("河二"), trip).flags == ("trigger_not_covered",)


def test_where_there_is_no_rule_none_is_said_to_speak() -> None:
    def words(*rules: AnyRule) -> str:
        cover = ask("商务", away("河二", kind="ill"), *rules)
        assert cover.flags == ("trigger_not_covered",)
        (silent,) = [reason for reason in cover.reasons if reason.code == "silent"]
        assert silent.text.en
        return silent.text.zh

    assert words(BACKUP).startswith("规则只说不在当地的情形")
    assert "没有现行的AB角代行规则" in words()


ONE_WAY = division(backups=(("河二", "湖三"),))


def test_pair_direction_mutual_reads_one_way_pairs_both_ways() -> None:
    assert ask("教育", away("湖三"), BACKUP, facts=ONE_WAY).flags == ("no_pair",)
    both = make(k.PairDirection, direction="mutual")
    cover = ask("教育", away("湖三"), BACKUP, both, facts=ONE_WAY)
    assert cover.acting == "河二"
    assert says(cover, "AB角是相互的")


def test_pair_direction_one_way_is_cited_where_it_leaves_a_gap() -> None:
    one = make(k.PairDirection, direction="one_way")
    cover = ask("教育", away("湖三"), BACKUP, one, facts=ONE_WAY)
    assert (cover.acting, cover.flags) == (None, ("no_pair",))
    assert says(cover, "A角不代B角")


def test_a_rule_of_mutual_pairs_is_not_cited_where_there_is_no_pair() -> None:
    both = make(k.PairDirection, direction="mutual")
    cover = ask("农业", away("海四"), BACKUP, both, facts=ONE_WAY)
    assert cover.flags == ("no_pair",)
    assert not says(cover, "AB角是相互的")


SEVERAL = division(backups=(("河二", "湖三"), ("河二", "海四")))
CHAIN = division(backups=(("河二", "湖三"), ("湖三", "海四"), ("海四", "河二")))


def test_backup_order_takes_the_first_who_is_there() -> None:
    order = make(k.BackupOrder, then="next_listed")
    assert ask("商务", away("河二"), BACKUP, facts=SEVERAL).flags == ("several_backups",)
    assert ask("商务", away("河二"), BACKUP, order, facts=SEVERAL).acting == "湖三"
    cover = ask("商务", away("河二", "湖三"), BACKUP, order, facts=SEVERAL)
    assert cover.acting == "海四"
    assert says(cover, "湖三不在岗")
    assert not says(cover, "海四不在岗")
    assert ask("商务", away("河二", "湖三"), BACKUP, order, facts=CHAIN).acting is None


def test_backup_order_follows_a_chain_and_ends_in_a_ring() -> None:
    order = make(k.BackupOrder, then="backups_backup")
    assert ask("商务", away("河二", "湖三"), BACKUP, order, facts=CHAIN).acting == "海四"
    cover = ask("商务", away("河二", "湖三", "海四"), BACKUP, order, facts=CHAIN)
    assert (cover.status, cover.acting) == (Status.UNSPECIFIED, None)


def test_coordinator_backup_coordinates_while_the_coordinator_is_absent() -> None:
    other = make(k.CoordinatorBackup, coordinator="秘书长", by_post="市长")
    acting = ask("商务", away("河二", "洋五"), BACKUP, other)
    assert (acting.acting, acting.coordinator, acting.flags) == ("湖三", "江一", ())
    both = ask("商务", away("河二", "湖三", "洋五"), BACKUP, BOTH, other)
    assert (both.status, both.coordinator) == (Status.COORDINATION_REQUIRED, "江一")
    assert both.candidates == ("海四",)
    all_away = ask("商务", away("河二", "湖三", "洋五", "江一"), BACKUP, BOTH, other)
    assert (all_away.status, all_away.flags) == (Status.UNSPECIFIED, ("coordinator_away",))


def decision(by: str, holder: str = "河二", assignee: str = "海四") -> tuple[Decision, ...]:
    return (
        Decision(coordinator=by, holder=holder, assignee=assignee, start=DAY, end=DAY, because="x"),
    )


def test_coordinator_backup_always_lets_either_decide() -> None:
    either = make(k.CoordinatorBackup, coordinator="秘书长", by_post="市长", when="always")
    absences = away("河二", "湖三")
    cover = ask("商务", absences, BACKUP, BOTH, either)
    assert cover.coordinator == "洋五"
    assert says(cover, "市长江一也可以协调")
    for by, status in (("江一", Status.ASSIGNED), ("海四", Status.COORDINATION_REQUIRED)):
        made = ask("商务", absences, BACKUP, BOTH, either, decisions=decision(by))
        assert made.status is status
    without = ask("商务", absences, BACKUP, BOTH, decisions=decision("江一"))
    assert without.status is Status.COORDINATION_REQUIRED


def test_one_who_coordinates_for_another_post_may_not_decide_here() -> None:
    """江一 may always stand in for the deputy secretary-general, of whom BOTH says nothing."""
    elsewhere = make(k.CoordinatorBackup, coordinator="副秘书长", by_post="市长", when="always")
    absences = away("河二", "湖三")
    cover = ask("商务", absences, BACKUP, BOTH, elsewhere)
    assert not says(cover, "也可以协调")
    made = ask("商务", absences, BACKUP, BOTH, elsewhere, decisions=decision("江一"))
    assert made.status is Status.COORDINATION_REQUIRED
    both = make(k.CoordinatorBackup, coordinator="秘书长", by_post="市长", when="always")
    reasons = ask("商务", absences, BACKUP, BOTH, elsewhere, both).reasons
    assert sum("市长江一也可以协调" in reason.text.zh for reason in reasons) == 1


def test_where_no_other_leader_is_there_nobody_can_be_named() -> None:
    cover = ask("商务", away("河二", "湖三", "江一", "海四"), BACKUP, BOTH)
    assert (cover.status, cover.flags) == (Status.UNSPECIFIED, ("no_candidate",))
    assert (cover.coordinator, cover.candidates) == ("洋五", ())
    himself = structs.replace(BOTH, candidates="coordinator_too")
    cover = ask("商务", away("河二", "湖三", "江一", "海四"), BACKUP, himself)
    assert (cover.coordinator, cover.candidates) == ("洋五", ("洋五",))


SPLIT_KEYS: dict[str, Any] = {"triggers": ("away",), "for_post": "市长"}


def split(**keys: Any) -> AnyRule:
    shares = (k.Share(matters=("审计",), by_post="秘书长"),)
    return make(k.PortfolioSplit, shares=shares, **SPLIT_KEYS, **keys)


MAYOR = division(pairs=(("江一", "洋五"), ("江一", "海四")))


def test_portfolio_split_sends_each_matter_to_its_taker() -> None:
    absences = away("江一")
    assert ask("市审计局", absences, BACKUP, split(), facts=MAYOR).acting == "洋五"
    rest = ask("市政府全面工作", absences, BACKUP, split(), facts=MAYOR)
    assert rest.acting == "海四"  # the backup who takes no share
    left = ask("市政府全面工作", absences, BACKUP, split(rest="open"), facts=MAYOR)
    assert (left.acting, left.flags) == (None, ("share_without_taker",))
    portfolio = ask("江一", absences, BACKUP, split(), facts=MAYOR)
    assert (portfolio.acting, portfolio.flags) == (None, ("split_by_matter",))
    assert portfolio.candidates == ("洋五", "海四")
    nobody = ask("市审计局", away("江一", "洋五"), BACKUP, split(), facts=MAYOR)
    assert (nobody.acting, nobody.flags) == (None, ("share_without_taker",))
    ill = ask("市审计局", away("江一", kind="ill"), BACKUP, split(), facts=MAYOR)
    assert ill.flags == ("trigger_not_covered",)


def test_a_matter_left_out_says_nothing_of_a_seat_in_a_group() -> None:
    name = "市防汛抗旱指挥部"
    facts = [
        *division(pairs=PAIRS),
        document("组", "2020-04-01", "group"),
        fact(f.Group, "组", group=name),
        fact(f.Member, "组", group=name, person="河二", role="总指挥"),
    ]
    seats = structs.replace(BACKUP, passes=("heads",))
    rule = make(k.MattersExcluded, matters=(name,))
    cover = ask(name, away("河二"), seats, rule, facts=facts)
    assert (cover.acting, cover.flags) == ("湖三", ())


def test_both_away_is_flagged_by_its_stance() -> None:
    absences = away("河二", "湖三")
    forbidden = make(k.BothAway, stance="forbidden")
    assert "both_away_forbidden" in ask("商务", absences, BACKUP, BOTH, forbidden).flags
    assert ask("商务", away("河二"), BACKUP, BOTH, forbidden).flags == ()
    allowed = ask("商务", absences, BACKUP, BOTH, make(k.BothAway, stance="allowed"))
    assert allowed.flags == ()
    assert says(allowed, "允许")


@pytest.mark.parametrize(
    ("by", "person", "flags"),
    [
        ("江一", "湖三", ()),
        ("洋五", "湖三", ("both_away_unapproved",)),
        ("江一", "海四", ("both_away_unapproved",)),
    ],
)
def test_both_away_in_principle_wants_the_right_approval(
    by: str, person: str, flags: tuple[str, ...]
) -> None:
    rule = make(k.BothAway, stance="in_principle", approved_by=("市长",))
    approval = Approval(by=by, person=person, start=DAY, end=DAY, because="急事")
    cover = ask("商务", away("河二", "湖三"), BACKUP, BOTH, rule, approvals=(approval,))
    assert cover.flags == flags


def test_acting_scope_says_how_far() -> None:
    urgent = make(k.ActingScope, reach="urgent", not_for=("涉密公文",))
    cover = ask("商务", away("河二"), BACKUP, urgent)
    assert (cover.acting, cover.flags) == ("湖三", ("urgent_only",))
    assert says(cover, "涉密公文除外")
    named = make(k.ActingScope, reach="activities", activities=("会议",))
    assert ask("商务", away("河二"), BACKUP, named).flags == ("activities_only",)
    assert ask("商务", [], BACKUP, urgent).flags == ()  # nobody acts for one who is there


def test_matters_excluded_go_to_whom_the_rule_names_or_to_nobody() -> None:
    rule = make(k.MattersExcluded, matters=("商务", "保密"), goes_to="市长")
    cover = ask("商务", away("河二"), BACKUP, rule)
    assert (cover.acting, cover.flags) == ("江一", ("scope_excluded",))
    assert ask("市商务局", away("河二"), BACKUP, rule).acting == "江一"
    assert ask("城市管理", away("河二"), BACKUP, rule).acting == "湖三"  # the other part
    assert ask("保密", away("河二"), BACKUP, rule).acting == "江一"
    gone = ask("商务", away("河二", "江一"), BACKUP, rule)
    assert (gone.status, gone.acting) == (Status.UNSPECIFIED, None)
    nowhere = make(k.MattersExcluded, matters=("商务",))
    assert ask("商务", away("河二"), BACKUP, nowhere).acting is None
    portfolio = ask("河二", away("河二"), BACKUP, rule)
    assert (portfolio.acting, portfolio.flags) == ("湖三", ("matters_excluded",))


def test_outside_scheme_lets_no_backup_act() -> None:
    rule = make(k.OutsideScheme, posts=("秘书长",), agencies=("市商务局",))
    facts = division(pairs=(*PAIRS, ("洋五", "海四")))
    for subject, person in (("市政府日常工作", "洋五"), ("市商务局", "河二")):
        cover = ask(subject, away(person), BACKUP, rule, facts=facts)
        assert (cover.acting, cover.flags) == (None, ("outside_scheme",))
    assert ask("教育", away("湖三"), BACKUP, rule, facts=facts).acting == "河二"


def test_acting_limit_ends_the_acting_on_its_day() -> None:
    rule = make(k.ActingLimit, max_days=3)
    absences = away("河二", days=5)
    first, second = whole("商务", absences, BACKUP, rule, until=DAY + timedelta(days=4)).segments
    assert (first.acting, first.end) == (("湖三",), DAY + timedelta(days=2))
    assert (second.status, second.acting) == (Status.UNSPECIFIED, ())
    assert second.covers[0].flags == ("over_maximum",)
    assert second.covers[0].candidates == ("湖三",)


def test_acting_limit_then_asks_whom_the_rule_names() -> None:
    rule = make(k.ActingLimit, max_days=1, then_by="市长")
    absences = away("河二", days=2)
    on = DAY + timedelta(days=1)
    cover = ask("商务", absences, BACKUP, rule, on=on)
    assert (cover.status, cover.coordinator) == (Status.COORDINATION_REQUIRED, "江一")
    assert cover.candidates == ("湖三", "海四", "洋五")
    made = Decision(
        coordinator="江一", holder="河二", assignee="海四", start=on, end=on, because=""
    )
    assert ask("商务", absences, BACKUP, rule, on=on, decisions=(made,)).acting == "海四"


def step(name: Any, on: date, *, of: str = "河二", start: date = DAY) -> HandoverStep:
    return HandoverStep(holder=of, step=name, on=on, start=start, end=start)


@pytest.mark.parametrize(
    ("told", "flags"),
    [
        ({}, ("not_told",)),
        ({"told_backup": 1, "told_office": 2}, ()),
        ({"told_backup": 1, "told_office": 0}, ("no_lead_time",)),
        ({"told_backup": 0}, ("no_lead_time", "not_told")),
    ],
)
def test_tell_flags_what_was_not_told_in_time(told: dict[str, int], flags: tuple[str, ...]) -> None:
    rule = make(k.Tell, whom=("backup", "office"), days_ahead=1)
    steps = tuple(step(name, DAY - timedelta(days=days)) for name, days in told.items())
    cover = ask("商务", away("河二"), BACKUP, rule, handovers=steps)
    assert (cover.acting, cover.flags) == ("湖三", flags)


def test_hand_over_flags_what_is_missing() -> None:
    rule = make(k.HandOver, accepted=True, unasked=True)
    cover = ask("商务", away("河二"), BACKUP, rule)
    assert cover.flags == ("handover_missing", "handover_not_accepted")
    assert says(cover, "B角仍应主动顶岗")
    asked = ask("商务", away("河二"), BACKUP, make(k.HandOver))
    assert asked.flags == ("handover_missing",)
    assert "B acts all the same" not in asked.reasons[-1].text.en
    assert "B acts all the same" in cover.reasons[-1].text.en
    others = [
        step("handed_over", DAY, of="海四"),
        step("handed_over", DAY, start=DAY + timedelta(days=1)),
    ]
    missing = ask("商务", away("河二"), BACKUP, make(k.HandOver), handovers=others)
    assert missing.flags == ("handover_missing",), "another's, or for another absence"
    steps = [step("handed_over", DAY)]
    half = ask("商务", away("河二"), BACKUP, rule, handovers=steps)
    assert half.flags == ("handover_not_accepted",)
    steps.append(step("accepted", DAY))
    assert ask("商务", away("河二"), BACKUP, rule, handovers=steps).flags == ()


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        (make(k.ReportBack, to="head", within_days=2), "2天内"),
        (make(k.Reachable, who="both"), "A角和B角24小时"),
        (
            make(k.Authority, except_instructed=True, major=("consult_holder", "head")),
            "再报主要领导",
        ),
        (make(k.Liability, following="holder", unbriefed="holder"), "按A角意见办的由A角负责"),
    ],
)
def test_what_goes_with_acting_is_said_with_its_clause(rule: AnyRule, words: str) -> None:
    cover = ask("商务", away("河二"), BACKUP, rule)
    last = cover.reasons[-1]
    assert words in last.text.zh
    assert (last.clause, last.doc) == ("第三条", DIVISION)
    assert not says(ask("商务", [], BACKUP, rule), words)


def test_re_pair_flags_a_pair_older_than_the_division() -> None:
    pairing = [
        document("配对", "2020-01-01", "ab-system"),
        fact(f.AbPair, "配对", a="河二", b="湖三"),
    ]
    facts = [*pairing, *division()]
    cover = ask("商务", away("河二"), make(k.RePair, within_days=10), facts=facts)
    assert (cover.acting, cover.flags) == ("湖三", ("pair_outdated",))
    assert says(cover, "应10天内重新安排")
    undated = ask("商务", away("河二"), make(k.RePair), facts=facts).reasons[-1].text
    assert ("分工调整后应重新安排" in undated.zh, "days" in undated.en) == (True, False)
    own = ask("商务", away("河二"), make(k.RePair))
    assert own.flags == ()


@pytest.mark.parametrize(
    ("paired", "divided", "flags"),
    [
        ("2020-03-01", "2020-03-01", ()),
        ("2020-03", "2020-03-01", ()),
        ("2020-02", "2020-03-01", ("pair_outdated",)),
        ("2020-02-29", "2020-03", ("pair_outdated",)),
    ],
)
def test_a_pair_is_older_by_the_day_from_which_its_notice_counts(
    paired: str, divided: str, flags: tuple[str, ...]
) -> None:
    pairing = [document("配对", paired, "ab-system"), fact(f.AbPair, "配对", a="河二", b="湖三")]
    facts = [*pairing, *division(date=divided)]
    assert ask("商务", away("河二"), make(k.RePair), facts=facts).flags == flags


def test_a_ring_of_backups_of_whom_nobody_is_there_ends() -> None:
    order = make(k.BackupOrder, then="backups_backup")
    ring = division(backups=(("河二", "湖三"), ("湖三", "海四"), ("海四", "湖三")))
    cover = ask("商务", away("河二", "湖三", "海四"), order, BOTH, facts=ring)
    assert (cover.acting, cover.status) == (None, Status.COORDINATION_REQUIRED)
    assert cover.candidates == ("江一",)


def test_a_rule_of_one_way_pairs_is_cited_only_where_it_withholds_a_backup() -> None:
    one_way = make(k.PairDirection, direction="one_way")
    facts = division(backups=(("河二", "湖三"),))
    withheld = ask("教育", away("湖三"), one_way, BACKUP, facts=facts)
    assert says(withheld, "A角不代B角")
    assert withheld.flags == ("no_pair",)
    untouched = ask("农业", away("海四"), one_way, BACKUP, facts=facts)
    assert not says(untouched, "A角不代B角")


LAW = Rulebook(
    country="中华人民共和国",
    file="law.toml",
    rules=(
        k.StatutoryActing(
            id="law",
            start=date(2000, 1, 1),
            source=Source("组织法", date(2022, 3, 11), "第五十条"),
            posts=("市长",),
            by="本级人大常委会",
            article="第五十条",
        ),
    ),
)
GONE: list[f.AnyFact] = [
    *division(pairs=(("江一", "洋五"),)),
    document("免", "2020-04-01", "appointment"),
    fact(f.Removed, "免", person="江一", post="云岭市人民政府市长"),
]


def test_the_law_keeps_a_vacant_head_from_pairs_and_coordinators() -> None:
    kept = ask("市政府全面工作", [], BACKUP, facts=GONE, laws=(LAW,))
    assert (kept.status, kept.flags) == (Status.UNSPECIFIED, ("left_office", "statutory_acting"))
    assert kept.reasons[-1].doc == "组织法"
    assert says(kept, "law.toml")
    for by, status in (
        ("洋五", Status.UNSPECIFIED),
        ("云岭市人大常委会", Status.ASSIGNED),
    ):
        made = decision(by, "江一", "海四")
        cover = ask("市政府全面工作", [], BACKUP, facts=GONE, laws=(LAW,), decisions=made)
        assert cover.status is status
    made = decision("云岭市人大常委会", "江一", "海四")
    cover = ask("市政府全面工作", away("海四"), facts=GONE, laws=(LAW,), decisions=made)
    assert (cover.status, cover.acting) == (Status.UNSPECIFIED, None)
    for_another = decision("云岭市人大常委会", "河二", "海四")
    cover = ask("市政府全面工作", [], BACKUP, facts=GONE, laws=(LAW,), decisions=for_another)
    assert (cover.status, cover.acting) == (Status.UNSPECIFIED, None)
    deputy = [
        *division(pairs=PAIRS),
        document("免", "2020-04-01", "appointment"),
        fact(f.Removed, "免", person="河二", post="云岭市人民政府副市长"),
    ]
    assert ask("商务", [], BACKUP, facts=deputy, laws=(LAW,)).flags == ("left_office",)


@pytest.mark.parametrize(
    ("person", "posts", "by_law"),
    [
        ("江一", ("市长",), True),
        ("江一", ("县长",), False),
        ("河二", ("市长",), False),
    ],
)
def test_the_law_counts_for_a_head_who_retires(
    person: str, posts: tuple[str, ...], by_law: bool
) -> None:
    """No post is named where one retires: the head is he who led all the work."""
    law = structs.replace(LAW, rules=(structs.replace(LAW.rules[0], posts=posts),))
    facts = [
        *division(),
        document("退", "2020-04-01", "appointment"),
        fact(f.Retired, "退", person=person),
    ]
    subject = {"江一": "市政府全面工作", "河二": "交通运输"}[person]
    flags = ask(subject, [], BACKUP, facts=facts, laws=(law,)).flags
    assert flags == (("left_office", "statutory_acting") if by_law else ("left_office",))


def test_the_law_is_cited_where_the_heads_post_is_asked_about() -> None:
    vacant = segment("市长", [], BACKUP, facts=GONE, laws=(LAW,))
    assert (vacant.status, vacant.acting) == (Status.UNASSIGNED, ())
    assert [r.doc for r in vacant.reasons if r.code == "rule"] == ["组织法"]


def test_the_law_keeps_the_post_of_a_head_who_was_given_no_work() -> None:
    """The post that he was removed from says so, not what he led."""
    leaders: Any = {**LEADERS, "江一": ("市政府市长", {"supervises": ("市审计局",)})}
    facts = [*division(leaders=leaders), *GONE[-2:]]
    flags = ask("市审计局", away("湖三"), BACKUP, facts=facts, laws=(LAW,)).flags
    assert flags == ("left_office", "statutory_acting")


def test_a_law_that_begins_within_the_period_cuts_it() -> None:
    begins = structs.replace(LAW.rules[0], start=date(2020, 5, 6), until=date(2020, 5, 7))
    law = structs.replace(LAW, rules=(begins,))
    found = whole(
        "市政府全面工作", [], BACKUP, facts=GONE, laws=(law,), until=date(2020, 5, 8)
    ).segments
    assert [(s.start.day, s.end.day, len(s.covers[0].flags)) for s in found] == [
        (4, 5, 1),
        (6, 7, 2),
        (8, 8, 1),
    ]


def test_the_law_holds_for_a_government_with_no_rules_of_its_own() -> None:
    assert set(LEADERS) >= {"江一"}
    cover = ask("市政府全面工作", [], facts=GONE, laws=(LAW,))
    assert "statutory_acting" in cover.flags


def test_no_pair_is_outdated_where_another_than_b_was_named_or_nothing_divides_the_work() -> None:
    pairing = [
        document("配对", "2020-01-01", "ab-system"),
        fact(f.AbPair, "配对", a="河二", b="湖三"),
    ]
    named = ask(
        "商务",
        away("河二", "湖三"),
        *(BACKUP, BOTH, make(k.RePair)),
        facts=[*pairing, *division()],
        decisions=decision("洋五"),
    )
    assert (named.acting, named.flags) == ("海四", ())
    post = [document("任", "2020-02-01", "appointment")]
    post += [fact(f.Appointed, "任", person="河二", post="市水利局局长")]
    rule = structs.replace(BACKUP, passes=("post",))
    held = ask("市水利局局长", away("河二"), rule, make(k.RePair), facts=[*pairing, *post])
    assert (held.acting, held.flags) == ("湖三", ("coordinator_unknown",))


def test_a_backup_who_has_left_is_not_said_to_be_absent() -> None:
    gone = [
        document("免", "2020-04-01", "appointment"),
        fact(f.Removed, "免", person="湖三", post="市政府副市长"),
    ]
    cover = ask("商务", away("河二"), BACKUP, BOTH, facts=[*division(pairs=PAIRS), *gone])
    assert not says(cover, "湖三不在岗")
    assert says(cover, "湖三已离任")


def test_who_coordinates_instead_is_not_told_twice() -> None:
    other = make(k.CoordinatorBackup, coordinator="秘书长", by_post="市长")
    told = [r.text for r in ask("商务", away("河二", "洋五"), BACKUP, other).reasons]
    assert not any("coordinated by" in words.en for words in told)
    himself = [r.text.en for r in ask("商务", away("河二"), BACKUP, other).reasons]
    assert any("acts, coordinated by the 秘书长 洋五" in words for words in himself)
    assert sum("协调" in words.zh for words in told) == 1


def test_a_rule_of_illness_says_nothing_of_a_work_trip() -> None:
    ill = structs.replace(BACKUP, triggers=("ill",))
    assert ask("商务", away("河二", kind="travel"), ill).flags == ("trigger_not_covered",)
