"""A clause quoted with its document and date: what every statement about time rests on."""

from __future__ import annotations

from msgspec import Struct

from registry.model.facts import Document, Fact


class Quote(Struct, frozen=True, omit_defaults=True):
    """The clause as printed, the document's number or title, and its date as written."""

    clause: str
    doc: str
    date: str | None = None


def quote(fact: Fact, document: Document) -> Quote:
    """Return the clause of ``fact``, which stands in ``document``."""
    return Quote(fact.clause, fact.doc, document.date)


def begins(document: Document) -> str:
    """Return from when ``document`` counts, as written; it must bear a date with a year."""
    return document.effective or document.date or ""
