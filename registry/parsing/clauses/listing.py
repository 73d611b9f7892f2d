"""Gather the lines of lists of seats under labels such as 组长： and 成员：."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from registry.parsing.clauses.seats import ROLE, opens_row
from registry.parsing.clauses.unit_seats import is_row_of_post, names_units
from registry.parsing.persons import bare_name, is_name, is_title
from registry.parsing.text import Line, Passage, Source, join, tokens

_OWNER = r"(?P<owner>(?:领导小组|指挥部|小组|专班|委员会|办公室|秘书处|[\u4e00-\u9fff]{2,10}组)?)"
_ENUM = r"(?:\d{1,2}[.、．]|（[一二三四五六七八九十\d]{1,3}）)?"
_FIRST_LABEL = re.compile(
    rf"{_ENUM}{_OWNER}(?P<role>{ROLE})(?P<unit>单位)?(?:（[^（）]{{1,12}}）)?："
)
_LABEL = re.compile(rf"{_OWNER}(?P<role>{ROLE})(?P<unit>单位)?(?:（[^（）]{{1,12}}）)?：")
_BARE_LABEL = re.compile(rf"{_OWNER}(?P<role>{ROLE})(?P<unit>单位)?(?=$|[\u4e00-\u9fff])")
_ORDERED = re.compile(r"（[^（）]*(?:排序|排列|排名|为序|为次|顺序)[^（）]*）")
"""Matches what says in which order names stand, and names nobody."""
_WORD = re.compile(r"[\u4e00-\u9fff·]+")
_LONGEST_TITLE = 80
_STOP = re.compile(
    r"下设|设在|承担|附件|（此件|负责[^人同]|任组长|兼任|担任|具体职责|主要职责|名单$|今后|如有变动|抄送|"
    r"牵头，|^[一二三四五六七八九十]{1,3}、|^（[一二三四五六七八九十]{1,3}）|^\d{1,2}[.．、]|"
    r"(?:领导小组|指挥部|委员会|联席会议|专班)办公室|(?:19|20)\d\d年"
)


@dataclass
class Run:
    """The rows of one label."""

    owner: str
    role: str
    label: Passage
    rows: list[list[Passage]] = field(default_factory=list)


@dataclass(frozen=True)
class _Label:
    start: int
    end: int
    owner: str
    role: str
    place: Passage


def opens_list(line: Line) -> bool:
    """Say whether a line begins with the label of a list of seats."""
    return next(_labels(line), None) is not None


class Listing:
    """Takes line after line; knows which line no longer belongs to the list."""

    def __init__(self) -> None:
        self.runs: list[Run] = []

    def take(self, line: Line) -> bool:
        """Add a line; return ``False`` where it opens or continues no list of seats."""
        labels = list(_labels(line)) or list(self._alone(line))
        if not labels:
            return self._add(line.source, line.start, line.end)
        starts = [_offset(line, label.start) for label in labels]
        if labels[0].start > 0 and not self._add(line.source, line.start, starts[0]):
            return False
        for label, stop in zip(labels, [*starts[1:], line.end], strict=True):
            run = Run(label.owner, label.role, label.place)
            cells = _cells(line.source, _offset(line, label.end), stop)
            if cells and not _ORDERED.fullmatch("".join(cell.text for cell in cells)):
                run.rows.append(cells)
            self.runs.append(run)
        return True

    def _alone(self, line: Line) -> Iterator[_Label]:
        """Read a label with neither colon nor name, between rows that are whole."""
        whole = line.passage()
        match = _BARE_LABEL.fullmatch(whole.text)
        if match and self.runs and self.runs[-1].rows and _is_whole(self.runs[-1]):
            yield _label(whole, match, 0)

    def _add(self, source: Source, start: int, end: int) -> bool:
        cells = _cells(source, start, end)
        if not self.runs or not cells or not _continues(self.runs[-1], cells):
            return False
        self.runs[-1].rows.append(cells)
        return True


def _offset(line: Line, index: int) -> int:
    at = line.passage().at
    return at[index] if index < len(at) else line.end


def _labels(line: Line) -> Iterator[_Label]:
    whole = line.passage()
    first = _FIRST_LABEL.match(whole.text)
    if first is None:
        first = _BARE_LABEL.match(whole.text)
        if first is None or not _name_follows(line, whole, first.end()):
            return
    yield _label(whole, first, 0)
    for match in _LABEL.finditer(whole.text, first.end()):
        # A label inside a line is one where a space or a stop stands before it.
        before = line.source.folded[whole.at[match.start()] - 1]
        if before.isspace() or before in "。；;":
            yield _label(whole, match, match.start(), first["owner"])


def _label(whole: Passage, match: re.Match[str], start: int, owner: str = "") -> _Label:
    """Return a label; ``owner`` is the part that a label before it in the line named."""
    role = whole.group(match, "role").value
    place = whole[start : match.end()]
    return _Label(start, match.end(), match["owner"] or owner, role, place)


def _name_follows(line: Line, whole: Passage, end: int) -> bool:
    """A label without a colon is one where a space and then a name follow it."""
    if end >= len(whole) or not line.source.folded[whole.at[end - 1] + 1].isspace():
        return False
    cells = _cells(line.source, whole.at[end], line.end)
    return bool(cells) and is_name(bare_name(cells[0]).text)


def _cells(source: Source, start: int, end: int) -> list[Passage]:
    """Return the runs between spaces, the parts of a spaced-out name joined."""
    joined: list[Passage] = []
    for cell in (part for token in tokens(source, start, end) for part in _at_names(token)):
        last = joined[-1] if joined else None
        if last is not None and _halves(last, cell):
            joined[-1] = last + cell
        else:
            joined.append(cell)
    return joined


def _at_names(cell: Passage) -> Iterator[Passage]:
    """Cut a run in which one seat ends and the next begins (副镇长、章伟)."""
    start = 0
    for mark in re.finditer(r"[、；，]", cell.text):
        if mark.start() < start:
            continue
        after = _WORD.match(cell.text, mark.end())
        named = after is not None and is_name(after.group()) and not is_title(after.group())
        before = cell.text[max(start, mark.start() - _LONGEST_TITLE) : mark.start()]
        if (mark.group() == "；" or named) and is_title(before):
            yield cell[start : mark.start()]
            start = mark.end()
    if start < len(cell):
        yield cell[start:]


def _halves(last: Passage, cell: Passage) -> bool:
    bare = bare_name(cell).text.split("（")[0]
    if not is_name(last.text + bare):
        return False
    if len(last) == 1:
        return len(bare) <= 2
    return len(last) == 2 and len(bare) == 1 and not is_title(last.text)


def _stops_in_title(run: Run) -> bool:
    """Say whether the last row broke off inside a title (翁志刚  区财 | 政局局长)."""
    last = run.rows[-1]
    if not is_name(bare_name(last[-1]).text):
        return True
    titled = any(is_title(cell.text) for row in run.rows for cell in row)
    return titled and len(last) > 1 and is_name(bare_name(last[-2]).text)


def _is_whole(run: Run) -> bool:
    """Say whether the last row ends with a title, or with a name behind one."""
    last = run.rows[-1]
    return is_title(_last_entry(run)) or (len(last) > 1 and is_name(bare_name(last[-1]).text))


def _last_entry(run: Run) -> str:
    """Return the text of the last row and of those above it down from the row with its name."""
    text = ""
    for row in reversed(run.rows[-4:]):
        text = "".join(cell.text for cell in row) + text
        if opens_row(row):
            break
    return text


def _continues(run: Run, cells: Sequence[Passage]) -> bool:
    text = "".join(cell.text for cell in cells)
    if _STOP.search(text):
        return False
    if opens_row(cells) and (len(cells) > 1 or not re.search(r"[。；]", text)):
        return True
    bracketed = re.match(r"[\u4e00-\u9fff·]{2,6}（", text) is not None
    if not run.rows:
        return not re.search(r"[。；：]", text)
    before = _last_entry(run)
    named = opens_row(run.rows[0])
    if before.endswith(("。", "；")):
        return bracketed
    if named and not is_title(before) and _stops_in_title(run):
        return "。" not in text[:-1]
    if before.endswith(("、", "，")) or bracketed:
        return True
    if len(text) < 40 and (names_units(text) or text.startswith("各")):
        return True
    if len(cells) == 1 and is_row_of_post(text) and is_row_of_post(join(run.rows[0]).text):
        return True
    if re.search(r"[。；：]", text) and "（" not in before:
        return False
    if named:
        if len(run.rows[0]) == 2 and is_title(run.rows[0][0].text):
            return len(cells) == 1 and is_title(text)
        return len(cells) == 1 and (not is_title(before) or (len(text) <= 8 and is_title(text)))
    return not before.endswith("）") and (before.rfind("（") > before.rfind("）") or len(text) > 8)
