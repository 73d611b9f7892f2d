"""Lists of seats, row by row: people with titles, units, and posts without names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from registry.parsing.clauses.seats import (
    Seat,
    columns,
    is_unit_title_name,
    one_to_a_row,
    opens_row,
    seat_of,
    with_whole_name,
)
from registry.parsing.clauses.unit_seats import (
    OrgSeat,
    apart,
    is_row_of_post,
    names_units,
    read_org_seats,
)
from registry.parsing.lists import is_org, is_surely_org, split_outside
from registry.parsing.persons import (
    bare_name,
    could_be_name,
    is_name,
    is_title,
    name_at_end,
    people,
)
from registry.parsing.text import Passage, join


def read_rows(role: str, label: Passage, rows: Sequence[Sequence[Passage]]) -> list[Seat | OrgSeat]:
    """Read the rows under one label, each the runs between its spaces."""
    if not rows:
        return []
    rows = [pair for row in rows for pair in one_to_a_row(with_whole_name(row))]
    if all(map(is_unit_title_name, rows)):
        return [
            Seat(role, bare_name(row[2]), row[0].value + row[1].value, label + join(row))
            for row in rows
        ]
    if opens_row(rows[0]) and not _breaks_before_bracket(rows):
        return list(columns(role, rows))
    told = _told_by_row(role, label, rows) or _told_by_post(role, rows)
    if told is not None:
        return told
    text = join([token for row in rows for token in row]).strip("，。；、")
    parts = apart(text)
    by_row = [people(join(row).strip("，。；、")) for row in rows]
    if len(parts) == 1 and all(listed is not None for listed in by_row):
        return [
            Seat(role, name, title.value if title is not None else None, label + join(row))
            for row, listed in zip(rows, by_row, strict=True)
            for name, title in listed or ()
        ]
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
                Seat(role, pair[0], pair[1].value, label + join(row)) for pair in each if pair
            )
        elif found and (names_units(join(row).text) or row[0].text.startswith("各")):
            found.extend(read_org_seats(role, join(row), join(row)))
        else:
            return None
    return found


def _told_by_post(role: str, rows: Sequence[Sequence[Passage]]) -> list[Seat | OrgSeat] | None:
    """Read rows that are posts without names, rows of a name and a title among them."""
    found: list[Seat | OrgSeat] = []
    for row in rows:
        text = join(row)
        if len(row) == 1 and (is_row_of_post(text.text) or text.text.startswith("各")):
            found.extend(read_org_seats(role, text, text))
        elif found and len(row) > 1 and is_name(row[0].text) and is_title(text.text):
            found.append(seat_of(role, row[0], row[1:]))
        else:
            return None
    return found


_BRACKETED_ROW = re.compile(r"(?P<name>[\u4e00-\u9fff·]{2,8})（(?P<title>[^（）]{2,60})）")


def _in_brackets(row: Sequence[Passage]) -> tuple[Passage, Passage] | None:
    """Read a row that is a name and, in brackets, a title or the unit it stands for."""
    text = join(row).strip("，。；、")
    match = _BRACKETED_ROW.fullmatch(text.text)
    if match is None or not (is_name(match["name"]) or could_be_name(match["name"])):
        return None
    if match["title"] in ("兼", "女", "挂职"):
        return None
    return text.group(match, "name"), text.group(match, "title")
