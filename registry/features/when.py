"""当: steps that ask once, at every door that the scenario's tags open."""

from __future__ import annotations

from datetime import date

import pytest
from pytest_bdd import when

from registry.features.doors import DOORS, READERS, Outcome, Question, ask_service
from registry.features.records import Records
from registry.features.values import sentence
from registry.model.facts import AnyFact
from registry.model.findings import Finding
from registry.service.answers.check import check


def _ask(records: Records, request: pytest.FixtureRequest, question: Question) -> Outcome:
    outcome = ask_service(records, question)
    for tag, door in DOORS.items():
        if request.node.get_closest_marker(tag) is not None:
            assert door(records, question) == outcome, f"the door @{tag} answers otherwise"
    return outcome


@when(sentence("问{on:Day}谁管“{subject}”"), target_fixture="outcome")
def on_a_day(records: Records, request: pytest.FixtureRequest, on: date, subject: str) -> Outcome:
    return _ask(records, request, Question(subject=subject, on=on.isoformat()))


@when(sentence("问{on:Day}当周谁管“{subject}”"), target_fixture="outcome")
def in_a_week(records: Records, request: pytest.FixtureRequest, on: date, subject: str) -> Outcome:
    return _ask(records, request, Question(subject=subject, week=on.isoformat()))


@when(sentence("问{start:Day}至{end:Day}谁管“{subject}”"), target_fixture="outcome")
def in_a_period(
    records: Records, request: pytest.FixtureRequest, start: date, end: date, subject: str
) -> Outcome:
    question = Question(subject=subject, start=start.isoformat(), end=end.isoformat())
    return _ask(records, request, question)


@when(sentence("问今天谁管“{subject}”"), target_fixture="outcome")
def on_this_day(records: Records, request: pytest.FixtureRequest, subject: str) -> Outcome:
    return _ask(records, request, Question(subject=subject))


@when("读这些公文", target_fixture="facts")
def read(records: Records, request: pytest.FixtureRequest) -> tuple[AnyFact, ...]:
    facts = records.facts()
    for tag, reader in READERS.items():
        if request.node.get_closest_marker(tag) is not None:
            assert reader(records) == facts
    return facts


@when(sentence("检查{on:Day}的情况"), target_fixture="findings")
def look_through(records: Records, on: date) -> tuple[Finding, ...]:
    return check(records.registry(), on, records.absences)
