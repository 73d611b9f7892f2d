"""Which group, and which part of it, a text is speaking of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from registry.model import facts
from registry.parsing.clause import evidence
from registry.parsing.clauses.seats import Seat
from registry.parsing.clauses.unit_seats import OrgSeat
from registry.parsing.lists import split_outside
from registry.parsing.persons import could_be_name, people
from registry.parsing.text import Passage


@dataclass
class Place:
    """Which group, and which part of it, the text is speaking of."""

    group: str | None = None
    part: str | None = None
    under: str | None = None
    """The part under whose own heading the prose stands."""
    parts: set[str] = field(default_factory=set)
    awaits_parts: bool = False
    office: bool = False
    office_names: set[str] = field(default_factory=set)
    """What the notice calls the office for short (市防汛办)."""
    known: set[str] = field(default_factory=set)
    """Those who were named before in the notice, whatever form their names have."""

    def people(self, who: Passage) -> list[tuple[Passage, Passage | None]] | None:
        """Read a list of people, by the form of their names or because they are known."""
        parts = [
            part[:-2] if part.text.endswith("同志") else part
            for part in split_outside(who, "、，和")
        ]
        if parts and all(part.text in self.known for part in parts):
            return [(part, None) for part in parts]
        if len(parts) == 1 and who.text.endswith("同志") and could_be_name(parts[0].text):
            return [(parts[0], None)]
        return people(who)

    def seat(self, doc: str, seat: Seat | OrgSeat, part: str | None) -> Iterator[facts.AnyFact]:
        """Yield the fact of a seat in the group, or nothing where no group is spoken of."""
        if self.group is None:
            return
        if isinstance(seat, Seat):
            self.known.add(seat.name.text)
            shared = evidence(doc, seat.clause, seat.name)
            if part == "办公室" and seat.role == "主任":
                yield facts.OfficeDirector(group=self.group, person=seat.name.value, **shared)
                return
            yield facts.Member(
                group=self.group,
                person=seat.name.value,
                role=seat.role,
                title=seat.title,
                subgroup=part,
                **shared,
            )
            return
        shared = evidence(doc, seat.clause, seat.description)
        if seat.org is not None:
            yield facts.MemberOrg(
                group=self.group, org=seat.org.value, role=seat.role, subgroup=part, **shared
            )
        else:
            yield facts.MemberRole(
                group=self.group,
                role=seat.role,
                description=seat.description.value,
                subgroup=part,
                **shared,
            )
