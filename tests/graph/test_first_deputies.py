"""常务 describes a deputy's seat: taken by either name, and kept where a notice only renames it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from registry.graph.history import History
from registry.graph.posts import same_post
from registry.graph.tenure import tenures
from registry.model import facts as f
from tests.graph.city import CITY, division, document, fact

FIRST, PLAIN = f"{CITY}常务副市长", f"{CITY}副市长"
DAY = date(2020, 6, 1)


def leaders(of_river: str) -> list[f.AnyFact]:
    held: Any = {"responsible": ("商务",)}
    both: Any = {"河二": (of_river, held), "湖三": ("市政府副市长", {"responsible": ("教育",)})}
    return division(leaders=both)


def moved(*facts: f.AnyFact, doc: str = "免", day: str = "2020-06-01") -> list[f.AnyFact]:
    return [document(doc, day, "appointment"), *facts]


def removed(post: str, person: str = "河二", doc: str = "免") -> Any:
    return fact(f.Removed, doc, person=person, post=post)


def given(post: str, doc: str = "免") -> Any:
    return fact(f.Appointed, doc, person="河二", post=post)


@pytest.mark.parametrize(
    ("title", "post"),
    [("市政府常务副市长", PLAIN), ("市政府副市长", FIRST), ("常务副市长", PLAIN)],
)
def test_a_seat_taken_by_its_other_name_is_left(title: str, post: str) -> None:
    org = History([*leaders(title), *moved(removed(post))], CITY).at(DAY)
    assert list(org.left) == ["河二"]
    assert org.titles("河二") == ()


@pytest.mark.parametrize("seat", ["市委常委", "市委副书记", "市政府党组副书记", "常委"])
def test_a_seat_in_the_party_alone_is_no_office(seat: str) -> None:
    party = fact(f.Post, "云府字〔2020〕1号", person="河二", title=seat)
    org = History([*leaders("常务副市长"), party, *moved(removed(PLAIN))], CITY).at(DAY)
    assert list(org.left) == ["河二"]


def test_the_seat_of_another_stays() -> None:
    org = History([*leaders("常务副市长"), *moved(removed(PLAIN, "湖三"))], CITY).at(DAY)
    assert list(org.left) == ["湖三"]


def test_another_deputy_s_post_is_another_seat() -> None:
    gone = moved(removed("云岭市教育局副局长"))
    assert History([*leaders("常务副市长"), *gone], CITY).at(DAY).left == {}


def test_an_appointment_ends_by_the_other_name() -> None:
    facts = [*moved(given(FIRST, "任"), doc="任", day="2020-01-01"), *moved(removed(PLAIN))]
    history = History(facts, CITY)
    assert history.at(DAY).titles("河二") == ()
    (one,) = tenures(history.dated, CITY, DAY)
    assert one.end == "2020-06-01"


@pytest.mark.parametrize(("new", "old"), [(FIRST, PLAIN), (PLAIN, FIRST)])
@pytest.mark.parametrize("title", ["常务副市长", "副市长"])
def test_a_notice_that_only_renames_the_seat_leaves_him_in_it(
    new: str, old: str, title: str
) -> None:
    history = History([*leaders(title), *moved(given(new), removed(old))], CITY)
    org = history.at(DAY)
    assert org.left == {}
    kept = (title,) if new.endswith(f"政府{title}") else ()
    assert org.titles("河二") == (*kept, new)
    assert new in [t.post for t in tenures(history.dated, CITY, DAY) if t.end is None]


def test_the_government_itself_is_no_post_without_a_name() -> None:
    assert same_post(CITY, CITY) == "人民政府"
    assert same_post(f"{CITY}市长", CITY) == same_post("市政府市长", CITY) == "市长"


def test_a_deputys_post_that_lapses_is_not_the_first_deputys() -> None:
    lapsed = fact(f.PostAbolished, "免", post=PLAIN)
    org = History([*leaders("常务副市长"), *moved(lapsed)], CITY).at(DAY)
    assert org.titles("河二") == ("常务副市长",)
    assert org.titles("湖三") == ()
