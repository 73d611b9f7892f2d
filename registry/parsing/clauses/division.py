"""The sections of a division-of-labour notice, leader by leader."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from registry.model import facts
from registry.parsing.clause import evidence, sentences, sentences_joined
from registry.parsing.clauses.duties import Duty, continued, duties, read_duties
from registry.parsing.clauses.handover import (
    POINTS_BACK,
    WHILE_AWAY,
    read_given,
    read_other,
    read_released,
)
from registry.parsing.clauses.leader import (
    Heading,
    begins_with_another,
    is_unread_heading,
    read_heading,
)
from registry.parsing.layout import Block
from registry.parsing.lists import split_outside
from registry.parsing.persons import NAME, could_be_name, is_name, is_title
from registry.parsing.tables import Row, whole
from registry.parsing.text import Passage

_CARE = re.compile(r"(?:分管|主管|协管)(?!领导|单位|负责|副|同志|的|范围|部门的)")
_LOOKS_LIKE_DUTY = re.compile(r"分管|主管|联系|协助|兼管|代管|负责|主持|协管|接管")


def read_division(
    doc: str, blocks: Sequence[Block], rows: Sequence[Row], *, titled: bool
) -> list[facts.AnyFact]:
    """Return posts, areas, agencies and liaison of every leader in the notice.

    A section runs from a leader's heading to the next heading, or to a paragraph that
    speaks of something else. ``titled`` says that the notice's title speaks of a division
    of labour; without it, two leaders with titles and duties must show that it is one.
    """
    if (
        not titled
        and not rows
        and sum(_CARE.search(block.text) is not None for block in blocks) < 2
    ):
        return []
    found = [*_table(doc, rows), *_sections(doc, blocks)]
    if titled:
        return found
    posts = {fact.person for fact in found if isinstance(fact, facts.Post)}
    charges = {
        fact.person for fact in found if isinstance(fact, facts.Supervises | facts.Responsible)
    }
    return found if len(posts & charges) > 1 else []


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
        if heading is not None and _is_leader(heading, following):
            self.person, self.unread, self.given = heading.name.value, False, False
            yield from _posts(self.doc, heading)
            self.untitled = not heading.titles and not heading.rest.text
            text = heading.rest
        elif self.untitled and (alone := _titles_alone(text)):
            self.untitled = False
            yield from self._titles(alone, text)
            return
        elif (self.person or self.unread) and (
            is_unread_heading(text)
            or begins_with_another(text, self.person)
            or (self.given and _titles_alone(text))
        ):
            self.person, self.unread = None, True
        if self.unread and _ends_section(text.text):
            self.unread = False
        handed = self.unread and [
            fact
            for sentence in sentences_joined(text, POINTS_BACK)
            for fact in read_other(self.doc, sentence)
        ]
        if handed:
            yield from handed
            return
        looks = self.unread and _LOOKS_LIKE_DUTY.search(text.text)
        if looks and (duties(text) or begins_with_another(text, None)):
            reason = "a leader's section whose name is not understood"
            yield facts.Unparsed(reason=reason, **evidence(self.doc, text))
            return
        if self.person is None:
            for sentence in sentences_joined(text, POINTS_BACK):
                yield from read_other(self.doc, sentence)
            return
        if not text.text:
            return
        self.untitled = False
        if _ends_section(text.text):
            self.person = None
            return
        self.given = True
        yield from _section(self.doc, self.person, text)

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
            yield from _section(self.doc, self.person, value)
        else:
            kind = "care" if field["duty"].startswith("分管") else "work"
            yield from read_duties(self.doc, self.person, value, [Duty(kind, value.strip("。；"))])

    def _titles(self, titles: Sequence[Passage], clause: Passage) -> Iterator[facts.AnyFact]:
        for title in titles if self.person is not None else ():
            yield facts.Post(
                person=str(self.person), title=title.value, **evidence(self.doc, clause, title)
            )


def _section(doc: str, person: str, text: Passage) -> Iterator[facts.AnyFact]:
    last: Duty | None = None
    for whole_sentence in sentences(text):
        sentence = whole_sentence
        if begins_with_another(sentence, person) and _heading(sentence) is None:
            yield from read_other(doc, sentence) or _not_his(doc, sentence)
            continue
        if WHILE_AWAY.search(sentence.text):
            yield from () if _OF_PAIRS.search(sentence.text) else _not_his(doc, sentence)
            continue
        heading = _heading(sentence) if sentence.text != text.text else None
        if heading is not None and heading.sure and heading.rest.text:
            person, sentence = heading.name.value, heading.rest
            yield from _posts(doc, heading)
        given = duties(sentence)
        if not given and last is not None and (more := continued(sentence, last)) is not None:
            given = [more]
        last = given[-1] if given else None
        found = [
            *read_released(doc, person, sentence),
            *(list(read_given(doc, person, sentence)) or read_duties(doc, person, sentence, given)),
        ]
        yield from found
        if not found and not given and _LOOKS_LIKE_DUTY.search(sentence.text):
            yield facts.Unparsed(
                reason="a leader's clause whose verb is not understood", **evidence(doc, sentence)
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
        yield facts.Post(
            person=heading.name.value,
            title=title.value,
            **evidence(doc, heading.head, heading.name),
        )


_RESUME = re.compile(rf"({NAME})(?:，(?:男|女)，|$)")
_FIELD = re.compile(
    r"(?:(?P<name>姓名)|(?P<post>职务|现任职务|任职)|(?P<duty>工作分工|分工|工作职责|职责|主要职责|分管工作))："
)
_DUTY_COLUMN = re.compile(r"分管|负责|联系|分工|职责|挂点|工作内容")


def _table(doc: str, rows: Sequence[Row]) -> Iterator[facts.AnyFact]:
    """Read a table with a row a leader: his name, posts, and a column for each kind of duty."""
    for row in rows:
        name = next((cell for column, cell in row.items() if "姓名" in column), None)
        if name is None or not (is_name(name.text) or could_be_name(name.text)):
            continue
        columns = [column for column in row if _DUTY_COLUMN.match(column)]
        if not columns:
            continue
        clause = whole(row)
        for title in split_outside(row["职务"], "、，") if "职务" in row else ():
            yield facts.Post(person=name.value, title=title.value, **evidence(doc, clause, name))
        for column in columns:
            cell = row[column].strip("—/")
            given = duties(cell) or [Duty(_kind_of_column(column), cell)]
            yield from read_duties(doc, name.value, cell, given if cell.text else [])


def _kind_of_column(column: str) -> str:
    return (
        "liaises"
        if column.startswith(("联系", "挂点"))
        else "care"
        if column.startswith("分管")
        else "work"
    )


_BY = re.compile(r"(?<!自)由")


def _heading(text: Passage) -> Heading | None:
    """Read a heading; 由副市长李四分管… is none: it gives him work besides."""
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
