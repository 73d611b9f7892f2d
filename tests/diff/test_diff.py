"""The redline: gained, lost, moved, orphaned, each with both clauses; what is due."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from msgspec import structs

from registry.graph.changes.redline import Change, Redline
from registry.graph.diff import diff
from registry.graph.history import History
from registry.model import facts as f
from tests.graph.city import CITY, DIVISION, LEADERS, PAIRS, division, document, fact

LATER = "云府字〔2021〕5号"
AB = "云府办字〔2020〕4号"
BEFORE, AFTER = date(2020, 12, 31), date(2021, 1, 10)
CHANGED: Any = {
    "江一": LEADERS["江一"],
    "河二": (
        "市政府副市长",
        {"responsible": ("保密和城市管理",), "supervises": ("市卫健委",), "liaises": ("市商务局",)},
    ),
    "湖三": (
        "市政府副市长",
        {"responsible": ("教育", "商务"), "supervises": ("市商务局", "市科技局")},
    ),
    "洋五": LEADERS["洋五"],
}


def ab(*pairs: tuple[str, str], doc: str = AB, day: str = "2020-04-01") -> list[f.AnyFact]:
    return [document(doc, day, "ab-system"), *(fact(f.AbPair, doc, a=a, b=b) for a, b in pairs)]


def redline(*facts: f.AnyFact, start: date = BEFORE, end: date = AFTER) -> Redline:
    return diff(History(facts, CITY), start, end, {})


def between(*more: f.AnyFact) -> Redline:
    return redline(*division(), *division(LATER, "2021-01-10", leaders=CHANGED), *more)


def one(found: Redline, subject: str, name: str) -> Change:
    (change,) = [c for c in found.changes if (c.subject, c.name) == (subject, name)]
    return change


def test_nothing_changes_between_days_of_one_notice() -> None:
    found = redline(*division(pairs=PAIRS), start=date(2020, 4, 1), end=date(2020, 5, 1))
    assert (found.changes, found.due_pairs) == ((), ())


def test_what_passes_from_one_leader_to_another_has_moved_with_both_clauses() -> None:
    change = one(between(), "agency", "市商务局")
    assert (change.turn, change.who_from, change.who_to) == ("moved", ("河二",), ("湖三",))
    assert [(t.who, t.relation, t.quote.doc) for t in change.before] == [
        ("河二", "supervises", DIVISION),
        ("湖三", "also_supervises", DIVISION),
    ]
    assert [(t.who, t.relation, t.quote.doc) for t in change.after] == [
        ("河二", "liaises", LATER),
        ("湖三", "supervises", LATER),
    ]
    assert change.silent is None


def test_what_nobody_has_any_more_is_orphaned_by_the_notice_that_is_silent() -> None:
    change = one(between(), "area", "交通运输")
    assert (change.turn, change.who_from, change.who_to) == ("orphaned", ("河二",), ())
    assert change.silent is not None
    assert change.silent.doc == LATER


def test_what_nobody_had_is_gained() -> None:
    change = one(between(), "agency", "市科技局")
    assert (change.turn, change.who_to, change.before) == ("gained", ("湖三",), ())
    assert change.silent is not None
    assert change.silent.doc == DIVISION


def test_one_who_has_it_no_more_beside_the_principal_has_lost_it() -> None:
    change = one(between(), "agency", "市审计局")
    assert (change.turn, change.who_from) == ("lost", ("湖三",))


def test_two_names_of_one_agency_are_no_change() -> None:
    names = {c.name for c in between().changes}
    assert not names & {"市卫健委", "市卫生健康委员会"}


def test_the_same_leader_tied_otherwise_is_a_change() -> None:
    later = division(
        LATER, "2021-01-10", leaders={"海四": ("市政府副市长", {"responsible": ("农业",)})}
    )
    earlier = division(leaders={"海四": ("市政府副市长", {"assists": ("农业",)})})
    change = one(redline(*earlier, *later), "area", "农业")
    assert (change.turn, change.who_to) == ("gained", ("海四",)), "nobody was in charge before"
    change = one(
        redline(*division(leaders=CHANGED), *division(LATER, "2021-01-10")), "area", "农业"
    )
    assert change.turn == "gained"


def test_the_first_notice_gains_everything_and_a_repeal_orphans_it() -> None:
    first = redline(*division(), start=date(2020, 1, 1), end=date(2020, 3, 1))
    assert {c.turn for c in first.changes} == {"gained"}
    assert all(c.silent is None for c in first.changes), "no notice before could have spoken"
    assert first.known_from == date(2020, 3, 1), (
        "what was before is not known to have been nobody's"
    )
    assert first.unknown is not None
    assert "2020-03-01以前" in first.unknown.zh
    assert between().unknown is None
    gone = document("废", "2020-09-01", "plan")
    gone = f.Document(
        **{k: getattr(gone, k) for k in gone.__struct_fields__}
        | {"title": f"关于废止{DIVISION}的通知"}
    )
    after = redline(*division(), gone, start=date(2020, 8, 1), end=date(2020, 9, 1))
    assert one(after, "area", "商务").turn == "orphaned"
    assert {c.silent.doc for c in after.changes if c.silent} == {"废"}


def test_pairs_are_told_for_each_member() -> None:
    found = between(*ab(("河二", "湖三")), *ab(("河二", "洋五"), doc="新AB", day="2021-01-05"))
    assert one(found, "pair", "河二").turn == "moved"
    assert one(found, "pair", "湖三").turn == "orphaned"
    assert one(found, "pair", "洋五").turn == "gained"
    assert [c.name for c in found.changes if c.subject == "pair"] == ["河二", "湖三", "洋五"]
    backup = one(found, "pair", "洋五").after
    assert [(t.who, t.relation, t.quote.doc) for t in backup] == [("河二", "ab_pair", "新AB")]


def test_a_pair_older_than_a_change_of_work_is_due() -> None:
    found = between(*ab(("江一", "洋五"), ("河二", "海四")))
    due = [(p.a, p.b, p.because.zh) for p in found.due_pairs]
    assert due == [
        ("河二", "海四", "河二的分工有变化"),
        ("河二", "海四", "海四已不在分工通知之列"),
    ]
    assert found.due_pairs[0].pair.doc == AB
    assert [(q.doc, q.clause) for q in found.due_pairs[1].change] == [(LATER, LATER)]
    assert [(q.doc, q.clause) for q in found.due_pairs[0].change] == [
        (LATER, "河二，市商务局"),
        (DIVISION, "河二，商务"),
        (DIVISION, "河二，交通运输"),
        (DIVISION, "河二，市商务局"),
        (DIVISION, "河二，市税务局"),
    ]


def test_a_pair_made_with_or_after_the_change_is_not_due() -> None:
    assert between(*ab(("河二", "湖三"), day="2021-01-10")).due_pairs == ()


def test_a_pair_whose_member_left_office_is_due() -> None:
    facts = [
        *division(pairs=PAIRS),
        document("免", "2020-06-01", "appointment"),
        fact(f.Removed, "免", person="湖三", post="市政府副市长"),
    ]
    (due,) = redline(*facts, start=date(2020, 5, 1), end=date(2020, 7, 1)).due_pairs
    assert (due.because.zh, [q.doc for q in due.change]) == ("湖三已离任", ["免"])


def group(doc: str, day: str, *members: tuple[str, str]) -> list[f.AnyFact]:
    name = "市防汛抗旱指挥部"
    return [
        document(doc, day, "group"),
        fact(f.Group, doc, group=name),
        *(fact(f.Member, doc, group=name, person=who, role=role) for who, role in members),
    ]


def test_a_group_set_up_anew_tells_its_heads_and_the_seats_that_differ() -> None:
    found = redline(
        *group("一", "2020-04-01", ("河二", "总指挥"), ("溪七", "成员"), ("泉八", "成员")),
        *group("二", "2021-01-05", ("湖三", "总指挥"), ("溪七", "成员"), ("池九", "成员")),
    )
    (change,) = found.changes
    assert (change.subject, change.turn) == ("group", "moved")
    assert (change.who_from, change.who_to) == (("河二",), ("湖三",))
    assert [t.who for t in change.before] == ["河二", "泉八"]
    assert [t.who for t in change.after] == ["湖三", "池九"]


def test_seats_of_agencies_roles_subgroups_and_the_office_are_compared_too() -> None:
    name = "市防汛抗旱指挥部"

    def told(doc: str, day: str, org: str, role: str, who: str) -> list[f.AnyFact]:
        return [
            *group(doc, day, ("河二", "总指挥")),
            fact(f.MemberOrg, doc, group=name, org=org, role="成员"),
            fact(f.MemberRole, doc, group=name, role="副总指挥", description=role),
            fact(f.OfficeDirector, doc, group=name, person=who),
            fact(f.Member, doc, group=name, subgroup="协调组", person=who, role="副组长"),
        ]

    (change,) = redline(
        *told("一", "2020-04-01", "市水利局", "分管领导", "溪七"),
        *told("二", "2021-01-05", "市应急局", "联系领导", "泉八"),
    ).changes
    ties = [[(t.who, t.relation) for t in side] for side in (change.before, change.after)]
    assert ties == [
        [
            ("河二", "总指挥"),
            ("溪七", "协调组 · 副组长"),
            ("市水利局", "成员"),
            ("分管领导", "副总指挥"),
            ("溪七", "办公室主任"),
        ],
        [
            ("河二", "总指挥"),
            ("泉八", "协调组 · 副组长"),
            ("市应急局", "成员"),
            ("联系领导", "副总指挥"),
            ("泉八", "办公室主任"),
        ],
    ]


def test_a_group_that_was_set_up_without_seats_says_which_notice_gave_none() -> None:
    found = redline(*group("一", "2020-04-01"), *group("二", "2021-01-05", ("湖三", "总指挥")))
    (change,) = found.changes
    assert (change.turn, change.who_to, change.before) == ("gained", ("湖三",), ())
    assert change.silent is not None
    assert change.silent.doc == "一"


def test_a_pair_of_one_who_was_no_leader_before_either_is_not_due() -> None:
    found = redline(*division(), *ab(("河二", "溪七")), start=date(2020, 5, 1))
    assert found.due_pairs == ()


def test_a_group_that_is_new_is_gained_by_its_head() -> None:
    (change,) = redline(*group("二", "2021-01-05", ("湖三", "总指挥"))).changes
    assert (change.subject, change.turn, change.who_to) == ("group", "gained", ("湖三",))
    assert (change.name, change.silent) == ("市防汛抗旱指挥部", None)


def test_pairs_of_those_who_are_no_leaders_are_told_too() -> None:
    found = redline(*division(), *ab(("溪七", "泉八"), day="2021-01-05"))
    assert [(c.name, c.turn) for c in found.changes] == [("溪七", "gained"), ("泉八", "gained")]


def test_a_group_whose_head_stays_tells_him_beside_the_seats_that_differ() -> None:
    found = redline(
        *group("一", "2020-04-01", ("河二", "总指挥"), ("溪七", "成员"), ("泉八", "成员")),
        *group("二", "2021-01-05", ("河二", "总指挥"), ("溪七", "成员")),
    )
    (change,) = found.changes
    assert (change.turn, change.who_from, change.who_to) == ("lost", ("泉八",), ())
    assert [t.who for t in change.before] == ["河二", "泉八"]
    assert [t.who for t in change.after] == ["河二"]


def test_a_group_set_up_anew_with_the_same_seats_is_no_change() -> None:
    seats = (("河二", "总指挥"), ("溪七", "成员"))
    facts = [*group("一", "2020-04-01", *seats), *group("二", "2021-01-05", *seats)]
    assert redline(*facts).changes == ()


def test_a_group_that_is_repealed_has_lost_its_head() -> None:
    gone = structs.replace(document("废", "2021-01-05", "plan"), title="关于废止《组通知》的通知")
    facts = group("组", "2020-04-01", ("河二", "总指挥"), ("溪七", "成员"))
    facts[0] = structs.replace(facts[0], title="组通知", number=None)
    (change,) = redline(*facts, gone).changes
    assert (change.subject, change.turn, change.who_from) == ("group", "orphaned", ("河二",))
    assert [t.who for t in change.before] == ["河二", "溪七"]
    assert (change.after, change.silent) == ((), None), "the group itself is no more"


@pytest.mark.parametrize(
    ("before", "after", "turn", "who_from", "who_to"),
    [
        ({"河二": "supervises"}, {"河二": "also_supervises"}, "changed", (), ()),
        (
            {"河二": "supervises", "湖三": "assists_supervising"},
            {"河二": "supervises", "海四": "assists_supervising"},
            "changed",
            ("湖三",),
            ("海四",),
        ),
        (
            {"河二": "supervises", "湖三": "assists_supervising"},
            {"河二": "supervises"},
            "lost",
            ("湖三",),
            (),
        ),
        (
            {"河二": "supervises"},
            {"河二": "supervises", "湖三": "liaises"},
            "gained",
            (),
            ("湖三",),
        ),
        (
            {"河二": "supervises", "湖三": "supervises", "海四": "assists_supervising"},
            {"河二": "supervises", "洋五": "assists_supervising"},
            "lost",
            ("湖三",),
            (),
        ),
        ({"河二": "supervises"}, {"河二": "assists_supervising"}, "orphaned", ("河二",), ()),
        ({"河二": "liaises"}, {"湖三": "liaises"}, "moved", ("河二",), ("湖三",)),
        (
            {"河二": "liaises", "湖三": "liaises"},
            {"河二": "liaises"},
            "lost",
            ("湖三",),
            (),
        ),
        (
            {"河二": "liaises"},
            {"河二": "liaises", "湖三": "supervises"},
            "moved",
            ("河二",),
            ("湖三",),
        ),
    ],
)
def test_what_became_of_an_agency(
    before: dict[str, str],
    after: dict[str, str],
    turn: str,
    who_from: tuple[str, ...],
    who_to: tuple[str, ...],
) -> None:
    def told(held: dict[str, str]) -> Any:
        return {who: ("市政府副市长", {relation: ("市水利局",)}) for who, relation in held.items()}

    found = redline(
        *division(leaders=told(before)), *division(LATER, "2021-01-10", leaders=told(after))
    )
    change = one(found, "agency", "市水利局")
    assert (change.turn, change.who_from, change.who_to) == (turn, who_from, who_to)


def test_agencies_come_before_areas_whatever_the_notice_names_first() -> None:
    subjects = [c.subject for c in between().changes if c.subject in {"agency", "area"}]
    assert subjects == sorted(subjects)
    assert set(subjects) == {"agency", "area"}


def test_who_had_what_is_known_from_the_first_division_and_no_other_notice() -> None:
    facts = [document("早", "2020-02-01", "duty"), *division()]
    found = redline(*facts, start=date(2020, 2, 10), end=date(2020, 4, 1))
    assert found.known_from == date(2020, 3, 1)


def test_where_no_division_is_known_none_is_said_to_be_known_from_a_day() -> None:
    assert redline(*ab(("河二", "湖三"))).known_from is None
