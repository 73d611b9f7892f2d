"""Which rule, which record and whose absence an answer rests on, where several could be meant."""

from __future__ import annotations

from datetime import date, timedelta

from msgspec import structs

from registry.graph.history import History
from registry.model import facts as f
from registry.model.answers import Status
from registry.model.records import Approval
from registry.resolve.answer import answer
from registry.resolve.rulebook import InForce, rule_days
from registry.tables import rule_kinds as k
from registry.tables.rules import Rulebook
from tests.graph.city import CITY, PAIRS, division, document, fact
from tests.resolve.test_kinds import (
    BACKUP,
    BOTH,
    DAY,
    LAW,
    ask,
    away,
    decision,
    make,
    says,
    segment,
    whole,
)


def test_a_rule_that_passes_seats_alone_passes_no_portfolio() -> None:
    seats = structs.replace(BACKUP, passes=("heads",))
    assert ask("河二", away("河二"), seats).flags == ("rule_silent_on_portfolio",)


def test_a_rule_is_cited_by_its_own_file_where_there_is_law_beside_it() -> None:
    assert says(ask("商务", away("河二"), BACKUP, laws=(LAW,)), "cn.toml")


def test_of_several_backups_the_one_who_left_office_is_named_as_outside_the_rule() -> None:
    facts = [
        *division(pairs=(("河二", "湖三"), ("河二", "海四"))),
        document("免", "2020-04-01", "appointment"),
        fact(f.Removed, "免", person="海四", post="市政府副市长"),
    ]
    cover = ask("商务", away("河二", "湖三"), BACKUP, BOTH, facts=facts)
    assert cover.flags == ("trigger_not_covered",)
    assert says(cover, "海四不属此类")


def test_what_is_recorded_between_two_questions_counts() -> None:
    book = Rulebook(
        government=CITY,
        rules=(BACKUP, BOTH, make(k.BothAway, stance="in_principle")),
        file="cn.toml",
    )
    history, absent = History(division(pairs=PAIRS), CITY), away("河二", "湖三")
    approved = Approval(by="江一", person="河二", start=DAY, end=DAY, because="急事")
    flags = [
        answer(history, book, "商务", DAY, DAY, absences=absent, approvals=approvals)
        .segments[0]
        .covers[0]
        .flags
        for approvals in ((), (approved,), ())
    ]
    assert flags == [("both_away_unapproved",), (), ("both_away_unapproved",)]


def test_a_probation_of_one_whom_another_shared_the_post_with_is_told_until_it_is_over() -> None:
    post = "市水利局局长"
    history = History(
        [
            *division(),
            document("任", "2020-04-01", "appointment"),
            fact(f.Appointed, "任", person="溪七", post=post, terms="试用期一年"),
            fact(f.Appointed, "任", person="泉八", post=post),
            document("免", "2020-04-20", "appointment"),
            fact(f.Removed, "免", person="泉八", post=post),
        ],
        CITY,
    )
    told = [
        [r.code for r in answer(history, None, post, day, day).segments[0].covers[0].reasons]
        for day in (DAY, date(2021, 4, 2))
    ]
    assert ["probation" in codes for codes in told] == [True, False]


def test_a_decision_of_a_coordinator_who_is_there_ends_the_steps() -> None:
    made = decision("洋五")
    cover = ask("商务", away("河二", "湖三"), BACKUP, BOTH, decisions=made)
    assert (cover.reasons[-1].code, cover.flags) == ("decision", ())


def test_a_rule_may_hold_until_the_last_day_there_is() -> None:
    rule = structs.replace(BACKUP, until=date.max)
    assert ask("商务", away("河二"), rule).acting == "湖三"


def test_an_absence_that_begins_within_the_period_and_outlasts_it_cuts_it() -> None:
    absent = [structs.replace(one, start=DAY + timedelta(days=1)) for one in away("河二", days=9)]
    found = whole("商务", absent, BACKUP, until=DAY + timedelta(days=2)).segments
    assert [s.acting for s in found] == [("河二",), ("湖三",)]


def test_a_decision_for_one_holder_names_nobody_for_another() -> None:
    other = decision("洋五", holder="湖三")
    cover = ask("商务", away("河二", "湖三"), BACKUP, BOTH, decisions=other)
    assert cover.status is Status.COORDINATION_REQUIRED


def test_without_an_approval_it_is_said_whose_is_needed() -> None:
    for by, words in ((("市长",), "同时不在岗，须经市长批准，"), ((), "同时不在岗，没有批准")):
        rule = make(k.BothAway, stance="in_principle", approved_by=by)
        assert says(ask("商务", away("河二", "湖三"), BACKUP, BOTH, rule), words)


def test_without_a_pair_and_a_rule_nothing_says_who_acts() -> None:
    cover = ask("商务", away("河二"), facts=division())
    assert (cover.flags, cover.reasons[-1].code) == (("no_pair",), "silent")


def test_the_days_of_rules_come_in_their_order() -> None:
    days = [date(2020, month, 1) for month in (9, 2, 12, 5, 1, 11, 3)]
    rules = tuple(structs.replace(BACKUP, start=day) for day in days)
    assert list(rule_days(Rulebook(government=CITY, rules=rules, file="cn.toml"))) == sorted(days)


def test_it_is_said_why_another_coordinates_where_both_are_away() -> None:
    other = make(k.CoordinatorBackup, coordinator="秘书长", by_post="市长", when="always")
    cover = ask("商务", away("河二", "湖三", "洋五"), BACKUP, BOTH, other)
    assert cover.coordinator == "江一"
    assert says(cover, "秘书长洋五不在岗，由市长江一协调")


def test_rules_of_standing_in_are_told_from_others() -> None:
    rule = make(
        k.StandIn, triggers=("away",), passes=BACKUP.passes, for_post="市长", by_post="秘书长"
    )
    assert InForce((BACKUP, rule), "cn.toml").stand_ins == (rule,)


def test_of_one_who_left_office_no_absence_counts_though_one_is_recorded() -> None:
    facts = [
        *division(pairs=PAIRS),
        document("免", "2020-04-01", "appointment"),
        fact(f.Removed, "免", person="湖三", post="市政府副市长"),
    ]
    cover = ask("商务", away("河二", "湖三"), BACKUP, BOTH, facts=facts)
    assert (cover.flags, cover.coordinator) == (("trigger_not_covered",), None)
    assert says(cover, "湖三不属此类")


def test_one_who_holds_nothing_any_more_has_no_share_though_no_division_is_known() -> None:
    facts = [
        document("任", "2020-03-01", "appointment"),
        fact(f.Appointed, "任", person="溪七", post="市水利局局长"),
        document("免", "2020-04-01", "appointment"),
        fact(f.Removed, "免", person="溪七", post="市水利局局长"),
    ]
    said = segment("溪七", [], facts=facts)
    assert (said.status, [r.code for r in said.reasons]) == (Status.UNASSIGNED, ["no_share"])


def test_after_the_limit_the_one_who_decides_is_told_and_why() -> None:
    limit = make(k.ActingLimit, max_days=3, then_by="市长")
    cover = ask("商务", away("河二", days=9), BACKUP, limit, on=DAY + timedelta(days=3))
    assert (cover.status, cover.coordinator) == (Status.COORDINATION_REQUIRED, "江一")
    assert cover.flags == ("over_maximum",)
