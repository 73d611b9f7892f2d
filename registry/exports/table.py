"""One table of who holds what on a day, as CSV for spreadsheets and for programs."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import StringIO

from registry.exports.extract import Extract
from registry.exports.membership import MEMBER
from registry.exports.text import fit, iso
from registry.exports.words import TENANCIES, TIES
from registry.graph.quotes import Quote

COLUMNS = (
    "government",
    "on",
    "holder",
    "relation",
    "relation_zh",
    "kind",
    "name",
    "role",
    "title",
    "since",
    "until",
    "number",
    "notice",
    "date",
    "clause",
)
"""See docs/reference/exports.md."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What spreadsheets take for the beginning of a formula, full width included."""


def table(extract: Extract) -> bytes:
    """Return the table in UTF-8 with a byte order mark, which spreadsheets want, and CRLF.

    A cell that a spreadsheet would take for a formula begins with an apostrophe instead.
    """
    held = StringIO(newline="")
    writer = csv.writer(held)
    writer.writerow(COLUMNS)
    writer.writerows([_safe(cell) for cell in row] for row in _rows(extract))
    return held.getvalue().encode("utf-8-sig")


def _rows(extract: Extract) -> Iterator[tuple[str | None, ...]]:
    head = (extract.government, extract.on.isoformat())
    order = {person: place for place, person in enumerate(extract.people)}
    for tenure in sorted(extract.in_post(), key=lambda t: order[t.person]):
        words = TENANCIES[tenure.tenancy]
        yield (
            *(*head, tenure.person, tenure.tenancy.value, words.zh, "post", tenure.title),
            *(None, None, iso(tenure.start), iso(tenure.end)),
            *_cited(tenure.opened, extract),
        )
    ties = [tie for tie in extract.holding() if tie.bond.relation in MEMBER]
    for tie in sorted(ties, key=lambda t: order.get(t.bond.source.name, len(order))):
        bond = tie.bond
        part = f"{bond.target.name} · {bond.subgroup}" if bond.subgroup else bond.target.name
        words = TIES[bond.relation]
        yield (
            *(*head, bond.source.name, bond.relation, words.zh, bond.target.kind, part),
            *(bond.role, bond.title, tie.since, tie.until),
            *_cited(tie.quotes[-1], extract),
        )


def _cited(said: Quote | None, extract: Extract) -> tuple[str | None, ...]:
    if said is None:
        return (None,) * 4
    notice = extract.notices.get(said.doc)
    if notice is None:
        return (None, said.doc, said.date, said.clause)
    return (notice.number, notice.title, notice.date, said.clause)


def _safe(cell: str | None) -> str:
    text = fit(cell or "")
    return f"'{text}" if text.startswith(_FORMULA) else text
