"""Leading groups, delegations and commands: parts, seats, office."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from registry.model import facts
from registry.parsing.clause import Evidence, evidence, sentences
from registry.parsing.clauses import group_names
from registry.parsing.clauses.seats import (
    LABEL,
    ROLE,
    Listing,
    OrgSeat,
    Seat,
    read_org_seats,
    read_seats,
)
from registry.parsing.layout import Block
from registry.parsing.lists import is_org, org_items, split_outside, without_alias
from registry.parsing.persons import bare_name, is_name, name_at_end, people
from registry.parsing.text import Passage, squeeze

_BY = re.compile(rf"(?:兼任|担任|出任|任|为|兼)(?:领导小组|指挥部|小组|专班|委员会)?(?P<role>{ROLE})(?![^，。；、）的]*(?:制|会议))")
_ROLE_BY = re.compile(rf"(?P<role>{ROLE})(?:分别|均)?(?:由|为)(?P<who>[^。；]+?)(?:同志)?(?:分别)?(?:担任|兼任|任|组成|构成|参加)")
_MADE_OF = re.compile(r"(?:成员(?:单位)?)(?:由|为|包括|有|主要由)(?P<who>[^。；]+?)(?:等?(?:组成|构成|参加|担任)|[。；]|$)")
_PARTS = re.compile(r"下设(?:有|了|立)?(?P<what>[^。；]{2,200})")
_SEAT = re.compile(r"(?P<what>[\u4e00-\u9fff]{0,40}?(?:办公室|秘书处|组|中心|办))(?:（[^（）]*）)?(?:地点)?(?:设|设立|设置|挂靠)(?:在|于)(?P<org>[^，。；（）]{2,40}(?:（[^（）]*）)?)")
_DIRECTOR = re.compile(r"(?P<who>[^，。；]{2,60}?)(?:同志)?(?:兼任|担任|任|兼)(?:领导小组|指挥部|委员会|专班|该)?(?P<office>办公室)?(?P<role>常务副主任|副主任|主任)(?=[，。；、]|$)")
_DIRECTOR_BY = re.compile(r"(?P<office>办公室)?(?P<role>常务副主任|副主任|主任)(?:分别)?由(?P<who>[^，。；]{2,80}?)(?:同志)?(?:分别)?(?:兼任|担任|任|兼)")
_SUBJECT = re.compile(r"(?:（[一二三四五六七八九十\d]{1,3}）|\d{1,2}[.、．]|[一二三四五六七八九十]{1,3}、)?(?P<sub>[\u4e00-\u9fff“”]{2,20}?组)(?=设在|由|：|，|组长|。)")
_SUB_HEADING = re.compile(r"(?:（[一二三四五六七八九十\d]{1,3}）|\d{1,2}[.、．]|[一二三四五六七八九十]{1,3}、)?(?P<sub>[\u4e00-\u9fff]{2,20}?(?:组|办公室|秘书处|专班|中心))[：。]?")
_COUNT = re.compile(r"^(?:[一二三四五六七八九十\d]+个|若干个?)?[^：、]{0,12}?(?:工作组|小组|专项组|组|机构|部门)?(?:，?分别(?:是|为))?：")


def read_groups(
    doc: str, title: Passage, place: str, blocks: Sequence[Block]
) -> Iterator[facts.AnyFact]:
    """Yield the groups of a notice with their seats, parts and offices.

    ``place`` is the issuer's own place name, for names that begin with it.
    """
    reader = _Reader(doc, place)
    named = group_names.title_name(title)
    reader.collect(title if named is not None else None, named, blocks)
    yield from reader.group_facts()
    if reader.names:
        yield from reader.walk(blocks)


@dataclass
class _Reader:
    doc: str
    place: str
    names: list[group_names.Name] = field(default_factory=list)
    mentioned: list[tuple[Passage, Passage]] = field(default_factory=list)
    headings: dict[int, Passage] = field(default_factory=dict)
    full: dict[str, str] = field(default_factory=dict)
    subgroups: set[str] = field(default_factory=set)
    group: str | None = None
    sub: str | None = None

    def collect(self, title: Passage | None, named: Passage | None, blocks: Sequence[Block]) -> None:
        """Find every name first, so that each fact can carry the fullest."""
        if title is not None and named is not None:
            self.names.append(group_names.Name(named, None, title, None))
        duties = group_names.agency_duties(blocks)
        for index, block in enumerate(blocks):
            heading, first = self._heading(blocks, index)
            if heading is not None:
                self.headings[index] = heading
                self.names.append(group_names.Name(heading, None, blocks[first].passage + Passage(heading.source, "", []), None))
                continue
            if not re.search(r"小组|指挥部|委员会|专班|组|分团|团|联席会议", block.text):
                continue
            for sentence in sentences(block.passage):
                self.names.extend(group_names.set_up(sentence, duty=duties[index]))
                self.mentioned.extend((name, sentence) for name in group_names.mentions(sentence, self.place))
        self._unite()

    def _heading(self, blocks: Sequence[Block], index: int) -> tuple[Passage | None, int]:
        """Return the name in a heading above a list of seats, over up to three lines."""
        following = blocks[index + 1].lines[0].passage().text if index + 1 < len(blocks) else ""
        if not LABEL.match(following):
            return None, index
        first = index
        text = blocks[index].passage
        while True:
            name = group_names.heading_name(text)
            above = blocks[first - 1].text if first > 0 else ""
            if first == 0 or index - first >= 2 or re.search(r"[。，；：）]$|^附件", above) or len(above) > 40:
                return name, first
            wider = blocks[first - 1].passage + text
            if group_names.heading_name(wider) is None:
                return name, first
            text, first = wider, first - 1

    def _unite(self) -> None:
        """Map every name to the fullest name of the same group in the notice."""
        plain = {name.name.value for name in self.names}
        everything = plain | {name.value for name, _ in self.mentioned}
        for one in plain:
            alike = [other for other in everything if other == one or group_names.same_group(one, other)]
            self.full[one] = max(alike, key=len)
        for name, _ in self.mentioned:
            value = name.value
            alike = [other for other in plain if other == value or group_names.same_group(value, other)]
            if alike:
                self.full[value] = self.full[max(alike, key=len)]
        for item in self.names:
            if item.alias is not None:
                self.full[item.alias.value] = self.full[item.name.value]

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
        for name, sentence in self.mentioned:
            if name.value not in self.full and name.value not in seen:
                seen.add(name.value)
                yield facts.Group(group=name.value, status="mentioned", **evidence(self.doc, sentence, name))

    def walk(self, blocks: Sequence[Block]) -> Iterator[facts.AnyFact]:
        """Read the paragraphs in order, seats in lists line by line."""
        listing = Listing()
        if self.names and self.names[0].status is None:
            self.group = self.full[self.names[0].name.value]
        for index, block in enumerate(blocks):
            if index in self.headings:
                yield from self._flush(listing)
                listing = Listing()
                self.group, self.sub = self.full[self.headings[index].value], None
                continue
            rest = list(block.lines)
            while rest and listing.take(rest[0]):
                rest.pop(0)
            if not rest:
                continue
            yield from self._flush(listing)
            listing = Listing()
            text = block.passage if len(rest) == len(block.lines) else Block(tuple(rest)).passage
            yield from self._prose(text, blocks[index + 1] if index + 1 < len(blocks) else None)
        yield from self._flush(listing)

    def _flush(self, listing: Listing) -> Iterator[facts.AnyFact]:
        for run in listing.runs:
            for seat in read_seats(run):
                yield from self._seat(seat, run.owner)

    def _seat(self, seat: Seat | OrgSeat, owner: str = "") -> Iterator[facts.AnyFact]:
        sub = self._owner(owner) or self.sub
        if self.group is None:
            return
        if isinstance(seat, Seat):
            shared = evidence(self.doc, seat.clause, seat.name)
            if sub in ("办公室", None) and seat.role == "主任" and (owner == "办公室" or sub == "办公室"):
                yield facts.OfficeDirector(group=self.group, person=seat.name.value, **shared)
                return
            yield facts.Member(
                group=self.group, person=seat.name.value, role=seat.role, title=seat.title, subgroup=sub, **shared
            )
            return
        yield from self._org_seat(seat, sub)

    def _org_seat(self, seat: OrgSeat, sub: str | None) -> Iterator[facts.AnyFact]:
        assert self.group is not None
        shared = evidence(self.doc, seat.clause, seat.description)
        if seat.org is not None:
            yield facts.MemberOrg(group=self.group, org=seat.org.value, role=seat.role, subgroup=sub, **shared)
        elif len(seat.description) > 2:
            yield facts.MemberRole(
                group=self.group, role=seat.role, description=seat.description.value, subgroup=sub, **shared
            )

    def _owner(self, owner: str) -> str | None:
        if not owner or owner in ("领导小组", "指挥部", "小组", "专班", "委员会"):
            return None
        return owner

    def _prose(self, text: Passage, following: Block | None) -> Iterator[facts.AnyFact]:
        heading = _SUB_HEADING.fullmatch(text.text)
        if heading and following is not None and (LABEL.match(following.text) or heading["sub"] in self.subgroups):
            self.sub = heading["sub"]
            return
        office = False
        for sentence in sentences(text):
            for named in group_names.set_up(sentence, duty=False):
                if self.full.get(named.name.value):
                    self.group, self.sub = self.full[named.name.value], None
            if self.group is None:
                continue
            for name, _ in ((name, 0) for name in self._named_in(sentence)):
                self.group = name
            subject = _SUBJECT.match(sentence.text)
            sub = subject["sub"] if subject and (subject["sub"] in self.subgroups) else None
            yield from self._parts(sentence)
            yield from self._offices(sentence)
            office = office or "办公室" in sentence.text
            if office:
                yield from self._directors(sentence)
            yield from self._roles(sentence, sub)

    def _named_in(self, sentence: Passage) -> Iterator[str]:
        for value, full in self.full.items():
            if sentence.value.startswith(value):
                yield full
                return

    def _parts(self, sentence: Passage) -> Iterator[facts.AnyFact]:
        assert self.group is not None
        for match in _PARTS.finditer(sentence.text):
            what = sentence.group(match, "what")
            counted = _COUNT.match(what.text)
            if counted:
                what = what[counted.end() :]
            single = []
            for part in split_outside(what, "、，和及"):
                name = without_alias(part.strip("“”：")).name
                number = re.match(r"[一二三四五六七八九十\d]+个", name.text)
                if number:
                    continue
                if not re.search(r"(?:组|秘书处|中心|专班|办公室|指挥部|分团)$", name.text):
                    break
                single.append(name.value)
                if name.text.endswith("办公室"):
                    continue
                self.subgroups.add(name.value)
                yield facts.Subgroup(group=self.group, subgroup=name.value, **evidence(self.doc, sentence, name))
            self.sub = single[0] if len(single) == 1 else None

    def _offices(self, sentence: Passage) -> Iterator[facts.AnyFact]:
        assert self.group is not None
        for match in _SEAT.finditer(sentence.text):
            sub = next((name for name in self.subgroups if match["what"].endswith(name)), None)
            if sub is None and not match["what"].endswith("办公室"):
                continue
            for item in org_items(sentence.group(match, "org")):
                yield facts.Office(
                    group=self.group, org=item.name.value, subgroup=sub, **evidence(self.doc, sentence, item.name)
                )

    def _directors(self, sentence: Passage) -> Iterator[facts.AnyFact]:
        assert self.group is not None
        for pattern in (_DIRECTOR_BY, _DIRECTOR):
            found = False
            for match in pattern.finditer(sentence.text):
                who = sentence.group(match, "who")
                lead = re.match(r"(?:[^，]*?(?:并|，))?由", who.text)
                who = who[lead.end() :] if lead else who
                listed = people(who.strip("由，、"))
                for name, title in listed or ():
                    found = True
                    shared: Evidence = evidence(self.doc, sentence, name)
                    if match["role"] == "主任":
                        yield facts.OfficeDirector(group=self.group, person=name.value, **shared)
                    else:
                        yield facts.Member(
                            group=self.group, person=name.value, role=match["role"], subgroup="办公室",
                            title=title.value if title is not None else None, **shared,
                        )
            if found:
                return

    def _roles(self, sentence: Passage, sub: str | None) -> Iterator[facts.AnyFact]:
        """Read 由A任组长，B任副组长；成员由C组成, in this order of words or the other."""
        if "不再" in sentence.text:
            return
        done = 0
        for match in _ROLE_BY.finditer(sentence.text):
            yield from self._who(sentence, sentence.group(match, "who"), match["role"], sub)
            done = max(done, match.end())
        for match in _MADE_OF.finditer(sentence.text):
            if match.start() >= done:
                yield from self._who(sentence, sentence.group(match, "who"), "成员", sub)
                done = max(done, match.end())
        start = 0
        for match in _BY.finditer(sentence.text):
            if match.start() < done and any(True for _ in _ROLE_BY.finditer(sentence.text)):
                start = match.end()
                continue
            if match["role"] == "主任" or match["role"] == "副主任":
                start = match.end()
                continue
            chunk = sentence[start : match.start()]
            start = match.end()
            by = chunk.text.rfind("由")
            if by >= 0:
                chunk = chunk[by + 1 :]
            yield from self._who(sentence, chunk.strip("，。；、的"), match["role"], sub)

    def _who(self, sentence: Passage, who: Passage, role: str, sub: str | None) -> Iterator[facts.AnyFact]:
        who = who.strip("，。；、由：")
        if not who.text or self.group is None:
            return
        listed = people(who)
        if listed is not None:
            for name, title in listed:
                yield from self._one(sentence, Seat(role, name, title.value if title else None, sentence), sub)
            return
        for seat in read_org_seats(role, who, sentence):
            yield from self._org_seat(seat, sub)

    def _one(self, sentence: Passage, seat: Seat, sub: str | None) -> Iterator[facts.AnyFact]:
        assert self.group is not None
        yield facts.Member(
            group=self.group, person=seat.name.value, role=seat.role, title=seat.title, subgroup=sub,
            **evidence(self.doc, sentence, seat.name),
        )
