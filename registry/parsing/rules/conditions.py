"""What goes with acting: not away together, telling, handing over, exclusions, limits."""

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
_AHEAD = re.compile(rf"提前(?:{DURATION})?")
_BEFORE = re.compile(r"事先|事前|预先|外出前|离岗前|离开前|出发前")
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
_EXCLUDED = re.compile(
    r"(?P<what>[^，。；：]{2,30}?)(?:等)?(?:重要)?(?:工作|事项|业务|岗位)?(?:的)?，?(?:原则上)?"
    rf"(?:不由(?:{B}|他人|其他|另一方)[^，。；]{{0,8}}|不得由[^，。；]{{1,8}}|不(?:实行|适用|纳入|列入|属于)[^，。；]{{0,4}}?AB(?:角|岗)[^，。；]{{0,6}}|不在代行(?:范围|之列)[^，。；]{{0,2}})"
)
_GOES_TO = re.compile(
    rf"由{title('who')}(?:[^，。；]{{0,4}}?)(?:处理|办理|负责|审批|决定)|报{title('head')}"
)
_POSTS = re.compile(r"(?:市长|县长|区长|州长|旗长|镇长|局长|秘书长|主任|书记)$")
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
_MUTUAL = re.compile(
    r"(?:上述|以上|各|所列|前款|下列)[^。；，]{0,10}?(?:互为AB|互为补位|A(?:角|岗)?、?B(?:角|岗)互为)"
)
_ANEW = re.compile(
    r"分工(?:如有)?(?:调整|变动|变化|变更)[^。；]{0,24}?(?:AB(?:角|岗)[^，。；]{0,8})?(?:调整|重新|另行|变更|相应)"
)
_ONLY_URGENT = re.compile(r"(?:仅|只|限于)[^，。；]{0,10}紧急")


def read_conditions(text: str, before: str, level: str) -> Iterator[RuleClause]:
    """Yield the rules of a clause on what goes with acting; ``before`` is the clause before it."""
    yield from _together(text, before, level)
    returns = _RETURN.search(text) is not None and _REPORTS.search(text) is not None
    if returns:
        yield _report_back(text)
    else:
        yield from _beforehand(text)
    yield from _excluded(text, level)
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
    before = _AHEAD.search(text) or _BEFORE.search(text)
    if before is None:
        return
    told = _TELLS.search(text)
    if told is not None:
        whom = tuple(word for word, pattern in _TOLD if re.search(pattern, text[before.start() :]))
        if whom:
            keys: dict[str, Value] = {"whom": whom}
            still_open: tuple[str, ...] = ("提前多久",)
            if before.re is _AHEAD and before["n"]:
                days, still_open = days_of(before["n"], before["unit"])
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


def _excluded(text: str, level: str) -> Iterator[RuleClause]:
    match = _EXCLUDED.search(text)
    if match is None:
        return
    what = re.sub(
        r"^(?:第[^条]{1,4}条|[一二三四五六七八九十]{1,3}、|（[^）]{1,3}）|其中|但是?|涉及)+",
        "",
        match["what"],
    )
    parts = tuple(
        re.sub(r"(?:工作|事项|业务)$", "", p) for p in re.split(r"[、和及与]|以及", what) if p
    )
    parts = tuple(part for part in parts if part)
    if not parts or re.search(r"[AB](?:角|岗)|代行|外出", what):
        return
    if all(_POSTS.search(part) for part in parts):
        yield RuleClause(kind="outside_scheme", keys={"posts": parts})
        return
    keys: dict[str, Value] = {"matters": parts}
    still_open: tuple[str, ...] = ()
    goes = _GOES_TO.search(text, match.end())
    if goes is not None:
        keys["goes_to"], still_open = post_of(goes["who"] or goes["head"], level)
    else:
        still_open = ("由谁处理",)
    if "原则上" in match[0]:
        still_open += ("“原则上”之外何时可以由他人处理",)
    yield RuleClause(kind="matters_excluded", keys=keys, open=still_open)


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
    if _MUTUAL.search(text):
        yield RuleClause(kind="pair_direction", keys={"direction": "mutual"})
    if _ANEW.search(text) and re.search(r"[AB](?:角|岗)", text):
        within = re.search(rf"{DURATION}(?:之)?内", text)
        keys: dict[str, Value] = {}
        still_open: tuple[str, ...] = ("多少天之内",)
        if within is not None:
            keys["within_days"], still_open = days_of(within["n"], within["unit"])
        yield RuleClause(kind="re_pair", keys=keys, open=still_open)
    if _ONLY_URGENT.search(text) and re.search(B, text):
        yield RuleClause(kind="acting_scope", keys={"reach": "urgent"})
