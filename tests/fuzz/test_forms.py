"""Rule files and scenarios with slips: read, or refused with one line that names the file."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.errors import RegistryError
from registry.service.supposed.scenario import read_scenario
from registry.shipped import shipped
from registry.tables.rules import Rulebook, read_rules
from tests.fuzz.bounds import bounded, calls
from tests.fuzz.mutated import mutated
from tests.tables.test_rules_bad import FOLDER

RULES = [
    path.read_text(encoding="utf-8")
    for path in (*sorted(shipped("rules").glob("*.toml")), *sorted(FOLDER.glob("*.toml")))
]
SCENARIO = """from = 2024-06-03
to = 2024-06-09
government = "云陵市人民政府"

[[absence]]
person = "蓝启程"
from = 2024-06-04
kind = "ill"

[[absence]]
person = "温若谷"
when = "2024-06-05/pm"

[[appoint]]
person = "简书宁"
post = "云陵市商务局局长"
concurrent = true
on = 2024-06-04

[[remove]]
person = "姚沐川"
post = "云陵市副市长"

[[retire]]
person = "顾远帆"
on = 2024-06-05
"""
ODD = (
    "= [ ] [[rule]] [rule.source] {} { from until inf nan -1 1e400 0x7f 99999999999999999999"
    ' 2024-02-30 2024-06-03T25:00:00 10:00 0001-01-01 9999-12-31 true \'\' "" "\\ud800" "\\u0000"'
    " backup_acts kind id source.clause a.b.c = # \\"
).split(" ")
WORDS = sorted({word for text in RULES for word in re.findall(r"\S+", text)})[::7] + ODD
MOST_CALLS = 300_000


def told(read: Callable[[], object], name: str) -> None:
    """Read, and hold a refusal to one line that begins with the file's name."""

    def once() -> None:
        try:
            read()
        except RegistryError as error:
            assert str(error).startswith(name), str(error)
            assert len(str(error).splitlines()) == 1, str(error)

    assert calls(once) < MOST_CALLS


@bounded(80)
@given(mutated(RULES, WORDS))
def test_a_rule_file_with_slips(text: str) -> None:
    def read() -> None:
        book = read_rules(text.encode(), "city.toml")
        assert isinstance(book, Rulebook)
        assert book.rules
        assert bool(book.government) != bool(book.country)

    told(read, "city.toml")


@bounded(40)
@given(st.one_of(st.binary(max_size=100), st.text("[]{}=.\"'#\n ab1-:", max_size=60)))
def test_anything_for_a_rule_file(content: bytes | str) -> None:
    raw = content if isinstance(content, bytes) else content.encode()
    told(lambda: read_rules(raw, "city.toml"), "city.toml")


@bounded(80)
@given(text=mutated([SCENARIO], WORDS))
def test_a_scenario_with_slips(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    path = tmp_path_factory.getbasetemp() / "fuzzed.toml"
    path.write_bytes(text.encode())
    told(lambda: read_scenario(path).absences(), str(path))
