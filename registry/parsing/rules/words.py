"""The words of clauses about standing in: roles, absences, posts, days."""

from __future__ import annotations

import re

from registry.parsing.text import Passage

ROLE = r"(?:角|岗)(?:责任人|人员|领导|同志)?"
A = rf"A{ROLE}"
B = rf"(?<!A)(?<!A、)B{ROLE}"
AB = rf"(?:A{ROLE}?[、和与及或/]?B{ROLE}|互为AB角的[两二]位?领导|双方)"
MENTION = re.compile(r"[AB](?:角|岗)")

_PLACE = (
    r"(?:(?:[\u4e00-\u9fff]{2,6}?)?(?:市|县|区|州|盟|旗|省|镇|乡|局|管委会)(?!(?:人民)?政府办))?"
)
POST = (
    r"(?:常务副|第一副|副)?(?:市长|县长|区长|州长|盟长|旗长|省长|镇长|乡长|局长|厅长|校长|秘书长|"
    r"(?:(?:县|市|区|旗|州)?(?:人民)?政府|管委会|局|党组|党政)?(?:办公室|办公厅|办|管委会)(?:副)?主任|"
    r"(?:党委|党组|县委|市委|区委)书记|主要领导|主要负责人|主要负责同志|分管领导)"
)
TITLE = rf"{_PLACE}(?:(?:人民)?政府(?!办))?(?P<{{0}}>{POST})"
"""A post, to be named with ``title``; the government before it is no part of it."""


def title(name: str) -> str:
    """Return the pattern of a post, whose title is in the group ``name``."""
    return TITLE.replace("{{0}}", name).replace("{0}", name)


_HEADS = {
    "市": "市长",
    "县": "县长",
    "区": "区长",
    "州": "州长",
    "旗": "旗长",
    "盟": "盟长",
    "省": "省长",
}
_OF_HEAD = ("主要领导", "主要负责人", "主要负责同志")


def post_of(said: str, level: str) -> tuple[str, tuple[str, ...]]:
    """Return the post that a clause means, and what is open about it.

    >>> post_of("主要领导", "县")
    ('县长', ('“主要领导”此处按县长理解',))
    """
    if said in _OF_HEAD and level in _HEADS:
        return _HEADS[level], (f"“{said}”此处按{_HEADS[level]}理解",)
    if said in _OF_HEAD or said == "分管领导":
        return said, (f"“{said}”是哪个职务",)
    return said, ()


PASSES = ("supervises", "responsible", "also_supervises", "also_responsible", "liaises")
ALL = ("away", "travel", "meeting", "reception", "training", "leave", "ill", "overload", "clash")
_TRIGGERS = (
    (
        "away",
        (
            r"外出|(?:不在|离开)(?!岗|职|位|工作)[\u4e00-\u9fff]{1,8}?(?=期间|时|的|超过|，|；|。|、)"
            r"|离[市县区州旗镇](?!长)|不在(?:市|县|区|州|旗)"
        ),
    ),
    ("travel", r"出差"),
    ("meeting", r"开会|(?:参加|出席)?会议(?=、|等|或|期间|时|不)"),
    ("reception", r"接待(?=、|等|或|期间|时)"),
    ("training", r"学习|培训"),
    ("leave", r"休假|请假|病事假|事假|探亲"),
    ("ill", r"生病|因病|病假|患病|病事假"),
    ("overload", r"工作繁忙|任务较?重"),
    ("clash", r"(?:工作|时间|活动)(?:安排)?(?:有)?冲突"),
)
_TRIGGER = tuple((word, re.compile(pattern)) for word, pattern in _TRIGGERS)
_WHATEVER = re.compile(r"各种(?:事由|原因)|任何(?:事由|原因)|无论何种|不论何种")
_OFF_POST = re.compile(r"不在岗|离岗|缺岗|不在位|不能(?:正常)?履[行职]|不能到岗|因故")
ABSENT = re.compile(
    "|".join(p for _, p in _TRIGGERS)
    + f"|{_WHATEVER.pattern}|{_OFF_POST.pattern}|都?不在(?=的|时|，|；)"
)


def triggers_of(said: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the absences that a clause speaks of, and what it leaves open about them.

    >>> triggers_of("A角出差、休假时")
    (('travel', 'leave'), ())
    >>> triggers_of("A角不在岗时")
    (('away',), ('没有说明哪些情形算不在岗，此处按外出',))
    """
    if _WHATEVER.search(said):
        return ALL, ()
    found = tuple(word for word, pattern in _TRIGGER if pattern.search(said))
    if not found:
        return ("away",), ("没有说明哪些情形算不在岗，此处按外出",)
    more = re.search(
        r"等(?!待)(?=[^，。；]{0,8}(?:时|期间|的|不|离|情|，))|其他(?:情况|原因|情形|事由)", said
    )
    return found, ("“等”或者“其他”还包括哪些缺席",) if more else ()


POSTS = re.compile(r"(?:市长|县长|区长|州长|旗长|镇长|局长|秘书长|主任|书记)$")
"""How a post ends; what does not end so is a field of work."""


def matters_of(said: str) -> tuple[str, ...]:
    """Return the fields of work, or the posts, that a list names.

    >>> matters_of("涉密文件、信访和财政审批工作")
    ('涉密文件', '信访', '财政审批')
    """
    parts = (re.sub(r"等?(?:工作|事项|业务)?$", "", p) for p in re.split(r"[、和及与]|以及", said))
    return tuple(part for part in parts if part)


_DIGITS = {char: n for n, char in enumerate("零一二三四五六七八九")} | {"两": 2}
NUMBER = r"(?:\d{1,3}|半|[一二两三四五六七八九十]{1,3})"


def number_of(said: str) -> int:
    """Read a number under a hundred, or digits.

    >>> [number_of(n) for n in ("3", "两", "十", "十五", "三十")]
    [3, 2, 10, 15, 30]
    """
    if said.isdigit():
        return int(said)
    tens, ten, ones = said.rpartition("十")
    return (_DIGITS.get(tens, 1) * 10 if ten else 0) + _DIGITS.get(ones, 0)


def days_of(number: str, unit: str) -> tuple[int, tuple[str, ...]]:
    """Return calendar days, and what is open about them.

    >>> days_of("24", "小时")
    (1, ())
    >>> days_of("两", "个工作日")
    (2, ('“两个工作日”此处按2个日历天计',))
    """
    if unit == "小时":
        return max(1, -(-number_of(number) // 24)), ()
    if number == "半":
        return (15 if "月" in unit else 1), (f"“半{unit}”此处按{15 if '月' in unit else 1}天计",)
    count = number_of(number) * {"个月": 30, "周": 7}.get(unit, 1)
    exact = unit in ("天", "日")
    return count, () if exact else (f"“{number}{unit}”此处按{count}个日历天计",)


DURATION = rf"(?P<n>{NUMBER})(?P<unit>个工作日|天|日|个月|周|小时)"

_LABEL = re.compile(
    r"第[一二三四五六七八九十]{1,4}条|[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）|\d{1,2}[.、]"
)


def label_of(sentence: Passage) -> str:
    """Return the number before a sentence: 第二条, 三、, （一）; or nothing."""
    match = _LABEL.match(sentence.text)
    return match[0] if match else ""
