"""Work that plans give to agencies in running text and under labels of every form."""

from __future__ import annotations

import pytest

from registry.model.facts import Task
from registry.parsing.notice import parse
from tests.parsing.clauses.test_not_guessed import left_open

HEAD = "青溪市人民政府关于做好有关工作的通知\n青府发〔2020〕1号\n各有关单位：\n"
BOTH = ("整治河道", ("市水利局",), ("市生态环境局", "市住建局"), "lead")


def given(*body: str) -> list[tuple[str, tuple[str, ...], tuple[str, ...], str]]:
    """Return the tasks of a plan: text, who leads, who supports, and how."""
    found = [fact for fact in parse(HEAD + "\n".join(body)) if isinstance(fact, Task)]
    return [(fact.text, fact.lead, fact.support, fact.mode) for fact in found]


@pytest.mark.parametrize(
    "body",
    [
        ("1.整治河道。由市水利局牵头，市生态环境局、市住建局配合。",),
        ("（一）整治河道。清理垃圾，由市水利局牵头，市生态环境局、市住建局配合，6月底前完成。",),
        ("（一）整治河道。由市水利局牵头负责，市生态环境局、市住建局配合落实。",),
        ("一、整治河道。由市水利局负责，市生态环境局、市住建局协助。",),
        ("一、整治河道。由市水利局牵头、市生态环境局、市住建局配合。",),
        ("1.整治河道由市水利局牵头，市生态环境局、市住建局配合。",),
        ("（一）整治河道", "牵头部门——市水利局", "配合部门——市生态环境局、市住建局"),
        ("（一）整治河道", "牵头单位—市水利局；责任单位—市生态环境局、市住建局"),
        ("（一）整治河道", "牵头单位：市水利局", "责任单位：市生态环境局、市住建局"),
        ("（一）整治河道", "责任单位：市水利局；配合单位：市生态环境局、市住建局"),
        ("（一）整治河道。清理垃圾。（牵头部门——市水利局，配合部门——市生态环境局、市住建局）",),
    ],
)
def test_one_leads_and_others_support(body: tuple[str, ...]) -> None:
    assert given(*body) == [BOTH]


@pytest.mark.parametrize(
    "body",
    [
        "（1）综合协调组。由市水利局牵头，市住建局参加。",
        "要压实责任，由市水利局牵头，市住建局配合，抓好落实。",
        "1.压实责任。由分管领导牵头，每周调度一次。",
        "2.规范流程。由窗口牵头单位统一受理。",
    ],
)
def test_what_only_looks_like_a_task(body: str) -> None:
    assert given(body) == []


def test_people_who_lead_a_task_are_reported() -> None:
    body = "（一）整治河道。由王明牵头，李强配合。"
    assert given(body) == []
    assert left_open("plan", body) == ["由王明牵头，李强配合。"]
