"""Parts of a division changed, repeals, effective days, secondments: what is in force then."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from msgspec import structs

from registry.graph.division import changes_part
from registry.graph.history import History
from registry.graph.organisation import Organisation
from registry.graph.repeals import Named, meant, repeals
from registry.model import facts as f
from tests.graph.city import CITY, DIVISION, PAIRS, division, document, fact

PART = "云府字〔2020〕20号"


def at(facts: list[f.AnyFact], day: str) -> Organisation:
    return History(facts, CITY).at(date.fromisoformat(day))


def notice(
    *facts: Any, title: str = "关于调整部分市政府领导分工的通知", **head: Any
) -> list[f.AnyFact]:
    made = structs.replace(document(PART, "2020-06-01", "division"), title=title, **head)
    return [made, *facts]


def held(org: Organisation, person: str) -> list[str]:
    return [e.target.name for e in org.held(person)]


def test_a_leader_whose_work_is_told_anew_has_that_and_no_more() -> None:
    org = at(
        [
            *division(pairs=PAIRS),
            *notice(
                fact(f.Responsible, PART, person="湖三", area="科技"),
                fact(f.Supervises, PART, person="湖三", org="市科技局"),
            ),
        ],
        "2020-06-01",
    )
    assert held(org, "湖三") == ["科技", "市科技局"]
    assert held(org, "海四") == ["农业", "社会稳定", "保密"]
    assert org.titles("湖三") == ("市政府副市长",)
    assert org.leaders() == ("江一", "河二", "湖三", "海四", "洋五")
    assert [b for b, _ in org.backups_of("河二")] == ["湖三"]
    assert org.replaced == frozenset()


def test_one_who_is_given_something_besides_keeps_what_he_has() -> None:
    """One clause that adds (增加) is enough: the other beside it tells his work not anew."""
    org = at(
        [
            *division(),
            *notice(
                fact(f.Responsible, PART, clause="增加负责科技", person="湖三", area="科技"),
                fact(f.Supervises, PART, person="湖三", org="市科技局"),
            ),
        ],
        "2020-06-01",
    )
    assert held(org, "湖三") == ["教育", "交通安全", "市审计局", "市商务局", "科技", "市科技局"]


def test_what_one_is_given_besides_says_nothing_of_another_who_is_told_anew() -> None:
    org = at(
        [
            *division(),
            *notice(
                fact(f.Responsible, PART, clause="增加负责科技", person="湖三", area="科技"),
                fact(f.Responsible, PART, person="海四", area="林业"),
            ),
        ],
        "2020-06-01",
    )
    assert held(org, "湖三") == ["教育", "交通安全", "市审计局", "市商务局", "科技"]
    assert held(org, "海四") == ["林业"]


def test_a_removal_closes_titles_that_were_stated_before_its_day() -> None:
    def after(day: str) -> Organisation:
        gone = [
            document("免", day, "appointment"),
            fact(f.Removed, "免", person="湖三", post="市政府副市长"),
        ]
        return at([*gone, *division()], "2020-06-01")

    assert list(after("2020-03-02").left) == ["湖三"]
    assert after("2020-03-01").left == {}, "the division of that day names him still"
    assert after("2020-02-28").left == {}


def test_one_who_loses_one_of_two_offices_has_not_left() -> None:
    both = fact(f.Post, DIVISION, person="湖三", title="市教育局局长")
    gone = [
        document("免", "2020-04-01", "appointment"),
        fact(f.Removed, "免", person="湖三", post="市教育局局长"),
    ]
    org = at([*division(), both, *gone], "2020-06-01")
    assert org.left == {}
    assert org.titles("湖三") == ("市政府副市长",)
    more = [document("再免", "2020-05-01", "appointment")]
    more.append(fact(f.Removed, "再免", person="湖三", post="市政府副市长"))
    assert list(at([*division(), both, *gone, *more], "2020-06-01").left) == ["湖三"]


def test_what_is_handed_over_leaves_the_one_who_had_it_and_nothing_else_moves() -> None:
    clause = "由海四同志分管云岭市商务局"
    facts = [
        *division(),
        *notice(fact(f.Supervises, PART, clause=clause, person="海四", org="云岭市商务局")),
    ]
    org = at(facts, "2020-06-01")
    assert held(org, "海四") == ["农业", "社会稳定", "保密", "云岭市商务局"]
    assert held(org, "河二") == [
        "商务",
        "保密和城市管理",
        "交通运输",
        "市卫生健康委员会",
        "市税务局",
    ]
    assert "市商务局" in held(org, "湖三"), "he has it besides (兼管), and keeps it"
    assert "市商务局" in held(at(facts, "2020-05-31"), "河二")


@pytest.mark.parametrize("subject", ["市卫健委", "市卫生健康委员会", "云岭市卫生健康委员会"])
def test_what_a_leader_has_no_more_is_taken_from_him_and_given_to_nobody(subject: str) -> None:
    facts = [*division(), *notice(fact(f.Released, PART, person="河二", subject=subject))]
    org = at(facts, "2020-06-01")
    assert "市卫生健康委员会" not in held(org, "河二")
    assert "市商务局" in held(org, "河二")
    assert org.holders("agency", "市卫生健康委员会") == ()


def test_what_one_has_no_more_stays_with_another_who_has_it_too() -> None:
    released = fact(f.Released, PART, person="湖三", subject="市审计局")
    org = at([*division(), *notice(released)], "2020-06-01")
    assert "市审计局" not in held(org, "湖三")
    assert "市审计局" in held(org, "江一")


def test_who_assists_goes_on_when_another_is_put_in_charge() -> None:
    given = fact(f.Responsible, PART, clause="增加负责社会稳定", person="湖三", area="社会稳定")
    org = at([*division(), *notice(given)], "2020-06-01")
    assert "社会稳定" in held(org, "海四")
    assert "社会稳定" in held(org, "湖三")


def test_a_repeal_ends_none_that_came_after_it_and_one_of_its_own_day() -> None:
    def changed(doc: str, day: str, area: str) -> list[f.AnyFact]:
        head = structs.replace(document(doc, day, "division"), title=SAME, number=None)
        clause = f"增加负责{area}"
        return [head, fact(f.Responsible, doc, clause=clause, person="湖三", area=area)]

    end = repeal(f"《{SAME}》", "2020-07-01")
    org = at(
        [
            *division(),
            *changed("甲", "2020-06-01", "科技"),
            end,
            *changed("乙", "2020-08-01", "体育"),
        ],
        "2020-09-01",
    )
    assert ("科技" in held(org, "湖三"), "体育" in held(org, "湖三")) == (False, True)
    assert org.unclear_repeals == ()
    same_day = at([*division(), *changed("甲", "2020-07-01", "科技"), end], "2020-09-01")
    assert "科技" not in held(same_day, "湖三")


def test_what_is_taken_by_its_other_name_is_taken() -> None:
    aliased = [
        fact(f.Supervises, DIVISION, person="湖三", org="市发展改革委", alias="市粮食局"),
        fact(f.Responsible, DIVISION, person="湖三", area="文化和旅游", alias="文旅"),
    ]
    taken = [
        fact(f.Released, PART, person="湖三", subject=name) for name in ("市粮食局", "文旅", "教育")
    ]
    org = at([*division(), *aliased, *notice(*taken)], "2020-06-01")
    assert held(org, "湖三") == ["交通安全", "市审计局", "市商务局"]


def test_what_is_taken_from_one_by_a_notice_of_another_kind_is_taken_too() -> None:
    facts = [
        *division(),
        document("调", "2020-06-01", "plan"),
        fact(f.Released, "调", person="河二", subject="商务"),
    ]
    org = at(facts, "2020-06-01")
    assert "商务" not in held(org, "河二")
    assert "教育" in held(org, "湖三")
    assert not at(facts[-2:], "2020-06-01").has_division


def test_a_short_name_that_fits_two_takes_neither() -> None:
    leaders: Any = {"河二": ("副市长", {"supervises": ("市文化局", "市文物局")})}
    taken = fact(f.Released, PART, person="河二", subject="市文局")
    org = at([*division(leaders=leaders), *notice(taken)], "2020-06-01")
    assert held(org, "河二") == ["市文化局", "市文物局"]


@pytest.mark.parametrize("clause", ["除负责原分管工作外，分管市体育局", "增加分管市体育局"])
def test_what_is_given_besides_takes_nothing_away(clause: str) -> None:
    new = fact(f.Supervises, PART, clause=clause, person="湖三", org="市体育局")
    org = at([*division(), *notice(new)], "2020-06-01")
    assert held(org, "湖三") == ["教育", "交通安全", "市审计局", "市商务局", "市体育局"]


def test_a_supplement_gives_besides() -> None:
    new = fact(f.Supervises, PART, person="湖三", org="市体育局")
    org = at([*division(), *notice(new, title="关于领导分工的补充通知")], "2020-06-01")
    assert held(org, "湖三")[-1] == "市体育局"
    assert len(held(org, "湖三")) == 5


def test_a_notice_that_leaves_the_others_as_they_were_is_a_partial_one() -> None:
    new = fact(f.Responsible, PART, person="新六", area="科技")
    title = "关于市政府领导分工调整的通知"
    assert (
        "河二" in at([*division(), *notice(new, title=title, partial=True)], "2020-06-01").leaders()
    )
    assert at([*division(), *notice(new, title=title)], "2020-06-01").leaders() == ("新六",)


def test_the_first_notice_is_the_division_whatever_its_title_says() -> None:
    new = fact(f.Responsible, PART, person="新六", area="科技")
    assert at(notice(new), "2020-06-01").leaders() == ("新六",)


def test_a_partial_notice_renews_the_pairs_that_it_names() -> None:
    facts = [
        *division(pairs=(("河二", "湖三"), ("海四", "洋五"))),
        *notice(
            fact(f.Responsible, PART, person="新六", area="科技"),
            fact(f.AbPair, PART, a="湖三", b="新六"),
        ),
    ]
    org = at(facts, "2020-06-01")
    assert [b for b, _ in org.backups_of("海四")] == ["洋五"]
    assert [b for b, _ in org.backups_of("湖三")] == ["新六"]
    assert org.backups_of("河二") == ()


def test_titles_of_a_partial_notice_stand_from_its_day() -> None:
    """A removal before it does not reach the title that it gives."""
    facts = [
        *division(),
        document("免", "2020-05-01", "appointment"),
        fact(f.Removed, "免", person="湖三", post="市政府副市长"),
        *notice(fact(f.Post, PART, person="湖三", title="市政府副市长")),
    ]
    assert "湖三" in at(facts, "2020-05-31").left
    assert "湖三" not in at(facts, "2020-06-01").left


def repeal(of: str, day: str = "2020-09-01") -> f.Document:
    made = document("废", day, "plan")
    return structs.replace(made, title=f"关于废止{of}的通知")


def test_a_repeal_leaves_no_division_and_brings_none_back() -> None:
    old = division("旧", "2019-01-01")
    facts = [*old, *division(pairs=PAIRS), repeal(DIVISION)]
    org = at(facts, "2020-09-01")
    assert not org.has_division
    assert (org.leaders(), org.pairs()) == ((), ())
    assert org.repealed_by is not None
    assert at(facts, "2020-08-31").repealed_by is None
    new = [*facts, *division("新", "2020-10-01")]
    assert at(new, "2020-10-01").has_division


def test_the_repeal_of_a_change_takes_the_change_back() -> None:
    facts = [
        *division(),
        *notice(fact(f.Responsible, PART, person="湖三", area="科技")),
        repeal(f"《{PART}》"),
    ]
    assert held(at(facts, "2020-06-01"), "湖三") == ["科技"]
    assert held(at(facts, "2020-09-01"), "湖三") == held(at(facts, "2020-05-01"), "湖三")


def test_the_repeal_of_an_ab_notice_ends_its_pairs_and_nothing_else() -> None:
    facts = [
        *division(),
        document("甲", "2020-04-01", "group"),
        fact(f.Group, "甲", group="市防汛指挥部"),
        structs.replace(document("乙", "2020-04-01", "ab-system"), title="AB角工作制度"),
        fact(f.AbPair, "乙", a="河二", b="湖三"),
        repeal("《AB角工作制度》"),
    ]
    org = at(facts, "2020-09-01")
    assert org.pairs() == ()
    assert [g.name for g in org.groups()] == ["市防汛指挥部"]


SAME = "关于部分市政府领导工作分工调整的通知"


def two_changes() -> list[f.AnyFact]:
    first = notice(fact(f.Responsible, PART, person="湖三", area="科技"), title=SAME)
    later = structs.replace(document("云府字〔2020〕21号", "2020-07-01", "division"), title=SAME)
    given = fact(f.Responsible, later.doc, clause="增加负责体育", person="海四", area="体育")
    return [*division(), *first, later, given]


@pytest.mark.parametrize(
    "named",
    [
        PART,
        f"{PART}文件",
        f"《{SAME}》（{PART}）",
        f"《{SAME}》({PART.replace('〔', '[').replace('〕', ']')})",
        f"云岭市人民政府文件和{PART}",
    ],
)
def test_a_number_ends_the_notice_that_has_it_and_no_other(named: str) -> None:
    org = at([*two_changes(), repeal(named)], "2020-09-01")
    assert "科技" not in held(org, "湖三")
    assert "体育" in held(org, "海四")
    assert org.unclear_repeals == ()


@pytest.mark.parametrize("named", [f"青{PART}", f"《{SAME}》（云府字〔2019〕20号）"])
def test_the_number_of_another_notice_ends_none(named: str) -> None:
    org = at([*two_changes(), repeal(named)], "2020-09-01")
    assert "科技" in held(org, "湖三")
    assert "体育" in held(org, "海四")


def test_a_title_that_two_in_force_have_ends_neither_and_says_so() -> None:
    facts = [*two_changes(), repeal(f"《{SAME}》")]
    org = at(facts, "2020-09-01")
    assert "科技" in held(org, "湖三")
    assert "体育" in held(org, "海四")
    (unclear,) = org.unclear_repeals
    assert [d.doc for d in unclear.may_be] == [PART, "云府字〔2020〕21号"]


def test_a_title_reaches_no_division_that_another_has_replaced() -> None:
    first, second = division("旧", "2019-01-01"), division()
    title = "关于市政府领导工作分工的通知"
    heads = [structs.replace(facts[0], title=title) for facts in (first, second)]
    facts = [heads[0], *first[1:], heads[1], *second[1:], repeal(f"《{title}》")]
    assert not at(facts, "2020-09-01").has_division


@pytest.mark.parametrize(
    ("own", "named", "ends"),
    [
        (f"云岭市人民政府{SAME}", SAME, True),
        ("关于印发《市政府分工表》的通知", "市政府分工表", True),
        (f"云岭市人民政府{SAME}", "工作分工调", False),  # a part of too many titles to tell one
        ("关于市政府领导工作分工的通知", SAME, False),
    ],
)
def test_a_title_may_be_told_by_a_part_that_is_long_enough(
    own: str, named: str, ends: bool
) -> None:
    change = notice(fact(f.Responsible, PART, person="湖三", area="科技"), title=own)
    change[0] = structs.replace(change[0], partial=True, number=None)
    org = at([*division(), *change, repeal(f"《{named}》")], "2020-09-01")
    assert ("科技" in held(org, "湖三")) is not ends


def test_the_title_itself_comes_before_one_of_which_it_is_a_part() -> None:
    facts = two_changes()
    longer = structs.replace(facts[-2], title=f"云岭市人民政府{SAME}")
    org = at([*facts[:-2], longer, facts[-1], repeal(f"《{SAME}》")], "2020-09-01")
    assert "科技" not in held(org, "湖三")
    assert "体育" in held(org, "海四")
    assert org.unclear_repeals == ()


def test_only_a_title_that_repeals_repeals() -> None:
    assert repeals(document("关于印发《云府字〔2020〕1号》的通知", None, "plan")) == ()
    assert not changes_part(document("关于市政府领导分工的通知", None, "division"))


@pytest.mark.parametrize(
    ("effective", "day", "in_force"),
    [
        ("2020-04-01", "2020-03-31", False),
        ("2020-04-01", "2020-04-01", True),
        ("2020-01-01", "2020-01-01", True),
        ("2020-01-01", "2019-12-31", False),
        ("--04-01", "2020-03-01", True),
    ],
)
def test_a_notice_counts_from_its_effective_day(effective: str, day: str, in_force: bool) -> None:
    head, *rest = division()
    assert isinstance(head, f.Document)
    org = at([structs.replace(head, effective=effective), *rest], day)
    assert org.has_division is in_force


def test_a_secondment_of_a_stated_length_is_over_by_itself() -> None:
    facts = [
        document("任", "2019-06-15", "appointment"),
        fact(f.Appointed, "任", person="海四", post="云岭市人民政府副市长", terms="挂职一年"),
        fact(f.Appointed, "任", person="溪七", post="市水利局局长", terms="试用期一年"),
        *division(pairs=(("海四", "河二"),)),
    ]
    before, after = at(facts, "2020-06-14"), at(facts, "2020-06-15")
    assert "海四" not in before.left
    assert "海四" in after.left
    assert after.titles("海四") == ()
    assert after.titles("溪七") == ("市水利局局长",), "the end of a probation ends no post"
    assert date(2020, 6, 15) in History(facts, CITY).days


def test_the_end_of_one_secondment_leaves_another_in_the_same_office() -> None:
    facts = [
        document("任", "2019-06-15", "appointment"),
        fact(f.Appointed, "任", person="海四", post="云岭市人民政府副市长", terms="挂职一年"),
        *division(),
    ]
    org = at(facts, "2020-06-15")
    assert list(org.left) == ["海四"]
    assert org.titles("湖三") == ("市政府副市长",)


def test_the_end_of_a_secondment_ends_that_office_alone() -> None:
    facts = [
        document("任", "2019-06-15", "appointment"),
        fact(f.Appointed, "任", person="海四", post="云岭市人民政府副市长", terms="挂职一年"),
        *division(),
        fact(f.Post, DIVISION, person="海四", title="市农业局局长"),
    ]
    org = at(facts, "2020-06-15")
    assert org.titles("海四") == ("市农业局局长",)
    assert org.left == {}


def test_a_secondment_begun_anew_goes_on() -> None:
    post = {"person": "海四", "post": "云岭市人民政府副市长", "terms": "挂职一年"}
    facts = [
        document("任", "2019-06-15", "appointment"),
        fact(f.Appointed, "任", **post),
        *division(),
        document("续", "2020-05-15", "appointment"),
        fact(f.Appointed, "续", **post),
    ]
    assert "海四" not in at(facts, "2020-07-01").left
    assert "海四" in at(facts, "2021-05-15").left


def test_a_post_that_lapses_takes_the_title_with_it() -> None:
    facts = [
        *division(),
        document("更名", "2020-06-01", "appointment"),
        fact(f.PostAbolished, "更名", post="市政府秘书长"),
    ]
    assert "洋五" in at(facts, "2020-06-01").left
    assert "江一" not in at(facts, "2020-06-01").left


def test_a_post_change_moves_nobody_out_of_a_group() -> None:
    facts = [
        *division(),
        document("组", "2020-04-01", "group"),
        fact(f.Group, "组", group="市防汛指挥部"),
        fact(f.Member, "组", group="市防汛指挥部", person="海四", role="指挥长", title="副市长"),
        document("免", "2020-05-01", "appointment"),
        fact(f.Removed, "免", person="海四", post="市政府副市长"),
    ]
    (group,) = at(facts, "2020-05-01").groups()
    assert [m.person for m in group.heads] == ["海四"]


def test_a_number_that_runs_into_another_is_read_as_the_longest_that_is_known() -> None:
    longer, shorter = "和政发〔2024〕9号", "政发〔2024〕9号"
    among = [document(n, "2024-01-01", "duty") for n in (shorter, longer)]
    (named,) = repeals(structs.replace(repeal("x"), title=f"关于废止{longer}的通知"))
    assert [d.doc for d in meant(named, among)] == [longer]
    assert [d.doc for d in meant(named, among[:1])] == [shorter]


def test_a_notice_named_with_its_number_and_without_is_repealed_once() -> None:
    title = "《关于分工的通知》"
    end = structs.replace(
        repeal("x"), title=f"关于废止{title}的通知", repeals=(f"{title}（和政发〔2024〕9号）",)
    )
    assert [(n.title, n.number) for n in repeals(end)] == [("关于分工的通知", "和政发〔2024〕9号")]


def test_a_title_alone_reaches_the_notice_that_has_no_number() -> None:
    numbered = structs.replace(document("一", "2020-01-01", "division"), title="关于分工的通知")
    plain = structs.replace(numbered, doc="二", number=None)
    assert meant(Named("关于分工的通知", "云府字〔2019〕9号"), [numbered, plain]) == (plain,)


def test_a_title_is_reached_by_a_long_enough_part_of_it_and_by_no_other() -> None:
    whole = structs.replace(
        document("一", "2020-01-01", "division"), title="关于印发市政府领导工作分工的通知"
    )
    other = structs.replace(whole, doc="二", title="关于成立市防汛抗旱指挥部的通知")
    assert meant(Named("市政府领导工作分工", None), [whole, other]) == (whole,)


def test_a_notice_is_shown_by_its_title_else_by_its_number() -> None:
    assert Named("关于分工的通知", "云府字〔2019〕9号").shown() == "《关于分工的通知》"
    assert Named(None, "云府字〔2019〕9号").shown() == "云府字〔2019〕9号"


def test_a_division_that_repeals_another_divides_no_work() -> None:
    gone = structs.replace(
        document("废", "2020-06-01", "division"), title=f"关于废止{DIVISION}的通知"
    )
    org = at([*division(), gone], "2020-07-01")
    assert (org.divisions, org.has_division) == ((), False)


def test_a_one_way_pair_is_renewed_only_for_the_one_who_is_backed_up() -> None:
    more = notice(fact(f.Backup, PART, a="湖三", b="海四"))
    org = at([*division(backups=(("河二", "湖三"),)), *more], "2020-07-01")
    assert [(e.source.name, e.target.name) for e in org.pairs()] == [
        ("河二", "湖三"),
        ("湖三", "海四"),
    ]


def test_what_stands_in_notices_is_of_its_kind() -> None:
    facts = [
        document("文", "2020-03-01", "division"),
        fact(f.Post, "文", person="江一", title="市政府市长"),
        fact(f.AbPair, "文", a="溪七", b="泉八"),
        document("任", "2020-03-02", "appointment"),
        fact(f.Appointed, "任", person="河二", post="市教育局局长"),
        document("组", "2020-03-03", "group"),
        fact(f.Group, "组", group="市防汛指挥部"),
        fact(f.Member, "组", group="市防汛指挥部", person="湖三", role="组长"),
        document("会", "2020-03-03", "group"),
        fact(f.Group, "会", group="市安全委员会"),
        fact(f.MemberOrg, "会", group="市安全委员会", org="市教育局", role="成员单位"),
        document("表", "2020-03-04", "report"),
        fact(
            f.Indicator, "表", org="市统计局", indicator="产值", target="1", actual=None, gap=None
        ),
    ]
    org = at(facts, "2020-07-01")
    assert set(org.names("person")) == {"江一", "溪七", "泉八", "河二", "湖三"}
    assert set(org.names("post")) == {"市政府市长", "市教育局局长"}
    assert set(org.names("group")) == {"市防汛指挥部", "市安全委员会"}
    assert set(org.names("agency")) == {"市教育局", "市统计局"}
    assert set(org.names("indicator")) == {"产值"}


def test_one_who_is_seconded_holds_his_post_until_its_length_is_over() -> None:
    post = "市水利局副局长"
    facts = [
        document("挂", "2020-04-01", "appointment"),
        fact(f.Appointed, "挂", person="溪七", post=post, terms="挂职一年"),
    ]
    assert at(facts, "2021-03-31").titles("溪七") == (post,)
    assert at(facts, "2021-04-01").titles("溪七") == ()
