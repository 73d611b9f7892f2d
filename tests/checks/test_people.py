"""Seats due for replacement, titles that contradict each other, and what was not understood."""

from __future__ import annotations

from datetime import date

import pytest

from registry.graph.titles import offices
from registry.model.findings import FindingKind, Severity
from tests.checks.city import CITY, LEADERS, case, division, found, group, moves, names, quotes

NAME = "云岭市食品安全工作领导小组"
LIST = f"""
经研究，决定成立{NAME}。
组  长：何二川  副市长
副组长：秦七星  市商务局党组书记、局长
成  员：许八方  市教育局副局长
        吕九州  青石县副县长、公安局局长
领导小组下设办公室，办公室设在市商务局，秦七星同志兼任办公室主任。
"""


def test_a_director_who_left_his_post() -> None:
    gone = moves("免去秦七星同志云岭市商务局局长职务。")
    (finding,) = found(FindingKind.SEAT_DUE, case(group(LIST), gone))
    assert finding.names == (NAME, "秦七星")
    assert finding.severity is Severity.WARNING
    assert quotes(finding)[-1].startswith("免去秦七星")


def test_a_member_who_retired_is_a_note() -> None:
    gone = moves("许八方同志退休。")
    (finding,) = found(FindingKind.SEAT_DUE, case(group(LIST), gone))
    assert (finding.names, finding.severity) == ((NAME, "许八方"), Severity.NOTE)


@pytest.mark.parametrize(
    "body",
    [
        "免去秦七星同志云岭市瓷业协会会长职务。",  # another post
        "免去秦一星同志云岭市商务局局长职务。",  # another person
        "秦七星同志任云岭市商务局局长。",
    ],
)
def test_moves_that_leave_the_seat_alone(body: str) -> None:
    assert not found(FindingKind.SEAT_DUE, case(group(LIST), moves(body)))


def test_a_successor_makes_the_seat_due_and_a_second_deputy_does_not() -> None:
    chief = moves("高五岳同志任云岭市商务局局长。")
    (finding,) = found(FindingKind.SEAT_DUE, case(group(LIST), chief))
    assert finding.names == (NAME, "秦七星")
    deputy = moves("高五岳同志任云岭市教育局副局长。")
    assert not found(FindingKind.SEAT_DUE, case(group(LIST), deputy))


def test_a_post_that_two_notices_give_to_two() -> None:
    later = group(LIST.replace("秦七星", "高五岳"), day="2025-02-03", number="4")
    (finding, *_) = found(FindingKind.POST_TWO_HOLDERS, case(group(LIST), later))
    assert finding.names == ("秦七星", "高五岳", "市商务局党组书记")
    made = moves("高五岳同志任云岭市商务局党组书记、局长。")
    assert not found(FindingKind.POST_TWO_HOLDERS, case(group(LIST), made, later))
    one = group(LIST.replace("市教育局副局长", "市商务局局长"))
    (error,) = found(FindingKind.POST_TWO_HOLDERS, case(one))
    assert (error.names[2], error.severity) == ("市商务局局长", Severity.ERROR)
    assert not found(FindingKind.POST_TWO_HOLDERS, case(group(LIST)))


def test_a_removal_before_the_group_changes_nothing_in_it() -> None:
    earlier = moves("免去秦七星同志云岭市商务局局长职务。", day="2024-02-01")
    assert not found(FindingKind.SEAT_DUE, case(group(LIST), earlier))


def test_a_head_whom_a_later_division_no_longer_lists() -> None:
    later = division(LEADERS.replace("何二川", "高五岳"), "", day="2025-01-01", number="2")
    looked_at = case(division(), group(LIST), later)
    (finding,) = found(FindingKind.SEAT_DUE, looked_at)
    assert finding.names == (NAME, "何二川")
    assert not found(FindingKind.SEAT_DUE, case(division(), group(LIST)))


def test_a_chief_here_and_a_deputy_there_in_one_notice() -> None:
    body = LIST + "领导小组下设协调组，由市教育局局长许八方任组长。\n"
    (finding,) = found(FindingKind.TITLE_CONTRADICTION, case(group(body)))
    assert finding.names == ("许八方",)
    assert finding.severity is Severity.ERROR
    assert len(finding.places) == 2


def test_fewer_titles_contradict_nothing() -> None:
    body = LIST + "领导小组下设协调组，由市商务局局长秦七星任组长。\n"
    assert not found(FindingKind.TITLE_CONTRADICTION, case(group(body)))


def test_titles_of_two_notices_unless_an_appointment_lies_between() -> None:
    later = group(LIST.replace("市教育局副局长", "市教育局局长"), day="2025-02-03", number="4")
    (finding,) = found(FindingKind.TITLE_CONTRADICTION, case(group(LIST), later))
    assert (finding.names, finding.severity) == (("许八方",), Severity.WARNING)
    made = moves("许八方同志任云岭市教育局局长，免去其云岭市教育局副局长职务。")
    assert not found(FindingKind.TITLE_CONTRADICTION, case(group(LIST), made, later))


def test_a_county_is_not_the_city() -> None:
    text = LEADERS.replace("何二川", "吕九州")
    looked_at = case(division(text, ""), group(LIST))
    assert not found(FindingKind.TITLE_CONTRADICTION, looked_at)
    assert offices("青石县副县长、公安局局长", CITY)[1].org == "青石县公安局"


def test_a_title_used_after_its_removal() -> None:
    gone = moves("免去许八方同志云岭市教育局副局长职务。", day="2024-04-01")
    assert names(FindingKind.TITLE_CONTRADICTION, case(gone, group(LIST))) == [("许八方",)]
    back = moves("许八方同志任云岭市教育局副局长。", day="2024-04-20", number="21")
    assert not found(FindingKind.TITLE_CONTRADICTION, case(gone, back, group(LIST)))


def test_unparsed_clauses_are_one_note_a_notice() -> None:
    looked_at = case(moves("免去有关同志职务。\n任命如下：\n秦七星同志任云岭市商务局局长。"))
    listed = found(FindingKind.UNPARSED, looked_at)
    assert [finding.severity for finding in listed] == [Severity.NOTE]
    assert not found(FindingKind.UNPARSED, case(division()))


def test_a_notice_counts_from_the_day_it_names() -> None:
    text = division(pairs="本通知自2024年7月1日起施行。何二川同志与胡三山同志互为AB角。")
    kind = FindingKind.LEADER_WITHOUT_PAIR
    assert not found(kind, case(text, on=date(2024, 6, 30)))
    assert len(found(kind, case(text, on=date(2024, 7, 1)))) == 2
