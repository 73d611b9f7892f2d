"""A group's office: where it sits, and who heads it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from registry.model import facts
from registry.parsing.clause import evidence
from registry.parsing.clauses.group_place import Place
from registry.parsing.clauses.seats import OrgSeat, Seat, is_post
from registry.parsing.lists import is_org, org_items
from registry.parsing.text import Passage

OF_GROUP = r"(?:领导小组|指挥部|小组|专班|委员会|联席会议|该组)?"
"""A pattern for the group's own word before a role (任领导小组组长)."""
_SITS = re.compile(
    r"(?P<what>[\u4e00-\u9fff]{0,40}?(?:办公室|秘书处|组|中心|办))(?:，(?:办公室|秘书处)?|（)?(?:(?:办公)?地点)?(?:(?:设立?|设置|挂靠)?(?:在|于)|挂靠(?:在|于)?)(?P<org>[^，。；（）]{2,40}(?:（[^（）]*）)?)"
)
_SITS_AFTER = re.compile(
    r"^[（，]?(?:(?:办公)?地点)?(?:设立?|设置|挂靠)(?:在|于)(?P<org>[^，。；（）]{2,40}(?:（[^（）]*）)?)"
)
_OFFICE_BY = re.compile(
    rf"(?P<who>[^，。；]{{2,60}}?)(?:同志)?(?:分别)?(?:兼任|担任|任|兼)(?:{OF_GROUP}|[^，。；、]{{1,6}}?(?=办公室))(?P<office>办公室)?(?P<role>常务副主任|副主任|主任)(?=[，。；、]|$)"
)
_OFFICE_ROLE_BY = re.compile(
    r"(?P<office>办公室)?(?P<role>常务副主任|副主任|主任)(?:分别)?由(?P<who>[^，。；]{2,80}?)(?:同志)?(?:分别)?(?:兼任|担任|任|兼)(?=[，。；、]|$)"
)


def read_offices(doc: str, sentence: Passage, where: Place) -> Iterator[facts.AnyFact]:
    """Yield where a sentence says that the office, or a part, sits."""
    assert where.group is not None
    found = [
        (match["what"], sentence.group(match, "org")) for match in _SITS.finditer(sentence.text)
    ]
    alone = _SITS_AFTER.match(sentence.text)
    if alone and not found and where.part is not None:
        found = [(where.part, sentence.group(alone, "org"))]
    for what, orgs in found:
        part = next((name for name in where.parts if what.endswith(name)), None)
        if part is None and not what.endswith("办公室"):
            continue
        for item in org_items(orgs):
            if is_org(item.name.text):
                yield facts.Office(
                    group=where.group,
                    org=item.name.value,
                    subgroup=part,
                    **evidence(doc, sentence, item.name),
                )


def read_office_heads(doc: str, sentence: Passage, where: Place) -> Iterator[facts.AnyFact]:
    """Read 办公室主任由X兼任 and X任办公室副主任."""
    if "主任" not in sentence.text:
        return
    done: list[tuple[int, int]] = []
    for pattern in (_OFFICE_ROLE_BY, _OFFICE_BY):
        for match in pattern.finditer(sentence.text):
            if not (match["office"] or _speaks_of_office(sentence, match, where)):
                continue
            if any(start < match.end("role") and match.start() < end for start, end in done):
                continue
            who = sentence.group(match, "who")
            who = who[who.text.rfind("由") + 1 :]
            who = who.strip("，、")
            listed = where.people(who)
            if listed is None and is_post(who.text):
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
    if role not in ("主任", "副主任", "常务副主任"):
        return False
    return "办公室" in text[:index] or (where.office and not str(where.group).endswith("委员会"))
