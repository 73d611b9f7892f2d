"""Agencies and areas of the division of labour, and names of agencies elsewhere."""

from __future__ import annotations

from registry.model import facts as f
from registry.model.findings import FindingKind, Severity
from tests.checks.city import LEADERS, case, division, found, names, quotes

PLAN = "云府办字〔2024〕30号"


def plan(*given: f.AnyFact) -> tuple[f.AnyFact, ...]:
    """A plan made by hand, of facts that give work."""
    head = f.Document(
        doc=PLAN, clause=PLAN, span=(1, 9), number=PLAN, title="方案", date="2024-06-01",
        issuer="云岭市人民政府办公室", kind="plan",
    )  # fmt: skip
    return (head, *given)


def duty(org: str, text: str = "加强监管") -> f.Duty:
    return f.Duty(doc=PLAN, clause=f"{org}。{text}", span=(len(org), 99), org=org, text=text)


def task(*lead: str, support: tuple[str, ...] = ()) -> f.Task:
    said = f"（{'、'.join(lead)}牵头）"
    return f.Task(
        doc=PLAN, clause=said, span=(2, 20), lead=lead, support=support, mode="lead", text="做事"
    )


def test_an_agency_under_several() -> None:
    text = LEADERS.replace("分管市教育局", "兼管市审计局。\n协助分管市商务局。\n分管市教育局")
    looked_at = case(division(text))
    audit, trade = found(FindingKind.AGENCY_UNDER_SEVERAL, looked_at)
    assert (audit.names, audit.severity) == (("市审计局", "江一帆", "胡三山"), Severity.WARNING)
    assert quotes(audit) == ["分管市审计局。", "兼管市审计局。"]
    assert (trade.names, trade.severity) == (("市商务局", "何二川", "胡三山"), Severity.NOTE)
    assert not found(FindingKind.AGENCY_UNDER_SEVERAL, case(division()))


def test_two_who_supervise_one_agency_contradict_each_other() -> None:
    looked_at = case(division(LEADERS.replace("分管市教育局", "分管市卫健委、市教育局")))
    (finding,) = found(FindingKind.AGENCY_UNDER_SEVERAL, looked_at)
    assert finding.severity is Severity.ERROR
    assert finding.names == ("市卫生健康委员会", "何二川", "胡三山")


def test_an_area_under_two() -> None:
    looked_at = case(division(LEADERS.replace("负责教育", "负责商务、教育")))
    assert names(FindingKind.AREA_UNDER_SEVERAL, looked_at) == [("商务", "何二川", "胡三山")]
    assert not found(FindingKind.AREA_UNDER_SEVERAL, case(division()))


def test_areas_without_an_agency_are_told_once_a_leader() -> None:
    looked_at = case(division(LEADERS.replace("负责商务", "负责商务、重大项目、民营经济")))
    (finding,) = found(FindingKind.AREA_WITHOUT_AGENCY, looked_at)
    assert finding.names == ("何二川", "重大项目", "民营经济")
    assert [quote[:2] for quote in quotes(finding)] == ["负责", "分管"]
    assert not found(FindingKind.AREA_WITHOUT_AGENCY, case(division()))


def test_a_division_without_agencies_has_no_area_missing_one() -> None:
    fields = "\n".join(line for line in LEADERS.splitlines() if not line.startswith("分管"))
    assert not found(FindingKind.AREA_WITHOUT_AGENCY, case(division(fields)))


def test_an_area_apart_from_its_agency() -> None:
    looked_at = case(division(LEADERS.replace("负责商务", "负责体育产业、商务")))
    (finding,) = found(FindingKind.AREA_AGENCY_APART, looked_at)
    assert finding.names == ("体育产业", "何二川", "市体育局", "胡三山")
    assert not found(FindingKind.AREA_AGENCY_APART, case(division()))


def test_agencies_with_work_and_no_leader_once_each() -> None:
    given = (task("市水利局", support=("市商务局",)), duty("市水利局"), duty("市卫健委"))
    (finding,) = found(FindingKind.AGENCY_WITHOUT_LEADER, case(division(), plan(*given)))
    assert finding.names == ("市水利局",)
    assert finding.severity is Severity.WARNING
    assert quotes(finding)[:2] == ["（市水利局牵头）", "市水利局。加强监管"]
    assert "调整市政府领导分工" in quotes(finding)[-1]


def test_what_is_no_agency_of_the_government() -> None:
    others = ("各县（市、区）人民政府", "青石县人民政府", "有关部门", "省商务厅", "火车站")
    looked_at = case(division(), plan(*(duty(name) for name in others)))
    assert not found(FindingKind.AGENCY_WITHOUT_LEADER, looked_at)
    assert not found(FindingKind.AGENCY_UNRESOLVED, looked_at)
    mass = case(division(), plan(duty("市残联"), duty("团市委"), duty("市科协")))
    notes = found(FindingKind.AGENCY_WITHOUT_LEADER, mass)
    assert [(note.names[0], note.severity) for note in notes] == [
        ("市残联", Severity.NOTE),
        ("团市委", Severity.NOTE),
        ("市科协", Severity.NOTE),
    ]
    (party,) = found(FindingKind.AGENCY_WITHOUT_LEADER, case(division(), plan(duty("市委宣传部"))))
    assert party.severity is Severity.NOTE


def test_before_the_first_division_nobody_is_missing() -> None:
    assert not found(FindingKind.AGENCY_WITHOUT_LEADER, case(plan(duty("市水利局"))))


def test_an_agency_that_is_only_assisted() -> None:
    text = LEADERS.replace("分管市教育局", "协助分管市统计局。\n分管市教育局")
    looked_at = case(division(text))
    assert names(FindingKind.AGENCY_WITHOUT_LEADER, looked_at) == [("市统计局",)]


def test_a_short_name_that_no_notice_spells_out() -> None:
    (finding,) = found(FindingKind.AGENCY_UNRESOLVED, case(division(), plan(duty("市食安办"))))
    assert finding.names == ("市食安办",)
    assert not found(FindingKind.AGENCY_UNRESOLVED, case(division(), plan(duty("市乡村振兴委"))))
    spelled = plan(duty("市食安办"), duty("市食品安全委员会办公室"))
    looked_at = case(division(), spelled)
    assert not found(FindingKind.AGENCY_UNRESOLVED, looked_at)
    assert len(found(FindingKind.AGENCY_WITHOUT_LEADER, looked_at)) == 2


def test_a_name_that_may_mean_two() -> None:
    text = LEADERS.replace("分管市教育局", "分管市交通运输局、市交通管理局、市教育局")
    (finding,) = found(FindingKind.AGENCY_AMBIGUOUS, case(division(text), plan(duty("市交通局"))))
    assert finding.names == ("市交通局", "市交通运输局", "市交通管理局")
    assert not found(FindingKind.AGENCY_AMBIGUOUS, case(division(), plan(duty("市卫健委"))))


def test_one_notice_that_spells_an_agency_in_two_ways() -> None:
    given = plan(duty("市卫健委"), duty("市卫生健康委员会"), duty("商务局"), duty("市商务局"))
    (finding,) = found(FindingKind.AGENCY_TWO_SPELLINGS, case(given))
    assert finding.names == ("市卫生健康委员会", "市卫健委")


def test_names_side_by_side_are_two_agencies() -> None:
    side_by_side = plan(task("市交通运输局", "市交通局"))
    assert not found(FindingKind.AGENCY_TWO_SPELLINGS, case(side_by_side))
