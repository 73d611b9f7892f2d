"""Each kind of rule as one sentence, in Chinese and in English."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from registry.model.answers import Words
from registry.resolve.kinds.sentences_of_acting import ACTING_SENTENCES
from registry.tables.rule_kinds import (
    ActingScope,
    AnyRule,
    Authority,
    HandOver,
    Liability,
    Reachable,
    RePair,
    ReportBack,
    Rule,
    StatutoryActing,
    Tell,
)

Says = Callable[[Any], Words]

_WHOM = {
    "backup": Words("B角", "B"),
    "office": Words("办公室", "the office"),
    "coordinator": Words("协调人", "the coordinator"),
    "head": Words("主要领导", "the head of the government"),
    "holder": Words("A角", "A"),
    "both": Words("A角和B角", "A and B"),
}
_MAJOR = {
    "consult_holder": Words("先征求A角意见", "consults A first"),
    "head": Words("报主要领导", "asks the head of the government"),
    "meeting": Words("提交集体会议", "brings it to a collective meeting"),
}
_OFTEN = {"half_yearly": Words("每半年", "half-yearly"), "yearly": Words("每年", "yearly")}


def acting_scope(rule: ActingScope) -> Words:
    """How far B's acting reaches."""
    reach = {
        "all": Words("B角代行A角的全部工作", "B acts in all of A's work"),
        "urgent": Words("B角只代行紧急事项", "B acts in urgent matters only"),
        "activities": Words(
            f"B角只代行：{'、'.join(rule.activities)}",
            f"B acts only in: {', '.join(rule.activities)}",
        ),
    }[rule.reach]
    but = "、".join(rule.not_for)
    return Words(
        reach.zh + (f"，{but}除外" if but else ""), reach.en + (f", save {but}" if but else "")
    )


def tell(rule: Tell) -> Words:
    """Whom A tells, and when."""
    ahead_zh = f"提前{rule.days_ahead}天" if rule.days_ahead else "事先"
    ahead_en = f"{rule.days_ahead} days ahead" if rule.days_ahead else "beforehand"
    return Words(
        f"A角{ahead_zh}告知{_zh(rule.whom, _WHOM)}", f"A tells {_en(rule.whom, _WHOM)} {ahead_en}"
    )


def hand_over(rule: HandOver) -> Words:
    """What A and B do before A leaves."""
    zh = "A角离岗前与B角交接" + ("，并由B角接受" if rule.accepted else "")
    en = "A hands over to B before leaving" + (", and B accepts" if rule.accepted else "")
    if rule.unasked:
        zh, en = f"{zh}，来不及的由B角主动顶岗", f"{en}; without it B acts unasked"
    return Words(zh, en)


def report_back(rule: ReportBack) -> Words:
    """To whom the one who acted reports."""
    to = _WHOM[rule.to]
    days = rule.within_days
    return Words(
        f"A角返岗{f'后{days}天内' if days else '时'}，代行的人向{to.zh}通报并交还工作",
        f"when A is back{f', within {days} days' if days else ''}, the one who acted reports to"
        f" {to.en} and hands back",
    )


def reachable(rule: Reachable) -> Words:
    """Who is to be reached."""
    who, always = _WHOM[rule.who], rule.hours == "always"
    return Words(
        f"A角不在岗期间，{who.zh}{'24小时' if always else '工作时间内'}保持通信畅通",
        f"while A is absent, {who.en} can be reached"
        f" {'at all hours' if always else 'in working hours'}",
    )


def authority(rule: Authority) -> Words:
    """How B decides."""
    zh, en = ["B角在代行范围内自行决定"], ["B decides freely within the acting"]
    if rule.except_instructed:
        zh.append("A角有交代的按交代办")
        en.append("save where A left instructions")
    if rule.agency_proposes:
        zh.append("由部门先提意见")
        en.append("the agency proposes first")
    if rule.major:
        zh.append(f"紧急重大事项{'，再'.join(_MAJOR[m].zh for m in rule.major)}")
        en.append(f"in urgent major matters B {', then '.join(_MAJOR[m].en for m in rule.major)}")
    return Words("，".join(zh), ", ".join(en))


def liability(rule: Liability) -> Words:
    """Who answers for what B does."""
    own = _WHOM[rule.otherwise]
    zh, en = [f"B角代行的后果由{own.zh}负责"], [f"{own.en} answers for what B does"]
    if rule.following:
        who = _WHOM[rule.following]
        zh.append(f"按A角意见办的由{who.zh}负责")
        en.append(f"{who.en} does where A's view was followed")
    if rule.unbriefed:
        who = _WHOM[rule.unbriefed]
        zh.append(f"没有交代清楚的由{who.zh}负责")
        en.append(f"{who.en} does where A had not briefed B")
    return Words("，".join(zh), ", ".join(en))


def re_pair(rule: RePair) -> Words:
    """What happens to the pairs when the division of labour changes."""
    days = rule.within_days
    zh = [f"分工调整后{f'{days}天内' if days else ''}重新安排AB角"]
    en = [f"the pairs are drawn up anew{f' within {days} days' if days else ''} when the"]
    en[0] += " division of labour changes"
    if rule.filed_with:
        zh.append(f"报{rule.filed_with}备案")
        en.append(f"filed with {rule.filed_with}")
    if rule.published:
        zh.append(f"{_OFTEN[rule.published].zh}公布")
        en.append(f"made public {_OFTEN[rule.published].en}")
    if rule.assessed:
        zh.append(f"{_OFTEN[rule.assessed].zh}考核")
        en.append(f"assessed {_OFTEN[rule.assessed].en}")
    return Words("，".join(zh), ", ".join(en))


def statutory_acting(rule: StatutoryActing) -> Words:
    """Who decides on acting in a vacant post."""
    posts = "、".join(rule.posts)
    return Words(
        f"{posts}空缺时，代理人选由{rule.by}依{rule.article}决定，AB角不能代理",
        f"while a post of {posts} is vacant, {rule.by} decides who acts ({rule.article}); an AB"
        " pair cannot",
    )


SENTENCES: dict[type[Rule], Says] = {
    **ACTING_SENTENCES,
    ActingScope: acting_scope,
    Tell: tell,
    HandOver: hand_over,
    ReportBack: report_back,
    Reachable: reachable,
    Authority: authority,
    Liability: liability,
    RePair: re_pair,
    StatutoryActing: statutory_acting,
}
"""What says a rule of each kind."""


def sentence(rule: AnyRule) -> Words:
    """Return what the rule says, as one sentence."""
    says = SENTENCES[type(rule)](rule)
    still_zh = f"。出处没有写明：{rule.open}" if rule.open else ""
    still_en = f". Its source does not settle: {rule.open}" if rule.open else ""
    return Words(f"{says.zh}{still_zh}", f"{says.en}{still_en}")


def _zh(keys: Iterable[str], words: dict[str, Words]) -> str:
    return "、".join(words[key].zh for key in keys)


def _en(keys: Iterable[str], words: dict[str, Words]) -> str:
    return " and ".join(words[key].en for key in keys)
