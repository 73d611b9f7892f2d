"""A group's office: where it sits, and who heads it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from registry.model import facts
from registry.parsing.clause import evidence
from registry.parsing.clauses.group_place import Place
from registry.parsing.clauses.seats import ROLE, Seat
from registry.parsing.clauses.unit_seats import OrgSeat, is_post, names_units
from registry.parsing.lists import is_org, org_items
from registry.parsing.persons import is_name
from registry.parsing.text import Passage

OF_GROUP = r"(?:领导小组|指挥部|小组|专班|委员会|联席会议|该组)?"
"""A pattern for the group's own word before a role (任领导小组组长)."""
INSTEAD = re.compile(r"(?:接替|代替|替换|接任)[^，。；、]{2,10}(?:同志)?的?$")
"""Matches whom somebody follows in a seat (王五接替李四同志)."""
_IN_A_SEAT = re.compile(rf"(?:担任|出任|任|为){OF_GROUP}{ROLE}并?$")
_SITS = re.compile(
    r"(?P<what>[\u4e00-\u9fff]{0,40}?(?:办公室|秘书处|组|中心|办))(?:，(?P<office>办公室|秘书处)?|（)?(?:(?:办公)?地点)?(?:(?:设立?|设置|挂靠)?(?:在|于)|挂靠(?:在|于)?)(?P<org>[^，。；（）]{2,40}(?:（[^（）]*）)?)"
)
_WORKS_THERE = re.compile(r"(?:合署)?办公$|内$")
_SITS_AFTER = re.compile(
    r"^[（，]?(?:(?:办公)?地点)?(?:设立?|设置|挂靠)(?:在|于)(?P<org>[^，。；（）]{2,40}(?:（[^（）]*）)?)"
)
_DIRECTOR = r"(?:第一|常务|执行|专职|兼职)?副?主任"
_OFFICE_BY = re.compile(
    rf"(?P<who>[^，。；]{{2,60}}?(?:(?<!负责)(?<!领导)同志)?)(?:分别)?(?:兼任|担任|(?<![主责])任|兼|为(?=[^，。；、]{{0,6}}办公室))(?:{OF_GROUP}|[^，。；、]{{1,6}}?(?=办公室))(?P<office>办公室)?(?P<role>{_DIRECTOR})(?=[，。；、]|$)"
)
_OFFICE_LABEL = re.compile(
    rf"(?P<office>办公室)(?P<role>{_DIRECTOR})：(?P<who>[\u4e00-\u9fff·]{{2,8}})(?=（兼）|[，。；]|$)"
)
_OFFICE_ROLE_BY = re.compile(
    rf"(?P<office>办公室)?(?P<role>{_DIRECTOR})(?:分别)?(?:改由|由)(?P<who>[^。；由]{{2,400}}?)(?:(?<!负责)(?<!领导)同志)?(?:分别)?(?:兼任|担任|接任|继任|(?<![主责])任|兼)(?=[，。；、]|$)"
)


def read_offices(doc: str, sentence: Passage, where: Place) -> Iterator[facts.AnyFact]:
    """Yield where a sentence says that the office, or a part, sits."""
    assert where.group is not None
    found = [
        (match["what"] + (match["office"] or ""), sentence.group(match, "org"))
        for match in _SITS.finditer(sentence.text)
    ]
    alone = _SITS_AFTER.match(sentence.text)
    if alone and not found and where.part is not None:
        found = [(where.part, sentence.group(alone, "org"))]
    for what, orgs in found:
        part = next(
            (name for name in where.parts if what.removesuffix("办公室").endswith(name)), None
        )
        if part is None and not what.endswith(("办公室", "秘书处", *where.office_names)):
            continue
        works = _WORKS_THERE.search(orgs.text)
        for item in org_items(orgs[: works.start()] if works else orgs):
            if is_org(item.name.text):
                yield facts.Office(
                    group=where.group,
                    org=item.name.value,
                    subgroup=part,
                    **evidence(doc, sentence, item.name),
                )


def read_office_heads(doc: str, sentence: Passage, where: Place) -> Iterator[facts.AnyFact]:
    """Read 办公室主任由X兼任 and X任办公室副主任."""
    if "主任" not in sentence.text or re.search(r"任命|聘任|免去", sentence.text):
        return
    done: list[tuple[int, int]] = []
    for pattern in (_OFFICE_LABEL, _OFFICE_ROLE_BY, _OFFICE_BY):
        for match in pattern.finditer(sentence.text):
            if not (match["office"] or _speaks_of_office(sentence, match, where)):
                continue
            if any(start < match.end("role") and match.start() < end for start, end in done):
                continue
            who = sentence.group(match, "who")
            who = who[who.text.rfind("由") + 1 :]
            for aside in (_IN_A_SEAT, INSTEAD):
                found = aside.search(who.text)
                who = who[: found.start()] if found else who
            who = who.strip("，、")
            listed = where.people(who)
            if listed is None and (is_post(who.text) or names_units(who.text)):
                done.append(match.span())
                yield from where.seat(doc, OrgSeat(match["role"], None, who, sentence), "办公室")
            for name, title in listed or ():
                done.append(match.span())
                said = Seat(match["role"], name, title.value if title else None, sentence)
                yield from where.seat(doc, said, "办公室")


def _speaks_of_office(sentence: Passage, match: re.Match[str], where: Place) -> bool:
    return "办公室" in sentence.text[: match.start()] or (
        where.office and not str(where.group).endswith("委员会")
    )


def is_of_office(text: str, index: int, role: str | None, where: Place) -> bool:
    """主任 is the office's head where the office is spoken of, else a committee's."""
    if role is None or not re.fullmatch(_DIRECTOR, role):
        return False
    return "办公室" in text[:index] or (where.office and not str(where.group).endswith("委员会"))


_WITH_HEAD = re.compile(
    rf"(?:^|[，；]){OF_GROUP}办公室{_DIRECTOR}(?:改?由|：)|(?:任|兼|为){OF_GROUP}办公室{_DIRECTOR}"
    rf"|办公室，?(?:设|挂靠)[^。；]*?[，由]{_DIRECTOR}(?:改?由|：)"
)
_BARE_HEAD = re.compile(rf"办公室(?={_DIRECTOR}(?P<who>[\u4e00-\u9fff·]{{2,8}})(?:[，。；]|$))")


def has_office_seat(text: str, index: int, role: str | None, where: Place) -> bool:
    """Say whether a role at ``index`` is the office's: 办公室主任由A兼任，成员由B、C组成."""
    return is_of_office(text, index, role, where) or (
        role == "成员" and _WITH_HEAD.search(text, 0, index) is not None
    )


def office_roles(sentence: Passage) -> Passage | None:
    """Return the stretch of 办公室主任A，副主任B、C that begins with the first role."""
    match = _BARE_HEAD.search(sentence.text)
    return sentence[match.end() :] if match and is_name(match["who"]) else None
