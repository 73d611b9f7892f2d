"""People's names and the titles beside them.

A name is told by its form (a surname and one or two characters, or parts joined by a
raised dot) and by where it stands; there is no list of people.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from registry.parsing.name_words import ALSO_NAMES, COMPOUND, NOT_NAMES, SOME_COMRADES, SURNAMES
from registry.parsing.text import Passage

_TITLE_TAILS = (
    "书记 主任 主席 委员 成员 常委 经理 总监 秘书 政委 委员长 工程师 会计师 经济师 调研员 巡视员 专员 督导 督学 督察 督查 顾问 助理 董事 监事 理事 负责人 代表 代表人 参事 教授 "
    "检察官 法官 主管 干部 会长 参谋 司令员 司令 馆员 科员 研究员 召集人 联络员 领队 总裁 总编辑 总编 主编 副总 总干事 干事 召集 主委 副主委 办事员 执行官 审判员 检察员 律师 总工 安全员 "
    "教师 教练 畜牧师 兽医师 医师 农艺师 规划师 设计师 建筑师 统计师 审计师 技术员 管理员 负责同志 主持工作 人选 助手 所长助理".split()
)
_LONG_TAILS = tuple(tail for tail in _TITLE_TAILS if len(tail) == 3 and tail.endswith("师"))
_TITLE_ENDS = frozenset(["长", *_TITLE_TAILS])
_TITLE_END_SIZES = sorted({len(tail) for tail in _TITLE_ENDS})

NAME = r"(?:[\u4e00-\u9fff]{1,8}(?:·[\u4e00-\u9fff]{1,12})+|[\u4e00-\u9fff]{2,4})"
"""A pattern for what may be a name; ``is_name`` decides."""
_NAME_END = re.compile(
    r"(?:同志|女士|先生)?(?:（(?:兼|女|男|挂职|[^（）]{1,4}族|女，[^（）]{1,4}族)）)?(?:同志)?$"
)
_DOTTED = re.compile(r"[\u4e00-\u9fff]{1,8}(?:·[\u4e00-\u9fff]{1,12})+")
_PLAIN = re.compile(r"[\u4e00-\u9fff〇]{2,4}")
_PERHAPS = re.compile(r"[\u4e00-\u9fff〇]{2,6}")
_NO_NAME_WORDS = re.compile(
    r"^(?:除|各|其|该|本|上述|以上|完成|要|请|现|将|对|按|关于|根据|为|因|鉴于|由于|推荐|提名|建议|拟|决定|委派)|办公|会议|任|兼|名单|组成|担任|负责|分管|主持|协助|联系|等|的|由|为(?!$)|及|和$|人选|分别|组织|提议|宣布|决议|研究|职务|工作|同志|领导|会$|室$|级$"
)
_NOT_IN_NAMES = frozenset("的与及等是或各第副不局部委办厅省市县镇乡处，、")


_TITLE_BEFORE = re.compile(
    r"[^·]{0,6}?(?:[市县区州省局厅部院校镇乡盟旗]长|书记|主任|主席|委员)[^·]"
)


def is_name(text: str) -> bool:
    """Say whether ``text``, folded and without spaces, has the form of a person's name.

    >>> is_name("张良华"), is_name("欧阳修平"), is_name("买买提·艾力")
    (True, True, True)
    >>> is_name("任务"), is_name("市财政局"), is_name("高新区")
    (False, False, False)
    """
    if "·" in text:
        dotted = _DOTTED.fullmatch(text) is not None and "同志" not in text
        return dotted and not _TITLE_BEFORE.match(text) and not is_title(text)
    if not _PLAIN.fullmatch(text) or text in NOT_NAMES:
        return False
    if text[:2] in COMPOUND and len(text) > 2:
        return not _NOT_IN_NAMES.intersection(text[2:])
    if text[0] not in SURNAMES or len(text) > 3:
        return False
    return not _NOT_IN_NAMES.intersection(text[1:]) and not text.endswith(("工作", "同志", "员"))


def has_surname(text: str) -> bool:
    """Say whether ``text`` begins with a surname, whatever word it may be besides (和平)."""
    return text[:1] in SURNAMES or text[:2] in COMPOUND


def is_title(text: str) -> bool:
    """Say whether ``text`` ends as a title does.

    >>> is_title("市公安局党委委员、四级调研员"), is_title("市公安局党委委员、四级")
    (True, False)
    """
    if text.endswith("）"):
        opened = text.rfind("（")
        if opened < 0 or "）" in text[opened:-1]:
            return False
        text = text[:opened]
    return any(text[-size:] in _TITLE_ENDS for size in _TITLE_END_SIZES)


_PLAIN_TITLE_END = re.compile(
    r"(?:[市县区州省局厅部处科院校镇乡盟旗]长|理事长|董事长|主任|书记|主席|秘书长|经理|调研员|总监|[程计济]师|顾问)$"
)


_NO_NAME_ENDS = tuple("工作 公司 集团 中心 街道 单位 部门 科 股 会 队 院 校 站 所 时 期间".split())


def could_be_name(text: str) -> bool:
    """Say whether a short word that stands where a name must stand may be one.

    For rare surnames, in places (a column of names, before 同志) that leave little else.
    """
    return (
        _PERHAPS.fullmatch(text) is not None
        and (text not in NOT_NAMES or text in ALSO_NAMES)
        and not is_title(text)
        and not _NO_NAME_WORDS.search(text)
        and not _NOT_IN_NAMES.intersection(text)
        and not text.endswith(_NO_NAME_ENDS)
    )


def is_comrade(text: str) -> bool:
    """Say whether a short word before 同志 names somebody, whatever word it may be besides.

    >>> is_comrade("安全"), is_comrade("党员"), is_comrade("分管")
    (True, False, False)
    """
    if text in SOME_COMRADES:
        return False
    word = text in NOT_NAMES and len(text) < 4 and has_surname(text) and not is_title(text)
    return word or could_be_name(text)


def bare_name(person: Passage) -> Passage:
    """Return the name without 同志, （兼）, （女） and the like behind it.

    A name that is followed by 同志 is a name whatever its form.
    """
    match = _NAME_END.search(person.text)
    return person[: match.start()] if match else person


def marked_as_person(text: str) -> bool:
    """Say whether ``text`` is a short word followed by 同志."""
    return text.endswith("同志") and 4 <= len(text) <= 8


def name_at_end(text: Passage) -> tuple[Passage, Passage] | None:
    """Split a title and the name behind it; ``None`` where no name stands at the end.

    The title may be empty. Where several splits are possible, the one whose title ends
    as titles do is taken.
    """
    text = bare_name(text)
    whole = text.text
    if is_name(whole):
        return text[:0], text
    dotted = re.search(rf"{_DOTTED.pattern}$", whole)
    lengths = (3, 2, 4) if not dotted else tuple(range(len(dotted.group()), 2, -1))
    for length in lengths:
        if length >= len(whole):
            continue
        title, name = text[: len(whole) - length], text[len(whole) - length :]
        if whole.endswith(_LONG_TAILS) and length < 3:
            continue  # 程师 of 总工程师
        if is_name(name.text) and is_title(title.text):
            return title, name
    return _rare_name_at_end(text)


def _rare_name_at_end(text: Passage) -> tuple[Passage, Passage] | None:
    """Split 副州长扎西顿珠: a whole title, and behind it what is no word of notices."""
    whole = text.text
    for length in (4, 3, 2, 5):
        title, name = whole[: len(whole) - length], whole[len(whole) - length :]
        if len(title) > 1 and _PLAIN_TITLE_END.search(title) and could_be_name(name):
            return text[: len(title)], text[len(title) :]
    return None


TORN_TITLE = re.compile(r"委(?!员|派)|长|记|任|府|组(?!长|织)|会|部|局|室|处|科|政")
"""How a title that was cut inside a word begins."""


_OPENS_TITLE = re.compile(
    r"(?:党组|党委|党工委|党总支|党支部|纪委|纪检组)(?=成员|委员|副?书记|组?长)|常委|常务副|副[\u4e00-\u9fff]{1,8}(?:长|任|记|席|理)|[省市县区州局厅院校镇乡]长|书记|主任|主席"
)
_NO_LONE_SURNAME = frozenset("区司农国院校原前全时后任由经从向和应须同")
_HIDDEN = re.compile(r"[\u4e00-\u9fff][×xX○*＊]{1,3}")


def is_half_told(text: str) -> bool:
    """Say whether ``text`` begins with a surname alone or a name made unreadable, then a title or colon.

    >>> is_half_told("李党组成员、副局长"), is_half_told("李：副局长"), is_half_told("李××，副局长")
    (True, True, True)
    >>> is_half_told("党组成员、副局长"), is_half_told("李强副局长")
    (False, False)
    """
    if not has_surname(text[:1]):
        return False
    if _HIDDEN.match(text):
        return True
    lone = text[0] not in _NO_LONE_SURNAME
    told = text[1:2] == "：" or text.startswith("同志", 1) or _OPENS_TITLE.match(text, 1)
    return lone and bool(told)


def name_at_start(text: Passage) -> tuple[Passage, Passage] | None:
    """Split a name and the title behind it (李四副市长); ``None`` where there is no name."""
    whole = text.text
    if _OPENS_TITLE.match(whole) or is_half_told(whole):
        return None
    for length in (3, 2, 4):
        rest = whole[length:]
        cut_title = TORN_TITLE.match(rest) is not None or whole[length - 1 : length + 1] in (
            "常务",
            "副主",
            "代理",
            "党组",
            "总经",
            "主任",
            "班子",
        )
        if is_name(whole[:length]) and not cut_title and (not rest or is_title(rest)):
            return text[:length], text[length:]
    return None


_JOINT = re.compile(r"以及|和|及|与|同(?!志)|跟")


def people(text: Passage) -> list[tuple[Passage, Passage | None]] | None:
    """Read a list of people, each a name with or without a title before or after it.

    Returns (name, title) pairs in order, or ``None`` where a part holds no name: then
    the list is of something else.
    """
    found: list[tuple[Passage, Passage | None]] = []
    pending: Passage | None = None
    for part in _parts(text):
        whole = part if pending is None else _joined(pending, part)
        one = _one(part, pending)
        if one is None:
            pending = whole
            continue
        found.append(one)
        pending = None
    return found if pending is None and found else None


def _one(part: Passage, pending: Passage | None) -> tuple[Passage, Passage | None] | None:
    """Read one person of a list; ``pending`` is the start of the title before it."""
    bracket = _BRACKETED.fullmatch(part.text)
    if bracket and pending is None:
        name, title = part.group(bracket, 1), part.group(bracket, 2)
        if is_name(name.text) or (could_be_name(name.text) and is_title(title.text)):
            return name, title if is_title(title.text) or len(title) > 3 else None
    split = name_at_end(part)
    if split is None and pending is not None and re.search(r"(?<!负责)(?<!领导)同志$", part.text):
        split = part[:0], part[:-2]
    if split is None or not (split[0].text or pending is None or is_title(pending.text)):
        return None
    title = split[0] if pending is None else _joined(pending, split[0])
    title = title.strip("、，")
    return split[1], title if title.text else None


_BRACKETED = re.compile(rf"({NAME})(?:同志)?（([^（）]{{2,60}})）")


def _joined(first: Passage, second: Passage) -> Passage:
    """Return the passage from the start of ``first`` to the end of ``second``."""
    if not second.text:
        return first
    if first.at[-1] + 1 == second.at[0]:
        return first + second
    gap_start, gap_end = first.at[-1] + 1, second.at[0]
    folded = first.source.folded
    between = [offset for offset in range(gap_start, gap_end) if not folded[offset].isspace()]
    gap = Passage(first.source, "".join([folded[offset] for offset in between]), between)
    return first + gap + second


def _parts(text: Passage) -> Iterator[Passage]:
    """Yield the parts of a list of people, splitting only outside brackets."""
    depth = 0
    start = 0
    for index, char in enumerate(text.text):
        depth += (char == "（") - (char == "）")
        if depth == 0 and char in "、，；" and index >= start:
            if index > start:
                yield from _joined_people(text[start:index])
            start = index + 1
    if start < len(text):
        yield from _joined_people(text[start:])


def _joined_people(part: Passage) -> Iterator[Passage]:
    """Split 张三和李四 where both sides end in a name; 于和平 and 薄景和 stay whole."""
    for match in _JOINT.finditer(part.text):
        left, right = part[: match.start()], part[match.end() :]
        if _ends_in_person(left) and (_ends_in_person(right) or is_title(right.text)):
            yield left
            yield from _joined_people(right)
            return
    yield part


def _ends_in_person(text: Passage) -> bool:
    return len(text) > 1 and (
        name_at_end(text) is not None or _BRACKETED.fullmatch(text.text) is not None
    )
