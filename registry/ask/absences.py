"""Who is away, as a question tells or supposes it: 张良华周三到周五出差, while 熊皓 is on leave."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from registry.ask.tokens import DAYS, NAME, Tokens

SPOKEN = {
    "ill": "生病住院|生病|住院|病了|病假|ill|sick",
    "training": "学习培训|学习|培训|进修|on a course|on training|in training",
    "leave": "请假|休假|休年假|年假|on leave|on holiday|on vacation",
    "away": (
        "不在市内|不在市里|不在景德镇|不在本地|不在家|不在岗|不在|出差|外出|出国|出访|在外地|在外"
        "|away on business|away on a trip|on a business trip|on a trip|out of town|out of the city"
        "|out of office|away|absent|abroad|travelling|traveling|not there|not here|out"
    ),
}
"""Words for being away, by the kind of absence; longest first within a kind."""
_VERBS = "|".join(SPOKEN.values())
_FILL = "(?:都|也|均|全|要|会|将|得|又|正在|一直|同时|人|那几天|那天)*"
_CHINESE = re.compile(
    rf"(?P<cond>如果|要是|假如|假设|倘若|若|万一|当)?(?P<before>{DAYS})?的?"
    rf"(?P<who>{NAME}(?:同志|市长|副市长|秘书长)?(?:(?:和|、|与|及|跟|,){NAME}(?:同志|市长|副市长|秘书长)?)*)"
    rf"{_FILL}(?P<own>{DAYS})?{_FILL}(?:(?:去|到|赴|在)[\u4e00-\u9fff]{{1,6}}?)?"
    rf"(?P<verb>{_VERBS})了?(?P<after>{DAYS})?(?P<then>的话|的时候|的情况下|时|期间|之后|以后|后)?"
)
_NAMES = rf"{NAME}(?:(?:, ?(?:and )?| and | & ){NAME})*"
_ENGLISH = re.compile(
    rf"(?<!\bis )(?<!\bare )(?:\b(?P<cond>if|when|while|should|suppose|with|as) )?(?P<who>{_NAMES})"
    rf"(?:'s| is| are| was| were| will be| being| be)?(?: both| also| all)?"
    rf"(?: (?P<own>{DAYS}))? (?P<verb>{_VERBS})\b(?: ?(?P<after>{DAYS}))?",
    re.IGNORECASE,
)
_ENGLISH_NOUN = re.compile(
    rf"\b(?P<cond>in|during) (?P<who>{NAME})'s (?P<verb>absence|leave)(?: ?(?P<own>{DAYS}))?",
    re.IGNORECASE,
)
_STRANGER = re.compile(
    rf"(?P<who>[\u4e00-\u9fff]{{2,4}}?)(?:{DAYS})?{_FILL}(?:{_VERBS})"
    rf"|(?P<en>[A-Z][\w-]*(?: [A-Z][\w-]*)*) (?:is|are|will be) (?:{_VERBS})\b"
)


class Told(Struct, frozen=True):
    """One absence: the persons' characters, the days' character if any, and the kind."""

    who: tuple[str, ...]
    days: str | None
    kind: str
    supposed: bool


def take_absences(read: Tokens) -> tuple[tuple[Told, ...], str]:
    """Return the absences that the text tells, and the text without them."""
    told: list[Told] = []

    def take(found: re.Match[str]) -> str:
        groups = found.groupdict()
        own = groups.get("own") or groups.get("after")
        before = groups.get("before")
        days = own or before
        told.append(
            Told(
                who=tuple(re.findall(NAME, groups["who"])),
                days=days,
                kind=_kind(groups["verb"]),
                supposed=bool(groups.get("cond") or groups.get("then")),
            )
        )
        left = before if own and before else ""
        if own and own == groups.get("own") and groups.get("after"):
            left += groups["after"]
        return f" {left} "

    text = read.text
    for pattern in (_ENGLISH_NOUN, _CHINESE, _ENGLISH):
        text = pattern.sub(take, text)
    return tuple(told), text


def strangers(text: str) -> Iterator[str]:
    """Yield names before a word for being away that are nobody's the registry knows."""
    for found in _STRANGER.finditer(text):
        yield found["who"] or found["en"]


def _kind(verb: str) -> str:
    verb = verb.lower()
    if verb == "absence":
        return "away"
    return next(kind for kind, words in SPOKEN.items() if verb in words.split("|"))
