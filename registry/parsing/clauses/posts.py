"""Lists of posts, each spelled out whole where the text shares a head noun."""

from __future__ import annotations

import re
from typing import NamedTuple

from registry.parsing.lists import LEVEL, split_outside
from registry.parsing.persons import is_title
from registry.parsing.text import Passage

_ORG = re.compile(
    r"(?P<org>.*(?:局|委员会|委|办公室|办公厅|办|厅|院|署|处|中心|集团|公司|银行|分行|支行|大学|学院|学校|中学|小学|政府|管委会|海关|总队|支队|大队|"
    r"法院|检察院|报社|台|站|厂|所|社|团|联|协|馆|园区|开发区|新区|示范区|景区|名胜区|保护区|部|室|科|股|司|人大|政协|街道|镇|乡|村|港|队|会|区|县|市|州|行|组))"
    r"(?P<title>[^局厅署]{2,}?)"
)
_INNER = re.compile(r"(?:党委|党组|党工委|党总支|党支部|机关党委|纪委|纪检组|纪律检查组|工会|董事会|监事会|理事会|直属机关党委|分党组)$")
_INNER_UNIT = re.compile(r"^(?!市|县|区|省|州|旗|国家|中国|中共)[^市县省]{1,10}(?:科|处|室|股|支队|大队|中队|队|分局|所|站|庭)$")
_TERM = re.compile(r"（(?P<in>[^（）]*)）$|(?:，|、)?(?P<out>(?:试用期|挂职|任期|聘期|任职时间|期限)[^，。；（）]{0,16})$")
_IS_TERM = re.compile(r"试用|挂职|任期|聘期|任职|期限|时间")
_TAIL = re.compile(r"(?:的)?(?:职务|职位|一职|等职务)+$")


class PostItem(NamedTuple):
    """A post spelled out, the terms it is held on, and whether 兼 stood before it."""

    post: str
    terms: str | None
    concurrent: bool
    where: Passage


def read_posts(text: Passage) -> list[PostItem]:
    """Read a list of posts: A董事长、总经理 gives A董事长 and A总经理."""
    text, terms = _terms(text.strip("，。；：、 "))
    tail = _TAIL.search(text.text)
    if tail:
        text = text[: tail.start()]
        text, more = _terms(text)
        terms = terms or more
    found: list[PostItem] = []
    base = ""
    for part in _parts(text):
        part, own_terms = _terms(part)
        concurrent = False
        lead = re.match(r"(?:并)?兼(?:任)?", part.text)
        if lead:
            part, concurrent = part[lead.end() :], True
        tail = _TAIL.search(part.text)
        if tail:
            part = part[: tail.start()]
        if part.text.startswith("原") and len(part) > 4:
            part = part[1:]
        if not part.text:
            continue
        post, base = _whole(part, base)
        found.append(PostItem(post, own_terms or terms, concurrent, part))
    return found


def _parts(text: Passage) -> list[Passage]:
    parts: list[Passage] = []
    for part in split_outside(text, "、，；"):
        joined = re.search(r"和|及|兼", part.text)
        if joined and joined.start() > 1:
            left, right = part[: joined.start()], part[joined.start() :]
            bare = right if right.text.startswith("兼") else right[1:]
            if is_title(left.text) and is_title(bare.text):
                parts.extend((left, bare))
                continue
        parts.append(part)
    return parts


def _terms(text: Passage) -> tuple[Passage, str | None]:
    """Take 试用期一年, （挂职两年） or a rank in brackets off the end."""
    found: str | None = None
    while match := _TERM.search(text.text):
        group = "in" if match["in"] is not None else "out"
        words = text.group(match, group)
        if match["in"] is not None and not _IS_TERM.search(words.text) and not re.search(r"级|兼|女|按", words.text):
            break
        if _IS_TERM.search(words.text):
            found = words.value
        text = text[: match.start()].strip("，、 ")
    return text, found


def _whole(part: Passage, base: str) -> tuple[str, str]:
    """Spell one post out; return it with the body that the next one may lean on."""
    match = _ORG.fullmatch(part.text)
    value = part.value
    if match is None:
        return base + value, base
    org, title = match["org"], match["title"]
    inner = _INNER.search(org)
    if inner:
        own = org[: inner.start()]
        if not own:
            return base + value, base
        return value, part[: len(own)].value
    if base and _INNER_UNIT.match(org) and not LEVEL.match(org):
        return base + value, base
    if len(org) < 2 or not is_title(title):
        return base + value, base
    return value, part[: len(org)].value
