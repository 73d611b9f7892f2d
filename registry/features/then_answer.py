"""那么: steps that compare the answer."""

from __future__ import annotations

from datetime import date, time

from pytest_bdd import then

from registry.features.doors import Outcome, Refusal
from registry.features.values import said, sentence, table
from registry.model.answers import Answer, Cover, Reason, Segment
from registry.model.time import NOON, clock
from registry.resolve.words import RELATIONS, STATUSES


def _answer(outcome: Outcome) -> Answer:
    assert not isinstance(outcome, Refusal), outcome.message
    return outcome


def _segment(outcome: Outcome) -> Segment:
    (segment,) = _answer(outcome).segments
    return segment


def _principal(outcome: Outcome) -> Cover:
    return _segment(outcome).covers[0]


def _reasons(outcome: Outcome) -> list[Reason]:
    segments = _answer(outcome).segments
    return [r for s in segments for r in (*s.reasons, *(r for c in s.covers for r in c.reasons))]


@then(sentence("情形是“{status}”"))
def status_is(outcome: Outcome, status: str) -> None:
    assert STATUSES[_segment(outcome).status].zh == status


@then(sentence("应找“{people:Names}”"))
def acting_are(outcome: Outcome, people: tuple[str, ...]) -> None:
    assert _segment(outcome).acting == people


@then("没有指定任何人")
def acting_nobody(outcome: Outcome) -> None:
    assert _segment(outcome).acting == ()


@then(sentence("协调人是“{people:Names}”"))
def coordinator_is(outcome: Outcome, people: tuple[str, ...]) -> None:
    assert said([_principal(outcome).coordinator]) == said(people)


@then(sentence("人选依次是“{people:Names}”"))
def candidates_are(outcome: Outcome, people: tuple[str, ...]) -> None:
    assert _principal(outcome).candidates == people


@then(sentence("注明“{flag:Flag}”"))
def flagged(outcome: Outcome, flag: str) -> None:
    assert _principal(outcome).flags == (flag,)


@then(sentence("依次注明“{flags:Flags}”"))
def all_flagged(outcome: Outcome, flags: tuple[str, ...]) -> None:
    assert _principal(outcome).flags == flags


@then("没有另外注明")
def not_flagged(outcome: Outcome) -> None:
    assert _principal(outcome).flags == ()


@then(sentence("依据{doc}（{on:Day}）：“{part}”"))
def quotes(outcome: Outcome, doc: str, on: date, part: str) -> None:
    quoted = [(r.doc, r.date, r.clause) for r in _reasons(outcome) if r.clause]
    assert any(
        (d, when) == (doc, on.isoformat()) and part in clause for d, when, clause in quoted
    ), quoted


@then(sentence("说明“{part}”"))
def explains(outcome: Outcome, part: str) -> None:
    texts = [reason.text.zh for reason in _reasons(outcome)]
    assert any(part in text for text in texts), texts


@then("各人的份额是")
def covers_are(outcome: Outcome, datatable: list[list[str]]) -> None:
    assert [
        {
            "谁": cover.holder,
            "关系": RELATIONS[cover.relation].zh,
            "情形": STATUSES[cover.status].zh,
            "应找": said([cover.acting]),
        }
        for cover in _segment(outcome).covers
    ] == table(datatable)


@then("另有")
def also_are(outcome: Outcome, datatable: list[list[str]]) -> None:
    assert [
        {"谁": beside.person, "关系": RELATIONS[beside.relation].zh}
        for beside in _segment(outcome).also
    ] == table(datatable)


@then(sentence("可能指“{subjects:Names}”"))
def may_mean(outcome: Outcome, subjects: tuple[str, ...]) -> None:
    assert _segment(outcome).choices == subjects


@then("答复分段是")
def segments_are(outcome: Outcome, datatable: list[list[str]]) -> None:
    assert [
        {
            "自": _side(segment.start, segment.start_time, "下午"),
            "至": _side(segment.end, segment.end_time, "上午"),
            "情形": STATUSES[segment.status].zh,
            "应找": said(segment.acting),
        }
        for segment in _answer(outcome).segments
    ] == table(datatable)


def _side(day: date, at: time | None, half: str) -> str:
    """Return where a segment begins or ends: a day, and the half or the time of it."""
    if at is None:
        return day.isoformat()
    return f"{day}{half}" if at == NOON else f"{day} {clock(at)}"


@then(sentence("拒绝回答，提示“{part}”"))
def refused(outcome: Outcome, part: str) -> None:
    assert isinstance(outcome, Refusal), outcome
    assert part in outcome.message
    assert "\n" not in outcome.message
