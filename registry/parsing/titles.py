"""Where the notices of a text begin: their titles."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from registry.parsing.lists import is_org
from registry.parsing.particulars import NUMBER_LINE
from registry.parsing.persons import NAME, is_name
from registry.parsing.text import Line, Passage, Source, passage

_TITLE_END = re.compile(
    r"(?:通知|决定|意见|通报|公告|批复|函|命令|报告|通告|公报|请示|任免名单|名单|公示)(?:（[^（）年]*）)?$"
)
_SHORT_TITLE = re.compile(r"(?:任命|任免|任职|免职|任免职|聘任)(?:决定|通知|命令|名单)|[任免]命?令")
_TITLE = re.compile(r"(?P<issuer>[^，。；：“”《》？！]{0,60}?)关于[^。；？！]{2,160}")
_LIST_TITLE = re.compile(
    r"(?P<issuer>[^，。；：“”《》？！]{3,40}?)(?:决定)?(?:任免|任命|免职|任职|任免职)(?:[和及、]接受辞职)?(?:国家)?(?:工作)?(?:人员|干部)?(?:名单|通知|决定|的通知|(?<=人员)|(?<=干部))"
)
_OF_CONGRESS = re.compile(
    r"(?P<issuer>[^，。；：“”《》关]{3,30}(?:代表大会|常务委员会|人大常委会))公告(?:（第[^（）]{1,6}号）)?"
)
_TABLE_TITLE = re.compile(
    r"[^，。；：>]{4,50}(?:分工表|安排表|设置表|一览表|名单|领导之窗|领导分工|工作分工)|领导之窗|领导分工"
)
_FIELD_LINE = re.compile(
    r"(?:标题|名称|信息名称|文件名称|公文名称|主题|当前位置|您现在|您的位置|首页|来源|附件|上一篇|下一篇|上一条|下一条|相关|·|>)"
)
_GOES_ON = re.compile(
    r"的(?:通知|决定|意见|通报|公告|函|批复|报告)|[^关]{0,30}的(?:通知|决定|意见|通报|公告|函|批复)$"
)
_PASSED = re.compile(r"（.*(?:通过|审议).*）")
_RECIPIENTS = re.compile(
    r"(?:各|市|县|区|省|局|机关|州|镇|乡|街道)[^。；]*：$|[^。；：]{2,120}(?:单位|部门|政府|办事处|委员会|科室)：$"
)
_MEETING = re.compile(r"(?P<who>[^，。；：]{2,24}?)召开(?P<name>[^，。；：]{0,24}?会议?)$")
_MINUTES = re.compile(r"[^，。；：]{2,40}会议?(?:纪要)$")
_MINUTES_OF = re.compile(
    r"(?P<issuer>[^，。；：届]{2,24}?(?:人民政府|委员会|党组))(?:党组)?(?:第[一二三四五六七八九十百\d]{1,4}次)?"
    r"[^，。；：]{0,12}会议纪要$"
)
_SESSION = re.compile(
    r"(?P<of>[^，。；：]{4,30}(?:委员会|代表大会|常委会))第[一二三四五六七八九十百\d]{1,4}次会议"
)
_CHAIR_LINE = re.compile(rf"({NAME})(?:同志)?主持$")


_LONGEST_NAME = 160


@dataclass(frozen=True)
class Title:
    """A notice's title and the lines, counted from the start of the text, that it takes."""

    first: int
    last: int
    text: Passage

    @property
    def issuer(self) -> str | None:
        """Who issues the notice, where the title says so."""
        title = self.text.text
        forms = (_TITLE, _LIST_TITLE, _MINUTES_OF, _OF_CONGRESS)
        match = next((found for form in forms if (found := form.match(title))), None)
        issuer = self.text.group(match, "issuer") if match else self.text[:0]
        session = _SESSION.fullmatch(issuer.text)
        return (issuer[: session.end("of")] if session else issuer).value or None

    @property
    def is_of_meeting(self) -> bool:
        """Whether it heads the report of a meeting."""
        return _MEETING.fullmatch(self.text.text) is not None


def find_titles(source: Source, all_lines: Sequence[Line], squeezed: Sequence[str]) -> list[Title]:
    """Return the titles in order; ``squeezed`` are the lines without white space."""
    found: list[Title] = []
    index = 0
    while index < len(all_lines):
        title = _title_at(source, all_lines, squeezed, index)
        if title is not None and _opens_notice(title, squeezed, first=not found):
            same = found and found[-1].text.text == title.text.text
            if same:
                found[-1] = title
            else:
                found.append(title)
            index = title.last + 1
        else:
            index += 1
    return found or [_fallback_title(all_lines, squeezed)]


def _title_at(
    source: Source, all_lines: Sequence[Line], squeezed: Sequence[str], first: int
) -> Title | None:
    text = squeezed[first]
    meeting = _MEETING.fullmatch(text)
    if meeting and first + 1 < len(squeezed):
        chair = _CHAIR_LINE.fullmatch(squeezed[first + 1])
        if chair and is_name(chair[1]):
            return Title(first, first, all_lines[first].passage())
    if _FIELD_LINE.match(text):
        return None
    if "关于" not in text and not _opens_with_issuers(squeezed, first):
        return None
    joined = ""
    for last in range(first, min(first + 7, len(squeezed))):
        line = squeezed[last]
        if last > first and (NUMBER_LINE.fullmatch(line) or line.endswith(("：", "。", "；"))):
            break
        joined += line
        if joined.count("《") != joined.count("》") or not _TITLE_END.search(joined):
            continue
        if last + 1 < len(squeezed) and _GOES_ON.match(squeezed[last + 1]):
            continue
        match = (
            _TITLE.fullmatch(joined)
            or _LIST_TITLE.fullmatch(joined)
            or _OF_CONGRESS.fullmatch(joined)
        )
        if match and _is_issuer(match["issuer"]):
            return Title(first, last, passage(source, all_lines[first].start, all_lines[last].end))
    return None


def _opens_with_issuers(squeezed: Sequence[str], first: int) -> bool:
    """A title may open with its issuers, a line each, before the line with 关于."""
    for index in range(first, min(first + 4, len(squeezed))):
        text = squeezed[index]
        if index > first and text.startswith("关于"):
            return True
        joined = "".join(squeezed[first : index + 1])
        if _LIST_TITLE.fullmatch(joined) or _OF_CONGRESS.fullmatch(joined):
            return True
        if _SESSION.fullmatch(text):
            continue
        if not is_org(text.removesuffix("文件")) or re.search(r"[，。；：]", text):
            return False
    return False


def _is_issuer(text: str) -> bool:
    return (
        not text
        or is_org(text)
        or text.endswith(("文件", "人大常委会", "党委", "党组", "联合"))
        or _SESSION.fullmatch(text) is not None
    )


def _opens_notice(title: Title, squeezed: Sequence[str], *, first: bool) -> bool:
    """A first title stands by itself; a later one needs a number or recipients beside it."""
    if first:
        return True
    if title.is_of_meeting:
        return True
    after = squeezed[title.last + 1 : title.last + 4]
    before = squeezed[max(0, title.first - 2) : title.first]
    if any(NUMBER_LINE.fullmatch(line) for line in [*after[:2], *before]):
        return True
    if any(_PASSED.fullmatch(line) for line in after[:1]):
        return True
    return any(_RECIPIENTS.match(line) for line in after[:2]) and bool(title.issuer)


def start_of(title: Title, squeezed: Sequence[str]) -> int:
    """Return the line where a notice begins: its number may stand above its title."""
    after = squeezed[title.last + 1 : title.last + 3]
    if any(NUMBER_LINE.fullmatch(line) for line in after):
        return title.first
    for above in range(title.first - 1, max(-1, title.first - 3), -1):
        if NUMBER_LINE.fullmatch(squeezed[above]):
            return above
    return title.first


def _fallback_title(all_lines: Sequence[Line], squeezed: Sequence[str]) -> Title:
    for index, text in enumerate(squeezed[:30]):
        if _TABLE_TITLE.fullmatch(text):
            return Title(index, index, all_lines[index].passage())
    minutes = [index for index, text in enumerate(squeezed[:12]) if _MINUTES.fullmatch(text)]
    if minutes:
        # A masthead (常务会议纪要) may stand above the title, which says whose meeting it was.
        masthead = squeezed[minutes[0]]
        index = next((i for i in minutes[1:] if squeezed[i].endswith(masthead)), minutes[0])
        return Title(index, index, all_lines[index].passage())
    for index, text in enumerate(squeezed[:12]):
        if (len(text) > 5 and _TITLE_END.search(text)) or _SHORT_TITLE.fullmatch(text):
            return Title(index, index, all_lines[index].passage())
    for index, text in enumerate(squeezed[:12]):
        if (
            4 < len(text) <= 60
            and not re.search(r"[：。，；>]", text)
            and not NUMBER_LINE.fullmatch(text)
        ):
            return Title(index, index, all_lines[index].passage())
    # No line is like a title: the first names the notice, and is read with the others.
    return Title(0, -1, all_lines[0].passage()[:_LONGEST_NAME])
