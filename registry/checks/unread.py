"""Clauses that look like statements of the registry and were not understood."""

from __future__ import annotations

from collections.abc import Iterator

from registry.checks.case import Case
from registry.model.facts import Unparsed
from registry.model.findings import Finding, FindingKind, Severity


def unparsed(case: Case) -> Iterator[Finding]:
    """Find what the parser did not understand, one finding a notice."""
    for document, facts in case.by_document():
        clauses = [fact for fact in facts if isinstance(fact, Unparsed)]
        if clauses:
            yield case.finding(
                FindingKind.UNPARSED,
                Severity.NOTE,
                (
                    f"{document.doc}有{len(clauses)}处条款未能读懂，请人工核对",
                    (
                        f"{document.doc} has {len(clauses)} clauses that were not understood;"
                        " read them yourself"
                    ),
                ),
                (document.doc,),
                clauses,
            )
