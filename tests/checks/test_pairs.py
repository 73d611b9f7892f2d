"""Pairs and absences."""

from __future__ import annotations

from datetime import date

import pytest

from registry.model.findings import FindingKind, Severity
from registry.model.records import Absence
from registry.tables.rules import read_rules
from tests.checks.city import LEADERS, PAIRS, case, division, found, moves, names, quotes

RULES = read_rules(
    """
government = "云岭市人民政府"
[[rule]]
id = "b"
kind = "backup_acts"
from = 2024-01-01
triggers = ["away"]
passes = ["supervises"]
coordinator = "秘书长"
source = { document = "d", date = 2024-01-01, clause = "c" }
""".encode(),
    "yunling.toml",
)
STAND_IN = read_rules(
    """
government = "云岭市人民政府"
[[rule]]
id = "s"
kind = "stand_in"
from = 2024-01-01
triggers = ["away"]
passes = ["supervises"]
for_post = "市长"
by_post = "副市长"
source = { document = "d", date = 2024-01-01, clause = "c" }
""".encode(),
    "yunling.toml",
)


def away(person: str, first: int, last: int) -> Absence:
    return Absence(person=person, start=date(2024, 6, first), end=date(2024, 6, last))


def test_nothing_is_wrong_with_a_plain_division() -> None:
    looked_at = case(division())
    kinds = [kind for kind in FindingKind if found(kind, looked_at)]
    assert kinds == []


def test_a_and_b_away_on_the_same_days() -> None:
    looked_at = case(division(), away=(away("何二川", 3, 6), away("胡三山", 5, 9)))
    (finding,) = found(FindingKind.PAIR_AWAY, looked_at)
    assert finding.names == ("何二川", "胡三山")
    assert "2024-06-05 … 2024-06-06" in finding.message.zh
    assert quotes(finding) == [PAIRS]


@pytest.mark.parametrize(
    "absences",
    [
        (),
        (away("何二川", 3, 4), away("胡三山", 5, 9)),
        (away("何二川", 3, 9), away("江一帆", 3, 9)),
        (away("何二川", 3, 5), away("何二川", 4, 9)),
    ],
)
def test_absences_that_leave_one_of_the_pair(absences: tuple[Absence, ...]) -> None:
    assert not found(FindingKind.PAIR_AWAY, case(division(), away=absences))


def test_a_coordinator_away() -> None:
    looked_at = case(division(), away=(away("方四海", 3, 3),), rules=RULES)
    (finding,) = found(FindingKind.COORDINATOR_AWAY, looked_at)
    assert finding.names == ("方四海",)
    assert len(finding.places) == 2


def test_nobody_coordinates_without_a_rule_and_others_never() -> None:
    assert not found(FindingKind.COORDINATOR_AWAY, case(division(), away=(away("方四海", 3, 3),)))
    assert not found(
        FindingKind.COORDINATOR_AWAY,
        case(division(), away=(away("何二川", 3, 3),), rules=RULES),
    )


def test_a_leader_without_a_pair() -> None:
    looked_at = case(division(pairs="何二川同志与胡三山同志互为AB角。"))
    assert names(FindingKind.LEADER_WITHOUT_PAIR, looked_at) == [("江一帆",), ("方四海",)]
    first = found(FindingKind.LEADER_WITHOUT_PAIR, looked_at)[0]
    assert quotes(first) == ["江一帆：市政府市长、党组书记", "何二川同志与胡三山同志互为AB角。"]


def test_a_rule_can_name_the_stand_in_instead() -> None:
    looked_at = case(division(pairs="何二川同志与胡三山同志互为AB角。"), rules=STAND_IN)
    assert names(FindingKind.LEADER_WITHOUT_PAIR, looked_at) == [("方四海",)]


def test_without_any_pairs_one_note() -> None:
    (finding,) = found(FindingKind.LEADER_WITHOUT_PAIR, case(division(pairs="")))
    assert finding.severity is Severity.NOTE
    assert finding.names == ("江一帆", "何二川", "胡三山", "方四海")


def test_a_person_in_two_pairs() -> None:
    looked_at = case(division(pairs=f"{PAIRS[:-1]}，何二川同志与江一帆同志互为AB角。"))
    people = names(FindingKind.PAIR_CONFLICT, looked_at)
    assert people == [("江一帆", "方四海", "何二川"), ("何二川", "胡三山", "江一帆")]
    assert not found(FindingKind.PAIR_CONFLICT, case(division()))


def test_a_one_way_pair_among_mutual_ones() -> None:
    mixed = "何二川同志与胡三山同志互为AB角。江一帆同志的B角为何二川同志。"
    (finding,) = found(FindingKind.PAIR_NOT_MUTUAL, case(division(pairs=mixed)))
    assert finding.names == ("江一帆", "何二川")
    chain = "江一帆同志的B角为何二川同志。何二川同志的B角为胡三山同志。"
    assert not found(FindingKind.PAIR_NOT_MUTUAL, case(division(pairs=chain)))
    assert not found(FindingKind.PAIR_NOT_MUTUAL, case(division()))


def test_a_pair_whose_member_has_left() -> None:
    gone = moves("免去胡三山同志云岭市人民政府副市长职务。")
    (finding,) = found(FindingKind.PAIR_MEMBER_LEFT, case(division(), gone))
    assert finding.names == ("胡三山", "何二川")
    assert quotes(finding)[1].startswith("免去胡三山")
    other = moves("免去程五湖同志云岭市商务局副局长职务。")
    assert not found(FindingKind.PAIR_MEMBER_LEFT, case(division(), other))


def test_the_congress_may_have_removed_him() -> None:
    congress = (
        "云岭市人民代表大会常务委员会关于免职的决定\n云人常〔2024〕7号\n"
        "（2024年9月1日云岭市人民代表大会常务委员会会议通过）\n"
        "决定免去胡三山的云岭市副市长职务。\n2024年9月1日\n"
    )
    people = names(FindingKind.PAIR_MEMBER_LEFT, case(division(), congress))
    assert people == [("胡三山", "何二川")]


def test_before_the_removal_the_pair_stands() -> None:
    gone = moves("免去胡三山同志云岭市人民政府副市长职务。")
    looked_at = case(division(), gone, on=date(2024, 8, 31))
    assert not found(FindingKind.PAIR_MEMBER_LEFT, looked_at)


def test_a_notice_of_pairs_alone_names_one_no_longer_listed() -> None:
    later = division(LEADERS.replace("胡三山", "高五岳"), "", day="2025-03-01", number="2")
    pairs = division("", PAIRS, day="2025-04-01", number="3").replace("领导分工", "领导AB角制度")
    people = names(FindingKind.PAIR_MEMBER_LEFT, case(division(), later, pairs))
    assert people == [("胡三山", "何二川")]
