"""Notices of an invented city, in words that the parser reads, and what is found in them."""

from __future__ import annotations

from datetime import date

from registry.checks import CHECKS, Case
from registry.graph.history import History
from registry.model.facts import AnyFact
from registry.model.findings import Finding, FindingKind
from registry.model.records import Absence
from registry.parsing.notice import parse
from registry.tables.rules import Rulebook

CITY = "云岭市人民政府"
ON = date(2030, 1, 1)


def notice(title: str, number: str, day: str, body: str, *, office: bool = False) -> str:
    """Write a notice of the city: its head, the recipients, ``body``, and its issuer and day."""
    issuer = f"{CITY}办公室" if office else CITY
    year, month, date_ = day.split("-")
    written = f"{year}年{int(month)}月{int(date_)}日"
    return (
        f"{issuer}关于{title}的通知\n{number}\n\n各县（市、区）人民政府，市政府各部门：\n"
        f"{body.strip()}\n{issuer}\n{written}\n"
    )


LEADERS = """
江一帆：市政府市长、党组书记
负责市政府全面工作。
分管市审计局。
何二川：市政府副市长
负责商务、卫生健康等方面工作。
分管市商务局、市卫生健康委员会。
胡三山：市政府副市长
负责教育、体育等方面工作。
分管市教育局、市体育局。
方四海：市政府秘书长
负责市政府日常工作。
分管市机关事务管理局。
"""
PAIRS = "江一帆同志与方四海同志互为AB角，何二川同志与胡三山同志互为AB角。"


def division(
    leaders: str = LEADERS, pairs: str = PAIRS, day: str = "2024-03-01", number: str = "1"
) -> str:
    """Write a division-of-labour notice; by itself nothing is wrong with it."""
    return notice("调整市政府领导分工", f"云府字〔{day[:4]}〕{number}号", day, leaders + pairs)


def group(body: str, day: str = "2024-05-06", number: str = "9") -> str:
    """Write a notice that sets a group up, of the city's office."""
    title = "成立云岭市食品安全工作领导小组"
    return notice(title, f"云府办字〔{day[:4]}〕{number}号", day, body, office=True)


def moves(body: str, day: str = "2024-09-01", number: str = "20") -> str:
    """Write an appointments notice."""
    return notice("江某等同志职务任免", f"云府字〔{day[:4]}〕{number}号", day, body)


def case(
    *texts: str | tuple[AnyFact, ...],
    away: tuple[Absence, ...] = (),
    rules: Rulebook | None = None,
    on: date = ON,
    government: str = CITY,
) -> Case:
    """Read texts (or take facts made by hand) into a case of the city."""
    facts = tuple(
        fact for text in texts for fact in (parse(text) if isinstance(text, str) else text)
    )
    return Case(
        history=History(facts, government),
        given=facts,
        on=on,
        absences=away,
        rulebook=rules,
    )


def found(kind: FindingKind, looked_at: Case) -> list[Finding]:
    """Return what the check of ``kind`` finds."""
    return list(CHECKS[kind](looked_at))


def names(kind: FindingKind, looked_at: Case) -> list[tuple[str, ...]]:
    """Return whom and what the findings of ``kind`` concern."""
    return [finding.names for finding in found(kind, looked_at)]


def quotes(finding: Finding) -> list[str]:
    """Return the clauses that a finding quotes."""
    return [place.clause for place in finding.places]
