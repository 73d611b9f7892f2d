"""Physical lines to paragraphs: what a page's width broke is joined again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from registry.parsing.dates import DATE
from registry.parsing.persons import is_title
from registry.parsing.text import Line, Passage, join

_SENTENCE_END = tuple("。；：！？")
_START = re.compile(
    r"(?:第[一二三四五六七八九十百]+[章条节]|[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）|"
    r"\d{1,2}[．、](?!\d)|\d{1,2}\.(?!\d)|（\d{1,2}）|[①-⑳]|附件|附：|——)"
)
_PAGE_NUMBER = re.compile(
    r"[—·-]\d{1,4}[—·-]|第\d{1,4}页(?:，?共\d{1,4}页)?|[\u4e00-\u9fff]{4,16}(?:文件|公报|政报)\d{1,4}"
)
_ISSUE = r"[12]\d{3}年第\d{1,3}[期号]"
_PAPER = r"[\u4e00-\u9fff]{2,24}(?:公报|政报)"
# A page's running header: the paper with its issue, or beside a page's number the name alone.
_RUNNING = re.compile(rf"{_PAPER}·?{_ISSUE}|{_ISSUE}·?{_PAPER}")
_RUNNING_BESIDE = re.compile(rf"{_PAPER}|[\u4e00-\u9fff]{{4,30}}文件")
_ALONE = re.compile(rf"{DATE}|特此(?:通知|公告|通告|函告|函复|批复|报告)[。.]?")
_PROSE = re.compile(r"[\u4e00-\u9fff]")
# Slack, in half-width columns: a line may stop early for a mark that may not begin a line,
# and a paragraph's first line for the indent that extraction dropped.
_SLACK = 6
_INDENT = 4
# A line of so many columns that stops without a mark was broken, in a text of any width.
_LONG = 40
_LONGEST_CLOSED = 80


@dataclass(frozen=True)
class Block:
    """A paragraph: one or more lines, and their text without white space."""

    lines: tuple[Line, ...]
    ends: bool = True
    """Whether the last line stops short of the page's width, so that nothing goes on."""

    @cached_property
    def passage(self) -> Passage:
        """The paragraph's text with the offset of each character."""
        first = self.lines[0].passage()
        return first if len(self.lines) == 1 else join([line.passage() for line in self.lines])

    @property
    def text(self) -> str:
        """The paragraph, folded and without white space."""
        return self.passage.text


def starts_paragraph(text: str) -> bool:
    """Say whether a line opens with a chapter, clause or list number."""
    return _START.match(text) is not None


def without_footers(lines: Sequence[Line]) -> list[Line]:
    """Leave out page numbers and running footers that stand inside the prose."""
    kept: list[Line] = []
    left_out = False
    for index, line in enumerate(lines):
        text = line.words.text
        if _PAGE_NUMBER.fullmatch(text) or ("报" in text and _RUNNING.fullmatch(text)):
            left_out = True
            continue
        if left_out and _RUNNING_BESIDE.fullmatch(text):
            continue
        if text.isdigit() and kept and _in_bracket(kept[-4:]):
            left_out = True
            continue
        if text.isdigit() and 0 < index < len(lines) - 1:
            around = (lines[index - 1].text, lines[index + 1].text)
            if all(len(_PROSE.findall(other)) >= 8 for other in around):
                left_out = True
                continue
        # The blank lines around a footer part pages, not paragraphs.
        kept.append(replace(line, after_blank=False) if left_out else line)
        left_out = False
    return kept


def wrap_width(lines: Sequence[Line]) -> int | None:
    """Return the columns at which the text was hard-wrapped, or ``None`` where it was not.

    Lines broken by a page's width stop mid-sentence and close to one width.
    """
    widths = Counter(line.width // 2 for line in lines if not line.text.endswith(_SENTENCE_END))
    widths = Counter({size: count for size, count in widths.items() if size >= 10})
    total = sum(widths.values())
    longest = sorted((line.width for line in lines), reverse=True)[:2]
    fallback = longest[0] if len(longest) > 1 and 30 <= longest[0] - 4 <= longest[1] else None
    if fallback is not None and fallback > 100:
        fallback = None

    def around(size: int) -> int:
        return sum(widths[near] for near in (size - 1, size, size + 1))

    if not widths:
        return fallback
    best = max(widths, key=lambda size: (around(size), size))
    # Lines that reach far beyond the width show that it is only that of some headings.
    beyond = sum(line.width > best * 2 + _SLACK for line in lines)
    if beyond > 0.1 * len(lines) or around(best) < max(3, total * 0.3):
        return fallback
    return best * 2


def blocks(
    lines: Sequence[Line], opens: Callable[[Line], bool], closed: Callable[[str], bool]
) -> Iterator[Block]:
    """Join wrapped lines into paragraphs.

    ``opens`` says that a line begins a paragraph, whatever stands before it; ``closed``
    that a text without white space, such as a leader's name and titles, is a paragraph
    already.
    """
    page = _Page(
        wrap=wrap_width(lines),
        blank_parts=sum(line.after_blank for line in lines) < 0.7 * len(lines),
        indented=sum(2 <= line.indent <= 8 for line in lines) > 1,
    )
    page = replace(page, headings=_heading_styles(lines, page), signers=_signers(lines))
    current: list[Line] = []
    text = ""
    for line in lines:
        whole = len(text) < _LONGEST_CLOSED and closed(text)
        if current and (whole or opens(line) or not page.continues(current, line)):
            yield Block(tuple(current), ends=not page.is_full(current))
            current, text = [], ""
        current.append(line)
        # A longer text is no heading, and gathering all of it would take quadratic time.
        text = text + line.words.text if len(text) < _LONGEST_CLOSED else text
    if current:
        yield Block(tuple(current))


@dataclass(frozen=True)
class _Page:
    """How a text was set: its width, whether blank lines part paragraphs, its indents."""

    wrap: int | None
    blank_parts: bool
    indented: bool
    headings: frozenset[str] = frozenset()
    signers: frozenset[int] = frozenset()
    """The offsets of lines that stand right above a date, as an issuer's name does."""
    """The styles of numbering whose lines, where no mark stands in them, are headings."""

    def is_full(self, current: Sequence[Line]) -> bool:
        """Say whether the last of a paragraph's lines fills the page's width."""
        dropped = _INDENT if len(current) == 1 and not self.indented else 0
        return self.wrap is not None and current[-1].width >= self.wrap - _SLACK - dropped

    def continues(self, current: Sequence[Line], line: Line) -> bool:
        """Say whether a line goes on where the lines before it stopped."""
        last = current[-1]
        if (
            line.start in self.signers
            or last.text.endswith(_SENTENCE_END)
            or starts_paragraph(line.words.text)
        ):
            return False
        if _ALONE.fullmatch(line.words.text):
            return False
        if last.text.endswith(("、", "，")) or _in_bracket(current):
            return True
        if _UNFINISHED.search(last.words.text) and not line.after_blank:
            torn = _FRAGMENT.search(last.words.text) is not None
            hangs = self.indented and 2 <= current[0].indent <= 8 and line.indent == 0
            if torn or hangs:
                return True
        if _TORN.match(line.words.text) and _OF_DUTIES.match(current[0].words.text):
            return True
        if self.wrap is None:
            return _in_sentence(current) and last.width >= _LONG and not line.after_blank
        if line.after_blank and self.blank_parts:
            return False
        if len(current) == 1 and _style(last) in self.headings:
            return False
        if _in_sentence(current) and not _SIGNED.search(line.passage().text):
            return True
        return self.is_full(current)


def _in_bracket(current: Sequence[Line]) -> bool:
    """Say whether a bracket of at most some lines stands open."""
    text = "".join([line.text for line in current[-6:]])
    opened = text.rfind("（")
    return opened > text.rfind("）") and len(text) - opened < 150


# The rest of a word (局、, 务。) that a line's end tore from a list of somebody's work.
_TORN = re.compile(r"[^\d（，。；：、]{1,2}[、，。；]")
_OF_DUTIES = re.compile(r".{0,24}(?:分管|主管|负责|联系)[^，。；：]{3}")
# A sentence that a line's end broke: behind its mark the next one has begun.
_UNFINISHED = re.compile(r"[。；，、][^。；：，、（）]{1,40}$")
# What is no word or name by itself, so that it goes on in the next line.
_FRAGMENT = re.compile(r"。(?:分|负|联|主|协|兼|代|主持|协助分|协助负|协助联)$")
# A clause that gives a post, up to where its line broke inside it.
_IN_POST = re.compile(r"同志(?:任|兼任|为)[^，。；：]{8,}(?<!职务)$")
_DATED = re.compile(DATE)
_SIGNED = re.compile(
    r"^（|(?:19|20)\d\d年\d{1,2}月\d{1,2}日|[二〇零一○]{4}年|^[^，。；：、]{2,30}(?:政府|办公室|办公厅|委员会|局|厅|部)$|："
)


def _in_sentence(current: Sequence[Line]) -> bool:
    """Say whether a paragraph of prose stops without a mark, wherever its line ends.

    Names and titles in columns hold no comma, so that a list is no prose.
    """
    text = "".join([line.text for line in current[-12:]])
    if "，" in text:
        return not text.endswith(("）", "”")) and len(text) > 20
    return "同志" in text and _IN_POST.search(text) is not None and not is_title(text)


def _signers(lines: Sequence[Line]) -> frozenset[int]:
    return frozenset(
        line.start
        for line, below in pairwise(lines)
        if _DATED.fullmatch(below.words.text) and not re.search(r"[，。；：、]", line.text)
    )


def _style(line: Line) -> str:
    """Return how a line without marks is numbered: 1 stands for every number."""
    text = line.words.text
    number = _START.match(text)
    if number is None or re.search(r"[，。；：]", text):
        return ""
    return re.sub(r"[一二三四五六七八九十百\d]+", "1", number.group())


def _heading_styles(lines: Sequence[Line], page: _Page) -> frozenset[str]:
    """Where one line of a style is too short to go on, all lines of the style are headings."""
    styles = {_style(line) for line in lines if not page.is_full([line])}
    return frozenset(styles - {"", "附件", "附："})
