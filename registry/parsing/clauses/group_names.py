"""The names of the groups of a notice: which it sets up, which it only mentions."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from registry.model.facts import GroupStatus
from registry.parsing.clauses.seats import ROLE
from registry.parsing.layout import Block
from registry.parsing.persons import is_title
from registry.parsing.text import Passage

_END = r"(?:领导小组|协调小组|工作小组|工作领导组|领导组|指挥部|工作专班|专班|工作组|专项组|联席会议|协调机制|筹委会|组委会|分团|交易团|代表团|筹备组)"
END = rf"(?:{_END}|委员会|小组|代表团|考察团|协会筹备组)"
_LIST_NUMBER = r"（?[一二三四五六七八九十]{1,3}[、）]|（?\d{1,2}[）.、．]"
_BARE = re.compile(
    rf"(?:该|本|各|相应|相关|有关|专门|领导|工作|协调|成立|专项|应急|临时|区域|重要|县区|部门|“)*(?:的)?{END}"
)
_SET_UP = re.compile(
    rf"(?P<lead>另行|择机|待|组织|拟|将|要|应|须|应当|尽快|抓紧|及时|适时|负责|督促|指导)?(?P<verb>成立|设立|组建|建立|调整|恢复|重组|组成|新设(?![立置]))(?:了)?(?:一个)?"
    rf"(?P<by>(?:由[^。；]{{4,200}}?|[^。；由]{{2,200}}?任组长[^。；]{{0,200}}?(?:成员|组员))的)?(?:以[^。；，]{{2,60}}(?:，[^。；，]{{2,60}}){{0,6}}的)?(?P<name>“[^”]{{2,60}}”(?:[^，。；：、（）《》“]{{0,20}}?{END})?|[^，。；：、（）《》]{{2,60}}?{END})"
    rf"(?!办公室|成员单位|下设|的(?!通知))(?:（(?:以下|下|下称)?(?:统称|简称|称)为?：?[“《]?(?P<alias>[^”》（）]+)[”》]?）)?"
)
_CHANGED = re.compile(
    rf"对(?P<name>[^，。；：、（）《》对]{{3,60}}?{END})(?:（(?:以下|下|下称)?(?:统称|简称|称)为?：?[“《]?(?P<alias>[^”》（）]+)[”》]?）)?(?:的)?(?:部分)?(?:组成人员|成员|领导成员|人员)?(?:进行|予以|作)(?:了|如下|相应|适当)*(?:调整|充实|补充)"
)
_RENAMED = re.compile(
    rf"(?:将|把|^|[，；、])(?:{_LIST_NUMBER})?(?P<old>[^，。；：、（）《》将把]{{3,60}}?{END})(?:统一)?(?:更名|改名|变更|调整)为(?P<name>[^，。；：、（）《》]{{3,60}}?{END})(?=[，。；]|$)"
)
_BY_ITSELF = re.compile(
    rf"(?P<name>[^，。；：、《》]{{3,60}}?{END})(?:办公室)?关于(?:调整|增补|充实|变更|更新)(?![^，。；：《》]{{0,8}}班子)[^，。；：《》]{{0,12}}(?:成员|组成人员|人员)"
)
"""Matches the title of a notice by which a group changes its own seats."""
_TITLE = re.compile(
    rf"(?:成立|调整|设立|组建|充实|更新|公布|变更|明确|建立|增补|印发|重新组建){{1,3}}(?:和(?:充实|完善|加强))?(?:《|“)?(?P<name>[^《》“”，。]{{2,70}}?{END})(?:》|”)?(?=的|制度|成员|组成|人员|及|和|领导|名单|主要|副|组长|办公室|机构|等|$)"
)
_PLAIN_HEADING = re.compile(r"[^，。；：、]{3,60}委员会")
_HEADING = re.compile(
    rf"(?P<name>[^，。；：、]{{2,70}}?{END})(?:及其办公室)?(?:的?(?:成员|组成人员|人员|组成|领导|主要领导|组织机构)?(?:及[^，。；：]{{2,16}})?名单|成员|组成人员|人员组成|组成)?(?:（[^（）]{{1,20}}）)?：?"
)
_NO_NAME = re.compile(
    r"的|为|由|等|建立|成立|设立|组建|组织|部署|主任|主席|局长|书记|政委|市长|县长|领导同志|负责同志|要求|按照|根据|报送|关于|同意|调整"
)
_LEADS_TO = re.compile(r"(?:报|经|由|在|向|对|和|与|后)(?=(?:国务院|国家|全|省|市|县|区|州))")
_MENTION = re.compile(
    r"(?<![》])(?P<name>(?:国务院|国家|中央|全国|全省|全市|全县|全区|省|市|县|区|州)(?:“[^”]{1,16}”|[^，。；：、（）《》“”]){1,40}?(?:领导小组|指挥部|指导委员会|联席会议|安委会))"
)


@dataclass(frozen=True)
class Name:
    """A group's name where it stands, and whether the notice sets the group up there."""

    name: Passage
    alias: Passage | None
    sentence: Passage
    status: GroupStatus | None


_SETS_UP = re.compile(r"(?:决定)?(?:成立|设立|组建|调整)")


def heading_name(text: Passage) -> Passage | None:
    """Return the name in an annex's heading (X领导小组成员名单), less its tail."""
    enum = re.match(
        r"(?:附件\d*：?|（?[一二三四五六七八九十]{1,3}[、）]|\d{1,2}[.、．])", text.text
    )
    text = text[enum.end() :] if enum else text
    match = _HEADING.fullmatch(text.text)
    if match is None or _BARE.fullmatch(match["name"]) or re.search(r"[。；]", text.text):
        return None
    name = text.group(match, "name")
    lead = _SETS_UP.match(name.text)
    return (name[lead.end() :] if lead else name).strip("“”")


_DISSOLVED = re.compile(
    rf"(?:撤销|不再保留|取消)(?:原)?(?P<names>(?:(?![，。；：（）]).){{2,200}})"
    rf"|(?P<before>(?:(?![，。；：（）将]).){{3,60}}?{END})(?:同时|随之|即行|予以|即日起|一并)撤销"
)
_ENDS_BELOW = re.compile(
    r"(?:撤销|不再保留|取消)[^，。；：《》]{0,20}(?:下列|以下|如下)[^，。；：]{0,20}：?$"
)
_ONE_BELOW = re.compile(
    rf"(?:{_LIST_NUMBER})?(?P<name>[^、，。；：（）《》]{{3,60}}?{END})[；。，]?"
)
_NOT_YET = re.compile(
    r"(?:后|(?<!同)时|届满|期满|拟|建议|可以?|应当?|不得|自行|自动|需要?|负责|研究)$"
)
_ONE_OF = re.compile(rf"(?P<name>[^、，。；：（）《》]{{3,60}}?{END})(?=[、和及与等，。；]|$)")


def dissolved(sentence: Passage) -> Iterator[Passage]:
    """Yield the groups that a sentence ends: 撤销市创城指挥部、市招商工作领导小组.

    What ends later or on a condition (任务完成后自行撤销) is in being still.
    """
    text = _unquoted(sentence)
    for match in _DISSOLVED.finditer(text):
        lead = re.split(r"[，。；：]", text[: match.start()])[-1]
        if _NOT_YET.search(lead):
            continue
        part = "names" if match["names"] else "before"
        listed = sentence.group(match, part)
        for one in _ONE_OF.finditer(listed.text):
            name = listed.group(one, "name").strip("“”")
            lead_in = re.match(r"(?:和|及|与|以及|原|将)", name.text)
            name = name[lead_in.end() :] if lead_in else name
            if not _BARE.fullmatch(name.text) and not re.search(r"[的由]", name.text):
                yield name


def dissolved_below(blocks: Sequence[Block], index: int) -> Iterator[tuple[Passage, Passage]]:
    """Yield each group listed under a paragraph that ends 撤销下列议事协调机构：, and its line."""
    if not _ENDS_BELOW.search(blocks[index].text):
        return
    for block in blocks[index + 1 :]:
        for line in (line.passage() for line in block.lines):
            match = _ONE_BELOW.fullmatch(line.text)
            if match is None:
                return
            yield line.group(match, "name"), line


_HEADS_ROLES = re.compile(
    rf"(?:{_LIST_NUMBER})?(?P<name>[^，。；：、]{{3,40}}?{END})[。：](?={ROLE}：[\u4e00-\u9fff])"
)


def heads_roles(text: Passage) -> Passage | None:
    """Return the group whose roles a paragraph goes on to tell: 县征兵工作领导小组。组长：王明."""
    match = _HEADS_ROLES.match(text.text)
    if match is None or _BARE.fullmatch(match["name"]):
        return None
    name = text.group(match, "name")
    lead = _SETS_UP.match(name.text)
    return name[lead.end() :] if lead else name


def title_name(title: Passage) -> Passage | None:
    """Return the group that a notice's title sets up or changes."""
    match = _TITLE.search(title.text) or _BY_ITSELF.match(title.text)
    if match is None:
        return heading_name(title)
    return None if _BARE.fullmatch(match["name"]) else title.group(match, "name")


def set_up(sentence: Passage, *, duty: bool) -> Iterator[Name]:
    """Yield the groups that a sentence sets up.

    ``duty`` says that the sentence stands among an agency's duties: then the group is
    for that agency to set up.
    """
    quoted = [match.span() for match in re.finditer(r"《[^》]*》", sentence.text)]
    for match in _CHANGED.finditer(sentence.text):
        name = sentence.group(match, "name")
        if not _BARE.fullmatch(name.text):
            alias = sentence.group(match, "alias") if match["alias"] else None
            yield Name(name, alias, sentence, None)
    for match in _RENAMED.finditer(sentence.text):
        name, old = sentence.group(match, "name"), sentence.group(match, "old")
        yield Name(name, old, sentence, None)
    for match in _SET_UP.finditer(sentence.text):
        if any(start <= match.start() < end for start, end in quoted):
            continue
        name = sentence.group(match, "name")
        name = name.strip("“”") if name.text.endswith("”") else name
        plain = name.text
        if _BARE.fullmatch(plain) or plain.startswith(("相应", "相关", "专门", "各", "由")):
            continue
        vague = plain.endswith(("委员会", "小组")) and not re.search(_END + r"$", plain)
        if vague and (match["verb"] in ("调整", "组成", "恢复") or len(plain) < 6):
            continue
        to_be = duty or (match["lead"] is not None and match["by"] is None)
        alias = sentence.group(match, "alias") if match["alias"] else None
        yield Name(name, alias, sentence, "to_be_set_up" if to_be else None)


def _unquoted(sentence: Passage) -> str:
    """Return the text, in place, without the titles of other notices."""
    return re.sub(r"《[^》]*》", lambda match: "　" * len(match.group()), sentence.text)


def mentions(sentence: Passage, place: str) -> Iterator[Passage]:
    """Yield the groups that a sentence names without setting them up.

    ``place`` is the issuer's own place (景德镇), which may stand before 市.
    """
    text = _unquoted(sentence)
    for match in _MENTION.finditer(text):
        name = sentence.group(match, "name")
        inner = [found.end() for found in _LEADS_TO.finditer(name.text)]
        if inner:
            name = name[inner[-1] :]
        elif place and text[: match.start()].endswith(place):
            name = sentence[match.start() - len(place) : match.end()]
        if not _BARE.fullmatch(name.text) and not _NO_NAME.search(name.text):
            yield name


_SEAT_OF = rf"(?P<name>(?:(?!担任|兼任|(?<!责)任|为|不再)[^，。；：、（）《》“”]){{2,40}}?{END})(?:办公室)?(?:{ROLE})"
_WITH_ROLE = re.compile(
    rf"(?:担任|兼任|(?<!责)任|为){_SEAT_OF}(?=(?:职务|一职)?(?:[，。；]|$))"
    rf"|(?:^|[，；])(?:{_LIST_NUMBER})?{_SEAT_OF.replace('name', 'of')}(?=改?由)"
)
_TAKEN = re.compile(r"任|由|不再")
_APPOINTS = re.compile(r"任命|免去|聘任")


def seated(sentence: Passage, *, committees: bool) -> Iterator[Passage]:
    """Yield the groups whose seats a sentence gives: X任县防汛抗旱指挥部总指挥.

    A committee may as well be an agency (县发展和改革委员会主任), so that it is one only where
    ``committees`` says that the notice speaks of such bodies.
    """
    if not _TAKEN.search(sentence.text) or _APPOINTS.search(sentence.text):
        return
    for match in _WITH_ROLE.finditer(sentence.text):
        name = sentence.group(match, "name" if match["name"] else "of")
        if _BARE.fullmatch(name.text) or _NO_NAME.search(name.text) or is_title(name.text):
            continue
        if committees or not name.text.endswith("委员会"):
            yield name


def same_group(one: str, other: str) -> bool:
    """Say whether two names in one notice are one group's.

    They are where the shorter's characters, in order, all stand in the longer.
    """
    shorter, longer = sorted((one, other), key=len)
    rest = iter(longer)
    return len(shorter) > 4 and all(char in rest for char in shorter)


def unite(
    names: Sequence[Name], mentioned: Sequence[Passage], headings: Collection[str]
) -> dict[str, str]:
    """Map every name to the fullest name of the same group in the notice.

    Two different ``headings``, each above seats of its own, are of two groups.
    """
    plain = {item.name.value for item in names}
    everything = plain | {name.value for name in mentioned}
    full = {
        one: max(
            (
                other
                for other in everything
                if other == one or (not {one, other} <= set(headings) and same_group(one, other))
            ),
            key=len,
        )
        for one in plain
    }
    for name in mentioned:
        alike = [one for one in plain if one == name.value or same_group(name.value, one)]
        full[name.value] = full[max(alike, key=len)] if alike else name.value
    for item in names:
        if item.alias is not None:
            full[item.alias.value] = full[item.name.value]
    return full


def is_generic(text: str) -> bool:
    """Say whether a phrase points at a list (下列单位负责同志) instead of naming anyone."""
    return re.match(r"(?:下列|以下|上述|相关|有关)", text) is not None


_AGENCY_HEAD = re.compile(
    r"(?:（[一二三四五六七八九十]{1,3}）|\d{1,2}[．.、])(?P<org>[^。：，]{2,40}?(?:局|委|办|部|院|厅|公司|集团|中心|政府|区|司))[。：]"
)


def agency_duties(blocks: Sequence[Block]) -> list[bool]:
    """Say for each block whether it stands among the numbered duties of an agency."""
    inside = False
    found = []
    for block in blocks:
        text = block.text
        if _AGENCY_HEAD.match(text):
            inside = True
        elif re.match(r"[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）|附件", text):
            inside = False
        found.append(inside)
    return found
