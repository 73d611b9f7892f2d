"""The 2019 notices of Jingdezhen, asked as a clerk asks them."""

from __future__ import annotations

from datetime import date

import pytest

from registry.errors import UnknownName
from registry.graph.history import History
from registry.model.answers import Relation, Segment, Status
from registry.model.records import Absence, Decision
from registry.resolve.answer import answer
from registry.wiring import shipped_facts, shipped_glossary, shipped_rules

CITY = "景德镇市人民政府"
HISTORY = History(shipped_facts(), CITY)
(RULES,) = [book for book in shipped_rules() if book.government == CITY]
GLOSSARY = shipped_glossary()
DAY = "2019-09-04"


def ask(subject: str, *away: str, on: str = DAY, decisions: tuple[Decision, ...] = ()) -> Segment:
    """Ask for one day; an absence is NAME or NAME:kind."""
    day = date.fromisoformat(on)
    absences = [
        Absence(person=name, start=day, end=day, kind=kind or "away")
        for name, _, kind in (text.partition(":") for text in away)
    ]
    found = answer(
        HISTORY,
        RULES,
        subject,
        day,
        day,
        absences=absences,
        decisions=decisions,
        glossary=GLOSSARY,
    )
    (segment,) = found.segments
    return segment


def codes(segment: Segment) -> list[str]:
    return [r.code for c in segment.covers for r in c.reasons] + [r.code for r in segment.reasons]


def test_a_present_is_in_charge_by_his_clause() -> None:
    segment = ask("商务", on="2019-09-02")
    assert (segment.status, segment.acting) == (Status.IN_CHARGE, ("张良华",))
    (cover,) = segment.covers
    assert cover.relation is Relation.RESPONSIBLE
    held = cover.reasons[0]
    assert held.clause is not None
    assert "商务" in held.clause
    assert (held.doc, held.date) == ("景府字〔2019〕33号", "2019-08-28")


def test_a_away_b_acts_and_the_secretary_general_coordinates() -> None:
    segment = ask("商务", "张良华")
    assert (segment.status, segment.acting) == (Status.ACTING, ("熊皓",))
    (cover,) = segment.covers
    assert (cover.holder, cover.acting, cover.coordinator) == ("张良华", "熊皓", "张维汉")
    rule = next(r for r in cover.reasons if r.code == "rule")
    assert rule.clause is not None
    assert "代行相关工作职责" in rule.clause
    assert rule.doc == "景府字〔2019〕33号"
    assert any(r.code == "pair" and r.clause and "互为" in r.clause for r in cover.reasons)


def test_both_away_needs_coordination_and_picks_nobody() -> None:
    segment = ask("商务", "张良华", "熊皓")
    assert (segment.status, segment.acting) == (Status.COORDINATION_REQUIRED, ())
    (cover,) = segment.covers
    assert cover.coordinator == "张维汉"
    assert cover.candidates == (
        "刘锋", "黄金龙", "沈水生", "王鸿运", "何军威", "孙鑫", "徐耀纯",
    )  # fmt: skip


def test_an_absent_leader_is_no_candidate() -> None:
    (cover,) = ask("商务", "张良华", "熊皓", "刘锋", "孙鑫:ill").covers
    assert cover.candidates == ("黄金龙", "沈水生", "王鸿运", "何军威", "徐耀纯")


def test_all_three_away_is_unspecified_and_says_so() -> None:
    segment = ask("商务", "张良华", "熊皓", "张维汉")
    assert (segment.status, segment.acting) == (Status.UNSPECIFIED, ())
    (cover,) = segment.covers
    assert "coordinator_away" in cover.flags
    assert cover.candidates == ()
    assert "nobody_can_assign" in codes(segment)


def test_the_coordinator_away_b_still_acts_flagged() -> None:
    (cover,) = ask("商务", "张良华", "张维汉").covers
    assert (cover.status, cover.acting) == (Status.ACTING, "熊皓")
    assert "coordinator_away" in cover.flags


def test_before_the_first_notice_nothing_is_known() -> None:
    segment = ask("商务", on="2019-08-20")
    assert (segment.status, segment.acting, segment.covers) == (Status.UNKNOWN, (), ())
    assert "2019-08-28" in segment.reasons[0].text.zh


@pytest.mark.parametrize(
    ("subject", "holder"), [("市政府全面工作", "刘锋"), ("市政府日常工作", "张维汉")]
)
def test_without_a_pair_it_is_unspecified_and_cites_the_silent_rule(
    subject: str, holder: str
) -> None:
    segment = ask(subject, holder)
    assert (segment.status, segment.acting) == (Status.UNSPECIFIED, ())
    (cover,) = segment.covers
    assert cover.flags == ("no_pair",)
    silent = cover.reasons[-1]
    assert (silent.code, silent.doc) == ("silent", "景府字〔2019〕33号")
    assert "jingdezhen-2019-b-acts" in silent.text.zh


@pytest.mark.parametrize("away", [("张良华:ill",), ("张良华", "熊皓:ill")])
def test_another_kind_of_absence_is_not_the_rules_trigger(away: tuple[str, ...]) -> None:
    segment = ask("商务", *away)
    assert (segment.status, segment.acting) == (Status.UNSPECIFIED, ())
    assert segment.covers[0].flags == ("trigger_not_covered",)


def _decision(assignee: str, coordinator: str = "张维汉") -> Decision:
    day = date.fromisoformat(DAY)
    return Decision(
        coordinator=coordinator,
        holder="张良华",
        assignee=assignee,
        start=day,
        end=day,
        because="电话确认",
    )


def test_a_recorded_decision_assigns() -> None:
    segment = ask("商务", "张良华", "熊皓", decisions=(_decision("孙鑫"),))
    assert (segment.status, segment.acting) == (Status.ASSIGNED, ("孙鑫",))
    assert "decision" in codes(segment)


@pytest.mark.parametrize(
    ("away", "made"),
    [
        (("张良华", "熊皓", "孙鑫"), _decision("孙鑫")),  # the one assigned is away himself
        (("张良华", "熊皓"), _decision("孙鑫", "黄金龙")),  # not the coordinator's decision
    ],
)
def test_a_decision_that_cannot_hold_assigns_nobody(away: tuple[str, ...], made: Decision) -> None:
    segment = ask("商务", *away, decisions=(made,))
    assert (segment.status, segment.acting) == (Status.COORDINATION_REQUIRED, ())


def test_a_decision_does_not_displace_b() -> None:
    assert ask("商务", "张良华", decisions=(_decision("孙鑫"),)).acting == ("熊皓",)


def test_a_concurrent_holder_keeps_his_share() -> None:
    segment = ask("市政府信访局", "黄金龙")
    assert (segment.status, segment.acting) == (Status.ACTING, ("王鸿运",))
    principal, concurrent = segment.covers
    assert (principal.holder, principal.relation) == ("黄金龙", Relation.SUPERVISES)
    assert (concurrent.holder, concurrent.relation) == ("何军威", Relation.ALSO_SUPERVISES)
    assert (concurrent.status, concurrent.acting) == (Status.IN_CHARGE, "何军威")
    assert [(a.person, a.relation) for a in segment.also] == [
        ("张维汉", Relation.ASSISTS_SUPERVISING)
    ]


def test_a_concurrent_holder_is_no_stand_in_for_the_principal() -> None:
    segment = ask("市审计局", "刘锋")
    assert (segment.status, segment.acting) == (Status.UNSPECIFIED, ())
    assert [c.acting for c in segment.covers] == [None, "黄金龙"]


def test_assistance_alone_is_unassigned_and_names_the_assistant() -> None:
    segment = ask("社会稳定")
    assert (segment.status, segment.acting, segment.covers) == (Status.UNASSIGNED, (), ())
    assert [a.person for a in segment.also] == ["何军威"]
    assert any("何军威" in r.text.zh and r.clause for r in segment.reasons)


def test_liaison_alone_is_in_charge_flagged_and_passes_to_b() -> None:
    segment = ask("团市委")
    assert (segment.status, segment.acting) == (Status.IN_CHARGE, ("沈水生",))
    assert segment.covers[0].flags == ("liaison_only",)
    segment = ask("团市委", "沈水生")
    assert (segment.status, segment.acting) == (Status.ACTING, ("孙鑫",))


@pytest.mark.parametrize(
    ("subject", "head", "backup"),
    [
        ("交易分团", "刘锋", ()),
        ("第二届进博会江西交易团景德镇分团", "刘锋", ()),
        ("公共场所安全防护", "何军威", ("徐耀纯",)),
    ],
)
def test_a_groups_head_away_is_unspecified_with_b_as_candidate(
    subject: str, head: str, backup: tuple[str, ...]
) -> None:
    assert ask(subject).acting == (head,)
    segment = ask(subject, head)
    assert (segment.status, segment.acting) == (Status.UNSPECIFIED, ())
    (cover,) = segment.covers
    assert (cover.holder, cover.relation) == (head, Relation.HEADS)
    assert cover.flags == ("rule_silent_on_group_seats",)
    assert cover.candidates == backup


def test_a_post_does_not_pass_with_the_portfolio() -> None:
    assert ask("市长").acting == ("刘锋",)
    segment = ask("市长", "刘锋")
    assert (segment.status, segment.acting) == (Status.UNSPECIFIED, ())
    assert segment.covers[0].flags == ("rule_silent_on_posts",)


@pytest.mark.parametrize(
    ("subject", "who"),
    [
        ("市卫健委", "熊皓"),
        ("市外办", "张良华"),
        ("教育局", "张良华"),
        ("市粮食局", "徐耀纯"),
        ("粮食", "徐耀纯"),
        ("城市管理", "何军威"),
        ("金融", "黄金龙"),
        ("商务工作", "张良华"),
        ("commerce", "张良华"),
        ("Commerce", "张良华"),
        ("审计", "刘锋"),
        ("税务", "黄金龙"),
        ("张 良华", "张良华"),
        ("景德镇市陶瓷研究所所长", "吴浪"),
        ("秘书长", "张维汉"),
    ],
)
def test_a_subject_is_found_as_clerks_say_it(subject: str, who: str) -> None:
    segment = ask(subject)
    assert (segment.status, segment.acting) == (Status.IN_CHARGE, (who,))


@pytest.mark.parametrize(
    ("subject", "choices"),
    [
        ("交通", {"交通运输", "交通安全"}),
        ("陶瓷研究所", {"市陶瓷研究所", "省陶瓷研究所"}),
        ("旅游", {"文化旅游"}),
    ],
)
def test_what_fits_in_part_is_not_picked(subject: str, choices: set[str]) -> None:
    segment = ask(subject)
    assert (segment.status, segment.acting) == (Status.AMBIGUOUS, ())
    assert set(segment.choices) == choices


def test_related_areas_are_mentioned_and_not_merged() -> None:
    segment = ask("扶贫")
    assert segment.acting == ("徐耀纯",)
    (related,) = [r for r in segment.covers[0].reasons if r.code == "related"]
    assert "产业扶贫" in related.text.zh


@pytest.mark.parametrize(
    "subject", ["市委宣传部", "冯国平", "余士良", "汪建义", "智慧城市建设领导小组"]
)
def test_named_somewhere_but_in_charge_of_nothing(subject: str) -> None:
    segment = ask(subject)
    assert (segment.status, segment.acting) == (Status.UNASSIGNED, ())
    assert segment.reasons


def test_one_with_a_post_and_no_share_is_told_by_his_post() -> None:
    segment = ask("吴浪")
    assert (segment.status, segment.acting) == (Status.UNASSIGNED, ())
    assert [r.code for r in segment.reasons] == ["holds", "no_share"]
    assert "景德镇市陶瓷研究所所长" in segment.reasons[0].text.zh


def test_a_person_covers_all_he_holds() -> None:
    (cover,) = ask("张良华", "张良华").covers
    assert (cover.relation, cover.acting) == (Relation.PORTFOLIO, "熊皓")


def hops(segment: Segment) -> list[tuple[str, str | None, str | None]]:
    return [(r.code, r.doc, r.date) for c in segment.covers for r in c.reasons if r.clause]


def test_an_indicator_goes_to_its_agency_and_to_its_leader() -> None:
    segment = ask("实际利用外资")
    assert (segment.status, segment.acting) == (Status.IN_CHARGE, ("张良华",))
    assert segment.covers[0].relation is Relation.SUPERVISES
    assert hops(segment) == [
        ("answers_for", "景府办字〔2019〕50号", "2019-07-29"),
        ("holds", "景府字〔2019〕33号", "2019-08-28"),
    ]
    assert ask("实际利用外资", "张良华").acting == ("熊皓",)
    assert ask("实际利用外资", on="2019-08-27").status is Status.UNKNOWN


def test_a_task_goes_to_its_lead_agency_and_to_its_leader() -> None:
    segment = ask("实施妇幼人群营养干预计划", on="2019-09-09")
    assert (segment.status, segment.acting) == (Status.IN_CHARGE, ("熊皓",))
    assert hops(segment) == [
        ("leads", "景府办字〔2019〕61号", "2019-09-09"),
        ("holds", "景府字〔2019〕33号", "2019-08-28"),
    ]
    assert "short_name" in codes(segment)
    assert ask("实施妇幼人群营养干预计划").status is Status.UNKNOWN  # the plan comes later


def test_work_of_several_agencies_is_shared_by_their_leaders() -> None:
    segment = ask("将营养干预纳入健康扶贫工作", on="2019-09-20")
    assert (segment.status, segment.acting) == (Status.SHARED, ("徐耀纯", "熊皓"))
    segment = ask("推广健康生活方式", on="2019-09-20")
    assert (segment.status, segment.acting) == (Status.IN_CHARGE, ("熊皓",))  # leader of both
    assert "市文旅局" in segment.reasons[-1].text.zh
    assert "黄金龙" not in str(segment)


def test_a_duty_of_an_agency_outside_the_government_is_nobodys() -> None:
    segment = ask("充分宣传推广", on="2019-09-20")
    assert (segment.status, segment.acting) == (Status.UNASSIGNED, ())
    assert [r.code for r in segment.reasons] == ["has_duty", "no_holder"]


def test_a_group_headed_by_a_role_in_the_body_has_the_name_of_its_annex() -> None:
    segment = ask("近视防控", on="2019-09-20")
    assert (segment.status, segment.acting) == (Status.IN_CHARGE, ("张良华",))


@pytest.mark.parametrize(
    ("typed", "near"), [("商无", "商务"), ("张良化", "张良华"), ("市长长", "市政府市长")]
)
def test_a_mistyped_subject_is_refused_with_near_names(typed: str, near: str) -> None:
    with pytest.raises(UnknownName) as caught:
        ask(typed)
    assert near in caught.value.near
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "name", ["市", "市政府", "景德镇", "景德镇市", "景德镇市人民政府", "", "局"]
)
def test_the_government_itself_is_no_subject(name: str) -> None:
    with pytest.raises(UnknownName):
        ask(name)


def test_group_notices_are_unknown_before_their_day() -> None:
    assert ask("公共场所安全防护", on="2019-09-02").status is Status.UNKNOWN
    assert ask("公共场所安全防护", on="2019-09-03").acting == ("何军威",)
