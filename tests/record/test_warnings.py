"""What an absence brings about is told when it is recorded, and only then."""

from __future__ import annotations

from datetime import date

from registry.model.journal import AnyRecord, Split
from registry.service.record import Known, absence
from registry.service.record_warnings import warnings
from registry.tables.rules import read_rules
from registry.wiring import shipped_glossary
from tests.graph.city import CITY
from tests.graph.city import DIVISION as NUMBER
from tests.state.journal import DIVISION, absent, entries

RULES = read_rules(
    f"""
government = "{CITY}"
[[rule]]
id = "b"
kind = "backup_acts"
from = 2020-01-01
triggers = ["away"]
passes = ["supervises"]
coordinator = "秘书长"
source = {{ document = "d", date = 2020-01-01, clause = "c" }}
""".encode(),
    "city.toml",
)


def told(person: str, day: int, *before: AnyRecord) -> list[str]:
    known = Known(
        entries(DIVISION, *before), (RULES,), shipped_glossary(), lambda: date(2020, 5, 1)
    )
    on = date(2020, 5, day)
    made = absence(known, person, on, on, "away")
    return [words.zh for words in warnings(known, [made])]


def test_a_and_b_away() -> None:
    assert told("河二", 3) == []
    assert told("河二", 3, absent("湖三")) == ["2020-05-03，河二和B角湖三都不在"]
    assert told("河二", 3, absent("海四")) == []
    assert told("河二", 13, absent("湖三")) == []


def test_others_away_are_not_told_again() -> None:
    assert told("海四", 3, absent("湖三"), absent("河二"), absent("洋五")) == []


def test_the_coordinator_away() -> None:
    (said,) = told("洋五", 3)
    assert "协调人洋五（秘书长）不在" in said


def test_one_told_apart_is_no_partner() -> None:
    apart = Split(government=CITY, name="湖三", docs=(NUMBER,), called="湖三（二）")
    (said,) = told("河二", 3, apart, absent("湖三（二）"))
    assert "湖三（二）" in said
