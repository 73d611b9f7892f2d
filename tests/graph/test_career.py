"""A person's career: posts, portfolio, seats and pairs by period, and what the notices leave out."""

from __future__ import annotations

from datetime import date
from typing import Any

from registry.graph.career import Career, Pairing, Seat, Share, career
from registry.graph.history import History
from registry.model import facts as f
from tests.graph.city import CITY, DIVISION, LEADERS, division, document, fact

LATER = "云府字〔2021〕5号"
END = date(2022, 1, 1)


def of(person: str, *facts: f.AnyFact, on: date = END) -> Career:
    return career(History(facts, CITY), person, on)


def gaps(found: Career) -> list[tuple[str, str]]:
    return [(gap.code, gap.text.zh) for gap in found.gaps]


def moved(doc: str, day: str | None, kind: type[f.Fact], person: str, post: str) -> list[f.AnyFact]:
    return [document(doc, day, "appointment"), fact(kind, doc, person=person, post=post)]


def test_a_portfolio_is_told_by_period_with_every_notice_that_says_it() -> None:
    held: Any = {**LEADERS, "海四": ("市政府副市长", {"responsible": ("农业", "科技")})}
    found = of("海四", *division(), *division(LATER, "2021-01-10", leaders=held))
    first, second = date(2020, 3, 1), date(2021, 1, 10)
    assert {span.what: (span.start, span.end) for span in found.portfolio} == {
        Share("responsible", "area", "农业"): (first, None),
        Share("assists", "area", "社会稳定"): (first, second),
        Share("assists", "area", "保密"): (first, second),
        Share("responsible", "area", "科技"): (second, None),
    }
    quoted = {span.what.name: [said.doc for said in span.quotes] for span in found.portfolio}
    assert quoted["农业"] == [DIVISION, LATER]
    assert quoted["社会稳定"] == [DIVISION]


def test_seats_in_groups_and_their_offices() -> None:
    group = "市防汛抗旱指挥部"
    named = {"group": group, "person": "海四"}
    facts = [
        *division(),
        document("组", "2020-04-01", "group"),
        fact(f.Group, "组", group=group),
        fact(f.Member, "组", **named, role="副总指挥", title="副市长"),
        fact(f.Member, "组", **named, role="组长", subgroup="协调督导组"),
        fact(f.Member, "组", group=group, person="湖三", role="总指挥", title="副市长"),
        fact(f.OfficeDirector, "组", **named),
        fact(f.OfficeDirector, "组", group=group, person="溪七"),
    ]
    found = of("海四", *facts)
    assert [span.what for span in found.groups] == [
        Seat(group, "副总指挥", "副市长"),
        Seat(f"{group} · 协调督导组", "组长"),
        Seat(group, "办公室主任"),
    ]
    assert {span.start for span in found.groups} == {date(2020, 4, 1)}
    assert of("泉八", *facts).groups == ()


def test_a_mutual_pair_is_told_from_the_persons_side_and_a_one_way_pair_as_it_is() -> None:
    facts = division(pairs=(("河二", "湖三"),), backups=(("海四", "湖三"),))
    assert [span.what for span in of("湖三", *facts).pairs] == [
        Pairing("湖三", "河二", mutual=True),
        Pairing("海四", "湖三", mutual=False),
    ]
    assert [span.what for span in of("河二", *facts).pairs] == [
        Pairing("河二", "湖三", mutual=True)
    ]
    assert of("洋五", *facts).pairs == ()


def test_a_retirement_is_known_from_its_day_and_the_portfolio_is_not_renewed() -> None:
    facts = [
        *division(),
        document("退", "2020-06-01", "appointment"),
        fact(f.Retired, "退", person="海四"),
        fact(f.Retired, "退", person="溪七"),
    ]
    assert of("海四", *facts, on=date(2020, 5, 31)).retired is None
    known = of("海四", *facts, on=date(2020, 6, 1))
    assert known.retired is not None
    assert (known.retired.doc, known.retired.clause) == ("退", "海四")
    assert "left_not_renewed" in dict(gaps(known))
    assert "left_not_renewed" not in dict(gaps(of("湖三", *facts)))
    held = {who: told for who, told in LEADERS.items() if who != "海四"}
    renewed = of("海四", *facts, *division(LATER, "2021-01-10", leaders=held))
    assert "left_not_renewed" not in dict(gaps(renewed))


def test_what_the_notices_leave_out_is_said() -> None:
    found = of("海四", *division())
    assert gaps(found) == [("stated_only", "“市政府副市长”只见于分工通知，任职公文未见")]
    removed = of("溪七", *division(), *moved("免", "2020-05-01", f.Removed, "溪七", "市水利局局长"))
    assert gaps(removed) == [
        ("opening_unknown", "“市水利局局长”何时任职，已知公文没有写"),
        ("no_portfolio", "没有分工通知给过分工"),
    ]
    assert gaps(of("溪七", *division())) == [], "of one who is never named nothing is missed"
    appointed = division() + moved("任", "2020-02-01", f.Appointed, "海四", "市政府副市长")
    assert gaps(of("海四", *appointed)) == []


def test_a_notice_without_a_year_that_names_the_person_is_told_once() -> None:
    facts = [
        *division(),
        *moved("任", "--06-01", f.Appointed, "溪七", "市水利局局长"),
        fact(f.Appointed, "任", person="溪七", post="市水利局党组书记"),
        fact(f.Appointed, "任", person="泉八", post="市林业局局长"),
        *moved("另", "2020-06-01", f.Appointed, "溪七", "市林业局局长"),
    ]
    undated = [gap for gap in of("溪七", *facts).gaps if gap.code == "undated"]
    assert [gap.text.zh for gap in undated] == ["“任”没有写明年份，无法排入时间"]


def test_the_time_between_posts_is_told_and_none_where_they_overlap_or_touch() -> None:
    water, forest, parks = "市水利局局长", "市林业局局长", "市公园局局长"
    facts = [
        *moved("一", "2020-01-01", f.Appointed, "溪七", water),
        *moved("二", "2020-02-01", f.Appointed, "溪七", forest),
        *moved("三", "2020-03-01", f.Removed, "溪七", forest),
        *moved("四", "2020-05-01", f.Removed, "溪七", water),
        *moved("五", "2020-08-01", f.Appointed, "溪七", parks),
    ]
    between = [text for code, text in gaps(of("溪七", *facts)) if code == "between_posts"]
    assert between == ["2020-05-01至2020-08-01之间没有已知职务"]
    touching = [*facts[:-2], *moved("五", "2020-05-01", f.Appointed, "溪七", parks)]
    assert not [code for code, _ in gaps(of("溪七", *touching)) if code == "between_posts"]
    still = [*facts[:6], *moved("五", "2020-08-01", f.Appointed, "溪七", parks)]
    assert not [code for code, _ in gaps(of("溪七", *still)) if code == "between_posts"]


def test_a_notice_without_a_year_is_no_gap_of_one_whom_it_does_not_name() -> None:
    undated = moved("缺", None, f.Appointed, "溪七", "市水利局局长")
    assert [code for code, _ in gaps(of("溪七", *division(), *undated))] == ["undated"]
    assert gaps(of("海四", *division(), *undated)) == gaps(of("海四", *division()))


def test_one_who_left_after_his_portfolio_had_ended_leaves_nothing_to_renew() -> None:
    without: Any = {
        "江一": LEADERS["江一"],
        "海四": ("市政府副市长", {}),
    }
    facts = [*division(), *division(LATER, "2021-01-10", leaders=without)]
    facts += moved("免", "2021-02-01", f.Removed, "海四", "市政府副市长")
    assert "left_not_renewed" not in [code for code, _ in gaps(of("海四", *facts))]


def test_a_post_whose_beginning_is_not_known_makes_no_gap_before_it() -> None:
    facts = [
        *moved("一", "2020-01-01", f.Appointed, "溪七", "市水利局局长"),
        *moved("二", "2020-02-01", f.Removed, "溪七", "市水利局局长"),
        *moved("三", "2020-05-01", f.Removed, "溪七", "市林业局局长"),
    ]
    assert "between_posts" not in [code for code, _ in gaps(of("溪七", *facts))]


def test_what_begins_on_the_day_asked_about_is_told() -> None:
    found = of("海四", *division(), on=date(2020, 3, 1))
    assert "农业" in [span.what.name for span in found.portfolio]
