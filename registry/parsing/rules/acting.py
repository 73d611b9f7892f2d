"""Who acts, who coordinates, both away: the clauses that have somebody act."""

from __future__ import annotations

import re
from collections.abc import Iterator

from registry.parsing.rules.drafts import RuleClause, Value
from registry.parsing.rules.words import (
    AB,
    ABSENT,
    MENTION,
    PASSES,
    A,
    B,
    post_of,
    title,
    triggers_of,
)

_ACTS = r"(?:代行|代为|代替|代管|顶岗|补位|履行|接替|代理|主持|负责|处理|承担|行使|补岗|接手|兼顾)"
_TOGETHER = re.compile(
    r"(?:均|都|同时|皆|也)(?:因[^，。；]{1,12})?(?:不在|外出|出差|离|不能|无法|请假|休假|缺岗)"
    rf"|{AB}(?:因[^，。；]{{1,12}})?(?:不在|外出|离)"
)
_FORBIDS = re.compile(r"不得|不能同时|不可|不应|不宜|避免|禁止|严禁|不要|不同时")
_ASSIGNS = re.compile(
    rf"(?:由|经|报|请|报请){title('who')}[^，。；]{{0,8}}?(?:负责)?(?:统一|统筹|研究)?"
    r"(?:协调|指定|安排|确定|明确|指派|商)[^，。；]*?(?:其他|其它|他人|另外|另一|C(?:角|岗)|临时|有关|另行|人员|领导)"
)
_ASKED = re.compile(rf"由{title('first')}[^，。；]{{0,6}}?(?:报请|报经|提请|商请|报){title('who')}")
_ELSEWHERE = re.compile(rf"(?:由|经|报|请){title('who')}(?:另行|统一|统筹)?(?:安排|指定|协调|确定)")
_B_ACTS = re.compile(
    rf"(?:由|其)?(?:{B}|另一方|对方|互为AB角的[^，。；]{{0,8}}?领导|AB?(?:角|岗)?(?:领导|另一位领导)|A?B(?:角|岗)领导|AB角(?=代))"
    rf"[^，。；]{{0,14}}?{_ACTS}"
)
_A_ABSENT = re.compile(
    rf"(?:{A}|一方|分管领导|领导(?:同志|成员|干部)?|主管领导|A角（[^）]*）)[^。；]*?(?:{ABSENT.pattern})"
)
_COORDINATES = re.compile(
    rf"(?:由|经)?{title('who')}(?:[\u4e00-\u9fff]{{2,3}}(?=负责))?(?:负责|统一|统筹)?(?:牵头)?协调"
)
_COORDINATES_AB = re.compile(
    rf"{title('who')}[^，。；]{{0,4}}?(?:负责|承担)[^，。；]{{0,12}}?(?:协调|统筹|衔接)"
)
_STAND_IN = re.compile(
    rf"{title('absent')}[^，。；]{{0,4}}?(?:{ABSENT.pattern})[^，。；]{{0,10}}?(?:时|期间|的)?，由{title('by')}"
    rf"[^，。；]{{0,6}}?{_ACTS}"
)
_COORDINATOR_AWAY = re.compile(
    rf"{title('absent')}[^，。；]{{0,4}}?(?:{ABSENT.pattern})[^，。；]{{0,6}}?，由{title('by')}[^，。；]{{0,6}}?协调"
)
_ONLY_SUPERVISED = re.compile(r"分管(?:的)?工作")


def read_acting(text: str, level: str) -> Iterator[RuleClause]:
    """Yield the rules of a clause by which somebody acts or has another act."""
    match = _COORDINATOR_AWAY.search(text)
    if match is not None and not MENTION.search(match[0]):
        absent, open_a = post_of(match["absent"], level)
        by, open_b = post_of(match["by"], level)
        keys: dict[str, Value] = {"coordinator": absent, "by_post": by}
        yield RuleClause(kind="coordinator_backup", keys=keys, open=(*open_a, *open_b))
        return
    if (match := _STAND_IN.search(text)) and not MENTION.search(match[0]):
        yield from _stand_in(match, level)
        return
    if together := _TOGETHER.search(text):
        first = text[: max(0, text.rfind("，", 0, together.start()))]
        if _A_ABSENT.search(first) and _B_ACTS.search(first):
            yield _backup_acts(first, level)
            text = text[len(first) :]
        yield from _both(text, level)
        return
    if _A_ABSENT.search(text) and _B_ACTS.search(text):
        yield _backup_acts(text, level)
        return
    if (match := _COORDINATES_AB.search(text)) and MENTION.search(text):
        who, open_ = post_of(match["who"], level)
        # Said apart from the acting itself: the reader of the notice joins the two.
        yield RuleClause(kind="coordinator", keys={"coordinator": who}, open=open_)


def _backup_acts(text: str, level: str) -> RuleClause:
    absent, acts = _A_ABSENT.search(text), _B_ACTS.search(text)
    start, end = absent.start() if absent else 0, acts.start() if acts else len(text)
    words, still_open = triggers_of(text[start:end] if start < end else text)
    keys: dict[str, Value] = {"triggers": words, "passes": PASSES}
    if _ONLY_SUPERVISED.search(text) and "联系" not in text:
        keys["passes"] = PASSES[:-1]
        still_open += ("只说分管工作：联系的工作是否代行",)
    if match := _COORDINATES.search(text):
        keys["coordinator"], of_post = post_of(match["who"], level)
        still_open += of_post
    return RuleClause(kind="backup_acts", keys=keys, open=still_open)


def _both(text: str, level: str) -> Iterator[RuleClause]:
    asked = _ASKED.search(text)
    match = asked or _ASSIGNS.search(text) or _ELSEWHERE.search(text)
    if match is None or (_FORBIDS.search(text) and not re.search(r"确需|特殊|确因", text)):
        return
    words, still_open = triggers_of(text)
    who, of_post = post_of(match["who"], level)
    still_open += of_post
    if asked:
        still_open += (f"由{asked['first']}报请，规则文件只写定人选的{who}",)
    keys: dict[str, Value] = {"triggers": words, "passes": PASSES, "coordinator": who}
    keys["candidates"] = "other_leaders"
    yield RuleClause(kind="coordinator_assigns", keys=keys, open=still_open)


def _stand_in(match: re.Match[str], level: str) -> Iterator[RuleClause]:
    absent, open_a = post_of(match["absent"], level)
    by, open_b = post_of(match["by"], level)
    if absent == by:
        return
    words, still_open = triggers_of(match[0])
    keys: dict[str, Value] = {
        "triggers": words,
        "passes": PASSES,
        "for_post": absent,
        "by_post": by,
    }
    yield RuleClause(kind="stand_in", keys=keys, open=(*still_open, *open_a, *open_b))
