"""The parts of a leader's heading: his name and titles, set apart by spaces, commas, brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile, zip_longest

from registry.parsing.lists import split_outside
from registry.parsing.persons import (
    NAME,
    TORN_TITLE,
    could_be_name,
    has_surname,
    is_half_told,
    is_name,
    is_title,
)
from registry.parsing.text import Passage, join, passage

_LEAD_PART = re.compile(
    r"(?:[^\s，（）]|[\r\n])+(?:（(?:挂职|援[疆藏青派]|兼|正[厅处科]级|副[厅处科]级|[^（）]{0,6}主持工作)）)?"
)
_ASIDE = re.compile(
    r"女|男|兼|[\u4e00-\u9fff]{1,4}族|[^，（）、]{0,10}挂职(?![^，（）]*[长任记])[^，（）]{0,6}|正[厅处科]级|副[厅处科]级"
    r"|(?:(?:挂职)?(?:时间|期限|任期)|挂职)?[^，（）]{0,6}\d{4}年[^，（）]{0,20}"
    r"|(?:中共|无党派|民革|民盟|民建|民进|农工|农工民主|致公|九三学社|台盟)(?:党|党员|人士|成员|会员|盟员|社员)?"
)


def lead_parts(lead: Passage) -> list[Passage]:
    """Cut at spaces, commas and brackets, and join the characters of a spaced name.

    A line's end is no cut: what a page's width broke is one word.
    """
    if not lead.at:
        return []
    start, end = lead.at[0], lead.at[-1] + 1
    pieces = [
        passage(lead.source, start + match.start(), start + match.end())
        for match in _LEAD_PART.finditer(lead.source.folded[start:end])
    ]
    joined: list[Passage] = []
    for piece in _titles_joined([piece for piece in pieces if piece]):
        # A bracket behind a title belongs to it (副主任（挂职）), one behind a name does not.
        aside = piece.text.find("（")
        bare = piece[:aside] if 0 < aside <= 3 and not is_title(piece.text[:aside]) else piece
        last = joined[-1] if joined and _only_space_between(joined[-1], piece) else piece[:0]
        half = bare.text.removesuffix("同志")
        sizes = (len(last), len(half))
        if sizes in ((1, 1), (1, 2), (2, 1)) and _is_spaced_name(last.text, half):
            joined[-1] = last + bare
        elif size := _size_of_rest(last, bare):
            joined[-1] = last + bare[:size]
            joined.append(bare[size:])
        else:
            joined.append(bare)
    return [part for part in joined if not _ASIDE.fullmatch(part.text)]


def _only_space_between(one: Passage, other: Passage) -> bool:
    """A comma or a bracket ends a word: 李强，男 is no name of three characters."""
    between = one.source.folded[one.at[-1] + 1 : other.at[0]]
    return not between.strip()


def _size_of_rest(last: Passage, part: Passage) -> int:
    """Return how much of 强副市长 belongs to the 李 before it: a name's rest, then a title."""
    if len(last) != 1 or is_half_told(last.text + part.text):
        return 0
    rests = ((size, part.text[size:]) for size in (1, 2))
    ends = (size for size, rest in rests if is_title(rest) and not TORN_TITLE.match(rest))
    return next((size for size in ends if is_name(last.text + part.text[:size])), 0)


def _is_spaced_name(first: str, second: str) -> bool:
    """A word spaced out as names are (向  前) is one, where it may be.

    Two characters apart are a name whatever the first (海  涛): a title's are joined before.
    """
    text = first + second
    return is_name(text) or (could_be_name(text) and (len(text) == 2 or has_surname(text)))


_SPACED_TITLE = re.compile(r"副?(?:[省市县区州盟旗镇乡局厅处科院校部所站]长|书记|主任|主席)")


def _titles_joined(pieces: Sequence[Passage]) -> Iterator[Passage]:
    """Yield the pieces, the characters of a title that was spaced out (副 市 长) as one."""
    index = 0
    while index < len(pieces):
        size = 1
        if len(pieces[index]) == 1:
            run = takewhile(lambda piece: len(piece) == 1, pieces[index : index + 3])
            title = _SPACED_TITLE.match("".join(piece.text for piece in run))
            size = len(title.group()) if title else 1
        yield pieces[index] if size == 1 else join(pieces[index : index + size])
        index += size


def title_list(titles: Passage) -> list[Passage]:
    """Return the titles of a 、-list, those in brackets with their brackets.

    What a later 委员 ends as well (宣传、统战委员) is spelled out whole.
    """
    every = split_outside(titles, "、，；")
    parts = [part for part in every if part.text and not _ASIDE.fullmatch(part.text)]
    whole: list[Passage] = []
    for part, after in zip_longest(parts, parts[1:]):
        leans = after is not None and after.text.endswith("委员") and 2 < len(after) < 6
        short = len(part) < 7 and not is_title(part.text) and not is_name(part.text)
        whole.append(part + after[-2:] if leans and short else part)
    return whole


def are_names(lead: Passage) -> bool:
    """Say whether what stands before a colon or a duty are several names (梁栋、余波)."""
    parts = lead.text.split("、")
    return len(parts) > 1 and all(map(is_name, parts))


_TITLES_THEN_NAME = re.compile(
    rf"(?P<titles>[^，。；：]{{2,40}})：(?P<name>{NAME})(?:同志)?[。；，]"
)


def titles_then_name(text: Passage) -> tuple[tuple[Passage, ...], Passage, int] | None:
    """Read 局党委委员、副局长：沈涛。 in front of the duties: titles, name and where they end."""
    match = _TITLES_THEN_NAME.match(text.text)
    titles = tuple(title_list(text.group(match, "titles"))) if match else ()
    if match and is_name(match["name"]) and all(is_title(title.text) for title in titles):
        return titles, text.group(match, "name"), match.end()
    return None


_AS_A = re.compile(r"A[角岗](?:职责)?[：，]?(?!为|是|由)")


def without_a(rest: Passage) -> Passage:
    """Take off what says that the duties behind it are the leader's own: A岗负责…."""
    own = _AS_A.match(rest.text)
    return rest[own.end() if own else 0 :]


def stands_apart(body: Passage, end: int) -> bool:
    """Say whether a space parts a duty from what stands before it, which ends as a name does."""
    if end >= len(body):
        return False
    gap = body.source.folded[body.at[end - 1] + 1 : body.at[end]]
    named = any(is_name(body.text[end - size : end]) for size in (2, 3) if size < end)
    return named and bool(gap) and not gap.strip() and "\n" not in gap
