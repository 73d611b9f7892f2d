"""A journal in memory, and the events of its entries one after the other."""

from __future__ import annotations

from datetime import UTC, date, datetime

from registry.errors import Conflict
from registry.model import journal as j
from registry.model.events import AnyEvent
from registry.model.records import Absence, Decision
from registry.model.time import TimeOfDay
from registry.service.events.derived import events_of
from registry.service.journaled import Journaled
from registry.store.memory import MemoryJournal
from tests.graph.city import CITY
from tests.state.test_properties import GLOSSARY, RULES

AT = datetime(2020, 4, 1, 3, tzinfo=UTC)
"""11 in the morning in Asia/Shanghai."""


def filled(*records: j.AnyRecord, at: datetime = AT) -> MemoryJournal:
    journal = MemoryJournal()
    for record in records:
        try:
            journal.append([record], by="何文书", because="私下的话", at=at)
        except Conflict:
            continue  # a notice that is known, or an entry that is not there to be withdrawn
    return journal


def registry(journal: MemoryJournal) -> Journaled:
    return Journaled(journal, (RULES,), GLOSSARY, lambda: date(2020, 6, 1))


def events(journal: MemoryJournal) -> list[tuple[AnyEvent, ...]]:
    """Return the events of every entry, as a service works them out."""
    known = registry(journal)
    bearing = {
        name: {entry.number for entry in journal.entries(government=name)}
        for name in (*journal.governments(), "")
    }
    return [
        events_of(
            entry,
            [
                (name, known.known(entry.number - 1), known.known(entry.number))
                for name, numbers in bearing.items()
                if entry.number in numbers
            ],
        )
        for entry in journal.entries()
    ]


def away(
    person: str,
    start: str,
    end: str = "",
    kind: str = "away",
    *,
    start_time: TimeOfDay | None = None,
    end_time: TimeOfDay | None = None,
) -> j.AbsenceRecorded:
    absence = Absence(
        person=person,
        start=date.fromisoformat(start),
        end=date.fromisoformat(end or start),
        kind=kind,
        start_time=start_time,
        end_time=end_time,
    )
    return j.AbsenceRecorded(government=CITY, absence=absence, reason="体检复查")


def decided(holder: str, assignee: str, day: str) -> j.DecisionRecorded:
    on = date.fromisoformat(day)
    made = Decision(
        coordinator="洋五", holder=holder, assignee=assignee, start=on, end=on, because="商定"
    )
    return j.DecisionRecorded(government=CITY, decision=made)
