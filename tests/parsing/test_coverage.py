"""How much of a notice became facts, and that the rest is told."""

from __future__ import annotations

from registry.model.facts import Unparsed
from registry.parsing.coverage import coverage
from registry.parsing.notice import parse
from registry.parsing.text import squeeze

NOTICE = """澜河市人民政府关于市政府领导分工的通知
澜河府〔2022〕4号
各县区人民政府：
沈望川：市长
主持市政府全面工作。
林知秋：副市长
负责商务工作。分管市商务局。
A角不在岗时，由B角履行职责。
"""


def test_all_that_is_operative_is_in_facts_or_in_the_rest() -> None:
    (found,) = coverage(NOTICE)
    assert found.doc == "澜河府〔2022〕4号"
    assert found.operative == found.in_facts + sum(len(rest.clause) for rest in found.rest)


def test_an_operative_sentence_without_a_fact_is_told_with_its_place() -> None:
    (found,) = coverage(NOTICE)
    assert [rest.clause for rest in found.rest] == ["A角不在岗时，由B角履行职责。"]
    start, end = found.rest[0].span
    assert squeeze(NOTICE[start:end]) == found.rest[0].clause


def test_what_the_parser_could_not_read_is_in_the_rest() -> None:
    text = NOTICE.replace("负责商务工作。", "协助处理。")
    unparsed = [fact for fact in parse(text) if isinstance(fact, Unparsed)]
    (found,) = coverage(text)
    assert {fact.clause for fact in unparsed} <= {rest.clause for rest in found.rest}


def test_a_text_that_states_nothing_has_nothing_operative() -> None:
    (found,) = coverage("关于放假的通知\n今天天气很好。\n")
    assert (found.operative, found.in_facts, found.rest) == (0, 0, ())
