"""假如: steps that write down what is known. None of them asks anything."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from pytest_bdd import given

from registry.features.records import Records
from registry.features.values import sentence
from registry.model.records import Absence, Approval, Decision, HandoverStep, Step
from registry.service.periods import read_span
from registry.service.question import absence_over
from registry.service.sources import read_text
from registry.shipped import shipped
from registry.tables.rules import read_rules


@pytest.fixture
def records(tmp_path: Path) -> Records:
    """Nothing is known yet."""
    return Records(folder=tmp_path)


@given("已收录景德镇市2019年的公文")
def jingdezhen(records: Records) -> None:
    records.carried = "jingdezhen-2019"
    records.government = "景德镇市人民政府"


@given("已收录示例城市云陵市的公文")
def yunling(records: Records) -> None:
    files = sorted((shipped("data") / "examples").glob("*yunling*.txt"))
    assert files, "the example notices are not there"
    records.notices += [read_text(path) for path in files]
    records.government = "云陵市人民政府"


@given("收到一份公文")
def notice(records: Records, docstring: str) -> None:
    records.notices.append(docstring)


@given(sentence("采用规则文件“{name}”"))
def rule_file(records: Records, name: str) -> None:
    if any(book.file == name for book in records.rulebooks):
        return  # an office's own, given when its scenarios were run
    records.rulebooks.append(read_rules((shipped("rules") / name).read_bytes(), name))


@given(sentence("规则文件“{name}”写明"))
def own_rule_file(records: Records, name: str, docstring: str) -> None:
    records.rulebooks.append(read_rules(docstring.encode(), name))


@given("没有规则文件")
def no_rule_file(records: Records) -> None:
    records.rulebooks.clear()


@given(sentence("{people:Names}于{on:Day}{kind:Kind}"))
def absent_on(records: Records, people: tuple[str, ...], on: date, kind: str) -> None:
    absent(records, people, on, on, kind)


@given(sentence("{people:Names}于{on:Day}{half:Half}{kind:Kind}"))
def absent_half(records: Records, people: tuple[str, ...], on: date, half: str, kind: str) -> None:
    when = read_span(f"{on}/{half}")
    records.absences += [absence_over(person, when, kind) for person in people]


@given(sentence("{people:Names}于{on:Day} {begins:Clock}至{ends:Clock}{kind:Kind}"))
def absent_hours(  # noqa: PLR0917 - a blank each
    records: Records, people: tuple[str, ...], on: date, begins: str, ends: str, kind: str
) -> None:
    when = read_span(f"{on}T{begins}/{ends}")
    records.absences += [absence_over(person, when, kind) for person in people]


@given(sentence("{people:Names}于{start:Day}至{end:Day}{kind:Kind}"))
def absent(records: Records, people: tuple[str, ...], start: date, end: date, kind: str) -> None:
    records.absences += [Absence(person=p, start=start, end=end, kind=kind) for p in people]


@given(sentence("{by}决定{on:Day}由{assignee}代{holder:Names}，理由是“{because}”"))
def decision(  # noqa: PLR0917 - a blank each
    records: Records,
    by: str,
    on: date,
    assignee: str,
    holder: tuple[str, ...],
    because: str,
    subject: str | None = None,
) -> None:
    records.decisions += [
        Decision(
            coordinator=by,
            holder=person,
            assignee=assignee,
            start=on,
            end=on,
            because=because,
            subject=subject,
        )
        for person in holder
    ]


@given(sentence("{by}决定{on:Day}由{assignee}代{holder:Names}负责“{subject}”，理由是“{because}”"))
def decision_for(  # noqa: PLR0917 - a blank each
    records: Records,
    by: str,
    on: date,
    assignee: str,
    holder: tuple[str, ...],
    subject: str,
    because: str,
) -> None:
    decision(records, by, on, assignee, holder, because, subject)


@given(sentence("{done:Day}已为{holder}{start:Day}至{end:Day}的缺席{step:Step}"))
def handover(  # noqa: PLR0917 - a blank each
    records: Records, done: date, holder: str, start: date, end: date, step: Step
) -> None:
    records.handovers.append(HandoverStep(holder=holder, step=step, on=done, start=start, end=end))


@given(sentence("{by}批准{person}{on:Day}外出，理由是“{because}”"))
def approval(records: Records, by: str, person: str, on: date, because: str) -> None:
    records.approvals.append(Approval(by=by, person=person, start=on, end=on, because=because))


@given(sentence("今天是{on:Day}"))
def today(records: Records, on: date) -> None:
    records.today = on
