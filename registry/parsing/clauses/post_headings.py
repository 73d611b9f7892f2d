"""Headings of lists of appointments and removals: 任命：, 决定免去, 免职名单."""

from __future__ import annotations

import re

from registry.parsing.text import Line, Passage

_MODE_WORDS = (
    r"(?P<mode>任命|任职|免去|免职|聘任|解聘|补选|选举)(?:名单|人员|如下|下列同志|以下同志)?"
)
_MODE_ALONE = re.compile(
    rf"(?:决定|批准)?{_MODE_WORDS}：?|(?:决定|批准)?(?P<of>任命|免去)(?:职务)?的[^，。；：]{{2,24}}(?:人员|同志)：?|(?:决定|批准)?(?P<whose>任命|免去)(?:下列|以下)(?:同志|人员)的?职务：?"
)
_MODE = re.compile(rf"(?:[，。；：日]|研究|同意|决定|会议)(?:依法)?(?:决定)?{_MODE_WORDS}：$")


def opens_list_of_posts(line: Line) -> bool:
    """Say whether a line heads a list: 任命： or 免去：."""
    text = line.words.text
    speaks = any(word in text for word in ("任", "免", "解聘", "选"))
    return speaks and len(text) < _LONGEST_HEADING and heads_list(text) is not None


_INLINE = re.compile(
    r"(?:^|[，。；])(?:现|决定){0,2}(?P<mode>任命|免去|聘任|解聘)：(?=[\u4e00-\u9fff])"
)


def under_heading(sentence: Passage, removing: bool | None) -> tuple[bool | None, Passage]:
    """Return what a sentence stands under, and what of it stands there (经研究决定，任命：王明为…).

    ``removing`` is what it stands under where no heading opens inside it.
    """
    match = _INLINE.search(sentence.text)
    if match is None:
        return removing, sentence
    return match["mode"] in ("免去", "解聘"), sentence[match.end() :]


_LONGEST_HEADING = 80


def heads_list(text: str) -> bool | None:
    """Say whether a heading (任命：, 决定免去) opens a list of removals; ``None`` for no heading."""
    text = _numberless(text)
    match = _MODE_ALONE.fullmatch(text) or _MODE.search(text)
    if match is None:
        return None
    mode = next(word for word in match.groupdict().values() if word)
    return "免" in mode or mode == "解聘"


def _numberless(text: str) -> str:
    return re.sub(r"^(?:（?[一二三四五六七八九十]{1,3}[、）]|\d{1,2}[.、．])", "", text)
