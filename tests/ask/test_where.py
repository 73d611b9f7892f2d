"""A question that names its government: by its name, its place, or less at the beginning."""

from __future__ import annotations

from datetime import date

import pytest

from registry.ask.reading import NotUnderstood
from registry.errors import SeveralFit, UnknownName
from registry.model.answers import Answer
from registry.parsing.notice import parse
from registry.service.answers.ask import ask
from registry.service.answers.ask_where import where
from registry.service.registry import Registry
from registry.wiring import shipped_facts, shipped_glossary
from tests.checks.city import division

KNOWN = ("青岚市人民政府", "楚汀市人民政府", "青岚市竹里区人民政府", "楚汀市竹里区人民政府")


def city(name: str, holder: str) -> str:
    text = division().replace("云岭", name).replace("云府", f"{name[0]}府")
    return text.replace("何二川", holder)


@pytest.fixture(scope="module")
def registry() -> Registry:
    texts = (city("青岚", "梅逸舟"), city("楚汀", "柏云汀"))
    facts = [fact for text in texts for fact in parse(text)]
    return Registry(facts, (), shipped_glossary(), lambda: date(2024, 9, 1))


@pytest.mark.parametrize(
    ("question", "government", "holder"),
    [
        ("青岚市谁管商务？", "青岚市人民政府", "梅逸舟"),
        ("楚汀市人民政府谁分管商务？", "楚汀市人民政府", "柏云汀"),
        ("楚汀市政府，谁管商务？", "楚汀市人民政府", "柏云汀"),
        ("谁管青岚市的商务？", "青岚市人民政府", "梅逸舟"),
        ("在楚汀市谁管商务？", "楚汀市人民政府", "柏云汀"),
        ("请问青岚谁管商务？", "青岚市人民政府", "梅逸舟"),
        ("楚汀：商务谁管？", "楚汀市人民政府", "柏云汀"),
        ("某某省楚汀市本周谁管商务？", "楚汀市人民政府", "柏云汀"),
        ("who covers commerce in 青岚市?", "青岚市人民政府", "梅逸舟"),
        ("青岚市: who covers commerce next week?", "青岚市人民政府", "梅逸舟"),
    ],
)
def test_the_government_that_is_named_answers(
    registry: Registry, question: str, government: str, holder: str
) -> None:
    found = ask(registry, question)
    assert found.government == government
    assert isinstance(found.answer, Answer)
    assert found.answer.segments[0].acting == (holder,)


@pytest.mark.parametrize(
    ("question", "rest"),
    [
        ("竹里区谁管商务？", "谁管商务？"),
        ("青岚市竹里区谁管商务？", "谁管商务？"),
    ],
)
def test_a_part_within_a_place(question: str, rest: str) -> None:
    found = where(question, KNOWN)
    assert found is not None
    assert found.question == rest
    assert found.governments == (KNOWN[2:] if question.startswith("竹") else KNOWN[2:3])


@pytest.mark.parametrize(
    "question", ["谁管商务？", "商务谁管，青岚那边呢？", "竹里谁管商务？", "城区绿化谁管？", ""]
)
def test_no_government_is_named(question: str) -> None:
    found = where(question, KNOWN[:2])
    assert found is None


def test_two_governments_at_once_are_refused(registry: Registry) -> None:
    with pytest.raises(NotUnderstood, match="一次只问一级政府"):
        ask(registry, "青岚市和楚汀市谁管商务？")


def test_a_place_that_two_have_is_asked_back() -> None:
    facts = [
        fact
        for name in ("青岚市竹里区", "楚汀市竹里区")
        for fact in parse(division().replace("云岭市", name).replace("云府", f"{name[0]}府"))
    ]
    known = Registry(facts, (), shipped_glossary(), lambda: date(2024, 9, 1))
    with pytest.raises(SeveralFit, match="楚汀市竹里区人民政府"):
        ask(known, "竹里区谁管商务？")


def test_without_a_name_where_several_are_known_it_has_to_be_chosen(registry: Registry) -> None:
    with pytest.raises(SeveralFit):
        ask(registry, "谁管商务？")
    assert ask(registry, "谁管商务？", government="青岚市").government == "青岚市人民政府"


def test_a_group_whose_name_begins_with_the_place_is_asked_for_whole() -> None:
    known = Registry(shipped_facts(), (), shipped_glossary(), lambda: date(2019, 9, 20))
    group = "景德镇市公共场所安全防护设施建设工作领导小组"
    found = ask(known, f"{group}的组长是谁？", government=None)
    assert found.understood.subject == group


def test_a_place_that_is_not_known_is_not_passed_over(registry: Registry) -> None:
    with pytest.raises(SeveralFit):
        ask(registry, "云陵市谁管商务？")
    one = Registry(parse(city("青岚", "梅逸舟")), (), shipped_glossary(), lambda: date(2024, 9, 1))
    with pytest.raises(UnknownName, match="no notice of '云陵市' is known"):
        ask(one, "云陵市谁管商务？")
    with pytest.raises(NotUnderstood):
        ask(one, "云陵市的天气怎么样？")
