"""An invented city of any size, with all that a chart can show, as plain facts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from registry.charts.chart import Chart, Kind
from registry.charts.look import Look
from registry.model import facts as f
from registry.model.records import Absence
from registry.model.time import Period
from registry.resolve.subject import Glossary
from registry.service.drawing.chart import government_chart, group_chart
from registry.service.drawing.places import agency_chart, city_chart, leader_chart, pairs_chart
from registry.service.drawing.times import diff_chart, person_chart, week_chart
from registry.service.registry import Registry

CITY = "临川市人民政府"
COUNTIES = tuple(
    f"临川市{name}人民政府" for name in ("东乡县", "南丰县", "西城区", "北关区", "中营区")
)
GROUP = "临川市防汛抗旱指挥部"
FIRST, SECOND, DAY = date(2022, 3, 1), date(2024, 5, 1), date(2024, 5, 6)
_AT: dict[str, Any] = {"clause": "一条", "span": (0, 0)}

HOSTILE = (
    "{{7*7}}",
    "<script>alert(1)</script>",
    '"]; evil [label="x',
    "a:b\\N->c",
    "</text><a/href=x>",
    "R&D & '六'",
    "江\n二",
    '#eval("x")',
)
"""Names that mean something to SVG, HTML, DOT, templates or typst."""


def plain_names(count: int) -> tuple[str, ...]:
    """Return ``count`` plain names of persons."""
    family, given = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许", "一明二安三宁四清五川六山七海八平"
    return tuple(
        family[n % 20] + given[n // 20 % 8 * 2 : n // 20 % 8 * 2 + 2] for n in range(count)
    )


def city(leaders: Sequence[str], agencies: int, *, tail: str = "行政管理服务局") -> Registry:
    """Return a registry of two divisions of labour, a group, appointments and five counties."""
    stated: list[f.AnyFact] = []
    for day, shift in ((FIRST, 0), (SECOND, 1)):
        stated += division(CITY, day, leaders, agencies, shift, tail)
    for number, county in enumerate(COUNTIES[:-1]):  # the last has no notice that divides
        stated += division(county, SECOND, plain_names(40)[5 * number :][:5], 3, 0, tail)
    stated += [_document("北关", COUNTIES[-1], FIRST, "appointment")]
    stated += _group(leaders, agencies, tail) + _appointments(leaders)
    return Registry(stated, (), Glossary(), lambda: DAY)


def _document(doc: str, issuer: str, day: date, kind: str) -> f.Document:
    return f.Document(
        doc=doc,
        number=doc,
        title=f"{doc}的通知",
        date=day.isoformat(),
        issuer=issuer,
        kind=kind,  # type: ignore[arg-type]
        **_AT,
    )


def division(  # noqa: PLR0917 - what a notice says
    issuer: str, day: date, leaders: Sequence[str], agencies: int, shift: int, tail: str
) -> list[f.AnyFact]:
    doc = f"{issuer}{day.year}"
    said: list[f.AnyFact] = [_document(doc, issuer, day, "division")]
    for number, name in enumerate(leaders):
        title = "副市长" if number else "市长"
        said.append(f.Post(doc=doc, person=name, title=f"市政府{title}", **_AT))
        said.append(f.Post(doc=doc, person=name, title="党组成员", **_AT))
        # From one notice to the next some of the work goes to the leader after.
        own = (number + shift) % len(leaders)
        said += [
            f.Responsible(doc=doc, person=name, area=f"第{number}{n}方面", **_AT) for n in range(3)
        ]
        said += [
            f.Supervises(
                doc=doc, person=name, org=f"市第{own if n % 3 else number}{n}{tail}", **_AT
            )
            for n in range(agencies)
        ]
        said.append(f.Liaises(doc=doc, person=name, org=f"市第{number}联合会", **_AT))
    pairs = zip(leaders[1:-1:2], leaders[2:-1:2], strict=False)
    said += [f.AbPair(doc=doc, a=a, b=b, **_AT) for a, b in pairs]
    return said


def _group(leaders: Sequence[str], agencies: int, tail: str) -> list[f.AnyFact]:
    doc = "临府办字〔2024〕3号"
    said: list[f.AnyFact] = [
        _document(doc, CITY, FIRST, "group"),
        f.Group(doc=doc, group=GROUP, alias="市防指", **_AT),
    ]
    roles = ["总指挥", "副总指挥", "副总指挥", *("成员" for _ in leaders[3:])]
    said += [
        f.Member(doc=doc, group=GROUP, person=name, role=role, title="市水利局党组成员", **_AT)
        for name, role in zip(leaders, roles, strict=False)
    ]
    said += [
        f.Subgroup(doc=doc, group=GROUP, subgroup=f"{leaders[0]}保障组", **_AT),
        f.MemberOrg(doc=doc, group=GROUP, org=f"市第01{tail}", role="成员单位", **_AT),
        f.Office(doc=doc, group=GROUP, org=f"市第02{tail}", **_AT),
        f.OfficeDirector(doc=doc, group=GROUP, person=leaders[1], **_AT),
    ]
    said += [
        f.Task(doc=doc, lead=(f"市第01{tail}",), support=(), mode="lead", text=f"任务{n}", **_AT)
        for n in range(agencies)
    ]
    return said


def _appointments(leaders: Sequence[str]) -> list[f.AnyFact]:
    said: list[f.AnyFact] = []
    for year in range(2016, 2022):
        doc = f"临府字〔{year}〕7号"
        post = f"市第{year}研究院副院长"
        said += [
            _document(doc, CITY, date(year, 3, 1), "appointment"),
            f.Appointed(doc=doc, person=leaders[1], post=post, **_AT),
        ]
        if year > 2016:
            gone = f"市第{year - 1}研究院副院长"
            said.append(f.Removed(doc=doc, person=leaders[1], post=gone, **_AT))
    return said


_WEEK: Period = Period(DAY, date(2024, 5, 12))

KINDS: dict[Kind, Callable[[Registry, Sequence[str], Look], Chart]] = {
    "government": lambda r, n, look: government_chart(r, DAY, _away(n), government=CITY, look=look),
    "leader": lambda r, n, look: leader_chart(r, n[1], DAY, _away(n), government=CITY, look=look),
    "agency": lambda r, _, look: agency_chart(r, _agency(r), DAY, government=CITY, look=look),
    "group": lambda r, _, look: group_chart(r, GROUP, DAY, government=CITY, look=look),
    "pairs": lambda r, n, look: pairs_chart(r, DAY, _away(n), government=CITY, look=look),
    "week": lambda r, n, look: week_chart(r, _WEEK, _away(n), government=CITY, look=look),
    "person": lambda r, n, look: person_chart(r, n[1], DAY, government=CITY, look=look),
    "diff": lambda r, _, look: diff_chart(r, FIRST, DAY, government=CITY, look=look),
    "city": lambda r, _, look: city_chart(r, CITY, DAY, look=look),
}
"""Every kind of chart of such a city."""


def _away(names: Sequence[str]) -> list[Absence]:
    """The mayor, one of a pair and both of another are away."""
    return [Absence(person=name, start=DAY, end=DAY) for name in (names[0], names[1], *names[3:5])]


def _agency(registry: Registry) -> str:
    return next(
        n for n in registry.organisation(DAY, CITY).names("agency") if n.startswith("市第01")
    )
