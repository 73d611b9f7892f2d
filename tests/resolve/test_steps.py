"""The steps of an answer in their order, by the codes that docs/reference/answers.md lists."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from msgspec import structs

from registry.graph.history import History
from registry.model import facts as f
from registry.model.answers import Segment
from registry.model.records import Absence, Decision
from registry.resolve.answer import answer
from registry.resolve.found import Glossary
from registry.tables import rule_kinds as k
from registry.tables.rules import AnyRule, Rulebook, Source
from tests.graph.city import (
    CITY,
    DIVISION,
    LEADERS,
    PAIRS,
    division,
    document,
    duty,
    fact,
    plan,
    report,
)

DAY = date(2020, 5, 4)
RULE: dict[str, Any] = {"start": date(2020, 3, 1), "source": Source(DIVISION, 2020, "第三条")}
WHEN: dict[str, Any] = {
    "triggers": ("away",),
    "passes": ("supervises", "responsible", "also_supervises", "also_responsible", "liaises"),
    "coordinator": "秘书长",
}
BACKUP = k.BackupActs(id="b", **RULE, **WHEN)
BOTH = k.CoordinatorAssigns(id="both", **RULE, **WHEN)
RULES: tuple[AnyRule, ...] = (BACKUP, BOTH)
GLOSSARY = Glossary(english={"commerce": "商务", "stability": "社会稳定"})
FACTS = division(pairs=PAIRS)


def whole(
    subject: str,
    *away: str,
    facts: list[f.AnyFact] | None = None,
    rules: tuple[AnyRule, ...] = RULES,
    on: date = DAY,
    kind: str = "away",
    decisions: tuple[Decision, ...] = (),
) -> Segment:
    absences = [Absence(person=p, start=on, end=on, kind=kind) for p in away]
    book = Rulebook(government=CITY, rules=rules, file="cn.toml")
    history = History(facts or FACTS, CITY)
    found = answer(
        history,
        book,
        subject,
        on,
        on,
        absences=absences,
        decisions=decisions,
        glossary=GLOSSARY,
    )
    (segment,) = found.segments
    return segment


def codes(subject: str, *away: str, **more: Any) -> list[str]:
    """The codes of the principal's steps, or of the answer's own where nobody is in charge."""
    segment = whole(subject, *away, **more)
    reasons = segment.covers[0].reasons if segment.covers else segment.reasons
    return [reason.code for reason in reasons]


def moved(kind: type[f.Fact], **keys: Any) -> list[f.AnyFact]:
    return [document("动", "2020-04-01", "appointment"), fact(kind, "动", **keys)]


def group(*parts: f.AnyFact, **status: Any) -> list[f.AnyFact]:
    name = "市防汛抗旱指挥部"
    return [
        *FACTS,
        document("组", "2020-04-01", "group"),
        fact(f.Group, "组", group=name, **status),
        *parts,
    ]


NAMED = Decision(
    coordinator="洋五", holder="湖三", assignee="海四", start=DAY, end=DAY, because="外出"
)
SEVERAL = division(backups=(("湖三", "河二"), ("湖三", "海四")))


STEPS: list[tuple[tuple[str, ...], dict[str, Any], list[str]]] = [
    (("教育",), {}, ["holds", "present"]),
    (("教育", "湖三"), {}, ["holds", "absent", "pair", "rule"]),
    (
        ("教育", "湖三"),
        {"rules": (structs.replace(BACKUP, open="甲"), BOTH)},
        ["holds", "absent", "pair", "rule", "open"],
    ),
    (("教育", "湖三"), {"rules": ()}, ["holds", "absent", "pair", "plain_pair"]),
    (
        ("教育", "湖三", "洋五"),
        {},
        ["holds", "absent", "pair", "rule", "coordinator_away"],
    ),
    (("教育", "湖三", "河二"), {}, ["holds", "absent", "pair", "absent", "rule"]),
    (
        ("教育", "湖三", "河二"),
        {"rules": (BACKUP,)},
        ["holds", "absent", "pair", "absent", "silent"],
    ),
    (
        ("教育", "湖三", "河二"),
        {"decisions": (NAMED,)},
        ["holds", "absent", "pair", "absent", "rule", "decision"],
    ),
    (
        ("教育", "湖三", "河二", "洋五"),
        {},
        ["holds", "absent", "pair", "absent", "rule", "nobody_can_assign"],
    ),
    (
        ("教育", "湖三", "河二", "江一", "海四"),
        {},
        ["holds", "absent", "pair", "absent", "rule", "no_candidate"],
    ),
    (
        ("教育", "湖三", "河二"),
        {"rules": (BACKUP, structs.replace(BOTH, coordinator="主任"))},
        ["holds", "absent", "pair", "absent", "rule", "coordinator_unknown"],
    ),
    (("教育", "湖三"), {"kind": "ill"}, ["holds", "absent", "pair", "silent"]),
    (("农业", "海四"), {}, ["holds", "absent", "silent"]),
    (
        ("教育", "湖三"),
        {"facts": SEVERAL},
        ["holds", "absent", "pair", "pair", "several_backups"],
    ),
    (
        ("教育",),
        {"facts": [*FACTS, *moved(f.Removed, person="湖三", post="市政府副市长")]},
        ["holds", "left"],
    ),
    (
        ("教育", "湖三"),
        {"facts": [*FACTS, *moved(f.Removed, person="河二", post="市政府副市长")]},
        ["holds", "absent", "pair", "left", "silent"],
    ),
    (("commerce",), {}, ["english_name", "holds", "present"]),
    (
        ("教育",),
        {"facts": [*FACTS, fact(f.Responsible, DIVISION, person="海四", area="职业教育")]},
        ["related", "holds", "present"],
    ),
    (("城市管理",), {}, ["part_of_area", "holds", "present"]),
    (("市卫健委",), {}, ["short_name", "holds", "present"]),
    (
        ("市粮食局",),
        {
            "facts": [
                *FACTS,
                fact(f.Supervises, DIVISION, person="湖三", org="市粮食和物资局", alias="市粮食局"),
            ]
        },
        ["alias", "holds", "present"],
    ),
    (("税务",), {}, ["agency_of_area", "holds", "present"]),
    (("stability",), {}, ["english_name", "holds", "assists_only"]),
    (("交通",), {}, ["ambiguous"]),
    (("教育",), {"on": date(2020, 2, 1)}, ["before_first_notice"]),
    (("教育",), {"facts": division(date=None)}, ["undated"]),
    (
        ("教育",),
        {
            "facts": [
                *FACTS,
                structs.replace(
                    document("废", "2020-04-01", "plan"), title=f"关于废止{DIVISION}的通知"
                ),
            ]
        },
        ["repealed"],
    ),
    (
        ("教育",),
        {"facts": [*FACTS, *division("新", "2020-04-01", leaders={"河二": LEADERS["河二"]})]},
        ["nobody_holds"],
    ),
    (
        ("溪七",),
        {"facts": [*FACTS, *moved(f.Appointed, person="溪七", post="市水利局局长")]},
        ["holds", "no_share"],
    ),
    (
        ("市政府秘书长",),
        {"facts": [*FACTS, *moved(f.Removed, person="洋五", post="市政府秘书长")]},
        ["vacant"],
    ),
    (
        ("县长",),
        {"facts": [*FACTS, *moved(f.Appointed, person="溪七", post="代县长")]},
        ["acting_by_statute", "holds", "present"],
    ),
    (
        ("县长",),
        {
            "facts": [
                *FACTS,
                *moved(f.Appointed, person="溪七", post="代县长"),
                document("免", "2020-05-01", "appointment"),
                fact(f.Removed, "免", person="溪七", post="代县长"),
            ]
        },
        ["nobody_holds"],
    ),
    (
        ("市水利局局长",),
        {
            "facts": [
                *FACTS,
                *moved(f.Appointed, person="溪七", post="市水利局副局长（主持工作）"),
            ]
        },
        ["temporary_charge", "holds", "present"],
    ),
    (
        ("市水利局局长",),
        {
            "facts": [
                *FACTS,
                *moved(f.Appointed, person="溪七", post="市水利局局长", terms="试用期一年"),
            ]
        },
        ["probation", "holds", "present"],
    ),
    (
        ("市水利局局长",),
        {
            "facts": [
                *FACTS,
                *moved(f.Appointed, person="溪七", post="市水利局局长", terms="挂职一年"),
            ]
        },
        ["secondment", "holds", "present"],
    ),
    (
        ("市防汛抗旱指挥部",),
        {
            "facts": group(
                fact(
                    f.MemberRole,
                    "组",
                    group="市防汛抗旱指挥部",
                    role="组长",
                    description="分管领导",
                )
            )
        },
        ["role_only"],
    ),
    (("市防汛抗旱指挥部",), {"facts": group()}, ["no_head"]),
    (("市防汛抗旱指挥部",), {"facts": group(status="mentioned")}, ["no_head"]),
    (
        ("建设市场",),
        {"facts": [*FACTS, *plan(("建设市场", ("市商务局",), ("市审计局",)))]},
        ["leads", "holds", "present"],
    ),
    (
        ("建设大型市场",),
        {"facts": [*FACTS, *plan(("加快建设大型市场", ("市商务局",), ()))]},
        ["part_of_text", "leads", "holds", "present"],
    ),
    (
        ("外贸总额",),
        {"facts": [*FACTS, *report(("市商务局", "外贸总额", "1", None, None))]},
        ["answers_for", "holds", "present"],
    ),
    (
        ("监督市场秩序",),
        {"facts": [*FACTS, *plan(), duty("市商务局", "监督市场秩序")]},
        ["has_duty", "holds", "present"],
    ),
    (
        ("建设市场",),
        {"facts": [*FACTS, *plan(("建设市场", ("市粮食局",), ()))]},
        ["leads", "no_holder"],
    ),
]


@pytest.mark.parametrize(("asked", "more", "expected"), STEPS)
def test_the_steps_in_their_order(
    asked: tuple[str, ...], more: dict[str, Any], expected: list[str]
) -> None:
    assert codes(*asked, **more) == expected


def test_of_work_given_before_the_first_division_it_is_said_from_when_leaders_are_known() -> None:
    facts = [*plan(("建设市场", ("市商务局",), ()), date="2020-01-01"), *FACTS]
    for day in (date(2020, 1, 1), date(2020, 2, 1)):
        segment = whole("建设市场", facts=facts, on=day)
        assert [reason.code for reason in segment.reasons] == ["leads", "before_first_notice"]
        assert "2020-03-01" in segment.reasons[-1].text.zh
    earlier = whole("建设市场", facts=facts, on=date(2019, 12, 31)).reasons
    assert "2020-01-01" in earlier[-1].text.zh


def test_the_clauses_of_supporting_agencies_stand_beside() -> None:
    facts = [*FACTS, *plan(("建设市场", ("市商务局",), ("市审计局",)))]
    assert [r.code for r in whole("建设市场", facts=facts).reasons] == ["supports"]


def test_every_code_told_by_the_reference_is_here() -> None:
    page = Path(__file__).parents[2] / "docs" / "reference" / "answers.md"
    text = page.read_text(encoding="utf-8")
    listed = text.partition("`code` is one of:")[2].partition("\n\n")[0]
    seen = {code for _, _, expected in STEPS for code in expected} | {"supports"}
    assert set(re.findall(r"`([a-z_]+)`", listed)) - seen == {"no_division", "agency_ambiguous"}
