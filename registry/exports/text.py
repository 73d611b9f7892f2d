"""Text as every form can carry it, and how a notice is cited in a line."""

from __future__ import annotations

import re

from registry.graph.dates import first_day
from registry.graph.quotes import Quote
from registry.model.facts import Document

_UNFIT = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
"""Control characters, lone surrogates and non-characters: XML 1.0 and UTF-8 cannot carry most."""


def fit(text: str) -> str:
    r"""Replace what some form cannot carry by U+FFFD; line ends become ``\n``.

    >>> fit("a\x00b\r\nc")
    'a\ufffdb\nc'
    """
    return _UNFIT.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))


_ISO = re.compile(r"\d{4}(?:-\d\d){0,2}", re.ASCII)


def iso(written: str | None) -> str | None:
    """Return a date as ISO 8601 has it, missing parts left off; ``None`` where it has no year.

    >>> iso("2019-08"), iso("2019-8-6"), iso("--08-19")
    ('2019-08', '2019-08-06', None)
    """
    if written and _ISO.fullmatch(written):
        return written
    day = first_day(written)
    return day.isoformat() if day is not None else None


def cited(said: Quote, notice: Document | None) -> str:
    """Return number, title and date of the notice and the clause, in one line.

    A notice without a number is cited by its title alone; one that is not at hand as the
    quote has it.
    """
    return f"{named(said.doc, notice, said.date)}：「{fit(said.clause)}」"


def named(doc: str, notice: Document | None, date: str | None = None) -> str:
    """Return number, title and date of a notice."""
    if notice is None:
        return "，".join(fit(part) for part in (doc, date) if part)
    head = f"{notice.number or ''}《{notice.title}》"
    return "，".join(fit(part) for part in (head, notice.date) if part)
