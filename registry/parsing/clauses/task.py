"""Pieces of work and the agencies they are given to: （A牵头，B、C配合） and its kin."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from registry.model import facts
from registry.parsing.clause import evidence
from registry.parsing.layout import Block
from registry.parsing.lists import is_org, org_items
from registry.parsing.text import Line, Passage

_BRACKET = re.compile(
    r"[（〔](?P<in>[^（）〔〕]{4,300}(?:（[^（）]{1,40}）[^（）〔〕]{0,200}){0,6})[）〕][。；]?"
)
_GIVES = re.compile(r"牵头|按职责分工负责|责任单位")
_LEADS = re.compile(
    r"(?P<lead>.+?)(?:按照?职责分工)?(?:共同|联合|分别)?(?:牵头)(?:负责|组织实施|落实|实施)?(?:[，；。、]|$)(?P<rest>.*)"
)
_WITH = re.compile(r"(?P<lead>.+?)会同(?P<support>.+?)(?:负责|落实|组织实施|牵头)(?:落实)?$")
_SUPPORTS = re.compile(
    r"(?:由)?(?P<support>.+?)(?:等(?:有关|相关)?(?:部门|单位)?(?:和单位)?)?(?:按照?(?:各自)?职责(?:分工)?)?(?:参与|配合|协助|参加|协同)(?:落实|实施|做好.*)?$"
)
_JOINTLY = re.compile(
    r"(?P<lead>.+?)(?:等)?(?:部门|单位)?(?:按照?(?:各自)?职责(?:分工)?|分工|分别|共同)(?:负责|落实|组织实施)(?:落实)?$"
)
_SOLE = re.compile(
    r"(?P<lead>.+?)(?:负责(?:落实|实施|组织实施)?|落实|组织实施)(?:[，；](?P<rest>.+))?$"
)
_LABELS = re.compile(
    r"(?:(?:牵头|分管|责任|主管|联系)领导：[^；：]+；)?(?:(?P<by>责任|牵头|主管|主办|承办)(?:单位|部门|科室|主体)?)(?:和责任单位)?(?:：|——?)(?P<lead>[^：]+?)"
    r"(?:[，；。、]?(?:配合|协办|参与|参加|协同|协助|责任)(?:单位|部门|科室)?(?:：|——?)(?P<support>[^：]+?))?(?:[，；。](?:完成时限|完成时间|时限|时间)：?.*)?[。；]?$"
)
_ENUM = re.compile(
    r"^(?:（[一二三四五六七八九十\d]{1,3}）|[一二三四五六七八九十]{1,3}、|\d{1,2}[.、．]|第[一二三四五六七八九十]+[条项]|——|[①-⑳])+"
)
_HEADING_MAX = 32


class Given(NamedTuple):
    """Who leads, who supports, and how."""

    lead: list[Passage]
    support: list[Passage]
    mode: Literal["lead", "jointly", "sole"]


def read_tasks(doc: str, blocks: Sequence[Block]) -> Iterator[facts.AnyFact]:
    """Yield the tasks of a plan, and the brackets that look like one and are not understood."""
    subject: Passage | None = None
    heading: Passage | None = None
    paragraphs = list(_labels_joined(blocks))
    labels = [_LABELS.fullmatch(text.text) for text, _ in paragraphs]
    heads_one = _heads_one([text.text for text, _ in paragraphs], labels)
    titled: Passage | None = None
    told = {
        index: fact for index, (text, _) in enumerate(paragraphs) if (fact := _alone(doc, text))
    }
    yield from told.values()
    for index, (text, ends) in enumerate(paragraphs):
        if index in told:
            continue
        label = labels[index]
        listed = _of_labels(text, label) if label else None
        if listed is not None:
            above = next((text for text in (titled, subject, heading) if text is not None), None)
            titled = None
            if above is not None and above.text:
                yield task(doc, above, listed, text)
            subject = None
            continue
        if _is_heading(text.text):
            heading, subject = text, None
            titled = text if index in heads_one else None
            continue
        start = 0
        for bracket in _BRACKET.finditer(text.text):
            inner = text.group(bracket, "in")
            given = read_given_to(inner)
            if given is None and _GIVES.search(inner.text):
                yield facts.Unparsed(
                    reason="a division of a task that is not understood",
                    **evidence(doc, text, inner),
                )
            if given is None:
                continue
            body = text[start : bracket.start()]
            subject = body if subject is None else subject + body
            if not subject.text.strip("。；") and heading is not None:
                subject = heading
            if subject.text.strip("。；"):
                whole_task = subject + text[bracket.start() : bracket.end()]
                yield task(doc, subject.strip("。；"), given, whole_task)
            subject, start = None, bracket.end()
        rest = text[start:]
        if rest.text.strip("。；"):
            subject = rest if subject is None or start else subject + rest
        if ends and subject is not None:
            heading, subject = subject, None


_LABEL_BEHIND = re.compile(
    r"(?<=。)(?=(?:(?:责任|牵头|分管|主管|联系)领导：[^；：]+；)?(?:责任|牵头|主管|主办|承办)(?:单位|部门|科室)(?:：|——?))"
)
_LEAD_LINE = re.compile(r"(?:责任|牵头|主管|主办|承办)(?:单位|部门|科室)(?:：|——?)")
_SUPPORT_LINE = re.compile(r"(?:配合|协办|参与|参加|协同|协助)(?:单位|部门|科室)(?:：|——?)")
_LEADER_LINE = re.compile(r"(?:牵头|分管|责任|主管|联系|包保|挂钩|[市县区]级)领导：[^：；]{2,40}")


def opens_label(line: Line) -> bool:
    """Say whether a line names who leads or supports, under a label of its own."""
    text = line.passage().text
    return any(label.match(text) for label in (_LEAD_LINE, _SUPPORT_LINE, _LEADER_LINE))


def _alone(doc: str, text: Passage) -> facts.Task | facts.Unparsed | None:
    """Read a paragraph that needs no other: 整治环境。责任单位：A、B, or one that names a leader."""
    if _LEADER_LINE.fullmatch(text.text):
        reason = "a leader beside a task, whose facts name agencies alone"
        return facts.Unparsed(reason=reason, **evidence(doc, text))
    tail = _LABEL_BEHIND.search(text.text)
    label = _LABELS.fullmatch(text.text, tail.start()) if tail else None
    given = _of_labels(text, label) if label else None
    return task(doc, text[: tail.start()].strip("。；"), given, text) if tail and given else None


def _labels_joined(blocks: Sequence[Block]) -> Iterator[tuple[Passage, bool]]:
    """Yield the paragraphs, the line 配合单位： joined to the line 牵头单位： above it."""
    index = 0
    while index < len(blocks):
        text = blocks[index].passage
        if _LEAD_LINE.match(text.text) and index + 1 < len(blocks):
            below = blocks[index + 1].passage
            others = text.text.startswith("牵头") and below.text.startswith("责任")
            if _SUPPORT_LINE.match(below.text) or (others and _LEAD_LINE.match(below.text)):
                yield text.strip("；。，") + below, blocks[index + 1].ends
                index += 2
                continue
        yield text, blocks[index].ends
        index += 1


def _heads_one(texts: Sequence[str], labels: Sequence[re.Match[str] | None]) -> frozenset[int]:
    """Return the numbered headings below which, to the next number, one label line stands.

    Such a heading names the task; above several labels it is that of a chapter.
    """
    if not any(labels):
        return frozenset()
    below: dict[int, int] = {}
    heading: int | None = None
    for index, text in enumerate(texts):
        if heading is not None and labels[index]:
            below[heading] = below.get(heading, 0) + 1
        elif _ENUM.match(text):
            heading = index if _is_heading(text) else None
    return frozenset(index for index, count in below.items() if count == 1)


def _is_heading(text: str) -> bool:
    """A numbered line without any mark is a heading, not a task."""
    enum = _ENUM.match(text)
    return (
        enum is not None and len(text) < 45 and not re.search(r"[，。；：（]", text[enum.end() :])
    )


def task(doc: str, subject: Passage, given: Given, clause: Passage) -> facts.Task:
    """Return the task that ``subject`` names and ``given`` gives out."""
    return facts.Task(
        lead=tuple(org.value for org in given.lead),
        support=tuple(org.value for org in given.support),
        mode=given.mode,
        text=heading_of(subject).value,
        **evidence(doc, clause),
    )


def heading_of(text: Passage) -> Passage:
    """Return a paragraph's heading, or its first clause where it has none.

    A heading is a first sentence of at most 32 characters with more behind it.
    """
    enum = _ENUM.match(text.text)
    text = text[enum.end() :] if enum else text
    stop = re.search(r"[。：]|$", text.text)
    if stop and stop.start() <= _HEADING_MAX:
        return text[: stop.start()]
    first = re.search(r"[，；。：]", text.text)
    return text[: first.start()] if first else text


def read_given_to(inner: Passage) -> Given | None:
    """Read what stands in a task's bracket; ``None`` where it gives the task to nobody."""
    text = inner.text
    label = _LABELS.fullmatch(text)
    if label:
        return _of_labels(inner, label)
    with_others = _WITH.fullmatch(text)
    if with_others:
        lead = orgs(inner.group(with_others, "lead"))
        support = orgs(inner.group(with_others, "support"), generic=True)
        return Given(lead, support, "lead") if lead and support else None
    if len(text) > 400 or not re.search(r"负责|牵头|配合|落实|实施", text):
        return None
    match = _LEADS.fullmatch(text)
    if match and match["lead"]:
        rest = inner.group(match, "rest").strip("，；。、")
        lead = orgs(inner.group(match, "lead"))
        support = _beside(rest)
        return Given(lead, support, "lead") if lead and support is not None else None
    match = _JOINTLY.fullmatch(text)
    if match:
        lead = orgs(inner.group(match, "lead"))
        return Given(lead, [], "jointly") if lead else None
    match = _SOLE.fullmatch(text)
    if match is None:
        return None
    lead = orgs(inner.group(match, "lead"))
    rest = inner.group(match, "rest") if match["rest"] else inner[:0]
    supports = _SUPPORTS.fullmatch(rest.text)
    support = orgs(rest.group(supports, "support"), generic=True) if supports else []
    if not lead or support is None:
        return None
    if support:
        return Given(lead, support, "lead")
    return Given(lead, [], "sole" if len(lead) == 1 else "jointly")


def _beside(rest: Passage) -> list[Passage] | None:
    """Return who stands beside those that lead: B配合, B负责落实, or one clause behind another."""
    if not rest.text:
        return []
    for pattern in (_SUPPORTS, _JOINTLY, _SOLE):
        match = pattern.fullmatch(rest.text)
        if match is None or match.groupdict().get("rest"):
            continue  # what stands behind (；B参与) is read below
        said = "lead" if "lead" in match.groupdict() else "support"
        found = orgs(rest.group(match, said), generic=True)
        if found is not None:
            return found
    for mark in re.finditer(r"(?:配合|参与|协助|负责|落实)(?P<mark>[，；])", rest.text):
        one, more = _beside(rest[: mark.start("mark")]), _beside(rest[mark.end() :])
        if one is not None and more is not None:
            return [*one, *more]
    return None


def _of_labels(text: Passage, match: re.Match[str]) -> Given | None:
    lead = orgs(text.group(match, "lead"))
    support = orgs(text.group(match, "support"), generic=True) if match["support"] else []
    if not lead or support is None:
        return None
    if support or match["by"] == "牵头":
        return Given(lead, support, "lead")
    return Given(lead, [], "sole" if len(lead) == 1 else "jointly")


def orgs(text: Passage, *, generic: bool = False) -> list[Passage] | None:
    """Return the agencies of a list, or ``None`` where an item is none."""
    found: list[Passage] = []
    for item in org_items(text.strip("，；。、由")):
        name = item.name.strip("，；。、")
        vague = re.match(r"(?:各|有关|相关|其他)", name.text) is not None
        if not name.text or not (is_org(name.text) or vague):
            return None
        if vague and not generic and not name.text.startswith("各"):
            return None
        found.append(name)
    return found
