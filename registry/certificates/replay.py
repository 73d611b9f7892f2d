"""A certificate worked out: its answer, from nothing but what stands in it."""

from __future__ import annotations

from msgspec import structs

from registry.certificates.form import Basis
from registry.graph.history import History
from registry.model.answers import Answer
from registry.model.certificates import Asked, Considered, Records
from registry.resolve.answer import answer
from registry.resolve.considered import considered
from registry.resolve.found import Glossary
from registry.tables.rules import Rulebook


def replay(asked: Asked, basis: Basis) -> tuple[Answer, tuple[tuple[Considered, ...], ...]]:
    """Return the answer that ``basis`` gives, and who was considered.

    Raises:
        BadPeriod: the period ends before it begins.
        UnknownName: no notice in it names the subject.
    """
    history = History(basis.facts, asked.government)
    absences = (*basis.records.absences, *asked.supposed)
    found = _answer(history, asked, basis, basis.records)
    return found, considered(history, found, absences)


def needed(asked: Asked, basis: Basis) -> Basis:
    """Return ``basis`` less every record without which the answer stays the same."""
    history = History(basis.facts, asked.government)
    wanted = _answer(history, asked, basis, basis.records)
    kept = basis.records
    for name in Records.__struct_fields__:
        for record in getattr(kept, name):
            fewer = tuple(other for other in getattr(kept, name) if other is not record)
            trial = structs.replace(kept, **{name: fewer})
            if _answer(history, asked, basis, trial) == wanted:
                kept = trial
    return structs.replace(basis, records=kept)


def _answer(history: History, asked: Asked, basis: Basis, records: Records) -> Answer:
    return answer(
        history,
        basis.rules,
        asked.subject,
        asked.start,
        asked.end,
        absences=(*records.absences, *asked.supposed),
        decisions=records.decisions,
        handovers=records.handovers,
        approvals=records.approvals,
        glossary=basis.glossary,
    )


def rules_for(book: Rulebook | None, asked: Asked) -> Rulebook | None:
    """Return ``book`` less the rules that hold on no day asked about."""
    if book is None:
        return None
    return structs.replace(
        book,
        rules=tuple(
            rule
            for rule in book.rules
            if rule.start <= asked.end and (rule.until is None or asked.start <= rule.until)
        ),
        laws=tuple(law for law in (rules_for(law, asked) for law in book.laws) if law is not None),
    )


def names_for(glossary: Glossary, subject: str) -> Glossary:
    """Return ``glossary`` less the English names of other subjects, and the provinces."""
    word = subject.strip().casefold()
    english = {word: glossary.english[word]} if word in glossary.english else {}
    return Glossary(english=english, aliases=glossary.aliases)
