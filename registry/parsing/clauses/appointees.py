"""Who is appointed or removed: the names at the head of a personnel clause."""

from __future__ import annotations

import re
from collections.abc import Iterator

from registry.parsing.lists import LEVEL, split_outside
from registry.parsing.persons import could_be_name, is_comrade, is_name, is_title, name_at_end
from registry.parsing.text import Passage

_MARKED = re.compile(r"(?P<who>[^，。；：]{2,60}?)同志(?:兼任)?(?:的)?(?P<post>.+)")
_OF = re.compile(r"(?P<who>[^，。；：]{2,60}?)(?:兼任)?的(?P<post>.+)")


def who_and_post(text: Passage) -> tuple[list[Passage], Passage] | None:
    """Split 王明市教育局局长职务: the name ends where a body's name begins."""
    for pattern in (_MARKED, _OF):
        match = pattern.match(text.text)
        people = names_of(text.group(match, "who"), sure=pattern is _MARKED) if match else []
        if match and people:
            return people, text.group(match, "post")
    names: list[Passage] = []
    rest = text
    while True:
        length = _name_length(rest)
        if length is None:
            return None
        names.append(rest[:length])
        rest = rest[length:]
        if not rest.text.startswith(("、", "和", "，")) or _name_length(rest[1:]) is None:
            return names, rest.strip("、，")
        rest = rest[1:]


_ANOTHER = re.compile(
    r"，由?(?=([\u4e00-\u9fff·]{2,8}?)(?:同志)?(?:由[^，。；]{2,40}?)?(?:转任|改任|调任|升任|提任|交流(?:任|担任)))"
    r"|，(?!其)(?=([\u4e00-\u9fff·]{2,8}?)(?P<comrade>同志)?(?:任(?!职)|兼任|担任|不再|代理))"
)
_ANOTHER_ACT = re.compile(
    r"，(?:同时|并|决定)*(?=(?:任命|聘任)(?!其)(?P<made>[^，。；：为]{2,80}?)(?:同志)?为"
    r"|(?:免去|解聘|撤销)(?!其)(?P<left>[^，。；：的]{2,80}?)(?:同志)?的)"
    r"|(?<!提名)(?<!推荐)(?<!建议)，(?:同时|并|决定)*(?=(?P<also>[^，。；：为]{2,80}?)(?:同志)?为)"
)
"""Matches where a sentence that appoints or removes goes on to others: 任命A为X，B、C为Y，免去D的Z职务."""
_REMOVES = re.compile(r"[^，；。]{0,24}?(?P<verb>免去|解聘|撤销)")
_ANOTHERS = re.compile(
    r"职务，(?=(?P<who>[\u4e00-\u9fff·、]{2,40}?)(?:同志)?的[^，。；的]{2,60}职务)"
)
_ANOTHERS_POST = re.compile(
    r"(?:(?<=[长记任席员理监师])|(?<=职务))、(?=(?P<who>[\u4e00-\u9fff]{2,3}?)(?:同志)?的?[省市县区州盟旗镇乡](?!长|委|政|人|副|[省市县区州盟旗])[^，。；、]{2,40}[长记任席员理监师])"
)
"""Matches where the removal's verb holds for others too: 免去A的X职务，B的Y职务."""


_ADDRESS = re.compile(r"先生|女士")


def with_one_address(sentence: Passage) -> Passage:
    """Return a sentence to be read as if everybody were 同志; what it quotes stays as given."""
    if "先生" not in sentence.text and "女士" not in sentence.text:
        return sentence
    return Passage(sentence.source, _ADDRESS.sub("同志", sentence.text), sentence.at)


_ANOTHER_RESIGNS = re.compile(r"、(?=([\u4e00-\u9fff·]{2,8}?)(?:同志)?辞去)")
_ACT = re.compile(r"任命|聘任|免去|解聘|撤销|选举|补选")


def each_person(sentence: Passage) -> Iterator[Passage]:
    """Part 张三同志任A，李四同志不再兼任A: each clause is of its own person."""
    start = 0
    cuts = [
        match.span()
        for match in _ANOTHER_RESIGNS.finditer(sentence.text)
        if is_name(match[1]) and "辞去" in sentence.text[: match.start()]
    ]
    cuts += [
        match.span()
        for match in _ANOTHER.finditer(sentence.text)
        if is_name(match[1] or match[2]) or (match["comrade"] and could_be_name(match[2]))
    ]
    if _ACT.search(sentence.text):
        cuts += [
            match.span()
            for match in _ANOTHER_ACT.finditer(sentence.text)
            if names_of(sentence.group(match, next(k for k, v in match.groupdict().items() if v)))
        ]
    removes = _REMOVES.match(sentence.text)
    more = [
        match.end()
        for form in (_ANOTHERS, _ANOTHERS_POST)
        for match in (form.finditer(sentence.text) if removes else ())
        if names_of(sentence.group(match, "who"))
    ]
    verb = sentence[:0]
    for first, last in sorted([*cuts, *((end - 1, end) for end in more)]):
        if first >= start:
            yield verb + sentence[start:first]
            start = last
            verb = sentence.group(removes, "verb") if removes and last in more else sentence[:0]
    yield verb + sentence[start:]


_BARE_LEVEL = re.compile(
    r"(?:省|市|县|区|州|盟|旗|镇|乡|街道|地区|行署|兵团|自治州)(?![省市县区州盟旗])"
)


def _name_length(text: Passage) -> int | None:
    """Return how long the name at the start is, judged by what follows it."""
    best: tuple[int, int] | None = None
    dot = text.text.find("·", 1, 9)
    lengths = range(dot + 2, dot + 8) if dot > 0 else (3, 2, 4)
    for length in lengths:
        name, rest = text.text[:length], text.text[length:]
        if not is_name(name) or len(rest) < 2:
            continue
        bare = re.sub(r"(?:的)?(?:职务)?[。；，]?$", "", rest.split("，")[0])
        score = (
            4
            if _BARE_LEVEL.match(rest)
            else 3
            if LEVEL.match(rest)
            else 2
            if rest[0] in "、和"
            else 1
            if is_title(bare)
            else 0
        )
        if _spaced(text, length):
            score += 4
        if score and (best is None or score > best[0]):
            best = (score, length)
    return best[1] if best else None


def _spaced(text: Passage, index: int) -> bool:
    """Say whether white space stood before the character at ``index``."""
    return 0 < index < len(text) and text.at[index] > text.at[index - 1] + 1


_SINCE = re.compile(r"(?:因|鉴于|根据|按照|由于|经)[^，；：]{2,30}，")
_CLAUSE = re.compile(r"因|由于|鉴于|经")


def names_of(who: Passage, *, sure: bool = False) -> list[Passage]:
    """Return the people of a subject (张三、李四同志), or none where a part is no name."""
    found: list[Passage] = []
    since = _SINCE.match(who.text)
    who = who[since.end() :] if since else who
    for part in _split_names(who.strip("，。；：、 ")):
        bare = re.sub(
            r"(?:[两二三四五六七八九十\d]{1,2}[位名]|等)?(?:同志|（[^（）]{1,8}）)+$|[两二三四五六七八九十\d]{1,2}[位名](?:同志)?$",
            "",
            part.text,
        )
        name = part[: len(bare)]
        marked = re.search(r"同志|族）", part.text) is not None or (
            sure and len(name) < 5 and not _CLAUSE.match(name.text)
        )
        if is_name(name.text) or (
            marked and ("·" in name.text or is_comrade(name.text)) and not is_title(name.text)
        ):
            found.append(name)
        else:
            return []
    return found


def _split_names(who: Passage) -> Iterator[Passage]:
    """Split at 、 and, where no name is whole without it, at 和."""
    for part in split_outside(who, "、，"):
        bare = part.text.removesuffix("同志")
        joint = re.search(r"(?<=[\u4e00-\u9fff]{2})和(?=[\u4e00-\u9fff]{2})", bare)
        if joint and not is_name(bare):
            yield part[: joint.start()]
            yield part[joint.end() :]
        else:
            yield part


def titled(who: Passage) -> list[Passage]:
    """Return the person at the end of 副县长王明, or none where no whole title stands first."""
    split = name_at_end(who)
    whole = split is not None and split[0].text and is_title(split[0].text)
    return [split[1]] if split is not None and whole and is_name(split[1].text) else []


_TERM_SENTENCE = re.compile(
    r"^(?:以上|上述|[^，。；]{2,40})?(?:同志)?(?:的)?(?:试用期|挂职时间|挂职期|任职时间|任期|聘期)"
)


def is_personal(text: str) -> bool:
    """Say whether a sentence speaks of somebody's post: a name and 同志, or 任命 at its start."""
    if _TERM_SENTENCE.match(text) or text.endswith("：") or "等同志" in text:
        return False
    return any(is_name(name) for name in re.findall(r"([\u4e00-\u9fff]{2,3})同志", text)) or bool(
        re.match(r"(?:任命|免去|聘任)", text)
    )
