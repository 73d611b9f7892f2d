"""Corrections: what they change, where their clause is, and what is refused."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.record.conftest import DIVISION, EXAMPLES, Desk

CLAUSE = "负责工业和信息化、商务、国有资产监管、市场监管等方面工作"
MISSED = {
    "fact": "supervises",
    "doc": DIVISION,
    "clause": "分管市工业和信息化局",
    "span": [0, 1],
    "person": "蓝启程",
    "org": "各直属单位",
}
AREA = {key: MISSED[key] for key in ("doc", "clause", "span", "person")} | {"fact": "responsible"}
GIVEN = AREA | {"fact": "appointed"}


@pytest.fixture
def printed(desk: Desk) -> dict[str, Any]:
    """What ``registry parse`` prints of who supervises commerce."""
    facts = [fact for line in parsed(EXAMPLES / "01-yunling-division.txt") if (fact := line)]
    return next(f for f in facts if f.get("org") == "市商务局")


def parsed(path: Path) -> list[dict[str, Any]]:
    from click.testing import CliRunner

    from registry.cli import main

    return [
        json.loads(x)
        for x in CliRunner().invoke(main, ["parse", str(path)]).stdout.split("\n")
        if x
    ]


def text_of(fact: dict[str, Any], /, **changed: object) -> str:
    return json.dumps({**fact, **changed}, ensure_ascii=False)


def test_a_correction_changes_the_answer_and_taken_back_restores_it(
    everywhere: Desk, printed: dict[str, Any], tmp_path: Path
) -> None:
    before = everywhere.ask("市商务局")
    (tmp_path / "wrong.json").write_text(text_of(printed), encoding="utf-8-sig")
    right = text_of(printed, person="温若谷")
    line = everywhere.record(
        "correction", "--wrong", f"@{tmp_path / 'wrong.json'}", "--right", right
    )
    assert "#4 fact_corrected supervises 蓝启程 · 市商务局 → supervises 温若谷 · 市商务局" in line
    assert everywhere.ask("市商务局").acting == ("温若谷",)
    everywhere.record("withdraw", "4", "--because", "原文无误")
    assert everywhere.ask("市商务局") == before


def test_a_fact_can_be_taken_back(desk: Desk, printed: dict[str, Any]) -> None:
    desk.record("correction", "--wrong", text_of(printed))
    assert not any(getattr(f, "org", "") == "市商务局" for f in desk.registry().facts)
    assert "counts no more" in desk.refused("correction", "--wrong", text_of(printed))


def test_a_missed_fact_gets_the_place_of_its_clause(desk: Desk) -> None:
    desk.record("correction", "--right", text_of(MISSED))
    added = desk.registry().facts[-1]
    notice: Any = next(desk.registry().entries()).record
    assert notice.text[slice(*added.span)] == MISSED["clause"]
    assert "known already" in desk.refused("correction", "--right", text_of(MISSED))


def test_places_of_a_file_of_several_notices_are_those_of_the_notice(
    desk: Desk, printed: dict[str, Any]
) -> None:
    start, end = printed["span"]
    moved = {**printed, "span": [start + 500, end + 500]}
    desk.record("correction", "--wrong", text_of(moved), "--right", text_of(moved, org="市商务厅"))
    (right,) = (f for f in desk.registry().facts if getattr(f, "org", "") == "市商务厅")
    assert list(right.span) == printed["span"]


def test_a_corrected_number_can_be_corrected_on(desk: Desk) -> None:
    head = parsed(EXAMPLES / "01-yunling-division.txt")[0]
    other = "云政发〔2024〕13号"
    desk.record(
        "correction", "--wrong", text_of(head), "--right", text_of(head, doc=other, number=other)
    )
    desk.record("correction", "--right", text_of(MISSED, doc=other))
    assert desk.ask("各直属单位").acting == ("蓝启程",)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ((), "--wrong"),
        (("--wrong", "{"), "registry parse"),
        (("--wrong", "\ud800"), "registry parse"),
        (("--wrong", "@none.json"), "none.json cannot be read"),
        (("--wrong", text_of(MISSED)), "the nearest is"),
        (("--wrong", text_of(MISSED, doc="云政发〔2024〕1号")), f"nearest: {DIVISION}"),
        (("--right", text_of(MISSED, doc="甲")), "no notice '甲' is recorded"),
        (
            ("--right", text_of(MISSED, clause="分管市无线电管理局")),
            "quote it as the notice has it",
        ),
        (("--right", text_of(MISSED, clause="副市长")), "times; give the span"),
        (("--right", text_of(MISSED, person="陆无名")), "does not name 陆无名"),
        (("--right", text_of(MISSED, person=" ")), "'person' is empty"),
        (("--right", text_of(MISSED, span=[-1, 3])), "span [-1, 3] is no place"),
        (("--right", text_of(MISSED, span=[9, 3])), "span [9, 3] is no place"),
        (("--right", text_of(MISSED, org="各\u001b[31m直属单位")), "control character '\\x1b'"),
        (("--right", text_of(MISSED, org="各直属\n单位")), "control character '\\n'"),
        (("--right", text_of(MISSED, org="市航天局")), "has no 市航天局"),
        (("--right", text_of(MISSED, alias="市航天办")), "has no 市航天办"),
        (("--right", text_of(AREA, area="航天")), "has no 航天"),
        (("--right", text_of(GIVEN, post="市航天局局长")), "has no 市航天局局长"),
        (("--right", text_of(MISSED, agency="甲")), "has no key 'agency'"),
        (("--right", text_of(MISSED, fact="head")), "registry parse"),
    ],
)
def test_what_is_refused(desk: Desk, typed: tuple[str, ...], said: str) -> None:
    assert said in desk.refused("correction", *typed)


def test_the_right_fact_is_another(desk: Desk, printed: dict[str, Any]) -> None:
    same = text_of(printed)
    assert "again" in desk.refused("correction", "--wrong", same, "--right", same)
    known = text_of(printed, org="市工业和信息化局")
    assert "known already" in desk.refused("correction", "--wrong", same, "--right", known)
