"""The sections of a division-of-labour notice, leader by leader."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from registry.model import facts
from registry.parsing.clause import evidence, sentences_joined, unbracketed
from registry.parsing.clauses.division_table import read_leader_rows
from registry.parsing.clauses.duties import AT_START, Duty, continued, duties, read_duties
from registry.parsing.clauses.handover import read_given, read_other, read_released
from registry.parsing.clauses.handover_forms import GOES_BACK, WHILE_AWAY
from registry.parsing.clauses.leader import (
    Heading,
    begins_with_another,
    is_half_heading,
    is_unread_heading,
    read_heading,
)
from registry.parsing.layout import Block
from registry.parsing.lists import split_outside
from registry.parsing.persons import NAME, could_be_name, is_name, is_title
from registry.parsing.tables import Row
from registry.parsing.text import Passage

_CARE = re.compile(r"(?:分管|主管|协管)(?!领导|单位|负责|副|同志|的|范围|部门的)")
_AS_A = re.compile(r"[^，。；：]{2,40}[，：]A[角岗](?:职责)?[：，]?(?:负责|主持|分管|主管|联系)")
_LOOKS_LIKE_DUTY = re.compile(r"分管|主管|联系|协助|兼管|代管|负责|主持|协管|接管")


def read_division(
    doc: str, blocks: Sequence[Block], rows: Sequence[Row], *, titled: bool
) -> list[facts.AnyFact]:
    """Return posts, areas, agencies and liaison of every leader in the notice.

    A section runs from a leader's heading to the next heading, or to a paragraph that
    speaks of something else. ``titled`` says that the notice's title speaks of a division
    of labour; without it, two leaders with titles and duties must show that it is one, or a
    line must tell a leader's duties beside his pair (县长李四：A岗负责…).
    """
    as_a = [block for block in blocks if _AS_A.match(block.text)]
    if (
        not titled
        and not rows
        and sum(_CARE.search(block.text) is not None for block in blocks) < 2
    ):
        return list(_sections(doc, as_a))
    found = [*read_leader_rows(doc, rows), *_sections(doc, blocks)]
    if titled:
        return found
    posts = {fact.person for fact in found if isinstance(fact, facts.Post)}
    charges = {
        fact.person for fact in found if isinstance(fact, facts.Supervises | facts.Responsible)
    }
    return found if len(posts & charges) > 1 else list(_sections(doc, as_a))


def _sections(doc: str, blocks: Sequence[Block]) -> Iterator[facts.AnyFact]:
    reader = _Sections(doc)
    for index, block in enumerate(blocks):
        yield from reader.take(block.passage, blocks[index + 1 : index + 3])


@dataclass
class _Sections:
    """Reads paragraph after paragraph; knows whose section it stands in."""

    doc: str
    person: str | None = None
    shown: str | None = None
    """Whom a page on one leader shows, until a field of his duties comes."""
    unread: bool = False
    """Whether the section's name was not understood: nobody has what stands in it."""
    untitled: bool = False
    """Whether a name stood alone on the line above: his titles may follow."""
    bare: bool = False
    """Whether the paragraph's leader is named without title or 同志: others in it may be too."""
    given: bool = False
    """Whether the section has given its leader work: a title alone is the next one's then."""

    def take(self, text: Passage, following: Sequence[Block]) -> Iterator[facts.AnyFact]:
        """Read one paragraph; ``following`` are the next ones, to tell a heading by."""
        resume = _RESUME.match(text.text)
        if resume and is_name(resume[1]):
            self.shown = text.group(resume, 1).value
        field = _FIELD.match(text.text)
        if field:
            yield from self._field(field, text)
            return
        heading = _heading(text)
        self.bare = False
        if heading is not None and _is_leader(heading, following):
            self.person, self.unread, self.given = heading.name.value, False, False
            yield from _posts(self.doc, heading)
            self.untitled = not heading.titles and not heading.rest.text
            self.bare = not heading.titles and heading.head.text == heading.name.text
            text = heading.rest
        elif self.untitled and (alone := _titles_alone(text)):
            self.untitled = False
            yield from self._titles(alone, text)
            return
        elif is_half_heading(text) or (
            (self.person or self.unread)
            and (
                is_unread_heading(text)
                or begins_with_another(text, self.person)
                or (self.given and _titles_alone(text))
            )
        ):
            self.person, self.unread = None, True
        if self.unread and _ends_section(text.text):
            self.unread = False
        handed = self.unread and [
            fact
            for sentence in sentences_joined(text, GOES_BACK)
            for fact in read_other(self.doc, sentence)
        ]
        if handed:
            yield from handed
            return
        looks = self.unread and _LOOKS_LIKE_DUTY.search(text.text)
        if looks and (duties(text) or begins_with_another(text, None) or is_half_heading(text)):
            reason = "a leader's section whose name is not understood"
            yield facts.Unparsed(reason=reason, **evidence(self.doc, text))
            return
        if self.person is None:
            yield from self._said(text)
            self.person = None
            return
        if not text.text:
            return
        self.untitled = False
        if _ends_section(text.text):
            self.person = None
            return
        self.given = True
        yield from self._said(text)

    def _said(self, text: Passage) -> Iterator[facts.AnyFact]:
        """Read what a paragraph says of the section's leader, or of others that it names."""
        last: Duty | None = None
        for sentence in (
            s for part in unbracketed(text) for s in sentences_joined(part, GOES_BACK)
        ):
            for piece in _by_leader(sentence, bare=self.bare):
                part = piece
                heading = _heading(part) if part.text != text.text else None
                if heading is not None and heading.sure and heading.goes_on:
                    self.person, part, last = heading.name.value, heading.rest, None
                    yield from _posts(self.doc, heading)
                elif self.person is None:
                    yield from read_other(self.doc, part)
                    continue
                elif begins_with_another(part, self.person):
                    yield from read_other(self.doc, part) or _not_his(self.doc, part)
                    continue
                if WHILE_AWAY.search(part.text):
                    yield from () if _OF_PAIRS.search(part.text) else _not_his(self.doc, part)
                    continue
                given = duties(part)
                if not given and last is not None and (more := continued(part, last)) is not None:
                    given = [more]
                last = given[-1] if given else None
                yield from self._has(part, given)

    def _has(self, part: Passage, given: Sequence[Duty]) -> Iterator[facts.AnyFact]:
        """Read one part of a sentence on the section's leader."""
        person = str(self.person)
        found = [
            *read_released(self.doc, person, part),
            *(read_given(self.doc, person, part) or read_duties(self.doc, person, part, given)),
        ]
        yield from found
        if not found and not given and _LOOKS_LIKE_DUTY.search(part.text):
            yield facts.Unparsed(
                reason="a leader's clause whose verb is not understood", **evidence(self.doc, part)
            )

    def _field(self, field: re.Match[str], text: Passage) -> Iterator[facts.AnyFact]:
        """Read a page's field: 姓名：, 职务：, 工作分工：."""
        value = text[field.end() :]
        if field["name"]:
            known = is_name(value.text) or could_be_name(value.text)
            self.person = value.value if known else None
        elif field["post"]:
            yield from self._titles(list(split_outside(value, "、，")), text)
        if not field["duty"]:
            return
        self.person = self.person or self.shown
        if self.person is None or not value.text:
            return
        if duties(value):
            yield from self._said(value)
        else:
            kind = "care" if field["duty"].startswith("分管") else "work"
            yield from read_duties(self.doc, self.person, value, [Duty(kind, value.strip("。；"))])

    def _titles(self, titles: Sequence[Passage], clause: Passage) -> Iterator[facts.AnyFact]:
        for title in titles if self.person is not None else ():
            yield facts.Post(
                person=str(self.person), title=title.value, **evidence(self.doc, clause, title)
            )


def _by_leader(sentence: Passage, *, bare: bool) -> Iterator[Passage]:
    """Cut a sentence where, behind a comma, another leader and his duty follow.

    He is named with a title or 同志: a word before a verb alone is no person, save where
    the one before him is named so (``bare``).
    """
    start = 0
    for mark in (_COMMA if bare else _BEFORE_LEADER).finditer(sentence.text):
        heading = _heading(sentence[mark.end() :])
        told = heading is not None and (
            heading.titles
            or heading.head.text.endswith("同志")
            or (bare and is_name(heading.head.text))
        )
        if heading is not None and told and _begins_with_duty(heading.rest):
            yield sentence[start : mark.end()]
            start = mark.end()
    yield sentence[start:]


def _begins_with_duty(text: Passage) -> bool:
    """Say whether a verb and what it governs stand first: 李四协助分管 leans on what is before."""
    given = duties(text) if AT_START.match(text.text) else []
    return bool(given and given[0].object.text)


_COMMA = re.compile("[，；]")
_BEFORE_LEADER = re.compile(
    r"[，；](?=[^，。；：由]{0,30}?(?:同志|[市县区州省局厅部处科院校镇乡盟旗]长|主任|书记|主席|总监|总?经理|[程计济]师|调研员))"
)
_OF_PAIRS = re.compile(r"[AB][角岗]|互为")


def _not_his(doc: str, sentence: Passage) -> Iterator[facts.Unparsed]:
    if _LOOKS_LIKE_DUTY.search(sentence.text):
        reason = "a clause about another than the leader whose section it stands in"
        yield facts.Unparsed(reason=reason, **evidence(doc, sentence))


def _titles_alone(text: Passage) -> list[Passage]:
    """Return the titles of a line that is nothing else, as under a leader's name."""
    titles = list(split_outside(text.strip("。；"), "、，"))
    whole = len(text) < 60 and all(is_title(title.text) for title in titles)
    return titles if whole else []


def _posts(doc: str, heading: Heading) -> Iterator[facts.AnyFact]:
    for title in heading.titles:
        new = _NEW.match(title.text)
        if title.text.startswith("原"):
            continue
        yield facts.Post(
            person=heading.name.value,
            title=title[new.end() if new else 0 :].value,
            **evidence(doc, heading.head, heading.name),
        )


_NEW = re.compile(r"(?:[新现]任|作为)(?=.{2})")


_RESUME = re.compile(rf"({NAME})(?:，(?:男|女)，|$)")
_FIELD = re.compile(
    r"〔?(?:(?P<name>姓名)|(?P<post>职务|现任职务|任职)|(?P<duty>工作分工|分工|工作职责|职责|主要职责|分管工作))(?:〕：?|：)"
)
_BY = re.compile(r"(?<!自)由|不再|同志")


def _heading(text: Passage) -> Heading | None:
    """Read a heading; 由副市长李四分管… and 李四同志不再担任… are none: they say more of him."""
    heading = read_heading(text)
    by = heading is not None and any(_BY.search(title.text) for title in heading.titles)
    return None if by else heading


def _is_leader(heading: Heading, following: Sequence[Block]) -> bool:
    """A heading counts when a duty follows, in the paragraph itself or in the next."""
    if heading.rest.text:
        return bool(duties(heading.rest)) or (
            bool(heading.titles)
            and heading.colon
            and heading.head.text.startswith(heading.name.text)
        )
    return any(duties(block.passage) for block in following)


_OTHER_MATTER = re.compile(
    r"(?:为加强|为确保|为进一步|以上|上述|本通知|此前|特此|附件|（此件|抄送|AB角|A、B角|AB岗|[AB](?:角|岗)|[^，。]{0,24}(?:实行|按照|执行|建立)A|各(?:县|部门|单位|班子|位)|(?:局|班子|领导)*班子?成员|全体|说明：|注：|未尽|"
    r"[一二三四五六七八九十]、[^，。：]{2,20}(?:制度|要求|原则|安排)|[^，。]{0,20}分工(?:如有|自)|如遇)"
)


def _ends_section(text: str) -> bool:
    return _OTHER_MATTER.match(text) is not None
