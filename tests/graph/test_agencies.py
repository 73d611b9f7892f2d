"""Short names of agencies: by rule, by table, ambiguous, or nothing."""

from __future__ import annotations

import pytest

from registry.graph.agencies import match_agency

CITY = "景德镇市人民政府"
AGENCIES = (
    "市卫生健康委员会",
    "市住房和城乡建设局",
    "市文化广电新闻出版旅游局",
    "市发展和改革委员会",
    "市国有资产监督管理委员会",
    "市人力资源和社会保障局",
    "市工业和信息化局",
    "市政府外事办公室",
    "市政府侨务办公室",
    "市市场监督管理局",
    "市交通运输局",
    "市教育局",
    "市体育局",
    "市水利局",
    "市水文局",
    "市陶瓷研究所",
    "省陶瓷研究所",
    "市行政服务中心管理委员会",
    "市商务局",
)


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("市卫健委", "市卫生健康委员会"),
        ("市住建局", "市住房和城乡建设局"),
        ("市文旅局", "市文化广电新闻出版旅游局"),
        ("市发改委", "市发展和改革委员会"),
        ("市国资委", "市国有资产监督管理委员会"),
        ("市人社局", "市人力资源和社会保障局"),
        ("市工信局", "市工业和信息化局"),
        ("市外办", "市政府外事办公室"),
        ("市市场监管局", "市市场监督管理局"),
        ("市场监管局", "市市场监督管理局"),
        ("市交通局", "市交通运输局"),
        ("教育局", "市教育局"),
        ("景德镇市商务局", "市商务局"),
        ("市行政服务中心管委会", "市行政服务中心管理委员会"),
        ("市陶瓷研究所", "市陶瓷研究所"),
    ],
)
def test_one_full_name_fits(short: str, full: str) -> None:
    assert match_agency(short, AGENCIES, {}, CITY).names == (full,)


@pytest.mark.parametrize(
    "name",
    [
        "省商务厅",  # another suffix, another government
        "县教育局",
        "昌江区教育局",
        "浮梁县教育局",
        "市利局",  # one character, not the first
        "市卫健局",  # another suffix
        "市健卫委",  # not in order
        "商务",  # no suffix
        "局",
    ],
)
def test_nothing_fits(name: str) -> None:
    assert match_agency(name, AGENCIES, {}, CITY).names == ()


@pytest.mark.parametrize(
    ("name", "both"),
    [
        ("陶瓷研究所", {"市陶瓷研究所", "省陶瓷研究所"}),
        ("市水局", {"市水利局", "市水文局"}),
    ],
)
def test_two_fit_and_none_is_picked(name: str, both: set[str]) -> None:
    assert set(match_agency(name, AGENCIES, {}, CITY).names) == both


def test_an_agency_named_without_its_level_is_found_with_it_and_no_other_level_is() -> None:
    assert match_agency("市教育局", ["教育局"], {}, CITY).names == ("教育局",)
    assert match_agency("市教育局", ["县教育局"], {}, CITY).names == ()


def test_a_long_form_finds_the_short_one_that_a_notice_uses() -> None:
    assert match_agency("市卫生健康委员会", ["市卫健委"], {}, CITY).names == ("市卫健委",)


def test_the_table_goes_before_the_rule() -> None:
    aliases = {"市编办": "市委机构编制委员会办公室"}
    known = ("市委机构编制委员会办公室", "市编制办公室")
    assert match_agency("市编办", known, aliases, CITY) == (("市委机构编制委员会办公室",), "alias")


def test_how_the_agency_was_found_is_told() -> None:
    assert match_agency("市教育局", AGENCIES, {}, CITY).by == "exact"
    assert match_agency("教育局", AGENCIES, {}, CITY).by == "rule"
    assert match_agency("市利局", AGENCIES, {}, CITY).by == "none"


def test_two_names_of_one_full_name_in_the_table_find_one_another() -> None:
    full = "市机构编制委员会办公室"
    aliases = {"市编办": full, "市编委办": full, full: full, "市台办": "市台湾事务办公室"}
    assert match_agency("市编办", ("市编委办", "市台办"), aliases, CITY).names == ("市编委办",)
    assert match_agency("市编办", ("市编委办", full), aliases, CITY).names == ("市编委办", full)


def test_the_name_for_just_that_field_comes_before_one_that_holds_its_characters() -> None:
    known = ("市文化旅游局", "市文旅局")
    assert match_agency("文旅局", known, {}, CITY).names == ("市文旅局",)
