"""The shapes of a question in Chinese, without its days and absences.

Each shape is a pattern for the whole of what is left: no word is passed over. ``{V}`` stands
for a verb of being in charge, ``{Q}`` for who, ``{N}`` for a person's name.
"""

from __future__ import annotations

import re
from functools import cache

from registry.ask.reading import Intent
from registry.ask.tokens import NAME

VERBS = tuple(
    (
        "负责处理 负责协调 负责代行 具体负责 主要负责 代行 代理 代管 代替 代班 顶替 接替 替 顶 代 "
        "分管 主管 协管 兼管 管理 管着 在管 管 负责 主持 主抓 抓 牵头 联系 签字 签发 签 处理 拍板 值守 说了算 做主"
    ).split()
)
"""Verbs of being in charge or acting."""

_Q = (
    "(?:谁|哪位(?:市?领导|副市长|同志)?|哪个(?:市?领导|副市长|人)?|哪一位(?:市?领导|副市长)?"
    "|什么人|何人)"
)
_AUX = "(?:现在|目前|应该|应|该|来|在|会|能|可以|是|又|去|具体|主要)*"
_WHAT = "(?:哪些|什么|啥|哪几个|哪几项|多少)(?:领域|单位|部门|局|工作|方面|事情|事|口子|条线|东西|职责)*"
_HEAD = "(?:总指挥长|总指挥|指挥长|组长|团长|召集人|牵头人|会长|理事长|领队)"

_SHAPES: tuple[tuple[Intent, str], ...] = (
    (Intent.HOLDS, "(?P<p>{N})" + _AUX + "都?{V}(?:着|了|的)?(?:是|有)?" + _WHAT),
    (
        Intent.HOLDS,
        (
            "(?P<p>{N})的?(?:工作分工|分工|职责|职务|职责范围|分管范围|分管工作|分管领域|分管单位)"
            "(?:都|具体)?(?:是|有|包括)?(?:什么|哪些|啥|怎样的?)?"
        ),
    ),
    (Intent.HOLDS, "(?P<p>{N})(?:是谁|是干什么的|是做什么的|担任什么职务|任什么职务|是什么职务)"),
    (Intent.HOLDS, "介绍(?:一下)?(?P<p>{N})"),
    (Intent.WHY, "(?:为什么|为何|凭什么|怎么)(?:是|由|让)?(?P<p>{N})?" + _AUX + "{V}(?P<s>.+)"),
    (
        Intent.WHY,
        "(?:为什么|为何|凭什么|怎么)(?P<s>.+?)(?:是由|是|由|归|让)(?P<p>{N})(?:来)?(?:{V})?",
    ),
    (Intent.WHY, "(?P<s>.+?)(?:为什么|为何|凭什么)(?:是由|是|由|归|让)(?P<p>{N})(?:来)?(?:{V})?"),
    (Intent.WHY, "(?P<p>{N})(?:为什么|为何|凭什么)" + _AUX + "{V}(?P<s>.+)"),
    (Intent.WHY, "(?P<p>{N}){V}(?P<s>.+?)的?(?:依据|根据|理由)(?:是什么|是啥|在哪里?|何在)?"),
    (
        Intent.SINCE,
        "(?P<p>{N})(?:是)?(?:从|自)?(?:什么时候|何时|哪天|几时|哪年|哪一天)(?:起|开始|就)*{V}(?P<s>.+?)的?",
    ),
    (
        Intent.SINCE,
        (
            "(?P<s>.+?)(?:是)?(?:从|自)?(?:什么时候|何时|哪天|几时|哪年|哪一天)(?:起|开始|就)*"
            "(?:是由|由|归|让)(?P<p>{N})(?:来)?(?:{V})?的?"
        ),
    ),
    (Intent.SINCE, "(?P<p>{N}){V}(?P<s>.+?)(?:有)?(?:多久|多长时间|几年)了?"),
    (Intent.HEADS, "(?P<s>.+?)的?" + _HEAD + "(?:现在|目前)?是" + _Q),
    (Intent.HEADS, _Q + "(?:是|任|担任|当)(?P<s>.+?)的?" + _HEAD),
    (Intent.HEADS, _Q + _AUX + "牵头(?P<s>.+)"),
    (Intent.HEADS, "(?P<s>.+?)" + _AUX + "(?:由|归)?" + _Q + _AUX + "牵头"),
    (Intent.WHO, "(?:由|归|让|找)?" + _Q + _AUX + "{V}(?P<s>.+)"),
    (
        Intent.WHO,
        "(?P<s>.+?)"
        + _AUX
        + "(?:由|归|让|找|该找|需要找|向|问|请示)?"
        + _Q
        + _AUX
        + "(?:{V}|请示|汇报|报告)?的?",
    ),
    (Intent.WHO, "{V}(?P<s>.+?)的?(?:市领导|领导|副市长|人|同志)?(?:现在|目前)?是" + _Q),
    (
        Intent.WHO,
        "(?P<s>.+?)的?(?:分管领导|主管领导|分管副市长|分管市领导|负责人)(?:现在|目前)?是" + _Q,
    ),
    (Intent.WHO, _Q + "是(?P<s>.+?)的?(?:分管领导|主管领导|分管副市长|负责人)"),
    (Intent.WHO, _Q + "(?:是|任|担任|当)(?P<s>.+)"),
    (Intent.WHO, "(?P<s>.+?)(?:现在|目前)?(?:是|有)" + _Q),
)

_ABSENT = re.compile(
    "(?:他|她|他们|那|那么|就|则)?的?(?:工作|职责|事|活)?(?:由|归|找|让)?"
    + _Q
    + _AUX
    + f"(?:{'|'.join(VERBS)})?(?:他|她|他们)?的?(?:工作|职责|事|活)?|怎么办|咋办|怎么安排"
)
"""Who acts, without saying for what: for the one who is away."""
_POLITE = re.compile(
    "^(?:你好|您好|请问一下|请问|麻烦问一下|麻烦问下|麻烦|想问一下|我想问一下|我想知道|想知道|问一下|问下|"
    "帮我查一下|帮忙查一下|查一下|请告诉我|告诉我|那么|那|则|就|而且|并且|同时|另外|还有|又)+"
)
_MOOD = re.compile("(?:呢|吗|啊|呀|吧|嘛|了|的呢|来着)+$")
_AFTER_SUBJECT = re.compile(
    "(?:的?(?:文件|公文|材料)|的?(?:事情|事务|事|业务|工作|问题|口子|条线|这条线)|这一块儿?|这块儿?|那块儿?|这边|这方面|方面|的|工作)$"
)
_BEFORE_SUBJECT = re.compile("^(?:我们|咱们|本市|全市|市里的?|关于|的)")
_JUST = re.compile("^(?:现在|目前|如今|眼下)|(?:现在|目前|如今|眼下)$")


def shapes(question: str) -> list[tuple[Intent, re.Match[str]]]:
    """Return every way in which the whole ``question`` has a known shape, likeliest first."""
    return [
        (intent, made)
        for intent, shape in _SHAPES
        for verb in (VERBS if "{V}" in shape else ("",))
        if (made := _compiled(shape, verb).fullmatch(question))
    ]


@cache
def _compiled(shape: str, verb: str) -> re.Pattern[str]:
    return re.compile(shape.replace("{V}", verb).replace("{N}", NAME))


def tidy(piece: str) -> str:
    """Drop politeness and particles of mood around a part of a question."""
    before = None
    while before != piece:
        before = piece
        piece = _JUST.sub("", _MOOD.sub("", _POLITE.sub("", piece.strip())))
    return piece


def asks_for_the_absent(piece: str) -> bool:
    """Say whether the question is who acts, for nobody but whoever is away."""
    return _ABSENT.fullmatch(piece) is not None


def subjects(words: str) -> list[str]:
    """Return what the subject may be called: as worded, then without words around a name."""
    found = [words]
    for _ in range(3):
        shorter = _BEFORE_SUBJECT.sub("", _AFTER_SUBJECT.sub("", found[-1]))
        if shorter and shorter != found[-1]:
            found.append(shorter)
    return found
