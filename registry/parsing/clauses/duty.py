"""The numbered duties of agencies under a plan."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from registry.model import facts
from registry.parsing.clause import evidence
from registry.parsing.clauses.task import heading_of
from registry.parsing.layout import Block
from registry.parsing.lists import is_org, split_outside, without_alias
from registry.parsing.text import Passage

_AGENCY = re.compile(
    r"(?P<enum>（[一二三四五六七八九十]{1,3}）|\d{1,2}[．.、]|[①-⑳])?(?P<orgs>[^。：，；]{2,60})(?P<end>[。：])"
)
_INLINE = re.compile(
    r"(?:（[一二三四五六七八九十]{1,3}）|\d{1,2}[．.、])(?P<orgs>[^。：，；]{2,40}?(?:局|委|办|部|院|厅|司|中心|公司|集团|政府))(?=负责|牵头|会同|要|加强|组织|做好|承担|配合|指导)"
)
_INNER = re.compile(r"(?:（\d{1,2}）|\d{1,2}[)）．.]|[①-⑳])(?=.{2})")
_SECTION = re.compile(r"[一二三四五六七八九十]{1,3}、")
_ABOUT_DUTIES = re.compile(r"职责|有关部门|部门分工|任务分工|责任分工|工作分工|部门行动|成员单位")


def read_duties_of_agencies(doc: str, blocks: Sequence[Block]) -> Iterator[facts.AnyFact]:
    """Yield the duties of each agency under headings such as 四、工作职责.

    An agency's duties begin at （一）市公安局。 or 1．市教育局：, and run to the next such
    heading; inner numbers （1） part them.
    """
    about = False
    orgs: list[Passage] = []
    said: Passage | None = None
    for block in blocks:
        text = block.passage
        if _is_section(text.text):
            yield from _duties(doc, orgs, said)
            about, orgs, said = _ABOUT_DUTIES.search(text.text[:20]) is not None, [], None
            continue
        if not about:
            continue
        head = _AGENCY.match(text.text)
        named = _orgs(text.group(head, "orgs")) if head else []
        if head and named:
            yield from _duties(doc, orgs, said)
            orgs, said, text = named, None, text[head.end() :]
        elif (inline := _INLINE.match(text.text)) and _orgs(text.group(inline, "orgs")):
            yield from _duties(doc, orgs, said)
            orgs, said, text = _orgs(text.group(inline, "orgs")), None, text[inline.end("orgs") :]
        elif head and (head["enum"] or "").startswith("（"):
            yield from _duties(doc, orgs, said)
            orgs, said = [], None
        if not orgs or not text.text:
            continue
        if said is not None and _INNER.match(text.text):
            yield from _duties(doc, orgs, said)
            said = None
        said = text if said is None else said + text
        if block.ends:
            yield from _duties(doc, orgs, said)
            numbered = _INNER.match(said.text) is not None
            orgs, said = (orgs if numbered else []), None
    yield from _duties(doc, orgs, said)


def _is_section(text: str) -> bool:
    if _SECTION.match(text):
        return True
    return len(text) < 40 and "。" not in text and _ABOUT_DUTIES.search(text) is not None


def _duties(doc: str, orgs: Sequence[Passage], text: Passage | None) -> Iterator[facts.AnyFact]:
    if text is None:
        return
    inner = _INNER.match(text.text)
    said = heading_of(text[inner.end() :] if inner else text)
    for org in orgs:
        yield facts.Duty(org=org.value, text=said.value, **evidence(doc, text))


def _orgs(text: Passage) -> list[Passage]:
    """Return the agencies of a heading, or none where a part is no agency."""
    found: list[Passage] = []
    for part in split_outside(text, "、"):
        name = without_alias(part).name
        bare = re.sub(r"（[^（）]*）", "", name.text)
        own = re.match(r"(各县（市、区）)（", name.text)
        if own:
            name = name[: own.end(1)]
        if not (is_org(bare) or bare.startswith("各")) or len(bare) > 25:
            return []
        found.append(name)
    return found
