"""Cut a text into its notices, and read each one's number, title, date and issuer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from registry.model.facts import DocumentKind
from registry.parsing.dates import DATE, PLAIN_DATE, iso, iso_without_year
from registry.parsing.lists import is_org
from registry.parsing.persons import NAME, is_name
from registry.parsing.text import Line, Passage, Source, lines, passage, squeeze

_NUMBER = r"[\u4e00-\u9fff]{1,14}[〔（](?:19|20)\d{2}[〕）]第?\d{1,5}号|[\u4e00-\u9fff]{2,12}(?:令)?第\d{1,4}号"
_NUMBER_LINE = re.compile(rf"(?P<number>{_NUMBER})(?P<date>{DATE})?(?:签发人：.*)?")
_NUMBER_FIELD = re.compile(rf"(?:文号|字号|文件编号|发文号)〔?：?〕?(?P<number>{_NUMBER})")
_TITLE_END = re.compile(r"(?:通知|决定|意见|通报|公告|批复|函|命令|报告|通告|公报|请示|任免名单|名单|公示)(?:（[^（）年]*）)?$")
_TITLE = re.compile(r"(?P<issuer>[^，。；：“”《》？！]{0,60}?)关于[^。；？！]{2,160}")
_LIST_TITLE = re.compile(r"(?P<issuer>[^，。；：“”《》？！]{4,40}?)(?:决定)?(?:任免|任命|免职|任职|任免职)(?:人员)?(?:名单|通知|决定|的通知)")
_TABLE_TITLE = re.compile(r"[^，。；：>]{4,50}(?:分工表|安排表|设置表|一览表|名单|领导之窗|领导分工|工作分工)|领导之窗|领导分工")
_FIELD_LINE = re.compile(r"(?:标题|名称|信息名称|文件名称|公文名称|主题|当前位置|您现在|您的位置|首页|来源|附件|上一篇|下一篇|上一条|下一条|相关|·|>)")
_GOES_ON = re.compile(r"的(?:通知|决定|意见|通报|公告|函|批复|报告)|[^关]{0,30}的(?:通知|决定|意见|通报|公告|函|批复)$")
_PASSED = re.compile(r"（.*(?:通过|审议).*）")
_RECIPIENTS = re.compile(r"(?:各|市|县|区|省|局|机关|州|镇|乡|街道)[^。；]*：$|[^。；：]{2,120}(?:单位|部门|政府|办事处|委员会|科室)：$")
_MEETING = re.compile(r"(?P<who>[^，。；：]{2,24}?)召开(?P<name>[^，。；：]{0,24}?会议?)$")
_MINUTES = re.compile(r"[^，。；：]{2,40}会议?(?:纪要)$")
_CHAIR_LINE = re.compile(rf"({NAME})(?:同志)?主持$")
_DATE_LINE = re.compile(rf"(?:（)?(?P<date>{DATE}|{PLAIN_DATE})(?:印发|修订|发布)?(?:）)?")
_ISSUED = re.compile(rf"(?:印发|成文|发文|制发|签发|生成)(?:日期|时间)：?(?P<date>{DATE}|{PLAIN_DATE})")
_PUBLISHED = re.compile(rf"(?:发布|公开|更新|上传)?(?:日期|时间)：?(?P<date>{DATE}|{PLAIN_DATE})")
_ISSUER_FIELD = re.compile(r"(?:发文机关|发布机构|发布机关|发文单位|发布单位|制发机关|公开主体)：?(?P<issuer>[\u4e00-\u9fff]{3,30}?)(?=$|成文|发布|日期|文号|主题|索引|有效|公开|生成)")


@dataclass(frozen=True)
class Notice:
    """One notice: what identifies it, and the lines of its body."""

    source: Source
    doc: str
    number: str | None
    title: str
    date: str | None
    issuer: str | None
    kind: DocumentKind
    head: Passage
    head_title: Passage
    body: tuple[Line, ...]

    @property
    def place(self) -> str:
        """The issuer's place name without its level: 景德镇 of 景德镇市人民政府."""
        match = re.match(r"(.{2,8}?)(?:省|市|县|区|州|盟|旗)", self.issuer or "")
        return match[1] if match else ""


@dataclass(frozen=True)
class _Title:
    first: int
    last: int
    text: Passage


def cut(source: Source) -> list[Notice]:
    """Return the notices of a text in order; a text without a title is one notice."""
    all_lines = lines(source)
    if not all_lines:
        return []
    squeezed = [squeeze(line.text) for line in all_lines]
    titles = _titles(source, all_lines, squeezed)
    starts = [_start(title, squeezed) for title in titles]
    notices = []
    for index, title in enumerate(titles):
        start = 0 if index == 0 else starts[index]
        end = starts[index + 1] if index + 1 < len(titles) else len(all_lines)
        notices.append(_notice(source, all_lines[start:end], squeezed[start:end], title, start))
    return notices


def _titles(source: Source, all_lines: Sequence[Line], squeezed: Sequence[str]) -> list[_Title]:
    found: list[_Title] = []
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
) -> _Title | None:
    text = squeezed[first]
    meeting = _MEETING.fullmatch(text)
    if meeting and first + 1 < len(squeezed):
        chair = _CHAIR_LINE.fullmatch(squeezed[first + 1])
        if chair and is_name(chair[1]):
            return _Title(first, first, all_lines[first].passage())
    if _FIELD_LINE.match(text):
        return None
    if "关于" not in text and not _opens_with_issuers(squeezed, first):
        return None
    joined = ""
    for last in range(first, min(first + 7, len(squeezed))):
        line = squeezed[last]
        if last > first and (_NUMBER_LINE.fullmatch(line) or line.endswith(("：", "。", "；"))):
            break
        joined += line
        if joined.count("《") != joined.count("》") or not _TITLE_END.search(joined):
            continue
        if last + 1 < len(squeezed) and _GOES_ON.match(squeezed[last + 1]):
            continue
        match = _TITLE.fullmatch(joined) or _LIST_TITLE.fullmatch(joined)
        if match and _is_issuer(match["issuer"]):
            return _Title(first, last, passage(source, all_lines[first].start, all_lines[last].end))
    return None


def _opens_with_issuers(squeezed: Sequence[str], first: int) -> bool:
    """A title may open with its issuers, a line each, before the line with 关于."""
    for index in range(first, min(first + 4, len(squeezed))):
        text = squeezed[index]
        if index > first and text.startswith("关于"):
            return True
        if _LIST_TITLE.fullmatch("".join(squeezed[first : index + 1])):
            return True
        if not is_org(text.removesuffix("文件")) or re.search(r"[，。；：]", text):
            return False
    return False


def _is_issuer(text: str) -> bool:
    return not text or is_org(text) or text.endswith(("文件", "人大常委会", "党委", "党组", "联合"))


def _opens_notice(title: _Title, squeezed: Sequence[str], *, first: bool) -> bool:
    """A first title stands by itself; a later one needs a number or recipients beside it."""
    if first:
        return True
    if _MEETING.fullmatch(title.text.text):
        return True
    after = squeezed[title.last + 1 : title.last + 4]
    before = squeezed[max(0, title.first - 2) : title.first]
    if any(_NUMBER_LINE.fullmatch(line) for line in [*after[:2], *before]):
        return True
    if any(_PASSED.fullmatch(line) for line in after[:1]):
        return True
    return any(_RECIPIENTS.match(line) for line in after[:2]) and _is_issuer_given(title)


def _is_issuer_given(title: _Title) -> bool:
    match = _TITLE.match(title.text.text)
    return match is not None and bool(match["issuer"])


def _start(title: _Title, squeezed: Sequence[str]) -> int:
    """Return the line where a notice begins: its number may stand above its title."""
    after = squeezed[title.last + 1 : title.last + 3]
    if any(_NUMBER_LINE.fullmatch(line) for line in after):
        return title.first
    for above in range(title.first - 1, max(-1, title.first - 3), -1):
        if _NUMBER_LINE.fullmatch(squeezed[above]):
            return above
    return title.first


def _fallback_title(all_lines: Sequence[Line], squeezed: Sequence[str]) -> _Title:
    for index, text in enumerate(squeezed[:30]):
        if _TABLE_TITLE.fullmatch(text):
            return _Title(index, index, all_lines[index].passage())
    for index, text in enumerate(squeezed[:12]):
        if _MINUTES.fullmatch(text) or (len(text) > 5 and _TITLE_END.search(text)):
            return _Title(index, index, all_lines[index].passage())
    for index, text in enumerate(squeezed[:12]):
        if 4 < len(text) <= 60 and not re.search(r"[：。，；>]", text) and not _NUMBER_LINE.fullmatch(text):
            return _Title(index, index, all_lines[index].passage())
    return _Title(0, 0, all_lines[0].passage())


def _notice(
    source: Source, part: Sequence[Line], squeezed: Sequence[str], title: _Title, start: int
) -> Notice:
    first, last = title.first - start, title.last - start
    number, number_date, number_line = _number(part, squeezed, first, last)
    issuer = _issuer(title, squeezed, last)
    kind = _kind(title.text.text, squeezed)
    date = number_date or _date(squeezed, first, last)
    if kind == "meeting" and date is None:
        date = next((day for line in squeezed[last + 1 : last + 5] if (day := iso_without_year(line))), None)
    head = title.text
    if number_line is not None and abs(number_line - last) <= 2:
        lo, hi = min(first, number_line), max(last, number_line)
        head = passage(source, part[lo].start, part[hi].end)
    name = title.text.value
    body = tuple(part[:first]) + tuple(part[last + 1 :])
    return Notice(source, number or name, number, name, date, issuer, kind, head, title.text, body)


def _number(
    part: Sequence[Line], squeezed: Sequence[str], first: int, last: int
) -> tuple[str | None, str | None, int | None]:
    near = sorted(range(min(len(squeezed), last + 8)), key=lambda i: abs(i - last) if i > last else abs(i - first) + 1)
    for index in near:
        match = _NUMBER_LINE.fullmatch(squeezed[index])
        if match:
            whole = part[index].passage()
            date = iso(match["date"]) if match["date"] else None
            return whole.group(match, "number").value, date, index
    for index in near:
        match = _NUMBER_FIELD.search(squeezed[index])
        if match:
            return part[index].passage().group(match, "number").value, None, None
    return None, None, None


def _date(squeezed: Sequence[str], first: int, last: int) -> str | None:
    """Signature, then the line below the title, then the page's own fields."""
    signed = [line for line in squeezed[last + 1 :] if not line.endswith("印发")]
    for line in [*reversed(signed), *reversed(squeezed[last + 1 :])]:
        match = _DATE_LINE.fullmatch(line) or re.fullmatch(rf".{{3,40}}?(?P<date>{DATE})(?:印发)?", line)
        if match and not re.search(r"[，。；：]", line):
            return iso(match["date"])
    head = [*squeezed[: last + 1], *squeezed[last + 1 : last + 6]]
    tail = squeezed[-8:]
    for pattern in (_ISSUED, _PUBLISHED):
        for line in [*head, *tail]:
            match = pattern.search(line)
            if match:
                return iso(match["date"])
    for line in [*squeezed[last + 1 : last + 4], *squeezed[: last + 1]]:
        match = re.search(rf"（({DATE})[^（）]*）", line)
        if match:
            return iso(match[1])
    return None


def _issuer(title: _Title, squeezed: Sequence[str], last: int) -> str | None:
    match = _TITLE.match(title.text.text) or _LIST_TITLE.match(title.text.text)
    if match and match["issuer"]:
        return title.text.group(match, "issuer").value
    minutes = _MEETING.fullmatch(title.text.text)
    if minutes:
        return None
    tail = list(squeezed[last + 1 :])
    for index in range(len(tail) - 1, 0, -1):
        if _DATE_LINE.fullmatch(tail[index]):
            signer = tail[index - 1]
            if len(signer) <= 40 and is_org(signer) and not re.search(r"[，。；：]", signer):
                return signer
            break
    for line in squeezed:
        field = _ISSUER_FIELD.search(line)
        if field:
            return field["issuer"]
    return None


def _kind(title: str, squeezed: Sequence[str]) -> DocumentKind:
    """Say what a notice is for, from its title."""
    if re.search(r"召开.*会议?$|会议纪要$", title):
        return "meeting"
    if re.search(r"分工|领导.*职责|领导之窗|政府领导$|领导班子$|领导简介$", title):
        return "division"
    if re.search(r"A、?/?B(?:、?C)?(?:角|岗)|AB制", title):
        return "ab-system"
    if re.search(r"任免|任职|免职|任命|聘任|免去|职务|挂职|辞去|任前|解聘", title):
        return "appointment"
    if re.search(r"领导小组|指挥部|委员会|工作小组|协调小组|专班|工作组|联席会议|议事协调机构", title) and re.search(
        r"成立|调整|设立|组建|组成人员|成员|建立|更名|撤销|充实|变更|名单", title
    ) and "印发" not in title:
        return "group"
    if re.search(r"通报|报告|完成情况|公报", title):
        return "report"
    return "plan"
