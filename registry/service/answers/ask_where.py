"""A question in words that names a government: which, and the question without its name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from registry.ask.reading import NotUnderstood

_BODY = "人民政府"
_LEAST = 2
"""Characters of a place's bare name: 云陵 of 云陵市."""
_OWN = re.compile(r"(?<=[省市州盟])[^省市州盟]+?[市区县旗]$")
"""The last part of a place within another: 利州区 of 广元市利州区."""
_BARE = re.compile(r"[省市州盟区县旗]$")
_FIRST = re.compile(
    r"\s*(?:请问|想问一下|问一下|想问|麻烦问一下|我想知道|查一下)?[，,：:\s]*(?:在)?"
)
_PLACE = re.compile(rf"{_FIRST.pattern}([\u4e00-\u9fff]{{1,8}}?[省市州盟区县旗](?:{_BODY}|政府)?)")
_BEFORE = re.compile(
    r"(?:[\u4e00-\u9fff]{2,8}?(?:省|自治区)|\b(?:in|of|for|at)\s+|在)$", re.IGNORECASE
)
_AFTER = re.compile(r"^(?:的|里|这边|那边|本级|'s\b|’s\b)?[，,：:、\s]*")


class Where(Struct, frozen=True):
    """The governments that a question may name, and what it asks without the name."""

    governments: tuple[str, ...]
    question: str


def where(question: str, governments: Iterable[str]) -> Where | None:
    """Return whom a question names: by name or place anywhere, by less at its beginning.

    >>> where("青岚市谁管商务？", ["青岚市人民政府", "楚汀市人民政府"])
    Where(governments=('青岚市人民政府',), question='谁管商务？')
    >>> where("谁管商务？", ["青岚市人民政府"]) is None
    True

    Raises:
        NotUnderstood: it names two governments, neither within the other.
    """
    known = tuple(governments)
    found = list(_named(question, known)) or list(_first(question, known))
    if not found:
        return None
    longest = max(found, key=lambda one: one[1] - one[0])
    start, end, _ = longest
    for at, to, name in found:
        if (to <= start or end <= at) and name != longest[2]:
            both = f"{question[start:end]}、{question[at:to]}"
            raise NotUnderstood(both, "一次只问一级政府", "ask about one government at a time")
    names = dict.fromkeys(name for at, to, name in found if (at, to) == (start, end))
    before = _BEFORE.sub("", question[:start])
    return Where(tuple(names), f"{before}{_AFTER.sub('', question[end:])}".strip())


def strange(question: str) -> tuple[str, str] | None:
    """Return the place that a question begins with, and the rest, for one that nobody knows.

    >>> strange("青岚市谁管商务？")
    ('青岚市', '谁管商务？')
    """
    found = _PLACE.match(question)
    return (found[1], _AFTER.sub("", question[found.end() :])) if found is not None else None


def _named(question: str, known: Iterable[str]) -> Iterator[tuple[int, int, str]]:
    """Yield where a government's whole name stands, or its place's."""
    for name in known:
        place = name.removesuffix(_BODY)
        for form in (name, f"{place}政府", place):
            at = question.find(form)
            if form and at >= 0:
                yield at, at + len(form), name
                break


def _first(question: str, known: Iterable[str]) -> Iterator[tuple[int, int, str]]:
    """Yield where a question begins with the last part of a place, or with its bare name."""
    lead = _FIRST.match(question)
    at = lead.end() if lead is not None else 0
    for name in known:
        place = name.removesuffix(_BODY)
        own = _OWN.search(place)
        forms = (own[0] if own is not None else place, _BARE.sub("", place))
        for form in forms:
            if len(form) >= _LEAST and question.startswith(form, at):
                yield at, at + len(form), name
                break
