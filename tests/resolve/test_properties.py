"""What holds for every question, whatever is away and whatever was decided."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs

from registry.graph.history import History
from registry.model.answers import Answer
from registry.model.records import Absence, Decision
from registry.model.time import NOON, Period
from registry.resolve.answer import answer
from registry.service.question import absence_over
from tests.graph.city import CITY, LEADERS, division, plan, report
from tests.resolve.halves import at, moments, parts
from tests.resolve.test_answer_rules import BACKUP, BOTH, book

FIRST = date(2020, 2, 20)
PEOPLE = tuple(LEADERS)
SUBJECTS = (
    "商务",
    "市审计局",
    "保密",
    "教育",
    "税务",
    "江一",
    "市长",
    "交通",
    "社会稳定",
    "规范审计",
    "实际利用外资",
)
WORK = (
    *plan(("规范审计", ("市审计局", "市卫健委"), ("市税务局",)), date="2020-03-10"),
    *report(("市商务局", "实际利用外资", "6.0", None, None), date="2020-02-25"),
)
RULES = book(BACKUP, BOTH)

days = st.integers(0, 40).map(lambda n: FIRST + timedelta(days=n))
people = st.sampled_from(PEOPLE)
pairs = st.lists(st.tuples(people, people), max_size=4).map(tuple)


@st.composite
def spans(draw: st.DrawFn) -> tuple[date, date]:
    one, other = draw(days), draw(days)
    return min(one, other), max(one, other)


@st.composite
def absences(draw: st.DrawFn, *, whole: bool = False) -> Absence:
    start, end = draw(spans())
    kind = draw(st.sampled_from(("away", "away", "ill")))
    when = Period(start, end) if whole else draw(parts(start, end))
    return absence_over(draw(people), when, kind)


@st.composite
def decisions(draw: st.DrawFn) -> Decision:
    start, end = draw(spans())
    return Decision(
        coordinator=draw(st.sampled_from(("洋五", "江一"))),
        holder=draw(people),
        assignee=draw(people),
        start=start,
        end=end,
        because="x",
    )


class Case(NamedTuple):
    """A notice's pairs, a question, who is away, and what was decided."""

    ab: tuple[tuple[str, str], ...]
    one_way: tuple[tuple[str, str], ...]
    subject: str
    period: tuple[date, date]
    away: list[Absence]
    decided: list[Decision]
    ruled: bool


cases = st.builds(
    Case,
    ab=pairs,
    one_way=pairs,
    subject=st.sampled_from(SUBJECTS),
    period=spans(),
    away=st.lists(absences(), max_size=6),
    decided=st.lists(decisions(), max_size=3),
    ruled=st.booleans(),
)


def ask(case: Case, extra: tuple[Absence, ...] = ()) -> Answer:
    return answer(
        History([*division(pairs=case.ab, backups=case.one_way), *WORK], CITY),
        RULES if case.ruled else None,
        case.subject,
        *case.period,
        absences=(*case.away, *extra),
        decisions=case.decided,
    )


@settings(max_examples=150, deadline=None)
@given(cases)
def test_segments_tile_the_period(case: Case) -> None:
    start, end = case.period
    segments = ask(case).segments
    assert segments[0].begins == Period(start, end).begins
    assert segments[-1].ends == Period(start, end).ends
    for before, after in pairwise(segments):
        assert before.begins < before.ends == after.begins


@settings(max_examples=150, deadline=None)
@given(cases)
def test_nobody_absent_is_named_as_acting_or_candidate(case: Case) -> None:
    for segment in ask(case).segments:
        named = {*segment.acting, *(c.acting for c in segment.covers)}
        named |= {name for c in segment.covers for name in c.candidates}
        for absence in case.away:
            if absence.within(segment) is not None:
                assert absence.person not in named


@settings(max_examples=150, deadline=None)
@given(cases)
def test_who_acts_is_the_holder_his_backup_or_one_decided(case: Case) -> None:
    allowed = {(a, b) for a, b in (*case.ab, *case.one_way)} | {(b, a) for a, b in case.ab}
    allowed |= {(d.holder, d.assignee) for d in case.decided}
    for segment in ask(case).segments:
        for cover in segment.covers:
            if cover.acting is not None and cover.acting != cover.holder:
                assert (cover.holder, cover.acting) in allowed
                assert cover.reasons


@settings(max_examples=100, deadline=None)
@given(cases, people)
def test_an_absence_outside_the_period_changes_nothing(case: Case, person: str) -> None:
    start, end = case.period
    outside = (
        Absence(person=person, start=date(2019, 1, 1), end=start - timedelta(days=1)),
        Absence(person=person, start=end + timedelta(days=1), end=date(2021, 1, 1)),
    )
    assert ask(case, outside) == ask(case)


@settings(max_examples=100, deadline=None)
@given(cases, absences())
def test_a_part_of_a_day_changes_nothing_outside_it(case: Case, extra: Absence) -> None:
    before, after = ask(case), ask(case, (extra,))
    for moment in moments(before, after):
        if not extra.holds(moment):
            assert at(before, moment) == at(after, moment)


@settings(max_examples=100, deadline=None)
@given(cases, st.lists(absences(whole=True), max_size=6))
def test_whole_days_are_answered_in_whole_days_each_as_by_itself(
    case: Case, away: list[Absence]
) -> None:
    whole = case._replace(away=away)
    found = ask(whole)
    assert b"_time" not in msgspec.json.encode(found)
    for segment in found.segments:
        for day in {segment.start, segment.end}:
            (alone,) = ask(whole._replace(period=(day, day))).segments
            assert alone == at(found, alone.begins)


@settings(max_examples=100, deadline=None)
@given(cases, absences(whole=True))
def test_two_halves_are_as_good_as_the_whole(case: Case, extra: Absence) -> None:
    morning = structs.replace(extra, end_time=NOON)
    afternoon = structs.replace(extra, start=extra.end, start_time=NOON)
    whole, halves = ask(case, (extra,)), ask(case, (morning, afternoon))
    assert whole == halves
