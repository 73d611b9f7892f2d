"""How far B's acting reaches: urgent matters only, named activities only, matters left out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from registry.parsing.rules.drafts import RuleClause, Value
from registry.parsing.rules.words import MENTION, POSTS, A, B, matters_of, post_of, title

_ONLY = r"(?:仅|只|限于|只能|仅限于?|限)"
_URGENT = re.compile(
    rf"{_ONLY}[^，。；]{{0,12}}?(?:紧急|急办|急件|急需|应急|突发|临时性)|"
    rf"(?:代行|代办|代管|顶岗)[^，。；]{{0,6}}?范围[^，。；]{{0,6}}?(?:为|是)[^，。；]{{0,4}}?(?:紧急|急办|急需)"
)
_ACTIVITIES = re.compile(
    rf"{_ONLY}(?:代为|代替|代表)?(?:A角)?(?P<acts>(?:出席|参加|接待|陪同|参与)[^，。；]{{1,40}})"
)
_LEFT_OUT = re.compile(r"[（，、](?:但)?(?:涉及)?(?P<what>[^，。；（）]{2,20}?)(?:等)?(?:的)?除外")
_NOT_BY_B = (
    rf"(?:不由(?:{B}|他人|其他|另一方)[^，。；]{{0,8}}|不得由[^，。；]{{1,8}}|"
    r"不(?:实行|适用|纳入|列入|属于)[^，。；]{0,4}?(?:AB(?:角|岗)|代行)[^，。；]{0,6}|不在(?:B角)?代行(?:范围|之列)[^，。；]{0,2})"
)
_EXCLUDED = re.compile(
    rf"(?P<what>[^，。；：]{{2,30}}?)(?:等)?(?:重要)?(?:工作|事项|岗位)?(?:的)?，?(?:原则上)?{_NOT_BY_B}"
)
_SENT_FIRST = re.compile(
    rf"(?P<what>[^，。；：]{{2,30}}?)(?:等)?(?:方面)?(?:的)?(?:工作|事项|业务)?(?:仍)?(?:由|报|报请){title('who')}"
    rf"[^，。；]{{0,6}}?，(?:均|一律|原则上)?{_NOT_BY_B}"
)
_GOES_TO = re.compile(
    rf"由{title('who')}(?:[^，。；]{{0,4}}?)(?:处理|办理|负责|审批|决定)|报(?:请|送)?{title('head')}"
)
_LEAD = re.compile(
    r"^(?:第[^条]{1,4}条|[一二三四五六七八九十]{1,3}、|（[^）]{1,3}）|其中|但是?|涉及)+"
)
_ACTS = re.compile(rf"{B}|代行|代管|顶岗|代为")
_LOOSE = re.compile(r"[AB](?:角|岗)|代行|外出")
_NO_MATTER = re.compile(r"节假日|休息日|双休日|周末|夜间|时间|期间|情况|情形|规定")
_VERB = re.compile(r"^(?:出席|参加|参与|陪同)")


def read_scope(text: str, level: str) -> Iterator[RuleClause]:
    """Yield how far acting reaches, and what does not pass to B at all."""
    yield from _reach(text)
    yield from _excluded(text, level)


def _reach(text: str) -> Iterator[RuleClause]:
    if re.search(B, text) is None:
        return
    found = _ACTIVITIES.search(text)
    left_out = tuple(_left_out(text)) if found or _URGENT.search(text) else ()
    more: dict[str, Value] = {"not_for": left_out} if left_out else {}
    if found is not None:
        said = _LEFT_OUT.split(found["acts"])[0]
        acts = tuple(_VERB.sub("", part) or part for part in _activities(said))
        if acts:
            still_open = ("“等”还包括哪些活动",) if "等" in said else ()
            keys: dict[str, Value] = {"reach": "activities", "activities": acts, **more}
            yield RuleClause(kind="acting_scope", keys=keys, open=still_open)
    elif _URGENT.search(text) is not None:
        yield RuleClause(kind="acting_scope", keys={"reach": "urgent", **more})


def _activities(said: str) -> Iterator[str]:
    for part in re.split(r"[、和及与（]|以及", re.sub(r"等.*$", "", said)):
        word = re.sub(r"(?:活动|工作|事务)$", "", part)
        if len(word) > 1:
            yield word


def _left_out(text: str) -> Iterator[str]:
    for match in _LEFT_OUT.finditer(text):
        if _NO_MATTER.search(match["what"]) is None:
            yield from matters_of(match["what"])


def _excluded(text: str, level: str) -> Iterator[RuleClause]:
    match = _SENT_FIRST.search(text) or _EXCLUDED.search(text)
    if match is None:
        yield from _but_for(text)
        return
    what = _LEAD.sub("", match["what"])
    parts = matters_of(what)
    if not parts or _LOOSE.search(what):
        return
    if all(POSTS.search(part) for part in parts):
        yield RuleClause(kind="outside_scheme", keys={"posts": parts})
        return
    keys: dict[str, Value] = {"matters": parts}
    still_open: tuple[str, ...] = ()
    goes = match if match.re is _SENT_FIRST else _GOES_TO.search(text, match.end())
    if goes is not None:
        who = goes["who"] or goes["head"]
        keys["goes_to"], still_open = post_of(who, level)
    else:
        still_open = ("由谁处理",)
    if "原则上" in match[0]:
        still_open += ("“原则上”之外何时可以由他人处理",)
    yield RuleClause(kind="matters_excluded", keys=keys, open=still_open)


def _but_for(text: str) -> Iterator[RuleClause]:
    """Yield what a clause by which B acts leaves out: 由B角代行，但人事、财务审批除外."""
    if _ACTS.search(text) is None or MENTION.search(text) is None or re.search(A, text) is None:
        return
    if _URGENT.search(text) or _ACTIVITIES.search(text):
        return  # what is left out of the urgent papers is said with them
    parts = tuple(_left_out(text))
    if parts and not any(_LOOSE.search(part) for part in parts):
        yield RuleClause(kind="matters_excluded", keys={"matters": parts}, open=("由谁处理",))
