"""A clock that was ahead and is set right does not hold up the work of a process that is gone."""

from __future__ import annotations

import pytest

from registry.model.desk import Job, JobFile, JobState
from registry.store.desk.events import SqlEvents
from registry.store.desk.jobs import SqlJobs
from registry.store.sql import SqlJournal
from tests.store.made import moment


@pytest.mark.parametrize(("ahead", "free"), [(-31, True), (0, False), (20, False), (3600, True)])
def test_a_job_of_one_who_was_last_heard_in_the_future(
    sql: SqlJournal, ahead: int, free: bool
) -> None:
    jobs = SqlJobs(sql)
    job = Job(
        id="a",
        made=moment(0),
        key="k",
        by="王五",
        because=None,
        state=JobState.WAITING,
        files=(JobFile(name="1.txt"),),
    )
    jobs.add(job, [b"x"])
    at = moment(10_000)
    assert jobs.claim("gone", moment(10_000 + ahead), moment(9_970 + ahead)) == "a"
    assert (jobs.claim("next", at, moment(9_970)) == "a") is free


@pytest.mark.parametrize(("ahead", "free"), [(-61, True), (0, False), (50, False), (3600, True)])
def test_a_work_that_is_held_far_into_the_future(sql: SqlJournal, ahead: int, free: bool) -> None:
    events, at = SqlEvents(sql), 10_000
    assert events.take("hooks", "gone", moment(at + ahead), moment(at + ahead + 60))
    assert events.take("hooks", "next", moment(at), moment(at + 60)) is free
