"""Headings of lists of appointments and removals: 任命：, 决定免去, 免职名单."""

from __future__ import annotations

import re

from registry.parsing.text import Line

_MODE_WORDS = (
    r"(?P<mode>任命|任职|免去|免职|聘任|解聘|补选|选举)(?:名单|人员|如下|下列同志|以下同志)?"
)
_MODE_ALONE = re.compile(rf"(?:决定)?{_MODE_WORDS}：?")
_MODE = re.compile(rf"(?:[，。；：日]|研究|同意|决定|会议)(?:依法)?(?:决定)?{_MODE_WORDS}：$")


def opens_list_of_posts(line: Line) -> bool:
    """Say whether a line heads a list: 任命： or 免去：."""
    text = line.words.text
    speaks = any(word in text for word in ("任", "免", "解聘", "选"))
    return speaks and len(text) < _LONGEST_HEADING and heads_list(text) is not None


_LONGEST_HEADING = 80


def heads_list(text: str) -> bool | None:
    """Say whether a heading (任命：, 决定免去) opens a list of removals; ``None`` for no heading."""
    text = _numberless(text)
    match = _MODE_ALONE.fullmatch(text) or _MODE.search(text)
    return None if match is None else "免" in match["mode"] or match["mode"] == "解聘"


def _numberless(text: str) -> str:
    return re.sub(r"^(?:（?[一二三四五六七八九十]{1,3}[、）]|\d{1,2}[.、．])", "", text)
