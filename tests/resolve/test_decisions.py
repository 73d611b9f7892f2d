"""What a recorded decision does to an answer: for whom, for what, and which of several counts."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import msgspec
import pytest

from registry.model import facts as f
from registry.model.answers import Status
from registry.model.journal import DecisionRecorded
from registry.model.records import Decision
from tests.graph.city import DIVISION, PAIRS, division, fact
from tests.resolve.test_kinds import BACKUP, BOTH, DAY, ask, away, says

BOTH_AWAY = away("河二", "湖三")


def decided(assignee: str, subject: str | None = None, by: str = "洋五", **more: Any) -> Decision:
    made = Decision(
        coordinator=by,
        holder="河二",
        assignee=assignee,
        start=DAY,
        end=DAY,
        because="x",
        subject=subject,
    )
    return msgspec.structs.replace(made, **more)


def asked(subject: str, *decisions: Decision, absences: Any = BOTH_AWAY) -> tuple[Any, ...]:
    cover = ask(subject, absences, BACKUP, BOTH, decisions=decisions)
    return cover.status, cover.acting, cover.flags


def test_a_decision_for_one_matter_leaves_the_others_open() -> None:
    made = decided("海四", "商务")
    assert asked("商务", made) == (Status.ASSIGNED, "海四", ())
    assert asked("市商务局", made) == (Status.ASSIGNED, "海四", ())
    assert asked("市税务局", made)[:2] == (Status.COORDINATION_REQUIRED, None)


def test_all_that_a_person_holds_says_what_of_it_was_decided() -> None:
    status, acting, flags = asked("河二", decided("海四", "商务"))
    assert (status, acting, flags) == (
        Status.COORDINATION_REQUIRED,
        None,
        ("assigned_in_part",),
    )
    cover = ask("河二", BOTH_AWAY, BACKUP, BOTH, decisions=(decided("海四", "商务"),))
    assert says(cover, "洋五已指定海四代河二负责商务")
    for nothing in (decided("海四", "教育"), decided("海四", "商务", end=DAY - timedelta(days=1))):
        assert asked("河二", nothing)[2] == ()


@pytest.mark.parametrize("turned", [False, True])
def test_a_decision_for_the_matter_comes_before_one_for_all(turned: bool) -> None:
    made = [decided("海四", "商务"), decided("江一")]
    assert asked("商务", *(reversed(made) if turned else made))[1] == "海四"
    assert asked("河二", *made)[1] == "江一"


def test_the_later_of_two_counts_and_the_earlier_no_more() -> None:
    assert asked("商务", decided("江一"), decided("海四"))[1] == "海四"
    gone = (*BOTH_AWAY, *away("海四"))
    assert asked("商务", decided("江一"), decided("海四"), absences=gone)[:2] == (
        Status.COORDINATION_REQUIRED,
        None,
    )


def test_one_of_somebody_who_may_not_decide_replaces_nothing() -> None:
    assert asked("商务", decided("江一"), decided("海四", by="溪七"))[1] == "江一"


def test_a_coordinator_who_is_away_himself_is_flagged() -> None:
    cover = ask("商务", [*BOTH_AWAY, *away("洋五")], BACKUP, BOTH, decisions=(decided("海四"),))
    assert (cover.status, cover.acting) == (Status.ASSIGNED, "海四")
    assert cover.flags == ("coordinator_away",)
    assert says(cover, "洋五不在岗")


def test_a_seat_in_a_group_can_be_decided_by_itself() -> None:
    group = "云岭市防汛指挥部"
    facts: list[f.AnyFact] = [
        *division(pairs=PAIRS),
        fact(f.Group, DIVISION, group=group),
        fact(f.Member, DIVISION, group=group, person="河二", role="指挥长"),
    ]
    made = (decided("海四", group),)
    absences = away("河二")
    cover = ask(group, absences, BACKUP, BOTH, facts=facts, decisions=made)
    assert (cover.status, cover.acting) == (Status.ASSIGNED, "海四")
    assert ask("商务", absences, BACKUP, BOTH, facts=facts, decisions=made).acting == "湖三"


def test_the_coordinator_may_be_named_where_the_rule_says_so() -> None:
    himself = msgspec.structs.replace(BOTH, candidates="coordinator_too")
    assert "洋五" not in ask("商务", BOTH_AWAY, BACKUP, BOTH).candidates
    assert "洋五" in ask("商务", BOTH_AWAY, BACKUP, himself).candidates


def test_a_decision_for_all_is_written_as_before() -> None:
    """What was recorded before decisions could be for one matter reads and writes the same."""
    made = DecisionRecorded(government="甲", decision=decided("海四"))
    assert b"subject" not in msgspec.json.encode(made)
    assert made.decision.covers(date(2020, 5, 4))
