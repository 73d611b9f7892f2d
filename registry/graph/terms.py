"""What a notice adds to an appointment: probation, secondment, acting, temporary charge."""

from __future__ import annotations

import re
from enum import Enum

from msgspec import Struct

from registry.graph.dates import later
from registry.graph.quotes import begins
from registry.model.facts import Appointed, ConcurrentlyAppointed, Document, Post

Opening = Post | Appointed | ConcurrentlyAppointed
"""A fact that gives somebody a title or a post."""


class Tenancy(Enum):
    """How a post is held. A third kind, cover by an AB pair, is of absences and never of posts."""

    HOLDS = "holds"
    ACTING = "acting_by_statute"
    """代县长, 代理县长: named by the people's congress or its standing committee."""
    CHARGE = "temporary_charge"
    """主持工作: a deputy runs the body while its head's post is vacant."""


_NUMBER = "一二两三四五六七八九十"
_LENGTH = re.compile(
    rf"(?<!\d)(?P<number>\d{{1,2}}|十?[{_NUMBER}]|半)个?(?P<unit>年|月)(?![起份\d])(?P<more>半)?"
)
_UNTIL = re.compile(r"(?:至|到)(?P<year>\d{4})年(?:(?P<month>\d{1,2})月)?(?:(?P<day>\d{1,2})日)?")
_SECONDED = re.compile("挂职|挂任")
_ACTING = re.compile(
    r"代理?(?=(?:省|市|县|区|州|旗|盟|镇|乡|院|检察)长|主席|主任|局长|厅长|部长|(?:省|市|县)政府)"
)
_IN_CHARGE = re.compile(r"[（(][^（）()]*主持[^（）()]*工作[^（）()]*[）)]")
_CHARGE_WORDS = re.compile(r"主持[^，。；]{0,8}工作")
_BRACKET = re.compile(r"[（(][^（）()]*[）)]$")


class Terms(Struct, frozen=True):
    """The days that an appointment's terms come to, as far as they are written."""

    probation_until: str | None = None
    """The end of the probation: the post goes on."""
    ends: str | None = None
    """The end of a secondment of a stated length: the post ends by itself."""


def title_of(fact: Opening) -> str:
    """Return the title or post that ``fact`` gives."""
    return fact.title if isinstance(fact, Post) else fact.post


def terms_of(fact: Opening, document: Document) -> Terms:
    """Return what the terms of ``fact`` come to, counted from when its notice counts.

    Terms without a length (挂职 alone) end on no day.
    """
    written = fact.terms if not isinstance(fact, Post) else _bracketed(fact.title)
    if not written:
        return Terms()
    end = _end(written, begins(document))
    if "试用" in written:
        return Terms(probation_until=end)
    return Terms(ends=end) if _SECONDED.search(written) else Terms()


def tenancy_of(fact: Opening) -> Tenancy:
    """Return how ``fact`` lets the post be held."""
    title = title_of(fact)
    if is_acting(title):
        return Tenancy.ACTING
    words = title if isinstance(fact, Post) else f"{title}{fact.terms or ''}"
    return Tenancy.CHARGE if _CHARGE_WORDS.search(words) or _beside(fact) else Tenancy.HOLDS


def is_acting(title: str) -> bool:
    """Say whether ``title`` is that of one who acts by statute.

    >>> is_acting("县政府代县长"), is_acting("代理检察长"), is_acting("市人大代表")
    (True, True, False)
    """
    return _ACTING.search(title) is not None


def without_terms(title: str) -> str:
    """Drop a closing bracket, which is no part of a post's name.

    >>> without_terms("市教育局副局长（主持工作）")
    '市教育局副局长'
    """
    return _BRACKET.sub("", title) or title


def filled_by(title: str) -> str:
    """Return the post that one stands in for who has ``title``, acting or in charge.

    >>> filled_by("县政府代县长"), filled_by("代理县长"), filled_by("市教育局副局长（主持工作）")
    ('县政府县长', '县长', '市教育局局长')
    """
    bare = without_terms(title)
    acting = _ACTING.sub("", bare)
    if acting != bare:
        return acting
    head, _, rank = bare.rpartition("副")
    return head + rank


def _beside(fact: Opening) -> bool:
    """Say whether the clause has （主持工作） right behind the post of ``fact``."""
    end = without_terms(title_of(fact))[-3:]
    return any(
        fact.clause[: found.start()].endswith(end) for found in _IN_CHARGE.finditer(fact.clause)
    )


def _bracketed(title: str) -> str | None:
    found = _BRACKET.search(title)
    return found[0] if found else None


def _end(written: str, start: str) -> str | None:
    written = written[max(written.find("试用"), written.find("挂")) :]
    until = _UNTIL.search(written)
    if until is not None:
        parts = (until["year"], until["month"], until["day"])
        return "-".join(part.zfill(2) for part in parts if part)
    length = _LENGTH.search(written)
    return later(start, _months(length)) if length else None


def _months(length: re.Match[str]) -> int:
    unit = 12 if length["unit"] == "年" else 1
    if length["number"] == "半":
        return 6
    more = 6 if length["more"] and unit == 12 else 0
    return _value(length["number"]) * unit + more


def _value(number: str) -> int:
    if number.isdigit():
        return int(number)
    tens = 10 if number.startswith("十") else 0
    digit = number.removeprefix("十")
    return tens + (2 if digit == "两" else "零一二三四五六七八九".find(digit))
