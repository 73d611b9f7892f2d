"""What goes with acting: not away together, telling, handing over, limits, being reached."""

from __future__ import annotations

import re
from collections.abc import Iterator

from registry.parsing.rules.drafts import RuleClause, Value
from registry.parsing.rules.words import AB, DURATION, B, days_of, post_of, title

_NOT_TOGETHER = re.compile(
    r"(?:不得|不能|不可|不应|不宜|不要|应?避免|禁止|严禁|不)[^，。；]{0,3}?同时(?:因[^，。；]{1,8}?)?"
    r"(?:外出|出差|休假|请假|离岗|离开|离|不在|缺岗)"
)
_SOFTLY = re.compile(r"(?:原则上|一般|尽量|尽可能)[^，。；]{0,8}$")
_APPROVED = re.compile(
    rf"(?:经|报|报经|报请|向|征得){title('who')}[^，。；]{{0,6}}?(?:审批|批准|同意|审定)"
)
_BOTH_ASKED = re.compile(r"(?:确需|确因|因特殊|特殊情况|如需|需要?)[^。；]*(?:同时|外出|离)")
_LEAVING = r"(?:外出|离岗|离开|出发|出差|休假|请假|离市|离县|离区)(?:之)?前"
_AHEAD = (
    re.compile(rf"提前(?:至少|不少于)?{DURATION}"),
    re.compile(rf"{_LEAVING}(?:的)?(?:至少|不少于)?{DURATION}"),
    re.compile(rf"(?<![月年每\d]){DURATION}(?:以|之)?前"),
)
"""How many days before: 提前两天, 离岗前3天, 两天前."""
_BEFORE = re.compile(rf"提前|事先|事前|预先|{_LEAVING}")
_TELLS = re.compile(r"告知|通知|通报|知会|报备|报告")
_TOLD: tuple[tuple[str, str], ...] = (
    ("backup", rf"{B}|对方|另一方|互为AB角的"),
    ("office", r"办公室(?!主任|副主任)|办公厅(?!主任)|政府办"),
    ("coordinator", r"秘书长"),
    ("head", r"(?<!副)(?:市长|县长|区长|州长|旗长|镇长|乡长)|主要领导|主要负责"),
)
_HANDS_OVER = re.compile(r"移交|交接|交代|交待")
_RETURN = re.compile(r"返岗|返回|回岗|回来|到岗后|恢复履职|外出归来|期满后|结束后|休假后")
_REPORTS = re.compile(r"交还|交回|反馈|通报|报告|沟通|移交|告知|交接|回交")
_LIMIT = re.compile(
    rf"(?:代行|代管|顶岗|代理|代为)[^。；]{{0,14}}?(?:不(?:得|能|应)?)超过{DURATION}"
)
_LONGER = re.compile(
    rf"(?:代行|代管|顶岗|代理)[^。；]{{0,14}}?超过{DURATION}[^。；]{{0,4}}?，由?{title('who')}"
)
_REACHED = re.compile(
    r"24小时|保持(?:通讯|通信|电话|手机|联系|联络)|(?:通讯|通信|电话|手机)[^，。；]{0,6}畅通"
)
_MAJOR = re.compile(r"重大|重要(?:事项|问题|决策)")
_BEARS = re.compile(
    rf"{B}[^。；]{{0,60}}?(?:(?:承担|负)[^，。；]{{0,8}}责任|对[^，。；]{{2,16}}负责)"
)
_ANEW = re.compile(
    r"分工(?:如有)?(?:调整|变动|变化|变更)[^。；]{0,24}?(?:AB(?:角|岗)[^，。；]{0,8})?(?:调整|重新|另行|变更|相应)"
)


def read_conditions(text: str, before: str, level: str) -> Iterator[RuleClause]:
    """Yield the rules of a clause on what goes with acting; ``before`` is the clause before it."""
    yield from _together(text, before, level)
    returns = _RETURN.search(text) is not None and _REPORTS.search(text) is not None
    if returns:
        yield _report_back(text)
    else:
        yield from _beforehand(text)
    yield from _limit(text, level)
    yield from _rest(text)


def _together(text: str, before: str, level: str) -> Iterator[RuleClause]:
    match = _NOT_TOGETHER.search(text)
    approved = _APPROVED.search(text)
    asked = approved is not None and _BOTH_ASKED.search(text) is not None
    if match is None and not (asked and _NOT_TOGETHER.search(before)):
        return
    keys: dict[str, Value] = {}
    still_open: tuple[str, ...] = ()
    if match is not None:
        soft = _SOFTLY.search(text[: match.end()]) or _SOFTLY.search(text[: match.start()])
        keys["stance"] = "in_principle" if soft or approved else "forbidden"
    if approved is not None:
        who, still_open = post_of(approved["who"], level)
        keys |= {"stance": "in_principle", "approved_by": (who,)}
    yield RuleClause(kind="both_away", keys=keys, open=still_open)


def _beforehand(text: str) -> Iterator[RuleClause]:
    ahead = next((found for pattern in _AHEAD if (found := pattern.search(text))), None)
    before = ahead or _BEFORE.search(text)
    if before is None:
        return
    told = _TELLS.search(text)
    if told is not None:
        whom = tuple(word for word, pattern in _TOLD if re.search(pattern, text[before.start() :]))
        if whom:
            keys: dict[str, Value] = {"whom": whom}
            still_open: tuple[str, ...] = ("提前多久",)
            if ahead is not None:
                days, still_open = days_of(ahead["n"], ahead["unit"])
                keys["days_ahead"] = days
            if only := re.search(r"超过[^，。；]{1,8}(?=的?，)", text[: before.start()]):
                still_open += (f"只说{only[0].removesuffix('的')}的缺席",)
            yield RuleClause(kind="tell", keys=keys, open=still_open)
    if _HANDS_OVER.search(text):
        given: dict[str, Value] = (
            {"accepted": True} if re.search(rf"{B}[^，。；]*(?:接受|确认|签收)", text) else {}
        )
        yield RuleClause(kind="hand_over", keys=given)


def _report_back(text: str) -> RuleClause:
    within = re.search(rf"{DURATION}(?:之)?内", text)
    keys: dict[str, Value] = {"to": "holder"}
    still_open: tuple[str, ...] = ("多少天之内",)
    if within is not None:
        keys["within_days"], still_open = days_of(within["n"], within["unit"])
    return RuleClause(kind="report_back", keys=keys, open=still_open)


def _limit(text: str, level: str) -> Iterator[RuleClause]:
    match = _LONGER.search(text) or _LIMIT.search(text)
    if match is None:
        return
    days, still_open = days_of(match["n"], match["unit"])
    keys: dict[str, Value] = {"max_days": days}
    if match.re is _LONGER:
        keys["then_by"], of_post = post_of(match["who"], level)
        still_open += of_post
    yield RuleClause(kind="acting_limit", keys=keys, open=still_open)


def _rest(text: str) -> Iterator[RuleClause]:
    if _REACHED.search(text):
        both = re.search(AB, text) is not None
        who = "both" if both else "backup" if re.search(B, text) else "holder"
        yield RuleClause(kind="reachable", keys={"who": who})
    if (found := _MAJOR.search(text)) and re.search(B, text[: found.end()]) is not None:
        rest = text[found.start() :]
        said = (
            ("consult_holder", r"(?:与|向|征[求得])A(?:角|岗)"),
            (
                "head",
                r"(?:报|请示|向)[^，。；]{0,10}(?:市长|县长|区长|州长|旗长|主要领导|主要负责)",
            ),
            ("meeting", r"集体(?:研究|讨论)|会议(?:研究|讨论|审议)"),
        )
        major = tuple(word for word, pattern in said if re.search(pattern, rest))
        if major:
            yield RuleClause(kind="authority", keys={"major": major})
    if _BEARS.search(text):
        yield RuleClause(kind="liability", keys={"otherwise": "backup"})
    if _ANEW.search(text) and re.search(r"[AB](?:角|岗)", text):
        within = re.search(rf"{DURATION}(?:之)?内", text)
        keys: dict[str, Value] = {}
        still_open: tuple[str, ...] = ("多少天之内",)
        if within is not None:
            keys["within_days"], still_open = days_of(within["n"], within["unit"])
        yield RuleClause(kind="re_pair", keys=keys, open=still_open)
