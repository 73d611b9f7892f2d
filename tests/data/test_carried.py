"""The loader of carried notices: clauses restated, and every mistake told in one line."""

from __future__ import annotations

import pytest

from registry.errors import BadRules
from registry.model.facts import (
    Appointed,
    Backup,
    Group,
    Indicator,
    Office,
    Responsible,
    Supervises,
    Task,
)
from registry.tables.carried import load

HEAD = '[document]\ntitle = "甲市通知"\nkind = "plan"\n'


def facts_of(body: str) -> tuple[object, ...]:
    return load({"a.toml": (HEAD + body).encode()})[1:]


def test_a_portfolio_keeps_the_order_of_its_verbs_and_restates_each_list() -> None:
    facts = facts_of(
        '[[leader]]\nname = "王一"\n[leader.portfolio]\n'
        'supervises = ["市甲局", { name = "市乙局", alias = "市丙局" }]\n'
        'responsible = ["市政府全面工作", "商务", "教育"]\n'
    )
    assert facts == (
        Supervises(
            doc="甲市通知",
            clause="分管市甲局、市乙局（市丙局）",
            span=(0, 0),
            person="王一",
            org="市甲局",
        ),
        Supervises(
            doc="甲市通知",
            clause="分管市甲局、市乙局（市丙局）",
            span=(0, 0),
            person="王一",
            org="市乙局",
            alias="市丙局",
        ),
        *(
            Responsible(doc="甲市通知", clause=clause, span=(0, 0), person="王一", area=area)
            for area, clause in (
                ("市政府全面工作", "负责市政府全面工作"),
                ("商务", "负责商务、教育等方面工作"),
                ("教育", "负责商务、教育等方面工作"),
            )
        ),
    )


def test_one_way_pairs_terms_statuses_and_offices_are_restated() -> None:
    facts = facts_of(
        '[ab]\none_way = [["甲", "乙"]]\n'
        '[[change]]\nperson = "丙"\nappointed = [{ post = "局长", terms = "试用期一年" }]\n'
        '[[group]]\nname = "某委员会"\nstatus = "to_be_set_up"\n'
        '[[group.statement]]\nwhere = "body"\noffices = [{ subgroup = "一组", org = "市甲局" }]\n'
    )
    said = {type(fact): getattr(fact, "clause", None) for fact in facts}
    assert said == {
        Backup: "A角：甲，B角：乙",
        Appointed: "任命丙为局长（试用期一年）",
        Group: "将成立某委员会",
        Office: "一组设在市甲局",
    }


def test_tasks_duties_indicators_and_meetings_are_restated() -> None:
    facts = facts_of(
        '[[task]]\ntext = "修路"\nmode = "lead"\nlead = ["市甲局", "市乙局"]\nsupport = ["市丙局"]\n'
        '[[task]]\ntext = "架桥"\nmode = "jointly"\nlead = ["市甲局", "市乙局"]\n'
        '[[task]]\ntext = "植树"\nmode = "sole"\nlead = ["市甲局"]\n'
        '[[task]]\ntext = "清淤"\nmode = "lead"\nlead = ["市甲局"]\n'
        '[[duty]]\norgs = ["市甲局", "市乙局"]\ntexts = ["巡查"]\n'
        '[[indicators]]\norg = "市甲局"\nrows = [{ name = "产值", actual = "-3.3" }]\n'
        '[[meeting]]\nname = "第一次会议"\ndate = "--08-19"\nchair = "王一"\n'
        '[[meeting]]\nname = "第二次会议"\n'
    )
    assert [getattr(fact, "clause", None) for fact in facts] == [
        "修路（市甲局、市乙局牵头，市丙局配合）",
        "架桥（市甲局、市乙局按职责分工负责）",
        "植树（市甲局负责）",
        "清淤（市甲局牵头）",
        "市甲局：巡查",
        "市乙局：巡查",
        "市甲局：产值，实际-3.3",
        "王一主持第一次会议",
        "召开第二次会议",
    ]
    assert facts[0] == Task(
        doc="甲市通知",
        clause="修路（市甲局、市乙局牵头，市丙局配合）",
        span=(0, 0),
        lead=("市甲局", "市乙局"),
        support=("市丙局",),
        mode="lead",
        text="修路",
    )
    assert facts[6] == Indicator(
        doc="甲市通知",
        clause="市甲局：产值，实际-3.3",
        span=(0, 0),
        org="市甲局",
        indicator="产值",
        target=None,
        actual="-3.3",
        gap=None,
    )


def test_files_are_taken_in_the_order_of_their_names() -> None:
    one, two = (HEAD.replace("甲市", city).encode() for city in ("子市", "丑市"))
    assert [fact.doc for fact in load({"2.toml": two, "1.toml": one})] == ["子市通知", "丑市通知"]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"\xff", "bad.toml: byte 0 is not UTF-8; save"),
        (b"[document", "bad.toml: not TOML: Expected ']'"),
        (b"", "bad.toml: the top of the file: Object missing required field `document`"),
        (
            (HEAD + 'issued_by = "X"\n').encode(),
            "bad.toml: document: Object contains unknown field `issued_by`",
        ),
        (
            (HEAD + 'date = "2019.8.28"\n').encode(),
            "bad.toml: document.date: not a date like 2019-08-28",
        ),
        (
            (HEAD + '[[leader]]\nname = "王一"\n[leader.portfolio]\nheads = ["x"]\n').encode(),
            "bad.toml: leader[0].portfolio: Invalid enum value 'heads'",
        ),
        (
            (HEAD + '[[contact]]\nperson = "王一"\nphone = "1"\n').encode(),
            "bad.toml: contact[0]: Object contains unknown field `phone`",
        ),
        (
            (HEAD + '[[task]]\ntext = "修路"\nmode = "sole"\nlead = []\n').encode(),
            "bad.toml: task[0].lead: Expected `array` of length >= 1",
        ),
        (
            (HEAD + '[[task]]\ntext = "修路"\nmode = "both"\nlead = ["市甲局"]\n').encode(),
            "bad.toml: task[0].mode: Invalid enum value 'both'",
        ),
        (
            (HEAD + '[[leader]]\nname = " 王一"\n').encode(),
            "bad.toml: leader[0].name: empty, or with white space around it",
        ),
    ],
)
def test_a_mistake_is_one_line_with_file_key_and_remedy(content: bytes, message: str) -> None:
    with pytest.raises(BadRules) as caught:
        load({"bad.toml": content})
    said = str(caught.value)
    assert said.startswith(message)
    assert "\n" not in said
    assert "; " in said
