"""Leading groups, delegations and commands: which, with which parts and seats."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from registry.model import facts
from registry.parsing.clause import evidence, sentences
from registry.parsing.clauses import group_names
from registry.parsing.clauses.group_place import Place
from registry.parsing.clauses.group_prose import (
    SUB_HEADING,
    could_be_part,
    read_prose,
    tells_of_part,
)
from registry.parsing.clauses.listing import Listing, opens_list
from registry.parsing.clauses.seat_rows import read_rows
from registry.parsing.clauses.seats import ROLE, Seat, is_row_of_people
from registry.parsing.clauses.unit_seats import units_alone
from registry.parsing.dates import DATE
from registry.parsing.layout import Block
from registry.parsing.lists import is_org
from registry.parsing.persons import could_be_name, is_name
from registry.parsing.tables import Row, whole
from registry.parsing.text import Passage

_GROUP_WORD = re.compile(r"小组|指挥部|委员会|专班|组|分团|交易团|代表团|联席会议")
# Such a title is of a group that was there before: the body's new group is another.
_OF_ANOTHER_TIME = re.compile(r"调整|充实|变更|增补|更新|明确|公布")
_OF_BODIES = re.compile(r"议事协调机构|非常设机构|领导小组|(?<!常务)委员会|指挥部|组成人员|成员")
_UNITS = re.compile(
    r"(?:（?[一二三四五六七八九十\d]{1,3}[）、.．])?[^，。；：、]{0,24}?(?P<role>成员)单位(?:名单|组成)?(?:如下)?：?"
)
"""Matches a heading above a list of organisations that have seats."""
_NOT_OF_A_SUB = ("领导小组", "指挥部", "小组", "专班", "委员会")


def read_groups(
    doc: str, title: Passage, place: str, blocks: Sequence[Block], rows: Sequence[Row]
) -> Iterator[facts.AnyFact]:
    """Yield the groups of a notice with their seats, parts and offices.

    ``place`` is the issuer's own place name, for names that begin with it.
    """
    reader = _Reader(doc, place)
    reader.collect(title, blocks)
    yield from reader.group_facts()
    if reader.names or reader.mentioned:
        reader.meet(rows)
        yield from reader.walk(blocks)
        yield from reader.table(rows)


def _signs(block: Block, below: Block) -> bool:
    """Say whether a paragraph is who signs the notice, above its date: no row of a list."""
    return is_org(block.text) and re.fullmatch(DATE, below.text) is not None


@dataclass
class _Reader:
    doc: str
    place: str
    names: list[group_names.Name] = field(default_factory=list)
    mentioned: list[tuple[Passage, Passage]] = field(default_factory=list)
    ended: list[tuple[Passage, Passage]] = field(default_factory=list)
    headings: dict[int, Passage] = field(default_factory=dict)
    full: dict[str, str] = field(default_factory=dict)
    where: Place = field(default_factory=Place)

    def collect(self, title: Passage, blocks: Sequence[Block]) -> None:
        """Find every name first, so that each fact can carry the fullest."""
        titled = group_names.title_name(title)
        if titled is not None:
            self.names.append(group_names.Name(titled, None, title, None))
        duties = group_names.agency_duties(blocks)
        committees = _OF_BODIES.search(title.text) is not None
        for index, block in enumerate(blocks):
            self.ended.extend(group_names.dissolved_below(blocks, index))
            heading, clause = self._heading(blocks, index)
            if heading is not None:
                self.headings[index] = heading
                self.names.append(group_names.Name(heading, None, clause, None))
            elif (named := group_names.heads_roles(block.passage)) is not None:
                self.names.append(group_names.Name(named, None, block.passage, None))
            elif _GROUP_WORD.search(block.text):
                for sentence in sentences(block.passage):
                    self.ended.extend((name, sentence) for name in group_names.dissolved(sentence))
                    self.names.extend(group_names.set_up(sentence, duty=duties[index]))
                    self.mentioned.extend(
                        (name, sentence) for name in group_names.mentions(sentence, self.place)
                    )
                    seated = group_names.seated(sentence, committees=committees)
                    self.mentioned.extend((name, sentence) for name in seated)
        if titled is not None:
            self._drop_title_of(titled)
        headings = {name.value for name in self.headings.values()}
        self.full = group_names.unite(self.names, [name for name, _ in self.mentioned], headings)

    def _drop_title_of(self, named: Passage) -> None:
        """Let the one group that the body sets up speak for a title that names it otherwise."""
        titled, *others = self.names
        if _OF_ANOTHER_TIME.search(titled.sentence.text):
            return
        bodies = {item.name.text for item in others if item.status is None}
        if len(bodies) == 1 and not any(
            group_names.same_group(body, named.text) for body in bodies
        ):
            self.names.remove(titled)

    def _heading(self, blocks: Sequence[Block], index: int) -> tuple[Passage | None, Passage]:
        """Return the name in a heading above a list of seats, over up to three lines."""
        text = blocks[index].passage
        if index + 1 == len(blocks) or not opens_list(blocks[index + 1].lines[0]):
            return None, text
        first = index
        name = group_names.heading_name(text)
        while first > 0 and index - first < 2:
            above = blocks[first - 1].text
            if re.search(r"[。，；：）]$|^附件|\d日$", above) or len(above) > 40:
                break
            wider = blocks[first - 1].passage + text
            better = group_names.heading_name(wider)
            if better is None:
                break
            name, text, first = better, wider, first - 1
        return name, text

    def group_facts(self) -> Iterator[facts.AnyFact]:
        """Yield one fact for each group, with its first shorter name as alias."""
        seen: set[str] = set()
        for item in self.names:
            full = self.full[item.name.value]
            if full in seen:
                continue
            seen.add(full)
            same = [other for other in self.names if self.full[other.name.value] == full]
            status = None if any(other.status is None for other in same) else item.status
            aliases = [other.alias.value for other in same if other.alias is not None]
            aliases += [other.name.value for other in same if other.name.value != full]
            yield facts.Group(
                group=full,
                alias=aliases[0] if aliases else None,
                status=status,
                **evidence(self.doc, item.sentence, item.name),
            )
        for name, sentence in self.ended:
            if name.value not in seen:
                seen.add(name.value)
                yield facts.Group(
                    group=name.value, status="dissolved", **evidence(self.doc, sentence, name)
                )
        for name, sentence in self.mentioned:
            if self.full[name.value] == name.value and name.value not in seen:
                seen.add(name.value)
                yield facts.Group(
                    group=name.value, status="mentioned", **evidence(self.doc, sentence, name)
                )

    def walk(self, blocks: Sequence[Block]) -> Iterator[facts.AnyFact]:
        """Read the paragraphs in order, lists of seats line by line."""
        first = self.names[0] if self.names else None
        if first is not None and first.status is None:
            self.where.group = self.full[first.name.value]
        listing = Listing()
        for index, block in enumerate(blocks):
            heading = self.headings.get(index)
            if index + 1 < len(blocks) and _signs(block, blocks[index + 1]):
                continue
            lines = list(block.lines)
            while heading is None and lines and listing.take(lines[0]):
                lines.pop(0)
            if not lines:
                continue
            yield from self._flush(listing)
            listing = Listing()
            if heading is not None:
                self.where = replace(
                    self.where, group=self.full[heading.value], part=None, under=None
                )
                continue
            text = block.passage if len(lines) == len(block.lines) else Block(tuple(lines)).passage
            following = blocks[index + 1] if index + 1 < len(blocks) else None
            sub = SUB_HEADING.fullmatch(text.text)
            if sub and following is not None and self._heads(sub["sub"], following):
                self.where.under = sub["sub"] if could_be_part(sub["sub"], self.full) else None
                yield from self._part(sub["sub"], text)
                continue
            if self.where.under and not tells_of_part(text.text):
                self.where.under = self.where.part = None
            units = _UNITS.fullmatch(blocks[index - 1].text) if index > 0 else None
            if units:
                for seat in units_alone(units["role"], text):
                    yield from self.where.seat(self.doc, seat, self.where.part)
            told = list(read_prose(self.doc, text, self.where, self.full))
            yield from told
            if not told and is_row_of_people(text):
                reason = "a row of people of which nothing says what role they take"
                yield facts.Unparsed(reason=reason, **evidence(self.doc, text))
        yield from self._flush(listing)

    def _heads(self, part: str, following: Block) -> bool:
        """Say whether a part's heading has its seats under it: a list, or prose."""
        prose = could_be_part(part, self.full) and tells_of_part(following.text)
        return prose or opens_list(following.lines[0])

    def _part(self, part: str, heading: Passage) -> Iterator[facts.AnyFact]:
        """Move to a part under its own heading, and say that the group has it."""
        self.where.part = part
        if self.where.group is None or part in self.where.parts or part.endswith("办公室"):
            return
        self.where.parts.add(part)
        yield facts.Subgroup(group=self.where.group, subgroup=part, **evidence(self.doc, heading))

    def _flush(self, listing: Listing) -> Iterator[facts.AnyFact]:
        for run in listing.runs:
            part = None if run.owner in ("", *_NOT_OF_A_SUB) else run.owner
            for seat in read_rows(run.role, run.label, run.rows):
                yield from self.where.seat(self.doc, seat, part or self.where.part)

    def meet(self, rows: Sequence[Row]) -> None:
        """Learn the names in a table first: what is said of them may stand before it or behind."""
        for row in rows:
            name = next((cell for column, cell in row.items() if "姓名" in column), None)
            if name is not None and (is_name(name.text) or could_be_name(name.text)):
                self.where.known.add(name.text)

    def table(self, rows: Sequence[Row]) -> Iterator[facts.AnyFact]:
        """Read a table with a row a member: role, name, unit and post."""
        for row in rows:
            name = next((cell for column, cell in row.items() if "姓名" in column), None)
            role = next((cell for cell in row.values() if re.fullmatch(ROLE, cell.text)), None)
            if name is None or role is None or self.where.group is None:
                continue
            if not (is_name(name.text) or could_be_name(name.text)):
                continue
            titles = [cell for column, cell in row.items() if re.search(r"单位|职务|职位", column)]
            title = "".join(cell.value for cell in titles if cell is not role) or None
            yield from self.where.seat(self.doc, Seat(role.value, name, title, whole(row)), None)
