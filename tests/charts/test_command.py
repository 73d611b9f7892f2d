"""``registry chart`` on the shipped data, and on bad input."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from click.testing import CliRunner

from registry.cli import main
from tests.charts.picture import inside

SVG = "{http://www.w3.org/2000/svg}"


def _run(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(main, ["chart", *arguments])
    assert not isinstance(result.exception, Exception) or isinstance(result.exception, SystemExit)
    return result.exit_code, result.output


def _words(path: Path) -> list[str]:
    return [text.text or "" for text in ET.parse(path).getroot().iter(f"{SVG}text")]


def test_the_government_with_one_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    path = tmp_path / "government.svg"
    code, output = _run("government", "--on", "2019-09-04", "--away", "张良华", "-o", str(path))
    assert (code, output) == (0, f"{path}\n")
    words = _words(path)
    assert "代行 张良华" in words
    assert "由 熊皓 代行" in words
    assert words.count("AB角") == 3
    assert sum(line.strip() == "离岗" for line in words) == 1
    assert any("市商务局" in line for line in words)
    assert any("景府字〔2019〕33号" in line for line in words)


def test_an_absence_on_another_day_is_not_drawn(tmp_path: Path) -> None:
    path = tmp_path / "government.dot"
    code, _ = _run(
        "government", "--on", "2019-09-04", "--away", "张良华@2019-09-05", "-o", str(path)
    )
    assert code == 0
    assert "离岗" not in path.read_text()


def test_the_public_safety_group(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    path = tmp_path / "group.svg"
    code, _ = _run("group", "公共场所", "--on", "2019-09-04", "-o", str(path))
    assert code == 0
    words = _words(path)
    assert "何军威" in words
    assert words.count("副组长") == 2
    assert words.count("成员") >= 26


ASKED = (
    ("government", "--on", "2019-09-04", "--away", "张良华"),
    ("government", "--on", "2019-09-04", "--collapse"),
    ("leader", "张良华", "--on", "2019-09-04", "--away", "张良华"),
    ("agency", "商务局", "--on", "2019-09-04"),
    ("group", "公共场所", "--on", "2019-09-04"),
    ("pairs", "--on", "2019-09-04"),
    ("week", "--week", "2019-09-02", "--away", "张良华@2019-09-03", "--away", "刘锋@2019-09-04"),
    ("person", "何军威", "--on", "2019-09-30"),
    ("diff", "--from", "2019-08-27", "--to", "2019-09-30"),
    ("city", "景德镇市", "--on", "2019-09-04"),
)


@pytest.mark.parametrize("asked", ASKED, ids=" ".join)
def test_every_kind_of_the_shipped_notices_fits(
    asked: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    for lang in ("zh", "en"):
        path = tmp_path / f"{lang}.svg"
        code, output = _run(*asked, "--lang", lang, "--href", "/KIND/NAME", "-o", str(path))
        assert (code, output) == (0, f"{path}\n")
        inside(path.read_bytes())


def test_the_same_in_words_and_as_a_table(tmp_path: Path) -> None:
    path = tmp_path / "week.json"
    asked = ("week", "--week", "2019-09-02", "--away", "张良华@2019-09-03")
    assert _run(*asked, "-o", str(path))[0] == 0
    told = json.loads(path.read_bytes())
    assert "张良华09-03离岗，由熊皓代行" in told["account"]
    (row,) = (row for row in told["table"]["rows"] if row[0] == "张良华")
    assert row[told["table"]["columns"].index("2019-09-03")] == "离岗；由 熊皓 代行"


def test_notices_from_a_text_file(tmp_path: Path) -> None:
    source = Path("data/examples/01-yunling-division.txt")
    path = tmp_path / "government.dot"
    code, _ = _run("government", "--source", str(source), "--on", "2030-01-01", "-o", str(path))
    assert code == 0
    assert "AB角" in path.read_text()


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (
            ("government", "--on", "2019-09-04", "-o", "x.gif"),
            ".svg, .png, .pdf, .dot, .html, .json",
        ),
        (("government", "--on", "2019-09-04", "-o", "x"), ".svg, .png, .pdf, .dot, .html, .json"),
        (("government", "--on", "2019-09-04", "-o", "/nowhere/x.dot"), "cannot be written"),
        (("government", "--on", "2019-9-4", "-o", "x.dot"), "YYYY-MM-DD"),
        (("government", "--on", "2019-08-20", "-o", "x.dot"), "2019-08-20"),
        (("government", "--on", "2019-09-04", "--away", "无此人", "-o", "x.dot"), "无此人"),
        (("government", "--source", "/nowhere/x.txt", "-o", "x.dot"), "/nowhere/x.txt"),
        (("group", "招商引资", "--on", "2019-09-04", "-o", "x.dot"), "no such group"),
        (("group", "领导小组", "--on", "2019-09-04", "-o", "x.dot"), "several groups"),
        (("group", "公共场所", "--on", "2018-01-01", "-o", "x.dot"), "2018-01-01"),
        (("government", "--on", "2019-09-04"), "--output"),
        (("leader", "无此人", "--on", "2019-09-04", "-o", "x.dot"), "no leader"),
        (("agency", "市无此局", "--on", "2019-09-04", "-o", "x.dot"), "no such agency"),
        (("diff", "--from", "2019-09-04", "--to", "2019-09-03", "-o", "x.dot"), "earlier day"),
        (("city", "乌有市", "-o", "x.dot"), "乌有市"),
        (("pairs", "--href", "javascript:NAME", "-o", "x.dot"), "/KIND/NAME"),
        (("pairs", "--href", "/people", "-o", "x.dot"), "/KIND/NAME"),
    ],
)
def test_bad_input_is_one_line(
    arguments: tuple[str, ...], says: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", "")
    code, output = _run(*arguments)
    assert code == 2
    assert says in output
    assert output.count("\n") == 1
    assert not list(tmp_path.iterdir())
