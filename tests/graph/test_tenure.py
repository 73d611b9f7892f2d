"""Who held which post from when to when, and how; vacant posts; lengths written in terms."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from msgspec import structs

from registry.graph.history import History
from registry.graph.tenure import PostState, Tenure, post_state, post_states, tenures
from registry.graph.terms import Tenancy, Terms, filled_by, tenancy_of, terms_of, without_terms
from registry.model import facts as f
from tests.graph.city import CITY, DIVISION, LEADERS, division, document, fact

HEAD = "市水利局局长"


def moves(doc: str, day: str, *made: tuple[type[f.Fact], dict[str, Any]]) -> list[f.AnyFact]:
    return [document(doc, day, "appointment"), *(fact(kind, doc, **keys) for kind, keys in made)]


def given(person: str, post: str = HEAD, **keys: Any) -> tuple[type[f.Fact], dict[str, Any]]:
    return f.Appointed, {"person": person, "post": post, **keys}


def taken(person: str, post: str = HEAD) -> tuple[type[f.Fact], dict[str, Any]]:
    return f.Removed, {"person": person, "post": post}


def known(facts: list[f.AnyFact], on: str = "2030-01-01") -> list[Tenure]:
    return list(tenures(History(facts, CITY).dated, CITY, date.fromisoformat(on)))


def post(facts: list[f.AnyFact], on: str, name: str = HEAD) -> PostState:
    return post_state(History(facts, CITY).dated, CITY, name, date.fromisoformat(on))


def test_a_post_opens_and_closes_and_is_vacant_since_then() -> None:
    facts = [
        *moves("任", "2020-01-01", given("溪七", "云岭市水利局局长")),
        *moves("免", "2020-05-01", taken("溪七")),
        *moves("再任", "2020-08-01", given("泉八")),
    ]
    assert [t.person for t in post(facts, "2020-04-30").holders] == ["溪七"]
    empty = post(facts, "2020-06-01")
    assert (empty.holders, empty.vacant_since) == ((), "2020-05-01")
    assert empty.vacated is not None
    assert empty.vacated.doc == "免"
    assert post(facts, "2020-08-01").vacant_since is None
    first, second = known(facts)
    assert (first.start, first.end, second.start, second.end) == (
        "2020-01-01",
        "2020-05-01",
        "2020-08-01",
        None,
    )


def test_every_post_is_told_once_whatever_it_is_called() -> None:
    facts = [
        *moves(
            "任", "2020-01-01", given("溪七", "云岭市水利局局长"), given("泉八", "水务集团董事长")
        ),
        *moves("免", "2020-05-01", taken("溪七")),
        *moves("更名", "2020-06-01", (f.PostAbolished, {"post": "水务集团董事长"})),
    ]
    on = date(2020, 7, 1)
    known_to = History(facts, CITY).dated
    told = post_states(known_to, CITY, on)
    assert [state.post for state in told] == ["云岭市水利局局长", "水务集团董事长"]
    assert [state.vacant_since for state in told] == ["2020-05-01", None]
    assert told[1].lapsed is not None
    assert told == tuple(post_state(known_to, CITY, state.post, on) for state in told)


def test_a_post_that_lapses_is_told_also_where_nobody_was_known_to_hold_it() -> None:
    facts = moves("更名", "2020-06-01", (f.PostAbolished, {"post": HEAD}))
    dated = History(facts, CITY).dated
    assert post_states(dated, CITY, date(2020, 5, 31)) == ()
    (told,) = post_states(dated, CITY, date(2020, 6, 1))
    assert (told.post, told.holders, told.vacant_since) == ("市水利局局长", (), None)
    assert told.lapsed is not None


@pytest.mark.parametrize(
    ("written", "post", "tenancy"),
    [
        ("县政府代县长", "县政府县长", Tenancy.ACTING),
        ("县政府副县长", "县政府副县长", Tenancy.HOLDS),
    ],
)
def test_of_one_who_is_removed_and_was_never_appointed_the_end_is_known(
    written: str, post: str, tenancy: Tenancy
) -> None:
    (ended,) = known(moves("免", "2020-05-01", taken("溪七", written)))
    assert (ended.post, ended.title, ended.tenancy) == (post, written, tenancy)
    assert (ended.start, ended.end, ended.opened) == (None, "2020-05-01", None)
    assert ended.closed is not None


def test_a_title_beside_a_name_in_another_notice_than_a_division_opens_nothing() -> None:
    told = fact(f.Post, "会", person="溪七", title="市水利局局长")
    assert known([document("会", "2020-05-01", "meeting"), told]) == []
    (opened,) = known([document("会", "2020-05-01", "division"), told])
    assert (opened.person, opened.stated) == ("溪七", True)


def test_one_who_acts_by_statute_does_not_hold_the_post_and_one_in_charge_holds_his_own() -> None:
    (acting,) = known(moves("任", "2020-05-01", given("溪七", "县政府代县长")))
    assert (acting.post, acting.tenancy) == ("县政府县长", Tenancy.ACTING)
    own, charge = known(moves("任", "2020-05-01", given("溪七", "市水利局副局长（主持工作）")))
    assert (own.post, own.tenancy) == ("市水利局副局长（主持工作）", Tenancy.HOLDS)
    assert (charge.post, charge.tenancy) == (HEAD, Tenancy.CHARGE)


def test_one_appointed_anew_to_his_post_begins_a_new_tenure_where_the_old_one_ends() -> None:
    facts = [
        *moves("任", "2020-01-01", given("溪七", terms="挂职一年")),
        *moves("续", "2020-06-01", given("溪七", terms="挂职一年")),
    ]
    first, second = known(facts, "2020-12-31")
    assert (first.start, first.end, second.start, second.end) == (
        "2020-01-01",
        "2020-06-01",
        "2020-06-01",
        None,
    )
    assert first.closed == second.opened
    assert [t.end for t in known(facts, "2021-06-01")] == ["2020-06-01", "2021-06-01"]


def test_a_title_that_the_next_division_states_again_goes_on() -> None:
    held = {who: told for who, told in LEADERS.items() if who != "海四"}
    facts = [*division(), *division("新", "2021-01-10", leaders=held)]
    ends = {t.person: (t.start, t.end) for t in known(facts)}
    assert ends["湖三"] == ("2020-03-01", None)
    assert ends["海四"] == ("2020-03-01", "2021-01-10")


def test_a_second_who_acts_by_statute_ends_not_the_first() -> None:
    facts = [
        *moves("任", "2020-01-01", given("溪七", "代县长")),
        *moves("再", "2020-02-01", given("泉八", "代县长")),
    ]
    assert [(t.person, t.end) for t in known(facts)] == [("溪七", None), ("泉八", None)]
    filled = [*facts, *moves("满", "2020-03-01", given("池九", "县长"))]
    assert [t.end for t in known(filled)] == ["2020-03-01", "2020-03-01", None]


def test_a_secondment_that_only_a_division_states_ends_by_no_day_of_its_own() -> None:
    leaders: Any = {"湖三": ("市政府副市长（挂职一年）", {"responsible": ("教育",)})}
    (stated,) = known(division(leaders=leaders))
    assert (stated.stated, stated.end) == (True, None)


def test_one_who_retires_holds_no_post_any_more() -> None:
    facts = [
        *moves("任", "2020-01-01", given("溪七"), given("泉八", "市林业局局长")),
        *moves("退", "2020-05-01", (f.Retired, {"person": "溪七"})),
    ]
    history = History(facts, CITY)
    assert history.at(date(2020, 4, 30)).titles("溪七") == (HEAD,)
    assert history.at(date(2020, 5, 1)).titles("溪七") == ()
    assert history.at(date(2020, 5, 1)).titles("泉八") == ("市林业局局长",)


def test_a_concurrent_post_keeps_the_other() -> None:
    facts = [
        *moves("任", "2020-01-01", given("溪七")),
        *moves(
            "兼",
            "2020-02-01",
            (f.ConcurrentlyAppointed, {"person": "溪七", "post": "水务集团董事长"}),
        ),
    ]
    assert [t.end for t in known(facts)] == [None, None]


def test_retiring_ends_all_posts() -> None:
    facts = [
        *moves("任", "2020-01-01", given("溪七"), given("溪七", "水务集团董事长")),
        *moves("退", "2020-02-01", (f.Retired, {"person": "溪七"})),
    ]
    assert {t.end for t in known(facts)} == {"2020-02-01"}


def test_partial_dates_stay_partial() -> None:
    facts = [*moves("任", "2020-01", given("溪七", terms="挂职两年"))]
    (tenure,) = known(facts, "2021-12-31")
    assert (tenure.start, tenure.seconded_until, tenure.end) == ("2020-01", "2022-01", None)
    assert known(facts, "2022-01-01")[0].end == "2022-01"


def test_probation_ends_on_a_day_and_the_post_goes_on() -> None:
    (tenure,) = known(moves("任", "2020-02-29", given("溪七", terms="试用期一年")))
    assert (tenure.probation_until, tenure.end) == ("2021-02-28", None)


def test_three_kinds_of_holding_are_never_mixed() -> None:
    charge = fact(
        f.Appointed,
        "任",
        clause="溪七任市水利局副局长（主持工作）",
        person="溪七",
        post="市水利局副局长",
    )
    facts = [
        *moves("任", "2020-01-01", given("泉八", "云岭市人民政府代市长")),
        charge,
    ]
    mayor = post(facts, "2020-02-01", "市长")
    assert ([t.person for t in mayor.acting], mayor.holders, mayor.in_charge) == (["泉八"], (), ())
    bureau = post(facts, "2020-02-01")
    assert ([t.person for t in bureau.in_charge], bureau.holders) == (["溪七"], ())
    deputy = post(facts, "2020-02-01", "市水利局副局长")
    assert [t.person for t in deputy.holders] == ["溪七"]


def test_acting_and_charge_end_when_the_post_is_filled() -> None:
    facts = [
        *moves(
            "任", "2020-01-01", given("泉八", "代市长"), given("溪七", "市水利局副局长（主持工作）")
        ),
        *moves("正", "2020-03-01", given("泉八", "市长"), given("池九")),
    ]
    by = {(t.person, t.tenancy): t for t in known(facts)}
    assert by["泉八", Tenancy.ACTING].end == "2020-03-01"
    assert by["泉八", Tenancy.HOLDS].end is None
    assert by["溪七", Tenancy.CHARGE].end == "2020-03-01"
    assert by["溪七", Tenancy.HOLDS].end is None


def test_a_removal_alone_tells_the_end_and_no_beginning() -> None:
    (tenure,) = known(moves("免", "2020-05-01", taken("溪七")))
    assert (tenure.start, tenure.end, tenure.opened) == (None, "2020-05-01", None)
    assert post(moves("免", "2020-05-01", taken("溪七")), "2020-06-01").vacant_since == "2020-05-01"


def test_a_new_division_ends_the_titles_that_only_the_old_one_stated() -> None:
    facts = [
        *moves("任", "2020-01-01", given("河二", "云岭市人民政府副市长")),
        *division(),
        *division("新", "2021-01-01", leaders={"江一": LEADERS["江一"]}),
    ]
    by = {t.person: t for t in known(facts)}
    assert (by["江一"].stated, by["江一"].end) == (True, None)
    assert (by["湖三"].end, by["湖三"].closed and by["湖三"].closed.doc) == ("2021-01-01", "新")
    assert (by["河二"].stated, by["河二"].end) == (False, None), "who was appointed was not removed"


def test_a_lapsed_post_is_not_vacant() -> None:
    facts = [
        *moves("任", "2020-01-01", given("溪七")),
        *moves("更名", "2020-05-01", (f.PostAbolished, {"post": HEAD})),
    ]
    state = post(facts, "2020-06-01")
    assert state.vacant_since is None
    assert state.lapsed is not None
    assert state.lapsed.doc == "更名"


@pytest.mark.parametrize(
    ("terms", "probation", "ends"),
    [
        ("试用期一年", "2021-03-31", None),
        ("试用期1年", "2021-03-31", None),
        ("试用期六个月", "2020-09-30", None),
        ("试用期半年", "2020-09-30", None),
        ("试用期十个月", "2021-01-31", None),
        ("试用期十二个月", "2021-03-31", None),
        ("任职时间从2020年1月起计算，试用期一年", "2021-03-31", None),
        ("挂职一年半", None, "2021-09-30"),
        ("挂职锻炼12个月", None, "2021-03-31"),
        ("挂职至2021年12月", None, "2021-12"),
        ("挂职时间两年", None, "2022-03-31"),
        ("挂职", None, None),
        ("任期三年", None, None),
        ("正处级", None, None),
        (None, None, None),
    ],
)
def test_lengths_in_terms(terms: str | None, probation: str | None, ends: str | None) -> None:
    made = fact(f.Appointed, DIVISION, person="溪七", post=HEAD, terms=terms)
    found = terms_of(made, document(DIVISION, "2020-03-31", "appointment"))
    assert (found.probation_until, found.ends) == (probation, ends)


@pytest.mark.parametrize(
    ("title", "tenancy", "post"),
    [
        ("县政府代县长", Tenancy.ACTING, "县政府县长"),
        ("代理检察长", Tenancy.ACTING, "检察长"),
        ("市教育局党组书记、副局长（主持工作）", Tenancy.CHARGE, "市教育局党组书记、局长"),
        ("市教育局副局长（主持全面工作）", Tenancy.CHARGE, "市教育局局长"),
        ("市人大代表", Tenancy.HOLDS, "市人大代表"),
        ("市政府副市长", Tenancy.HOLDS, "市政府市长"),
    ],
)
def test_how_a_title_holds_a_post(title: str, tenancy: Tenancy, post: str) -> None:
    assert tenancy_of(fact(f.Post, DIVISION, person="溪七", title=title)) is tenancy
    assert filled_by(title) == post


def test_a_vacancy_counts_from_the_day_on_which_the_last_of_the_holders_left() -> None:
    facts = [
        *moves("任", "2020-01-01", given("溪七"), given("泉八")),
        *moves("免", "2020-05-01", taken("溪七")),
        *moves("再免", "2020-07-01", taken("泉八")),
    ]
    assert post(facts, "2020-06-01").vacant_since is None
    assert post(facts, "2020-08-01").vacant_since == "2020-07-01"


def test_a_post_that_lapsed_and_is_filled_again_is_in_being() -> None:
    facts = [
        *moves("任", "2020-01-01", given("溪七")),
        *moves("撤", "2020-05-01", (f.PostAbolished, {"post": HEAD})),
        *moves("再任", "2020-08-01", given("泉八")),
    ]
    assert post(facts, "2020-06-01").lapsed is not None
    again = post(facts, "2020-09-01")
    assert ([t.person for t in again.holders], again.lapsed) == (["泉八"], None)


def test_a_supplement_ends_no_title_that_it_leaves_out() -> None:
    facts = [
        *division(),
        *division("关于分工的补充通知", "2020-06-01", leaders={"新六": ("副市长", {})}),
    ]
    assert [t.end for t in known(facts) if t.person == "河二"] == [None]


def test_terms_count_from_the_day_from_which_the_notice_counts() -> None:
    notice = structs.replace(document("任", "2020-01-01", "appointment"), effective="2020-03-01")
    made = fact(f.Appointed, "任", person="溪七", post=HEAD, terms="挂职一年")
    (tenure,) = known([notice, made])
    assert (tenure.start, tenure.seconded_until) == ("2020-03-01", "2021-03-01")


def test_a_day_that_terms_name_holds_without_a_day_to_count_from() -> None:
    made = fact(f.Appointed, "任", person="溪七", post=HEAD, terms="挂职至2021年5月")
    assert terms_of(made, document("任", None, "appointment")).ends == "2021-05"


def test_terms_beside_a_title_of_a_division_and_temporary_charge_without_brackets() -> None:
    notice = document("任", "2020-01-01", "division")
    title = fact(f.Post, "任", person="溪七", title="副市长（挂职一年）")
    assert terms_of(title, notice).ends == "2021-01-01"
    made = fact(f.Appointed, "任", person="溪七", post="市水利局副局长", terms="主持工作")
    assert tenancy_of(made) is Tenancy.CHARGE


def test_terms_that_are_neither_probation_nor_secondment_end_nothing() -> None:
    made = fact(f.Appointed, "任", person="溪七", post="市水利局局长", terms="任期三年")
    assert terms_of(made, document("任", "2020-04-01", "appointment")) == Terms()


def test_a_title_that_is_nothing_but_a_bracket_stays() -> None:
    assert without_terms("（主持工作）") == "（主持工作）"


def test_a_notice_that_gives_and_takes_one_post_leaves_it_to_nobody() -> None:
    (held,) = known(moves("一", "2020-01-01", given("甲一"), taken("甲一")))
    assert (held.start, held.end) == ("2020-01-01", "2020-01-01")


def test_a_secondment_that_is_over_is_another_tenure_than_the_next() -> None:
    seconded = moves("一", "2019-01-01", given("甲一", terms="挂职一年"))
    found = known(seconded + moves("二", "2021-01-01", given("甲一")))
    assert [(held.start, held.end) for held in found] == [
        ("2019-01-01", "2020-01-01"),
        ("2021-01-01", None),
    ]
