"""Lists of agencies and fields of work: where they part, and where they do not."""

from __future__ import annotations

import pytest

from registry.parsing.lists import area_items, is_org, org_items
from tests.parsing.said import said


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("县财政局、县审计局", ["县财政局", "县审计局"]),
        ("市司法局及市监狱管理局", ["市司法局", "市监狱管理局"]),
        ("县财政局和县税务局", ["县财政局", "县税务局"]),
        # A name that itself holds 和 is one.
        ("市人力资源和社会保障局", ["市人力资源和社会保障局"]),
        ("县住房和城乡建设局", ["县住房和城乡建设局"]),
        ("县发展和改革委员会", ["县发展和改革委员会"]),
        ("县文化和旅游局、县工业和信息化局", ["县文化和旅游局", "县工业和信息化局"]),
        ("各县（市、区）人民政府", ["各县（市、区）人民政府"]),
        ("", []),
    ],
)
def test_parts_agencies(text: str, names: list[str]) -> None:
    assert [item.name.text for item in org_items(said(text))] == names


@pytest.mark.parametrize(
    ("text", "name", "alias"),
    [
        ("市农业农村局（市粮食局）", "市农业农村局", "市粮食局"),
        ("县政府办公室（外事办）", "县政府办公室", "外事办"),
        ("县财政局", "县财政局", None),
    ],
)
def test_takes_an_alias_off(text: str, name: str, alias: str | None) -> None:
    (item,) = org_items(said(text))
    assert (item.name.text, item.alias and item.alias.text) == (name, alias)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("商务、教育等方面工作", ["商务", "教育"]),
        ("商务工作", ["商务"]),
        ("保密和城市管理等工作", ["保密和城市管理"]),
        ("政府及机关事务", ["政府及机关事务"]),
        # Nothing sensible is left without 工作.
        ("县政府全面工作", ["县政府全面工作"]),
        ("县政府常务工作", ["县政府常务工作"]),
        ("县政府日常工作", ["县政府日常工作"]),
    ],
)
def test_parts_fields_of_work(text: str, names: list[str]) -> None:
    assert [item.name.text for item in area_items(said(text))] == names


@pytest.mark.parametrize("text", "县财政局 昌南新区 县政府办公室 农商行 某某集团有限公司".split())
def test_is_an_agency(text: str) -> None:
    assert is_org(text)


@pytest.mark.parametrize("text", ["", "局", "商务", "安全生产", "县长", "财政局长"])
def test_is_no_agency(text: str) -> None:
    assert not is_org(text)
