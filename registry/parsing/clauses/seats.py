"""Who sits in a group: people with or without titles, organisations, seats by role only."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from registry.parsing.clauses.unit_seats import (
    OrgSeat,
    is_row_of_post,
    names_units,
    read_org_seats,
)
from registry.parsing.lists import is_org, org_items, split_outside
from registry.parsing.persons import (
    bare_name,
    could_be_name,
    is_name,
    is_title,
    people,
)
from registry.parsing.text import Passage, join, width

_HEADS = "组长|团长|指挥长|指挥|召集人|主任委员|主任|秘书长|主席|会长|政委|队长|领队|班长|理事长|政治委员"
ROLE = (
    rf"(?:(?:第一|第二|常务|执行|专职|名誉|总|轮值|共同|联合|前线|前方|现场)?(?:副)?(?:总)?(?:{_HEADS})"
    r"|(?:专职|兼职|首席)?(?:成员|委员|组员|队员|团员|顾问|联络员|联络人|秘书|新闻发言人))"
)
"""A pattern for a role in a group."""


@dataclass(frozen=True)
class Seat:
    """A named seat: who, the role, and the title beside the name."""

    role: str
    name: Passage
    title: str | None
    clause: Passage


def opens_row(tokens: Sequence[Passage]) -> bool:
    """Say whether a row begins with a name, or with a title and then a name."""
    first = bare_name(tokens[0]).text
    if is_name(first):
        return True
    if len(tokens) == 2 and is_title(tokens[0].text):
        return could_be_name(bare_name(tokens[1]).text)
    if is_unit_title_name(with_whole_name(tokens)) or len(one_to_a_row(tokens)) > 1:
        return True
    return len(tokens) > 1 and could_be_name(first) and is_title(join(tokens[1:]).text)


def is_row_of_people(text: Passage) -> bool:
    """Say whether a text is several people, each with a title, and no more."""
    listed = people(text.strip("，。；、"))
    return listed is not None and len(listed) > 1 and all(title for _, title in listed)


def one_to_a_row(row: Sequence[Passage]) -> list[Sequence[Passage]]:
    """Part a row of several, title and name by turns: 县公安局局长 王明 县财政局局长 李强."""
    cells = [part for cell in row for part in split_outside(cell, "、") if part.text]
    pairs = [cells[at : at + 2] for at in range(0, len(cells), 2)]
    several = len(pairs) > 1 and all(
        len(pair) == 2 and is_title(pair[0].text) and is_name(bare_name(pair[1]).text)
        for pair in pairs
    )
    return [*pairs] if several and not is_name(cells[0].text) else [row]


def is_unit_title_name(tokens: Sequence[Passage]) -> bool:
    """Say whether a row is a unit, a title there and a name: 市财政局  副局长  王明."""
    return (
        len(tokens) == 3
        and is_org(tokens[0].text)
        and is_title(tokens[1].text)
        and not is_title(tokens[2].text)
        and 2 <= len(bare_name(tokens[2])) <= 4
    )


def with_whole_name(row: Sequence[Passage]) -> Sequence[Passage]:
    """Join the two halves of a name at the end of a row of unit, title and name."""
    if len(row) == 4 and len(row[2]) == len(row[3]) == 1 and is_title(row[1].text):
        return [*row[:2], row[2] + row[3]]
    return row


def columns(role: str, rows: Sequence[Sequence[Passage]]) -> Iterator[Seat | OrgSeat]:
    """Read names and titles in columns; a title may go on in the next row."""
    title_first = len(rows[0]) == 2 and not is_name(rows[0][0].text) and is_title(rows[0][0].text)
    column = _Column(role)
    names_at = _place(rows[0][0])
    for row in rows:
        post = len(row) == 1 and is_row_of_post(row[0].text) and not column.is_broken
        if post and _place(row[0]) == names_at > 0:
            yield from column.close()
            yield OrgSeat(role, None, row[0], row[0])
            continue
        cells = [cell for token in row if (cell := token.strip("，。；")).text]
        behind = len(cells) == 2 and is_row_of_post(cells[0].text) and not column.is_broken
        if len(cells) == 2 and (title_first or (behind and is_name(bare_name(cells[1]).text))):
            cells.reverse()
        elif title_first and len(cells) == 1 and not is_name(cells[0].text):
            yield from column.close()
            yield OrgSeat(role, None, cells[0], cells[0])
            continue
        for index, cell in enumerate(cells):
            yield from column.take(cell, starts=index == 0 and opens_row(cells))
    yield from column.close()


def _place(cell: Passage) -> int:
    """Return how far from the left of its line a run begins."""
    raw, start = cell.source.raw, cell.at[0]
    return width(raw[raw.rfind("\n", 0, start) + 1 : start])


_POST_ALONE = re.compile(
    r"[\u4e00-\u9fff]{2,6}(?P<level>[省市县区州盟旗镇乡])(?:人民政府|政府)?副?(?P=level)长"
)
"""Matches a row that is the head of a place (屏山县县长): a seat by itself, no more of a title."""


class _Column:
    """The seat that is being read: a name, and as much of its title as has come."""

    def __init__(self, role: str) -> None:
        self.role = role
        self.name: Passage | None = None
        self.titles: list[Passage] = []
        self.units: Passage | None = None
        self.titled = False

    @property
    def is_broken(self) -> bool:
        """Whether the page's width broke off the title that is being read."""
        return bool(self.name and self.titles) and not is_title(join(self.titles).text)

    def take(self, cell: Passage, *, starts: bool) -> Iterator[Seat | OrgSeat]:
        """Take the next run of a row: a name, a list, units, or more of the title."""
        if self.is_broken:
            self.titles.append(cell)
            return
        if self.titles and is_title(join(self.titles).text) and _POST_ALONE.fullmatch(cell.text):
            yield from self.close()
            yield OrgSeat(self.role, None, cell, cell)
            return
        if self.units is not None and names_units(self.units.text) and cell.text.startswith("各"):
            yield from self.close()
        if self.units is not None:
            self.units = self.units + cell
            return
        bare = bare_name(cell)
        if self.titled and self.name is not None and not self.titles and not starts:
            # Where the seats before had titles, what follows a name is its title, even if
            # the page's width left of it no more than looks like a name.
            self.titles.append(cell)
            return
        if is_name(bare.text) or (starts and could_be_name(bare.text)):
            yield from self.close()
            self.name = bare
        elif (listed := _several(cell)) is not None:
            yield from self.close()
            for person, title in listed:
                yield Seat(self.role, person, title.value if title is not None else None, cell)
        elif names_units(cell.text) or _lists_units(cell):
            yield from self.close()
            self.units = cell
        elif self.name is not None:
            self.titles.append(cell)

    def close(self) -> Iterator[Seat | OrgSeat]:
        """Yield what was read so far and begin anew."""
        if self.name is not None:
            self.titled = self.titled or bool(self.titles)
            yield seat_of(self.role, self.name, self.titles)
        if self.units is not None:
            yield from read_org_seats(self.role, self.units, self.units)
        self.name, self.titles, self.units = None, [], None


def _lists_units(cell: Passage) -> bool:
    """Say whether a run begins a list of organisations: 各年级主任, or two and more names."""
    if cell.text.startswith("各"):
        return True
    items = [item.name.text for item in org_items(cell.strip("、"))]
    return len(items) > 1 and all(is_org(item) for item in items)


def _several(cell: Passage) -> list[tuple[Passage, Passage | None]] | None:
    """Read a run that itself lists people (李四、王五, 李四（局长）)."""
    if not re.search(r"[、（]", cell.text) or not is_name(re.split(r"[、（]", cell.text)[0]):
        return None
    return people(cell)


def seat_of(role: str, name: Passage, titles: Sequence[Passage]) -> Seat:
    """Return the seat of a name with the titles that stand beside it, as written."""
    if not titles:
        return Seat(role, name, None, name)
    title = join(titles)
    inner = re.fullmatch(r"（([^（）]+)）", title.text)
    title = title.group(inner, 1) if inner else title
    # Where titles stand first, the clause begins with them all the same.
    clause = join(sorted([name, *titles], key=lambda part: part.at[0]))
    return Seat(role, name, title.strip("，、").value, clause)
