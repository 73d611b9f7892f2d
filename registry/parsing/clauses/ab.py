"""AB pairs: who backs whom up, mutual or one way."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from registry.model import facts
from registry.parsing.clause import evidence, sentences_joined
from registry.parsing.clauses.ab_names import names_in, person_in
from registry.parsing.clauses.leader import is_unread_heading, read_heading
from registry.parsing.layout import Block
from registry.parsing.persons import NAME, is_name, is_title
from registry.parsing.tables import Row, whole
from registry.parsing.text import Line, Passage

_ROLE = r"(?:角|岗)"
_A = rf"(?:A{_ROLE}|主岗)"
_B = rf"(?:B{_ROLE}|副岗)"
_AB = rf"(?:“?A”?[、/]?“?B”?{_ROLE}|A{_ROLE}[、/]?B{_ROLE}|主、?副岗|替补|补位|备岗|后备|备位)"
_WHO = rf"(?:{NAME})(?:同志)?(?:（[^（）]{{2,40}}）)?"
_JOIN = r"(?:、|，|和|与|同|跟|及|以及)"
_MUTUAL = re.compile(
    rf"(?P<who>[^。；：]{{2,80}}?)(?:两位?|二人|二位|相互|之间)?(?:分别)?(?:互为|结为|组成|互相担任|互任|相互为|构成|结成)(?:一[对组])?(?:工作)?{_AB}"
)
_BEFORE_PAIRS = re.compile(r".*(?:时|期间|制|制度|安排|如下|后|的)，(?=[^，])")
_ONE_WAY = re.compile(
    rf"(?P<a>(?:{_WHO}|[\u4e00-\u9fff·]{{4,20}}?))(?:的|，其|(?:同志)?(?:因公|因故)?(?:外出|出差|离岗|不在岗)(?:时|期间)，(?:由?其)?)(?:{_B}|替补|备岗|补位人)(?:为|是|由|：)?(?P<b>[^，。；：]{{2,40}}?)(?:担任)?(?:，C{_ROLE}(?:为|是|由|：)?(?P<c>[^，。；：]{{2,40}}?)(?:担任)?)?(?=[，。；]|$)"
)
_NAMED_BEFORE = re.compile(
    rf"(?P<a>{_WHO}){_A}[—、，和与/→↔]*(?P<b>{_WHO}){_B}(?:[—、，和与/→↔]*(?P<c>{_WHO})C{_ROLE})?"
)
_GENERALLY_MUTUAL = re.compile(rf"(?:上述|以上|各|前款)[^。；，]{{0,6}}A{_ROLE}?、?B{_ROLE}互为")
_AS_ROLES = re.compile(
    rf"(?P<a>[^。；：，]{{2,40}}?)(?:为|任|担任){_A}(?:的)?[，、]?(?P<b>[^。；：，]{{2,40}}?)(?:为|任|担任){_B}"
)
_LABELLED = re.compile(
    rf"{_A}(?:（[^（）]*）)?(?:为|是|：)?(?P<a>[^ABC。；：]{{2,60}}?)[，、；—/]*{_B}(?:（[^（）]*）)?(?:为|是|：)?(?P<b>[^ABC。；：]{{2,60}}?)"
    rf"(?:[，、；—/]*C{_ROLE}(?:（[^（）]*）)?(?:为|是|：)?(?P<c>[^ABC。；：]{{2,60}}?))?(?=[。；]|{_A}|\d+[.、]|（[一二三四五六七八九十\d]+）|$)"
)
_IN_BRACKETS = re.compile(rf"（(?P<roles>{_A}：(?:[^（）]|（[^（）]*）)*)）[。；]?$")
_SUFFIXED = re.compile(
    rf"(?P<a>{_WHO}|[\u4e00-\u9fff·]{{4,20}})（{_A}）[^。；（）ABC]{{0,12}}?(?P<b>{NAME}(?:同志)?|[^。；（）ABC，、—]{{4,20}})（{_B}）(?:[—、，和与/→↔]*(?P<c>{_WHO})（C{_ROLE}）)?"
)
_STANDS_IN = re.compile(
    r"(?P<a>[^，。；：]{2,20}?)(?:同志)?(?P<too>同时|也)?(?:因公)?(?:外出|出差|不在岗|不在|请假|离开|因故)[^。；：，]{0,16}(?:(?:时|期间|的)，?|，)由(?P<b>[^，。；：]{2,20}?)(?:同志)?"
    r"(?:代行|代为|代替|代管|补位|顶岗|履行|负责处理|主持|代理)"
)
_COVERED = re.compile(
    r"(?P<a>[^，。；：由]{2,20}?)(?:同志)?(?:负责|分管)?的(?:分管)?(?:工作|业务)由(?P<b>[^，。；：]{2,20}?)(?:同志)?(?:补位|顶岗|备岗|代理|替补)(?!的)"
)
_FILLED = re.compile(
    r"(?P<a>[^，。；：由的]{2,20}?)(?:同志)?由(?P<b>[^，。；：]{2,20}?)(?:同志)?(?:补位|顶岗|备岗|替补)(?=[，。；]|$)"
)
_HAS_PAIR = re.compile(
    rf"(?P<a>[^，。；：]{{2,24}}?)，?(?:其|的)?A、?B{_ROLE}(?:为|是|由)(?P<b>[^，。；：]{{2,24}})"
)
_EITHER = rf"(?:{_WHO}(?=[—↔⇄→/<，。；、]|$)|[\u4e00-\u9fff·]{{4,16}})"
_ARROW = re.compile(rf"(?P<a>{_EITHER})(?:—+|↔|⇄|→|<—>|/)(?P<b>{_EITHER})")
_WITH = re.compile(
    rf"(?:与|同|和)(?P<who>[^，。；：]{{2,20}}?)互为{_AB}|A、?B{_ROLE}(?:为|是|：)(?P<other>[^，。；：（）]{{2,20}})"
)
_HIS_B = re.compile(
    rf"(?<!A、)(?<!A)(?:B{_ROLE}|补位(?:人员?|领导)?(?=：))(?:(?:为|是|：)(?P<who>[^，。；：（）]{{2,40}})|(?![应须要会可代])(?P<bare>{NAME})(?=[。；]?$))"
)
_HEADED = re.compile(
    rf"(?P<head>[^，。；：]{{2,40}}：)?(?P<a>{NAME})(?:同志)?[，；、]?其?{_B}(?:为|是|：|(?![应须要会可代]))(?P<b>[^，。；：]{{2,40}})[。；]?"
)
"""Matches a line that is a post with who holds it, and who backs him up: 区长：李四；B岗：王明."""
_MUTUAL_OTHERWISE = re.compile(rf"(?P<who>{_WHO}{_JOIN}{_WHO})互为(?:替补|补位|备岗|后备|代理)")
_SPEAKS_OF_PAIRS = re.compile(
    r"顶岗|代理|[主副]岗|[AB—↔⇄→/]|互为|互任|替补|补位|备岗|后备|备位|外出|出差|不在|请假|离开|因故"
)
_MENTION = re.compile(rf"[AB]\s*{_ROLE}|[主副]岗|补位(?:人员?|领导)?：")
_EXPLAINS = re.compile(r"制度|原则|是指|实行|履行|职责|期间|外出|不在|应|要|须|均|负责|时，")


def read_ab(doc: str, blocks: Sequence[Block], rows: Sequence[Row]) -> Iterator[facts.AnyFact]:
    """Yield the pairs and backups of a notice, and its AB clauses that are not understood."""
    mutual = any(_GENERALLY_MUTUAL.search(block.text) for block in blocks)
    for fact in _read(doc, blocks, rows):
        if mutual and isinstance(fact, facts.Backup):
            yield facts.AbPair(a=fact.a, b=fact.b, doc=doc, clause=fact.clause, span=fact.span)
        else:
            yield fact


def _read(doc: str, blocks: Sequence[Block], rows: Sequence[Row]) -> Iterator[facts.AnyFact]:
    yield from _rows(doc, rows)
    if not any(_MENTION.search(block.text) for block in blocks):
        yield from _outside(doc, blocks)
        return
    arrows = False
    subject: Passage | None = None
    for block in blocks:
        heading = read_heading(block.passage)
        if heading is not None and heading.sure:
            subject = heading.name
        elif subject is not None and is_unread_heading(block.passage):
            subject = None
        for sentence in sentences_joined(block.passage, _NEXT_ROLE):
            found = [*_pairs(doc, sentence, arrows=arrows)] or [*_headed(doc, sentence)]
            if not found and subject is not None and not _of_another(sentence, subject):
                found = list(_of_subject(doc, sentence, subject))
            yield from found
            mentioned = _MENTION.search(sentence.text) is not None
            arrows = arrows or mentioned
            meant = mentioned and not found and not _EXPLAINS.search(sentence.text)
            if (meant and _names_two(sentence)) or (not found and _names_backup(sentence)):
                yield facts.Unparsed(
                    reason="an AB clause whose form is not understood",
                    **evidence(doc, sentence),
                )


# A角：X；B角：Y is one sentence.
_NEXT_ROLE = re.compile(rf"(?:其)?(?:[BC]{_ROLE}|副岗)")


_LETTER = {"主": "A", "副": "B"}


def _rows(doc: str, rows: Sequence[Row]) -> Iterator[facts.AnyFact]:
    """Yield the backups of tables with the columns A角 and B角."""
    for row in rows:
        by_role: dict[str, list[Passage]] = {}
        for column, cell in row.items():
            role = re.search(rf"([ABC]){_ROLE}|([主副])岗", column)
            key = (
                role[1] or _LETTER[role[2]]
                if role
                else ("A" if column in ("姓名", "领导姓名", "分管领导", "领导") else "")
            )
            if key and cell.text and (key not in by_role or role):
                by_role[key] = names_in(cell)
        if "B" not in by_role:
            continue
        for a in by_role.get("A", [])[:1]:
            for key in ("B", "C"):
                for backup in by_role.get(key, []):
                    yield facts.Backup(a=a.value, b=backup.value, **evidence(doc, whole(row), a))


def _of_another(sentence: Passage, subject: Passage) -> bool:
    """Say whether a line names somebody else, whose backup it then tells."""
    match = _HEADED.fullmatch(sentence.text)
    if match is None or not is_name(match["a"]) or is_title(match["a"]):
        return False
    return match["a"] != subject.text


def _headed(doc: str, sentence: Passage) -> Iterator[facts.AnyFact]:
    """Read 区长：李四；B岗：王明: what stands before the colon must be a post, not an office."""
    match = _HEADED.fullmatch(sentence.text)
    if match and match["head"] and is_title(match["head"][:-1]) and is_name(match["a"]):
        yield from _one_way(doc, sentence, match)


def _of_subject(doc: str, sentence: Passage, subject: Passage) -> Iterator[facts.AnyFact]:
    """Read 与X同志互为AB角 and AB角为X in the section of the leader it speaks of."""
    for match in _WITH.finditer(sentence.text):
        for other in names_in(sentence.group(match, "who" if match["who"] else "other")):
            if other.text != subject.text:
                yield facts.AbPair(a=subject.value, b=other.value, **evidence(doc, sentence, other))
        return
    for match in _HIS_B.finditer(sentence.text):
        for other in names_in(sentence.group(match, "who" if match["who"] else "bare")):
            yield facts.Backup(a=subject.value, b=other.value, **evidence(doc, sentence, other))
        return


def opens_pair(line: Line) -> bool:
    """Say whether a line tells a pair under the labels A角： and B角：."""
    text = line.words.text
    labelled = re.search(rf"(?:^|\s){_A}(?:（[^）]*）)?：\S", line.text) is not None
    return labelled or _NAMED_BEFORE.fullmatch(text) is not None


def _outside(doc: str, blocks: Sequence[Block]) -> Iterator[facts.AnyFact]:
    """Stand-in clauses that do not speak of A and B at all."""
    for block in blocks:
        if not _SPEAKS_OF_PAIRS.search(block.text):
            continue
        for form in (_STANDS_IN, _COVERED, _FILLED):
            for match in form.finditer(block.text):
                yield from _one_way(doc, block.passage, match)
        for match in _MUTUAL_OTHERWISE.finditer(block.text):
            yield from _mutual(doc, block.passage, block.passage.group(match, "who"))


def _pairs(doc: str, sentence: Passage, *, arrows: bool) -> Iterator[facts.AnyFact]:
    """Read every form of a pair in a sentence, each stretch of it once."""
    beside = _IN_BRACKETS.search(sentence.text)
    sentence = sentence.group(beside, "roles") if beside else sentence
    text = sentence.text
    if not _SPEAKS_OF_PAIRS.search(text):
        return
    taken: list[tuple[int, int]] = []
    for match in _MUTUAL.finditer(text):
        # What stands before the pairs (…外出时，) is no part of them.
        who = sentence.group(match, "who")
        before = _BEFORE_PAIRS.search(who.text)
        found = list(_mutual(doc, sentence, who[before.end() :] if before else who))
        yield from found
        if found:
            taken.append(match.span())
    for pattern in (
        _SUFFIXED,
        _NAMED_BEFORE,
        _AS_ROLES,
        _LABELLED,
        _ONE_WAY,
        _STANDS_IN,
        _COVERED,
        _FILLED,
    ):
        for match in pattern.finditer(text):
            if any(start < match.end() and match.start() < end for start, end in taken):
                continue
            found = list(_one_way(doc, sentence, match))
            yield from found
            if found:
                taken.append(match.span())
    if taken:
        return
    told = arrows or _MENTION.search(text) is not None
    for match in (*_HAS_PAIR.finditer(text), *(_ARROW.finditer(text) if told else ())):
        a, b = person_in(sentence.group(match, "a")), person_in(sentence.group(match, "b"))
        if a is not None and b is not None and a.text != b.text:
            yield facts.AbPair(a=a.value, b=b.value, **evidence(doc, sentence, a))


def _mutual(doc: str, sentence: Passage, who: Passage) -> Iterator[facts.AnyFact]:
    enum = re.match(
        r"(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十\d]{1,3}）|\d{1,2}[.、．])",
        who.text,
    )
    who = who[enum.end() :] if enum else who
    arranged = re.search(r"(?:^|，)(?:现)?(?:安排|明确|确定|决定)", who.text)
    who = who[arranged.end() :] if arranged else who
    couples = [names_in(part, loose=True) for part in who.split(re.compile("、|，"))]
    if len(couples) > 1 and all(len(couple) == 2 for couple in couples):
        for a, b in couples:
            yield facts.AbPair(a=a.value, b=b.value, **evidence(doc, sentence, a))
        return
    names = names_in(who)
    if len(names) < 2:
        return
    for a, b in combinations(names, 2):
        yield facts.AbPair(a=a.value, b=b.value, **evidence(doc, sentence, a))


def _one_way(doc: str, sentence: Passage, match: re.Match[str]) -> Iterator[facts.AnyFact]:
    labelled = match.re in (_SUFFIXED, _NAMED_BEFORE) or "：" in match.group()[:6]
    a = person_in(sentence.group(match, "a"), loose=labelled)
    if a is None:
        return
    groups = match.groupdict()
    for key in ("b", "c"):
        if groups.get(key):
            for backup in names_in(sentence.group(match, key), loose=labelled):
                yield facts.Backup(a=a.value, b=backup.value, **evidence(doc, sentence, a))


def _names_backup(sentence: Passage) -> bool:
    told = _HIS_B.search(sentence.text)
    return told is not None and bool(
        names_in(sentence.group(told, "who" if told["who"] else "bare"))
    )


def _names_two(sentence: Passage) -> bool:
    names = [part for part in re.findall(rf"({NAME})同志", sentence.text) if is_name(part)]
    return len(names) >= 2
