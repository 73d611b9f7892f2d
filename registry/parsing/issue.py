"""Cut a text into its notices, each with what identifies it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from registry.model.facts import DocumentKind
from registry.parsing.dates import iso_of_first_day
from registry.parsing.effective import read_effective
from registry.parsing.particulars import (
    kind_of,
    read_date,
    read_number,
    read_partial,
    read_signer,
)
from registry.parsing.repealed import read_repealed
from registry.parsing.text import Line, Passage, Source, lines, passage
from registry.parsing.titles import Title, find_titles, start_of


@dataclass(frozen=True)
class Notice:
    """One notice: what identifies it, and the lines of its body."""

    source: Source
    doc: str
    number: str | None
    title: str
    date: str | None
    issuer: str | None
    kind: DocumentKind
    head: Passage
    head_title: Passage
    body: tuple[Line, ...]
    effective: str | None
    partial: bool
    repeals: tuple[str, ...]

    @property
    def level(self) -> str:
        """The issuer's level: 市 of 景德镇市人民政府, or nothing where its name tells none."""
        match = re.match(r".{1,8}?(省|市|县|区|州|盟|旗)", self.issuer or "")
        return match[1] if match else ""

    @property
    def place(self) -> str:
        """The issuer's place name without its level: 景德镇 of 景德镇市人民政府."""
        match = re.match(r"(.{2,8}?)(?:省|市|县|区|州|盟|旗)", self.issuer or "")
        return match[1] if match else ""


def cut(source: Source) -> list[Notice]:
    """Return the notices of a text in order; a text without a title is one notice."""
    all_lines = lines(source)
    if not all_lines:
        return []
    squeezed = [line.words.text for line in all_lines]
    titles = find_titles(source, all_lines, squeezed)
    starts = [start_of(title, squeezed) for title in titles]
    notices = []
    for index, title in enumerate(titles):
        start = 0 if index == 0 else starts[index]
        end = starts[index + 1] if index + 1 < len(titles) else len(all_lines)
        notices.append(_notice(source, all_lines[start:end], squeezed[start:end], title, start))
    return notices


def _notice(
    source: Source, part: Sequence[Line], squeezed: Sequence[str], title: Title, start: int
) -> Notice:
    first, last = title.first - start, title.last - start
    number, number_date, number_line = read_number(part, squeezed, first, last)
    issuer = title.issuer or (None if title.is_of_meeting else read_signer(part, squeezed, last))
    kind = kind_of(title.text.text)
    date = number_date or read_date(squeezed, last)
    if kind == "meeting" and date is None:
        date = next(
            (day for line in squeezed[last + 1 : last + 5] if (day := iso_of_first_day(line))), None
        )
    head = title.text
    if number_line is not None and abs(number_line - last) <= 2:
        lo, hi = min(first, number_line), max(last, number_line)
        head = passage(source, part[lo].start, part[hi].end)
    name = title.text.value
    told = {*range(first, last + 1), number_line}
    body = tuple(line for place, line in enumerate(part) if place not in told)
    return Notice(
        source=source,
        doc=number or name,
        number=number,
        title=name,
        date=date,
        issuer=issuer,
        kind=kind,
        head=head,
        head_title=title.text,
        body=body,
        effective=read_effective(squeezed[last + 1 :], kind, date),
        partial=kind == "division" and read_partial(head.text, squeezed[last + 1 :]),
        repeals=read_repealed(body, name),
    )
