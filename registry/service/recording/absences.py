"""Use case: absences from a table (CSV) or a calendar (iCalendar), all of a file or nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from registry.errors import BadRecord, RegistryError, UnreadableSource
from registry.graph.identity import absence_of, rename_of
from registry.graph.state import standing
from registry.model.journal import AbsenceRecorded, CalendarEvent, Withdrawn
from registry.model.records import Absence
from registry.parsing.formats.plain import decode
from registry.service.recording.absence_files.calendar import from_calendar
from registry.service.recording.absence_files.rows import Contents, Passed, Row, Whole
from registry.service.recording.absence_files.table import from_table
from registry.service.recording.passed_over import of_the_known
from registry.service.recording.record import Known, absent


class Rows(Struct, frozen=True, kw_only=True):
    """What is new in a file, and on which lines; and what of it is not.

    ``gone`` are the entries that the file's calendar has cancelled or changed: ``withdrawals``
    take them back. ``known`` and ``withdrawn`` count the rows that were recorded already, and
    that were recorded and withdrawn. ``passed_over`` are a calendar's events that are no absence
    of anybody known, by line.
    """

    new: tuple[AbsenceRecorded, ...]
    lines: tuple[int, ...]
    gone: tuple[int, ...]
    known: int
    withdrawn: int
    passed_over: tuple[Passed, ...] = ()

    @property
    def withdrawals(self) -> tuple[Withdrawn, ...]:
        """Return the records that take back what is gone."""
        return tuple(Withdrawn(entry=number) for number in self.gone)


def read_rows(path: Path) -> Contents:
    """Read the absences in a file: iCalendar if its name ends in .ics, else CSV.

    Raises:
        UnreadableSource: the file cannot be read, or is no text.
        BadRecord: a line is at fault; the message names it.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        raise UnreadableSource(f"{path}: cannot be read ({error.strerror})") from None
    return rows_in(content, path)


def rows_in(content: bytes, path: Path) -> Contents:
    """Read the absences in the bytes of a file, which ``path`` names and which is not read.

    Raises:
        UnreadableSource: it is no text.
        BadRecord: as ``read_rows``.
    """
    text = decode(content, str(path)).text.removeprefix("\ufeff")
    if path.suffix.lower() == ".ics":
        found = from_calendar(text, path)
    else:
        found = Contents(rows=tuple(from_table(text, path)))
    if not (found.rows or found.wholes or found.passed or found.broken):
        raise BadRecord(f"{path}: holds no absence; check the file")
    return found


def absences(
    so_far: Known,
    contents: Contents,
    path: Path,
    *,
    government: str | None = None,
    strict: bool = False,
) -> Rows:
    """Return what of a file is to be recorded, and what it takes back.

    A row that was ever recorded is not recorded again, not even where it was withdrawn since:
    a file may be read in again after it grew. An event of a calendar is known by its UID: a
    later revision of it replaces what was recorded of it, an earlier one changes nothing. One
    that is no absence of a person named in the notices is passed over.

    Args:
        so_far: what is known.
        contents: the file's.
        path: the file, for messages.
        government: of rows that name none.
        strict: pass over nothing.

    Raises:
        BadRecord: a person of a table or a government is not known, the days are the wrong way
            round, an event is not what was recorded of the same revision, or one is to be
            passed over where nothing may be; the message names the line.
    """
    kept = of_the_known(so_far, contents, government)
    if strict and kept.passed:
        first = kept.passed[0]
        raise BadRecord(
            f"{path}, event at line {first.line}: {first.why.en}; correct it, or pass it over"
        )
    return _Import(so_far, kept, path, government).rows()


class _Before(Struct, frozen=True):
    """An absence that was recorded before, by its entry's number."""

    number: int
    government: str
    absence: Absence
    event: CalendarEvent | None
    stands: bool


class _Import:
    """One file held against what is known."""

    def __init__(
        self, so_far: Known, contents: Contents, path: Path, government: str | None
    ) -> None:
        self._so_far = so_far
        self._contents = contents
        self._path = path
        self._government = government
        self._before = tuple(_before(so_far))

    def rows(self) -> Rows:
        """Return what is to be recorded and taken back."""
        once: dict[object, tuple[int, AbsenceRecorded]] = {}
        for row in self._contents.rows:
            made = self._made(row)
            event = row.event and (row.event.uid, row.event.occurrence)
            once.setdefault((made.government, made.absence, event), (row.line, made))
        new, gone = [], dict.fromkeys(self._taken_back())
        known = withdrawn = 0
        for line, made in once.values():
            before = self._same(made)
            if before is None or self._is_newer(made, before, line):
                new.append((line, made))
                if before is not None and before.stands:
                    gone[before.number] = None
            elif before.stands:
                known += 1
            else:
                withdrawn += 1
        return Rows(
            new=tuple(made for _, made in new),
            lines=tuple(line for line, _ in new),
            gone=tuple(sorted(gone)),
            known=known,
            withdrawn=withdrawn,
            passed_over=self._contents.passed,
        )

    def _made(self, row: Row) -> AbsenceRecorded:
        try:
            made = absent(
                self._so_far,
                row.person,
                row.when,
                row.kind,
                government=row.government or self._government,
            )
        except RegistryError as error:
            raise BadRecord(f"{self._path}, line {row.line}: {error}") from None
        return AbsenceRecorded(government=made.government, absence=made.absence, event=row.event)

    def _same(self, made: AbsenceRecorded) -> _Before | None:
        """Return the last entry of the same event; without one, of the same absence.

        An absence that a calendar brought in is another event's own, and no entry of this one.
        """
        own, alike = None, None
        for before in self._before:
            if made.event is not None and before.event is not None:
                if _key(before.event) == _key(made.event):
                    own = before
            elif (before.government, before.absence) == (made.government, made.absence):
                alike = before if alike is None or before.stands or not alike.stands else alike
        return own or alike

    def _is_newer(self, made: AbsenceRecorded, before: _Before, line: int) -> bool:
        """Say whether a row says of its event what was not recorded yet."""
        same = (made.government, made.absence) == (before.government, before.absence)
        if made.event is None or before.event is None or (same and before.stands):
            return False
        if made.event.sequence != before.event.sequence or same:
            return made.event.sequence > before.event.sequence
        if before.stands:
            raise self._refusal(line, before)
        return True

    def _taken_back(self) -> Iterator[int]:
        """Yield the entries of events that the file has cancelled, or has whole without them."""
        kept = {_key(row.event) for row in self._contents.rows if row.event is not None}
        for before in self._before:
            if not before.stands or before.event is None:
                continue
            revision = before.event.sequence
            wholes = [w for w in self._contents.wholes if _of(before.event, w)]
            if any(w.cancelled and w.event.sequence >= revision for w in wholes):
                yield before.number
            elif _key(before.event) not in kept:
                for whole in wholes:
                    if whole.event.sequence == revision and not whole.cancelled:
                        raise self._refusal(whole.line, before)
                    if whole.event.sequence > revision:
                        yield before.number

    def _refusal(self, line: int, before: _Before) -> BadRecord:
        return BadRecord(
            f"{self._path}, line {line}: entry {before.number} has the event otherwise"
            f" ({before.absence.person} {before.absence.notation}), and its SEQUENCE is the same;"
            f" export it with a higher one, or: registry record withdraw {before.number}"
        )


def _before(so_far: Known) -> Iterator[_Before]:
    stands = {entry.number for entry in standing(so_far.entries)}
    renames = [rename_of(made) for made in so_far.state.identities]
    for entry in so_far.entries:
        record = entry.record
        if isinstance(record, AbsenceRecorded):
            absence = absence_of(record.absence, record.government, renames)
            known = entry.number in stands
            yield _Before(entry.number, record.government, absence, record.event, known)


def _key(event: CalendarEvent) -> tuple[str, str | None]:
    return event.uid, event.occurrence


def _of(event: CalendarEvent, whole: Whole) -> bool:
    """Say whether an entry's event is the one that the file has, or one of its occurrences."""
    wanted = whole.event
    return event.uid == wanted.uid and wanted.occurrence in {None, event.occurrence}
