"""What is in force on a day: replacement, posts, groups, and to whom a notice belongs."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec import structs

from registry.graph.governments import bodies_of, governments_of
from registry.graph.history import History
from registry.graph.organisation import Organisation
from registry.graph.timeline import (
    change_days,
    concerning,
    governments,
    once,
    organisation,
    undated,
)
from registry.model import facts as f
from tests.graph.city import CITY, DIVISION, LEADERS, PAIRS, division, document, fact


def at(facts: list[f.AnyFact], day: str) -> Organisation:
    return organisation(facts, CITY, date.fromisoformat(day))


def test_before_the_first_notice_there_is_no_division() -> None:
    org = at(division(), "2020-02-29")
    assert not org.has_division
    assert org.leaders() == ()


def test_leaders_titles_and_portfolio_come_in_the_notices_order() -> None:
    org = at(division(pairs=PAIRS), "2020-03-01")
    assert org.leaders() == ("江一", "河二", "湖三", "海四", "洋五")
    assert org.titles("河二") == ("市政府副市长",)
    assert [(e.relation, e.target.name) for e in org.held("河二")] == [
        ("responsible", "商务"),
        ("responsible", "保密和城市管理"),
        ("responsible", "交通运输"),
        ("supervises", "市商务局"),
        ("supervises", "市卫生健康委员会"),
        ("liaises", "市税务局"),
    ]
    assert {e.source.name for e in org.holders("agency", "市审计局")} == {"江一", "湖三"}
    assert all(e.document.doc == DIVISION for e in org.held("河二"))


def test_a_later_division_replaces_the_earlier_whole_with_its_pairs() -> None:
    later = division("云府字〔2021〕5号", "2021-01-10", leaders={"江一": LEADERS["江一"]})
    facts = division(pairs=PAIRS) + later
    assert at(facts, "2021-01-09").backups_of("河二")[0][0] == "湖三"
    org = at(facts, "2021-01-10")
    assert org.leaders() == ("江一",)
    assert org.pairs() == ()
    assert org.replaced == {DIVISION}
    assert change_days(facts, CITY) == (date(2020, 3, 1), date(2021, 1, 10))


def test_a_supplement_adds_to_the_division_and_replaces_nothing() -> None:
    more = division("关于分工的补充通知", "2020-06-01", leaders={"新六": ("副市长", {})})
    org = at(division() + more, "2020-06-01")
    assert org.leaders() == (*LEADERS, "新六")
    assert org.replaced == frozenset()


def test_a_separate_ab_notice_stays_when_the_division_changes() -> None:
    ab = [document("AB", "2020-04-01", "ab-system"), fact(f.Backup, "AB", a="河二", b="海四")]
    org = at([*division(pairs=PAIRS), *ab, *division("新", "2020-09-01")], "2020-09-01")
    assert [b for b, _ in org.backups_of("河二")] == ["海四"]
    assert org.backups_of("海四") == ()  # one way only


@pytest.mark.parametrize(
    ("written", "day", "in_force"),
    [
        ("2020-03", "2020-03-01", True),
        ("2020-03", "2020-02-29", False),
        ("2020", "2020-01-01", True),
        ("--03-01", "2030-01-01", False),
        (None, "2030-01-01", False),
        ("2020-13-45", "2030-01-01", False),
    ],
)
def test_partial_dates_count_from_their_first_day(
    written: str | None, day: str, in_force: bool
) -> None:
    facts = division(date=written)
    org = at(facts, day)
    assert org.has_division is in_force
    if in_force:
        assert org.held("河二")[0].date == written


def test_a_notice_has_one_head_and_a_statement_counts_once() -> None:
    head = document("一", "2020-01-01", "plan")
    again = structs.replace(head, title="另题", clause="另题", span=(5, 7))
    said = fact(f.Duty, "一", org="市公安局", text="x")
    elsewhere = structs.replace(said, clause="又说一遍", span=(9, 12))
    other = structs.replace(said, text="y")
    assert once([head, again, said, elsewhere, other]) == (head, said, other)


def test_undated_notices_are_told() -> None:
    elsewhere = document("平", None, "division", "平川市人民政府")
    dated = document("计", "2020-01-01", "plan")
    facts = [elsewhere, dated, *division(date=None)]
    assert [d.doc for d in undated(facts, CITY)] == [DIVISION]


def test_posts_open_and_close() -> None:
    doc = "云府字〔2020〕9号"
    post = {"person": "溪七", "post": "云岭市水利局局长"}
    facts: list[f.AnyFact] = [
        document("任", "2020-01-01", "appointment"),
        fact(f.Appointed, "任", **post),
        fact(f.ConcurrentlyAppointed, "任", person="溪七", post="云岭市水务集团董事长"),
        document(doc, "2020-05-01", "appointment"),
        fact(f.Removed, doc, person="溪七", post="市水利局局长"),
        document("更名", "2020-06-01", "appointment"),
        fact(f.PostAbolished, "更名", post="原云岭市水务集团董事长"),
    ]
    assert at(facts, "2020-04-30").titles("溪七") == ("云岭市水利局局长", "云岭市水务集团董事长")
    assert at(facts, "2020-05-01").titles("溪七") == ("云岭市水务集团董事长",)
    assert at(facts, "2020-06-01").titles("溪七") == ()


def test_retiring_closes_all_posts_and_marks_a_leader_as_gone() -> None:
    facts = [
        *division(pairs=PAIRS),
        document("退", "2020-07-01", "appointment"),
        fact(f.Retired, "退", person="河二"),
    ]
    assert at(facts, "2020-06-30").left == {}
    org = at(facts, "2020-07-01")
    assert org.titles("河二") == ()
    assert org.left["河二"][0].clause == "河二"


def test_a_congress_fills_and_empties_a_post_of_the_government() -> None:
    facts = [
        *division(),
        document("人大", "2020-08-01", "appointment", "云岭市人民代表大会常务委员会"),
        fact(f.Appointed, "人大", person="新六", post="云岭市人民政府副市长"),
        fact(f.Removed, "人大", person="河二", post="云岭市人民政府副市长"),
    ]
    org = at(facts, "2020-08-01")
    assert org.titles("新六") == ("云岭市人民政府副市长",)
    assert "河二" in org.left


def _group(doc: str, day: str, name: str, head: str) -> list[f.AnyFact]:
    return [
        document(doc, day, "group"),
        fact(f.Group, doc, group=name, alias="防汛组"),
        fact(f.Subgroup, doc, group=name, subgroup="抢险组"),
        fact(f.Member, doc, group=name, person=head, role="组长", title="副市长"),
        fact(f.Member, doc, group=name, person="副八", role="常务副组长"),
        fact(f.Member, doc, group=name, person="抢九", role="组长", subgroup="抢险组"),
        fact(f.MemberOrg, doc, group=name, org="市水利局", role="成员"),
        fact(f.Office, doc, group=name, org="市应急管理局"),
        fact(f.OfficeDirector, doc, group=name, person="办十"),
    ]


def test_a_group_has_its_head_not_its_deputies_and_stays_until_set_up_anew() -> None:
    facts = [
        *_group("一", "2020-04-01", "云岭市防汛工作领导小组", "河二"),
        *division("新", "2020-09-01"),
        *_group("二", "2021-04-01", "市防汛工作领导小组", "湖三"),
    ]
    assert at(facts, "2020-03-31").groups() == ()
    (first,) = at(facts, "2020-12-31").groups()
    assert [m.person for m in first.heads] == ["河二"]
    (second,) = at(facts, "2021-04-01").groups()
    assert [m.person for m in second.heads] == ["湖三"]
    assert at(facts, "2021-04-01").group("防汛组") == second
    assert second.orgs[0].org == "市水利局"
    assert second.directors[0].person == "办十"
    assert second.subgroups[0].subgroup == "抢险组"


def test_a_mentioned_group_is_no_group_in_being() -> None:
    facts = [
        document("一", "2020-04-01", "plan"),
        fact(f.Group, "一", group="智慧城市领导小组", status="mentioned"),
    ]
    org = at(facts, "2020-04-01")
    assert org.groups() == ()
    assert org.group("智慧城市领导小组") is not None


def test_a_group_renamed_is_one_group_by_either_name() -> None:
    facts = [
        document("一", "2020-04-01", "group"),
        fact(f.Group, "一", group="市防汛指挥部"),
        fact(f.Member, "一", group="市防汛指挥部", person="甲一", role="指挥长"),
        document("二", "2021-04-01", "group"),
        fact(f.Group, "二", group="市防汛抗旱指挥部", alias="市防汛指挥部"),
        fact(f.Member, "二", group="市防汛抗旱指挥部", person="乙二", role="指挥长"),
    ]
    org = at(facts, "2021-04-01")
    assert [group.name for group in org.groups()] == ["市防汛抗旱指挥部"]
    assert org.group("市防汛指挥部") == org.group("市防汛抗旱指挥部")


@pytest.mark.parametrize("called", ["市防汛抗旱指挥部", "市防指"])
def test_a_group_that_was_dissolved_has_no_seats_until_it_is_set_up_anew(called: str) -> None:
    name = "市防汛抗旱指挥部"
    facts = [
        document("一", "2020-04-01", "group"),
        fact(f.Group, "一", group=name, alias="市防指"),
        fact(f.Member, "一", group=name, person="甲一", role="指挥长"),
        fact(f.Group, "一", group="市招商领导小组", alias="市招商小组"),
        document("二", "2021-04-01", "group"),
        fact(f.Group, "二", group=called, status="dissolved"),
        document("三", "2022-04-01", "plan"),
        fact(f.Group, "三", group=name, status="mentioned"),
        document("四", "2023-04-01", "group"),
        fact(f.Group, "四", group=name),
        fact(f.Member, "四", group=name, person="乙二", role="指挥长"),
    ]
    heads = [
        [[seat.person for seat in group.heads] for group in at(facts, day).groups()]
        for day in ("2021-03-31", "2021-04-01", "2022-04-01", "2023-04-01")
    ]
    assert heads == [[["甲一"], []], [[]], [[]], [["乙二"], []]]


@pytest.mark.parametrize(
    ("issuer", "bodies"),
    [
        ("景德镇市人民政府办公室", ("景德镇市人民政府",)),
        ("江西省人民政府办公厅", ("江西省人民政府",)),
        ("中共甲市委办公室 甲市人民政府办公室", ("中共甲市委", "甲市人民政府")),
        ("中共乙镇委员会乙镇人民政府", ("中共乙镇委员会", "乙镇人民政府")),
        ("丙市卫生健康委员会", ("丙市卫生健康委员会",)),
        (None, ()),
    ],
)
def test_a_notice_belongs_to_its_issuer(issuer: str | None, bodies: tuple[str, ...]) -> None:
    assert governments_of(issuer) == bodies


def test_the_office_dividing_its_own_work_replaces_nothing() -> None:
    own = f.Document(
        doc="办",
        clause="办",
        span=(0, 0),
        number=None,
        title="云岭市人民政府办公室关于市政府秘书长、副秘书长工作分工的通知",
        date="2020-05-01",
        issuer="云岭市人民政府办公室",
        kind="division",
    )
    assert bodies_of(own) == ("云岭市人民政府办公室",)
    facts = [*division(), own]
    assert governments(facts) == (CITY, "云岭市人民政府办公室")
    assert at(facts, "2020-06-01").leaders() == tuple(LEADERS)


def test_a_document_without_issuer_belongs_to_none() -> None:
    assert governments([document("报", "2020-01-01", "report", None)]) == ()


def test_history_gives_the_state_of_any_day() -> None:
    history = History(division(), CITY)
    assert history.at(date(2020, 2, 1)).leaders() == ()
    assert history.at(date(2025, 1, 1)).leaders() == tuple(LEADERS)
    assert history.at(date(2025, 1, 1)).on == date(2025, 1, 1)


def test_what_concerns_a_government_is_all_that_it_is_described_by() -> None:
    congress = document("任", "2020-04-01", "appointment", "云岭市人大常委会")
    elsewhere = document("平", "2020-04-01", "division", "平川市人民政府")
    stray = document("闲", "2020-04-01", "plan", "平川市人民政府")
    facts = [
        *division(pairs=PAIRS),
        congress,
        fact(f.Appointed, "任", person="溪七", post=f"{CITY}副市长"),
        fact(f.Appointed, "任", person="泉八", post="平川市人民政府副市长"),
        elsewhere,
        fact(f.Responsible, "平", person="池九", area="商务"),
        stray,
        document("未", None, "plan"),
        fact(f.Duty, "未", org="市公安局", text="x"),
        fact(f.Duty, "无", org="市公安局", text="x"),
    ]
    kept = concerning(facts, CITY)
    left_out = [one for one in facts if one not in kept]
    assert left_out == [facts[-7], elsewhere, facts[-5], stray, facts[-1]]
    whole, told = History(facts, CITY), History(kept, CITY)
    assert told.dated == whole.dated
    assert told.at(date(2020, 5, 1)).titles("溪七") == (f"{CITY}副市长",)


def test_a_clause_that_pairs_one_with_himself_gives_nobody_a_backup() -> None:
    facts = division(pairs=(("河二", "河二"), ("湖三", "海四")), backups=(("江一", "江一"),))
    org = at(facts, "2020-03-01")
    assert (org.backups_of("河二"), org.backups_of("江一")) == ((), ())
    assert [name for name, _ in org.backups_of("海四")] == ["湖三"]


def test_leaders_come_first_among_the_people_named() -> None:
    group = [
        document("组", "2020-01-01", "group"),
        fact(f.Group, "组", group="市防汛指挥部"),
        fact(f.Member, "组", group="市防汛指挥部", person="溪七", role="成员"),
    ]
    people = at([*group, *division()], "2020-03-01").people()
    assert people == ("江一", "河二", "湖三", "海四", "洋五", "溪七")


def test_a_whole_ab_notice_ends_the_pairs_of_the_one_before() -> None:
    facts = [
        *division(),
        document("AB一", "2020-04-01", "ab-system"),
        fact(f.AbPair, "AB一", a="河二", b="湖三"),
        document("AB二", "2020-05-01", "ab-system"),
        fact(f.AbPair, "AB二", a="海四", b="洋五"),
    ]
    assert [b for b, _ in at(facts, "2020-04-30").backups_of("河二")] == ["湖三"]
    assert at(facts, "2020-05-01").backups_of("河二") == ()
    assert [b for b, _ in at(facts, "2020-05-01").backups_of("海四")] == ["洋五"]


def test_a_group_is_found_by_a_name_that_only_it_has() -> None:
    facts = [
        document("组", "2020-01-01", "group"),
        fact(f.Group, "组", group="市防汛抗旱指挥部", alias="指挥部"),
        fact(f.Group, "组", group="市森林防火指挥部", alias="指挥部"),
    ]
    org = at(facts, "2020-01-01")
    found = org.group("市森林防火指挥部")
    assert found is not None
    assert found.name == "市森林防火指挥部"
    assert (org.group("指挥部"), org.group("市禁毒委员会")) == (None, None)


def test_a_group_set_up_is_not_undone_by_a_later_notice_that_mentions_it() -> None:
    name = "市防汛抗旱指挥部"
    seat = fact(f.Member, "组", group=name, person="湖三", role="总指挥")
    facts = [
        document("先", "2020-01-01", "plan"),
        fact(f.Group, "先", group=name, status="mentioned"),
        document("组", "2020-02-01", "group"),
        fact(f.Group, "组", group=name),
        seat,
        document("后", "2020-03-01", "plan"),
        fact(f.Group, "后", group=name, status="mentioned"),
    ]
    (mentioned,) = at(facts, "2020-01-01").leading_groups
    assert (mentioned.in_being, mentioned.document.doc) == (False, "先")
    (again,) = at([*facts[:2], *facts[-2:]], "2020-03-01").leading_groups
    assert again.document.doc == "后"
    (group,) = at(facts, "2020-03-01").leading_groups
    assert (group.in_being, group.members) == (True, (seat,))


def test_agencies_of_groups_and_of_work_are_named_by_the_graph() -> None:
    name = "市防汛抗旱指挥部"
    facts = [
        document("组", "2020-02-01", "group"),
        fact(f.Group, "组", group=name),
        fact(f.MemberOrg, "组", group=name, org="市水利局", role="成员"),
        fact(f.Office, "组", group=name, org="市应急管理局"),
        fact(f.Duty, "组", org="市公安局", text="x"),
        fact(f.OfficeDirector, "组", group=name, person="溪七"),
    ]
    org = at(facts, "2020-02-01")
    assert set(org.names("agency")) == {"市水利局", "市应急管理局", "市公安局"}
    assert org.people() == ("溪七",)
    part = fact(f.Subgroup, "组", group=name, subgroup="协调组")
    assert at([*facts, part], "2020-02-01").names("subgroup") == ("协调组",)


def test_facts_may_stand_before_their_notice() -> None:
    notice, *rest = division(pairs=PAIRS)
    org = at([*rest, notice], "2020-03-01")
    assert org.leaders() == ("江一", "河二", "湖三", "海四", "洋五")
    assert at([*rest, notice], "2020-02-29").leaders() == ()


def test_a_role_that_heads_a_subgroup_heads_not_the_group() -> None:
    name, keys = "市防汛抗旱指挥部", {"role": "组长", "description": "分管领导"}
    facts = [
        document("组", "2020-02-01", "group"),
        fact(f.Group, "组", group=name),
        fact(f.MemberRole, "组", group=name, subgroup="协调组", **keys),
        fact(f.Member, "组", group=name, subgroup="协调组", person="溪七", role="组长"),
    ]
    (group,) = at(facts, "2020-02-01").groups()
    assert (group.heads, group.head_roles, group.subgroups) == ((), (), ())
    own = fact(f.MemberRole, "组", group=name, **keys)
    (group,) = at([*facts, own], "2020-02-01").groups()
    assert group.head_roles == (own,)


def test_a_post_given_and_taken_in_the_very_same_words_is_taken() -> None:
    keys = {"person": "溪七", "post": "市水利局局长"}
    facts: list[f.AnyFact] = [document("文", "2020-06-01", "appointment")]
    facts += [fact(f.Appointed, "文", **keys), fact(f.Removed, "文", **keys)]
    assert at(facts, "2020-06-02").titles("溪七") == ()


def test_a_deputys_seat_given_to_a_role_is_no_heads_seat() -> None:
    group = "市防汛抗旱指挥部"
    facts = [
        document("组", "2020-04-01", "group"),
        fact(f.Group, "组", group=group),
        fact(f.MemberRole, "组", group=group, role="副总指挥", description="市水利局局长"),
        fact(f.MemberRole, "组", group=group, role="总指挥", description="市长"),
        fact(f.MemberRole, "组", group=group, role="组长", description="区长", subgroup="督导组"),
    ]
    (found,) = at(facts, "2020-05-01").leading_groups
    assert [seat.description for seat in found.head_roles] == ["市长"]


def test_what_somebody_is_appointed_to_is_a_post() -> None:
    facts: list[f.AnyFact] = [document("文", "2020-06-01", "appointment")]
    facts += [fact(f.Appointed, "文", person="溪七", post="市水利局局长")]
    assert at(facts, "2020-06-02").names("post") == ("市水利局局长",)


def test_of_two_heads_of_one_notice_the_first_counts() -> None:
    first = document("文", "2020-06-01", "appointment")
    facts: list[f.AnyFact] = [first, structs.replace(first, date="2021-06-01")]
    facts += [fact(f.Appointed, "文", person="溪七", post="市水利局局长")]
    assert at(facts, "2020-06-02").titles("溪七") == ("市水利局局长",)
