"""What reading a notice for rules gives."""

from __future__ import annotations

from msgspec import Struct


class ShareClause(Struct, frozen=True, kw_only=True):
    """Some matters of a portfolio, and the post whose holder takes them."""

    matters: tuple[str, ...]
    by_post: str


Value = str | int | bool | tuple[str, ...] | tuple[ShareClause, ...]


class RuleClause(Struct, frozen=True, kw_only=True):
    """A rule that a clause states: its kind and keys in the words of rule files.

    ``open`` is what the clause leaves unsaid and the draft had to suppose.
    """

    kind: str
    keys: dict[str, Value]
    clause: str = ""
    open: tuple[str, ...] = ()


class RuleNotice(Struct, frozen=True, kw_only=True):
    """The rules of one notice, its pairs, and the clauses that were not understood.

    Dates are ISO with missing parts left off; the government is the issuer as printed.
    """

    doc: str
    issuer: str | None
    date: str | None
    effective: str | None
    pairs: tuple[tuple[str, str, str], ...]
    """A, B and ``↔`` or ``→``: mutual, or one way."""
    rules: tuple[RuleClause, ...]
    open: tuple[str, ...]
