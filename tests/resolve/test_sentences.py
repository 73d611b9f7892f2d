"""What each kind of rule says as a sentence, in Chinese and in English, with and without its keys."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from registry.resolve.kinds.sentences import SENTENCES, sentence
from registry.tables import rule_kinds as k
from registry.tables.rule_words import TRIGGERS

PORTFOLIO = ("supervises", "responsible", "also_supervises", "also_responsible", "liaises")
AWAY: dict[str, Any] = {"triggers": ("away",), "passes": PORTFOLIO}
SOME: dict[str, Any] = {"triggers": ("away", "ill"), "passes": ("supervises", "heads", "post")}

SAID: list[tuple[type[k.Rule], dict[str, Any], str, str]] = [
    (
        k.BackupActs,
        AWAY,
        "A角不在当地的，由B角代行分工范围内的工作",
        "while A is away, B acts in A's whole portfolio",
    ),
    (
        k.BackupActs,
        {**SOME, "coordinator": "秘书长"},
        "A角不在当地、因病的，由B角代行分管的工作、议事协调机构的牵头职务、职务本身，秘书长协调",
        (
            "while A is away or ill, B acts in what A supervises, seats as head of leading groups,"
            " the post itself, coordinated by the 秘书长"
        ),
    ),
    (
        k.BackupActs,
        {"triggers": TRIGGERS, "passes": (*PORTFOLIO, "post")},
        "A角不在岗的，由B角代行分工范围内的工作、职务本身",
        "while A is absent, B acts in A's whole portfolio, the post itself",
    ),
    (
        k.PairDirection,
        {"direction": "mutual"},
        "AB角是相互的：各为本人工作的A角、对方工作的B角",
        "pairs are mutual: each is A for his own work and B for the other's",
    ),
    (
        k.PairDirection,
        {"direction": "one_way"},
        "AB角是单向的：B角不在时，A角不因此代他",
        "pairs go one way: while B is absent, A does not act for him",
    ),
    (
        k.BackupOrder,
        {"then": "next_listed"},
        "有几名B角或另有C角的，按通知所列次序，由在岗的第一人代行",
        "of several backups, or B and C, the first who is there acts, in the notice's order",
    ),
    (
        k.BackupOrder,
        {"then": "backups_backup"},
        "B角也不在的，由B角的B角代行，依次类推",
        "while B is absent too, B's own backup acts, and so on",
    ),
    (
        k.CoordinatorAssigns,
        {**AWAY, "coordinator": "秘书长"},
        "A角、B角都不在当地的，由秘书长协调其他领导代行分工范围内的工作",
        "while A and B are both away, the 秘书长 has another leader act in A's whole portfolio",
    ),
    (
        k.CoordinatorAssigns,
        {**AWAY, "coordinator": "秘书长", "candidates": "coordinator_too"},
        "A角、B角都不在当地的，由秘书长协调其他领导或者本人代行分工范围内的工作",
        (
            "while A and B are both away, the 秘书长 has another leader, or himself, act in A's whole"
            " portfolio"
        ),
    ),
    (
        k.CoordinatorBackup,
        {"coordinator": "秘书长", "by_post": "副秘书长"},
        "秘书长不在岗的，由副秘书长协调",
        "while the 秘书长 is absent, the 副秘书长 coordinates",
    ),
    (
        k.CoordinatorBackup,
        {"coordinator": "秘书长", "by_post": "副秘书长", "when": "always"},
        "除秘书长外，副秘书长也可以协调",
        "the 副秘书长 may coordinate as well as the 秘书长",
    ),
    (
        k.StandIn,
        {**AWAY, "for_post": "市长", "by_post": "常务副市长"},
        "市长不在当地的，由常务副市长代行分工范围内的工作",
        "while the 市长 is away, the 常务副市长 acts in A's whole portfolio",
    ),
    (
        k.PortfolioSplit,
        {
            "triggers": ("away",),
            "for_post": "市长",
            "shares": (k.Share(("审计", "人事"), "副市长"), k.Share(("税务",), "秘书长")),
        },
        "市长不在当地的，审计、人事由副市长代管；税务由秘书长代管；其余由另一B角代管",
        (
            "while the 市长 is away, the 副市长 takes 审计, 人事; the 秘书长 takes 税务;"
            " the other backup takes the rest"
        ),
    ),
    (
        k.PortfolioSplit,
        {
            "triggers": ("away",),
            "for_post": "市长",
            "shares": (k.Share(("审计",), "副市长"),),
            "rest": "open",
        },
        "市长不在当地的，审计由副市长代管；其余没有写明由谁代管",
        "while the 市长 is away, the 副市长 takes 审计; who takes the rest is open",
    ),
    (
        k.BothAway,
        {"stance": "forbidden"},
        "A角、B角不得同时不在岗",
        "A and B may not be absent at the same time",
    ),
    (
        k.BothAway,
        {"stance": "allowed"},
        "A角、B角可以同时不在岗",
        "A and B may be absent at the same time",
    ),
    (
        k.BothAway,
        {"stance": "in_principle"},
        "A角、B角原则上不同时不在岗",
        "A and B are in principle not absent at the same time",
    ),
    (
        k.BothAway,
        {"stance": "in_principle", "approved_by": ("市长", "秘书长")},
        "A角、B角原则上不同时不在岗，确需同时外出的须经市长、秘书长批准",
        "A and B are in principle not absent at the same time, unless the 市长、秘书长 approves",
    ),
    (
        k.ActingScope,
        {"reach": "all", "not_for": ("涉密公文", "会计")},
        "B角代行A角的全部工作，涉密公文、会计除外",
        "B acts in all of A's work, save 涉密公文、会计",
    ),
    (k.ActingScope, {"reach": "urgent"}, "B角只代行紧急事项", "B acts in urgent matters only"),
    (
        k.ActingScope,
        {"reach": "activities", "activities": ("会议", "签批")},
        "B角只代行：会议、签批",
        "B acts only in: 会议, 签批",
    ),
    (
        k.MattersExcluded,
        {"matters": ("公安", "国家安全")},
        "公安、国家安全不由B角代行",
        "公安、国家安全 does not pass to B",
    ),
    (
        k.MattersExcluded,
        {"matters": ("公安",), "goes_to": "市长"},
        "公安不由B角代行，转由市长办理",
        "公安 does not pass to B and goes to the 市长",
    ),
    (
        k.OutsideScheme,
        {"posts": ("市长",), "agencies": ("市审计局",)},
        "市长、市审计局不在AB角安排之内",
        "市长、市审计局: outside the AB scheme",
    ),
    (
        k.ActingLimit,
        {"max_days": 30},
        "B角代行一次至多30天",
        "B acts for at most 30 calendar days at a time",
    ),
    (
        k.ActingLimit,
        {"max_days": 30, "then_by": "市长"},
        "B角代行一次至多30天，此后由市长决定",
        "B acts for at most 30 calendar days at a time; then the 市长 decides",
    ),
    (
        k.Tell,
        {"whom": ("backup", "office")},
        "A角事先告知B角、办公室",
        "A tells B and the office beforehand",
    ),
    (
        k.Tell,
        {"whom": ("head",), "days_ahead": 2},
        "A角提前2天告知主要领导",
        "A tells the head of the government 2 days ahead",
    ),
    (k.HandOver, {}, "A角离岗前与B角交接", "A hands over to B before leaving"),
    (
        k.HandOver,
        {"accepted": True, "unasked": True},
        "A角离岗前与B角交接，并由B角接受，来不及的由B角主动顶岗",
        "A hands over to B before leaving, and B accepts; without it B acts unasked",
    ),
    (
        k.ReportBack,
        {},
        "A角返岗时，代行的人向A角通报并交还工作",
        "when A is back, the one who acted reports to A and hands back",
    ),
    (
        k.ReportBack,
        {"to": "coordinator", "within_days": 3},
        "A角返岗后3天内，代行的人向协调人通报并交还工作",
        (
            "when A is back, within 3 days, the one who acted reports to the coordinator and hands"
            " back"
        ),
    ),
    (
        k.Reachable,
        {"who": "both"},
        "A角不在岗期间，A角和B角24小时保持通信畅通",
        "while A is absent, A and B can be reached at all hours",
    ),
    (
        k.Reachable,
        {"who": "backup", "hours": "working_hours"},
        "A角不在岗期间，B角工作时间内保持通信畅通",
        "while A is absent, B can be reached in working hours",
    ),
    (k.Authority, {}, "B角在代行范围内自行决定", "B decides freely within the acting"),
    (
        k.Authority,
        {"except_instructed": True, "agency_proposes": True, "major": ("consult_holder", "head")},
        (
            "B角在代行范围内自行决定，A角有交代的按交代办，由部门先提意见，"
            "紧急重大事项先征求A角意见，再报主要领导"
        ),
        (
            "B decides freely within the acting, save where A left instructions, the agency proposes"
            " first, in urgent major matters B consults A first, then asks the head of the government"
        ),
    ),
    (k.Liability, {}, "B角代行的后果由B角负责", "B answers for what B does"),
    (
        k.Liability,
        {"otherwise": "backup", "following": "holder", "unbriefed": "holder"},
        "B角代行的后果由B角负责，按A角意见办的由A角负责，没有交代清楚的由A角负责",
        (
            "B answers for what B does, A does where A's view was followed, A does where A had not"
            " briefed B"
        ),
    ),
    (
        k.RePair,
        {},
        "分工调整后重新安排AB角",
        "the pairs are drawn up anew when the division of labour changes",
    ),
    (
        k.RePair,
        {
            "within_days": 10,
            "filed_with": "市政府办公室",
            "published": "yearly",
            "assessed": "half_yearly",
        },
        "分工调整后10天内重新安排AB角，报市政府办公室备案，每年公布，每半年考核",
        (
            "the pairs are drawn up anew within 10 days when the division of labour changes, filed"
            " with 市政府办公室, made public yearly, assessed half-yearly"
        ),
    ),
    (
        k.StatutoryActing,
        {"posts": ("市长", "县长"), "by": "人大常委会", "article": "第五十条"},
        "市长、县长空缺时，代理人选由人大常委会依第五十条决定，AB角不能代理",
        (
            "while a post of 市长、县长 is vacant, 人大常委会 decides who acts (第五十条);"
            " an AB pair cannot"
        ),
    ),
]


def made(kind: type[k.Rule], **keys: Any) -> Any:
    return kind(id="r", start=date(2020, 1, 1), source=k.Source("d", 2020, "c"), **keys)


@pytest.mark.parametrize(("kind", "keys", "zh", "en"), SAID)
def test_a_rule_is_said_in_both_languages(
    kind: type[k.Rule], keys: dict[str, Any], zh: str, en: str
) -> None:
    said = sentence(made(kind, **keys))
    assert (said.zh, said.en) == (zh, en)


def test_what_the_source_leaves_open_is_said_after_it() -> None:
    said = sentence(made(k.HandOver, open="由谁见证"))
    assert said.zh == "A角离岗前与B角交接。出处没有写明：由谁见证"
    assert said.en == "A hands over to B before leaving. Its source does not settle: 由谁见证"


def test_every_kind_is_said_here() -> None:
    assert {kind for kind, *_ in SAID} == set(k.KINDS) == set(SENTENCES)
