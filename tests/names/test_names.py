"""``registry names``: agencies with their forms, persons with their titles."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from registry.cli import main
from registry.model.names import Names
from registry.parsing.notice import parse
from registry.service.answers.names import names
from tests.checks.city import LEADERS, division, group, moves
from tests.gazette.reading import GAZETTE

GROUP = """
经研究，决定成立云岭市食品安全工作领导小组。
组  长：何二川  副市长
副组长：秦七星  市商务局局长
成  员：许八方  市教体局副局长
        施十全  市卫健委副主任
        吕九州  青石县副县长、公安局局长
"""
PORTFOLIO = LEADERS.replace("分管市教育局、市体育局", "分管市教育体育局（市文物局）、市公安局")


def read(*texts: str, aliases: dict[str, str] | None = None) -> Names:
    return names((fact for text in texts for fact in parse(text)), aliases or {})


def forms(found: Names, name: str) -> dict[str, str]:
    (agency,) = [agency for agency in found.agencies if agency.name == name]
    return {form.form: form.by for form in agency.forms}


def test_short_forms_and_why() -> None:
    found = read(division(PORTFOLIO), group(GROUP))
    assert forms(found, "市卫生健康委员会") == {"市卫生健康委员会": "written", "市卫健委": "rule"}
    assert forms(found, "市教育体育局") == {
        "市教育体育局": "written",
        "市文物局": "bracket",
        "市教体局": "rule",
    }
    (health,) = [agency for agency in found.agencies if agency.name == "市卫生健康委员会"]
    assert "市卫生健康委员会" in health.forms[1].because.zh
    assert health.forms[1].documents == ("云府办字〔2024〕9号",)


def test_the_place_written_out_is_the_same_agency() -> None:
    found = read(division(), moves("秦七星同志任云岭市商务局局长。"))
    assert set(forms(found, "市商务局")) == {"市商务局", "云岭市商务局"}


def test_the_alias_file_goes_before_the_rule() -> None:
    text = division(LEADERS.replace("市商务局", "市商务局、市委机构编制委员会办公室"))
    posts = moves("秦七星同志任市编办主任。")
    aliases = {"市编办": "市委机构编制委员会办公室"}
    assert forms(read(text, posts, aliases=aliases), "市委机构编制委员会办公室") == {
        "市委机构编制委员会办公室": "written",
        "市编办": "alias_file",
    }


def test_an_ambiguous_name_stays_so() -> None:
    text = division(LEADERS.replace("市商务局", "市交通运输局、市交通管理局"))
    found = read(text, moves("秦七星同志任市交通局局长。"))
    assert [(name.name, name.choices) for name in found.ambiguous] == [
        ("市交通局", ("市交通运输局", "市交通管理局"))
    ]
    assert "市交通局" not in [agency.name for agency in found.agencies]


def test_names_in_one_list_are_several_agencies() -> None:
    text = division(LEADERS.replace("市商务局", "市政府办公室、市政府外事办公室、市外办"))
    named = {agency.name for agency in read(text).agencies}
    assert named >= {"市政府办公室", "市政府外事办公室", "市外办"}


def test_a_county_bureau_is_not_the_city_bureau() -> None:
    found = read(division(PORTFOLIO), group(GROUP))
    assert forms(found, "市公安局") == {"市公安局": "written"}


def test_persons_with_titles_and_notices() -> None:
    found = read(division(), group(GROUP))
    (person,) = [person for person in found.persons if person.name == "何二川"]
    assert [(title.title, title.documents) for title in person.titles] == [
        ("市政府副市长", ("云府字〔2024〕1号",)),
        ("副市长", ("云府办字〔2024〕9号",)),
    ]
    assert person.documents == ("云府字〔2024〕1号", "云府办字〔2024〕9号")


def run(*args: str) -> Any:
    return CliRunner().invoke(main, ["names", *args], env={"LANG": "zh_CN.UTF-8", "LC_ALL": ""})


def test_the_command_prints_both_ways(tmp_path: Path) -> None:
    path = tmp_path / "notices.txt"
    path.write_text(division(PORTFOLIO) + "\n" + group(GROUP), encoding="utf-8")
    found = json.loads(run(str(path), "--format", "json").stdout)
    assert set(found) == {"agencies", "ambiguous", "persons"}
    assert set(found["agencies"][0]["forms"][0]) == {"form", "by", "because", "documents"}
    table = run(str(path)).stdout
    assert "    市卫健委" in table
    assert "各字依次见于“市卫生健康委员会”" in table
    assert "Agencies" in run(str(path), "--lang", "en").stdout


def test_bad_input_is_one_line() -> None:
    missing = run("no-such-file.txt")
    assert (missing.exit_code, len(missing.stderr.splitlines())) == (2, 1)


def test_the_gazette() -> None:
    if not GAZETTE.exists():
        pytest.skip(f"the gazette is not at {GAZETTE}")
    found = read(GAZETTE.read_text(encoding="utf-8"))
    short = {
        "市卫健委": "市卫生健康委员会",
        "市住建局": "市住房和城乡建设局",
        "市文旅局": "市文化广电新闻出版旅游局",
        "市人社局": "市人力资源和社会保障局",
        "市自然资源规划局": "市自然资源和规划局",
        "陶文旅集团": "市陶瓷文化旅游发展集团",
        "国控集团": "市国资运营投资控股集团",
        "市粮食局": "市农业农村局",
    }
    full_of = {form.form: agency.name for agency in found.agencies for form in agency.forms}
    assert {name: full_of[name] for name in short} == short
    apart = (
        "市政府办公室",
        "市政府外事办公室",
        "景德镇陶瓷集团有限责任公司",
        "市反恐办",
        "市委办公室",
    )
    assert [full_of[name] for name in apart] == list(apart)
    assert not found.ambiguous
