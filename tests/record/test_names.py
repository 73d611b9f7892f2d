"""Merges and splits: what they change, and what is refused."""

from __future__ import annotations

import pytest

from tests.record.conftest import DIVISION, GROUP, Desk

SPLIT = ("split", "简书宁", "--doc", GROUP, "--called", "简书宁（同名）", "--because", "两人同名")


def test_two_agencies_are_one_until_the_merge_is_withdrawn(everywhere: Desk) -> None:
    before = everywhere.ask("市商务局")
    line = everywhere.record(
        "merge", "市教育局", "--into", "市商务局", "--kind", "agency", "--because", "机构合并"
    )
    assert line.endswith("市教育局 = 市商务局 — 机构合并")
    assert set(everywhere.ask("市商务局").acting) == {"蓝启程", "姚沐川"}
    everywhere.record("withdraw", "4", "--because", "未合并")
    assert everywhere.ask("市商务局") == before


def test_two_names_are_one_person(desk: Desk) -> None:
    desk.record("merge", "温若谷", "--into", "姚沐川", "--kind", "person", "--because", "改名")
    assert desk.ask("市公安局").acting == ("姚沐川",)
    assert "known" not in desk.record("absence", "温若谷", "--from", "2024-06-04", "--kind", "ill")
    absent = desk.registry().on_record("云陵市人民政府").absences
    assert [absence.person for absence in absent] == ["姚沐川"]


def test_one_name_is_two_people(everywhere: Desk) -> None:
    before = everywhere.ask("简书宁")
    assert "简书宁 → 简书宁（同名）" in everywhere.record(*SPLIT)
    people = {getattr(f, "person", "") for f in everywhere.registry().facts if f.doc == GROUP}
    assert "简书宁（同名）" in people
    assert "简书宁" not in people
    everywhere.record("withdraw", "4", "--because", "实为一人")
    assert everywhere.ask("简书宁") == before


def test_another_notice_of_the_one_told_apart_can_be_given_to_him(desk: Desk) -> None:
    desk.record(*SPLIT)
    desk.record("split", "简书宁", "--doc", DIVISION, *SPLIT[4:])
    people = {getattr(f, "person", "") for f in desk.registry().facts}
    assert "简书宁（同名）" in people
    assert "简书宁" not in people


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (("merge", "市教育局", "--into", "市商务厅", "--kind", "agency"), "nearest: 市商务局"),
        (("merge", "温如谷", "--into", "姚沐川", "--kind", "person"), "nearest: 温若谷"),
        (("merge", "温若谷", "--into", "温 若谷", "--kind", "person"), "are one name"),
        (
            ("merge", "市粮食和物资储备局", "--into", "市财政局", "--kind", "agency"),
            "brackets only",
        ),
        (("merge", "温若谷", "--into", "姚沐川", "--kind", "group"), "--kind"),
        (("split", "简书甯", *SPLIT[2:6]), "nearest: 简书宁"),
        (("split", "简书宁", "--doc", "甲", "--called", "乙"), f"these notices do: {DIVISION}"),
        (("split", "简书宁", "--doc", GROUP, "--called", " 简书宁"), "--called"),
        (("split", "简书宁", "--doc", GROUP, "--called", "温 若谷"), "record merge"),
        (("split", "简书宁", "--called", "乙"), "--doc"),
    ],
)
def test_what_is_refused(desk: Desk, typed: tuple[str, ...], said: str) -> None:
    assert said in desk.refused(*typed, "--because", "核实")


@pytest.mark.parametrize("why", [(), ("--because", " ")])
def test_who_is_who_needs_a_reason(desk: Desk, why: tuple[str, ...]) -> None:
    assert "--because" in desk.refused(*SPLIT[:-2], *why)
    merge = ("merge", "温若谷", "--into", "姚沐川", "--kind", "person")
    assert "--because" in desk.refused(*merge, *why)
