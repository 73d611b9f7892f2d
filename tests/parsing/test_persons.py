"""Names against common words, titles against fields of work, lists of people."""

from __future__ import annotations

import pytest

from registry.parsing.persons import is_name, is_title, name_at_end, name_at_start, people
from tests.parsing.said import said


@pytest.mark.parametrize(
    "text",
    "王明 张良华 欧阳修平 司马光 买买提·艾力 古丽娜尔·阿布都热合曼 任建国 于和平 高勇".split(),
)
def test_is_a_name(text: str) -> None:
    assert is_name(text)


@pytest.mark.parametrize(
    "text",
    "任务 安全 金融 单位 成员 方案 高新区 市财政局 党组 管理 司法局 常务 关于 水利 国资委 副组长 秘书长 "
    "王 王副局长 张三同志 商务工作 艾力· ·艾力 王A 2019 张三的".split(),
)
def test_is_no_name(text: str) -> None:
    assert not is_name(text)


@pytest.mark.parametrize(
    "text", "县长 党组书记 四级调研员 县委常委 总工程师 局长（兼） 常务副县长 二级巡视员".split()
)
def test_is_a_title(text: str) -> None:
    assert is_title(text)


@pytest.mark.parametrize(
    "text",
    "县财政局 商务 四级 县长负责 （兼） 财政局） 局长（兼）（）a".split(),
)
def test_is_no_title(text: str) -> None:
    assert not is_title(text)


@pytest.mark.parametrize(
    ("text", "split"),
    [
        ("副县长王明", ("副县长", "王明")),
        ("县委书记欧阳修", ("县委书记", "欧阳修")),
        ("县委常委、副县长买买提·艾力同志", ("县委常委、副县长", "买买提·艾力")),
        ("王明同志", ("", "王明")),
        ("县财政局", None),
        ("商务王明", None),
    ],
)
def test_splits_a_title_from_the_name_behind_it(text: str, split: tuple[str, str] | None) -> None:
    found = name_at_end(said(text))
    assert (found and (found[0].text, found[1].text)) == split


@pytest.mark.parametrize(
    ("text", "split"),
    [
        ("李明副市长", ("李明", "副市长")),
        ("李明", ("李明", "")),
        ("任务书记", None),
        ("市长", None),
    ],
)
def test_splits_a_name_from_the_title_behind_it(text: str, split: tuple[str, str] | None) -> None:
    found = name_at_start(said(text))
    assert (found and (found[0].text, found[1].text)) == split


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        ("王明、李强", [("王明", None), ("李强", None)]),
        ("王明和李强", [("王明", None), ("李强", None)]),
        ("于和平、薄景和", [("于和平", None), ("薄景和", None)]),
        ("王明（县财政局局长）、李强（副县长）", [("王明", "县财政局局长"), ("李强", "副县长")]),
        ("副县长王明、县财政局局长李强", [("王明", "副县长"), ("李强", "县财政局局长")]),
        ("县委常委、副县长王明", [("王明", "县委常委、副县长")]),
        ("县财政局、县审计局", None),
        ("王明、县财政局", None),
        ("", None),
    ],
)
def test_lists_people(text: str, listed: list[tuple[str, str | None]] | None) -> None:
    found = people(said(text))
    if found is None:
        assert listed is None
    else:
        assert [(name.text, title.text if title else None) for name, title in found] == listed
