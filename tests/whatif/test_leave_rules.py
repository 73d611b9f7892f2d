"""A leave before the rules: what was approved, and whom it is too late to tell."""

from __future__ import annotations

from datetime import date

import pytest

from registry.model.journal import AnyRecord, ApprovalRecorded
from registry.model.records import Absence, Approval
from registry.service.supposed.leave import leave
from registry.service.supposed.leave_answer import Leave, Objection
from tests.graph.city import CITY
from tests.record.test_rules import AHEAD, BACKUP, LIMIT, UNLESS, known
from tests.state.journal import absent

DECIDES = LIMIT.replace("max_days = 5\n", 'max_days = 5\nthen_by = "市长"\n')


def tried(rules: str, start: int, end: int, *before: AnyRecord) -> Leave:
    wanted = Absence(person="河二", start=date(2020, 5, start), end=date(2020, 5, end))
    return leave(known(rules, *before).registry, wanted, government=CITY)


def of_kind(found: Leave, kind: str) -> Objection:
    (one,) = [o for o in found.objections if o.kind == kind]
    return one


def approval(by: str = "江一", person: str = "湖三", end: int = 8) -> ApprovalRecorded:
    given = Approval(
        by=by, person=person, start=date(2020, 5, 1), end=date(2020, 5, end), because="急事"
    )
    return ApprovalRecorded(government=CITY, approval=given)


@pytest.mark.parametrize("person", ["湖三", "河二"])
def test_an_approval_for_either_of_the_two_counts(person: str) -> None:
    found = tried(BACKUP + UNLESS, 3, 4, absent("湖三"), approval(person=person))
    objection = of_kind(found, "both_away")
    assert (objection.verdict.value, objection.approved_by) == ("fits_with_warnings", "江一")


@pytest.mark.parametrize("given", [approval(by="海四"), approval(person="海四"), approval(end=3)])
def test_another_approval_does_not(given: ApprovalRecorded) -> None:
    objection = of_kind(tried(BACKUP + UNLESS, 3, 4, absent("湖三"), given), "both_away")
    assert (objection.verdict.value, objection.approved_by) == ("needs_approval", None)


def test_he_who_decides_may_allow_what_is_longer_than_a_backup_may_act() -> None:
    assert of_kind(tried(BACKUP + DECIDES, 3, 8), "acting_limit").verdict.value == "needs_approval"
    allowed = tried(BACKUP + DECIDES, 3, 8, approval(person="河二"))
    assert of_kind(allowed, "acting_limit").approved_by == "江一"
    assert (
        of_kind(tried(BACKUP + LIMIT, 3, 8), "acting_limit").verdict.value == "fits_with_warnings"
    )


def test_it_is_said_when_it_is_too_late_to_tell() -> None:
    found = tried(BACKUP + AHEAD, 3, 3)
    objection = of_kind(found, "lead_time")
    assert objection.verdict.value == "fits_with_warnings"
    assert "应不迟于2020-04-30告知，今天是2020-05-01" in objection.text.zh
    assert objection.reasons[0].clause == "原则上不同时外出"
    assert tried(BACKUP + AHEAD, 4, 4).objections == ()
