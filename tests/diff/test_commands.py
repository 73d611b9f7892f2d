"""``registry diff`` and ``registry person``: tables, JSON, Markdown, and one-line refusals."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner, Result

from registry.cli import main
from registry.graph.career import Career
from registry.graph.changes.redline import Redline
from registry.service.answers.diff import between_notices
from registry.service.answers.diff import diff as diff_of
from registry.service.answers.person import person as career_of
from registry.service.state import Recorded
from registry.wiring import shipped_glossary
from tests.graph.city import CITY
from tests.state.journal import BEGIN, DIVISION, LATER, MOVES, entries

FIRST = """澜河市人民政府关于市政府领导分工的通知
澜府字〔2021〕5号

各县（市、区）人民政府：
现将市政府领导分工通知如下：
沈望川：副市长
负责商务、水利等方面工作。
分管市商务局、市水利局。
林知秋：副市长
负责教育等方面工作。
沈望川同志与林知秋同志互为AB角。
澜河市人民政府
2021年3月1日
"""
SECOND = """澜河市人民政府关于调整市政府部分领导分工的通知
澜府字〔2022〕3号

各县（市、区）人民政府：
现将市政府部分领导分工调整如下：
林知秋：副市长
负责教育、商务等方面工作。
分管市商务局。
其他领导分工不变。
澜河市人民政府
2022年2月1日
"""
POSTS = """澜河市人民政府关于白若溪等同志职务任免的通知
澜府字〔2021〕9号

各县（市、区）人民政府：
经研究，决定：
任命白若溪同志为澜河市商务局局长（试用期一年）；
免去沈望川同志的澜河市人民政府副市长职务。
澜河市人民政府
2021年6月1日
"""


@pytest.fixture
def sources(tmp_path: Path) -> list[str]:
    arguments = []
    for number, text in enumerate((FIRST, SECOND, POSTS)):
        path = tmp_path / f"{number}.txt"
        path.write_text(text, encoding="utf-8")
        arguments += ["--source", str(path)]
    return arguments


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


def test_a_redline_by_days_and_by_notices_is_the_same(sources: list[str]) -> None:
    days = run("diff", "--from", "2021-03-01", "--to", "2022-02-01", "--format", "json", *sources)
    notices = run(
        "diff", "--notices", "澜府字〔2021〕5号", "澜府字〔2022〕3号", "--format", "json", *sources
    )
    assert days.exit_code == 0, days.stderr
    assert days.stdout == notices.stdout
    found = msgspec.json.decode(days.stdout, type=Redline)
    moved = {c.name: (c.who_from, c.who_to) for c in found.changes if c.turn == "moved"}
    assert moved == {"市商务局": (("沈望川",), ("林知秋",)), "商务": (("沈望川",), ("林知秋",))}
    assert json.loads(days.stdout)["changes"][0]["from"] == ["沈望川"]
    assert {d.because.zh for d in found.due_pairs} == {"沈望川已离任", "林知秋的分工有变化"}


def test_a_redline_as_a_table_says_who_to_whom_and_both_clauses(sources: list[str]) -> None:
    shown = run("diff", "--from", "2021-03-01", "--to", "2022-02-01", *sources).stdout
    lines = shown.splitlines()
    (line,) = [n for n, text in enumerate(lines) if text.startswith("  市商务局")]
    assert "移交" in lines[line]
    assert "沈望川 → 林知秋" in lines[line]
    assert lines[line + 1] == (
        "    前  沈望川（分管）「分管市商务局、市水利局。」 — 澜府字〔2021〕5号，2021-03-01"
    )
    assert lines[line + 2].startswith("    后  林知秋（分管）「分管市商务局。」")
    assert "应重新配对" in shown
    assert "\x1b" not in shown


def test_a_redline_as_markdown_is_a_table_whose_cells_set_no_marks(sources: list[str]) -> None:
    shown = run(
        "diff", "--from", "2021-03-01", "--to", "2022-02-01", "--format", "markdown", *sources
    ).stdout
    rows = [line for line in shown.splitlines() if line.startswith("| ")]
    assert any(row.startswith("| 市商务局 | 移交 | 沈望川 → 林知秋 |") for row in rows)
    assert {row.count("|") for row in rows} == {6}


@pytest.mark.parametrize("form", ["table", "markdown"])
def test_before_the_first_notice_nothing_is_known(sources: list[str], form: str) -> None:
    said = "没有2021-03-01以前的分工通知"
    before = run("diff", "--from", "2021-01-01", "--to", "2022-02-01", "--format", form, *sources)
    assert said in before.stdout, before.stderr
    after = run("diff", "--from", "2021-03-01", "--to", "2022-02-01", "--format", form, *sources)
    assert "以前的分工通知" not in after.stdout


def test_nothing_changed_is_said(sources: list[str]) -> None:
    for form in ("table", "markdown"):
        shown = run(
            "diff", "--from", "2023-03-01", "--to", "2023-04-01", "--format", form, *sources
        )
        assert "没有变化" in shown.stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--from", "2021-03-01"), "--notices"),
        (("--from", "2021-03-01", "--to", "2021-03-01"), "earlier day first"),
        (("--notices", "澜府字〔2022〕3号", "澜府字〔2021〕5号"), "earlier notice first"),
        (("--notices", "澜府字〔2022〕3号", "某字〔2022〕3号"), "no such notice"),
        (("--notices", "澜府字〔2022〕3号", "通知"), "several notices fit"),
        (("--from", "2021-03-01", "--to", "2022-01-01", "--known-at", "昨天"), "not a moment"),
    ],
)
def test_a_question_that_cannot_be_compared_is_refused_on_one_line(
    sources: list[str], arguments: tuple[str, ...], said: str
) -> None:
    result = run("diff", *arguments, *sources)
    assert result.exit_code == 2
    assert said in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_a_career_has_posts_portfolio_and_pairs_with_clauses(sources: list[str]) -> None:
    result = run("person", "沈望川", "--on", "2022-06-01", "--format", "json", *sources)
    assert result.exit_code == 0, result.stderr
    found = msgspec.json.decode(result.stdout, type=Career)
    (post,) = found.posts
    assert (post.start, post.end, post.closed and post.closed.doc) == (
        "2021-03-01",
        "2021-06-01",
        "澜府字〔2021〕9号",
    )
    ends = {s.what.name: s.end for s in found.portfolio}
    assert ends == {
        "商务": date(2022, 2, 1),
        "水利": None,
        "市商务局": date(2022, 2, 1),
        "市水利局": None,
    }
    assert [(p.what.backup, p.end) for p in found.pairs] == [("林知秋", None)]
    assert [gap.code for gap in found.gaps] == ["stated_only", "left_not_renewed"]


def test_a_career_as_a_table(sources: list[str]) -> None:
    shown = run("person", "白若溪", "--on", "2022-01-01", *sources).stdout
    assert "2021-06-01 …  澜河市商务局局长（试用期至2022-06-01）  「任命白若溪同志" in shown
    assert "没有分工通知给过分工" in shown
    english = run("person", "沈望川", "--on", "2022-01-01", "--lang", "en", *sources).stdout
    assert "supervises 市商务局, 市水利局" in english
    assert "\x1b" not in shown


def test_a_career_up_to_a_day_tells_nothing_later(sources: list[str]) -> None:
    shown = run("person", "沈望川", "--on", "2021-05-31", *sources).stdout
    assert "澜府字〔2021〕9号" not in shown


def test_same_names_of_two_governments_are_two_people(sources: list[str], tmp_path: Path) -> None:
    path = tmp_path / "other.txt"
    path.write_text(FIRST.replace("澜河市", "平川市").replace("澜府", "平府"), encoding="utf-8")
    both = [*sources, "--source", str(path)]
    asked = run("person", "沈望川", *both)
    assert asked.exit_code == 2
    assert "say which with --government" in asked.stderr
    one = run("person", "沈望川", "--government", "平川市", "--format", "json", *both)
    assert "澜府" not in one.stdout
    assert "平府字〔2021〕5号" in one.stdout


def test_a_congress_that_fills_a_post_makes_no_second_person(
    sources: list[str], tmp_path: Path
) -> None:
    path = tmp_path / "congress.txt"
    text = POSTS.replace("澜河市人民政府关于", "澜河市人民代表大会常务委员会关于")
    text = text.replace("澜府字〔2021〕9号", "澜人发〔2021〕9号")
    text = text.replace("任命白若溪同志为澜河市商务局局长（试用期一年）；\n", "")
    path.write_text(
        text.replace("\n澜河市人民政府\n", "\n澜河市人民代表大会常务委员会\n"), encoding="utf-8"
    )
    result = run("person", "沈望川", "--format", "json", *sources[:4], "--source", str(path))
    assert result.exit_code == 0, result.stderr
    (post,) = msgspec.json.decode(result.stdout, type=Career).posts
    assert post.closed is not None
    assert post.closed.doc == "澜人发〔2021〕9号"


def test_a_name_that_no_notice_has_is_refused(sources: list[str]) -> None:
    result = run("person", "沈望山", *sources)
    assert result.exit_code == 2
    assert "沈望川" in result.stderr


def test_who_can_be_asked_as_known_at_a_moment(sources: list[str]) -> None:
    question = ("who", "水利", "--on", "2021-04-01", "--format", "json", *sources)
    plain, then = run(*question), run(*question, "--known-at", "2020-01-01T00:00:00Z")
    assert plain.stdout == then.stdout, "notices read from files were known always"


def recorded() -> Recorded:
    return Recorded(
        entries(DIVISION, MOVES, LATER), (), shipped_glossary(), lambda: date(2021, 6, 1)
    )


def test_redline_and_career_are_as_known_at_a_moment() -> None:
    days = (date(2020, 12, 31), date(2021, 1, 10))
    assert diff_of(recorded(), *days, government=CITY).changes
    assert not diff_of(recorded(), *days, government=CITY, known_at=BEGIN).changes
    assert career_of(recorded(), "海四", known_at=BEGIN).posts[0].end is None
    assert career_of(recorded(), "海四").posts[0].end == "2020-06-01"
    assert between_notices(recorded(), DIVISION.name, LATER.name).changes
