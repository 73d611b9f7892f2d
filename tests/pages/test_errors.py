"""Mistakes are said in the language of the page."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from api.pages.words.errors import LINES, in_chinese
from tests.api.house import house
from tests.pages.conftest import Client
from tests.pages.page import get, words
from tests.record.test_rules import FORBIDDEN
from tests.state.journal import absent

ROOT = Path(__file__).parents[2]
MET = (
    "api/pages",
    "api/security/caller.py",
    "api/security/cross_site.py",
    "registry/parsing/formats",
    "registry/resolve/names.py",
    "registry/service/recording/absence_files",
    "registry/service/bounds.py",
    "registry/service/loading/isolated.py",
    "registry/service/journaled.py",
    "registry/service/loading/load.py",
    "registry/service/answers/notice.py",
    "registry/service/answers/person.py",
    "registry/service/periods.py",
    "registry/service/question.py",
    "registry/service/recording/record.py",
    "registry/service/recording/absences.py",
    "registry/service/recording/rules.py",
    "registry/service/recording/write.py",
    "registry/service/registry.py",
    "registry/service/state.py",
    "registry/store/sql.py",
)
"""Where the lines are raised that a page can meet."""
KINDS = {
    *("SeveralFit", "SeveralGovernments", "UnknownName", "NothingKnown"),
    *("BadPeriod", "BadRecord", "NeedsKey", "NoScope", "NoJournal"),
    *("BadKey", "AgainstRule", "AlreadyRecorded", "Conflict", "CrossSite", "UnreadableSource"),
}
HAN = re.compile(r"[\u3400-\u9fff]")
WITHIN = "'gestern' is not a day; write it as YYYY-MM-DD, such as 2019-09-02"
"""What stands in a line that tells where another one is met."""


def raised() -> Iterator[tuple[str, str]]:
    """Yield each line with something in its places, and where it is raised."""
    for place in MET:
        path = ROOT / place
        for file in sorted(path.rglob("*.py")) if path.is_dir() else [path]:
            for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
                if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
                    continue
                if node.func.id in KINDS and node.args and (line := _line(node.args[0])):
                    yield line, f"{file.relative_to(ROOT)}:{node.lineno}"


def _line(node: ast.expr) -> str:
    if isinstance(node, ast.Constant):
        return str(node.value)
    if not isinstance(node, ast.JoinedStr):
        return ""  # a line that was made elsewhere
    return "".join(
        str(part.value) if isinstance(part, ast.Constant) else _value(part) for part in node.values
    )


def _value(part: ast.expr) -> str:
    named = ast.unparse(part)
    stands = {"error": WITHIN, "why": WITHIN, "_clash": "甲 · A", "hint": "; nearest: 甲"}
    stands |= {"_cited": "rule r (f)", "by_rule": "rule r (f)", "named": ", now 甲"}
    return next((value for name, value in stands.items() if name in named), "7")


@pytest.mark.parametrize(("line", "place"), sorted(set(raised())))
def test_every_line_that_a_page_can_meet_has_its_chinese(line: str, place: str) -> None:
    said = in_chinese(line)
    assert HAN.search(said), f"{place}: add {line!r} to api/pages/words/errors.py"
    assert "{" not in said


def test_what_is_carried_over_is_in_both() -> None:
    for english, chinese in LINES:
        places = [set(re.findall(r"\{(\w+)\}", text)) for text in (english, chinese)]
        assert places[1] <= places[0], english


def test_a_line_within_a_line_is_said_too() -> None:
    assert in_chinese(f"away.csv, line 3: {WITHIN}") == (
        "away.csv第3行：“gestern”不是日期；请写成2019-09-02这样"
    )
    assert in_chinese("something that nobody says") == ""
    assert in_chinese("away.csv, line 3: something that nobody says") == ""


@pytest.mark.parametrize(
    ("path", "zh", "en"),
    [
        (
            "/people?name=张良花",
            "没有写到人员“张良花”；相近的有：张良华",
            "names the person '张良花'",
        ),
        ("/?week=gestern", "“gestern”不是日期", "'gestern' is not a day"),
        ("/groups?name=无此小组", "没有无此小组这个小组", "no such group"),
        ("/people", "缺少或写错了：name", "malformed in the address: name"),
        ("/government?on=2019-08-01&since=2019-09-01", "较早的一天", "the earlier day first"),
    ],
)
def test_an_error_page_is_in_the_language_of_the_page(
    client: Client, path: str, zh: str, en: str
) -> None:
    for lang, said in (("zh", zh), ("en", en)):
        response = client.get(path, headers={"accept-language": lang, "accept": "text/html"})
        client.cookies.clear()
        page = get(client, path, lang, status=response.status_code)
        assert said in words(page)
        assert not page.xpath("//main//details")


def test_what_a_rule_forbids_is_refused_in_chinese(tmp_path: Path) -> None:
    headers = {"origin": "http://127.0.0.1", "accept": "text/html", "accept-language": "zh"}
    with house(str(tmp_path / "registry.db"), absent("湖三"), rules=FORBIDDEN) as made:
        made.client.post("/session", json={"key": made.keys["record"]})
        form = {"person": "河二", "start": "2020-05-04"}
        refused = made.client.post("/absences/check", data=form, headers=headers).text
        assert "同时不在：规则never" in refused
        assert "不允许。没有登记" in refused
        assert "forbids" not in refused


def test_refusals_in_the_office_are_too(tmp_path: Path) -> None:
    headers = {"origin": "http://127.0.0.1", "accept": "text/html", "accept-language": "zh"}
    with house(str(tmp_path / "registry.db")) as made:
        made.client.post("/session", json={"key": made.keys["record"]})
        form = {"person": "江一", "start": "2020-05-05", "end": "2020-05-04"}
        refused = made.client.post("/absences/check", data=form, headers=headers).text
        assert "止在起之前" in refused
        sent = made.client.post(
            "/notices", files={"files": ("scan.png", b"\x89PNG....")}, headers=headers
        ).text
        assert "不是能读的格式" in sent
