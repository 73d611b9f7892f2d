"""A made-up government to draw: ten leaders, a dozen agencies each."""

from __future__ import annotations

from datetime import date
from typing import Any

from registry.charts.chart import Chart
from registry.charts.look import Look
from registry.model import facts as f
from registry.model.records import Absence
from registry.resolve.subject import Glossary
from registry.service.drawing.chart import government_chart
from registry.service.registry import Registry

LEADERS, AGENCIES = 10, 120
DAY = date(2024, 5, 6)
_NAME = "临川市人民政府"
_FAMILY = "赵钱孙李周吴郑王冯陈"


def chart_of(look: Look) -> Chart:
    """Return the chart of the government, with one of its leaders away."""
    known = Registry(_stated(), (), Glossary(), lambda: DAY)
    away = [Absence(person=f"{_FAMILY[1]}远帆", start=DAY, end=DAY)]
    return government_chart(known, DAY, away, government=_NAME, look=look)


def _stated() -> tuple[f.AnyFact, ...]:
    at: dict[str, Any] = {"doc": "临府字〔2024〕9号", "clause": "一条", "span": (0, 2)}
    said: list[f.AnyFact] = [
        f.Document(
            number=at["doc"],
            title="关于市政府领导分工的通知",
            date="2024-05-01",
            issuer=_NAME,
            kind="division",
            **at,
        )
    ]
    people = [f"{family}远帆" for family in _FAMILY]
    for number, person in enumerate(people):
        title = "市政府副市长" if number else "市政府市长"
        said.append(f.Post(person=person, title=title, **at))
        said += [f.Responsible(person=person, area=f"第{number}{n}方面", **at) for n in range(4)]
        said += [
            f.Supervises(person=person, org=f"市第{number}{n}行政管理服务局", **at)
            for n in range(AGENCIES // LEADERS)
        ]
    pairs = zip(people[1::2], people[2::2], strict=False)
    said += [f.AbPair(a=a, b=b, **at) for a, b in pairs]
    return tuple(said)
