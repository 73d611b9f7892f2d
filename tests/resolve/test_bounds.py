"""Where rules begin and end to count: the last day, the right person, the one trigger."""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import Any

import pytest
from msgspec import structs

from registry.graph.history import History
from registry.model import facts as f
from registry.model.answers import Status
from registry.model.records import Absence, Approval, Decision
from registry.resolve.answer import answer
from registry.resolve.found import Glossary
from registry.resolve.subject import find
from registry.tables import rule_kinds as k
from tests.graph.city import CITY, DIVISION, PAIRS, division, document, fact, plan
from tests.resolve.test_kinds import (
    BACKUP,
    BOTH,
    DAY,
    GONE,
    LAW,
    ask,
    away,
    decision,
    make,
    says,
    segment,
    step,
    whole,
)

LIMIT = make(k.ActingLimit, max_days=3)
FROM_DAY = away("河二", days=9)


@pytest.mark.parametrize(("days", "flags"), [(0, ()), (2, ()), (3, ("over_maximum",))])
def test_the_last_day_of_acting_is_the_last_that_the_limit_counts(
    days: int, flags: tuple[str, ...]
) -> None:
    assert ask("商务", FROM_DAY, BACKUP, LIMIT, on=DAY + timedelta(days=days)).flags == flags


def test_of_absences_that_overlap_the_earliest_counts_and_none_of_another() -> None:
    on = DAY + timedelta(days=3)
    second = [structs.replace(FROM_DAY[0], start=on)]
    assert ask("商务", second, BACKUP, LIMIT, on=on).flags == ()
    for both in (FROM_DAY + second, second + FROM_DAY):
        assert ask("商务", both, BACKUP, LIMIT, on=on).flags == ("over_maximum",)
    assert ask("商务", away("海四", days=9) + second, BACKUP, LIMIT, on=on).flags == ()


def test_a_limit_says_nothing_where_nobody_acts() -> None:
    on = DAY + timedelta(days=5)
    cover = ask("商务", away("河二", "湖三", days=9), BACKUP, BOTH, LIMIT, on=on)
    assert (cover.status, cover.flags) == (Status.COORDINATION_REQUIRED, ())


def test_after_the_limit_a_decision_counts_of_whom_the_rule_names_or_of_anybody() -> None:
    on = DAY + timedelta(days=5)
    made = structs.replace(decision("洋五")[0], start=on, end=on)
    named = make(k.ActingLimit, max_days=3, then_by="市长")
    free = ask("商务", FROM_DAY, BACKUP, LIMIT, on=on, decisions=(made,))
    assert (free.status, free.acting) == (Status.ASSIGNED, "海四")
    other = ask("商务", FROM_DAY, BACKUP, named, on=on, decisions=(made,))
    assert (other.status, other.coordinator) == (Status.COORDINATION_REQUIRED, "江一")
    gone = ask("商务", FROM_DAY + away("江一", days=9), BACKUP, named, on=on)
    assert (gone.status, gone.candidates) == (Status.UNSPECIFIED, ("湖三",))


def test_a_flag_of_the_share_is_told_once_under_a_limit() -> None:
    cover = ask("市税务局", FROM_DAY, BACKUP, LIMIT)
    assert (cover.acting, cover.flags) == ("湖三", ("liaison_only",))


def test_any_approval_will_do_where_the_rule_names_nobody_to_approve() -> None:
    rule = make(k.BothAway, stance="in_principle")
    allowed = Approval(by="洋五", person="河二", start=DAY, end=DAY, because="急事")
    absences = away("河二", "湖三")
    assert ask("商务", absences, BACKUP, BOTH, rule, approvals=(allowed,)).flags == ()
    unapproved = ask("商务", absences, BACKUP, BOTH, rule)
    assert unapproved.flags == ("both_away_unapproved",)
    assert says(unapproved, "原则上不得同时不在岗，没有批准的记录")


def test_a_rule_that_ends_within_the_period_cuts_it() -> None:
    ends = structs.replace(BACKUP, until=DAY + timedelta(days=1))
    begins = structs.replace(BACKUP, start=DAY + timedelta(days=3))
    found = whole("商务", FROM_DAY, ends, begins, until=DAY + timedelta(days=5)).segments
    assert [(s.start - DAY).days for s in found] == [0, 2, 3]
    assert [s.covers[0].coordinator for s in found] == ["洋五", None, "洋五"]


COORDINATES = make(k.CoordinatorBackup, coordinator="秘书长", by_post="市长")


def test_while_the_coordinator_is_absent_his_decision_counts_and_his_deputys() -> None:
    absences = away("河二", "湖三", "洋五")
    for by, flags in (("洋五", ("coordinator_away",)), ("江一", ())):
        made = ask("商务", absences, BACKUP, BOTH, COORDINATES, decisions=decision(by))
        assert (made.status, made.coordinator, made.flags) == (Status.ASSIGNED, by, flags)


def test_one_who_coordinates_only_while_the_other_is_absent_decides_nothing_before() -> None:
    absences = away("河二", "湖三")
    made = ask("商务", absences, BACKUP, BOTH, COORDINATES, decisions=decision("江一"))
    assert (made.status, made.coordinator) == (Status.COORDINATION_REQUIRED, "洋五")


def test_where_the_deputy_coordinator_is_absent_too_the_coordinator_is_named() -> None:
    cover = ask("商务", away("河二", "湖三", "洋五", "江一"), BACKUP, BOTH, COORDINATES)
    assert (cover.coordinator, cover.flags) == ("洋五", ("coordinator_away",))


def test_one_who_always_coordinates_too_is_told_where_he_is_there() -> None:
    always = structs.replace(COORDINATES, when="always")
    absences = away("河二", "湖三")
    assert says(ask("商务", absences, BACKUP, BOTH, always), "市长江一也可以协调")
    gone = ask("商务", [*absences, *away("江一")], BACKUP, BOTH, always)
    assert (gone.status, gone.coordinator) == (Status.COORDINATION_REQUIRED, "洋五")
    assert not says(gone, "也可以协调")
    instead = ask("商务", [*absences, *away("洋五")], BACKUP, BOTH, always)
    assert instead.coordinator == "江一"
    assert not says(instead, "也可以协调")


def test_a_part_of_a_split_portfolio_whose_post_is_nobodys_names_nobody() -> None:
    rule = make(
        k.PortfolioSplit,
        triggers=("away",),
        for_post="市长",
        shares=(
            k.Share(matters=("审计",), by_post="副县长"),
            k.Share(matters=("人事",), by_post="秘书长"),
        ),
    )
    cover = ask("江一", away("江一"), BACKUP, rule)
    assert (cover.flags, cover.candidates) == (("split_by_matter",), ("洋五",))


def test_the_one_whose_absence_the_rule_does_not_speak_of_is_named() -> None:
    wide = structs.replace(BACKUP, triggers=("away", "ill"))
    holder = ask("商务", away("河二", kind="ill") + away("湖三"), wide, BOTH)
    backup = ask("商务", away("河二") + away("湖三", kind="ill"), wide, BOTH)
    assert holder.flags == backup.flags == ("trigger_not_covered",)
    assert says(holder, "河二不属此类")
    assert says(backup, "湖三不属此类")


def test_an_order_of_backups_is_not_cited_where_there_is_one_backup() -> None:
    order = make(k.BackupOrder, then="next_listed")
    cover = ask("商务", away("河二"), BACKUP, order)
    assert cover.acting == "湖三"
    assert not says(cover, "按次序")


def test_a_rule_of_mutual_pairs_is_not_cited_where_the_pairs_are_mutual_as_written() -> None:
    cover = ask("商务", away("河二"), BACKUP, make(k.PairDirection, direction="mutual"))
    assert cover.acting == "湖三"
    assert not says(cover, "AB角是相互的")


def test_one_pair_that_goes_one_way_is_enough_to_cite_the_rule() -> None:
    facts = division(backups=(("河二", "湖三"), ("海四", "洋五")))
    one_way = make(k.PairDirection, direction="one_way")
    assert says(ask("教育", away("湖三"), BACKUP, one_way, facts=facts), "A角不代B角")


def test_what_is_decided_in_part_stands_beside_what_else_is_said() -> None:
    named = decision("洋五")[0]
    part = structs.replace(named, subject="商务")
    forbidden = make(k.BothAway, stance="forbidden")
    absences = away("河二", "湖三")
    cover = ask("河二", absences, BACKUP, BOTH, forbidden, decisions=(part,))
    assert cover.flags == ("both_away_forbidden", "assigned_in_part")
    assert [r.code for r in cover.reasons][-1] == "decision"
    assert len(cover.reasons) > 3
    other = structs.replace(part, holder="湖三")
    assert "assigned_in_part" not in ask("河二", absences, BACKUP, BOTH, decisions=(other,)).flags
    gone = ask("河二", [*absences, *away("海四")], BACKUP, BOTH, decisions=(part,))
    assert "assigned_in_part" not in gone.flags


def test_a_matter_that_the_portfolio_does_not_hold_is_not_left_out_of_it() -> None:
    rule = make(k.MattersExcluded, matters=("公安",))
    assert ask("河二", away("河二"), BACKUP, rule).flags == ()
    named = make(k.MattersExcluded, matters=("商务",))
    assert ask("河二", away("河二"), BACKUP, named).flags == ("matters_excluded",)


def test_the_rest_of_a_split_portfolio_stays_open_between_two_backups() -> None:
    facts = division(pairs=(("江一", "洋五"), ("江一", "海四"), ("江一", "湖三")))
    rule = make(
        k.PortfolioSplit,
        triggers=("away",),
        for_post="市长",
        shares=(k.Share(matters=("审计",), by_post="秘书长"),),
    )
    cover = ask("市政府全面工作", away("江一"), BACKUP, rule, facts=facts)
    assert (cover.acting, cover.flags) == (None, ("share_without_taker",))


def test_a_stand_in_is_no_answer_where_his_post_is_nobodys_or_he_is_absent() -> None:
    rule = make(
        k.StandIn, triggers=("away",), passes=BACKUP.passes, for_post="市长", by_post="秘书长"
    )
    nobody = structs.replace(rule, by_post="常务副市长")
    subject = "市政府全面工作"
    assert ask(subject, away("江一"), BACKUP, rule).acting == "洋五"
    for absences, made in ((away("江一", "洋五"), rule), (away("江一"), nobody)):
        cover = ask(subject, absences, BACKUP, made)
        assert (cover.acting, cover.flags) == (None, ("no_pair",))


def test_a_stand_in_for_a_portfolio_takes_no_seat_in_a_group() -> None:
    name = "市防汛抗旱指挥部"
    facts = [
        *division(),
        document("组", "2020-04-01", "group"),
        fact(f.Group, "组", group=name),
        fact(f.Member, "组", group=name, person="江一", role="总指挥"),
    ]
    rule = make(
        k.StandIn, triggers=("away",), passes=BACKUP.passes, for_post="市长", by_post="秘书长"
    )
    cover = ask(name, away("江一"), BACKUP, rule, facts=facts)
    assert (cover.acting, cover.flags) == (None, ("rule_silent_on_group_seats",))
    seats = structs.replace(rule, passes=("heads",))
    assert ask(name, away("江一"), BACKUP, seats, facts=facts).acting == "洋五"


def test_one_paired_with_himself_has_no_backup_however_pairs_count() -> None:
    mutual = make(k.PairDirection, direction="mutual")
    facts = division(backups=(("河二", "河二"),))
    cover = ask("商务", away("河二"), BACKUP, mutual, facts=facts)
    assert cover.flags == ("no_pair",)
    assert not says(cover, "单向"), "the rule says that pairs are mutual"


def test_what_goes_with_acting_of_b_does_not_concern_a_stand_in_who_is_not_b() -> None:
    rule = make(
        k.StandIn, triggers=("away",), passes=BACKUP.passes, for_post="市长", by_post="秘书长"
    )
    tell = make(k.Tell, whom=("backup",))
    one_day = make(k.ActingLimit, max_days=1)
    on, subject = DAY + timedelta(days=2), "市政府全面工作"
    cover = ask(subject, away("江一", days=4), BACKUP, rule, tell, one_day, on=on)
    assert (cover.acting, cover.flags) == ("洋五", ())
    facts = division(pairs=(("江一", "洋五"),))
    his_b = ask(subject, away("江一", days=4), BACKUP, rule, tell, one_day, on=on, facts=facts)
    assert his_b.flags == ("over_maximum",)


def test_an_order_in_which_nobody_is_there_is_nobodys_turn() -> None:
    order = make(k.BackupOrder, then="next_listed")
    cover = ask("商务", away("河二", "湖三"), BACKUP, BOTH, order)
    assert cover.status is Status.COORDINATION_REQUIRED
    assert not says(cover, "按次序")


@pytest.mark.parametrize(("told", "flags"), [((3, 0), ()), ((0, 3), ()), ((0,), ("no_lead_time",))])
def test_who_was_told_twice_was_told_when_he_first_was(
    told: tuple[int, ...], flags: tuple[str, ...]
) -> None:
    rule = make(k.Tell, whom=("backup",), days_ahead=1)
    steps = tuple(step("told_backup", DAY - timedelta(days=days)) for days in told)
    assert ask("商务", away("河二"), BACKUP, rule, handovers=steps).flags == flags


def test_a_telling_counts_on_the_days_of_its_absence_alone() -> None:
    rule = make(k.Tell, whom=("backup",), days_ahead=0)
    told = structs.replace(step("told_backup", DAY), start=DAY, end=DAY)
    absent = away("河二", days=2)
    segments = whole(
        "商务", absent, BACKUP, rule, handovers=(told,), until=DAY + timedelta(days=1)
    ).segments
    assert [s.covers[0].flags for s in segments] == [(), ("not_told",)]


def test_of_several_late_tellings_the_first_is_named() -> None:
    rule = make(k.Tell, whom=("backup",), days_ahead=1)
    steps = tuple(step("told_backup", DAY + timedelta(days=days)) for days in (1, 0))
    text = ask("商务", away("河二"), BACKUP, rule, handovers=steps).reasons[-1].text
    assert "2020-05-04才告知B角" in text.zh
    assert "B was told 2020-05-04" in text.en


def test_what_was_not_told_is_said_behind_the_rule() -> None:
    rule = make(k.Tell, whom=("backup", "office"), days_ahead=1)
    late = (step("told_backup", DAY),)
    reason = ask("商务", away("河二"), BACKUP, rule, handovers=late).reasons[-1].text
    assert reason.zh.startswith(
        "A角提前1天告知B角、办公室；2020-05-04才告知B角，应不迟于2020-05-03；"
    )
    assert "没有告知办公室的记录" in reason.zh
    assert (
        "B was told 2020-05-04, not by 2020-05-03; no record that the office was told" in reason.en
    )


def test_the_standing_committees_decision_counts_on_its_days_alone() -> None:
    made = decision("云岭市人大常委会", "江一", "海四")
    later = tuple(structs.replace(m, start=date(2020, 6, 1), end=date(2020, 6, 2)) for m in made)
    subject = "市政府全面工作"
    named = ask(subject, [], facts=GONE, laws=(LAW,), decisions=made)
    assert (named.acting, named.coordinator) == ("海四", "云岭市人大常委会")
    assert [reason.code for reason in named.reasons][-2:] == ["rule", "decision"]
    assert ask(subject, [], facts=GONE, laws=(LAW,), decisions=later).acting is None


def test_the_law_stands_behind_the_vacancy_and_not_where_there_was_none() -> None:
    vacant = segment("市长", [], BACKUP, facts=GONE, laws=(LAW,))
    assert [reason.code for reason in vacant.reasons] == ["vacant", "rule"]
    law = structs.replace(LAW, rules=(structs.replace(LAW.rules[0], posts=("县长",)),))
    facts = [
        *division(),
        document("任", "2020-04-01", "appointment"),
        fact(f.Appointed, "任", person="溪七", post="代县长"),
        document("免", "2020-05-01", "appointment"),
        fact(f.Removed, "免", person="溪七", post="代县长"),
    ]
    never = segment("县长", [], facts=facts, laws=(law,))
    assert [reason.code for reason in never.reasons] == ["nobody_holds"]


def test_a_post_that_lapsed_is_said_to_have_lapsed() -> None:
    facts = [
        *division(),
        document("任", "2020-04-01", "appointment"),
        fact(f.Appointed, "任", person="溪七", post="市粮食局局长"),
        document("更名", "2020-05-01", "appointment"),
        fact(f.PostAbolished, "更名", post="市粮食局局长"),
    ]
    (said,) = segment("市粮食局局长", [], facts=facts).reasons
    assert (said.code, said.doc, said.text.zh) == ("vacant", "更名", "该职务已自然免除")
    assert (said.clause, said.date) == (facts[-1].clause, "2020-05-01")


def test_what_a_notice_dropped_names_the_notice_in_force_that_is_silent() -> None:
    leaders: Any = {"江一": ("市政府市长", {"responsible": ("市政府全面工作",)})}
    facts = [*division(), *division("新", "2020-04-01", leaders=leaders)]
    (area,) = segment("商务", [], facts=facts).reasons
    assert (area.code, "新" in area.text.zh) == ("nobody_holds", True)
    (person,) = segment("河二", [], facts=facts).reasons
    assert (person.code, "新" in person.text.zh) == ("no_share", True)


def test_a_probation_is_told_until_it_is_over_within_one_state_of_the_notices() -> None:
    facts = [
        *division(),
        document("任", "2020-04-01", "appointment"),
        fact(f.Appointed, "任", person="溪七", post="市水利局局长", terms="试用期一年"),
    ]
    history = History(facts, CITY)

    def codes(day: date) -> list[str]:
        (found,) = answer(history, None, "市水利局局长", day, day).segments
        return [reason.code for reason in found.covers[0].reasons]

    assert codes(date(2021, 3, 31)) == ["probation", "holds", "present"]
    assert codes(date(2021, 4, 1)) == ["holds", "present"]


def test_a_name_in_english_is_read_and_then_read_as_a_part() -> None:
    glossary = Glossary(english={"city management": "城市管理"})
    history = History(division(pairs=PAIRS), CITY)
    (found,) = answer(history, None, "City management", DAY, DAY, glossary=glossary).segments
    codes = [reason.code for reason in found.covers[0].reasons]
    assert codes == ["english_name", "part_of_area", "holds", "present"]


def test_a_part_of_a_text_is_looked_for_only_where_it_may_be() -> None:
    facts = [*division(), *plan(("加快建设大型市场", ("市商务局",), ()))]
    org = History(facts, CITY).at(DAY)
    assert find(org, "大型市场", Glossary()) is not None
    assert find(org, "大型市场", Glossary(), in_texts=False) is None
    assert find(org, "加快建设大型市场", Glossary(), in_texts=False) is not None


def test_what_nobody_holds_is_told_of_the_hours_that_were_asked_about() -> None:
    history = History(division(), CITY)
    found = answer(history, None, "交通", DAY, DAY, start_time=time(9), end_time=time(12))
    (only,) = found.segments
    assert (only.status, only.start_time, only.end_time) == (
        Status.AMBIGUOUS,
        time(9),
        time(12),
    )


def test_the_head_of_a_group_and_a_portfolio_are_held_by_their_clauses() -> None:
    name = "市防汛抗旱指挥部"
    facts = [
        *division(),
        document("组", "2020-04-01", "group"),
        fact(f.Group, "组", group=name),
        fact(f.Member, "组", group=name, person="湖三", role="总指挥", clause="总指挥：湖三"),
    ]
    head = ask(name, [], facts=facts).reasons[0]
    assert (head.code, head.clause, head.doc) == ("holds", "总指挥：湖三", "组")
    whole_portfolio = ask("海四", [], facts=facts).reasons
    assert [(r.code, r.doc) for r in whole_portfolio[:3]] == [("holds", DIVISION)] * 3


def test_a_decision_needs_its_day() -> None:
    made = Decision(
        coordinator="洋五",
        holder="河二",
        assignee="海四",
        start=DAY + timedelta(days=1),
        end=DAY + timedelta(days=1),
        because="x",
    )
    absences = [Absence(person=p, start=DAY, end=DAY + timedelta(days=2)) for p in ("河二", "湖三")]
    found = whole(
        "商务", absences, BACKUP, BOTH, until=DAY + timedelta(days=2), decisions=(made,)
    ).segments
    assert [s.status for s in found] == [
        Status.COORDINATION_REQUIRED,
        Status.ASSIGNED,
        Status.COORDINATION_REQUIRED,
    ]


def test_an_approval_for_other_days_allows_nothing() -> None:
    rule = make(k.BothAway, stance="in_principle")
    later = DAY + timedelta(days=3)
    other = Approval(by="江一", person="河二", start=later, end=later, because="急事")
    cover = ask("商务", away("河二", "湖三"), BACKUP, BOTH, rule, approvals=(other,))
    assert cover.flags == ("both_away_unapproved",)


def test_an_approval_counts_on_its_own_days_of_a_longer_absence() -> None:
    rule = make(k.BothAway, stance="in_principle")
    first_day = Approval(by="江一", person="河二", start=DAY, end=DAY, because="急事")
    found = whole(
        "商务",
        away("河二", "湖三", days=2),
        BACKUP,
        BOTH,
        rule,
        approvals=(first_day,),
        until=DAY + timedelta(days=1),
    ).segments
    assert [s.covers[0].flags for s in found] == [(), ("both_away_unapproved",)]
    assert says(found[0].covers[0], "江一已批准河二外出")


def test_a_limit_leaves_coordinator_and_flags_of_the_acting_as_they_are() -> None:
    there = ask("商务", FROM_DAY, BACKUP, LIMIT)
    gone = ask("商务", FROM_DAY + away("洋五"), BACKUP, LIMIT)
    assert (there.coordinator, there.flags) == ("洋五", ())
    assert (gone.coordinator, gone.flags) == ("洋五", ("coordinator_away",))


def test_where_nobody_can_assign_the_coordinator_is_told() -> None:
    cover = ask("商务", away("河二", "湖三", "洋五"), BACKUP, BOTH)
    assert (cover.status, cover.coordinator) == (Status.UNSPECIFIED, "洋五")


def test_where_the_coordinators_post_is_nobodys_any_recorded_decision_counts() -> None:
    nobodys = structs.replace(BOTH, coordinator="主任")
    absences = away("河二", "湖三")
    assert ask("商务", absences, BACKUP, nobodys).flags == ("coordinator_unknown",)
    made = ask("商务", absences, BACKUP, nobodys, decisions=decision("洋五"))
    assert (made.status, made.acting) == (Status.ASSIGNED, "海四")


def seats(head: str) -> tuple[str, list[f.AnyFact]]:
    name = "市防汛抗旱指挥部"
    return name, [
        *division(pairs=(*PAIRS, ("江一", "洋五"))),
        document("组", "2020-04-01", "group"),
        fact(f.Group, "组", group=name),
        fact(f.Member, "组", group=name, person=head, role="总指挥"),
    ]


def test_a_rule_for_both_away_counts_only_for_the_shares_that_it_passes() -> None:
    name, facts = seats("河二")
    wide = structs.replace(BACKUP, passes=("heads",))
    absences = away("河二", "湖三")
    assert ask(name, absences, wide, BOTH, facts=facts).flags == ("no_rule_for_both_away",)
    both = structs.replace(BOTH, passes=("heads",))
    assert ask(name, absences, wide, both, facts=facts).status is Status.COORDINATION_REQUIRED


def test_a_split_portfolio_splits_no_seat_in_a_group() -> None:
    name, facts = seats("江一")
    rule = make(
        k.PortfolioSplit,
        triggers=("away",),
        for_post="市长",
        shares=(k.Share(matters=("审计",), by_post="副市长"),),
    )
    cover = ask(name, away("江一"), BACKUP, rule, facts=facts)
    assert (cover.acting, cover.flags) == (None, ("rule_silent_on_group_seats",))


def test_an_absence_of_another_for_half_a_day_cuts_nothing() -> None:
    half = [Absence(person="海四", start=DAY, end=DAY, start_time=time(12))]
    (only,) = whole("教育", half, BACKUP).segments
    assert (only.start_time, only.end_time) == (None, None)
    vague = whole("交通", half, BACKUP).segments
    assert [(s.status, s.start_time, s.end_time) for s in vague] == [(Status.AMBIGUOUS, None, None)]


def test_who_assists_with_a_part_stands_beside_who_is_in_charge_of_the_whole() -> None:
    leaders: Any = {
        "河二": ("市政府副市长", {"assists": ("档案",)}),
        "湖三": ("市政府副市长", {"responsible": ("档案和保密",)}),
    }
    found = segment("档案", [], facts=division(leaders=leaders))
    assert (found.acting, [also.person for also in found.also]) == (("湖三",), ["河二"])
    assert next(reason.code for reason in found.covers[0].reasons) == "part_of_area"


def test_an_area_that_one_is_in_charge_of_is_not_looked_for_in_joined_ones() -> None:
    leaders: Any = {
        "河二": ("市政府副市长", {"responsible": ("档案",)}),
        "湖三": ("市政府副市长", {"assists": ("档案",)}),
        "海四": ("市政府副市长", {"responsible": ("档案和保密",)}),
    }
    found = segment("档案", [], facts=division(leaders=leaders))
    assert [cover.holder for cover in found.covers] == ["河二"]


def test_a_group_is_asked_about_also_after_the_division_was_repealed() -> None:
    name, facts = seats("湖三")
    gone = structs.replace(document("废", "2020-04-15", "plan"), title=f"关于废止{DIVISION}的通知")
    found = segment(name, [], facts=[*facts, gone])
    assert (found.status, found.acting) == (Status.IN_CHARGE, ("湖三",))
    task = plan(("建设市场", ("市商务局",), ()))
    assert segment("建设市场", [], facts=[*facts, *task, gone]).status is Status.UNKNOWN


def test_an_agency_that_only_a_group_names_is_nobodys() -> None:
    name, facts = seats("湖三")
    seat = fact(f.MemberOrg, "组", group=name, org="市水利局", role="成员")
    found = segment("市水利局", [], facts=[*facts, seat])
    assert [reason.code for reason in found.reasons] == ["nobody_holds"]


def test_b_who_accepts_late_is_said() -> None:
    rule = make(k.HandOver, accepted=True)
    text = ask("商务", away("河二"), BACKUP, rule).reasons[-1].text
    assert "没有B角接受的记录" in text.zh
    assert text.en.startswith("A hands over to B before leaving, and B accepts; no hand-over")
