"""Lists of agencies and fields of work, and the bracketed names behind them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from registry.parsing.text import Passage

_ORG_TAILS = (
    "局|委|委员会|办|办公室|厅|院|会|署|处|中心|集团|公司|银行|支行|分行|大学|学院|学校|中学|小学|幼儿园|政府|管委会|海关|总队|支队|大队|中队|"
    "法院|检察院|报社|日报|晚报|台|站|厂|所|社|团|联|协|馆|机场|园区|园|开发区|新区|示范区|景区|名胜区|保护区|保税区|合作区|部|室|科|股|司|军分区|"
    "人大|政协|街道|镇|乡|村|矿|港|基地|组|门|专班|指挥部|领导小组|促进会|工会|妇联|共青团|工商联|党校|农商行|商行|中行|建行|工行|农行|分行|协会|学会|总会|商会|联合会|红十字会|队|监委|社区|居委会|村委会|物业|院校|校|"
    "分公司|分局|支局|供销社|人民团体|监狱|看守所|消防队|武警|工兵团|预备役|县|区|市|州|盟|旗|水务|联社|企业|机构|金库|庭|学系|工程系|设计系|管理系|技术系|信息系|艺术系|经济系|俱乐部|医院|林场|农场|水库|"
    "省|实验室|图书馆|博物馆|办事处|联络处|代表处|事务所|派出所|电厂|车务段|工务段|电务段|机务段|项目部|平台公司|陈列馆|档案馆|气象|电信|移动|联通|铁塔|烟草|邮政|石油|石化|电网|委机关|府机关|直机关|团机关"
)
_ORG_ENDS = frozenset(_ORG_TAILS.split("|"))
_ORG_END_SIZES = sorted({len(tail) for tail in _ORG_ENDS})
_NO_ORG_ENDS = (
    "干部",
    "市场",
    "城市",
    "乡村",
    "农村",
    "社会",
    "机会",
    "全部",
    "内部",
    "城乡",
    "区域",
    "城镇",
    "美丽乡村",
    "和谐社会",
)
"""Words that end as agencies' names do and are none."""
_STRONG_ORG_END = re.compile(
    r"(?:局|庭|学系|工程系|设计系|委员会|办公室|办公厅|公司|集团|银行|大学|学院|政府|管委会|法院|检察院|支队|总队|大队|中心|报社|海关|厅|司|科|股|站|所|院|办|委|队|协会|联合会|处|部)$"
)
LEVEL = re.compile(
    r"^(?:国家|全国|中央|中国|中共|省|自治区|市|县|区|州|盟|旗|镇|乡|街道|地区|行署|兵团|自治州|自治县|[\u4e00-\u9fff]{2,4}(?:省|市|县|区|州|盟|旗))"
)
"""How an agency's name begins where it says whose agency it is."""
_FIELD_TAIL = re.compile(
    r"(?:等)?(?:各?(?:方面|领域|条线|口))?(?:的)?(?:相关)?工作$|等(?:专项|重点|具体)工作$|等(?:方面|相关|有关)*(?:事务|事项|事宜|部门|单位|行业)$"
)
_UNIT_TAIL = re.compile(
    r"等?(?:有关|相关)?(?:部门|单位|机构|科室|处室|企业|群团组织|群众团体|人民团体|社会团体)?(?:方面)?(?:的)?(?:工作|业务)?$"
)
_EMPTY_WITHOUT_WORK = re.compile(
    r"(?:^|全面|常务|日常|中心|具体|整体|面上|其他|其它|各项|重点|相关|有关|行政|业务|主要|专项|本职|所属|基层|上级)$"
)


class Item(NamedTuple):
    """One item of a list, and the bracketed name behind it if there is one."""

    name: Passage
    alias: Passage | None


def is_org(text: str) -> bool:
    """Say whether ``text`` ends as an agency's or an enterprise's name does.

    >>> is_org("市财政局"), is_org("商务"), is_org("昌南新区")
    (True, False, True)
    """
    if len(text) < 2 or text.endswith(_NO_ORG_ENDS):
        return False
    return any(text[-size:] in _ORG_ENDS for size in _ORG_END_SIZES)


def is_surely_org(text: str) -> bool:
    """Say the same of a text that may as well be a field of work (工会、宣传工作)."""
    if text.endswith(_NO_ORG_ENDS):
        return False
    return bool(_STRONG_ORG_END.search(text)) or (bool(LEVEL.match(text)) and is_org(text))


def split_outside(text: Passage, marks: str) -> Iterator[Passage]:
    """Yield the parts of ``text`` between ``marks`` that stand outside all brackets."""
    depth = 0
    start = 0
    for index, char in enumerate(text.text):
        if char in "（“《〔":
            depth += 1
        elif char in "）”》〕":
            depth = max(0, depth - 1)
        elif depth == 0 and char in marks:
            if index > start:
                yield text[start:index]
            start = index + 1
    if start < len(text):
        yield text[start:]


_CALLED = re.compile(r"(?:以下|下)?(?:统称|简称|称)为?：?")
_ALIAS = re.compile(r"(.+?)（([^（）]+(?:（[^（）]*）[^（）]*)*)）")


def without_alias(text: Passage) -> Item:
    """Take the trailing bracketed name off: 市农业农村局（市粮食局）.

    A bracket inside a name (各县（市、区）人民政府) is part of the name.
    """
    match = _ALIAS.fullmatch(text.text)
    if match is None or text.text.startswith("各"):
        return Item(text, None)
    alias = text.group(match, 2)
    called = _CALLED.match(alias.text)
    alias = alias[called.end() :] if called else alias
    return Item(text.group(match, 1), alias.strip("“”《》"))


_JOINT = re.compile(r"以及|及|和|与")


# 市妇联等群众团体和部队: behind the class that the first is of comes another.
_OF_A_CLASS = re.compile(r".{2}等(?:群众团体|人民团体|群团组织|单位|部门|企业)$")


def _split_joined_orgs(text: Passage) -> Iterator[Passage]:
    """Split 市司法局及市监狱管理局, but not 市人力资源和社会保障局.

    Each side must be a whole agency's name, and the right one must not lean on the left.
    """
    for match in _JOINT.finditer(text.text):
        left, right = text[: match.start()], text[match.end() :]
        if _OF_A_CLASS.search(left.text) and len(right) > 1:
            yield left
            yield from _split_joined_orgs(right)
            return
        if len(left) < 3 or len(right) < 3:
            continue
        left_name = without_alias(left).name.text
        if not _whole_org(left_name) or left.text.count("（") != left.text.count("）"):
            continue
        if (is_org(without_alias(right).name.text) or right.text.startswith("各")) and (
            right.text.startswith("各")
            or LEVEL.match(right.text)
            or _STRONG_ORG_END.search(without_alias(right).name.text)
        ):
            yield left
            yield from _split_joined_orgs(right)
            return
    yield text


def _whole_org(text: str) -> bool:
    return (
        is_org(text) and not text.endswith(("社会", "机会", "文化", "水库", "市", "部", "省"))
    ) or (text.endswith("部") and len(text) > 3)


def org_items(text: Passage) -> Iterator[Item]:
    """Yield the agencies of a list as its clause names them."""
    for part in split_outside(text, "、，；"):
        lead = re.match(r"(?:以及|及|并)(?=.{2})|和(?=[市县省区州])", part.text)
        for org in _split_joined_orgs(part[lead.end() :] if lead else part):
            yield _clean(org)


def _clean(org: Passage) -> Item:
    item = without_alias(org)
    if item.alias is not None:
        return item
    match = _UNIT_TAIL.search(org.text)
    if match and match.group() and match.start() > 1:
        trimmed = org[: match.start()]
        # 等 and 工作 are not part of a name; 单位 and 部门 alone may be.
        if match.group().startswith("等") or match.group().endswith(("工作", "业务")):
            return without_alias(trimmed)
    return item


def area_items(text: Passage) -> Iterator[Item]:
    """Yield the fields of work of a list, one for each 、, without 等方面工作."""
    for part in split_outside(text, "、，；"):
        lead = re.match(r"以及(?=.{2})", part.text)
        yield _area(part[lead.end() :] if lead else part)


def _area(part: Passage) -> Item:
    match = _FIELD_TAIL.search(part.text)
    if match and match.start() > 0 and not _EMPTY_WITHOUT_WORK.search(part.text[: match.start()]):
        part = part[: match.start()]
    elif part.text.endswith("等"):
        part = part[:-1]
    item = without_alias(
        part.strip("“”")
        if part.text.startswith("“") and part.text.endswith("”") and part.text.count("“") == 1
        else part
    )
    return Item(_area(item.name).name, item.alias) if item.alias is not None else item
