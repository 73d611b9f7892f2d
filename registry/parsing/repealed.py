"""Which notices a notice ends in its text: 《…》（…号）同时废止, 同时废止…号文件."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from registry.parsing.text import Line, join

_NUMBER = r"[\u4e00-\u9fff]{1,14}〔\d{4}〕第?\d{1,5}号"
_ONE = rf"(?:《(?:[^《》]|《[^《》]*》)+》(?:（[^（）]{{0,60}}）)?|{_NUMBER}(?:文件|通知)?)"
_LIST = rf"{_ONE}(?:(?:、|和|及|以及|与|，)?{_ONE}){{0,30}}"
_ENDS = r"(?:废止|停止执行|作废|宣布失效)"
_ENDED = re.compile(
    rf"(?P<list>{_LIST})等?(?:文件|通知)?，?(?:从|自)?[^，。；不未已《》]{{0,14}}?(?<![不未已]){_ENDS}"
    rf"|(?<![不未已])废止(?P<behind>{_LIST})"
)
_EACH = re.compile(_ONE)
_LEAD = re.compile(r"(?:原|此前|以前|将|对|的|现|即|废止|同时|发布|印发)+")
_SPEAKS = re.compile(_ENDS)


def read_repealed(body: Sequence[Line], title: str) -> tuple[str, ...]:
    """Return the notices that the text ends, each as it names it: its title, its number, both.

    Only what stands with its name beside the verb counts: 此前有关规定同时废止 ends none by
    name, and 已废止的… tells of what another notice ended. In a notice that is there to end
    others, the lines of a list below the verb count as well.
    """
    if not any("废" in line.text or "失效" in line.text or "停止" in line.text for line in body):
        return ()
    whole = join([line.words for line in body])
    if not _SPEAKS.search(whole.text):
        return ()
    found: list[str] = []
    for match in _ENDED.finditer(whole.text):
        listed = whole.group(match, "list" if match["list"] else "behind")
        for one in _EACH.finditer(listed.text):
            lead = _LEAD.match(one.group())
            found.append(listed[one.start() + (lead.end() if lead else 0) : one.end()].value)
    if _SPEAKS.search(title):
        found.extend(_listed(body))
    return tuple(dict.fromkeys(found))


_ENUM = r"(?:（?[一二三四五六七八九十\d]{1,3}[）、.．]|\d{1,3}(?=[\u4e00-\u9fff《]))?"
_ITEM = re.compile(rf"{_ENUM}(?P<one>{_ONE})[，。；、]?")
_TURNS = re.compile(r"修改|继续有效|保留")


def _listed(body: Sequence[Line]) -> Iterator[str]:
    """Yield the items of lists below a line that speaks of ending: 废止下列文件：."""
    ends = False
    for line in body:
        item = _ITEM.fullmatch(line.words.text)
        if item is None:
            speaks = _SPEAKS.search(line.text) is not None
            ends = speaks or (ends and not _TURNS.search(line.text))
        elif ends:
            yield line.words.group(item, "one").value
