"""Who takes which role in a group: 由A任组长, 组长由A担任, 成员由C组成."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from registry.model import facts
from registry.parsing.clause import evidence
from registry.parsing.clauses import group_names
from registry.parsing.clauses.group_office import (
    INSTEAD,
    OF_GROUP,
    has_office_seat,
    is_of_office,
    office_roles,
)
from registry.parsing.clauses.group_place import Place
from registry.parsing.clauses.seats import ROLE, Seat
from registry.parsing.clauses.unit_seats import read_org_seats
from registry.parsing.lists import is_org, split_outside
from registry.parsing.persons import is_name, is_title, name_at_end
from registry.parsing.text import Passage

ENUM = r"(?:（[一二三四五六七八九十\d]{1,3}）|\d{1,2}[.、．]|[一二三四五六七八九十]{1,3}、)?"
_BY = re.compile(
    rf"(?:兼任|担任|出任|任|为|兼){OF_GROUP}(?P<role>{ROLE})(?:单位)?(?![^，。；、）的]*(?:制|会议))(?=$|[，。；、）的和]|(?:并)?兼)"
)
_ROLE_BY = re.compile(
    rf"(?P<part>[\u4e00-\u9fff]{{2,10}}组)?(?<!办公室)(?P<role>{ROLE})(?:分别|均)?(?:改由|由|为)(?P<who>[^。；]+?)(?:(?<!负责)(?<!领导)(?P<comrade>同志))?(?:分别)?(?:改任|担任|兼任|接任|接替|继任|任|组成(?!员)|构成|参加)(?=$|[，。；、）：])"
)
_NAMED = re.compile(
    rf"(?P<role>{ROLE})(?P<who>[\u4e00-\u9fff·]{{2,8}}(?:、[^，。；：由、]{{2,20}}){{0,20}})(?=[，。；]|$)"
)
_MADE_OF = re.compile(
    rf"(?<!办公室)(?:成员(?:单位)?(?:由|为|包括|有(?!关)|主要由)|(?:联席会议|领导小组|指挥部|专班)由)(?P<who>[^。；]+?)(?:等?\d*个?(?:单位|部门)?(?:组成(?!员)|构成|参加|担任(?!{OF_GROUP}{ROLE}))(?:：(?P<list>[^。；]+))?|[。；]|$)"
)
_CHANGED_TO = re.compile(
    rf"(?P<role>{ROLE})由[^，。；]{{2,24}}?(?:调整为|变更为|改为)(?P<who>[^，。；]{{2,60}})"
)
_FOLLOWED_BY = re.compile(
    rf"(?P<role>{ROLE})[\u4e00-\u9fff·]{{2,8}}(?:同志)?(?:改)?由(?P<who>[^，。；]{{2,60}}?)(?:同志)?(?:接替|接任|继任|担任)(?=[，。；]|$)"
    rf"|不再(?:担任|兼任|任){OF_GROUP}(?P<left>{ROLE})(?:职务|一职)?，(?:改)?由(?P<heir>[^，。；]{{2,60}}?)(?:同志)?(?:接替|接任|继任|担任|兼任)(?=[，。；]|$)"
)
_INLINE = re.compile(
    rf"(?:^|[，；。])(?P<role>{ROLE})：(?P<who>[\u4e00-\u9fff·]{{2,8}}(?:（[^（）]{{1,40}}）)?(?:、[\u4e00-\u9fff·]{{2,8}}(?:（[^（）]{{1,40}}）)?)*)(?=[，。；]|$)"
    rf"|(?:^|[，；。])(?P<is>{ROLE})为(?P<one>[^，。；由：]{{3,40}})(?=[，。；]|$)"
)
_TO_BE_NAMED = re.compile(
    r"^(?:下列|以下|上述)|(?:另行|研究|协商|自行|会议)?(?:确定|决定|指定|抽调|选派|选调|调配|递补|提出|派出|选定)$"
)
_LEADS_ON = re.compile(ENUM)
_ROLE_OF_UNITS = re.compile(rf"(?:^|[，；])(?P<role>{ROLE})单位：(?P<who>[^：；。]{{2,200}})")
_NO_SEAT = re.compile(r"，|召开|召集|会议|委托|可以|应当|必须|需要|[小的]$")
"""Matches what describes no seat: a clause of the sentence that was cut wrongly."""
_HOW = re.compile(r"(?:同志)?(?:共同|分别|同时|均|一并)$")
_COUNTED = re.compile(r"等?[两二三四五六七八九十\d]+(?:位|名)(?:同志)?$")
_LED_BY = re.compile(r".*(?:牵头|负责(?!人|同志|干部))[^，、；]{0,6}[，、；]")
"""Matches which agency leads the work, told before who heads it: no part of that one's title."""
_ADDED = re.compile(r"^(?:增补|调整|补充|增加|明确|同意|新增|增设)")


_LEAVES = re.compile(r"[^，；。]*不再[^，；。]*(?:[，；。]|$)")
_OF_PARTS = re.compile(rf"(?<=[组会部班]，)(?:各[^，；。]{{1,8}}?)?{ROLE}(?:分别|均)?由[^，。；]+")
"""Matches who heads the parts that were named before it: 下设15个专业委员会，主任由…兼任."""
_HAS_PARTS = re.compile(
    r"下设[^。；]*?[一二两三四五六七八九十\d]+个[^，。；]{0,8}(?:组|委员会|指挥部|专班)，"
)


def _of_those_who_stay(sentence: Passage) -> Passage:
    """Return a sentence without those who leave (不再担任) and those who head its parts."""
    while match := _LEAVES.search(sentence.text):
        sentence = sentence[: match.start()] + sentence[match.end() :]
    parts = _HAS_PARTS.search(sentence.text)
    heads = _OF_PARTS.search(sentence.text, parts.end()) if parts else None
    return sentence[: heads.start()] + sentence[heads.end() :] if heads else sentence


def read_roles(
    doc: str, sentence: Passage, where: Place, part: str | None
) -> Iterator[facts.AnyFact]:
    """Read 由A任组长，B任副组长；成员由C组成, in this order of words or the other."""
    yield from _heirs(Said(doc, sentence, where), part)
    sentence = _of_those_who_stay(sentence)
    enum = _LEADS_ON.match(sentence.text)
    said = Said(doc, sentence[enum.end() if enum else 0 :], where)
    sentence = said.sentence
    taken: list[tuple[int, int]] = []
    for pattern in (_CHANGED_TO, _INLINE, _ROLE_OF_UNITS):
        for match in pattern.finditer(sentence.text):
            one = match.groupdict().get("one") is not None
            who = sentence.group(match, "one" if one else "who")
            if one and where.people(who) is None:
                continue
            taken.append(match.span())
            role = sentence.group(match, "is" if one else "role").value
            seat_of_office = has_office_seat(sentence.text, match.start(), role, where)
            yield from said.by(who, role, "办公室" if seat_of_office else part)
    for pattern in (_MADE_OF, _ROLE_BY):
        for match in pattern.finditer(sentence.text):
            groups = match.groupdict()
            if any(start < match.end() and match.start() < end for start, end in taken):
                continue
            if is_of_office(sentence.text, match.start(), groups.get("role"), where):
                continue
            who = sentence.group(match, "who")
            if groups.get("comrade"):
                who = sentence[match.start("who") : match.end("comrade")]
            if pattern is _MADE_OF and _BY.search(f"{who.text}，"):
                continue  # 领导小组由A任组长，B任副组长 says each one's role
            taken.append(match.span())
            if groups.get("list") and group_names.is_generic(who.text):
                who = sentence.group(match, "list")
            role = sentence.group(match, "role").value if groups.get("role") else "成员"
            own = groups.get("part")
            own = own if own in where.parts else part
            seat_of_office = has_office_seat(sentence.text, match.start(), role, where)
            yield from said.by(who, role, "办公室" if seat_of_office else own)
    yield from _roles_behind(said, taken, part)
    told = office_roles(sentence)
    if told is not None and not taken and not _BY.search(sentence.text):
        yield from _roles_before(Said(doc, told, where), "办公室")
    if part is not None and not taken and not _BY.search(sentence.text):
        yield from _roles_before(said, part)


def _heirs(said: Said, part: str | None) -> Iterator[facts.AnyFact]:
    """Read ROLE A改由B接替 and A不再担任ROLE，由B接任."""
    sentence = said.sentence
    for match in _FOLLOWED_BY.finditer(sentence.text):
        role, who = ("role", "who") if match["role"] else ("left", "heir")
        if not is_of_office(sentence.text, match.start(role), match[role], said.where):
            yield from said.by(sentence.group(match, who), match[role], part)


def _roles_before(said: Said, part: str) -> Iterator[facts.AnyFact]:
    """Read 组长A，成员B、C in what is said of a part."""
    for match in _NAMED.finditer(said.sentence.text):
        for who in split_outside(said.sentence.group(match, "who"), "、"):
            if is_name(who.text) or who.text in said.where.known or who.text.startswith("各"):
                yield from said.by(who, match["role"], part)


def _roles_behind(
    said: Said, taken: Sequence[tuple[int, int]], part: str | None
) -> Iterator[facts.AnyFact]:
    """Read WHO任ROLE, one after another, outside the stretches already ``taken``."""
    sentence = said.sentence
    start = 0
    for match in _BY.finditer(sentence.text):
        before = [end for first, end in taken if start <= first and end <= match.start()]
        chunk = sentence[max([start, *before]) : match.start()]
        start = match.end()
        if any(first <= match.start() < end for first, end in taken):
            continue
        if is_of_office(sentence.text, match.start("role"), match["role"], said.where):
            continue
        set_up = max(chunk.text.rfind(word) for word in ("成立", "组建", "设立"))
        chunk = chunk[max(chunk.text.rfind("由") + 1, set_up + 2 if set_up >= 0 else 0) :]
        chunk = chunk.strip("，。；、的")
        led = _LED_BY.match(chunk.text)
        chunk = chunk[led.end() if led else 0 :]
        how = _HOW.search(chunk.text)
        chunk = chunk[1 if chunk.text.startswith("以") else 0 : how.start() if how else None]
        instead = INSTEAD.search(chunk.text)
        chunk = chunk[: instead.start()] if instead else chunk
        added = _ADDED.match(chunk.text)
        role = sentence.group(match, "role").value
        yield from said.by(chunk[added.end() :] if added else chunk, role, part)


_OF_UNIT = re.compile(r"(?P<org>[^，。；：（）]{2,40})（(?P<who>[^（）]{3,30})）")


def _sent_by_units(role: str, who: Passage, clause: Passage) -> tuple[list[Seat], list[Passage]]:
    """Part a list into those whom units send, 市财政局（副局长王明）, and what else is in it."""
    seats: list[Seat] = []
    others: list[Passage] = []
    for item in split_outside(who, "、，"):
        match = _OF_UNIT.fullmatch(item.text)
        split = name_at_end(item.group(match, "who")) if match else None
        if match and split and is_title(split[0].text) and is_org(match["org"]):
            title = item.group(match, "org").value + split[0].value
            seats.append(Seat(role, split[1], title, clause))
        else:
            others.append(item)
    return seats, others if seats else [who]


@dataclass(frozen=True)
class Said:
    """A sentence about a group."""

    doc: str
    sentence: Passage
    where: Place

    def by(self, who: Passage, role: str, part: str | None) -> Iterator[facts.AnyFact]:
        """Yield the seats of those whom ``who`` names: people, or organisations."""
        who = who.strip("，。；、由：")
        counted = _COUNTED.search(who.text)
        who = who[: counted.start()] if counted else who
        if _TO_BE_NAMED.search(who.text):
            return
        if "牵头" in who.text and not is_title(who.text):
            reason = "a seat told in one clause with who leads the work"
            yield facts.Unparsed(reason=reason, **evidence(self.doc, self.sentence, who))
            return
        listed = self.where.people(who) if who.text else []
        if listed is None:
            sent, others = _sent_by_units(role, who, self.sentence)
            for seat in sent:
                yield from self.where.seat(self.doc, seat, part)
            for each in others:
                for unit in read_org_seats(role, each, self.sentence):
                    if unit.org is not None and unit.org.value == self.where.group:
                        continue
                    if unit.org is None and _NO_SEAT.search(unit.description.text):
                        continue
                    yield from self.where.seat(self.doc, unit, part)
            return
        for name, title in listed:
            seat = Seat(role, name, title.value if title else None, self.sentence)
            yield from self.where.seat(self.doc, seat, part)
