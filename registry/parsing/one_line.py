"""Where the lines of a notice were that was pasted as one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from registry.parsing.dates import DATE

_WHOLE_NOTICE = 150
"""A line longer than this may hold a whole notice: what were its lines is parted by spaces."""
_WITH_HEAD = 40
"""A line longer than this may hold a notice from its title on, whatever parts its lines."""
_SPACES = re.compile(
    r"(?<=[。；：）号日知定]) +(?=\S)| +(?=（[一二三四五六七八九十]{1,2}）|[一二三四五六七八九十]{1,2}、|\d{1,2}[.、]|附件)"
)
_NUMBER = r"[\u4e00-\u9fff]{1,14}〔(?:19|20)\d{2}〕第?\d{1,5}号"
_HEAD = re.compile(
    rf"[^，。；：“”]{{0,60}}关于[^。；：]{{2,120}}?(?:通知|决定|公告|通报|意见|批复)(?= *(?:{_NUMBER}|各[^。；：]{{2,80}}：))"
)
"""Matches a title with the document's number or its recipients right behind it."""
_NUMBERED = re.compile(rf" *{_NUMBER}")
_RECIPIENTS = re.compile(r" *各[^。；：]{2,80}：")
_ROLE = r"(?:第一|常务|执行)?副?(?:组长|主任|总指挥|指挥长|召集人|团长|秘书长)|成员|委员"
_NO_SPACE = re.compile(
    rf"(?<=如下：)|(?<=决定：)|(?<=[。；：])(?=(?:任命|免去|聘任|解聘)：)|(?<=任命：)|(?<=免去：)|(?<=聘任：)|(?<=解聘：)"
    rf"|(?<=[。；）])(?=(?:[一二三四五六七八九十]{{1,3}}、|（[一二三四五六七八九十]{{1,3}}）|\d{{1,2}}[.、．](?!\d)))"
    rf"|(?<=。)(?=[\u4e00-\u9fff]{{3,40}} *{DATE}$)|(?<=[\u4e00-\u9fff])(?={DATE}$)"
    rf"|(?<=[。；：）\s])(?=(?:{_ROLE})：)|(?:(?<=）)| +)(?=(?:领导小组|指挥部|委员会)?(?:下设)?办公室(?:主任)?[设由，在])"
)
"""Matches where a line ended without any space left: behind a heading, before an item, a role or who signs."""


def cuts(line: str) -> Iterator[int]:
    """Yield the places of a folded line at which the lines of the notice that it holds ended."""
    start = len(line) - len(line.lstrip())
    head = _HEAD.match(line, start) if len(line) > _WITH_HEAD else None
    if head is None and len(line) <= _WHOLE_NOTICE:
        return
    places = {gap.start() for gap in _SPACES.finditer(line)}
    if head:
        number = _NUMBERED.match(line, head.end())
        places.update([head.end(), number.end()] if number else [head.end()])
        to = _RECIPIENTS.match(line, number.end() if number else head.end())
        places.update([to.end()] if to else [])
        places.update(gap.start() for gap in _NO_SPACE.finditer(line.rstrip(), head.end()))
    yield from sorted(places)
