"""Who sits in a group: people with or without titles, organisations, seats by role only."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from registry.parsing.clauses.unit_seats import OrgSeat, names_units, read_org_seats
from registry.parsing.lists import is_org, is_surely_org, org_items, split_outside
from registry.parsing.persons import (
    bare_name,
    could_be_name,
    is_name,
    is_title,
    name_at_end,
    people,
)
from registry.parsing.text import Passage

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


def read_rows(role: str, label: Passage, rows: Sequence[Sequence[Passage]]) -> list[Seat | OrgSeat]:
    """Read the rows under one label, each the runs between its spaces."""
    if not rows:
        return []
    rows = [_with_whole_name(row) for row in rows]
    if all(map(_unit_title_name, rows)):
        return [
            Seat(role, bare_name(row[2]), row[0].value + row[1].value, label + _join(row))
            for row in rows
        ]
    if opens_row(rows[0]) and not _breaks_before_bracket(rows):
        return list(_columns(role, rows))
    told = _told_by_row(role, label, rows)
    if told is not None:
        return told
    by_row = [people(_join(row).strip("，。；、")) for row in rows]
    if all(listed is not None for listed in by_row):
        return [
            Seat(role, name, title.value if title is not None else None, label + _join(row))
            for row, listed in zip(rows, by_row, strict=True)
            for name, title in listed or ()
        ]
    text = _join([token for row in rows for token in row]).strip("，。；、")
    listed = people(text)
    if listed is not None:
        return [
            Seat(role, name, title.value if title is not None else None, label + text)
            for name, title in listed
        ]
    parts = list(split_outside(text, "；"))
    return [seat for part in parts for seat in _people_or_units(role, part, label + text)]


def _people_or_units(role: str, text: Passage, clause: Passage) -> Iterator[Seat | OrgSeat]:
    """Read one part of a list that a semicolon parts: of people, of units (；各镇镇长), or both."""
    listed = people(text)
    if listed is None:
        named, others = _named_and_others(role, text, clause)
        yield from named
        for other in others:
            yield from read_org_seats(role, other, clause)
    for name, title in listed or ():
        yield Seat(role, name, title.value if title is not None else None, clause)


def _named_and_others(
    role: str, text: Passage, clause: Passage
) -> tuple[list[Seat], list[Passage]]:
    """Part a list in which some have names and some none: 调度主任王明、各采区区长."""
    named: list[Seat] = []
    others: list[Passage] = []
    told = _DUTIES.search(text.text)
    for item in split_outside(text[: told.start()] if told else text, "、"):
        split = name_at_end(item) or _behind_unit(item)
        if split and split[0].text and is_name(split[1].text) and not item.text.startswith("各"):
            named.append(Seat(role, split[1], split[0].value, clause))
        else:
            others.append(item)
    return (named, others) if named else ([], [text])


_DUTIES = re.compile(r"(?:主要|具体|工作)?职责：")


def _behind_unit(item: Passage) -> tuple[Passage, Passage] | None:
    """Split 技术科王明: a unit, and behind it the name of whom it sends."""
    if is_org(item.text) or is_title(item.text):
        return None
    for length in (3, 2):
        unit, name = item[: len(item) - length], item[len(item) - length :]
        if len(unit) > 1 and is_surely_org(unit.text) and is_name(name.text):
            return unit, name
    return None


def _breaks_before_bracket(rows: Sequence[Sequence[Passage]]) -> bool:
    """Say whether a list in brackets broke behind its first name (王明 | （县长）、李强（副县长）)."""
    return (
        len(rows) > 1
        and len(rows[0]) == 1
        and re.match(r"（[^（）]+）、", rows[1][0].text) is not None
    )


def _told_by_row(
    role: str, label: Passage, rows: Sequence[Sequence[Passage]]
) -> list[Seat | OrgSeat] | None:
    """Read rows of names with brackets, one or more to a row, and rows of units among them."""
    found: list[Seat | OrgSeat] = []
    for row in rows:
        one = _in_brackets([*row])
        each = [one] if one is not None else [_in_brackets([cell]) for cell in row]
        if all(each):
            found.extend(
                Seat(role, pair[0], pair[1].value, label + _join(row)) for pair in each if pair
            )
        elif found and (names_units(_join(row).text) or row[0].text.startswith("各")):
            found.extend(read_org_seats(role, _join(row), _join(row)))
        else:
            return None
    return found


_BRACKETED_ROW = re.compile(r"(?P<name>[\u4e00-\u9fff·]{2,8})（(?P<title>[^（）]{2,60})）")


def _in_brackets(row: Sequence[Passage]) -> tuple[Passage, Passage] | None:
    """Read a row that is a name and, in brackets, a title or the unit it stands for."""
    text = _join(row).strip("，。；、")
    match = _BRACKETED_ROW.fullmatch(text.text)
    if match is None or not (is_name(match["name"]) or could_be_name(match["name"])):
        return None
    if match["title"] in ("兼", "女", "挂职"):
        return None
    return text.group(match, "name"), text.group(match, "title")


def opens_row(tokens: Sequence[Passage]) -> bool:
    """Say whether a row begins with a name, or with a title and then a name."""
    first = bare_name(tokens[0]).text
    if is_name(first):
        return True
    if len(tokens) == 2 and is_title(tokens[0].text):
        return could_be_name(bare_name(tokens[1]).text)
    if _unit_title_name(_with_whole_name(tokens)):
        return True
    return len(tokens) > 1 and could_be_name(first) and is_title(_join(tokens[1:]).text)


def _unit_title_name(tokens: Sequence[Passage]) -> bool:
    """Say whether a row is a unit, a title there and a name: 市财政局  副局长  王明."""
    return (
        len(tokens) == 3
        and is_org(tokens[0].text)
        and is_title(tokens[1].text)
        and not is_title(tokens[2].text)
        and 2 <= len(bare_name(tokens[2])) <= 4
    )


def _with_whole_name(row: Sequence[Passage]) -> Sequence[Passage]:
    """Join the two halves of a name at the end of a row of unit, title and name."""
    if len(row) == 4 and len(row[2]) == len(row[3]) == 1 and is_title(row[1].text):
        return [*row[:2], row[2] + row[3]]
    return row


def _columns(role: str, rows: Sequence[Sequence[Passage]]) -> Iterator[Seat | OrgSeat]:
    """Read names and titles in columns; a title may go on in the next row."""
    title_first = len(rows[0]) == 2 and not is_name(rows[0][0].text) and is_title(rows[0][0].text)
    column = _Column(role)
    for row in rows:
        cells = [cell for token in row if (cell := token.strip("，。；")).text]
        if title_first and len(cells) == 2:
            cells.reverse()
        elif title_first and len(cells) == 1 and not is_name(cells[0].text):
            yield from column.close()
            yield OrgSeat(role, None, cells[0], cells[0])
            continue
        for index, cell in enumerate(cells):
            yield from column.take(cell, starts=index == 0 and opens_row(cells))
    yield from column.close()


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

    def take(self, cell: Passage, *, starts: bool) -> Iterator[Seat | OrgSeat]:
        """Take the next run of a row: a name, a list, units, or more of the title."""
        if self.name is not None and self.titles and not is_title(_join(self.titles).text):
            self.titles.append(cell)
            return
        if self.titles and is_title(_join(self.titles).text) and _POST_ALONE.fullmatch(cell.text):
            yield from self.close()
            yield OrgSeat(self.role, None, cell, cell)
            return
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
            yield _seat(self.role, self.name, self.titles)
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


def _seat(role: str, name: Passage, titles: Sequence[Passage]) -> Seat:
    if not titles:
        return Seat(role, name, None, name)
    title = _join(titles)
    inner = re.fullmatch(r"（([^（）]+)）", title.text)
    title = title.group(inner, 1) if inner else title
    # Where titles stand first, the clause begins with them all the same.
    clause = _join(sorted([name, *titles], key=lambda part: part.at[0]))
    return Seat(role, name, title.strip("，、").value, clause)


def _join(tokens: Sequence[Passage]) -> Passage:
    whole = tokens[0]
    for token in tokens[1:]:
        whole = whole + token
    return whole
