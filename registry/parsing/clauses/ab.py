"""AB pairs: who backs whom up, mutual or one way."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from registry.model import facts
from registry.parsing.clause import evidence, sentences
from registry.parsing.layout import Block
from registry.parsing.persons import NAME, is_name, name_at_end, name_at_start
from registry.parsing.text import Passage, passage

_ROLE = r"(?:角|岗)"
_AB = rf"(?:“?A”?[、/]?“?B”?{_ROLE}|A{_ROLE}[、/]?B{_ROLE}|替补|补位|备岗|后备|备位)"
_WHO = rf"(?:{NAME})(?:同志)?(?:（[^（）]{{2,40}}）)?"
_JOIN = r"(?:、|，|和|与|同|跟|及|以及)"
_MUTUAL = re.compile(
    rf"(?P<who>[^。；：]{{2,80}}?)(?:两位?|二人|二位|相互|之间)?(?:分别)?(?:互为|结为|组成|互相担任|互任|相互为|构成|结成)(?:一[对组])?(?:工作)?{_AB}"
)
_ONE_WAY = re.compile(
    rf"(?P<a>{_WHO})(?:的|，其)(?:B{_ROLE}|替补|备岗|补位人)(?:为|是|由|：)?(?P<b>[^。；：]{{2,40}}?)(?:担任)?(?=[，。；]|$)"
)
_AS_ROLES = re.compile(
    rf"(?P<a>[^。；：，]{{2,40}}?)(?:为|任|担任)A{_ROLE}(?:的)?[，、]?(?P<b>[^。；：，]{{2,40}}?)(?:为|任|担任)B{_ROLE}"
)
_LABELLED = re.compile(
    rf"A{_ROLE}(?:（[^（）]*）)?(?:为|是|：)?(?P<a>[^ABC。；：]{{2,60}}?)[，、；—/]*B{_ROLE}(?:（[^（）]*）)?(?:为|是|：)?(?P<b>[^ABC。；：]{{2,60}}?)"
    rf"(?:[，、；—/]*C{_ROLE}(?:（[^（）]*）)?(?:为|是|：)?(?P<c>[^ABC。；：]{{2,60}}?))?(?=[。；]|A{_ROLE}|\d+[.、]|（[一二三四五六七八九十\d]+）|$)"
)
_SUFFIXED = re.compile(
    rf"(?P<a>{_WHO})（A{_ROLE}）[—、，和与/→↔]*(?P<b>{_WHO})（B{_ROLE}）(?:[—、，和与/→↔]*(?P<c>{_WHO})（C{_ROLE}）)?"
)
_STANDS_IN = re.compile(
    rf"(?P<a>{NAME})同志?[^。；，：]{{0,12}}(?:外出|出差|不在|请假|离开|因故)[^。；：]{{0,20}}(?:时|期间|的)，?由(?P<b>{NAME})(?:同志)?"
    rf"(?:代行|代为|代替|补位|顶岗|履行|负责处理|主持|代理)"
)
_ARROW = re.compile(rf"(?P<a>{_WHO})(?:—+|↔|⇄|→|<—>|/)(?P<b>{_WHO})")
_HEADER = re.compile(rf"(?:序号|姓名|领导姓名|领导|岗位|职务|A{_ROLE}|B{_ROLE}|C{_ROLE}|备注|人员|分管领导|（|）)+")
_MENTION = re.compile(rf"[AB]\s*{_ROLE}")
_EXPLAINS = re.compile(r"制度|原则|是指|实行|履行|职责|期间|外出|不在|应|要|须|均|负责|时，")


def read_ab(doc: str, blocks: Sequence[Block]) -> Iterator[facts.AnyFact]:
    """Yield the pairs and backups of a notice, and its AB clauses that are not understood."""
    if not any(_MENTION.search(block.text) for block in blocks):
        yield from _outside(doc, blocks)
        return
    table_rows = _Table()
    arrows = False
    for block in blocks:
        for sentence in sentences(block.passage):
            found = list(_pairs(doc, sentence, arrows=arrows))
            yield from found
            if found:
                continue
            if _MENTION.search(sentence.text):
                arrows = True
                if _names_two(sentence) and not _EXPLAINS.search(sentence.text):
                    yield facts.Unparsed(reason="an AB clause whose form is not understood", **evidence(doc, sentence))
        yield from table_rows.feed(doc, block)


def _outside(doc: str, blocks: Sequence[Block]) -> Iterator[facts.AnyFact]:
    """Stand-in clauses that do not speak of A and B at all."""
    for block in blocks:
        for match in _STANDS_IN.finditer(block.text):
            yield from _one_way(doc, block.passage, match)
        for match in re.finditer(rf"(?P<who>{_WHO}{_JOIN}{_WHO})互为(?:替补|补位|备岗|后备)", block.text):
            yield from _mutual(doc, block.passage, block.passage.group(match, "who"))


def _pairs(doc: str, sentence: Passage, *, arrows: bool) -> Iterator[facts.AnyFact]:
    text = sentence.text
    matched = False
    for match in _MUTUAL.finditer(text):
        for fact in _mutual(doc, sentence, sentence.group(match, "who")):
            matched = True
            yield fact
    if matched:
        return
    for pattern in (_SUFFIXED, _AS_ROLES, _LABELLED, _ONE_WAY, _STANDS_IN):
        for match in pattern.finditer(text):
            for fact in _one_way(doc, sentence, match):
                matched = True
                yield fact
        if matched:
            return
    if arrows or _MENTION.search(text):
        for match in _ARROW.finditer(text):
            a, b = _person(sentence.group(match, "a")), _person(sentence.group(match, "b"))
            if a is not None and b is not None:
                yield facts.AbPair(a=a.value, b=b.value, **evidence(doc, sentence, a))


def _mutual(doc: str, sentence: Passage, who: Passage) -> Iterator[facts.AnyFact]:
    names = _names(who)
    if len(names) < 2:
        return
    for a, b in combinations(names, 2):
        yield facts.AbPair(a=a.value, b=b.value, **evidence(doc, sentence, a))


def _one_way(doc: str, sentence: Passage, match: re.Match[str]) -> Iterator[facts.AnyFact]:
    a = _person(sentence.group(match, "a"))
    if a is None:
        return
    groups = match.groupdict()
    for key in ("b", "c"):
        if groups.get(key):
            for backup in _names(sentence.group(match, key)):
                yield facts.Backup(a=a.value, b=backup.value, **evidence(doc, sentence, a))


def _names(who: Passage) -> list[Passage]:
    """Return the people of a short list, in order."""
    found: list[Passage] = []
    for part in who.split(re.compile(rf"{_JOIN}(?=[\u4e00-\u9fff]{{2}})|[—/]+|；")):
        person = _person(part)
        if person is not None:
            found.append(person)
    return found


def _person(text: Passage) -> Passage | None:
    """Return the name in a short phrase that may hold titles or 同志 as well."""
    text = text.strip("，。；、：— /→↔“”由")
    bare = re.sub(r"（[^（）]*）$", "", text.text)
    text = text[: len(bare)]
    if text.text.endswith("同志") and 4 <= len(text) <= 8 and "、" not in text.text:
        text = text[:-2]
        split = name_at_end(text)
        return split[1] if split else text
    split = name_at_end(text) or name_at_start(text)
    if split is None:
        return None
    return split[1] if is_name(split[1].text) else split[0]


def _names_two(sentence: Passage) -> bool:
    names = [part for part in re.findall(rf"({NAME})同志", sentence.text) if is_name(part)]
    return len(names) >= 2


class _Table:
    """A table with the columns A角 and B角, flattened row by row or cell by cell."""

    def __init__(self) -> None:
        self._columns: list[str] = []
        self._cells: list[Passage] = []

    def feed(self, doc: str, block: Block) -> Iterator[facts.AnyFact]:
        """Take a block's lines as rows once the header has gone by."""
        for line in block.lines:
            tokens = _join_spaced(list(line.tokens()))
            words = [token.text for token in tokens]
            if all(_HEADER.fullmatch(word) for word in words) and words:
                if any(re.search(rf"[ABC]{_ROLE}|姓名|序号", word) for word in words):
                    self._start(words)
                continue
            if not self._columns or "A" not in "".join(self._columns):
                continue
            if any(re.search(r"[。；：]", word) for word in words):
                self._columns, self._cells = [], []
                continue
            yield from self._row(doc, tokens)

    def _start(self, words: Sequence[str]) -> None:
        if self._cells:
            self._columns, self._cells = [], []
        self._columns.extend(words)

    def _row(self, doc: str, tokens: Sequence[Passage]) -> Iterator[facts.AnyFact]:
        self._cells.extend(tokens)
        size = len(self._columns)
        while len(self._cells) >= size:
            row, self._cells = self._cells[:size], self._cells[size:]
            yield from self._facts(doc, row)

    def _facts(self, doc: str, row: Sequence[Passage]) -> Iterator[facts.AnyFact]:
        by_role: dict[str, list[Passage]] = {}
        for column, cell in zip(self._columns, row, strict=True):
            role = re.match(rf"([ABC]){_ROLE}", column)
            key = role[1] if role else ("A" if column in ("姓名", "领导姓名", "分管领导", "领导") else "")
            if key and (key not in by_role or role):
                by_role[key] = _names(cell)
        whole = passage(row[0].source, row[0].at[0], row[-1].at[-1] + 1)
        for a in by_role.get("A", [])[:1]:
            for key in ("B", "C"):
                for backup in by_role.get(key, []):
                    yield facts.Backup(a=a.value, b=backup.value, **evidence(doc, whole, a))


def _join_spaced(tokens: list[Passage]) -> list[Passage]:
    """Join the two halves of a name that was spaced out (张  三)."""
    joined: list[Passage] = []
    for token in tokens:
        if joined and len(joined[-1]) == 1 and len(token) == 1 and is_name(joined[-1].text + token.text):
            joined[-1] = joined[-1] + token
        else:
            joined.append(token)
    return joined
