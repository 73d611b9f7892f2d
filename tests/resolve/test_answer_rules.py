"""What rule files and other notices can say, on an invented city."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from registry.errors import BadPeriod
from registry.graph.history import History
from registry.model import facts as f
from registry.model.answers import Segment, Status
from registry.model.records import Absence, Decision
from registry.resolve.answer import answer
from registry.tables.rules import (
    BackupActs,
    CoordinatorAssigns,
    Rulebook,
    Source,
    StandIn,
)
from tests.graph.city import CITY, DIVISION, LEADERS, PAIRS, division, document, fact

DAY = date(2020, 5, 1)
SOURCE = Source(document=DIVISION, date=date(2020, 3, 1), clause="第三条")
ALL = ("supervises", "responsible", "also_supervises", "also_responsible", "liaises")
COMMON: dict[str, Any] = {
    "start": date(2020, 3, 1),
    "source": SOURCE,
    "triggers": ("away",),
    "passes": ALL,
}
BACKUP = BackupActs(id="b", coordinator="秘书长", **COMMON)
BOTH = CoordinatorAssigns(id="both", coordinator="秘书长", **COMMON)


def book(*rules: Any) -> Rulebook:
    return Rulebook(government=CITY, rules=rules, file="cn.toml")


def ask(
    facts: list[f.AnyFact],
    subject: str,
    *away: str,
    rules: Rulebook | None = None,
    on: date = DAY,
    decisions: tuple[Decision, ...] = (),
) -> Segment:
    absences = [Absence(person=p, start=on, end=on) for p in away]
    found = answer(
        History(facts, CITY), rules, subject, on, on, absences=absences, decisions=decisions
    )
    (segment,) = found.segments
    return segment


@pytest.mark.parametrize(
    ("subject", "who", "kind"),
    [("商务", "河二", "ill"), ("河二", "河二", "ill"), ("市政府秘书长", "洋五", "away")],
)
def test_without_a_rule_file_no_rule_is_said_to_speak(subject: str, who: str, kind: str) -> None:
    absences = [Absence(person=who, start=DAY, end=DAY, kind=kind)]
    history = History(division(pairs=PAIRS), CITY)
    (segment,) = answer(history, None, subject, DAY, DAY, absences=absences).segments
    said = [r.text for cover in segment.covers for r in cover.reasons if r.code == "silent"]
    assert said
    assert all(text.zh.startswith("没有规则文件，AB角条款只按") for text in said)
    assert all(text.en.startswith("there is no rule file") for text in said)


def test_without_a_rule_file_b_acts_and_nobody_coordinates() -> None:
    segment = ask(division(pairs=PAIRS), "商务", "河二")
    assert (segment.status, segment.acting) == (Status.ACTING, ("湖三",))
    assert segment.covers[0].coordinator is None


def test_without_a_rule_file_both_away_is_unspecified() -> None:
    segment = ask(division(pairs=PAIRS), "商务", "河二", "湖三")
    assert segment.status is Status.UNSPECIFIED
    assert segment.covers[0].flags == ("no_rule_for_both_away",)
    assert "no rule is known" in segment.covers[0].reasons[-1].text.en


def test_the_rule_of_another_government_does_not_apply() -> None:
    other = Rulebook(government="别市人民政府", rules=(BACKUP, BOTH))
    segment = ask(division(pairs=PAIRS), "商务", "河二", "湖三", rules=other)
    assert segment.status is Status.UNSPECIFIED


def test_a_rule_lapses_with_the_division_that_it_stands_in() -> None:
    facts = division(pairs=PAIRS) + division("新", "2021-01-01", pairs=PAIRS)
    rules = book(BACKUP, BOTH)
    before = ask(facts, "商务", "河二", "湖三", rules=rules)
    assert before.status is Status.COORDINATION_REQUIRED
    after = ask(facts, "商务", "河二", "湖三", rules=rules, on=date(2021, 1, 1))
    assert after.status is Status.UNSPECIFIED


def test_one_way_backups_are_one_way() -> None:
    facts = division(backups=(("河二", "湖三"),))
    assert ask(facts, "商务", "河二").acting == ("湖三",)
    assert ask(facts, "教育", "湖三").status is Status.UNSPECIFIED


def test_a_chain_is_not_followed_past_what_is_said() -> None:
    facts = division(backups=(("河二", "湖三"), ("湖三", "海四")))
    segment = ask(facts, "商务", "河二", "湖三")
    assert (segment.status, segment.acting) == (Status.UNSPECIFIED, ())


def test_two_backups_present_and_no_order_said() -> None:
    facts = division(backups=(("河二", "湖三"), ("河二", "海四")))
    segment = ask(facts, "商务", "河二")
    assert segment.status is Status.UNSPECIFIED
    assert segment.covers[0].candidates == ("湖三", "海四")
    assert ask(facts, "商务", "河二", "湖三").acting == ("海四",)


def test_a_stand_in_by_post_is_cited_by_its_file() -> None:
    keys = COMMON | {"source": Source(document="工作规则", date=date(2020, 1, 1), clause="第九条")}
    rules = book(BACKUP, StandIn(id="s", for_post="市长", by_post="秘书长", **keys))
    segment = ask(division(), "市政府全面工作", "江一", rules=rules)
    assert (segment.status, segment.acting) == (Status.ACTING, ("洋五",))
    cited = segment.covers[0].reasons[-1]
    assert (cited.doc, cited.clause) == ("工作规则", "第九条")
    assert "cn.toml" in cited.text.zh
    both = ask(division(), "市政府全面工作", "江一", "洋五", rules=rules)
    assert (both.status, both.acting) == (Status.UNSPECIFIED, ())


def test_a_coordinators_post_held_by_nobody_is_said() -> None:
    few = {k: v for k, v in LEADERS.items() if k != "洋五"}
    facts = division(leaders=few, pairs=PAIRS)
    rules = book(BACKUP, BOTH)
    (acting,) = ask(facts, "商务", "河二", rules=rules).covers
    assert (acting.acting, acting.coordinator) == ("湖三", None)
    assert acting.flags == ("coordinator_unknown",)
    (both,) = ask(facts, "农业", "海四", rules=rules).covers
    assert both.status is Status.UNSPECIFIED


def test_two_principals_share() -> None:
    leaders: dict[str, tuple[str, dict[str, tuple[str, ...]]]] = {
        "甲": ("副市长", {"supervises": ("市商务局",)}),
        "乙": ("副市长", {"supervises": ("市商务局",)}),
        "丙": ("副市长", {}),
    }
    facts = division(leaders=leaders, pairs=(("甲", "丙"),))
    segment = ask(facts, "市商务局")
    assert (segment.status, segment.acting) == (Status.SHARED, ("甲", "乙"))
    segment = ask(facts, "市商务局", "甲")
    assert (segment.status, segment.acting) == (Status.SHARED, ("丙", "乙"))
    assert [c.status for c in segment.covers] == [Status.ACTING, Status.IN_CHARGE]


def test_an_assistant_of_a_joined_area_does_not_assist_with_its_part() -> None:
    leaders: Any = {
        "河二": ("市政府副市长", {"assists": ("档案",)}),
        "湖三": ("市政府副市长", {"assists": ("档案和保密",)}),
    }
    segment = ask(division(leaders=leaders), "档案")
    assert (segment.status, [also.person for also in segment.also]) == (
        Status.UNASSIGNED,
        ["河二"],
    )


def test_of_two_ties_of_one_person_the_stronger_counts() -> None:
    leaders: Any = {
        "河二": ("市政府副市长", {"assists": ("水利",), "responsible": ("水利",)}),
        "湖三": ("市政府副市长", {"also_responsible": ("水利",), "assists": ("水利",)}),
    }
    segment = ask(division(leaders=leaders), "水利")
    assert [(c.holder, c.relation.value) for c in segment.covers] == [
        ("河二", "responsible"),
        ("湖三", "also_responsible"),
    ]
    assert (segment.acting, segment.also) == (("河二",), ())


def test_one_who_left_office_is_neither_in_charge_nor_stood_in_for() -> None:
    facts = [
        *division(pairs=PAIRS),
        document("退", "2020-04-01", "appointment"),
        fact(f.Retired, "退", person="河二", clause="河二同志退休"),
    ]
    segment = ask(facts, "商务")
    assert (segment.status, segment.acting) == (Status.UNSPECIFIED, ())
    assert segment.covers[0].flags == ("left_office",)
    assert segment.covers[0].reasons[-1].clause == "河二同志退休"
    assert ask(facts, "教育", "湖三").acting == ()  # nor does he act as a B


def test_a_group_whose_head_is_a_role_names_nobody() -> None:
    facts = [
        *division(),
        document("组", "2020-04-01", "group"),
        fact(f.Group, "组", group="云岭市节水领导小组"),
        fact(f.MemberRole, "组", group="云岭市节水领导小组", role="组长", description="分管领导"),
        fact(f.Member, "组", group="云岭市节水领导小组", person="某人", role="常务副组长"),
    ]
    segment = ask(facts, "节水领导小组")
    assert (segment.status, segment.acting, segment.covers) == (Status.UNSPECIFIED, (), ())
    assert "分管领导" in segment.reasons[-1].text.zh


def test_a_subject_dropped_by_the_next_division_is_unassigned() -> None:
    facts = division() + division("新", "2021-01-01", leaders={"江一": LEADERS["江一"]})
    assert ask(facts, "商务", on=date(2021, 1, 1)).status is Status.UNASSIGNED
    added = division(leaders={"江一": LEADERS["江一"]}) + division("新", "2021-01-01")
    assert ask(added, "商务").status is Status.UNASSIGNED


def test_an_undated_division_is_unknown_and_says_why() -> None:
    segment = ask(division(date=None), "商务")
    assert segment.status is Status.UNKNOWN
    assert segment.reasons[0].code == "undated"


def test_a_reversed_period_is_refused() -> None:
    with pytest.raises(BadPeriod, match="swap"):
        answer(History(division(), CITY), None, "商务", DAY, date(2020, 4, 1))
