"""Repeals that do not tell which notice they end."""

from __future__ import annotations

from collections.abc import Iterator

from registry.checks.case import Case
from registry.model.findings import Finding, FindingKind, Severity


def repeal_ambiguous(case: Case) -> Iterator[Finding]:
    """Find repeals whose words fit several notices in force: they end none of them."""
    for found in case.organisation.unclear_repeals:
        docs = "、".join(document.doc for document in found.may_be)
        yield case.finding(
            FindingKind.REPEAL_AMBIGUOUS,
            Severity.ERROR,
            (
                (
                    f"所废止的{found.named.shown()}有{len(found.may_be)}件同在施行（{docs}），"
                    "不知是哪一件，均按未废止计"
                ),
                (
                    f"what is repealed, {found.named.shown()}, fits {len(found.may_be)} notices in"
                    f" force ({docs}); which is not told, and none is taken as repealed"
                ),
            ),
            (document.doc for document in found.may_be),
            (found.by, *found.may_be),
        )
