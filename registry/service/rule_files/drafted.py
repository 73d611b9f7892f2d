"""Use case: a rule file drafted from the clauses of a notice, for a clerk to check."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator

from msgspec import Struct

from registry.errors import BadRules
from registry.parsing.rules.drafts import RuleClause, RuleNotice, ShareClause, Value
from registry.parsing.rules.read import read_rules_of
from registry.tables.rules import Rulebook, read_rules

_OFFICE = re.compile(r"(?<=政府|员会)(?:办公室|办公厅)$")
_HEAD = """\
# Drafted from {doc} by `registry rules read`: check every rule against its clause.
# 由程序从公文草拟，逐条对照条款核实后再用。
"""


class Draft(Struct, frozen=True, kw_only=True):
    """A drafted rule file: its text, the rules in it, and the clauses not understood."""

    text: str
    book: Rulebook
    open: tuple[str, ...]


def draft_rules(text: str, name: str) -> Draft:
    """Return the draft of a rule file from the text of a notice; ``name`` is for messages.

    Raises:
        BadRules: no notice in it speaks of AB pairs, or one prints no date or no issuer, or
            they are of several governments.
    """
    found = read_rules_of(text)
    if not found:
        raise BadRules(
            f"{name}: no clause about AB pairs was found; give the notice that sets them up"
        )
    governments = dict.fromkeys(_government(notice, name) for notice in found)
    if len(governments) > 1:
        raise BadRules(
            f"{name}: holds notices of {', '.join(governments)}; a rule file is for one"
            " government: cut the text and read each by itself"
        )
    made = "".join(_file(found, next(iter(governments)), name))
    unread = tuple(f"{notice.doc}：{clause}" for notice in found for clause in notice.open)
    return Draft(text=made, book=read_rules(made.encode(), name), open=unread)


def _government(notice: RuleNotice, name: str) -> str:
    if notice.issuer is None:
        raise BadRules(
            f"{name}: {notice.doc} does not tell who issued it; add the issuer below the text"
        )
    return _OFFICE.sub("", notice.issuer)


def _file(found: tuple[RuleNotice, ...], government: str, name: str) -> Iterator[str]:
    yield _HEAD.format(doc=_comment("、".join(notice.doc for notice in found)))
    yield f"\ngovernment = {_toml(government)}\n"
    if not any(notice.rules for notice in found):
        yield "rule = []\n"
    used: Counter[str] = Counter()
    for notice in found:
        yield from _pairs(notice)
        for rule in notice.rules:
            yield from _rule(rule, notice, name, used)
    for notice in found:
        for clause in notice.open:
            yield f"\n# open 没有看懂，请人工处理：{notice.doc}：{_comment(clause)}\n"


def _pairs(notice: RuleNotice) -> Iterator[str]:
    """Say which pairs the notice sets up. They count from the notice; no rule names anybody."""
    if notice.pairs:
        said = "；".join(f"{a}{sign}{b}" for a, b, sign in notice.pairs)
        yield f"\n# {notice.doc} AB角（以公文为准，不写进规则）：{_comment(said)}\n"


def _rule(rule: RuleClause, notice: RuleNotice, name: str, used: Counter[str]) -> Iterator[str]:
    start, dated = _days(notice, name)
    stem = f"{start}-{rule.kind.replace('_', '-')}"
    used[stem] += 1
    own = stem if used[stem] == 1 else f"{stem}-{used[stem]}"
    yield f"\n[[rule]]\nid = {_toml(own)}\nkind = {_toml(rule.kind)}\nfrom = {start}\n"
    for key, value in rule.keys.items():
        yield f"{key} = {_toml(value)}\n"
    if rule.open:
        yield f"open = {_toml('；'.join(rule.open))}\n"
    yield f"\n[rule.source]\ndocument = {_toml(notice.doc)}\ndate = {dated}\n"
    yield f"clause = {_toml(rule.clause)}\n"


def _days(notice: RuleNotice, name: str) -> tuple[str, str]:
    """Return the first day and the source's date; of a year alone, its last day is sure."""
    date = notice.date or ""
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", date):
        effective = notice.effective or ""
        return (effective if re.fullmatch(r"\d{4}-\d{2}-\d{2}", effective) else date), date
    if re.match(r"\d{4}", date):
        return f"{date[:4]}-12-31", date[:4]
    raise BadRules(f"{name}: {notice.doc} prints no date; add the date below the text")


def _comment(said: str) -> str:
    """Keep a comment on one line."""
    return "".join(char for char in said if char.isprintable())


def _toml(value: Value | ShareClause) -> str:
    if isinstance(value, ShareClause):
        return f"{{ matters = {_toml(value.matters)}, by_post = {_toml(value.by_post)} }}"
    if isinstance(value, tuple):
        return f"[{', '.join(map(_toml, value))}]"
    if isinstance(value, str):
        return json.dumps(_comment(value), ensure_ascii=False)
    return str(value).lower()
