"""Records that stand, one after the other, worked into what is known."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct, structs

from registry.graph.identity import Rename, entered_as, identified, rename_of
from registry.model.facts import AnyFact, Document
from registry.model.journal import (
    AbsenceRecorded,
    AnyRecord,
    ApprovalRecorded,
    DecisionRecorded,
    Entered,
    FactCorrected,
    HandoverRecorded,
    Merged,
    NoticeIngested,
    Split,
)
from registry.model.records import OnRecord


class State(Struct, frozen=True):
    """What is known: facts as corrected, with merges and splits applied, and what people entered.

    ``identities`` are the merges and splits that count, in the order in which they were recorded.
    """

    facts: tuple[AnyFact, ...] = ()
    absences: tuple[AbsenceRecorded, ...] = ()
    decisions: tuple[DecisionRecorded, ...] = ()
    handovers: tuple[HandoverRecorded, ...] = ()
    approvals: tuple[ApprovalRecorded, ...] = ()
    identities: tuple[Merged | Split, ...] = ()

    def on_record(self, government: str) -> OnRecord:
        """Return what people entered for ``government``; their private reasons stay here."""
        return OnRecord(
            tuple(a.absence for a in self.absences if a.government == government),
            tuple(d.decision for d in self.decisions if d.government == government),
            tuple(h.handover for h in self.handovers if h.government == government),
            tuple(a.approval for a in self.approvals if a.government == government),
        )


class _Slot:
    """One fact: as printed or corrected, and with its names as they are known."""

    __slots__ = ("known", "raw")

    def __init__(self, raw: AnyFact) -> None:
        self.raw = raw
        self.known = raw


class Fold:
    """The records that stand, in their order, worked into a state."""

    def __init__(self) -> None:
        self._slots: dict[int, _Slot] = {}
        self._by_doc: dict[str, list[int]] = {}
        self._next = 0
        self._corrections: list[FactCorrected] = []
        self._renames: list[Rename] = []
        self._identities: list[Merged | Split] = []
        self._entered: list[Entered] = []

    def take(self, record: AnyRecord) -> None:
        """Take in the next record that stands; a withdrawal is none."""
        if isinstance(record, NoticeIngested):
            # What was found wrong once is wrong too where the notice is read again.
            made = [fact for fact in map(self._corrected, record.facts) if fact is not None]
            self._identify(dict.fromkeys(self._add(fact) for fact in made))
        elif isinstance(record, FactCorrected):
            self._correct(record)
        elif isinstance(record, Entered):
            self._entered.append(record)
        elif isinstance(record, Merged | Split):
            self._identities.append(record)
            self._renames.append(rename_of(record))
            self._identify(self._by_doc)

    def state(self) -> State:
        """Return what is known by the records so far."""
        entered = [entered_as(record, self._renames) for record in self._entered]
        return State(
            facts=tuple(slot.known for slot in self._slots.values()),
            absences=tuple(r for r in entered if isinstance(r, AbsenceRecorded)),
            decisions=tuple(r for r in entered if isinstance(r, DecisionRecorded)),
            handovers=tuple(r for r in entered if isinstance(r, HandoverRecorded)),
            approvals=tuple(r for r in entered if isinstance(r, ApprovalRecorded)),
            identities=tuple(self._identities),
        )

    def _add(self, fact: AnyFact) -> str:
        self._slots[self._next] = _Slot(fact)
        self._by_doc.setdefault(fact.doc, []).append(self._next)
        self._next += 1
        return fact.doc

    def _corrected(self, fact: AnyFact) -> AnyFact | None:
        now: AnyFact | None = fact
        for made in self._corrections:
            if now is not None:
                now = _after(made, now, now)
        return now

    def _correct(self, made: FactCorrected) -> None:
        self._corrections.append(made)
        if made.wrong is None:
            if made.right is not None:
                self._identify((self._add(made.right),))
            return
        changed: dict[str, None] = {made.wrong.doc: None}
        for place in tuple(self._by_doc.get(made.wrong.doc, ())):
            slot = self._slots[place]
            now = _after(made, slot.raw, slot.known)
            if now is None:
                del self._slots[place]
                self._by_doc[made.wrong.doc].remove(place)
                continue
            if now.doc != slot.raw.doc:
                self._by_doc[made.wrong.doc].remove(place)
                self._by_doc.setdefault(now.doc, []).append(place)
                changed[now.doc] = None
            slot.raw = now
        self._identify(changed)

    def _identify(self, docs: Iterable[str]) -> None:
        """Read the names of the facts of ``docs`` as the merges and splits so far have them."""
        for doc in docs:
            own = [self._slots[place] for place in self._by_doc.get(doc, ())]
            document = next((s.raw for s in own if isinstance(s.raw, Document)), None)
            for slot in own:
                slot.known = identified(slot.raw, document, self._renames)


def _after(made: FactCorrected, raw: AnyFact, known: AnyFact) -> AnyFact | None:
    """Return what a fact is after a correction; one of the notice's number reaches all its facts."""
    wrong, right = made.wrong, made.right
    if wrong in (raw, known):
        return right
    if isinstance(wrong, Document) and right is not None and raw.doc == wrong.doc:
        return structs.replace(raw, doc=right.doc)
    return raw
