"""Seats of organisations' unnamed heads, and seats described by role only."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from registry.parsing.lists import is_org, org_items, split_outside
from registry.parsing.persons import is_title, name_at_end
from registry.parsing.text import Passage

_OF_UNITS = re.compile(
    r"(?:等)?(?:(?:(?<=等)|各?(?:相关|有关|成员))(?:职能)?(?:部门|单位))?(?:的)?"
    r"(?:主要|分管|有关|相关|党政)*(?:负责同志|负责人|领导同志|领导|同志|人员)"
    r"(?:各?(?:一|1)名)?(?:为成员)?(?:组成|担任)?$"
)
_OF_EACH = re.compile(
    r"(?<=政府|街道|道办|事处|乡镇|委会|县区)(?:乡镇长|乡\(镇\)长|主要负责人|镇长|乡长|主任|书记|党委书记|党工委书记)$"
)
_BETWEEN_UNITS = re.compile(
    r"(?<=负责同志)(?:和|及|以及|、|，)|(?<=负责人)(?:和|及|以及|、|，)|(?<=领导)(?:和|及|以及|、|，)"
)
_GOVERNMENT = re.compile(r"(?:人民政府|政府|市委|县委|区委|省委|党委|州委|党工委|管委会)$")
_TELLS = re.compile(r"：|职责|负责(?!人|同志|干部)")
"""Matches what tells of duties, and describes no seat."""
_GENERIC = re.compile(r"(?:相关|有关|各相关|各有关|下列|以下|上述|职能|成员|责任|各成员)")


@dataclass(frozen=True)
class OrgSeat:
    """A seat given to an organisation, or described by role where ``org`` is ``None``."""

    role: str
    org: Passage | None
    description: Passage
    clause: Passage


def names_units(text: str) -> bool:
    """Say whether a row gives seats to organisations' unnamed heads."""
    return len(text) < 80 and _OF_UNITS.search(text) is not None


def read_org_seats(role: str, text: Passage, clause: Passage) -> Iterator[OrgSeat]:
    """Read organisations whose heads sit in a group; a description where none is named."""
    text = text.strip("，。；、：由")
    found: list[Passage] = []
    posts = [item.name for item in org_items(text) if item.name.text]
    if posts and all(is_post(post.text) for post in posts):
        for post in posts:
            yield OrgSeat(role, None, post, clause)
        return
    for part in text.split(_BETWEEN_UNITS):
        tail = _OF_UNITS.search(part.text) or _OF_EACH.search(part.text)
        orgs = part[: tail.start()] if tail else part
        found.extend(item.name for item in org_items(orgs) if item.name.text)
    if found and all(_is_unit(org.text) for org in found) and not _by_role_only(role, text, found):
        for org in found:
            yield OrgSeat(role, org, org, clause)
    elif len(text) > 2 and not _TELLS.search(text.text):
        yield OrgSeat(role, None, text, clause)


def apart(text: Passage) -> list[Passage]:
    """Part a list at commas and semicolons where each side is a seat of its own.

    That is so where one side speaks of units' unnamed heads (各区分管负责同志，市科协主席王明);
    else a comma may part the titles of one person.
    """
    sides = [side for side in split_outside(text, "，；") if side.text]
    whole = all(
        names_units(side.text) or is_title(side.text) or name_at_end(side) is not None
        for side in sides
    )
    parted = len(sides) > 1 and whole and any(names_units(side.text) for side in sides)
    return sides if parted else list(split_outside(text, "；"))


def is_post(text: str) -> bool:
    """县应急管理局局长 and 县公安局分管副局长 are posts without a name, not agencies."""
    return is_title(text) and not _OF_UNITS.search(text) and not text.startswith("各")


_OF_OFFICE = re.compile(
    r"(?:[省市县区州盟旗镇乡]|[\u4e00-\u9fff]{2,6}[行社司院校团队站所])[\u4e00-\u9fff]{2,}"
)


def is_row_of_post(text: str) -> bool:
    """县财政局局长 alone in a row is a seat told by its post; 局长 is no more of a title."""
    return len(text) < 30 and _OF_OFFICE.fullmatch(text) is not None and is_title(text)


def _is_unit(text: str) -> bool:
    if _GENERIC.match(text):
        return False
    return is_org(re.sub(r"（[^（）]*）$", "", text)) or (
        text.startswith("各") and not is_title(text)
    )


def _by_role_only(role: str, text: Passage, found: Sequence[Passage]) -> bool:
    """A government's own 分管领导 is a role, not an organisation's unnamed head."""
    return (
        len(found) == 1
        and _GOVERNMENT.search(found[0].text) is not None
        and text.text.endswith(("领导", "负责同志", "负责人", "同志"))
        and "成员" not in role
    )


def units_alone(role: str, text: Passage) -> Iterator[OrgSeat]:
    """Read a paragraph that is a list of organisations and no more."""
    listed = [item.name for item in org_items(text.strip("。；"))]
    if listed and all(_is_unit(org.text) for org in listed):
        yield from read_org_seats(role, text, text)
