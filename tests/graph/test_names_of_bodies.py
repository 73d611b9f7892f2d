"""Names taken apart: titles, agencies, places, and the bodies whose notices they stand in."""

from __future__ import annotations

import pytest
from msgspec import structs

from registry.graph.agencies import fits, match_agency, readings
from registry.graph.agency_index import AgencyIndex
from registry.graph.governments import bodies_of, governments_of, without_place
from registry.graph.mentions import agencies_named
from registry.graph.spellings import spellings
from registry.graph.titles import Office, offices
from registry.model import facts as f
from registry.model.names import AgencyForm
from tests.graph.city import document, fact

HERE = "甲市人民政府"
CITY = "景德镇市人民政府"


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("市政府副市长", [("", "副市长")]),
        (
            "乙县副县长、公安局局长、党组成员",
            [("乙县", "副县长"), ("乙县公安局", "局长"), ("乙县公安局", "党组成员")],
        ),
        (
            "乙县副县长、市政府副市长、市公安局局长",
            [("乙县", "副县长"), ("", "副市长"), ("市公安局", "局长")],
        ),
        (
            "乙县副县长、市政府副市长、公安局局长",
            [("乙县", "副县长"), ("", "副市长"), ("公安局", "局长")],
        ),
    ],
)
def test_each_office_of_a_title_is_in_its_own_body(
    title: str, found: list[tuple[str, str]]
) -> None:
    assert list(offices(title, HERE)) == found


@pytest.mark.parametrize(
    ("title", "government", "found"),
    [
        ("市政府副市长、博士", HERE, [("", "副市长")]),
        ("市教委党组书记、主任", HERE, [("市教委", "党组书记"), ("市教委", "主任")]),
        ("市财政局局长、公安局副局长", HERE, [("市财政局", "局长"), ("公安局", "副局长")]),
        ("某集团董事长", "某集团", [("", "董事长")]),
    ],
)
def test_an_office_is_in_the_body_before_it_and_in_none_that_is_not_written(
    title: str, government: str, found: list[tuple[str, str]]
) -> None:
    assert list(offices(title, government)) == found


def test_a_deputy_is_told_from_the_head() -> None:
    deputy, head = Office("市财政局", "副局长"), Office("市财政局", "局长")
    assert (deputy.is_deputy, deputy.is_principal) == (True, False)
    assert (head.is_deputy, head.is_principal) == (False, True)
    assert deputy.ladder == head.ladder == "局长"


def test_two_characters_within_a_name_are_enough_and_the_place_alone_is_no_name() -> None:
    assert fits("市广旅局", "市文化广电新闻出版旅游局", CITY)
    assert not fits("市育局", "市教育局", CITY)
    assert "景德镇" not in {reading.core for reading in readings("景德镇学院", CITY)}
    assert "商务" in {reading.core for reading in readings("景德镇商务局", CITY)}
    assert match_agency("景德镇商务局", ["市商务局"], None, CITY).names == ("市商务局",)


def test_a_place_by_itself_stays_what_it_is() -> None:
    assert without_place("景德镇市", CITY) == "景德镇市"
    assert without_place("市", CITY) == "市"


def test_only_a_division_of_its_own_secretaries_work_is_the_offices_notice() -> None:
    office = f"{HERE}办公室"
    notice = structs.replace(
        document("文", "2020-01-01", "division", office), title="关于秘书长副秘书长工作分工的通知"
    )
    assert bodies_of(notice) == (office,)
    assert bodies_of(structs.replace(notice, kind="duty")) == (HERE,)
    assert bodies_of(structs.replace(notice, title="关于市政府领导工作分工的通知")) == (HERE,)
    assert bodies_of(structs.replace(notice, issuer=None)) == ()


def test_a_short_form_of_a_name_with_its_level_in_it_is_near_the_long_one() -> None:
    index = AgencyIndex(["市市监局", "市财政局"], {}, HERE)
    assert index.near("市场监督管理局") == ("市市监局",)


def forms_of(*facts: f.AnyFact) -> dict[str, AgencyForm]:
    known, _ = spellings(agencies_named(facts, HERE), {}, HERE)
    return {form.form: form for agency in known for form in agency.forms}


def test_a_name_in_brackets_is_the_other_name_though_nothing_in_it_is_alike() -> None:
    one = fact(f.Supervises, "文", person="江一", org="市商务局", alias="市招商中心")
    two = fact(f.Supervises, "文", person="河二", org="市招商服务中心")
    found = forms_of(one, two)
    assert found["市招商中心"].by == "bracket"
    assert "市商务局" in found["市招商中心"].because.zh


def test_a_place_whose_head_is_named_is_no_agency() -> None:
    head = fact(f.Appointed, "文", person="江一", post="乙区区长")
    chief = fact(f.Appointed, "文", person="河二", post="市商务局局长")
    assert [mention.name for mention in agencies_named([head, chief], HERE)] == ["市商务局"]


def test_the_class_of_ending_that_is_told_is_the_one_that_both_have() -> None:
    full, short = "市高新技术产业管理委员会", "市高新管委会"
    found = forms_of(
        fact(f.Supervises, "文", person="江一", org=full),
        fact(f.Supervises, "文", person="河二", org=short),
    )
    assert "后缀同类（管委）" in found[short].because.zh
    assert found[short].by == "rule"


def test_a_name_with_and_without_its_place_is_one() -> None:
    found = forms_of(
        fact(f.Supervises, "文", person="江一", org="甲市商务局"),
        fact(f.Supervises, "文", person="河二", org="市商务局"),
    )
    assert (found["市商务局"].by, found["市商务局"].because.zh) == (
        "rule",
        "与“甲市商务局”只差地名或层级",
    )


def test_an_alias_of_a_name_that_no_notice_has_is_read_by_the_rule() -> None:
    aliases = {"计生委": "市卫生健康委员会"}
    assert match_agency("计生委", ["市卫健委", "市教委"], aliases, HERE).names == ("市卫健委",)


def test_the_place_before_a_name_is_its_level_or_nothing_and_never_half_of_it() -> None:
    def read(name: str, government: str) -> set[tuple[str | None, str]]:
        return {(reading.level, reading.core) for reading in readings(name, government)}

    assert ("市", "商务") in read("景德镇市商务局", CITY)
    assert read("云岭商务局", "云岭市人民政府") == {(None, "云岭商务"), (None, "商务")}
    assert ("市", "教育") in read("市教育局", "市中区人民政府")
    assert read("甲骨局", HERE) == {(None, "甲骨")}, "one character is no place"
    assert read("教育局", HERE) == {(None, "教育")}
    assert read("某某集商局", "某某集团") == {(None, "某某集商")}
    assert read("市局", HERE) == set()


def test_what_one_name_leaves_out_the_other_may_say() -> None:
    assert fits("卫健委", "卫生健康委员会", HERE)
    assert fits("市卫健委", "卫生健康委员会", HERE), "one says its level and the other does not"
    assert fits("市市监局", "市场监督管理局", HERE), "this 市 is no level"
    assert fits("市委办", "市委办公室", HERE)
    assert fits("甲瓷业有限公司", "甲瓷业集团有限公司", HERE), "both are written to their ends"


def test_an_alias_leads_to_other_aliases_of_the_same_agency() -> None:
    aliases = {"计生局": "市卫生健康委员会", "防疫办": "市卫生健康委员会"}
    assert AgencyIndex(["防疫办"], aliases, HERE).near("计生局") == ("防疫办",)


def test_the_agencies_that_titles_name_are_those_that_are_written_there() -> None:
    def named(title: str, government: str = HERE) -> list[str]:
        post = fact(f.Post, "文", person="江一", title=title)
        return [mention.name for mention in agencies_named([post], government)]

    assert named("市财政局局长") == ["市财政局"]
    assert named("乙县副县长、公安局局长") == [], "乙县公安局 is not written, and 乙县 is a place"
    assert named("乙县公安局局长") == ["乙县公安局"]
    assert named("某某乐坊主任") == [], "nothing says what kind of body it is"


def test_an_office_with_no_body_before_it_is_its_own_body() -> None:
    assert governments_of("办公室") == ("办公室",)


def test_a_name_that_may_be_two_agencies_is_no_full_name_of_a_third() -> None:
    facts = [
        fact(f.Supervises, str(place), person="江一", org=org)
        for place, org in enumerate(("市水利管理局", "市水文管理局", "市水管局", "水管局"))
    ]
    known, unclear = spellings(agencies_named(facts, HERE), {}, HERE)
    assert [agency.name for agency in known] == ["市水利管理局", "市水文管理局"]
    both = ("市水利管理局", "市水文管理局")
    assert [(one.name, set(one.choices)) for one in unclear] == [
        ("市水管局", set(both)),
        ("水管局", set(both)),
    ]


def test_a_name_in_brackets_behind_one_that_may_be_two_is_a_name_of_its_own() -> None:
    facts = [
        fact(f.Supervises, str(place), person="江一", org=org)
        for place, org in enumerate(("市水利管理局", "市水文管理局"))
    ]
    facts.append(fact(f.Supervises, "三", person="江一", org="市水管局", alias="市节水中心"))
    known, unclear = spellings(agencies_named(facts, HERE), {}, HERE)
    assert [one.name for one in unclear] == ["市水管局"]
    assert "市节水中心" in [agency.name for agency in known]
