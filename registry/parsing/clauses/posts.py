"""Lists of posts, each spelled out whole where the text shares a head noun."""

from __future__ import annotations

import re
from typing import NamedTuple

from registry.model import facts
from registry.parsing.clause import evidence
from registry.parsing.lists import LEVEL, is_org, split_outside
from registry.parsing.persons import is_title
from registry.parsing.text import Passage

_INNER = re.compile(
    r"(?:党委|党组|党工委|党总支|党支部|机关党委|纪委|纪工委|纪检组|纪律检查组|工会|董事会|董事局|监事会|理事会|直属机关党委|分党组|审判委员会|检察委员会)$"
)
_INNER_UNIT = re.compile(
    r"^(?!市|县|区|省|州|旗|国家|中国|中共)[^市县省]{1,10}(?:科|处|室|股|支队|大队|中队|队|分局|所|站|庭)$"
)
# Where a body's last character opens the title's first word, the cut is wrong: 处|长, 局|长.
_SPLIT_WORD = re.compile(
    r"局长|处长|院长|厅长|部长|社长|台长|站长|厂长|所长|校长|科长|区长|县长|市长|州长|镇长|乡长|村长|会长|馆长|队长|行长|组长|团长|委员|社员|部员|党委|党组|政委"
)
_TERM = re.compile(
    r"（(?P<in>[^（）]*)）$|(?:，|、)?(?P<out>(?:试用期|挂职|任期|聘期|任职时间|期限)[^，。；（）]{0,16})$"
)
_IS_TERM = re.compile(r"主持|试用|挂职|任期|聘期|任职|期限|时间")
_TAIL = re.compile(r"(?:的)?(?:职务|职位|一职|等职务)+$")


class PostItem(NamedTuple):
    """A post spelled out, the terms it is held on, and whether 兼 stood before it."""

    post: str
    terms: str | None
    concurrent: bool
    where: Passage


def read_posts(text: Passage) -> list[PostItem]:
    """Read a list of posts: A董事长、总经理 gives A董事长 and A总经理."""
    text = text.strip("，。；：、！ ")
    text, terms = _terms(text[:-1] if text.text.endswith("（") else text)
    text, more = _terms(_without_tail(text))
    found: list[PostItem] = []
    base = ""
    onward = False  # 兼 before a post holds for those behind it as well, （兼） for its own alone
    for part in _parts(text):
        onward = onward or part.text.startswith(("兼", "并兼"))
        bare, own_terms, concurrent = _bare_post(part)
        if bare.text:
            acts = bare.text.startswith("代理") and len(bare) > 3
            post, base = _whole(bare[2:] if acts else bare, base)
            post = acting(post) if acts else post
            concurrent = concurrent or onward
            found.append(PostItem(post, own_terms or terms or more, concurrent, bare))
    return found


_OWN_HEAD = re.compile(r"(?:常务|第一)?副?(?P<head>[\u4e00-\u9fff]{1,3}[长任记席理])(?:职务)?")


def deputy_of(taken: Passage, left: Passage) -> str:
    """Return the body of a post left that leans on the one taken: 市设计院院长，免去其副院长职务.

    Only where the one is head and the other deputy by the same word; else nothing.
    """
    bare = _OWN_HEAD.fullmatch(left.text.strip("。；"))
    posts = read_posts(taken)
    body = _body(posts[0].where.text) if posts else None
    if bare is None or body is None or len(posts) > 1:
        return ""
    own = _OWN_HEAD.fullmatch(posts[0].where.text[len(body) :])
    return posts[0].post[: len(body)] if own and own["head"] == bare["head"] else ""


_OFFICE_HELD = re.compile(r"(?:副?(?:[省市县区州盟旗镇乡院局厅]|检察)长|主席|主任|书记)$")


def acting(post: str) -> str:
    """Return the post of one who acts in it (代理县人民政府县长) as it is called.

    >>> acting("青山县人民政府县长"), acting("局长")
    ('青山县人民政府代理县长', '代理局长')
    """
    held = _OFFICE_HELD.search(post)
    at = held.start() if held else 0
    return f"{post[:at]}代理{post[at:]}"


_UNLIKE_POST = re.compile(r"同志|任命|免去|的|由|(?<!华)为|^[本原现任]职|任何|任职$|试用期")
"""Words that no post holds: where they stand, the post was cut wrongly."""
_PLAIN_POST_END = re.compile(r"(?:级|职|师|官|员|务)$")


def ends_as_post(text: str) -> bool:
    """Say whether a text ends as posts do and holds no word that none does.

    >>> ends_as_post("市审计局局长"), ends_as_post("市审计局"), ends_as_post("李强的局长")
    (True, False, False)
    """
    if _UNLIKE_POST.search(text):
        return False
    return is_title(text) or _PLAIN_POST_END.search(text) is not None


def no_post(doc: str, sentence: Passage, item: PostItem) -> facts.Unparsed:
    """Return that an item of a list of posts does not end as posts do."""
    reason = "a post that does not end as posts do"
    return facts.Unparsed(reason=reason, **evidence(doc, sentence, item.where))


def _bare_post(part: Passage) -> tuple[Passage, str | None, bool]:
    """Take terms, 兼, 职务 and 原 off one item of the list."""
    part, terms = _terms(part)
    concurrent = part.text.endswith("（兼）")
    if concurrent:
        part, more = _terms(part[:-3])
        terms = terms or more
    lead = re.match(r"(?:并)?兼(?:任)?|（兼）|并?决定为|并(?=代理)", part.text)
    if lead:
        part, concurrent = part[lead.end() :], concurrent or "兼" in lead.group()
    part = _without_tail(part)
    return (part[1:] if part.text.startswith("原") and len(part) > 4 else part), terms, concurrent


def _without_tail(text: Passage) -> Passage:
    tail = _TAIL.search(text.text)
    return text[: tail.start()] if tail else text


def _parts(text: Passage) -> list[Passage]:
    parts: list[Passage] = []
    for part in split_outside(text, "、，；"):
        joined = re.search(r"和|及|兼", part.text)
        if joined and joined.start() > 1:
            left, right = part[: joined.start()], part[joined.start() :]
            bare = right if right.text.startswith("兼") else right[1:]
            if is_title(left.text) and is_title(bare.text):
                parts.extend((left, *_parts(bare)))
                continue
        parts.append(part)
    return parts


def _terms(text: Passage) -> tuple[Passage, str | None]:
    """Take 试用期一年, （挂职两年） or a rank in brackets off the end."""
    found: str | None = None
    while match := _TERM.search(text.text):
        group = "in" if match["in"] is not None else "out"
        words = text.group(match, group)
        if words.text == "兼":
            break
        if _IS_TERM.search(words.text):
            found = words.value
        text = text[: match.start()].strip("，、 ")
    return text, found


_HEAD_OF_PLACE = re.compile(r"副?[省市县区州盟旗镇乡]长")
_DISCIPLINE = re.compile(r"纪委(?:副?书记|常委|委员)")
"""A committee of discipline is the place's, beside its party committee: 市委常委、纪委书记."""
_OF_COURTS = re.compile(r"(?:助理)?(?:审判员|检察员)|(?:审判|检察)委员会委员")
"""Posts of a whole court or procuratorate, not of the division named before them."""
_COURT = re.compile(r".*(?:法院|检察院)")


def _whole(part: Passage, base: str) -> tuple[str, str]:
    """Spell one post out; return it with the body that the next one may lean on."""
    value = part.value
    if _DISCIPLINE.match(part.text) and base.endswith("委") and LEVEL.match(base):
        return base[:-1] + value, base
    court = _COURT.match(base) if _OF_COURTS.fullmatch(part.text) else None
    if court:
        return court.group() + value, base
    org = _body(part.text)
    if org is None:
        alone = LEVEL.match(part.text) and not (base and _HEAD_OF_PLACE.fullmatch(part.text))
        return (value if alone else base + value), base
    inner = _INNER.search(org)
    if inner:
        own = org[: inner.start()]
        return (value, part[: len(own)].value) if own else (base + value, base)
    if LEVEL.match(base) and _INNER_UNIT.match(org) and not LEVEL.match(org):
        return base + value, base
    return value, part[: len(org)].value


def _body(post: str) -> str | None:
    """Return the body whose post it is (市教育局 of 市教育局副局长).

    It is the longest opening that ends as bodies do and leaves a whole title.
    """
    for end in range(len(post) - 2, 1, -1):
        if (
            is_org(post[:end])
            and is_title(post[end:])
            and not _SPLIT_WORD.search(post[end - 1 : end + 1])
        ):
            return post[:end]
    return None
