"""What was said before is said again only where it is what would be worked out."""

from __future__ import annotations

from datetime import date, timedelta

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs

from registry.graph.history import History
from registry.model.access import Unsaid
from registry.model.answers import Answer, Cover, Relation, Segment, Status
from registry.model.records import Absence
from registry.resolve.answer import answer
from registry.resolve.kept import Kept
from registry.resolve.presence import Given, Moment
from registry.resolve.rulebook import InForce
from registry.tables.rules import Rulebook
from tests.graph.city import CITY, division
from tests.resolve.test_kinds_properties import DAYS, FIRST, Case, cases

LATER = "云府字〔2020〕2号"
"""A second division of labour, which comes into force among the days asked about."""

SAID = Segment(start=FIRST, end=FIRST, status=Status.IN_CHARGE, acting=(), covers=(), also=())


def moved(absence: Absence, days: int) -> Absence:
    by = timedelta(days=days)
    return structs.replace(absence, start=absence.start + by, end=absence.end + by)


def hidden(absence: Absence) -> Absence:
    return structs.replace(absence, kind=Unsaid(absence.kind))


@settings(max_examples=150, deadline=None)
@given(cases, st.integers(0, 5), st.integers(-3, 3), st.integers(0, DAYS))
def test_answers_do_not_depend_on_what_was_asked_before(
    case: Case, left_out: int, shift: int, day: int
) -> None:
    facts = (*division(pairs=case.ab), *division(LATER, "2020-04-06", backups=case.one_way))
    book = Rulebook(government=CITY, rules=tuple(case.rules), file="cn.toml")
    asked_before = History(facts, CITY)

    def ask(history: History, away: list[Absence], first: date, last: date) -> Answer:
        return answer(
            history,
            book,
            case.subject,
            first,
            last,
            absences=away,
            decisions=case.decided,
            handovers=case.handed,
            approvals=case.approved,
        )

    for away in (
        case.away,
        [hidden(absence) for absence in case.away],
        [absence for place, absence in enumerate(case.away) if place != left_out],
        [moved(absence, shift) for absence in case.away],
        [hidden(case.away[0]), *case.away[1:]],
    ):
        for first, last in (
            (FIRST, FIRST + timedelta(days=DAYS)),
            (d := date(2020, 4, day + 1), d),
        ):
            found = ask(asked_before, away, first, last)
            anew = ask(History(facts, CITY), away, first, last)
            assert msgspec.json.encode(found) == msgspec.json.encode(anew)


def test_of_the_candidates_those_away_are_left_out_in_each_share() -> None:
    named = Cover(
        holder="甲一",
        relation=Relation.RESPONSIBLE,
        status=Status.COORDINATION_REQUIRED,
        acting=None,
        candidates=("乙二", "丙三"),
    )
    other = structs.replace(named, holder="丁四", candidates=())
    said = structs.replace(SAID, covers=(named, other))
    absence = Absence(person="乙二", start=FIRST, end=FIRST)
    seen = Given(FIRST, {"乙二": [absence]}).among_candidates(said)
    assert [cover.candidates for cover in seen.covers] == [("丙三",), ()]


def test_what_is_kept_has_a_bound() -> None:
    memory, org, rules = Kept(), History(division(), CITY).at(FIRST), InForce((), "")
    at = Moment(org, rules, Given(FIRST))
    for number in range(2_000):
        memory.keep(number, at, SAID)
    assert all(memory.said(number, at.given) for number in range(2_000))
    memory.keep("one more", at, SAID)
    assert memory.said("one more", at.given) == SAID
    assert memory.said(0, at.given) is None, "beyond the bound all are worked out anew"


def test_it_is_worked_out_anew_only_where_something_looked_at_is_another() -> None:
    history = History(division(pairs=(("河二", "湖三"),)), CITY)
    memory = Kept()

    def kept(day: int, *away: str) -> bool:
        """Say whether it was said before; where it was not, look at two and keep it."""
        when = date(2020, 4, day)
        gone = {person: [Absence(person=person, start=when, end=when)] for person in away}
        at = Moment(history.at(when), InForce((), ""), Given(when, gone))
        if memory.said("商务", at.given) is not None:
            return True
        at.there("河二") or at.there("湖三")
        memory.keep("商务", at, SAID)
        return False

    assert [kept(1), kept(2), kept(3, "湖三")] == [False, True, True], (
        "nobody looks whether B is there"
    )
    assert [kept(4, "河二"), kept(5, "河二", "江一")] == [False, True]
    assert [kept(6, "河二", "湖三"), kept(7), kept(8, "河二")] == [False, True, True]
