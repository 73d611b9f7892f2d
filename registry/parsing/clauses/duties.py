"""What a leader's clauses give him: fields of work, agencies, liaison."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from registry.model import facts
from registry.parsing.clause import evidence
from registry.parsing.dates import PERIOD
from registry.parsing.lists import Item, area_items, is_org, is_surely_org, org_items, split_outside
from registry.parsing.text import Passage

_HELPED = r"(?:[^，。；：、负分联主管协兼代]{0,10}?(?:(?:、|和)[^，。；：、负分联主管协兼代]{1,8}?)?(?:同志)?)"
_UNITS = r"(?:单位|部门|机构|科室|处室|企业|工作|领域|方面|院校|高校|学校|县|县区|县市区|县（市、区）|社区|村|乡村|园区|点|乡镇|街道|镇|县区|片区|片)"
_LABEL = rf"(?:的?{_UNITS}(?:和{_UNITS}|（{_UNITS}）)?(?:有|为|是)?：|：|的?{_UNITS}(?:有|为)|(?:子|下属|所属)(?:公司|企业)：?(?=[^、，。；：]{{3}}))?"
_CARE = r"(?:分管|主管|协管|管理|分工管理|归口管理)(?!领导|负责人|负责同志|同志|人员)"
_LIAISE = r"(?:(?:对口|挂钩|挂点|定点|具体|分工|归口|负责|重点|包保|挂包){0,4}联系(?!人(?:：|员|为|及|$)|电话|方式)(?:和服务|并服务|服务|协调|指导|帮扶|包保|包抓)?|包(?:联|抓|挂|驻|片|点|村)(?!领导|干部|工作)|[联挂]包|挂联|(?:挂|蹲|驻|联)点(?!领导|干部|人员|工作|单位|帮扶))"
_WORK = r"(?:统筹推进|(?:暂行|代为|代理|代行)主持(?=.)|全面负责|全面主持|牵头负责|牵头抓总|牵头协调|具体负责|分工负责|直接负责|统筹负责|主要负责|重点负责|同时负责|负责(?!制)|主持(?!召开|会议|了|人(?!大))|领导(?!小组|同志|干部|班子|机构|责任)|统筹|牵头|主抓|分工(?!不变|保持|不作|不再|照旧|如有|作|进行|如下|调整|安排|情况|范围|文件|通知|方案|制度|原则|合作|协作|[与按以由自从]))"
_MANNER = r"(?:接替|增加|新增|调整为|改为|并|同时|还|另|继续|具体|归口|暂时?|临时|直接|负责|主要|重点|统一|专职|牵头){0,4}"

# A verb before 的 gives nothing: 张三分管的A says whose A was.
_RELEASED = r"(?:也|同时)?不再(?:协助|继续)?(?:分管|主管|协管|负责|联系|兼管|代管)"

_VERBS = (
    (
        "helps",
        r"协助(?![^，。；]*?(?:负责|分管|主管|处理|做好|抓|联系|主持|开展(?!工作)|统筹|协调))[^，。；：]{2,24}?工作(?=[，。；]|$)",
    ),
    ("assists_liaising", rf"协助{_HELPED}{_LIAISE}{_LABEL}"),
    ("assists_both", rf"协助{_HELPED}(?:负责)?{_CARE}(?:、|和|及|并|与)联系{_LABEL}"),
    (
        "assists",
        rf"(?:负责)?协助{_HELPED}(?:负责|具体负责|处理|做好|抓好?|主持|统筹|牵头|协调|承担|开展|联系协调){_LABEL}",
    ),
    ("assists_care", rf"(?:协助{_HELPED}(?:负责)?{_CARE}|协管){_LABEL}"),
    ("both", rf"{_MANNER}{_CARE}(?:、|和|及|并|与|／|/)?(?:对口|挂钩)?联系{_LABEL}"),
    (
        "also",
        rf"{_MANNER}(?:兼管|代管|兼分管|代为分管|代为管理|兼顾|兼任分管|代行分管|暂管|兼职分管|代分管|代为负责|兼负责|兼职负责|兼抓){_LABEL}",
    ),
    (
        "liaises_with",
        rf"{_MANNER}(?:负责)?(?:与|同(?!志)|和)(?=[^，。；：]{{2,80}}(?:的)?(?:联系|联络|沟通|协调|对接))",
    ),
    ("liaises", rf"{_MANNER}{_LIAISE}{_LABEL}"),
    ("care", rf"{_MANNER}{_CARE}{_LABEL}"),
    ("work", rf"{_MANNER}{_WORK}{_LABEL}"),
)
# The signs that a verb may begin with: most places of a text are passed over by these alone.
_FIRST = "协负分主管归增新调改并同还另继具暂临直重统专牵兼代接与和对挂定包联全领蹲驻"
_VERB = re.compile(
    rf"(?=[{_FIRST}也不指督业])(?:"
    + "|".join(
        f"(?P<{name}>{pattern}(?!的))" for name, pattern in (("released", _RELEASED), *_VERBS)
    )
    + r"|(?P<other>(?:协调|指导|督促|督办)(?=[^，。；：]{2,80}(?:工作|事务|任务)(?:[，。；]|$))|业务(?:指导|联系)(?=[^，。；：]{2})|(?:暂代|代行|代理|暂行|代为履行)(?=[^，。；：]{2,40}(?:职责|职权|职务|工作|(?:长|主任|书记)(?:[，。；]|$))))"
    r"|(?P<holds>(?:并|同时|还)*(?:兼任|兼(?![管职顾]))(?=[^，。；：]{3,24}?(?:长|主任|书记|主席)(?:[，。；、]|$))))"
)
AT_START = re.compile(
    rf"(?=[{_FIRST}工职：])(?:主要职责|工作分工|分工|职责|工作职责|具体分工)?：?(?:{'|'.join(pattern for _, pattern in _VERBS)})(?!的)"
)
"""Matches where a duty's verb stands at the very place."""
_BOUNDARY = re.compile(r"(?:^|[，。；：、）①-⑳]|^\d{1,2}\.|同志|并|同时|工作|委托|授权)$")
_AWAY = r"(?:外出|出差|学习|请假|休假|病休|离岗|离[市县区镇]|不在[岗家位市县区镇]|因故|空缺|缺位|缺席|挂职)"
_WHEN_AWAY = re.compile(
    rf"(?:{_AWAY}[^，。；：]{{0,8}}(?:时|期间|的)|{PERIOD}[）]?(?:期间|内)?)，(?:受[^，。；：]{{1,8}}委托，?)?$"
)
"""What stands before a duty that is somebody's for a time alone: a fact has no key for its end."""
_PERIOD = re.compile(PERIOD)
_BEFORE_OBJECT = re.compile(r"^(?:处理|做好|抓好?|组织(?:开展|实施|推进)|承担)(?=.{3})")
_NO_OBJECT = re.compile(
    r"由.{1,12}(?:分管|主管|负责|联系|代管|牵头)|分管|代管|兼管|协管|(?<=[\u4e00-\u9fff]{2})负责(?![制人])|(?<!老)同志|^的|的(?:领导|同志|负责人|干部)|不再|如下|(?:外出|出差|学习|请假|休假|空缺)(?:时|期间)"
)
"""What no field's or agency's name holds: a clause of its own."""
_OTHER_MATTERS = re.compile(
    r"交办|安排的其|其他(?:工作|事项|任务)$|其它(?:工作|事项|任务)$|临时(?:性)?工作$"
)
_PAIR = re.compile(
    r"[，；（](?:其|由)?(?:[与和同][^，。；：]{2,20})?(?:互为)?“?(?:A、?)?[BC][角岗](?!协助|负责|分管|主管|联系)"
)
"""Matches where a sentence goes on to who backs the leader up: no field of work."""
_LIMITS = re.compile(r"^至|同志|期间")
"""Matches brackets that say how long or till when, and are no other name."""
_NONE = re.compile(r"暂?无(?:（(?P<but>[^（）]+)）)?")
"""Matches the field of one who has nothing of that kind, and what may be said beside it."""
_LIAISON_TAIL = re.compile(
    r"(?:之间)?(?:的)?(?:工作)?(?:联系|联络|沟通|协调|对接)+(?:和?协调)?(?:服务)?(?:等)?(?:方面)?(?:的)?(?:工作)?[。；]?$"
)


@dataclass(frozen=True)
class Duty:
    """A verb of a leader's clause and its object."""

    kind: str
    object: Passage


def duties(sentence: Passage) -> list[Duty]:
    """Return the verbs of a sentence in order, each with all that it governs."""
    found: list[tuple[str, int, int]] = []
    text = sentence.text
    position = 0
    while match := _VERB.search(text, position):
        kind = match.lastgroup or ""
        at_boundary = match.start() == 0 or _BOUNDARY.search(text[: match.start()]) is not None
        if kind == "other" and not ("，；" + text[: match.start()]).endswith(("，", "；")):
            at_boundary = False
        if at_boundary and _WHEN_AWAY.search(text[: match.start()]):
            kind = "other"
        if at_boundary and _depth(text, match.start()) == 0 and not _inside_list(text, match, kind):
            found.append((kind, match.start(), match.end()))
        position = max(match.end(), match.start() + 1)
    result = []
    for index, (kind, _, end) in enumerate(found):
        stop = found[index + 1][1] if index + 1 < len(found) else len(text)
        governed = sentence[end:stop]
        pair = _PAIR.search(governed.text)
        governed = governed[: pair.start() if pair else None].strip("，。；：、 ")
        # What is somebody's up to a day is no fact: it has no key for its end.
        bounded = kind != "released" and _PERIOD.search(governed.text)
        result.append(Duty("other" if bounded else kind, governed))
    return result


def _depth(text: str, index: int) -> int:
    return text.count("（", 0, index) - text.count("）", 0, index)


def _inside_list(text: str, match: re.Match[str], kind: str) -> bool:
    """A weak verb behind 、 or 工作 is an item of the list (统筹城乡), not a new clause."""
    before = text[: match.start()]
    if before.endswith("、") and match.group().startswith("管理"):
        return True
    if not before.endswith(("、", "并", "同时", "工作")):
        return False
    return (
        kind in ("work", "liaises_with", "assists")
        and not re.match(
            r"(?:并|同时|还)*(?:负责|主持|协助|牵头负责|分工负责|与|同)", match.group()
        )
    ) or (
        kind == "work"
        and before.endswith("、")
        and match.group() in ("领导", "统筹", "牵头", "分工", "主持")
    )


_ANOTHER_VERB = re.compile(r"(?:服务|指导|协调|督促|督办|领导|统筹|推进|推动|参与|配合|落实|组织)")


def continued(sentence: Passage, before: Duty) -> Duty | None:
    """Read a list of agencies that goes on behind a semicolon without a verb of its own."""
    items = list(org_items(sentence.strip("。；")))
    if _ANOTHER_VERB.match(sentence.text):
        return None
    if items and all(is_org(item.name.text) and len(item.name) < 25 for item in items):
        return Duty(before.kind, sentence.strip("。；"))
    return None


def read_duties(
    doc: str, person: str, sentence: Passage, given: Sequence[Duty] | None = None
) -> Iterator[facts.AnyFact]:
    """Yield the facts of one sentence of a leader's section.

    ``person`` is the name as given, ``given`` the duties where they were read before.
    What has a verb but no object that can be named is reported as unparsed.
    """
    for duty in given if given is not None else duties(sentence):
        if duty.kind in ("helps", "released"):
            continue
        if duty.kind == "holds":
            for title in split_outside(duty.object, "、"):
                shared = evidence(doc, sentence, title)
                yield facts.Post(person=person, title=title.value, **shared)
            continue
        if none := _NONE.fullmatch(duty.object.text):
            if none["but"]:
                yield from read_duties(doc, person, duty.object.group(none, "but"))
            continue
        made = [] if duty.kind == "other" else list(_facts_of(doc, person, sentence, duty))
        yield from made
        refused = not made and not _OTHER_MATTERS.search(duty.object.text)
        if duty.object.text and (refused or _NO_OBJECT.search(duty.object.text)):
            yield facts.Unparsed(
                reason="a duty whose object is not understood",
                **evidence(doc, sentence, duty.object),
            )


def _facts_of(doc: str, person: str, sentence: Passage, duty: Duty) -> Iterator[facts.AnyFact]:
    kind, target = duty.kind, duty.object
    if kind == "liaises_with":
        tail = _LIAISON_TAIL.search(target.text)
        target, kind = (target[: tail.start()] if tail else target), "liaises"
    if kind in ("work", "assists"):
        made = facts.Responsible if kind == "work" else facts.Assists
        before = _BEFORE_OBJECT.match(target.text)
        if before:
            target = target[before.end() :]
        for area in _areas(target):
            yield made(
                person=person,
                area=area.name.value,
                alias=_alias(area),
                **evidence(doc, sentence, area.name),
            )
        return
    for item, as_org in _classified(target, kind):
        shared = evidence(doc, sentence, item.name)
        name, alias = item.name.value, _alias(item)
        if as_org:
            for agency in _OF_AGENCY[kind]:
                yield agency(person=person, org=name, alias=alias, **shared)
        else:
            yield _OF_AREA[kind](person=person, area=name, alias=alias, **shared)


_Agency = (
    facts.Supervises
    | facts.AssistsSupervising
    | facts.AlsoSupervises
    | facts.Liaises
    | facts.AssistsLiaising
)
_Area = facts.Responsible | facts.Assists | facts.AlsoResponsible
_OF_AGENCY: dict[str, tuple[type[_Agency], ...]] = {
    "care": (facts.Supervises,),
    "also": (facts.AlsoSupervises,),
    "assists_care": (facts.AssistsSupervising,),
    "both": (facts.Supervises, facts.Liaises),
    "assists_both": (facts.AssistsSupervising, facts.AssistsLiaising),
    "liaises": (facts.Liaises,),
    "assists_liaising": (facts.AssistsLiaising,),
}
_OF_AREA: dict[str, type[_Area]] = {
    "care": facts.Responsible,
    "also": facts.AlsoResponsible,
    "assists_care": facts.Assists,
    "both": facts.Responsible,
    "assists_both": facts.Assists,
}


def _alias(item: Item) -> str | None:
    limits = item.alias is None or _LIMITS.search(item.alias.text)
    return None if limits or item.alias is None else item.alias.value


def _areas(target: Passage) -> Iterator[Item]:
    for area in area_items(target):
        # 主持工作 names no field.
        if area.name.text not in ("", "工作") and _may_be_named(area.name.text):
            yield area


def _may_be_named(text: str) -> bool:
    return not (_OTHER_MATTERS.search(text) or _NO_OBJECT.search(text))


_FIELDS_THEN_ORGS = re.compile(r"(?<=工作)(?:以及|及|和|、|，|；|与)")


def _classified(target: Passage, kind: str) -> Iterator[tuple[Item, bool]]:
    """Yield the items of a list, each with whether it is an agency.

    A list that ends in 工作 is of fields of work, but for what is surely an agency.
    Otherwise an item that has no agency's ending follows the most of its list.
    """
    if kind in ("liaises", "assists_liaising"):
        for item in org_items(target):
            if item.name.text and "工作的" not in item.name.text and _may_be_named(item.name.text):
                yield item, True
        return
    for part in target.split(_FIELDS_THEN_ORGS):
        yield from _fields_or_orgs(part.strip("，；、"))


def _fields_or_orgs(target: Passage) -> Iterator[tuple[Item, bool]]:
    of_work = re.search(r"(?:工作|事务|事项)$", target.text) is not None
    named = [item for item in org_items(target) if _may_be_named(item.name.text or "的")]
    likely = [
        is_surely_org(item.name.text) if of_work else is_org(item.name.text) for item in named
    ]
    mostly = not of_work and sum(likely) * 2 > len(likely)
    areas = {area.name.at[0]: area for area in _areas(target)}
    for item, is_agency in zip(named, likely, strict=True):
        if is_agency or mostly:
            yield item, True
        elif item.name.at[0] in areas:
            yield areas[item.name.at[0]], False
