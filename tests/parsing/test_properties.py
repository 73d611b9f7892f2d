"""What always holds: parsing gives back what a notice in any known wording was made from."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs

from registry.parsing.notice import parse
from tests.notices.score import Row, pad, row_of, show
from tests.parsing.pages import Page, pages, to_simplified
from tests.parsing.wordings import Notice, appointments, divisions, groups, pairs

PLAIN = Page(size=None, gap="", indent="", marks="", traditional=False)
_LEFT_OUT = ("document", "group", "unparsed")
bounded = settings(max_examples=150, deadline=None, derandomize=True)


def stated(text: str) -> set[Row]:
    """Parse a text into rows, traditional characters made simplified."""
    rows = {row_of(fact) for fact in parse(text)}
    return {
        pad((row[0], *map(to_simplified, row[1:])))
        for row in rows
        if row is not None and row[0] not in _LEFT_OUT
    }


def check(notice: Notice, page: Page) -> None:
    """Show the notice on the page and hold what is read against what was meant."""
    text = page.show(notice.paragraphs)
    wanted = {pad((row[0], *map(to_simplified, row[1:]))) for row in notice.rows}
    found = stated(text)
    lines = [f"- {show(row)}" for row in sorted(wanted - found)]
    lines += [f"+ {show(row)}" for row in sorted(found - wanted)]
    assert not lines, "\n".join([text, *lines])


@bounded
@given(divisions(), pages)
def test_a_division_of_labour_is_read_back(notice: Notice, page: Page) -> None:
    check(notice, page)


@bounded
@given(pairs(), pages)
def test_ab_pairs_are_read_back(notice: Notice, page: Page) -> None:
    check(notice, page)


@bounded
@given(appointments(), pages)
def test_appointments_and_removals_are_read_back(notice: Notice, page: Page) -> None:
    check(notice, page)


@bounded
@given(groups(), pages)
def test_a_groups_seats_are_read_back(notice: Notice, page: Page) -> None:
    check(notice, page)


any_notice = st.one_of(divisions(), pairs(), appointments(), groups())


@bounded
@given(any_notice, pages)
def test_every_clause_stands_where_its_span_says(notice: Notice, page: Page) -> None:
    text = page.show(notice.paragraphs)
    for fact in parse(text):
        start, end = fact.span
        assert fact.clause
        assert re.sub(r"\s", "", text[start:end]) == re.sub(r"\s", "", fact.clause)


@settings(bounded, max_examples=20)
@given(any_notice, pages)
def test_parsing_twice_gives_the_same(notice: Notice, page: Page) -> None:
    text = page.show(notice.paragraphs)
    assert parse(text) == parse(text)


@settings(bounded, max_examples=40)
@given(divisions(), st.one_of(appointments(), pairs(), groups()))
def test_two_notices_in_one_text_state_what_each_states(first: Notice, second: Notice) -> None:
    one, other = PLAIN.show(first.paragraphs), PLAIN.show(second.paragraphs)
    assert stated(f"{one}\n{other}") == stated(one) | stated(other)


_DIGITS = st.text(alphabet="0123456789", min_size=8, max_size=8)
PRIVATE = st.one_of(
    _DIGITS.map(lambda digits: f"139{digits}"),
    _DIGITS.map(lambda digits: f"0798—{digits}"),
    _DIGITS.map(lambda digits: f"{digits[:3]}@example.com"),
    _DIGITS.map(lambda digits: f"36020019{digits}X"[:18]),
)


@bounded
@given(any_notice, PRIVATE, st.data())
def test_no_personal_data_reaches_a_fact(notice: Notice, number: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(notice.paragraphs) - 1))
    form = data.draw(
        st.sampled_from(
            ["{text}（联系电话：{number}）", "{text}{number}", "{text}\n电话：{number}"]
        )
    )
    paragraphs = list(notice.paragraphs)
    paragraphs[place] = form.format(text=paragraphs[place], number=number)
    for fact in parse(PLAIN.show(paragraphs)):
        for value in structs.asdict(fact).values():
            assert not re.search(r"\d{7}|@|\d{3,4}—\d{4}", re.sub(r"\s", "", str(value))), fact
