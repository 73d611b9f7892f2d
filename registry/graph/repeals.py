"""Repeals: which notices a notice ends, by its title or in its text, and where that is not told."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from msgspec import Struct

from registry.model.facts import Document

_REPEALS = re.compile("废止|宣布失效|停止执行")
_NUMBER = r"[\u4e00-\u9fff]{1,14}\s*[〔［\[（(【]\s*\d{4}\s*[〕］\])）】]\s*第?\d{1,5}\s*号"
_NAMED = re.compile(
    rf"《(?P<title>(?:[^《》]|《[^《》]*》)+)》(?:\s*[（(]?\s*(?P<beside>{_NUMBER}))?"
    rf"|(?P<number>{_NUMBER})"
)
_LEAD = re.compile(r"(?:废止|失效|执行|关于|和|与|及|对|将|的|文件|通知|公文)$")
"""What stands before a number in a title: its first sign follows one of these."""
_TELLING = 6
"""A title shorter than this is a part of too many others to tell one notice."""


class Named(Struct, frozen=True):
    """A notice as the title of the one that repeals it names it; ``number`` as it is written.

    What is written before a number runs into it (关于废止青政发〔2024〕9号).
    """

    title: str | None
    number: str | None

    def shown(self) -> str:
        """Return the words by which the notice is named."""
        return f"《{self.title}》" if self.title else self.number or ""


class Unclear(Struct, frozen=True):
    """A repeal that fits several notices in force: it is not known which of them it ends."""

    by: Document
    named: Named
    may_be: tuple[Document, ...]


def repeals(document: Document) -> tuple[Named, ...]:
    """Return the notices that ``document`` repeals by title or text, each as it names it once."""
    told = (document.title, *document.repeals) if is_repeal(document) else document.repeals
    named = dict.fromkeys(named for words in told for named in _named(words))
    numbered = {one.title for one in named if one.number}
    return tuple(one for one in named if one.number or one.title not in numbered)


def is_repeal(document: Document) -> bool:
    """Say whether ``document`` is there to repeal others: then it divides no work itself."""
    return _REPEALS.search(document.title) is not None


def _named(title: str) -> Iterator[Named]:
    for match in _NAMED.finditer(title):
        own, number = match["title"], match["beside"] or match["number"]
        if own and re.fullmatch(_NUMBER, own.strip()):
            own, number = None, own
        yield Named(own, _plain(number) if number else None)


def meant(named: Named, among: Collection[Document]) -> tuple[Document, ...]:
    """Return those ``among`` notices in force that ``named`` may be: one, none or several.

    A number tells one notice, whatever others have the same title; a title reaches one that
    has another number never. The title itself comes before one of which it is a part.
    """
    if named.number is not None:
        found = [d for d in among if d.number and _has_number(named.number, _plain(d.number))]
        if found:
            longest = max(len(_plain(d.number or "")) for d in found)
            return tuple(d for d in found if len(_plain(d.number or "")) == longest)
        among = [d for d in among if not d.number]
    if named.title is None:
        return ()
    title = _bare(named.title)
    same = tuple(d for d in among if _bare(d.title) == title)
    return same or tuple(d for d in among if _is_part(title, _bare(d.title)))


def _is_part(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return len(short) >= _TELLING and short in long


def _has_number(written: str, number: str) -> bool:
    lead = written.removesuffix(number)
    return written.endswith(number) and (not lead or _LEAD.search(lead) is not None)


def _plain(number: str) -> str:
    """Return a number without white space, its year in 〔〕.

    >>> _plain("青政发 [2024] 第9号")
    '青政发〔2024〕9号'
    """
    bare = _bare(number).translate(str.maketrans("［[（(【］])）】", "〔〔〔〔〔〕〕〕〕〕"))
    return bare.replace("〕第", "〕")


def _bare(text: str) -> str:
    return "".join(text.split())
