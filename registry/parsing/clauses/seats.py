"""Lists of a group's seats under labels such as 组长： and 成员：, in lines and columns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from registry.parsing.lists import is_org, org_items
from registry.parsing.persons import bare_name, is_name, is_title, people
from registry.parsing.text import Line, Passage, passage

_HEADS = "组长|团长|指挥长|指挥|召集人|主任委员|主任|秘书长|主席|会长|政委|队长|领队|班长|理事长|政治委员|总领队"
ROLE = (
    rf"(?:(?:第一|第二|常务|执行|名誉|总|轮值|共同|联合)?(?:副)?(?:总)?(?:{_HEADS})"
    r"|(?:专职|兼职)?(?:成员|委员|组员|队员|团员|顾问|联络员|联络人))"
)
"""A pattern for a role in a group."""
_OWNER = r"(?:领导小组|指挥部|小组|专班|委员会|办公室|秘书处|[\u4e00-\u9fff]{2,10}组)?"
LABEL = re.compile(rf"(?P<owner>{_OWNER})(?P<role>{ROLE})(?P<unit>单位)?(?:（[^（）]{{1,12}}）)?：")
_BARE_LABEL = re.compile(rf"(?P<owner>{_OWNER})(?P<role>{ROLE})(?P<unit>单位)?(?=$|[\u4e00-\u9fff])")
_INLINE_LABEL = re.compile(rf"(?<![\u4e00-\u9fff])(?P<owner>{_OWNER})(?P<role>{ROLE})(?P<unit>单位)?：")
_STOP = re.compile(r"下设|设在|承担|附件|（此件|负责[^人同]|任组长|兼任|担任|具体职责|主要职责|^[一二三四五六七八九十]{1,3}、|^（[一二三四五六七八九十]{1,3}）|名单$|今后|如有变动|抄送")
_HEADS_OF_UNITS = re.compile(
    r"(?:等)?(?:的)?(?:各?(?:相关|有关))?(?:部门|单位|职能部门|成员单位)?(?:及[^，。；、]{0,8})?(?:的)?(?:主要|分管|有关|相关|党政)*(?:负责同志|负责人|领导同志|领导|同志|人员)(?:各一名|各1名|一名|1名|为成员)?(?:组成|担任)?$"
)


@dataclass
class Seat:
    """A named seat: who, the role, and the title beside the name."""

    role: str
    name: Passage
    title: str | None
    clause: Passage


@dataclass
class OrgSeat:
    """A seat given to an organisation, or described by role where ``org`` is ``None``."""

    role: str
    org: Passage | None
    description: Passage
    clause: Passage


@dataclass
class _Run:
    """The lines of one label."""

    owner: str
    role: str
    label: Passage
    rows: list[list[Passage]] = field(default_factory=list)

    def text(self) -> Passage:
        parts = [token for row in self.rows for token in row]
        whole = parts[0]
        for part in parts[1:]:
            whole = whole + part
        return whole


@dataclass
class Listing:
    """Gathers the lines of a list of seats; knows which line no longer belongs to it."""

    runs: list[_Run] = field(default_factory=list)

    def take(self, line: Line) -> bool:
        """Add a line; return ``False`` where it opens or continues no list of seats."""
        labels = list(_labels(line))
        if labels:
            lead = labels[0][0]
            if lead > 0 and not self._add_tokens(line, line.start, _offset(line, lead)):
                return False
            for index, (_, end, owner, role, label) in enumerate(labels):
                stop = _offset(line, labels[index + 1][0]) if index + 1 < len(labels) else line.end
                run = _Run(owner, role, label)
                tokens = _tokens(line.source, _offset(line, end), stop)
                if tokens:
                    run.rows.append(tokens)
                self.runs.append(run)
            return True
        return bool(self.runs) and self._add_tokens(line, line.start, line.end)

    def _add_tokens(self, line: Line, start: int, end: int) -> bool:
        if not self.runs:
            return False
        tokens = _tokens(line.source, start, end)
        run = self.runs[-1]
        if not tokens or not _continues(run, tokens):
            return False
        run.rows.append(tokens)
        return True


def _offset(line: Line, index: int) -> int:
    at = line.passage().at
    return at[index] if index < len(at) else line.end


def _labels(line: Line) -> Iterator[tuple[int, int, str, str, Passage]]:
    """Yield start, end, owner, role and place of each label of a line without spaces."""
    whole = line.passage()
    text = whole.text
    first = LABEL.match(text)
    if first is None:
        bare = _BARE_LABEL.match(text)
        if bare is None or not _spaced_after(line, whole, bare.end()):
            return
        first = bare
    yield first.start(), first.end(), first["owner"], first["role"], whole[: first.end()]
    position = first.end()
    folded = line.source.folded
    for match in re.finditer(rf"(?P<owner>{_OWNER})(?P<role>{ROLE})(?P<unit>单位)?：", text[position:]):
        start, end = position + match.start(), position + match.end()
        before = whole.at[start] - 1
        if folded[before].isspace() or folded[before] in "。；":
            yield start, end, match["owner"], match["role"], whole[start:end]


def _spaced_after(line: Line, whole: Passage, end: int) -> bool:
    """A label without a colon is one where a space and then a name follow it."""
    if end >= len(whole):
        return False
    after = whole.at[end - 1] + 1
    if not line.source.folded[after].isspace():
        return False
    tokens = _tokens(line.source, whole.at[end], line.end)
    return bool(tokens) and is_name(bare_name(tokens[0]).text)


def _tokens(source: object, start: int, end: int) -> list[Passage]:
    """Return the runs between spaces, the halves of a spaced name joined."""
    from registry.parsing.text import Source

    assert isinstance(source, Source)
    tokens = [
        passage(source, start + match.start(), start + match.end())
        for match in re.finditer(r"\S+", source.folded[start:end])
    ]
    joined: list[Passage] = []
    for token in tokens:
        last = joined[-1] if joined else None
        if last is not None and len(last) == 1 and len(token) <= 2 and is_name(last.text + token.text):
            joined[-1] = last + token
        elif (
            last is not None
            and len(last) == 1
            and is_name(last.text + bare_name(token).text)
            and "（" in token.text
        ):
            joined[-1] = last + token
        elif last is not None and len(last) == 2 and len(token) == 1 and is_name(last.text + token.text) and not is_title(last.text):
            joined[-1] = last + token
        else:
            joined.append(token)
    return joined


def _continues(run: _Run, tokens: Sequence[Passage]) -> bool:
    text = "".join(token.text for token in tokens)
    if _STOP.search(text):
        return False
    if is_name(bare_name(tokens[0]).text) and (len(tokens) > 1 or not re.search(r"[。；]", text)):
        return True
    if not run.rows:
        return not re.search(r"[。；：]", text)
    before = "".join(token.text for token in run.rows[-1])
    if before.endswith(("。", "；")):
        return _looks_like_people(tokens)
    if before.endswith(("、", "，")):
        return True
    if _looks_like_people(tokens):
        return True
    if is_name(bare_name(run.rows[0][0]).text):
        return (
            len(tokens) == 1
            and not re.search(r"[。；：]", text)
            and (not is_title(before) or (len(text) <= 8 and is_title(text)))
        )
    return not before.endswith("）")


def _looks_like_people(tokens: Sequence[Passage]) -> bool:
    text = "".join(token.text for token in tokens).strip("。；，、")
    if len(tokens) == 2 and is_name(tokens[1].text) and is_title(tokens[0].text):
        return True
    return re.match(r"[\u4e00-\u9fff·]{2,4}（", text) is not None and is_name(text.split("（")[0])


def read_seats(run: _Run) -> list[Seat | OrgSeat]:
    """Read what stands under one label: people with or without titles, or organisations."""
    if not run.rows:
        return []
    rows = run.rows
    if is_name(bare_name(rows[0][0]).text) or (
        len(rows[0]) == 2 and is_name(rows[0][1].text) and is_title(rows[0][0].text)
    ):
        return list(_rows(run))
    text = run.text().strip("，。；、")
    listed = people(text)
    if listed is not None:
        return [
            Seat(run.role, name, title.value if title is not None else None, _clause(run.label, text))
            for name, title in listed
        ]
    return list(read_org_seats(run.role, text, _clause(run.label, text)))


def _clause(label: Passage, text: Passage) -> Passage:
    return label + text


def _rows(run: _Run) -> Iterator[Seat]:
    current: tuple[Passage, list[Passage]] | None = None
    for row in run.rows:
        title_first = len(row) == 2 and is_name(bare_name(row[1]).text) and is_title(row[0].text)
        if title_first and not is_name(bare_name(row[0]).text):
            row = [row[1], row[0]]
        for token in row:
            token = token.strip("，。；")
            if not token.text:
                continue
            name = bare_name(token)
            complete = current is None or not current[1] or is_title(_join(current[1]))
            if is_name(name.text) and complete:
                if current is not None:
                    yield _seat(run, current)
                current = (name, [])
            elif complete and (listed := _several(token)) is not None:
                if current is not None:
                    yield _seat(run, current)
                current = None
                for person, title in listed:
                    yield Seat(run.role, person, title.value if title is not None else None, token)
            elif current is not None:
                current[1].append(token)
    if current is not None:
        yield _seat(run, current)


def _several(token: Passage) -> list[tuple[Passage, Passage | None]] | None:
    """Read a token that itself lists people (李四、王五, 李四（局长）)."""
    if not re.search(r"[、（]", token.text):
        return None
    listed = people(token)
    if listed is None or not is_name(re.split(r"[、（]", token.text)[0]):
        return None
    return listed


def _seat(run: _Run, entry: tuple[Passage, list[Passage]]) -> Seat:
    name, tokens = entry
    whole = name
    for token in tokens:
        whole = whole + token
    title = _join(tokens, raw=True).strip("（），、") if tokens else None
    if title is not None and tokens[-1].text.endswith("）") and "（" in title:
        title += "）"
    return Seat(run.role, name, title or None, whole)


def _join(tokens: Sequence[Passage], *, raw: bool = False) -> str:
    return "".join(token.value if raw else token.text for token in tokens)


def read_org_seats(role: str, text: Passage, clause: Passage) -> Iterator[OrgSeat]:
    """Read organisations whose heads sit in a group; a description where none is named."""
    text = text.strip("，。；、：由")
    pieces: list[Passage] = []
    for part in text.split(re.compile(r"(?<=负责同志)(?:和|及|以及|、)|(?<=负责人)(?:和|及|以及|、)|(?<=领导)(?:和|及|以及|、)")):
        tail = _HEADS_OF_UNITS.search(part.text)
        pieces.append(part[: tail.start()] if tail else part)
    found: list[Passage] = []
    for piece in pieces:
        for item in org_items(piece):
            if item.name.text:
                found.append(item.name)
    if found and all(_is_unit(org.text) for org in found) and not _by_role_only(role, text, found):
        for org in found:
            yield OrgSeat(role, org, org, clause)
        return
    yield OrgSeat(role, None, text, clause)


def _is_unit(text: str) -> bool:
    if re.match(r"(?:相关|有关|各相关|各有关|下列|以下|上述|职能|成员|责任|各成员)", text):
        return False
    return is_org(re.sub(r"（[^（）]*）$", "", text)) or text.startswith("各")


_GOVERNMENT = re.compile(r"(?:人民政府|政府|市委|县委|区委|省委|党委|州委|党工委|管委会)$")


def _by_role_only(role: str, text: Passage, found: Sequence[Passage]) -> bool:
    """A government's own 分管领导 is a role, not an organisation's unnamed head."""
    return len(found) == 1 and bool(_GOVERNMENT.search(found[0].text)) and text.text.endswith(("领导", "负责同志", "负责人", "同志")) and "成员" not in role
