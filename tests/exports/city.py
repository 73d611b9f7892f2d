"""Invented governments with a history: names that are awkward, and a division that is replaced."""

from __future__ import annotations

from datetime import date
from typing import Any

from registry.exports.extract import Extract, extract
from registry.graph.history import History
from registry.model import facts as f

GOVERNMENT = "临川市人民政府"
DAY = date(2024, 9, 30)


def made(name: str = "河二安", on: date = DAY) -> Extract:
    """Return the extract of the invented city on a day, with one name of one's own in every place."""
    return extract(History(stated(name), GOVERNMENT), on, english={"commerce": "商务"})


def stated(name: str) -> tuple[f.AnyFact, ...]:
    """State a division, one that replaces it, an appointment, a removal and a group."""
    first, second, moves, group = (
        "临府字〔2024〕1号",
        "临府字〔2024〕9号",
        "临府字〔2024〕11号",
        name,
    )
    return (
        *_division(first, "2024-01-10", "江一平", "湖三宁"),
        *_division(second, "2024-05", "江一平", name),
        _document(moves, "2024-08-01", "appointment"),
        f.Appointed(person="海四清", post="市商务局局长", **_at(moves, "任命海四清为市商务局局长")),
        f.Removed(person="湖三宁", post="市商务局局长", **_at(moves, "免去湖三宁市商务局局长职务")),
        _document(group, "2024-09-01", "group", number=None),
        f.Group(group=f"{name}领导小组", alias="小组", **_at(group, name)),
        f.Member(group=f"{name}领导小组", person=name, role="组长", title=name, **_at(group, name)),
        f.MemberOrg(group=f"{name}领导小组", org="市商务局", role="成员单位", **_at(group, "成员单位：市商务局")),
        f.MemberRole(
            group=f"{name}领导小组", role="副组长", description="分管教育的副市长", **_at(group, "副组长：分管教育的副市长")
        ),
        f.Subgroup(group=f"{name}领导小组", subgroup="保障组", **_at(group, "下设保障组")),
        f.Member(
            group=f"{name}领导小组", person="海四清", role="组长", subgroup="保障组", **_at(group, "保障组组长：海四清")
        ),
        f.Office(group=f"{name}领导小组", org="市商务局", **_at(group, "办公室设在市商务局")),
    )  # fmt: skip


def _division(doc: str, day: str, head: str, deputy: str) -> tuple[f.AnyFact, ...]:
    return (
        _document(doc, day, "division"),
        f.Post(person=head, title="市政府市长", **_at(doc, f"{head}：市政府市长")),
        f.Post(person=deputy, title="市政府副市长", **_at(doc, f"{deputy}：市政府副市长")),
        f.Responsible(person=deputy, area="商务", **_at(doc, "负责商务")),
        f.Supervises(person=deputy, org="市商务局", alias="市口岸办", **_at(doc, "分管市商务局（市口岸办）")),
        f.AbPair(a=head, b=deputy, **_at(doc, f"{head}与{deputy}互为AB角")),
    )  # fmt: skip


def _document(doc: str, day: str, kind: f.DocumentKind, number: str | None = "") -> f.Document:
    return f.Document(
        number=doc if number == "" else number,
        title=f"{doc}的通知",
        date=day,
        issuer=GOVERNMENT,
        kind=kind,
        **_at(doc, f"{doc}的通知"),
    )


def _at(doc: str, clause: str) -> dict[str, Any]:
    return {"doc": doc, "clause": clause, "span": (0, len(clause))}
