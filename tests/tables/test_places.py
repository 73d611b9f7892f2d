"""In which province a government is, as far as anything says."""

from __future__ import annotations

import pytest

from registry.errors import BadRules
from registry.resolve.places import place_within
from registry.shipped import shipped
from registry.tables.places import load_provinces

FILE = shipped("data") / "places" / "provinces.toml"
PROVINCES = load_provinces(FILE.name, FILE.read_bytes())


@pytest.mark.parametrize(
    ("government", "province"),
    [
        ("景德镇市人民政府", "江西"),
        ("景德镇市浮梁县人民政府", "江西"),
        ("江西省人民政府", "江西省"),
        ("江西省德兴市人民政府", "江西省"),
        ("吉林市人民政府", "吉林"),
        ("上海市浦东新区人民政府", "上海"),
        ("兴安盟行政公署", "内蒙古"),
        ("乐安县人民政府", None),
        ("巴州区人民政府", None),
        ("海南藏族自治州人民政府", "青海"),
    ],
)
def test_a_government_is_where_its_name_says(government: str, province: str | None) -> None:
    found = {p for p in set(PROVINCES.values()) if place_within(government, p, PROVINCES)}
    assert {name for name in found if province and name.startswith(province)} == found
    assert bool(found) == (province is not None)
    assert place_within(government, province or "江西", PROVINCES) is (True if province else None)


def test_every_province_is_there_with_its_places() -> None:
    assert len(set(PROVINCES.values())) == 31
    assert len(PROVINCES) > 350


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ('[provinces]\n"甲省" = "丙市"\n"乙省" = "丙市"\n', "丙市"),
        ('[provinces]\n"甲省" = 1\n', "provinces"),
        ("[places]\n", "places"),
    ],
)
def test_a_file_that_is_wrong_says_where(content: str, message: str) -> None:
    with pytest.raises(BadRules, match=message):
        load_provinces("provinces.toml", content.encode())
