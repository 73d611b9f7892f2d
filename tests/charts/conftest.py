"""An invented government, large enough to be awkward to draw."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from registry.graph.organisation import Organisation
from registry.graph.timeline import organisation
from registry.model import facts as f

GOVERNMENT = "临川市人民政府"
DAY = date(2024, 5, 6)
_AT: dict[str, Any] = {"clause": "", "span": (0, 0)}


@pytest.fixture
def government(stated: list[f.AnyFact]) -> Organisation:
    """The government of those facts."""
    return organisation(stated, GOVERNMENT, DAY)


@pytest.fixture
def stated() -> list[f.AnyFact]:
    """Six leaders, two AB pairs, one one-way backup, one portfolio of thirty liaisons."""
    doc = "临府字〔2024〕9号"
    names = ("江一平", "河二安", "湖三宁", "海四清", "欧阳五<川>", "R&D “六”")
    stated: list[f.AnyFact] = [
        f.Document(
            doc=doc,
            number=doc,
            title="关于调整市政府领导分工的通知",
            date="2024-05-01",
            issuer=GOVERNMENT,
            kind="division",
            **_AT,
        )
    ]
    for number, name in enumerate(names):
        title = "市政府副市长" if number else "市政府市长"
        stated.append(f.Post(doc=doc, person=name, title=title, **_AT))
        stated.append(f.Responsible(doc=doc, person=name, area=f"第{number}方面<b>", **_AT))
        stated += [
            f.Supervises(doc=doc, person=name, org=f"市第{number}{n}管理局", **_AT)
            for n in range(3 * number + 1)
        ]
    stated.append(
        f.Supervises(doc=doc, person=names[2], org="市农业农村局", alias="市粮食局", **_AT)
    )
    stated += [
        f.Liaises(doc=doc, person=names[3], org=f"第{n}号临川国有资本投资运营有限公司", **_AT)
        for n in range(30)
    ]
    stated.append(f.AbPair(doc=doc, a=names[1], b=names[4], **_AT))
    stated.append(f.AbPair(doc=doc, a=names[2], b=names[3], **_AT))
    stated.append(f.Backup(doc=doc, a=names[5], b=names[0], **_AT))
    return stated


@pytest.fixture
def with_group() -> Organisation:
    """A command of thirty members with sub-groups, seats by office, an office elsewhere."""
    doc, name = "临府办字〔2024〕3号", "临川市防汛抗旱指挥部"
    stated: list[f.AnyFact] = [
        f.Document(
            doc=doc,
            number=doc,
            title="关于成立临川市防汛抗旱指挥部的通知",
            date="2024-04-01",
            issuer=GOVERNMENT,
            kind="group",
            **_AT,
        ),
        f.Group(doc=doc, group=name, alias="市防指", **_AT),
        f.Member(doc=doc, group=name, person="江一平", role="总指挥", title="市长", **_AT),
        f.Member(doc=doc, group=name, person="河二安", role="副总指挥", title="副市长", **_AT),
    ]
    stated += [
        f.Member(
            doc=doc,
            group=name,
            person=f"成员{n:02d}",
            role="成员",
            title="市水利局党组成员、市防汛抗旱应急救援中心主任",
            **_AT,
        )
        for n in range(30)
    ]
    stated += [
        f.MemberRole(doc=doc, group=name, role="副总指挥", description="分管水利的副市长", **_AT),
        f.MemberOrg(doc=doc, group=name, org="市气象局", role="成员单位", **_AT),
        f.Subgroup(doc=doc, group=name, subgroup="物资保障组", **_AT),
        f.Member(
            doc=doc,
            group=name,
            subgroup="物资保障组",
            person="湖三宁",
            role="组长",
            title=None,
            **_AT,
        ),
        f.Office(doc=doc, group=name, org="市应急管理局", **_AT),
        f.OfficeDirector(doc=doc, group=name, person="海四清", **_AT),
    ]
    return organisation(stated, GOVERNMENT, DAY)
