"""How a refusal or a warning names the rule behind it."""

from __future__ import annotations

from registry.tables.rules import AnyRule, Rulebook


def cited(rule: AnyRule, book: Rulebook | None) -> tuple[str, str]:
    """Return a rule by its id, file, document and clause, in Chinese and in English."""
    file = book.file if book is not None else ""
    stands = f"{file}，{rule.source.document}：{rule.source.clause}"
    return f"规则 {rule.id}，{stands}", f"rule {rule.id} ({stands})"
