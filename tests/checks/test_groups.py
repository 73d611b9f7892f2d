"""Groups: body against annex, offices, names, heads, ranks."""

from __future__ import annotations

from registry.model.findings import FindingKind, Severity
from tests.checks.city import case, division, found, group, names, quotes

NAME = "云岭市食品安全工作领导小组"
BODY = f"""
经研究，成立{NAME}，由副市长何二川任组长，市政府副秘书长唐六合，市商务局局长秦七星任副组长；成员由相关单位分管领导组成（名单见附件）。
领导小组办公室设在市商务局。
附件：{NAME}成员名单
"""
ANNEX = f"""
附件
{NAME}成员名单
组  长：何二川  副市长
副组长：唐六合  市政府副秘书长
        秦七星  市商务局局长
成  员：许八方  市教育局副局长
        吕九州  市体育局副局长
        施十全  市卫健委副主任
"""
UNITS = """
建立由市政府分管领导为组长，市教育局、市体育局、市卫健委主要负责人为成员的食品安全工作领导小组，负责统筹协调。
领导小组办公室设在市商务局。
"""


def test_nothing_is_wrong_where_body_and_annex_agree() -> None:
    looked_at = case(division(), group(BODY + ANNEX))
    kinds = [kind for kind in FindingKind if found(kind, looked_at)]
    assert kinds == []


def test_a_person_of_the_body_not_in_the_annex() -> None:
    annex = ANNEX.replace("秦七星  市商务局局长", "贺百川  市商务局局长")
    looked_at = case(group(BODY + annex))
    (missing,) = found(FindingKind.PERSON_NOT_IN_ANNEX, looked_at)
    assert missing.names == ("秦七星", NAME)
    assert "秦七星任副组长" in quotes(missing)[0]
    assert names(FindingKind.PERSON_NOT_IN_BODY, looked_at) == [("贺百川", NAME)]


def test_a_body_that_names_no_members_leaves_the_annex_free() -> None:
    assert not found(FindingKind.PERSON_NOT_IN_BODY, case(group(BODY + ANNEX)))
    assert not found(FindingKind.PERSON_NOT_IN_ANNEX, case(group(BODY)))


def test_a_person_with_two_roles() -> None:
    annex = ANNEX.replace("        秦七星  市商务局局长\n", "") + "        秦七星  市商务局局长\n"
    (finding,) = found(FindingKind.SEAT_CONTRADICTION, case(group(BODY + annex)))
    assert finding.names == ("秦七星", NAME)
    assert "副组长" in finding.message.zh
    assert "成员" in finding.message.zh


def test_an_office_in_two_places() -> None:
    looked_at = case(group(f"{BODY}{ANNEX}\n领导小组下设办公室。领导小组办公室设在市教育局。\n"))
    (finding,) = found(FindingKind.OFFICE_TWO_SEATS, looked_at)
    assert finding.severity is Severity.ERROR
    assert set(finding.names) >= {NAME, "市商务局", "市教育局"}
    assert len(finding.places) == 2
    twice = case(group(f"{BODY}{ANNEX}\n领导小组办公室设在商务局。\n"))
    assert not found(FindingKind.OFFICE_TWO_SEATS, twice)


def test_a_group_with_two_names() -> None:
    body = UNITS.replace("食品安全工作领导小组", "食品药品安全工作领导小组")
    (finding,) = found(FindingKind.GROUP_TWO_NAMES, case(group(body + ANNEX)))
    assert NAME in finding.names
    assert not found(FindingKind.GROUP_TWO_NAMES, case(group(BODY + ANNEX)))


def test_a_name_cut_short_is_no_second_name() -> None:
    body = BODY.replace(f"成立{NAME}", f"成立{NAME}（以下简称领导小组）", 1)
    assert not found(FindingKind.GROUP_TWO_NAMES, case(group(body + ANNEX)))


def test_members_below_the_rank_required() -> None:
    annex = ANNEX.replace("市体育局副局长", "市体育局党组书记、局长")
    (finding,) = found(FindingKind.RANK_BELOW_REQUIRED, case(group(UNITS + annex)))
    assert finding.names == (NAME, "市教育局", "市卫健委", "许八方", "施十全")
    assert "主要负责人" in quotes(finding)[0]
    assert len(finding.places) == 3


def test_heads_are_not_required_where_the_body_does_not_say_so() -> None:
    body = UNITS.replace("主要负责人", "分管负责人")
    assert not found(FindingKind.RANK_BELOW_REQUIRED, case(group(body + ANNEX)))


def test_units_of_the_body_and_the_annex() -> None:
    annex = ANNEX.replace("市体育局副局长", "市水利局副局长")
    looked_at = case(group(UNITS + annex))
    assert names(FindingKind.UNIT_NOT_IN_ANNEX, looked_at) == [(NAME, "市体育局")]
    assert names(FindingKind.UNIT_NOT_IN_BODY, looked_at) == [(NAME, "市水利局")]
    agree = case(group(UNITS + ANNEX))
    assert not found(FindingKind.UNIT_NOT_IN_ANNEX, agree)
    assert not found(FindingKind.UNIT_NOT_IN_BODY, agree)


def test_a_head_who_is_not_the_leader_in_charge() -> None:
    annex = ANNEX.replace("组  长：何二川", "组  长：胡三山")
    looked_at = case(division(), group(UNITS + annex))
    (finding,) = found(FindingKind.HEAD_NOT_IN_CHARGE, looked_at)
    assert finding.names == (NAME, "胡三山", "何二川")
    assert len(finding.places) == 3
    assert not found(FindingKind.HEAD_NOT_IN_CHARGE, case(division(), group(UNITS + ANNEX)))
    assert not found(FindingKind.HEAD_NOT_IN_CHARGE, case(group(UNITS + annex)))
