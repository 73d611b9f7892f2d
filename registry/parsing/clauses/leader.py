"""A leader's heading in a division-of-labour notice: who, and with which titles."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from registry.parsing.clauses.duties import AT_START, duties
from registry.parsing.clauses.leader_parts import (
    are_names,
    lead_parts,
    stands_apart,
    title_list,
    titles_then_name,
    without_a,
)
from registry.parsing.persons import (
    NAME,
    could_be_name,
    has_surname,
    is_comrade,
    is_half_told,
    is_name,
    is_title,
    name_at_end,
    name_at_start,
)
from registry.parsing.text import Line, Passage

_ENUM = re.compile(
    r"(?:（?[一二三四五六七八九十]{1,3}[、）.]|（?\d{1,2}[）.、．]|[①-⑳●■◆★▪○□·])(?!\d)"
)
_BESIDES = re.compile(
    r"([^，。；：]{2,60}?(?:，[^，。；：]{2,30}?)?同志)"
    r"(?:除[^，。；]{2,40}外，|在[^，。；]{0,10}[原现][^，。；]{0,12}(?:基础上|的同时)，?)(?:还|同时|另)?"
)
_HIS_PAIR = re.compile(r"[，；（]?其?(?:A、?)?B[角岗](?:：|为)[^，。；：]{2,20}$")
_MEANWHILE = re.compile(rf"[^，。；：]{{2,24}}(?:期间|前|之后)，(?={NAME}同志)")
_NAME_SET_APART = re.compile(
    r"[，（）]?(?:[\u4e00-\u9fff〇]{1,4}|[\u4e00-\u9fff]+·[\u4e00-\u9fff·]+)[\s，（）]"
)
_LONGEST_LEAD = 70
_LONGEST_VERB = 120
_LEAD_MARK = re.compile(r"[（）：。；]")
_HEADING = re.compile(rf"({NAME})(?:同志)?：(?=([^。；，]{{2,40}})$)")


def is_closed_heading(text: str) -> bool:
    """Say whether a text is a name and titles whole: the duties follow on the next line."""
    match = _HEADING.match(text)
    return match is not None and is_name(match[1]) and is_title(match[2])


def opens_section(line: Line) -> bool:
    """Say whether a line begins with a name, set apart, and a title or a colon."""
    if not _NAME_SET_APART.match(line.text):
        return False
    parts = lead_parts(line.words[:_LONGEST_LEAD])
    if len(parts) > 1 and is_name(parts[0].text):
        said = re.sub(r"[：。，；].*|职务.*|（[^（）]*）$", "", parts[1].text)
        return is_title(said.split("、")[0])
    return False


@dataclass(frozen=True)
class Heading:
    """A leader named at the start of a paragraph, and what of the paragraph is left."""

    name: Passage
    titles: tuple[Passage, ...]
    head: Passage
    rest: Passage
    sure: bool
    """Whether a title, 同志 or a duty behind the name proves that it is one."""
    colon: bool

    @property
    def goes_on(self) -> bool:
        """Whether duties follow: in its sentence, or behind one of a name and titles alone."""
        first = self.head.text.startswith(self.name.text) and is_name(self.name.text)
        return bool(self.rest.text) or (bool(self.titles) and first)


def read_heading(text: Passage) -> Heading | None:
    """Read a paragraph's opening as a leader's name and titles; ``None`` where it is not.

    Understands a name or titles first, in brackets, after a space, comma or colon, with
    or without 同志.
    """
    enum = _ENUM.match(text.text)
    start = enum.end() if enum else 0
    body = text[start:]
    pair = _HIS_PAIR.search(body.text) if "B" in body.text[:_LONGEST_LEAD] else None
    body = body[: pair.start()] if pair else body
    meanwhile = _MEANWHILE.match(body.text)
    body = body[meanwhile.end() :] if meanwhile else body
    besides = _BESIDES.match(body.text)
    if besides:
        body = body[: besides.end(1)] + body[besides.end() :]
    if AT_START.match(body.text):
        return None
    if told := titles_then_name(body):
        titles, name, end = told
        return Heading(name, titles, body[: end - 1], body[end:], sure=True, colon=True)
    lead_end = _lead_end(body.text)
    if lead_end is None:
        return None
    rest = body[lead_end:]
    found = _split_lead(body[:lead_end]) or _proved_behind(body[:lead_end], rest)
    if found is None:
        return None
    name, titles, marked = found
    colon = rest.text.startswith("：")
    if rest.text.startswith("。") and not titles:
        return None
    rest = rest.strip("：，。") if rest.text.startswith(("：", "。")) else rest.strip("：，")
    if not titles and colon:
        titles, rest = _titles_after_colon(rest)
    rest = without_a(rest)
    duty = AT_START.match(rest.text) is not None
    if rest.text and not duty and not titles and not marked:
        return None
    if rest.text and not duty and not colon:
        return None
    if rest.text and not duty and len(body.text) > 300:
        return None
    head = (body[: bisect_left(body.at, rest.at[0])] if rest.at else body).strip("：，。")
    return Heading(name, titles, head, rest, bool(titles) or marked or duty, colon)


def _proved_behind(
    lead: Passage, rest: Passage
) -> tuple[Passage, tuple[Passage, ...], bool] | None:
    """Take a short word for a rare name where a colon and titles in brackets follow it."""
    if could_be_name(lead.text) and rest.text.startswith("："):
        told = _IN_BRACKETS.match(rest.text, 1)
        if told and all(map(is_title, re.split("[、，；]", told[1]))):
            return lead, (), True
    return None


_PERSON_FIRST = re.compile(
    r"(?P<name>[\u4e00-\u9fff·]{2,12}?)(?:同志|副?(?:[省市县区州盟旗镇乡局厅处院校部]长|主任|书记|主席|总经理))"
)
_SOME_COMRADES = re.compile(
    r"(?:各位?|其他|其余|全体|上述|以上|有关|相关|党员|班子)[^，。；：]{0,10}同志"
    r"|(?:各位?|其他|其余|全体)[^，。；：]{0,8}(?:领导|班子成员|负责人|副[省市县区州镇乡局院校]长)："
)


def begins_with_another(text: Passage, person: str | None) -> bool:
    """Say whether a text begins with a name, marked by 同志 or a title, that is not ``person``.

    Or with comrades who are not named (其他同志).
    """
    enum = _ENUM.match(text.text)
    start = enum.end() if enum else 0
    if _SOME_COMRADES.match(text.text, start):
        return True
    if not has_surname(text.text[start : start + 2]):
        return False
    found = _PERSON_FIRST.match(text.text, start)
    if found is None or found["name"] == person:
        return False
    marked = text.text.startswith("同志", found.end("name"))
    return is_name(found["name"]) or (marked and is_comrade(found["name"]))


def is_unread_heading(text: Passage) -> bool:
    """Say whether a paragraph begins as a leader's heading does, with a name of no known form.

    That is titles and one short word beside them, or titles, a short word or several names in
    front of a colon and a duty, or what a space parts from its duty.
    """
    enum = _ENUM.match(text.text)
    body = text[enum.end() if enum else 0 :]
    end = None if AT_START.match(body.text) else _lead_end(body.text)
    if not end or duties(body[:end]):
        return False
    parts = lead_parts(body[:end])
    unknown = [part for part in parts if not all(is_title(t.text) for t in title_list(part))]
    rest = body[end:].strip("：")
    given = body.text[end : end + 1] == "：" and AT_START.match(rest.text) is not None
    titled = any((split := name_at_end(part)) and split[0].text for part in unknown)
    if titled or stands_apart(body, end) or are_names(body[:end]) or (given and not unknown):
        return True
    if len(parts) > len(unknown) > 0:
        return len(body) < _LONGEST_LEAD or any(could_be_name(part.text) for part in unknown)
    return given and len(unknown) == 1 and could_be_name(unknown[0].text)


def is_half_heading(text: Passage) -> bool:
    """Say whether a paragraph begins with a surname alone where a leader's name would stand."""
    enum = _ENUM.match(text.text)
    return is_half_told(text.text[enum.end() if enum else 0 :][:_LONGEST_LEAD])


def _lead_end(text: str) -> int | None:
    """Return where the heading stops: at a colon, a duty's verb, or the paragraph's end."""
    stop = min(len(text), _LONGEST_LEAD + 1)
    mark = ""
    depth = 0
    for found in _LEAD_MARK.finditer(text, 0, stop):
        char = found.group()
        depth += (char == "（") - (char == "）")
        if depth == 0 and char in "：。；":
            stop, mark = found.start(), char
            break
    # The verb is searched for, not tried at each place: most paragraphs are no headings.
    end = stop + _LONGEST_VERB
    verb = AT_START.search(text, 2, end)
    while verb and verb.start() < stop:
        lead = text[: verb.start()]
        if lead.count("（") == lead.count("）") and _may_end_lead(lead):
            return verb.start()
        verb = AT_START.search(text, verb.start() + 1, end)
    if mark:
        whole = mark == "。" and re.search(r"[， ]", text[:stop])
        return stop if mark == "：" or whole else None
    return len(text) if len(text) <= _LONGEST_LEAD else None


def _may_end_lead(lead: str) -> bool:
    lead = re.sub(r"（[^（）]*）$", "", lead.rstrip("，"))
    return (
        is_name(lead)
        or lead.endswith("同志")
        or is_title(lead)
        or is_name(lead[-3:])
        or is_name(lead[-2:])
        or any(
            is_title(lead[:-k]) and could_be_name(lead[-k:]) for k in (3, 2, 4, 5) if k < len(lead)
        )
    )


def _split_lead(lead: Passage) -> tuple[Passage, tuple[Passage, ...], bool] | None:
    """Find the one name among the heading's parts; the other parts must be titles."""
    parts = lead_parts(lead)
    name: Passage | None = None
    titles: list[Passage] = []
    marked = False
    # A name that stands alone between titles: these may open with a surname (党组成员, 纪检组长).
    rare = [part for part in parts if could_be_name(part.text)]
    apart = [part for part in parts if is_name(part.text)] or rare
    if len(apart) == 1 and len(parts) > 1:
        others = [title for part in parts if part is not apart[0] for title in title_list(part)]
        if all(is_title(title.text) for title in others):
            return apart[0], tuple(others), True
    for whole_part in parts:
        aside = re.search(r"(?<=同志)（[^（）]*）$", whole_part.text)
        part = whole_part[: aside.start()] if aside else whole_part
        text = part.text
        if name is None:
            bare = part[:-2] if text.endswith("同志") else part
            split = name_at_end(part)
            titled = split is not None and len(split[0]) > 0
            comrade = text.endswith("同志") and not titled and is_comrade(bare.text)
            if is_name(bare.text) or comrade:
                name, marked = bare, marked or text.endswith("同志")
                continue
            if split is not None and titled:
                titles.extend(title_list(split[0]))
                name, marked = split[1], True
                continue
            split = name_at_start(part)
            if split is not None:
                name = split[0]
                titles.extend(title_list(split[1]))
                continue
        if text == "同志":
            marked = True
            continue
        listed = title_list(part)
        if not all(is_title(title.text) for title in listed):
            return None
        titles.extend(listed)
    return None if name is None else (name, tuple(titles), marked)


_IN_BRACKETS = re.compile(r"（([^（）]+)）")


def _titles_after_colon(rest: Passage) -> tuple[tuple[Passage, ...], Passage]:
    """Take titles that stand behind the colon (刘锋：市政府市长、党组书记) off the rest."""
    if AT_START.match(rest.text):
        return (), rest
    inner = _IN_BRACKETS.match(rest.text)
    titles = title_list(rest.group(inner, 1)) if inner else []
    if inner and all(is_title(title.text) for title in titles):
        return tuple(titles), rest[inner.end() :].strip("，：。")
    stop = rest.text.find("。")
    end = _lead_end(rest.text) or max(stop, 0)
    titles = title_list(rest[:end].strip("，：。"))
    if titles and all(is_title(title.text) for title in titles):
        return tuple(titles), rest[end:].strip("，：。")
    return (), rest
