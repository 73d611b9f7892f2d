"""Use case: check what people enter against what is known, and make it a record to append.

Every function here takes what is known and what was typed, and returns the record or refuses
it; nothing is written.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from datetime import date

from msgspec import structs

from registry.errors import AlreadyRecorded, BadRecord, UnknownName
from registry.graph.history import History
from registry.graph.identity import absence_of, rename_of
from registry.graph.state import standing, state
from registry.model.journal import (
    AbsenceRecorded,
    AnyRecord,
    Entry,
    Withdrawn,
)
from registry.model.records import Absence
from registry.model.time import Period
from registry.resolve.names import check_person
from registry.resolve.subject import Glossary, bare
from registry.service.bounds import sensible
from registry.service.question import absence_over, read_kind
from registry.service.registry import MOST
from registry.service.rulebooks import Rulebooks
from registry.service.state import Recorded
from registry.store.port import Journal
from registry.tables.rules import Rulebook


class Known:
    """What the journal says so far.

    Args:
        entries: the journal, or the part of it that bears on one government.
        rulebooks: as for ``Registry``, and so are the others.
        glossary: see there.
        today: see there.
    """

    def __init__(
        self,
        entries: Iterable[Entry],
        rulebooks: Iterable[Rulebook],
        glossary: Glossary,
        today: Callable[[], date],
    ) -> None:
        self.entries = tuple(entries)
        self._rulebooks = Rulebooks.made(rulebooks)
        self.registry = Recorded(self.entries, self._rulebooks, glossary, today)
        self.state = self.registry.state

    def without(self, numbers: Collection[int]) -> Known:
        """Return what the journal would say without some of its entries."""
        if not numbers:
            return self
        rest = (entry for entry in self.entries if entry.number not in numbers)
        return Known(rest, self._rulebooks, self.registry.glossary, self.registry.today)

    def history(self, government: str | None, name: str) -> History:
        """Return the history of the government meant, by its name or by one that it names.

        Raises:
            UnknownName: no notice is recorded, or not one government fits.
        """
        if not self.registry.governments():
            raise UnknownName(
                "no notice that names its issuer is recorded; read notices in with `registry load`"
            )
        return self.registry.history(government, name)

    def person(self, history: History, typed: str) -> str:
        """Return the name by which a person of the government is known, after all merges.

        Raises:
            UnknownName: no notice of the government names him.
        """
        name = bare(typed)
        if not name:
            raise BadRecord("a name is empty; write who is meant")
        day = date.min
        read = absence_of(
            Absence(person=name, start=day, end=day),
            history.government,
            map(rename_of, self.state.identities),
        )
        return check_person(history, read.person)

    def named_like(self, government: str | None, typed: str) -> tuple[str, ...] | None:
        """Return the names most like one that no notice of the government, or of any, gives.

        Where one gives it, that is ``None``.

        Raises:
            UnknownName: no notice is recorded, or not one government fits the one asked for, or
                so many are known that one has to be asked for.
        """
        all_known = self.registry.governments()
        if government is not None or not 0 < len(all_known) <= MOST:
            histories = [self.history(government, typed)]
        else:
            histories = [self.registry.history_of(known) for known in all_known]
        near: tuple[str, ...] = ()
        for history in histories:
            try:
                self.person(history, typed)
            except UnknownName as error:
                near += error.near
            else:
                return None
        return near

    def absences(self, *, withdrawn: bool) -> dict[tuple[str, Absence], int]:
        """Return each absence recorded, with its entry's number; or each ever recorded."""
        renames = [rename_of(made) for made in self.state.identities]
        return {
            (r.government, absence_of(r.absence, r.government, renames)): entry.number
            for entry in (self.entries if withdrawn else standing(self.entries))
            if isinstance(r := entry.record, AbsenceRecorded)
        }

    def changed_by(self, record: AnyRecord) -> bool:
        """Say whether ``record`` would change any fact, or what people entered."""
        last = self.entries[-1]
        new = Entry(number=last.number + 1, at=last.at, by=last.by, record=record)
        after = state((*self.entries, new))
        return structs.replace(after, identities=self.state.identities) != self.state


def known(
    journal: Journal,
    rulebooks: Iterable[Rulebook],
    glossary: Glossary,
    today: Callable[[], date],
    government: str | None = None,
) -> Known:
    """Read what is known of ``government``, or of all, where it is not given or not one fits."""
    own = government
    if government is not None:
        bodies = journal.governments()
        fitting = [b for b in bodies if b == government] or [b for b in bodies if government in b]
        own = fitting[0] if len(fitting) == 1 else None
    return Known(journal.entries(government=own), rulebooks, glossary, today)


def absence(
    so_far: Known,
    person: str,
    when: Period,
    kind: str,
    *,
    government: str | None = None,
    reason: str | None = None,
) -> AbsenceRecorded:
    """Return the record of an absence over a period.

    Raises:
        BadPeriod: it ends before it begins, is of another age, or lasts too long.
        AlreadyRecorded: the absence is recorded already.
        BadRecord: the kind is none that rules speak of.
        UnknownName: no notice of the government names the person.
    """
    made = absent(so_far, person, when, kind, government=government)
    number = so_far.absences(withdrawn=False).get((made.government, made.absence))
    if number is not None:
        raise AlreadyRecorded(
            f"that absence of {made.absence.person} is recorded already, as entry {number};"
            f" to change it, withdraw that first, with `registry record withdraw {number}` or DELETE",
            number,
        )
    return AbsenceRecorded(
        government=made.government, absence=made.absence, reason=(reason or "").strip() or None
    )


def absent(
    so_far: Known,
    person: str,
    when: Period,
    kind: str,
    *,
    government: str | None = None,
) -> AbsenceRecorded:
    """As ``absence``, whether or not it is recorded already."""
    sensible(when.start, when.end)
    kind = read_kind(kind)
    history = so_far.history(government, person)
    name = so_far.person(history, person)
    return AbsenceRecorded(
        government=history.government,
        absence=absence_over(name, when, kind),
    )


def withdrawal(journal: Journal, number: int) -> tuple[Withdrawn, Entry]:
    """Return the record that makes an entry count no more, and that entry.

    Withdrawing a withdrawal brings back what it took away.

    Raises:
        AlreadyRecorded: it was withdrawn already.
        BadRecord: there is no such entry.
    """
    if not 1 <= number <= journal.last():
        raise BadRecord(f"there is no entry {number}; `registry journal` lists them")
    later = list(journal.entries(after=number - 1))
    gone: dict[int, int] = {}
    for entry in reversed(later):
        if isinstance(entry.record, Withdrawn) and entry.number not in gone:
            gone.setdefault(entry.record.entry, entry.number)
    if number in gone:
        raise AlreadyRecorded(
            f"entry {number} was withdrawn already, by entry {gone[number]};"
            f" withdraw that one to bring it back",
            gone[number],
        )
    return Withdrawn(entry=number), later[0]


def said(because: str) -> str:
    """Return a reason that has to be given.

    Raises:
        BadRecord: it is blank.
    """
    if not because.strip():
        raise BadRecord("say why: --because TEXT")
    return because.strip()
