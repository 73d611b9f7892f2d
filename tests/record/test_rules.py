"""What the rules say of an absence is said when it is recorded, and what they forbid is refused."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest

from registry.errors import AgainstRule, BadRecord
from registry.model.journal import AbsenceRecorded, AnyRecord, ApprovalRecorded, Split
from registry.model.records import Absence, Approval
from registry.model.time import Period
from registry.service.periods import read_span
from registry.service.question import absence_over
from registry.service.recording.record import Known, absence
from registry.service.recording.rules import Judged, judged
from registry.tables.rules import read_rules
from registry.wiring import shipped_glossary
from tests.graph.city import CITY
from tests.graph.city import DIVISION as NUMBER
from tests.state.journal import DIVISION, absent, entries

COMMON = """from = 2020-01-01
source = { document = "云府字〔2020〕2号", date = 2020-01-01, clause = "原则上不同时外出" }
"""
BACKUP = f"""[[rule]]
id = "b"
kind = "backup_acts"
triggers = ["away"]
passes = ["supervises"]
coordinator = "秘书长"
{COMMON}"""
FORBIDDEN = f"""[[rule]]
id = "never"
kind = "both_away"
stance = "forbidden"
{COMMON}"""
UNLESS = f"""[[rule]]
id = "unless"
kind = "both_away"
stance = "in_principle"
approved_by = ["市长"]
{COMMON}"""
ANYBODY = UNLESS.replace('approved_by = ["市长"]\n', "")
LIMIT = f"""[[rule]]
id = "limit"
kind = "acting_limit"
max_days = 5
{COMMON}"""
AHEAD = f"""[[rule]]
id = "ahead"
kind = "tell"
whom = ["backup"]
days_ahead = 3
{COMMON}"""
CITED = "city.toml，云府字〔2020〕2号：原则上不同时外出"


def known(rules: str, *before: AnyRecord) -> Known:
    book = read_rules(f'government = "{CITY}"\n{rules}'.encode(), "city.toml")
    return Known(entries(DIVISION, *before), (book,), shipped_glossary(), lambda: date(2020, 5, 1))


def tried(
    rules: str, person: str, days: tuple[int, int], *before: AnyRecord, **approval: str
) -> Judged:
    so_far = known(rules, *before)
    start, end = (date(2020, 5, day) for day in days)
    return judged(so_far, [absence(so_far, person, Period(start, end), "away")], **approval)


def told(person: str, day: int, *before: AnyRecord, rules: str = BACKUP) -> list[str]:
    return [words.zh for words in tried(rules, person, (day, day), *before).remarks]


def test_a_and_b_away_at_different_times_of_a_day_are_no_matter() -> None:
    away = AbsenceRecorded(
        government=CITY, absence=absence_over("湖三", read_span("2020-05-03/am"), "away")
    )

    def half(span: str) -> list[str]:
        so_far = known(BACKUP, away)
        made = absence(so_far, "河二", read_span(span), "away")
        return [words.zh for words in judged(so_far, [made]).remarks]

    assert half("2020-05-03/pm") == []
    assert half("2020-05-03T11:00/14:00") == ["2020-05-03 11:00–12:00，河二与B角湖三同时不在"]
    assert half("2020-05-03") == ["2020-05-03 上午，河二与B角湖三同时不在"]


def test_a_and_b_away() -> None:
    assert told("河二", 3) == []
    assert told("河二", 3, absent("湖三")) == ["2020-05-03，河二与B角湖三同时不在"]
    assert told("河二", 3, absent("海四")) == []
    assert told("河二", 13, absent("湖三")) == []


def test_others_away_are_not_told_again() -> None:
    assert told("海四", 3, absent("湖三"), absent("河二"), absent("洋五")) == []


def test_the_coordinator_away_names_the_rule() -> None:
    (said,) = told("洋五", 3)
    assert "协调人洋五不在" in said
    assert f"规则 b，{CITED}" in said


def test_one_told_apart_is_no_partner() -> None:
    apart = Split(government=CITY, name="湖三", docs=(NUMBER,), called="湖三（二）")
    (said,) = told("河二", 3, apart, absent("湖三（二）"))
    assert "湖三（二）" in said


def test_what_a_rule_forbids_is_refused_whoever_approves() -> None:
    approvals: Sequence[dict[str, str]] = ({}, {"approved_by": "江一", "because": "急事"})
    for approval in approvals:
        with pytest.raises(BadRecord, match="forbids it") as caught:
            tried(FORBIDDEN, "河二", (3, 4), absent("湖三"), **approval)
        assert f"rule never ({CITED})" in str(caught.value)
        assert "2020-05-03 … 2020-05-04" in str(caught.value)
    assert tried(FORBIDDEN, "河二", (3, 4), absent("海四")).remarks == ()


def test_a_rule_that_comes_in_while_both_are_away_counts() -> None:
    later = FORBIDDEN.replace("from = 2020-01-01", "from = 2020-05-04")
    assert len(tried(later, "河二", (2, 3), absent("湖三")).remarks) == 1
    with pytest.raises(BadRecord, match="rule never"):
        tried(later, "河二", (2, 5), absent("湖三"))


def test_what_a_rule_is_in_principle_against_needs_approval() -> None:
    with pytest.raises(BadRecord, match="--approve-by NAME") as caught:
        tried(UNLESS, "河二", (3, 4), absent("湖三"))
    assert f"rule unless ({CITED}) is in principle against it" in str(caught.value)
    found = tried(UNLESS, "河二", (3, 4), absent("湖三"), approved_by="江一", because="急事")
    assert found.approvals == (
        ApprovalRecorded(
            government=CITY,
            approval=Approval(
                by="江一",
                person="河二",
                start=date(2020, 5, 3),
                end=date(2020, 5, 4),
                because="急事",
            ),
        ),
    )
    assert "江一已批准" in found.remarks[0].zh


def test_only_whom_the_rule_names_approves() -> None:
    with pytest.raises(BadRecord, match="the 市长, now 江一, approves and not 海四"):
        tried(UNLESS, "河二", (3, 4), absent("湖三"), approved_by="海四", because="急事")
    assert tried(
        ANYBODY, "河二", (3, 4), absent("湖三"), approved_by="海四", because="急事"
    ).approvals


def test_an_approval_says_why() -> None:
    with pytest.raises(BadRecord, match="say why"):
        tried(UNLESS, "河二", (3, 4), absent("湖三"), approved_by="江一")


@pytest.mark.parametrize("rules", [BACKUP, LIMIT, UNLESS])
def test_an_approval_that_no_rule_asks_for_is_refused(rules: str) -> None:
    with pytest.raises(BadRecord, match="leave --approve-by off"):
        tried(rules, "河二", (3, 8), approved_by="江一", because="急事")


def test_an_approval_recorded_before_counts_for_either_of_the_two() -> None:
    approval = Approval(
        by="江一", person="湖三", start=date(2020, 5, 1), end=date(2020, 5, 4), because="急事"
    )
    given = ApprovalRecorded(government=CITY, approval=approval)
    found = tried(UNLESS, "河二", (3, 4), absent("湖三"), given)
    assert (found.approvals, len(found.remarks)) == ((), 1)
    with pytest.raises(BadRecord):
        tried(UNLESS, "河二", (3, 5), absent("湖三"), given)


def test_longer_than_b_may_act_is_told_with_the_rule() -> None:
    assert tried(LIMIT, "河二", (3, 7)).remarks == ()
    (said,) = tried(LIMIT, "河二", (3, 8)).remarks
    assert said.zh == f"2020-05-08，6天，超过代行期限5天（规则 limit，{CITED}）"


def test_longer_than_b_may_act_needs_him_who_decides_then() -> None:
    decides = LIMIT.replace("max_days = 5\n", 'max_days = 5\nthen_by = "市长"\n')
    with pytest.raises(AgainstRule, match="if the 市长 allows it") as caught:
        tried(decides, "河二", (3, 8))
    assert caught.value.rules == ("limit",)
    found = tried(decides, "河二", (3, 8), approved_by="江一", because="援外")
    assert [one.approval.by for one in found.approvals] == ["江一"]
    assert tried(decides, "河二", (3, 7)).remarks == ()


def test_an_approval_for_a_file_is_for_those_that_need_it() -> None:
    so_far = known(UNLESS)
    day = date(2020, 5, 3)
    several = [
        AbsenceRecorded(government=CITY, absence=Absence(person=person, start=day, end=day))
        for person in ("河二", "海四", "湖三")
    ]
    found = judged(so_far, several, approved_by="江一", because="急事")
    assert [one.approval.person for one in found.approvals] == ["湖三"]
    assert judged(so_far, (), approved_by="江一", because="急事").approvals == ()


def test_too_little_lead_time_is_told_with_the_rule() -> None:
    assert told("河二", 4, rules=AHEAD) == []
    (said,) = told("河二", 3, rules=AHEAD)
    assert "应不迟于2020-04-30告知" in said
    assert f"规则 ahead，{CITED}" in said


def test_of_several_each_is_held_against_those_before_it() -> None:
    so_far = known(FORBIDDEN)
    day = date(2020, 5, 3)
    both = [
        AbsenceRecorded(government=CITY, absence=Absence(person=person, start=day, end=day))
        for person in ("河二", "湖三")
    ]
    with pytest.raises(BadRecord, match=r"^may\.csv, line 3: 2020-05-03"):
        judged(so_far, both, places=("may.csv, line 2: ", "may.csv, line 3: "))
