"""Work given to agencies: task, duty or indicator, to agency, to leader, to who acts."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from registry.errors import UnknownName
from registry.graph.history import History
from registry.model import facts as f
from registry.model.answers import Relation, Segment, Status
from registry.model.records import Absence
from registry.resolve.answer import answer
from tests.graph.city import (
    CITY,
    DIVISION,
    LEADERS,
    PAIRS,
    PLAN,
    REPORT,
    division,
    document,
    duty,
    fact,
    plan,
    report,
)
from tests.resolve.test_answer_rules import BACKUP, BOTH, ask, book

RULES = book(BACKUP, BOTH)
FOREIGN = ("市商务局", "实际利用外资", "6.0", "-68.2", "-74.2")


def city(*more: f.AnyFact) -> list[f.AnyFact]:
    return [*division(pairs=PAIRS), *more]


def codes(segment: Segment) -> list[list[str]]:
    return [[r.code for r in c.reasons] for c in segment.covers]


def test_an_indicator_goes_by_its_agency_to_the_leader_hop_by_hop() -> None:
    segment = ask(city(*report(FOREIGN)), "实际利用外资", rules=RULES)
    assert (segment.status, segment.acting) == (Status.IN_CHARGE, ("河二",))
    principal, concurrent = segment.covers
    assert (principal.holder, principal.relation) == ("河二", Relation.SUPERVISES)
    assert (concurrent.holder, concurrent.relation) == ("湖三", Relation.ALSO_SUPERVISES)
    row, leader, _ = principal.reasons
    assert (row.code, row.doc, row.date) == ("answers_for", REPORT, "2020-04-10")
    assert "市商务局" in row.text.zh
    assert all(figure in row.text.en for figure in ("6.0", "-68.2", "-74.2"))
    assert (leader.code, leader.doc, leader.date) == ("holds", DIVISION, "2020-03-01")
    assert leader.clause == "河二，市商务局"


def test_empty_cells_are_left_unsaid() -> None:
    facts = city(*report(("市商务局", "实际利用外资", None, "-3.3", None)))
    row = ask(facts, "实际利用外资").covers[0].reasons[0]
    assert row.text.en.endswith(": actual -3.3")
    facts = city(*report(("市商务局", "实际利用外资", None, None, None)))
    assert ask(facts, "实际利用外资").covers[0].reasons[0].text.zh.endswith("指标")


def test_a_task_of_an_agency_in_short_form_and_the_leader_away() -> None:
    facts = city(*plan(("推广母乳喂养", ("市卫健委",), ())))
    segment = ask(facts, "推广母乳喂养", "河二", rules=RULES)
    assert (segment.status, segment.acting) == (Status.ACTING, ("湖三",))
    (cover,) = segment.covers
    assert (cover.holder, cover.relation, cover.coordinator) == (
        "河二",
        Relation.SUPERVISES,
        "洋五",
    )
    assert codes(segment) == [["leads", "short_name", "holds", "absent", "pair", "rule"]]
    assert cover.reasons[0].clause == "推广母乳喂养（市卫健委）"
    assert "市卫生健康委员会" in cover.reasons[1].text.zh
    both = ask(facts, "推广母乳喂养", "河二", "湖三", rules=RULES)
    assert both.status is Status.COORDINATION_REQUIRED


def test_several_lead_agencies_of_several_leaders_share() -> None:
    facts = city(*plan(("规范审计", ("市审计局", "市卫健委"), ())))
    segment = ask(facts, "规范审计", rules=RULES)
    assert (segment.status, segment.acting) == (Status.SHARED, ("江一", "河二"))
    assert [c.holder for c in segment.covers] == ["江一", "河二", "湖三"]  # 兼管市审计局 last
    away = ask(facts, "规范审计", "河二", rules=RULES)
    assert (away.status, away.acting) == (Status.SHARED, ("江一", "湖三"))
    assert [c.status for c in away.covers] == [
        Status.IN_CHARGE,
        Status.ACTING,
        Status.IN_CHARGE,
    ]


def test_a_weaker_tie_to_another_lead_agency_shares_all_the_same() -> None:
    leaders: dict[str, tuple[str, dict[str, tuple[str, ...]]]] = {
        "甲": ("副市长", {"supervises": ("市商务局",)}),
        "乙": ("副市长", {"liaises": ("市税务局",)}),
    }
    facts = [*division(leaders=leaders), *plan(("稳外贸", ("市税务局", "市商务局"), ()))]
    segment = ask(facts, "稳外贸")
    assert (segment.status, segment.acting) == (Status.SHARED, ("乙", "甲"))
    assert [c.flags for c in segment.covers] == [("liaison_only",), ()]


def test_one_leader_of_all_lead_agencies_stands_once_with_every_hop() -> None:
    facts = city(*plan(("办好食堂", ("市卫健委", "市税务局"), ())))
    segment = ask(facts, "办好食堂")
    assert (segment.status, segment.acting) == (Status.IN_CHARGE, ("河二",))
    (cover,) = segment.covers
    assert (cover.relation, cover.flags) == (Relation.SUPERVISES, ())
    assert codes(segment) == [["leads", "short_name", "holds", "leads", "holds", "present"]]


def test_supporting_agencies_are_named_and_bring_nobody_in() -> None:
    facts = city(*plan(("推广母乳喂养", ("市卫健委",), ("市审计局", "市体育局"))))
    segment = ask(facts, "推广母乳喂养")
    assert [c.holder for c in segment.covers] == ["河二"]
    assert segment.also == ()
    (support,) = segment.reasons
    assert (support.code, support.doc) == ("supports", PLAN)
    assert "市审计局、市体育局" in support.text.zh
    assert "江一" not in str(segment)


def test_an_agency_that_no_leader_holds_is_unassigned_quoting_both() -> None:
    segment = ask(city(*plan(("加强宣传", ("市委宣传部",), ()))), "加强宣传")
    assert (segment.status, segment.acting, segment.covers) == (Status.UNASSIGNED, (), ())
    given_to, gap = segment.reasons
    assert (given_to.code, given_to.doc) == ("leads", PLAN)
    assert (gap.code, gap.doc, gap.date) == ("no_holder", DIVISION, "2020-03-01")
    assert "市委宣传部" in gap.text.zh
    assert "市委宣传部" in gap.text.en


def test_one_of_several_lead_agencies_without_a_leader_is_said() -> None:
    segment = ask(city(*plan(("加强宣传", ("市委宣传部", "市卫健委"), ()))), "加强宣传")
    assert (segment.status, segment.acting) == (Status.IN_CHARGE, ("河二",))
    assert [r.code for r in segment.reasons] == ["leads", "no_holder"]


def test_only_an_assistant_of_the_agency_is_unassigned_and_named() -> None:
    leaders: dict[str, tuple[str, dict[str, tuple[str, ...]]]] = {
        "甲": ("副市长", {"assists_supervising": ("市商务局",)}),
    }
    facts = [*division(leaders=leaders), *report(FOREIGN)]
    segment = ask(facts, "实际利用外资")
    assert (segment.status, segment.acting) == (Status.UNASSIGNED, ())
    assert [(a.person, a.relation) for a in segment.also] == [("甲", Relation.ASSISTS_SUPERVISING)]


def test_an_agencys_name_that_fits_two_is_ambiguous_with_both() -> None:
    leaders: dict[str, tuple[str, dict[str, tuple[str, ...]]]] = {
        "甲": ("副市长", {"supervises": ("市陶瓷研究所", "省陶瓷研究所")}),
    }
    facts = [*division(leaders=leaders), *plan(("评选作品", ("陶瓷研究所",), ()))]
    segment = ask(facts, "评选作品")
    assert (segment.status, segment.acting) == (Status.AMBIGUOUS, ())
    assert segment.choices == ("市陶瓷研究所", "省陶瓷研究所")
    assert [r.code for r in segment.reasons] == ["leads", "agency_ambiguous"]


def test_a_duty_of_several_agencies_goes_to_the_leader_of_each() -> None:
    facts = city(*plan(), duty("市审计局", "加强巡查"), duty("市卫健委", "加强巡查"))
    segment = ask(facts, "加强巡查")
    assert (segment.status, segment.acting) == (Status.SHARED, ("江一", "河二"))
    assert {r[0] for r in codes(segment)} == {"has_duty"}


TASKS = plan(
    ("开展营养监测", ("市卫健委",), ()),
    ("开展营养监测和评价", ("市审计局",), ()),
    ("推广健康“三减”方式（家庭）", ("市卫健委",), ()),
    ("指导学生就餐", ("市教育局",), ()),
    ("关心学生就餐", ("市教育局",), ()),
)


@pytest.mark.parametrize(
    ("subject", "who"),
    [
        ("开展营养监测", ("河二",)),  # exactly, though another begins alike
        ("开展营养监测和", ("江一",)),  # the beginning of one alone
        ("推广", ("河二",)),
        ("健康三减", ("河二",)),  # a part of one alone
        ("推广健康“三减”方式(家庭)。", ("河二",)),
    ],
)
def test_a_text_is_found_exactly_by_its_beginning_or_by_a_part(
    subject: str, who: tuple[str, ...]
) -> None:
    segment = ask(city(*TASKS), subject)
    assert (segment.status, segment.acting) == (Status.IN_CHARGE, who)


@pytest.mark.parametrize(
    ("subject", "choices"),
    [
        ("开展", ("开展营养监测", "开展营养监测和评价")),
        ("学生就餐", ("指导学生就餐", "关心学生就餐")),
    ],
)
def test_texts_that_begin_alike_are_ambiguous(subject: str, choices: tuple[str, ...]) -> None:
    segment = ask(city(*TASKS), subject)
    assert (segment.status, segment.acting, segment.choices) == (Status.AMBIGUOUS, (), choices)


def test_one_text_in_two_notices_is_ambiguous_and_each_can_be_asked_for() -> None:
    task = ("加强宣传", ("市卫健委",), ())
    again = plan(("加强宣传", ("市审计局",), ()), doc="云府办字〔2020〕12号", date="2020-04-20")
    facts = city(*plan(task), *again)
    segment = ask(facts, "加强宣传")
    assert segment.status is Status.AMBIGUOUS
    assert [ask(facts, choice).acting for choice in segment.choices] == [("河二",), ("江一",)]
    first = segment.choices[0]
    assert ask(facts, first, on=date(2020, 4, 19)).acting == ("河二",)  # before there were two
    kinds = city(*plan(task), duty("市审计局", "加强宣传"))
    segment = ask(kinds, "加强宣传")
    assert segment.status is Status.AMBIGUOUS
    assert [ask(kinds, choice).acting for choice in segment.choices] == [("河二",), ("江一",)]


def test_an_area_and_an_agency_go_before_a_text_that_holds_their_name() -> None:
    facts = city(*plan(("商务", ("市审计局",), ()), ("市卫健委要加强教育", ("市审计局",), ())))
    assert ask(facts, "商务").covers[0].relation is Relation.RESPONSIBLE
    assert ask(facts, "教育").acting == ("湖三",)
    assert ask(facts, "交通").status is Status.AMBIGUOUS


@pytest.mark.parametrize("typed", ["营", "推广节能", "市"])
def test_what_no_text_holds_is_refused(typed: str) -> None:
    with pytest.raises(UnknownName):
        ask(city(*TASKS), typed)


def test_work_is_unknown_before_its_notice_and_before_the_division() -> None:
    facts = city(*report(FOREIGN, date="2020-02-01"), *TASKS)
    before = ask(facts, "实际利用外资", on=date(2020, 1, 31))
    assert (before.status, [r.code for r in before.reasons]) == (
        Status.UNKNOWN,
        ["before_first_notice"],
    )
    undivided = ask(facts, "实际利用外资", on=date(2020, 2, 10))
    assert undivided.status is Status.UNKNOWN
    assert [r.code for r in undivided.reasons] == ["answers_for", "before_first_notice"]
    assert "2020-03-01" in undivided.reasons[-1].text.zh
    assert ask(facts, "指导学生", on=date(2020, 3, 31)).status is Status.UNKNOWN
    alone = ask([*TASKS], "开展营养监测和")
    assert [r.code for r in alone.reasons] == ["part_of_text", "leads", "no_division"]


def test_a_later_report_moves_the_indicator_and_cuts_the_period() -> None:
    moved = report(("市审计局", "实际利用外资", "6.0", "7.1", "1.1"), doc="新报", date="2020-05-02")
    found = answer(
        History(city(*report(FOREIGN), *moved), CITY),
        None,
        "实际利用外资",
        date(2020, 5, 1),
        date(2020, 5, 3),
    )
    assert [(s.start.day, s.end.day, s.acting) for s in found.segments] == [
        (1, 1, ("河二",)),
        (2, 3, ("江一",)),
    ]


def test_a_new_division_hands_the_task_to_the_agencys_new_leader() -> None:
    new = division("新", "2021-01-01", leaders={"湖三": ("副市长", {"supervises": ("市卫健委",)})})
    facts = city(*TASKS, *new)
    assert ask(facts, "开展营养监测", on=date(2020, 12, 31)).acting == ("河二",)
    segment = ask(facts, "开展营养监测", on=date(2021, 1, 1))
    assert segment.acting == ("湖三",)
    assert codes(segment) == [["leads", "holds", "present"]]


def test_a_leader_who_left_office_holds_no_task_for_another_to_take() -> None:
    gone = [
        document("退", "2020-04-20", "appointment"),
        fact(f.Retired, "退", person="河二", clause="河二同志退休"),
    ]
    segment = ask(city(*TASKS, *gone), "推广", rules=RULES)
    assert (segment.status, segment.acting) == (Status.UNSPECIFIED, ())
    assert segment.covers[0].flags == ("left_office",)


AGENCIES = ("市商务局", "市卫健委", "市审计局", "市税务局", "市委宣传部")
DAY = date(2020, 5, 1)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.sampled_from(AGENCIES), min_size=1, max_size=5, unique=True),
    st.lists(st.sampled_from(AGENCIES), max_size=3),
    st.sets(st.sampled_from(tuple(LEADERS))),
    st.booleans(),
)
def test_a_task_is_held_just_as_its_lead_agencies_are(
    lead: list[str], support: list[str], away: set[str], ruled: bool
) -> None:
    task = plan(("某项工作", tuple(lead), tuple(support)))
    history = History(city(*task), CITY)
    absences = [Absence(person=p, start=DAY, end=DAY + timedelta(days=1)) for p in away]

    def asked(subject: str) -> Segment:
        rules = RULES if ruled else None
        (segment,) = answer(history, rules, subject, DAY, DAY, absences=absences).segments
        return segment

    work, alone = asked("某项工作"), [asked(agency) for agency in lead]
    held = {c.holder: c.acting for segment in alone for c in segment.covers}
    assert {c.holder: c.acting for c in work.covers} == held
    assert len(work.covers) == len(held)
    assert set(work.acting) == {name for segment in alone for name in segment.acting}
    for cover in work.covers:
        assert cover.reasons[0].doc == PLAN
        assert any(r.code == "holds" and r.doc == DIVISION for r in cover.reasons)
    unheld = [agency for agency, segment in zip(lead, alone, strict=True) if not segment.covers]
    assert sum(r.code == "no_holder" for r in work.reasons) == len(unheld)
