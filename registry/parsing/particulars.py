"""What identifies a notice beside its title: number, date, issuer, kind."""

from __future__ import annotations

import re
from collections.abc import Sequence

from registry.model.facts import DocumentKind
from registry.parsing.dates import DATE, PLAIN_DATE, iso
from registry.parsing.lists import is_org
from registry.parsing.text import Line

_NUMBER = r"[\u4e00-\u9fff]{1,14}[〔（](?:19|20)\d{2}[〕）]第?\d{1,5}号|[\u4e00-\u9fff]{2,12}(?:令)?第\d{1,4}号"
NUMBER_LINE = re.compile(
    rf"（?(?P<number>{_NUMBER})）?(?P<date>{DATE})?(?:(?:签发人|发布时间|发布日期|成文日期)：.*|〔字体.*|〔字号.*)?"
)
"""Matches a line, without white space, that is a document number, with or without a date."""
_NUMBER_FIELD = re.compile(rf"(?:文号|字号|文件编号|发文号)〔?：?〕?(?P<number>{_NUMBER})")
_DATE_LINE = re.compile(rf"(?:（)?(?P<date>{DATE}|{PLAIN_DATE})(?:印发|修订|发布)?(?:）)?")
_SIGNED_LINE = re.compile(rf"(?P<by>.{{3,40}}?)(?P<date>{DATE})(?:印发)?")
_ISSUED = re.compile(
    rf"(?:印发|成文|发文|制发|签发|生成)(?:日期|时间)：?(?P<date>{DATE}|{PLAIN_DATE})"
)
_PASSED = re.compile(rf"^（(?P<date>{DATE})[^（）]*会议[^（）]*通过）")
_PUBLISHED = re.compile(
    rf"(?:(?:发布|公开|更新|上传)?(?:日期|时间)：?|^)(?P<date>{DATE}|{PLAIN_DATE})(?!.*[，。；])"
)
_ISSUER_FIELD = re.compile(
    r"(?:发文机关|发布机构|发布机关|发文单位|发布单位|制发机关|公开主体)：?(?P<issuer>[\u4e00-\u9fff]{3,30}?)(?=$|成文|发布|日期|文号|主题|索引|有效|公开|生成)"
)


def read_number(
    part: Sequence[Line], squeezed: Sequence[str], first: int, last: int
) -> tuple[str | None, str | None, int | None]:
    """Return the number, the date beside it and its line; ``first`` and ``last`` are the title's."""
    near = sorted(
        range(min(len(squeezed), last + 8)),
        key=lambda i: abs(i - last) if i > last else abs(i - first) + 1,
    )
    for index in near:
        match = NUMBER_LINE.fullmatch(squeezed[index])
        if match:
            whole = part[index].passage()
            # Beside a page's own fields the date is the page's, not the notice's.
            date = iso(match["date"]) if match["date"] and "〔字" not in match.group() else None
            return whole.group(match, "number").value, date, index
    for index in near:
        match = _NUMBER_FIELD.search(squeezed[index])
        if match:
            return part[index].passage().group(match, "number").value, None, None
    return None, None, None


def read_date(squeezed: Sequence[str], last: int) -> str | None:
    """Return the date: the signature's, the masthead's, the page's fields, the line below the title."""
    signed = [line for line in squeezed[last + 1 :] if not line.endswith("印发")]
    masthead = [line for line in squeezed[:last] if line.endswith("日")]
    for line in [*reversed(signed), *reversed(squeezed[last + 1 :]), *masthead]:
        match = _DATE_LINE.fullmatch(line) or _SIGNED_LINE.fullmatch(line)
        signer = match.groupdict().get("by", "办公室") if match else ""
        if (
            match
            and is_org(signer)
            and not re.search(r"\d", signer)
            and not re.search(r"[，。；：]", line)
        ):
            return iso(match["date"])
    head = [*squeezed[: last + 1], *squeezed[last + 1 : last + 6]]
    tail = squeezed[-8:]
    below = squeezed[last + 1 : last + 4]
    for pattern, near in (
        (_ISSUED, [*head, *tail]),
        (_PASSED, below),
        (_PUBLISHED, [*head, *tail]),
    ):
        for line in near:
            match = pattern.search(line)
            if match:
                return iso(match["date"])
    for line in [*below, *squeezed[: last + 1]]:
        match = re.search(rf"（({DATE})[^（）]*）", line)
        if match:
            return iso(match[1])
    return None


def read_signer(part: Sequence[Line], squeezed: Sequence[str], last: int) -> str | None:
    """Return who signs above the date, or whom the page names as issuer."""
    tail = list(squeezed[last + 1 :])
    for index in range(len(tail) - 1, 0, -1):
        if _DATE_LINE.fullmatch(tail[index]):
            signer = tail[index - 1]
            if len(signer) <= 40 and is_org(signer) and not re.search(r"[，。；：]", signer):
                return part[last + index].words.value
            break
    for place, line in enumerate(squeezed):
        field = _ISSUER_FIELD.search(line)
        if field:
            return part[place].words.group(field, "issuer").value
    return None


_OTHERS_UNCHANGED = re.compile(r"(?:其他|其它|其余)[^，。；]{0,14}(?:不变|不作调整|不再调整)")


# Who has a leader's work while he is away: a division of labour for that time.
_WHILE_AWAY = re.compile(
    r"(?:领导|班子成员|同志|[市县区]长)(?:同志)?[^，《》]{0,8}(?:外出|离岗|学习|挂职|休假|病休|空缺|缺位)[^，《》]{0,8}(?:工作|职责)[^，《》]{0,4}(?:安排|代管|交接)"
)


def read_partial(title: str, squeezed: Sequence[str]) -> bool:
    """Say whether the notice leaves the work of those whom it does not name as it was.

    Its text says so, or its title that it is for the time of somebody's absence.
    """
    text = "".join(squeezed)
    return (_WHILE_AWAY.search(title) or _OTHERS_UNCHANGED.search(text)) is not None


def kind_of(title: str) -> DocumentKind:
    """Say what a notice is for, from its title."""
    if re.search(r"(?:召开|举行).*会议?$|会议纪要$", title):
        return "meeting"
    if re.search(r"任务分工|责任分工|工作任务", title) and not re.search(r"领导|班子成员", title):
        return "plan"
    if re.search(
        r"分工|领导.*职责|领导之窗|政府领导$|领导班子$|领导简介$|班子成员[^，《》]{0,6}工作任务|(?:明确|调整)[^，《》]{0,20}分管(?:领导|负责人)|领导(?:同志|干部)?(?:分管|联系|挂联|包联)[^，《》]{0,20}(?:安排|一览表|名单)的通知$",
        title,
    ) or _WHILE_AWAY.search(title):
        return "division"
    if re.search(r"A、?/?B(?:、?C)?(?:角|岗)|AB制|主、?副岗", title):
        return "ab-system"
    if re.search(
        r"任免|任职|免职|任命|聘任|免去|职务|挂职|辞去|辞职请求|任前|解聘|(?:调整|调配|任用|配备)[^，《》]{0,24}干部的|代理[省市县区州盟旗]长$|(?:领导|人事|人员)变动的|[长理记任席](?:调整|变动|变更)的(?:通知|公告|决定)$",
        title,
    ):
        return "appointment"
    if (
        re.search(
            r"领导小组|指挥部|委员会|工作小组|协调小组|专班|工作组|联席会议|议事协调机构|非常设机构",
            title,
        )
        and re.search(r"成立|调整|设立|组建|组成人员|成员|建立|更名|撤销|充实|变更|名单", title)
        and "印发" not in title
    ):
        return "group"
    if re.search(r"通报|报告|完成情况|公报", title):
        return "report"
    return "plan"
