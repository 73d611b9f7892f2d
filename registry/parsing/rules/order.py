"""Which way pairs count, and who is next where B is absent too."""

from __future__ import annotations

import re
from collections.abc import Iterator

from registry.parsing.rules.drafts import RuleClause
from registry.parsing.rules.words import ABSENT, A, B

_MUTUAL = re.compile(
    r"(?:上述|以上|各|所列|前款|下列)[^。；，]{0,10}?(?:互为AB|互为补位|A(?:角|岗)?、?B(?:角|岗)互为)|"
    rf"(?:{A}、?{B}|AB角)(?:之间)?(?:工作)?(?:互为|相互|互相)(?:备份|补位|替补|代行|代管|顶岗)"
)
_ONE_WAY = re.compile(
    r"AB角[^，。；]{0,6}?(?:为|是|实行)?单向(?!沟通|联系|通报|反馈)|单向(?:补位|备份|代行|顶岗|替补)|"
    rf"{A}(?:和|与|、)?{B}?[^，。；]{{0,6}}?不(?:互为|相互|互相)(?:AB角|备份|补位|替补|代行|顶岗)|"
    rf"{B}[^。；]{{0,10}}?(?:{ABSENT.pattern})[^。；]{{0,16}}?(?:不由{A}|{A}不)(?:代行|代管|代替|代为|顶岗|替补|补位|承担)|"
    rf"{A}不(?:代行|代管|代为|顶替|承担|补位)[^，。；]{{0,4}}?{B}"
)
_CHAINED = re.compile(
    rf"(?:由|其){B}的(?:{B}|AB角对应(?:人员|领导)|另一AB角)|{B}的{B}[^，。；]{{0,6}}?(?:代|顶|补)"
)
_IN_ORDER = re.compile(
    r"(?:第一|首位)B角[^。；]{0,12}?(?:由|依次)[^。；]{0,6}?(?:第二|后一位|下一位)B?角?|"
    r"(?:按|依|依照|按照)[^，。；]{0,14}?(?:顺序|次序|排序|名次)[^，。；]{0,4}?(?:依次)?(?:由|递补|代行|顶岗|补位|替补)|"
    r"依次(?:递补|由(?:后|下)一位)"
)
_C_ACTS = re.compile(
    r"由?C(?:角|岗)(?:责任人|人员)?[^，。；]{0,6}?(?:代|顶|补|履行|负责|处理|承担|行使)"
)
_NOT = re.compile(r"不(?:得|能|可|应|再)[^，。；]{0,6}$")


def read_order(text: str) -> Iterator[RuleClause]:
    """Yield which way the pairs of a clause count, and the order of backups that it states."""
    if _ONE_WAY.search(text):
        yield RuleClause(kind="pair_direction", keys={"direction": "one_way"})
    elif _MUTUAL.search(text):
        yield RuleClause(kind="pair_direction", keys={"direction": "mutual"})
    chained, listed = _CHAINED.search(text), _IN_ORDER.search(text)
    if chained is not None and not _NOT.search(text[: chained.start()]):
        yield RuleClause(kind="backup_order", keys={"then": "backups_backup"})
    elif _C_ACTS.search(text):
        yield RuleClause(kind="backup_order", keys={"then": "next_listed"})
    elif listed is not None and re.search(B, text) and not _NOT.search(text[: listed.start()]):
        open_ = ("按哪个名单的顺序，此处按公文所列",) if "B角" not in listed[0] else ()
        yield RuleClause(kind="backup_order", keys={"then": "next_listed"}, open=open_)
