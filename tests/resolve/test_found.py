"""What the words of a question turn out to name, and what they do not."""

from __future__ import annotations

from datetime import date, time
from typing import Any

import pytest
from msgspec import structs

from registry.errors import BadPeriod, UnknownName
from registry.graph.history import History
from registry.model import facts as f
from registry.model.answers import Segment, Status
from registry.model.records import Absence, Decision
from registry.resolve.answer import answer
from registry.resolve.found import Choices, Found, Glossary
from registry.resolve.matters import concerned, narrowed
from registry.resolve.names import check_person, names_ever, people_ever, unknown
from registry.resolve.places import is_place, place_within
from registry.resolve.subject import find
from tests.graph.city import CITY, DIVISION, PAIRS, division, document, fact, plan

DAY = date(2020, 5, 4)
COUNTY = "云岭市云水县人民政府"


def found(words: str, *more: f.AnyFact, on: date = DAY) -> Found | Choices | None:
    return find(History([*division(pairs=PAIRS), *more], CITY).at(on), words, Glossary())


def one(words: str, *more: f.AnyFact) -> Found:
    made = found(words, *more)
    assert isinstance(made, Found)
    return made


def given(kind: type[f.Fact], doc: str = "任", day: str = "2020-04-01", **keys: Any) -> list[Any]:
    return [document(doc, day, "appointment"), fact(kind, doc, **keys)]


def group(name: str, doc: str) -> list[f.AnyFact]:
    return [
        document(doc, "2020-04-01", "group"),
        fact(f.Group, doc, group=name),
        fact(f.Member, doc, group=name, person="海四", role="组长"),
    ]


def segment(words: str, *more: f.AnyFact, on: date = DAY, **asked: Any) -> Segment:
    history = History([*division(pairs=PAIRS), *more], CITY)
    (said,) = answer(history, None, words, on, on, **asked).segments
    return said


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("商务", "area"),
        ("城市管理", "area"),
        ("市商务局", "agency"),
        ("商务局", "agency"),
        ("审计", "agency"),
        ("河二", "person"),
        ("秘书长", "post"),
    ],
)
def test_the_kind_of_thing_is_told(words: str, kind: str) -> None:
    assert one(words).kind == kind


def test_an_agency_that_no_leader_has_is_an_agency() -> None:
    task = fact(f.Task, "案", lead=("市气象局",), support=(), mode="sole", text="监测")
    assert one("市气象局", document("案", "2020-04-01", "plan"), task).kind == "agency"


def test_an_agency_is_found_by_what_either_of_its_names_is_about() -> None:
    other = fact(f.Supervises, DIVISION, person="海四", org="市投资促进中心", alias="市招商局")
    assert [e.target.name for e in one("招商", other).edges] == ["市投资促进中心"]


def test_an_area_of_that_name_with_assistants_alone_is_not_told_as_a_part_of_itself() -> None:
    (note,) = one("保密").read_as
    assert note.text.zh == "“保密”是“保密和城市管理”中的一项"


def test_words_that_two_agencies_are_about_leave_the_choice_open() -> None:
    two = [
        fact(f.Supervises, DIVISION, person="海四", org=org) for org in ("市招商局", "市招商中心")
    ]
    assert found("招商", *two) == Choices(("市招商局", "市招商中心"))


def test_a_part_of_an_agencys_name_is_no_part_of_an_area_and_an_area_no_agency() -> None:
    joined = fact(f.Supervises, DIVISION, person="海四", org="市发展和改革局")
    assert one("改革局", joined).kind == "agency"
    area = fact(f.Responsible, DIVISION, person="海四", area="招商中心")
    assert found("招商", area) == Choices(("招商中心",))


def test_of_two_who_hold_one_post_neither_is_picked_and_one_holds_it_once() -> None:
    post = "市水利局副局长"
    two = [fact(f.Appointed, "任", person=p, post=post) for p in ("溪七", "泉八")]
    notice = document("任", "2020-04-01", "appointment")
    assert found(post, notice, *two) == Choices(("溪七", "泉八"))
    again = given(f.Appointed, "再", "2020-04-02", person="洋五", post="云岭市人民政府秘书长")
    assert len(one("秘书长", *again).edges) == 1


def test_one_who_acts_in_a_post_is_flagged_where_it_is_asked_by_his_title() -> None:
    acting = given(f.Appointed, person="溪七", post="市水利局代局长")
    assert one("市水利局代局长", *acting).flags == ("acting_by_statute",)


def test_a_text_that_begins_with_the_words_comes_before_one_that_holds_them() -> None:
    texts = plan(("市场建设", ("市商务局",), ()), ("加快市场建设", ("市商务局",), ()))
    begun = one("市场建", *texts)
    assert begun.work is not None
    assert begun.work.text == "市场建设"


def test_who_only_liaises_with_the_agency_of_a_task_stands_beside_with_his_clause() -> None:
    liaises = fact(f.Liaises, DIVISION, person="海四", org="市商务局")
    (task,) = [t for t in plan(("市场建设", ("市商务局",), ())) if isinstance(t, f.Task)]
    said = segment("市场建设", liaises, *plan(("市场建设", ("市商务局",), ())))
    assert liaises.clause in [reason.clause for reason in said.reasons]
    (first, *_) = said.covers[0].reasons
    assert (first.text.zh, first.clause) == ("市商务局负责“市场建设”", task.clause)


def test_who_holds_one_agency_of_a_task_does_not_stand_beside_by_another() -> None:
    more = [
        fact(f.Supervises, DIVISION, person="海四", org="市粮食局"),
        fact(f.Liaises, DIVISION, person="海四", org="市商务局"),
    ]
    said = segment("市场建设", *more, *plan(("市场建设", ("市商务局", "市粮食局"), ())))
    assert "海四" in [cover.holder for cover in said.covers]
    assert "海四" not in [beside.person for beside in said.also]


def test_a_person_is_found_with_all_that_he_holds() -> None:
    assert {e.target.name for e in one("湖三").edges} == {
        "教育",
        "交通安全",
        "市审计局",
        "市商务局",
    }


def test_words_that_no_notice_holds_are_no_subject() -> None:
    with pytest.raises(UnknownName, match="names the subject '某某某'"):
        segment("某某某")


def test_words_within_the_name_of_an_agency_alone_give_it_as_a_choice() -> None:
    assert found("生建") is None
    assert found("生健康委员") == Choices(("市卫生健康委员会",))


def test_a_group_of_exactly_that_name_comes_before_one_that_holds_it() -> None:
    more = [*group("市防汛指挥部", "甲"), *group("市防汛指挥部办公室领导小组", "乙")]
    exact = one("市防汛指挥部", *more)
    assert exact.group is not None
    assert exact.group.name == "市防汛指挥部"
    assert found("防汛", *more) == Choices(("市防汛指挥部", "市防汛指挥部办公室领导小组"))
    assert one("防汛", *more[:3]).kind == "group"
    assert found("汛", *more[:3]) is None


def test_two_who_have_temporary_charge_of_one_post_are_choices() -> None:
    charge = {"post": "市水利局副局长", "terms": "主持工作"}
    first = given(f.Appointed, "一", person="溪七", **charge)
    second = given(f.Appointed, "二", person="泉八", **charge)
    standing_in = one("市水利局局长", *first)
    assert standing_in.flags == ("temporary_charge",)
    assert standing_in.read_as[0].text.zh == "“市水利局局长”没有人担任；溪七主持工作"
    assert found("市水利局局长", *first, *second) == Choices(("溪七", "泉八"))


def test_a_post_that_is_filled_later_is_not_known_before_although_there_is_a_division() -> None:
    later = given(f.Appointed, "任", "2020-08-01", person="溪七", post="市水利局局长")
    said = segment("市水利局局长", *later)
    assert (said.status, [r.code for r in said.reasons]) == (
        Status.UNKNOWN,
        ["before_first_notice"],
    )


def test_areas_that_sound_like_a_post_are_no_relatives_of_it() -> None:
    area = fact(f.Responsible, DIVISION, person="海四", area="市长热线")
    assert "related" not in [r.code for r in segment("市长", area).covers[0].reasons]
    near = [r.text.en for r in segment("交通运输").covers[0].reasons if r.code == "related"]
    assert near == []
    other = fact(f.Responsible, DIVISION, person="海四", area="教育督导")
    codes = [r.code for r in segment("教育", other).covers[0].reasons]
    assert codes[0] == "related"


def test_a_post_that_two_held_and_both_left_is_vacant() -> None:
    post = "市水利局副局长"
    more = given(f.Appointed, "任", person="溪七", post=post)
    more += [fact(f.Appointed, "任", person="泉八", post=post)]
    more += given(f.Removed, "免", "2020-04-20", person="溪七", post=post)
    more += [fact(f.Removed, "免", person="泉八", post=post)]
    said = segment(post, *more)
    assert (said.status, [r.code for r in said.reasons]) == (Status.UNASSIGNED, ["vacant"])


def test_a_period_without_length_is_none() -> None:
    with pytest.raises(BadPeriod):
        segment("商务", start_time=time(9), end_time=time(9))


def test_the_whole_of_a_joined_area_is_concerned_and_so_is_its_part() -> None:
    assert concerned(("公安和司法", "司法"), ("公安和司法",), CITY) == ("公安和司法", "司法")


def test_names_are_those_that_the_governments_own_notices_give() -> None:
    facts = [
        *division(),
        structs.replace(document("组", "2020-04-01", "group"), title="成立小组的通知"),
        fact(f.Group, "组", group="市防汛指挥部"),
        fact(f.Member, "组", group="市防汛指挥部", person="溪七", role="成员", title="泵站站长"),
        document("县", "2020-04-01", "division", COUNTY),
        fact(f.Post, "县", person="泉八", title="县长"),
    ]
    history = History(facts, CITY)
    known = names_ever(history)
    assert {"溪七", "市防汛指挥部", "市政府市长", "商务", "市商务局"} <= set(known)
    assert not {"泉八", "县长", "泵站站长", "成立小组的通知"} & set(known)
    assert "溪七" in people_ever(history)
    assert check_person(history, "溪 七") == "溪七"
    with pytest.raises(UnknownName, match="names the person '泉八'"):
        check_person(history, "泉八")


def test_the_names_most_like_are_told_three_at_most_and_none_that_is_not_like() -> None:
    known = ("市商务局", "市税务局", "市教育局", "市财政局", "农业")
    assert unknown("市商务", known, CITY, "subject").near[0] == "市商务局"
    assert len(unknown("市事务局", known, CITY, "subject").near) == 3
    assert unknown("某某某", known, CITY, "subject").near == ()
    more = ("全市教育改革和发展工作领导小组", "教有")
    assert unknown("教育", more, CITY, "subject").near == ("教有",)
    # One that holds the words is told where none is alike as a whole.
    assert unknown("税务", ("国家税务总局云岭市税务局",), CITY, "subject").near == (
        "国家税务总局云岭市税务局",
    )
    every = tuple(f"国家税务总局云岭市{place}税务局" for place in "东南西北")
    assert len(unknown("税务", every, CITY, "subject").near) == 3
    english = {"Commerce": "商务"}
    assert unknown("commerc", known, CITY, "subject", english).near == ("Commerce",)
    # What is alike as a whole comes before what only holds a part of it.
    long = "市政府党组成员、副市长、市商务局局长"
    assert unknown("市商局", (long, "市商务局"), CITY, "subject").near[0] == "市商务局"


def test_a_place_is_within_the_nearest_place_above_it_that_is_known() -> None:
    provinces = {"江西省": "江西省", "景德镇市": "江西省", "北京": "北京市"}
    assert place_within("景德镇市浮梁县人民政府", "江西省", provinces) is True
    assert place_within("北京昌平区人民政府", "北京市", provinces) is True
    assert is_place("江西", (), provinces)
    assert is_place("云水", ("云水县人民政府",), provinces)
    assert not is_place("湖南", ("云水县人民政府",), provinces)
    assert not is_place("", ("云水县人民政府",), provinces)


def test_an_area_that_sounds_like_an_agency_is_named_beside_it() -> None:
    area = fact(f.Responsible, DIVISION, person="海四", area="审计整改")
    notes = [r.text.zh for r in segment("审计", area).covers[0].reasons if r.code == "related"]
    assert notes == ["相近但不合并：审计整改"]


def test_the_time_of_day_is_told_of_a_post_too() -> None:
    said = segment("秘书长", start_time=time(9), end_time=time(16))
    assert (said.start_time, said.end_time) == (time(9), time(16))


def test_each_question_is_answered_with_its_own_hours() -> None:
    history = History(division(), CITY)
    asked: list[dict[str, Any]] = [{}, {"start_time": time(9)}, {"end_time": time(16)}, {}]
    for hours in asked:
        (said,) = answer(history, None, "教育", DAY, DAY, **hours).segments
        assert (said.start_time, said.end_time) == (hours.get("start_time"), hours.get("end_time"))


def test_all_that_is_held_is_asked_where_the_words_are_one_whole_name() -> None:
    held = ("司法", "市司法局")
    assert narrowed("司法", held) == held
    assert narrowed("司法", ("市教育局", "公安和司法")) == ("司法",)


def test_work_of_two_agencies_of_one_leader_is_concerned_by_either() -> None:
    task = fact(
        f.Task, "案", lead=("市商务局", "市卫健委"), support=(), mode="jointly", text="进口检疫"
    )
    more = [document("案", "2020-04-01", "plan"), task]
    made: dict[str, Any] = {
        "coordinator": "洋五",
        "holder": "河二",
        "assignee": "海四",
        "because": "外出",
    }
    absent = [Absence(person=p, start=DAY, end=DAY, kind="away") for p in ("河二", "湖三")]
    for subject, acting in (("市商务局", "海四"), ("市卫生健康委员会", "海四"), ("教育", None)):
        named = Decision(**made, subject=subject, start=DAY, end=DAY)
        said = segment("进口检疫", *more, absences=absent, decisions=[named])
        assert said.covers[0].acting == acting
