"""What a sentence takes from one leader and gives another.

沈望川同志不再分管市商务局，由林晓梅同志分管市商务局，负责商务工作。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from registry.model import facts
from registry.parsing.clause import evidence
from registry.parsing.clauses.duties import AT_START, Duty, continued, duties, read_duties
from registry.parsing.lists import org_items, split_outside
from registry.parsing.persons import (
    NAME,
    bare_name,
    is_comrade,
    is_name,
    name_at_end,
    name_at_start,
)
from registry.parsing.text import Passage

_CHARGE = r"(?:协助)?(?:分管|主管|负责|联系|兼管|代管)"
_RELEASED = re.compile(
    rf"(?:(?:^|[，；]|起)(?P<who>{NAME})(?:同志)?)?(?:也|同时)?不再(?P<charge>{_CHARGE})(?P<what>[^，。；：]{{2,80}})"
)
_AGAIN = re.compile(rf"^{_CHARGE}")
_WORK = re.compile(r"(?:等?方面)?(?:的)?工作$")
_TO = re.compile(
    r"(?:现|暂时?|统一|调整为?|改为?){0,4}(?:由|划归|划入|划转给?|移交给?|转交|交由|调整为|改为|变更为)(?P<who>其(?=[^他它余中])|(?:[^，。；：由（）]{1,24}(?:长|主任|书记|常委|委员|主席)、)?[^，。；：由、（）]{2,20}?(?:（[^，。；：（）]{1,5}）)?)(?P<comrade>同志)?"
    rf"(?=(?:也|还)?{AT_START.pattern})"
)
_VERB_ALONE = re.compile(
    r"(?:协助分管|分管|主管|协管|(?:牵头|具体|统筹)?负责|牵头|联系|代管|兼管|协助联系|协助负责)(?:和联系)?"
)
# 主持 while somebody is away or a post is vacant has an end that a fact has no key for.
_FOR_A_TIME = re.compile(r"期间|空缺|(?:返岗|到岗|到位|到任|任命)前")
_HEADS = re.compile(r"(?:全面|临时|暂时?)?(?:主持|代行|代理)")
_EACH_VERB = re.compile(r"(?:负责|分管|联系)(?:[、和](?:负责|分管|联系))+")
_KINDS = {"负责": "work", "分管": "care", "主管": "care", "联系": "liaises"}
_HELPER = re.compile(r"(?P<who>[^，。；：由、（）]{2,20}?)(?P<comrade>同志)?协助")
_HELPS = {"work": "assists", "care": "assists_care", "liaises": "assists_liaising"}
_WAS = re.compile(
    rf"(?:原?由.{{2,24}}?|其|[^，。；由]{{2,16}}?|)(?:原来?|现)?{_CHARGE}的(?P<what>.{{2,120}}?)(?:(?:现|均|统一|调整为?|改为?){{0,4}}$)"
)
WHILE_AWAY = re.compile(r"(?:外出|出差|不在岗|不在家|请假|因故)[^，。；]{0,12}(?:时|期间|的)，?由")
"""Matches who stands in for one who is away: he has the work for those days alone."""
_POINTS_BACK = re.compile(r"(?:(?:该|上述|以上|前述).{0,8})?")
_TAKES = re.compile(
    r"(?:(?:从|自).{2,16}(?:起|开始))?(?:将|把)(?:原由.{2,24}?(?:分管|主管|负责|联系)的)?"
)
_SINCE = re.compile(r".{0,24}(?:起|开始)")
_NOW_HAS = re.compile(r"改为|调整为|增加|新增|继续")
_MORE = re.compile(r"^[省市县区州盟旗镇乡](?!.*(?:分管|主管|协管|负责|联系|兼管|代管|协助))")
_JOINED = re.compile(r"(?:并且?|也|还|同时)(?=.)")
_ENUM = re.compile(
    r"[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十\d]{1,3}）|\d{1,2}[.、．]"
)
_ALL_OF_IT = re.compile(
    r"(?:全部|所有|其他|相关|有关|各项)*(?:工作|部门|单位|科室|业务)(?:和(?:部门|单位))?"
)
"""What somebody had (其分管的工作), without a name of it."""
_SAYS_NOTHING = re.compile(
    r"(?:其他|其它|其余).*(?:不变|不作调整|不再调整)|(?:从|自).{2,16}(?:起|开始)(?:施行|执行|生效|实施)?"
)


def read_released(doc: str, person: str | None, sentence: Passage) -> Iterator[facts.Released]:
    """Yield what the sentence takes away: from whom it names last, else from ``person``.

    ``person`` is he in whose section the sentence stands, if it stands in any.
    """
    last = person
    given_to = [
        (match.start(), name.value)
        for match in _TO.finditer(sentence.text)
        if (name := _name(sentence, match)) is not None
    ]
    for match in _RELEASED.finditer(sentence.text):
        while given_to and given_to[0][0] < match.start():
            last = given_to.pop(0)[1]
        if match["who"] is not None:
            who = bare_name(sentence.group(match, "who"))
            last = who.value if is_name(who.text) else None
        if last is None:
            continue
        for item in org_items(_without_work(sentence.group(match, "what"))):
            again = _AGAIN.match(item.name.text)
            subject = item.name[again.end() :] if again else item.name
            if subject.text:
                yield facts.Released(
                    person=last, subject=subject.value, **evidence(doc, sentence, subject)
                )


_LOOKS_HANDED = re.compile(
    r"由(?!其他|其它|其余)(?P<who>[^，。；：]{2,24}?)(?:共同|分别|一并)?(?:分管|主管|协管|兼管|代管)(?!领导|副|的|工作|领域|范围|行业|战线|单位：|部门)"
    r"|(?<!其他)(?<!其它)同志[^，。；：由]{0,12}?(?:分管|主管|协管|兼管|代管)(?!领导|副|的|工作|领域|范围|行业|战线|单位：|部门)"
)


POINTS_BACK = re.compile(r"上述|以上|前述")
"""Matches a sentence that goes with the one before it."""


def read_other(doc: str, sentence: Passage) -> list[facts.AnyFact]:
    """Return what stands in no leader's section: taken, given, or like it and not understood."""
    found = [*read_released(doc, None, sentence), *read_given(doc, None, sentence)]
    looks = _LOOKS_HANDED.search(sentence.text)
    if found or looks is None:
        return found
    who = sentence.group(looks, "who") if looks["who"] else None
    if who is None or "同志" in who.text or all(map(_ends_in_name, split_outside(who, "、和与"))):
        reason = "a clause that hands work over, whose persons or work are not understood"
        return [facts.Unparsed(reason=reason, **evidence(doc, sentence))]
    return []


def _ends_in_name(who: Passage) -> bool:
    split = name_at_end(who)
    return split is not None and is_name(split[1].text)


def read_given(doc: str, person: str | None, sentence: Passage) -> list[facts.AnyFact]:
    """Return what a sentence hands over: 市城市管理局由李四同志分管, 由李四分管市科协，联系市文联.

    Whoever is named behind 由 has every duty that follows, up to the next who is named. A
    part of the sentence behind him that is no duty is unparsed. ``person`` is he in whose
    section it stands, who has what comes before. A sentence that hands nothing over gives nothing.
    """
    if WHILE_AWAY.search(sentence.text):
        return []
    reader = _Handing(doc, sentence, person)
    enum = _ENUM.match(sentence.text)
    for part in split_outside(sentence[enum.end() if enum else 0 :].strip("。；"), "，；"):
        reader.take(part)
    return reader.found if reader.handed else []


class _Handing:
    """Goes through the parts of one sentence; knows whose turn it is, and what was named last."""

    def __init__(self, doc: str, sentence: Passage, person: str | None) -> None:
        self.doc, self.sentence, self.who = doc, sentence, person
        self.found: list[facts.AnyFact] = []
        self.handed = False
        self.last: Duty | None = None
        self.named: Passage | None = None
        self.taken: list[Duty] = []
        """What the sentence takes away, until it says who has it now."""
        self.unread: Passage | None = None
        """The part right before, where it gave nothing: it may name what the next one gives."""
        self.released = False

    def take(self, part: Passage) -> None:
        """Read one part between commas."""
        before, self.unread = self.unread, None
        taken = _RELEASED.search(part.text)
        if taken:
            self._release(part, taken)
            return
        if self._give(part, before) or self._help(part):
            return
        was = _WAS.fullmatch(part.text)
        if was:
            self.named = part.group(was, "what")
            return
        if _SAYS_NOTHING.fullmatch(part.text):
            return
        joined = _JOINED.match(part.text)
        own = part[joined.end() :] if joined and not AT_START.match(part.text) else part
        starts = AT_START.match(own.text) is not None
        if starts and self.who and (not self.released or _NOW_HAS.match(own.text)):
            self._duties(duties(own))
        elif self.last and _MORE.match(part.text) and (more := continued(part, self.last)):
            self._duties([more])
        elif self.handed or (starts and self.released):
            self._unparsed(part)
        elif _names_work(part):
            self.unread = part

    def _release(self, part: Passage, taken: re.Match[str]) -> None:
        self.named = _without_work(part.group(taken, "what"))
        self.taken.append(Duty(_KINDS.get(taken["charge"], "care"), self.named))
        self.released, self.last = True, None
        if taken["who"] is not None:
            who = bare_name(part.group(taken, "who"))
            self.who = who.value if is_name(who.text) else None
            # A sentence that names him is read here whole, what he has from now on too.
            self.handed = self.handed or self.who is not None

    def _give(self, part: Passage, unread: Passage | None) -> bool:
        """Read 由X分管Y and Y由X分管; say whether the part was one."""
        match = _TO.search(part.text)
        who = self._whom(part, match) if match else None
        if match is None or who is None:
            return False
        before, after = part[: match.start()], part[match.end() :]
        if _VERB_ALONE.fullmatch(after.text):
            was = _WAS.fullmatch(before.text)
            takes = _TAKES.match(before.text)
            what: Passage | None = before.group(was, "what") if was else before
            if takes:
                what = before[takes.end() :]
            if _POINTS_BACK.fullmatch(before.text) or _SINCE.fullmatch(before.text):
                what = unread if unread is not None and not before.text else self.named
            told = what is not None and what.text and not _ALL_OF_IT.fullmatch(what.text)
            given = duties(after + what) if what is not None and told else []
        elif (
            _EACH_VERB.fullmatch(after.text) and before.text and _POINTS_BACK.fullmatch(before.text)
        ):
            given = [
                duty for duty in self.taken if duty.kind in map(_KINDS.get, _verbs(after.text))
            ]
        elif not before.text or _SINCE.fullmatch(before.text):
            given = duties(after)
        else:
            return False
        self.who, self.released, self.handed = who, False, True
        if _FOR_A_TIME.search(self.sentence.text) and _HEADS.match(after.text):
            given = []
        if given:
            self._duties(given)
        else:
            self._unparsed(part)
        return True

    def _help(self, part: Passage) -> bool:
        """Read 李四协助 behind what another was given: he assists with the same."""
        match = _HELPER.fullmatch(part.text)
        name = _name(part, match) if match else None
        kind = _HELPS.get(self.last.kind) if self.handed and self.last else None
        if name is None or self.last is None or kind is None:
            return False
        helped = Duty(kind, self.last.object)
        self.found.extend(read_duties(self.doc, name.value, self.sentence, [helped]))
        return True

    def _whom(self, part: Passage, match: re.Match[str]) -> str | None:
        """Return who is named behind 由; 由其 is he of whom the sentence speaks."""
        if match["who"] == "其":
            return self.who
        name = _name(part, match)
        return name.value if name is not None else None

    def _duties(self, given: list[Duty]) -> None:
        self.last = given[-1] if given else None
        self.named = given[-1].object if given else None
        assert self.who is not None
        self.found.extend(read_duties(self.doc, self.who, self.sentence, given))

    def _unparsed(self, part: Passage) -> None:
        reason = "what follows in a clause that hands work over is not understood"
        self.found.append(facts.Unparsed(reason=reason, **evidence(self.doc, part)))


_NO_WORK = re.compile(r"(?:在|为|经|根据|按|因|鉴于|对|除|凡|涉及|遇)")


def _names_work(part: Passage) -> bool:
    """Say whether a part between commas is a list of fields of work or of agencies alone."""
    if _NO_WORK.match(part.text):
        return False
    return part.text.endswith(("工作", "事务")) or continued(part, Duty("care", part)) is not None


def _verbs(text: str) -> list[str]:
    return re.findall("负责|分管|联系", text)


def _name(text: Passage, match: re.Match[str]) -> Passage | None:
    """Return the name behind 由, with or without a title before it."""
    who = bare_name(text.group(match, "who"))
    split = name_at_end(who)
    if match["comrade"] and is_comrade(who.text) and (split is None or not split[0].text):
        return who
    if split is not None:
        return split[1] if is_name(split[1].text) or match["comrade"] else None
    first = name_at_start(who)
    return first[0] if first is not None else None


def _without_work(what: Passage) -> Passage:
    tail = _WORK.search(what.text)
    return what[: tail.start()] if tail else what
