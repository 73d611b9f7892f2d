"""The one door of the parser: text in, facts and unparsed clauses out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import structs

from registry.model import facts
from registry.parsing.clause import evidence, without_private
from registry.parsing.clauses.ab import opens_pair, read_ab
from registry.parsing.clauses.appointment import read_appointments
from registry.parsing.clauses.contact import read_contacts
from registry.parsing.clauses.division import read_division
from registry.parsing.clauses.duty import read_duties_of_agencies
from registry.parsing.clauses.group import read_groups
from registry.parsing.clauses.indicator import read_indicators
from registry.parsing.clauses.leader import is_closed_heading, opens_section
from registry.parsing.clauses.listing import opens_list
from registry.parsing.clauses.meeting import read_meeting
from registry.parsing.clauses.post_headings import opens_list_of_posts
from registry.parsing.clauses.post_table import read_post_rows
from registry.parsing.clauses.seat_or_post import without_seats
from registry.parsing.clauses.task import opens_label, read_tasks
from registry.parsing.clauses.task_minutes import (
    read_handed_on,
    read_tasks_in_prose,
    read_tasks_of_minutes,
)
from registry.parsing.clauses.task_table import read_task_rows
from registry.parsing.clauses.undecided import read_undecided
from registry.parsing.effective import read_other_days
from registry.parsing.issue import Notice, cut
from registry.parsing.layout import Block, blocks, without_footers
from registry.parsing.tables import Row, cut_tables
from registry.parsing.text import Line, Source


def parse(text: str) -> tuple[facts.AnyFact, ...]:
    """Return every fact of every notice in ``text``, in the order of the text.

    ``text`` is taken as it was given: wrapped lines, page footers, spaced names and all.
    Spans of the facts are offsets into it. Clauses that look like facts and are not
    understood come as ``Unparsed``. Nothing is raised: text without a notice gives a
    document and no more, and text without characters gives nothing.
    """
    return tuple(fact for notice in cut(Source.of(text)) for fact in read_notice(notice))


def read_notice(notice: Notice) -> list[facts.AnyFact]:
    """Return the facts of one notice: the document, then the others as they stand in it."""
    document = facts.Document(
        number=notice.number,
        title=notice.title,
        date=notice.date,
        issuer=notice.issuer,
        kind=notice.kind,
        effective=notice.effective,
        partial=notice.partial,
        repeals=notice.repeals,
        **evidence(notice.doc, notice.head),
    )
    found = [document, *sorted(_facts(notice), key=lambda fact: fact.span[0])]
    return [_without_private(fact) for fact in found]


def _without_private(fact: facts.AnyFact) -> facts.AnyFact:
    """Keep personal data out of the values too; a report's figures are none."""
    if isinstance(fact, facts.Indicator):
        return fact
    values = structs.asdict(fact).items()
    said = {key: value for key, value in values if isinstance(value, str) and key != "clause"}
    kept = {key: safe for key, value in said.items() if (safe := without_private(value)) != value}
    return structs.replace(fact, **kept) if kept else fact


def paragraphs_of(notice: Notice) -> tuple[list[Row], list[Block]]:
    """Return the rows of a notice's tables, and its other lines joined to paragraphs."""
    rows, lines = cut_tables(without_footers(notice.body))
    return rows, list(blocks(lines, _opens, is_closed_heading))


# A title by which a notice of another kind says who takes a post as well.
_OF_POSTS_TOO = re.compile(
    r"任免|任职|免职|任命|聘任|(?:明确|调整|确定|配备)[^，《》]{0,24}(?:负责人|主要领导|班子成员|干部)|(?:代表大会|常务委员会|人大常委会)(?:第[^，。；]{1,8}次会议)?公告"
)


_OF_POSTS = re.compile(
    r"任命|免去|聘任|解聘|辞去|代理[^，。；]*长职务|不再担任|接任|同志(?:任|兼任|担任)|[长任记]由[^，。；]*兼任"
)


_LEAVES = re.compile(r"同志不再(?:担任|兼任)")


def _of_posts(paragraphs: Sequence[Block]) -> list[Block]:
    """Return the paragraphs of minutes that say who takes a post or leaves it."""
    return [block for block in paragraphs if _OF_POSTS.search(block.text)]


def _posts(
    notice: Notice, paragraphs: Sequence[Block], rows: Sequence[Row]
) -> Iterator[facts.AnyFact]:
    """Yield who takes a post or leaves it; what is not understood only where that is its matter."""
    if notice.kind == "appointment":
        yield from read_appointments(notice.doc, paragraphs)
        yield from read_undecided(notice.doc, paragraphs)
        yield from read_post_rows(notice.doc, rows)
    elif notice.kind == "meeting" or _OF_POSTS_TOO.search(notice.title):
        told = _of_posts(paragraphs) if notice.kind == "meeting" else paragraphs
        found = read_appointments(notice.doc, told)
        yield from (fact for fact in found if not isinstance(fact, facts.Unparsed))
        yield from read_post_rows(notice.doc, rows)
    elif notice.kind == "division":
        told = [block for block in paragraphs if _LEAVES.search(block.text)]
        found = read_appointments(notice.doc, told)
        yield from (fact for fact in found if isinstance(fact, facts.Removed))


def _facts(notice: Notice) -> Iterator[facts.AnyFact]:
    rows, paragraphs = paragraphs_of(notice)
    yield from read_division(notice.doc, paragraphs, rows, titled=notice.kind == "division")
    if notice.kind == "division":
        yield from read_other_days(notice.doc, paragraphs, notice.date, notice.effective)
    yield from read_ab(notice.doc, paragraphs, rows)
    groups = list(read_groups(notice.doc, notice.head_title, notice.place, paragraphs, rows))
    yield from groups
    yield from without_seats(_posts(notice, paragraphs, rows), groups)
    yield from read_contacts(notice.doc, paragraphs)
    yield from read_tasks(notice.doc, paragraphs)
    yield from read_task_rows(notice.doc, rows)
    if notice.kind == "plan":
        yield from read_tasks_in_prose(notice.doc, paragraphs)
    if notice.kind not in ("division", "appointment", "ab-system"):
        yield from read_duties_of_agencies(notice.doc, paragraphs)
    yield from read_indicators(notice.doc, notice.level, notice.body, rows)
    if notice.kind == "meeting":
        yield from read_meeting(notice.doc, paragraphs)
        yield from read_tasks_of_minutes(notice.doc, paragraphs)
        yield from read_handed_on(notice.doc, paragraphs)


# What a line must hold to begin a list, a leader's section or a pair of its own.
_MAY_OPEN = re.compile(r"[：\s（，·]|任命|免去|[任免]职|聘任|解聘|[AB][角岗]")


def _opens(line: Line) -> bool:
    return _MAY_OPEN.search(line.text) is not None and any(
        opens(line)
        for opens in (opens_list, opens_section, opens_list_of_posts, opens_pair, opens_label)
    )
