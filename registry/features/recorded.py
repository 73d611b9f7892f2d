"""登记: steps that record as ``registry record`` does, and what is said to those who do."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime
from hashlib import sha256

from msgspec import Struct
from pytest_bdd import then, when

from registry.errors import RegistryError
from registry.features.doors import Refusal
from registry.features.records import Records
from registry.features.values import sentence
from registry.model.answers import Words
from registry.model.journal import AnyRecord, NoticeIngested
from registry.model.records import Decision, Step
from registry.model.time import Period
from registry.service.recording.decision import decision
from registry.service.recording.handover import handover
from registry.service.recording.record import Known, absence, known, withdrawal
from registry.service.recording.rules import judged
from registry.service.recording.write import write_checked
from registry.store.memory import MemoryJournal
from registry.wiring import shipped_glossary

_NOW = datetime(2000, 1, 1, tzinfo=UTC)
"""When it is recorded; the rules count from the day that 今天是 tells."""
_BY = "文书"

Made = tuple[Iterable[AnyRecord], tuple[Words, ...]]


class Entered(Struct, frozen=True):
    """It was recorded; ``remarks`` is what it brings about."""

    remarks: tuple[Words, ...]


Told = Entered | Refusal


def _journal(records: Records) -> MemoryJournal:
    """Return the journal of the scenario: the notices are its first entry."""
    if records.journal is None:
        facts = records.facts()
        digest = sha256(repr(facts).encode()).hexdigest()
        notices = NoticeIngested(digest=digest, name="scenario", text="", facts=facts)
        records.journal = MemoryJournal()
        records.journal.append([notices], by=_BY, at=_NOW)
    return records.journal


def _record(records: Records, make: Callable[[Known], Made]) -> Told:
    journal = _journal(records)

    def check() -> tuple[tuple[AnyRecord, ...], tuple[Words, ...]]:
        so_far = known(journal, records.rulebooks, shipped_glossary(), lambda: records.today)
        made, remarks = make(so_far)
        return tuple(made), remarks

    try:
        _, remarks = write_checked(journal, check, by=_BY, now=lambda: _NOW)
    except RegistryError as error:
        return Refusal(str(error))
    return Entered(remarks)


@when(sentence("登记{person}于{on:Day}{kind:Kind}"), target_fixture="entered")
def absent_on(records: Records, person: str, on: date, kind: str) -> Told:
    return absent(records, person, on, on, kind)


@when(sentence("登记{person}于{start:Day}至{end:Day}{kind:Kind}"), target_fixture="entered")
def absent(  # noqa: PLR0917 - a blank each
    records: Records,
    person: str,
    start: date,
    end: date,
    kind: str,
    by: str | None = None,
    because: str | None = None,
) -> Told:
    def make(so_far: Known) -> Made:
        made = absence(so_far, person, Period(start, end), kind, government=records.government)
        found = judged(so_far, [made], approved_by=by, because=because)
        return (made, *found.approvals), found.remarks

    return _record(records, make)


@when(
    sentence("登记{person}于{on:Day}{kind:Kind}，{by}批准，理由是“{because}”"),
    target_fixture="entered",
)
def approved(  # noqa: PLR0917 - a blank each
    records: Records, person: str, on: date, kind: str, by: str, because: str
) -> Told:
    return absent(records, person, on, on, kind, by, because)


@when(
    sentence("登记{by}决定{on:Day}由{assignee}代{holder:Names}，理由是“{because}”"),
    target_fixture="entered",
)
def decided(  # noqa: PLR0917 - a blank each
    records: Records,
    by: str,
    on: date,
    assignee: str,
    holder: tuple[str, ...],
    because: str,
    replace: bool = False,
) -> Told:
    (person,) = holder
    typed = Decision(
        coordinator=by, holder=person, assignee=assignee, start=on, end=on, because=because
    )

    def make(so_far: Known) -> Made:
        found = decision(so_far, typed, government=records.government, replace=replace)
        return (found.record,), found.remarks

    return _record(records, make)


@when(
    sentence("登记{by}改为{on:Day}由{assignee}代{holder:Names}，理由是“{because}”"),
    target_fixture="entered",
)
def decided_anew(  # noqa: PLR0917 - a blank each
    records: Records, by: str, on: date, assignee: str, holder: tuple[str, ...], because: str
) -> Told:
    return decided(records, by, on, assignee, holder, because, replace=True)


@when(sentence("登记{done:Day}已为{holder}{on:Day}的缺席{step:Step}"), target_fixture="entered")
def handed(records: Records, done: date, holder: str, on: date, step: Step) -> Told:
    def make(so_far: Known) -> Made:
        made = handover(
            so_far, holder, [step], done, during=Period(on, on), government=records.government
        )
        return made, ()

    return _record(records, make)


@when("撤回上一条登记", target_fixture="entered")
def withdrawn(records: Records) -> Told:
    journal = _journal(records)
    return _record(records, lambda _: ((withdrawal(journal, journal.last())[0],), ()))


@then("已登记，没有提醒")
def recorded(entered: Told) -> None:
    assert entered == Entered(())


@then(sentence("已登记，提醒“{words}”"))
def warned(entered: Told, words: str) -> None:
    assert isinstance(entered, Entered), entered.message
    assert any(words in remark.zh for remark in entered.remarks), entered.remarks


@then(sentence("拒绝登记，提示“{words}”"))
def refused(entered: Told, words: str) -> None:
    assert isinstance(entered, Refusal), entered
    assert words in entered.message
