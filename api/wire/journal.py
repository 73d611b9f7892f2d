"""An entry of the journal, without what says why somebody is away."""

from __future__ import annotations

from datetime import datetime

from msgspec import structs

from api.ids import address, made
from api.listing import Item, Whole
from api.wire.links import Links, notice_addresses
from registry.model.facts import Document
from registry.model.journal import (
    AbsenceRecorded,
    ApprovalRecorded,
    DecisionRecorded,
    Entry,
    FactCorrected,
    HandoverRecorded,
    Merged,
    NoticeIngested,
    Record,
    Split,
    Withdrawn,
)


class NoticeTaken(Record, frozen=True, kw_only=True, tag="notice_ingested"):
    """A notice was read: by which digest and file's name, its documents, how many facts."""

    digest: str
    name: str
    docs: tuple[str, ...]
    facts: int


Shown = (
    NoticeTaken
    | FactCorrected
    | AbsenceRecorded
    | DecisionRecorded
    | HandoverRecorded
    | ApprovalRecorded
    | Merged
    | Split
    | Withdrawn
)
"""What is shown of a record."""


class JournalEntry(Item, frozen=True, kw_only=True):
    """One line of the journal: when the registry learnt what from whom.

    Left out are the texts of notices (their links lead there) and what may say why somebody is
    away: the reason of an absence, the note of a hand-over, why an absence was allowed, and for
    these ``because``.
    """

    links: Links
    number: int
    at: datetime
    by: str
    because: str | None
    source: str | None
    record: Shown


class JournalEntryWhole(JournalEntry, Whole, frozen=True, kw_only=True):
    """One line of the journal by itself."""


def journal_entry(entry: Entry) -> JournalEntry:
    """Return an entry as it may be shown."""
    record = entry.record
    documents: list[Document] = []
    if isinstance(record, NoticeIngested):
        documents = [fact for fact in record.facts if isinstance(fact, Document)]
    government = getattr(record, "government", None)
    private = isinstance(record, AbsenceRecorded | HandoverRecorded | ApprovalRecorded)
    return JournalEntry(
        id=str(entry.number),
        links=Links(
            own=address("journal", str(entry.number)),
            government=address("governments", made(government)) if government else None,
            notices=notice_addresses(documents),
        ),
        number=entry.number,
        at=entry.at,
        by=entry.by,
        because=None if private else entry.because,
        source=entry.source,
        record=_shown(entry, documents),
    )


def whole_journal_entry(entry: Entry) -> JournalEntryWhole:
    """Return an entry by itself."""
    return JournalEntryWhole(**structs.asdict(journal_entry(entry)))


def _shown(entry: Entry, documents: list[Document]) -> Shown:
    match entry.record:
        case NoticeIngested(digest=digest, name=name, facts=facts):
            docs = tuple(document.doc for document in documents)
            return NoticeTaken(
                digest=digest, name=name, docs=docs, facts=len(facts) - len(documents)
            )
        case AbsenceRecorded() as record:
            return structs.replace(record, reason=None)
        case HandoverRecorded(handover=step) as record:
            return structs.replace(record, handover=structs.replace(step, note=None))
        case ApprovalRecorded(approval=given) as record:
            return structs.replace(record, approval=structs.replace(given, because=""))
        case other:
            return other
