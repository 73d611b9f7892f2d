"""Nobody is moved out of a group by losing a post; from that day the seat is due."""

from __future__ import annotations

from datetime import date
from typing import Any

from registry.checks import CHECKS, Case
from registry.graph.history import History
from registry.model import facts as f
from registry.model.findings import FindingKind
from registry.service.answers.diff import diff
from registry.service.state import Recorded
from registry.wiring import shipped_glossary
from tests.graph.city import CITY, division, document, fact
from tests.state.journal import entries, notice

GROUP = "云岭市防汛抗旱指挥部"


def group(doc: str, day: str, head: str) -> list[f.AnyFact]:
    return [
        document(doc, day, "group"),
        fact(f.Group, doc, group=GROUP),
        fact(f.Member, doc, group=GROUP, person=head, role="指挥长", title="副市长"),
    ]


def moved(kind: type[f.Fact], day: str, **keys: Any) -> list[f.AnyFact]:
    return [document("动", day, "appointment"), fact(kind, "动", **keys)]


def due(facts: list[f.AnyFact], day: str) -> list[str]:
    case = Case(history=History(facts, CITY), given=tuple(facts), on=date.fromisoformat(day))
    return [finding.names[1] for finding in CHECKS[FindingKind.SEAT_DUE](case)]


REMOVED = moved(f.Removed, "2020-06-01", person="海四", post="云岭市人民政府副市长")


def test_a_seat_is_due_from_the_day_of_the_removal_until_the_group_is_set_up_anew() -> None:
    facts = [
        *division(),
        *group("组", "2020-04-01", "海四"),
        *REMOVED,
        *group("新组", "2020-09-01", "湖三"),
    ]
    assert due(facts, "2020-05-31") == []
    assert due(facts, "2020-06-01") == ["海四"]
    assert due(facts, "2020-09-01") == []
    heads = [g.heads[0].person for g in History(facts, CITY).at(date(2020, 8, 31)).groups()]
    assert heads == ["海四"], "nothing is moved in silence"


def test_a_seat_is_due_when_the_secondment_is_over() -> None:
    post = {"person": "海四", "post": "云岭市人民政府副市长", "terms": "挂职一年"}
    facts = [
        *moved(f.Appointed, "2019-06-15", **post),
        *division(),
        *group("组", "2020-04-01", "海四"),
    ]
    assert due(facts, "2020-06-14") == []
    assert due(facts, "2020-06-15") == ["海四"]


def test_the_redline_lists_the_stale_seat_with_both_clauses_and_as_known_then() -> None:
    journal = entries(
        notice(*division()), notice(*group("组", "2020-04-01", "海四")), notice(*REMOVED)
    )
    known = Recorded(journal, (), shipped_glossary(), lambda: date(2020, 7, 1))
    days = (date(2020, 5, 1), date(2020, 7, 1))
    (seat,) = diff(known, *days, government=CITY).stale_seats
    assert [place.doc for place in seat.places] == ["组", "动"]
    assert diff(known, *days, government=CITY, known_at=journal[1].at).stale_seats == ()
