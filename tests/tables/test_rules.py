"""Rule files: the shipped one reads, and each mistake is named with its line and its remedy."""

from __future__ import annotations

from datetime import date

import pytest

from registry.errors import BadRules
from registry.shipped import shipped
from registry.tables.rules import BackupActs, CoordinatorAssigns, read_rules

FILE = "cn-jx-jingdezhen.toml"
TEXT = (shipped("rules") / FILE).read_text(encoding="utf-8")


def test_the_2019_rule_reads_and_cites_its_clause() -> None:
    book = read_rules(TEXT.encode(), FILE)
    assert book.government == "景德镇市人民政府"
    backup, both = book.rules
    assert isinstance(backup, BackupActs)
    assert isinstance(both, CoordinatorAssigns)
    assert backup.coordinator == both.coordinator == "秘书长"
    assert "heads" not in backup.passes
    assert backup.source.document == "景府字〔2019〕33号"
    assert "代行相关工作职责" in backup.source.clause
    assert backup.holds(date(2019, 8, 28))
    assert not backup.holds(date(2019, 8, 27))


@pytest.mark.parametrize(
    ("right", "wrong", "line", "said"),
    [
        ('"coordinator_assigns"', '"coordinator_asigns"', 23, "did you mean 'coordinator_assigns'"),
        ("triggers = ", "trigers = ", 11, "did you mean 'triggers'"),
        ('"liaises"]', '"liases"]', 12, "did you mean 'liaises'"),
        ("from = 2019-08-28\n", 'from = "soon"\n', 10, "Expected date"),
        ("from = 2019-08-28\n", "", 7, "missing required field from; add it"),
        ("clause =", "claus =", 18, "did you mean 'clause'"),
        ("government =", "goverment =", 4, "did you mean 'government'"),
        ('= "秘书长"', "= 秘书长", 13, "not TOML"),
        ('"jingdezhen-2019-both-away"', '"jingdezhen-2019-b-acts"', 21, "used twice"),
        ('["away"]', "[]", 11, "Expected array of length >= 1"),
        ("[rule.source]", "[rule.sorce]", 15, "did you mean 'source'"),
        ("from = 2019-08-28", "from = 2019-08-28\nuntil = 2018-01-01", 7, "swap them"),
    ],
)
def test_each_mistake_is_named_on_one_line(right: str, wrong: str, line: int, said: str) -> None:
    assert right in TEXT
    with pytest.raises(BadRules) as caught:
        read_rules(TEXT.replace(right, wrong, 1).encode(), FILE)
    message = str(caught.value)
    assert message.startswith(f"{FILE}:{line}: ")
    assert said in message
    assert "\n" not in message


def test_a_file_that_is_not_text_is_refused() -> None:
    with pytest.raises(BadRules, match="UTF-8"):
        read_rules(b"\xff\xfe\x00", FILE)
