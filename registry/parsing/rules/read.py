"""The door: the text of notices in, the rules that they state about standing in out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import structs

from registry.model.facts import AbPair, Backup
from registry.parsing.clause import evidence, sentences
from registry.parsing.issue import Notice, cut
from registry.parsing.notice import paragraphs_of, read_notice
from registry.parsing.rules.acting import read_acting
from registry.parsing.rules.conditions import read_conditions
from registry.parsing.rules.drafts import RuleClause, RuleNotice
from registry.parsing.rules.order import read_order
from registry.parsing.rules.scope import read_scope
from registry.parsing.rules.shares import read_shares
from registry.parsing.rules.vacancy import VACANT, read_vacancy
from registry.parsing.rules.words import ABSENT, MENTION, label_of
from registry.parsing.text import Passage, Source

_ABOUT_ACTING = re.compile(
    r"代行|代为|顶岗|补位|代管|同时(?:外出|离|出差|休假|请假)|交接|移交|告知|协调其他|不适用|"
    r"保持(?:联系|通讯|通信|电话|手机)|返岗|重大(?:问题|事项)|不由"
)
"""What a sentence that names neither A nor B has to hold to be one about them."""

_ORDERS = re.compile(r"应|须|要|得|能|由|不在|时，|期间|必须|方可|可以?|禁止|严禁|避免|负责|代")
_MOST_PARTS = 20
"""A sentence of more parts is looked at as a whole, so that reading it takes bounded time."""
_STRICT = re.compile(
    r"不得|不能|必须|应当?|须|严禁|只能|不再|可(?:以|由|视|商|先|委托)|由[^，]{1,14}?(?:负责|决定|处理|代|协调|承担)|"
    r"报[^，]{1,10}?(?:批准|同意|备案|审定|知悉)|交[^，]{1,8}?(?:处理|保管|备查)"
)
"""Words of a part that orders something, and is told where it took no part in a rule."""
_FRAME = re.compile(
    r"制定本|印发给|现将|解释|(?:施行|实施|执行)(?:之日)?|批评|追究|是指|(?:如下|下列|见附件)|为(?:了|进一步|加强|确保|健全|规范|避免|防止|便于|改进)|(?:实行|建立|推行)[^，。；]{0,16}制度?|表$"
)
_SOMEBODY_ACTS = re.compile(r"代行|代为|代管|顶岗|不得|不由|告知")


def read_rules_of(text: str) -> tuple[RuleNotice, ...]:
    """Return, for every notice in ``text`` that speaks of AB pairs, the rules that it states.

    Clauses that order something about standing in and are not understood are under ``open``.
    Nothing is raised: a text without such a notice gives nothing.
    """
    found = (_of(notice) for notice in cut(Source.of(text)))
    return tuple(one for one in found if one is not None)


def _of(notice: Notice) -> RuleNotice | None:
    _, paragraphs = paragraphs_of(notice)
    if not any(MENTION.search(paragraph.text) for paragraph in paragraphs):
        return None
    stated = [f for f in read_notice(notice) if isinstance(f, AbPair | Backup)]
    said = [s for p in paragraphs for s in _placed(p.passage)]
    rules: list[RuleClause] = []
    unread: list[str] = []
    before = ""
    for where, sentence in said:
        text = sentence.text
        clause = _cited(notice.doc, where, sentence)
        found: list[RuleClause] = []
        about = MENTION.search(text) or _ABOUT_ACTING.search(text)
        if about or ABSENT.search(text) or VACANT.search(text):
            found = list(_rules_in(text, before, notice.level))
            rules += [structs.replace(rule, clause=clause) for rule in found]
            unread += [f"{clause}：{part}" for part in _idle(text, before, notice.level, found)]
            if not found and about and _is_order(sentence, stated):
                unread.append(clause)
        before = text
    if not stated and not rules and not any(MENTION.search(clause) for clause in unread):
        return None
    return RuleNotice(
        doc=notice.doc,
        issuer=notice.issuer,
        date=notice.date,
        effective=notice.effective,
        pairs=tuple((f.a, f.b, "↔" if isinstance(f, AbPair) else "→") for f in stated),
        rules=tuple(_joined(rules)),
        open=tuple(unread),
    )


def _rules_in(text: str, before: str, level: str) -> Iterator[RuleClause]:
    shares = tuple(read_shares(text, level))
    yield from shares
    if not any(share.kind == "portfolio_split" for share in shares):
        yield from read_acting(text, level)
    yield from read_order(text)
    vacant = tuple(read_vacancy(text, level))
    yield from vacant or read_scope(text, level)
    yield from read_conditions(text, before, level)


def _idle(text: str, before: str, level: str, found: list[RuleClause]) -> Iterator[str]:
    """Yield the parts of an understood sentence that order something, and took no part in it.

    Those are the ones without which the sentence would have been read the same.
    """
    parts = text.split("，")
    if not found or not 2 <= len(parts) <= _MOST_PARTS:
        return
    for place, part in enumerate(parts):
        rest = "，".join(parts[:place] + parts[place + 1 :])
        if _STRICT.search(part) and list(_rules_in(rest, before, level)) == found:
            yield part.strip("。；")


def _placed(paragraph: Passage) -> Iterator[tuple[str, Passage]]:
    """Yield the sentences of a paragraph, each with the number that it stands under."""
    where = ""
    for sentence in sentences(paragraph):
        own = label_of(sentence)
        where = own or where
        yield ("" if own else where), sentence


def _cited(doc: str, where: str, sentence: Passage) -> str:
    quoted = evidence(doc, sentence)["clause"].strip("。；")
    return f"{where.strip('、')}：{quoted}" if where else quoted


def _is_order(sentence: Passage, stated: list[AbPair | Backup]) -> bool:
    """Say whether a clause orders something, and is neither a pair nor the notice's frame."""
    start, end = sentence.span
    if any(start < fact.span[1] and fact.span[0] < end for fact in stated):
        return False
    text = sentence.text
    if _FRAME.search(text) and not _SOMEBODY_ACTS.search(text):
        return False
    return _ORDERS.search(text) is not None


def _joined(rules: list[RuleClause]) -> Iterator[RuleClause]:
    """Join what several clauses say of one rule: the coordinator, who approves."""
    coordinators = [rule for rule in rules if rule.kind == "coordinator"]
    kept: list[RuleClause] = []
    for rule in rules:
        same = next((n for n, k in enumerate(kept) if _continues(k, rule)), None)
        if rule.kind == "coordinator":
            continue
        if same is None:
            kept.append(rule)
        else:
            kept[same] = _with(kept[same], rule)
    for rule in kept:
        said = coordinators[0] if coordinators else None
        joins = said is not None and rule.kind == "backup_acts" and "coordinator" not in rule.keys
        yield _with(rule, said) if joins and said is not None else rule


def _continues(first: RuleClause, second: RuleClause) -> bool:
    """Say whether ``second`` says more of the rule of ``first``, or the same again."""
    if first.kind != second.kind:
        return False
    return (
        first.kind in ("both_away", "backup_order", "pair_direction") or first.keys == second.keys
    )


def _with(rule: RuleClause, more: RuleClause) -> RuleClause:
    clauses = dict.fromkeys((rule.clause, more.clause))
    return structs.replace(
        rule,
        keys=rule.keys | more.keys,
        clause="；".join(clauses),
        open=tuple(dict.fromkeys((*rule.open, *more.open))),
    )
