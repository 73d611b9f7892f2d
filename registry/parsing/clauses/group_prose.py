"""Sentences about a group: its parts, its office, and who takes which role."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from registry.model import facts
from registry.parsing.clause import evidence, sentences
from registry.parsing.clauses import group_names
from registry.parsing.clauses.group_office import (
    read_office_heads,
    read_offices,
)
from registry.parsing.clauses.group_place import Place
from registry.parsing.clauses.group_roles import ENUM, Said, read_roles
from registry.parsing.clauses.one_each import read_seats_one_each
from registry.parsing.clauses.seats import ROLE
from registry.parsing.clauses.unit_seats import OrgSeat
from registry.parsing.lists import is_org, org_items, split_outside, without_alias
from registry.parsing.text import Passage, fold

SUB_HEADING = re.compile(
    rf"{ENUM}(?P<sub>(?!领导小组|工作组|(?:决定)?(?:成立|设立|组建|建立|调整))[\u4e00-\u9fff]{{0,20}}?(?:组|办公室|秘书处|专班|中心))[：。]?"
)
"""Matches a line that is the heading of a group's part."""
_OFFICE_NAME = re.compile(r"办公室（(?:以下)?简称为?“?(?P<short>[^”（）]{1,12}办)”?）")
_NUMBER = re.compile(ENUM)
_PARTS = re.compile(r"下设(?:有|了|立)?(?P<what>[^。；]{2,200})")
_PART = re.compile(rf"{ENUM}(?P<part>[\u4e00-\u9fff“”]{{2,20}}?组)(?=设在|由|：|，|组长|。|（)")
_COUNT = re.compile(
    r"^(?:[一二三四五六七八九十\d]+个|若干个?)?[^：、]{0,12}?(?:工作组|小组|专项组|组|机构|部门)?(?:，?分别(?:是|为))?："
)
_SHARED = re.compile(
    r"(?P<names>(?:[^，。；：、组和]{2,12}[、和])+[^，。；：、组和]{2,12}?)等?[一二三四五六七八九十\d]+个(?:工作|专项|专门|专业)?小?组"
)
_LED = re.compile(r"：?由[^，。；]{2,30}牵头|：[^，。；]{2,30}任组长")
_LEADING = re.compile(
    r"(?:^|[，；：由])(?P<who>[^，。；：由]{2,60}?)(?:共同|联合)?牵头(?:负责|组织|协调)?(?=[，；。]|$)"
)
_TAKING_PART = re.compile(r"牵头，(?P<who>[^。；]+?)等?(?:单位|部门)?(?:参加|参与|配合|组成)")
_OTHERS = re.compile(
    r"各[^，。]{1,8}(?:要|应|须|可)|(?:各(?:县|区|乡|镇|街道|地|单位|部门|市州|市县|成员单位)|其他|参照)"
)


def read_prose(
    doc: str, text: Passage, where: Place, full: Mapping[str, str]
) -> Iterator[facts.AnyFact]:
    """Yield what a paragraph says of the group that ``where`` stands in, and move it on.

    ``full`` gives the fullest name of every name of a group in the notice.
    """
    where.office = "办公室" in text.text or where.under == "办公室"
    where.office_names.update(match["short"] for match in _OFFICE_NAME.finditer(text.text))
    spoken = where.under
    for sentence in sentences(text):
        for named in group_names.set_up(sentence, duty=False):
            if named.name.value in full and named.status is None:
                where.group, where.part = full[named.name.value], None
        number = _NUMBER.match(sentence.text)
        value = sentence[number.end() if number else 0 :].value
        start = next((name for name in full if value.startswith(name)), None)
        spoken = None if start else spoken
        where.group = full[start] if start else _spoken_of(value, full) or where.group
        seated = list(_by_group(sentence, full))
        where.group = where.group or seated[0][0]
        if where.group is None or _OTHERS.match(sentence.text):
            continue
        heading = None if start else SUB_HEADING.fullmatch(sentence.text)
        if (
            heading
            and heading.start("sub") > 0
            and len(sentence) < len(text)
            and _is_part(heading["sub"])
        ):
            spoken = where.part = heading["sub"]
            if spoken.endswith(("组", "专班", "中心")) and spoken not in where.parts:
                where.parts.add(spoken)
                yield facts.Subgroup(
                    group=where.group,
                    subgroup=spoken,
                    **evidence(doc, text, sentence.group(heading, "sub")),
                )
            continue
        part = _PART.match(sentence.text)
        name = part["part"] if part else spoken
        led = part and could_be_part(part["part"], full) and _LED.match(sentence.text, part.end())
        if part and name and (where.awaits_parts or led) and name not in where.parts:
            where.parts.add(name)
            yield facts.Subgroup(
                group=where.group,
                subgroup=name,
                **evidence(doc, sentence, sentence.group(part, "part")),
            )
        yield from _parts(doc, sentence, where)
        yield from read_offices(doc, sentence, where)
        for group, said in seated:
            where.group = group or where.group
            own = name if group is None and name in (*where.parts, "办公室") else None
            each, others = read_seats_one_each(doc, said, where, own)
            yield from each
            yield from read_office_heads(doc, others, where)
            yield from read_roles(doc, others, where, own)
        if name and (spoken or name in where.parts):
            yield from _agencies(doc, sentence, where, name)


def _agencies(doc: str, sentence: Passage, where: Place, part: str) -> Iterator[facts.AnyFact]:
    """Read which agencies lead a part's work and which take part: 由A牵头，B、C配合."""
    for match in _LEADING.finditer(sentence.text):
        orgs = [item.name for item in org_items(sentence.group(match, "who"))]
        if all(is_org(org.text) for org in orgs):
            for org in orgs:
                yield from where.seat(doc, OrgSeat("牵头单位", org, org, sentence), part)
    taking_part = _TAKING_PART.search(sentence.text)
    if taking_part:
        told = Said(doc, sentence, where)
        yield from told.by(sentence.group(taking_part, "who"), "成员", part)


_OF_ROLE = re.compile(ROLE)


def _by_group(sentence: Passage, full: Mapping[str, str]) -> Iterator[tuple[str | None, Passage]]:
    """Part a sentence that gives seats of groups by name, each part without its group's name.

    县水利局局长李四任县防汛抗旱指挥部总指挥 is read as 任总指挥, of that group.
    """
    if re.search(r"任命|聘任|免去", sentence.text):
        yield None, sentence
        return
    found: list[tuple[int, int, str]] = []
    for name in sorted(full, key=len, reverse=True):
        for match in re.finditer(re.escape(fold(name)), sentence.text):
            start, end = match.span()
            if _OF_ROLE.match(sentence.text, end) and not any(
                first < end and start < last for first, last, _ in found
            ):
                found.append((start, end, full[name]))
    found.sort()
    begin = 0
    for index, (start, end, group) in enumerate(found):
        following = found[index + 1][0] if index + 1 < len(found) else len(sentence)
        stop = max((sentence.text.rfind(mark, end, following) for mark in "，；"), default=-1) + 1
        stop = stop if index + 1 < len(found) and stop > 0 else following
        yield group, sentence[begin:start] + sentence[end:stop]
        begin = stop
    if not found:
        yield None, sentence


_SPOKEN_OF = re.compile(rf"[\u4e00-\u9fff]{{2,30}}?{group_names.END}")


def _spoken_of(sentence: str, full: Mapping[str, str]) -> str | None:
    """Return the one group whose name ends as the sentence begins (评审工作领导小组下设…)."""
    said = _SPOKEN_OF.match(sentence) if len(full) > 1 else None
    if said is None or len(said.group()) < _TELLING:
        return None
    meant = {name for short, name in full.items() if short.endswith(said.group())}
    return meant.pop() if len(meant) == 1 else None


_TELLING = 6
"""A shorter name (工作小组) may be any group's."""


def _parts(doc: str, sentence: Passage, where: Place) -> Iterator[facts.AnyFact]:
    assert where.group is not None
    for match in _PARTS.finditer(sentence.text):
        what = sentence.group(match, "what")
        counted = _COUNT.match(what.text)
        what = what[counted.end() :] if counted else what
        where.awaits_parts = not what.text
        shared = _SHARED.match(what.text)
        if shared:
            yield from _parts_sharing(doc, sentence, where, what.group(shared, "names"))
            continue
        named: list[str] = []
        for piece in split_outside(what, "、，和及"):
            part = without_alias(piece.strip("“”：")).name
            counted_last = re.search(
                r"(?<=[组部处])等?[一二三四五六七八九十\d]+个[^，]{0,4}组$", part.text
            )
            part = part[: counted_last.start()] if counted_last else part
            if re.match(
                r"[一二两三四五六七八九十\d]+(?:个|[办室][一二两三四五六七八九十\d]+组$)", part.text
            ):
                where.awaits_parts = True
                continue
            if not re.search(
                r"(?:组|秘书处|中心|专班|办公室|指挥部|分团|部|处)$", part.text
            ) or re.match(r"(?:设在|设于|挂靠|由|负责|承担|具体)", part.text):
                break
            named.append(part.value)
            if part.text.endswith("办公室"):
                continue
            where.parts.add(part.value)
            yield facts.Subgroup(
                group=where.group, subgroup=part.value, **evidence(doc, sentence, part)
            )
        where.part = named[0] if len(named) == 1 else None


def _parts_sharing(
    doc: str, sentence: Passage, where: Place, names: Passage
) -> Iterator[facts.AnyFact]:
    """Read 综合协调、场馆建设两个工作组: the word 组 is that of each."""
    assert where.group is not None
    for name in split_outside(names, "、和"):
        part = f"{name.value}组"
        where.parts.add(part)
        yield facts.Subgroup(group=where.group, subgroup=part, **evidence(doc, sentence, name))


_TELLS_OF_PART = re.compile(
    r"(?:由|负责|(?:主要|工作|具体)?职责)|(?!（[一二三四五六七八九十]|[一二三四五六七八九十]{1,3}、|\d)[^。]*(?:牵头|任副?组长|组长(?:由|为))"
)


def tells_of_part(text: str) -> bool:
    """Say whether a paragraph under a part's heading tells who leads it, or what it does."""
    return _TELLS_OF_PART.match(text) is not None


def could_be_part(name: str, full: Mapping[str, str]) -> bool:
    """Say whether a heading can be that of a part: it is no group's name, and no kind of group."""
    whole = name in full or re.match(r"各|.*(?:领导|小)组$|(?:工作|专项)?专班$", name)
    part = name == "办公室" or name.endswith(("组", "专班"))
    return part and not whole and _is_part(name)


def _is_part(name: str) -> bool:
    """A heading of a list (领导小组, 工作组) is no part of a group."""
    return re.fullmatch(r"(?:领导|工作|专项|协调)?小?组|领导小组|组织机构|工作机构", name) is None
