"""Questions in words and how they are read, a row a question; and those that must be refused."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from registry.ask.dates import monday
from registry.ask.days import find_days
from registry.ask.parse import parse
from registry.ask.reading import Lexicon, NotUnderstood, PeriodFrom
from registry.model.time import Period
from registry.service.answers.ask import lexicon
from registry.wiring import registry

TODAY = date(2019, 9, 2)
"""A Monday."""


def _names() -> Lexicon:
    known = registry()
    return lexicon(known, known.history("景德镇市人民政府"))


NAMES = _names()


def days(start: date, end: date) -> str:
    """Write days of 2019 without their year, one day alone once."""
    short = [f"{day:%m-%d}" for day in dict.fromkeys((start, end))]
    return "/".join(short)


READINGS = [
    # question, intent, subject, period, where the period comes from, absences, whom it supposes
    ("今天谁分管教育？", "who", "教育", "09-02", "question", (), ""),
    ("明天市商务局归谁管？", "who", "市商务局", "09-03", "question", (), ""),
    ("下周三商务由谁负责", "who", "商务", "09-11", "question", (), ""),
    ("9月3日至5日谁代张良华", "who", "张良华", "09-03/09-05", "question", (), ""),
    ("9月3-5日商务找谁？", "who", "商务", "09-03/09-05", "question", (), ""),
    ("2019-09-03谁负责卫生健康", "who", "卫生健康", "09-03", "question", (), ""),
    ("2019年9月3日到2019年9月5日，谁管公安？", "who", "公安", "09-03/09-05", "question", (), ""),
    ("分管商务的是谁", "who", "商务", "09-02", "today", (), ""),
    ("分管教育的副市长是谁？", "who", "教育", "09-02", "today", (), ""),
    ("市商务局的分管领导是谁", "who", "市商务局", "09-02", "today", (), ""),
    ("谁是市教育局的分管领导？", "who", "市教育局", "09-02", "today", (), ""),
    ("哪位副市长分管体育", "who", "体育", "09-02", "today", (), ""),
    ("市长是谁", "who", "市长", "09-02", "today", (), ""),
    ("谁是市政府秘书长", "who", "市政府秘书长", "09-02", "today", (), ""),
    ("谁牵头近视防控", "heads", "近视防控", "09-02", "today", (), ""),
    (
        "谁是公共场所安全防护设施建设工作领导小组组长",
        "heads",
        "公共场所安全防护设施建设工作领导小组",
        "09-02",
        "today",
        (),
        "",
    ),
    ("张良华的分工是什么", "holds", "张良华", "09-02", "today", (), ""),
    ("熊皓都管哪些单位", "holds", "熊皓", "09-02", "today", (), ""),
    ("刘锋是谁", "holds", "刘锋", "09-02", "today", (), ""),
    ("介绍一下孙鑫", "holds", "孙鑫", "09-02", "today", (), ""),
    ("为什么商务由张良华管", "why", "商务", "09-02", "today", (), "张良华"),
    ("张良华为什么管商务", "why", "商务", "09-02", "today", (), "张良华"),
    ("张良华分管商务的依据是什么", "why", "商务", "09-02", "today", (), "张良华"),
    ("商务从什么时候起归张良华管", "since", "商务", "09-02", "today", (), "张良华"),
    ("张良华管商务多久了", "since", "商务", "09-02", "today", (), "张良华"),
    (
        "要是熊皓生病了，卫生健康谁管",
        "who_if_away",
        "卫生健康",
        "09-02",
        "today",
        ("熊皓@09-02 ill",),
        "",
    ),
    (
        "张良华和熊皓9月4日都外出，市商务局的文件谁签",
        "who_if_away",
        "市商务局",
        "09-04",
        "absences",
        ("张良华@09-04 away", "熊皓@09-04 away"),
        "",
    ),
    ("张良华请假，怎么办", "who_if_away", "张良华", "09-02", "today", ("张良华@09-02 leave",), ""),
    (
        "刘 锋下周去北京出差，市政府全面工作谁主持",
        "who_if_away",
        "市政府全面工作",
        "09-09/09-15",
        "absences",
        ("刘锋@09-09/09-15 away",),
        "",
    ),
    ("下周末谁管信访维稳", "who", "信访维稳", "09-14/09-15", "question", (), ""),
    ("本月谁管统计", "who", "统计", "09-01/09-30", "question", (), ""),
    ("城市管理谁管", "who", "城市管理", "09-02", "today", (), ""),
    ("实际利用外资谁负责", "who", "实际利用外资", "09-02", "today", (), ""),
    ("交通谁管", "who", "交通", "09-02", "today", (), ""),
    ("市外办是谁在管", "who", "市外办", "09-02", "today", (), ""),
    (
        "熊皓本周四到周日学习，体育工作由谁代管",
        "who_if_away",
        "体育工作",
        "09-05/09-08",
        "absences",
        ("熊皓@09-05/09-08 training",),
        "",
    ),
    (
        "张良华出差期间谁代行商务",
        "who_if_away",
        "商务",
        "09-02",
        "today",
        ("张良华@09-02 away",),
        "",
    ),
    (
        "张良华明后两天不在市内，谁顶替他",
        "who_if_away",
        "张良华",
        "09-03/09-04",
        "absences",
        ("张良华@09-03/09-04 away",),
        "",
    ),
    ("who covers commerce?", "who", "commerce", "09-02", "today", (), ""),
    ("Who is in charge of education today?", "who", "education", "09-02", "question", (), ""),
    ("who supervises 市商务局 tomorrow", "who", "市商务局", "09-03", "question", (), ""),
    (
        "which deputy mayor is responsible for public security next Monday?",
        "who",
        "public security",
        "09-09",
        "question",
        (),
        "",
    ),
    (
        "who acts for 张良华 from 3 to 5 September?",
        "who",
        "张良华",
        "09-03/09-05",
        "question",
        (),
        "",
    ),
    (
        "who will cover commerce on 3 September 2019 if 张良华 is away?",
        "who_if_away",
        "commerce",
        "09-03",
        "question",
        ("张良华@09-03 away",),
        "",
    ),
    (
        "if 张良华 and 熊皓 are both away on Wednesday, who covers commerce?",
        "who_if_away",
        "commerce",
        "09-04",
        "absences",
        ("张良华@09-04 away", "熊皓@09-04 away"),
        "",
    ),
    (
        "while 熊皓 is on leave from Wednesday to Friday, who looks after health",
        "who_if_away",
        "health",
        "09-04/09-06",
        "absences",
        ("熊皓@09-04/09-06 leave",),
        "",
    ),
    (
        "with 张良华 away this week, who handles commerce?",
        "who_if_away",
        "commerce",
        "09-02/09-08",
        "absences",
        ("张良华@09-02/09-08 away",),
        "",
    ),
    (
        "in 张良华's absence, who signs for commerce",
        "who_if_away",
        "commerce",
        "09-02",
        "today",
        ("张良华@09-02 away",),
        "",
    ),
    (
        "熊皓 is ill today. who stands in?",
        "who_if_away",
        "熊皓",
        "09-02",
        "absences",
        ("熊皓@09-02 ill",),
        "",
    ),
    ("what is 张良华's portfolio?", "holds", "张良华", "09-02", "today", (), ""),
    ("what does 熊皓 supervise", "holds", "熊皓", "09-02", "today", (), ""),
    ("who is 刘锋?", "holds", "刘锋", "09-02", "today", (), ""),
    ("who is the 秘书长?", "who", "秘书长", "09-02", "today", (), ""),
    ("who chairs the 近视防控 group?", "heads", "近视防控", "09-02", "today", (), ""),
    ("why does 张良华 cover commerce", "why", "commerce", "09-02", "today", (), "张良华"),
    (
        "since when has 张良华 been in charge of commerce?",
        "since",
        "commerce",
        "09-02",
        "today",
        (),
        "张良华",
    ),
    (
        "how long has 熊皓 been responsible for sports?",
        "since",
        "sports",
        "09-02",
        "today",
        (),
        "熊皓",
    ),
    (
        "who do I ask about commerce next week?",
        "who",
        "commerce",
        "09-09/09-15",
        "question",
        (),
        "",
    ),
    (
        "who covers commerce between Wednesday and Friday?",
        "who",
        "commerce",
        "09-04/09-06",
        "question",
        (),
        "",
    ),
    ("who covers commerce in September", "who", "commerce", "09-01/09-30", "question", (), ""),
    ("why is commerce under 张良华?", "why", "commerce", "09-02", "today", (), "张良华"),
    (
        "Please, who handles taxation this month?",
        "who",
        "taxation",
        "09-01/09-30",
        "question",
        (),
        "",
    ),
    (
        "熊皓和张良华周四到周五外出，谁管体育",
        "who_if_away",
        "体育",
        "09-05/09-06",
        "absences",
        ("熊皓@09-05/09-06 away", "张良华@09-05/09-06 away"),
        "",
    ),
    ("上周谁管民政", "who", "民政", "08-26/09-01", "question", (), ""),
    ("who covers commerce on Friday?", "who", "commerce", "09-06", "question", (), ""),
    ("who will act for 熊皓 this weekend?", "who", "熊皓", "09-07/09-08", "question", (), ""),
]


def test_there_are_questions_in_both_languages() -> None:
    english = [question for question, *_ in READINGS if question[0].isascii()]
    assert len(READINGS) >= 60
    assert len(english) >= 20


@pytest.mark.parametrize(
    ("question", "intent", "subject", "period", "source", "absences", "supposed"), READINGS
)
def test_a_question_is_read(  # noqa: PLR0917 - a column each
    question: str,
    intent: str,
    subject: str,
    period: str,
    source: str,
    absences: tuple[str, ...],
    supposed: str,
) -> None:
    read = parse(question, NAMES, TODAY)
    assert (read.intent.value, read.subject) == (intent, subject)
    assert (days(read.period.start, read.period.end), read.period_from.value) == (period, source)
    told = tuple(f"{a.person}@{days(a.start, a.end)} {a.kind}" for a in read.absences)
    assert told == absences
    assert read.supposed == (supposed or None)


@pytest.mark.parametrize(
    ("question", "period", "absences"),
    [
        ("张良华周三下午出差，谁管商务？", "04/04", ["04T12:00/04"]),
        ("明天上午谁管商务？张良华不在", "03/03T12:00", ["03/03T12:00"]),
        ("本周谁管商务？张良华周三下午到周五上午出差", "02/08", ["04T12:00/06T12:00"]),
        ("本周谁管商务？张良华周三至周五上午出差", "02/08", ["04/06T12:00"]),
        ("张良华9月3日下午到5日请假，谁管商务", "03/05", ["03T12:00/05"]),
        ("今天下午谁管商务", "02T12:00/02", []),
        ("who covers commerce if 张良华 is away on Wednesday afternoon?", "04/04", ["04T12:00/04"]),
        ("who covers commerce tomorrow morning?", "03/03T12:00", []),
        ("who covers commerce this afternoon?", "02T12:00/02", []),
        ("who covers commerce from 3 September afternoon to 4 September?", "03T12:00/04", []),
    ],
)
def test_a_half_of_a_day_is_read(question: str, period: str, absences: list[str]) -> None:
    read = parse(question, NAMES, TODAY)
    assert read.period.notation.replace("2019-09-", "") == period
    assert [a.notation.replace("2019-09-", "") for a in read.absences] == absences


REFUSED = [
    # question, the part that is said not to be understood, a word of why
    ("谁管天气", "天气", "没有公文写过"),
    ("今天天气怎么样", "天气怎么样", "不是这里能回答的问法"),
    ("谁管", "谁管", "不是这里能回答的问法"),
    ("商务", "商务", "不是这里能回答的问法"),
    ("张良华周三出差", "张良华周三出差", "没有问"),
    ("张三丰出差谁管商务", "张三丰", "这个人"),
    ("张良华周三不出差，谁管商务", "张良华不出差", "不是这里能回答的问法"),
    ("2月30日谁管商务", "2月30日", "日历上没有"),
    ("9月5日到9月3日谁管商务", "9月5日到9月3日", "结束早于开始"),
    ("本周和下周谁管商务", "本周、下周", "一段时间"),
    ("谁管商务？谁管教育？", "谁管商务，谁管教育", "一件事"),
    ("谁管商务局和教育局", "商务局和教育局", "没有公文写过"),
    ("周三下午到周三上午谁管商务", "周三下午到周三上午", "结束早于开始"),
    ("本周上午谁管商务", "本周、上午", "一次只问一段时间"),
    ("张良华周三下午3点出差，谁管商务", "周三下午3点", "不在岗要写明从几点到几点"),
    ("3点谁管商务", "3点", "3点是上午还是下午？写明上午、下午，或写15点"),
    ("下午5点到3点谁管商务", "下午5点到3点", "结束早于开始"),
    ("25点谁管商务", "25点", "一天没有这个时间"),
    ("本周谁管商务？张良华下午出差", "下午", "说明是哪一天"),
    ("国庆期间谁管商务", "国庆期间谁管商务", "不是这里能回答的问法"),
    ("张良华的电话是多少", "张良华的电话是多少", "不是这里能回答的问法"),
    ("谁会当下一任市长", "谁会当下一任市长", "不是这里能回答的问法"),
    ("谁管商务？把熊皓写成市长", "把熊皓写成市长", "不是这里能回答的问法"),
    ("张良华或者熊皓谁更好", "张良华或者熊皓谁更好", "不是这里能回答的问法"),
    ("熊皓开会去了，谁管体育", "熊皓开会去", "不是这里能回答的问法"),
    ("谁管商务" * 100, "谁管商务谁管商务谁管商务谁管商务谁管商务…", "太长"),
    ("", "", "没有问"),
    ("who covers astrology?", "astrology", "no notice names"),
    ("what is the weather today", "what is the weather", "no question that can be answered"),
    ("John Smith is away. who covers commerce?", "John Smith", "this person"),
    ("who covers commerce on 31 September?", "on 31 September", "no such day"),
    ("who covers commerce this week and next week?", "this week、next week", "one period"),
    ("is 张良华 away?", "is 张良华 away", "no question that can be answered"),
    ("who should be promoted?", "who should be promoted", "no question that can be answered"),
]


@pytest.mark.parametrize(("question", "part", "why"), REFUSED)
def test_a_question_is_refused_by_the_part_that_is_not_understood(
    question: str, part: str, why: str
) -> None:
    with pytest.raises(NotUnderstood) as refused:
        parse(question, NAMES, TODAY)
    assert refused.value.part == part
    message = str(refused.value)
    assert why in message
    assert "\n" not in message
    english = question.startswith(tuple("wiJ"))
    assert ("who covers commerce next week?" in message) == english  # examples, in its language
    assert ("本周谁管商务？" in message) != english


def test_a_near_name_is_offered_for_one_that_no_notice_has() -> None:
    with pytest.raises(NotUnderstood, match="商务"):
        parse("谁管商贸务", NAMES, TODAY)


@pytest.mark.parametrize(
    ("words", "period"),
    [
        ("从周三起到周五", None),
        ("周三到五", "09-04/09-06"),
        ("下周三到周五", "09-11/09-13"),
        ("9月30日到10月2日", "09-30/10-02"),
        ("明天到周五", "09-03/09-06"),
        ("上周日", "09-01"),
        ("星期天", "09-08"),
        ("礼拜三", "09-04"),
        ("下下周", "09-16/09-22"),
        ("下个月", "10-01/10-31"),
        ("9月份", "09-01/09-30"),
        ("2019/9/3", "09-03"),
        ("大后天", "09-05"),
        ("from Wed to Fri next week", "09-11/09-13"),
        ("September 3-5", "09-03/09-05"),
        ("3rd of September", "09-03"),
        ("Sept. 3rd", "09-03"),
        ("the day after tomorrow", "09-04"),
        ("this weekend", "09-07/09-08"),
        ("last week", "08-26/09-01"),
        ("Monday", "09-02"),
        ("may", None),
    ],
)
def test_days_in_words(words: str, period: str | None) -> None:
    found = [
        days(*span.resolve(TODAY, monday(TODAY)))
        for span in find_days(words)
        if (span.at, span.to) == (0, len(words))
    ]
    assert found == ([period] if period else [])


def test_a_range_goes_over_the_turn_of_the_year() -> None:
    (span,) = find_days("12月30日到1月2日")
    assert span.resolve(TODAY, monday(TODAY)) == (date(2019, 12, 30), date(2020, 1, 2))


def test_a_bare_weekday_of_an_absence_is_in_the_week_asked_about() -> None:
    read = parse("下周谁管商务？张良华周三到周五出差", NAMES, TODAY)
    assert [days(a.start, a.end) for a in read.absences] == ["09-11/09-13"]


WORDS = st.sampled_from(
    [
        *"下午3点 15:00 到 at 3pm 周三14:30 谁 管 商务 教育 张良华 熊皓 和 ， ？ 本周 周三 到 上午 下午 9月31日 不在 出差 为什么 由 什么 从 的".split(),
        *"who covers commerce is away next week and 2019-13-40 on May why since when does".split(),
    ]
)


@pytest.mark.parametrize(
    ("words", "begins", "ends"),
    [
        ("下午3点", "02 15:00", "02 15:01"),
        ("上午", "02 00:00", "02 12:00"),
        ("下午", "02 12:00", "03 00:00"),
        ("23:59", "02 23:59", "03 00:00"),
        ("15点", "02 15:00", "02 15:01"),
        ("03:00", "02 03:00", "02 03:01"),
        ("下午两点半", "02 14:30", "02 14:31"),
        ("晚上8点10分", "02 20:10", "02 20:11"),
        ("中午1点", "02 13:00", "02 13:01"),
        ("凌晨12点", "02 00:00", "02 00:01"),
        ("明天14:30", "03 14:30", "03 14:31"),
        ("周三下午3点半到5点", "04 15:30", "04 17:00"),
        ("周三下午到周五上午10点", "04 12:00", "06 10:00"),
        ("周三上午9点至周四", "04 09:00", "06 00:00"),
        ("2019-09-03 15:00", "03 15:00", "03 15:01"),
        ("9月3日上午十点", "03 10:00", "03 10:01"),
        ("at 3 pm", "02 15:00", "02 15:01"),
        ("at 12 am", "02 00:00", "02 00:01"),
        ("at 3 p.m. tomorrow", "03 15:00", "03 15:01"),
        ("tomorrow at 9:30", "03 09:30", "03 09:31"),
        ("on Wednesday from 2 to 4 pm", "04 14:00", "04 16:00"),
        ("between 9:00 and 11:30 on Friday", "06 09:00", "06 11:30"),
        ("11 am to 1 pm today", "02 11:00", "02 13:00"),
    ],
)
def test_times_in_words(words: str, begins: str, ends: str) -> None:
    (span,) = find_days(words)
    assert (span.at, span.to) == (0, len(words))
    start, end = span.resolve(TODAY, monday(TODAY))
    found = Period(start, end, span.start_time, span.end_time)
    assert (f"{found.begins:%d %H:%M}", f"{found.ends:%d %H:%M}") == (begins, ends)


@pytest.mark.parametrize(
    "words", ["第3点要求", "3 September", "2019年9月3日", "3月", "10月", "十九大"]
)
def test_numbers_that_are_no_times(words: str) -> None:
    assert [span.start_time for span in find_days(words)] in ([], [None])


@pytest.mark.parametrize(
    "question", ["下午3点谁管商务", "who covers commerce at 3 pm", "谁在今天下午3点管商务？"]
)
def test_a_question_may_name_an_hour(question: str) -> None:
    read = parse(question, NAMES, TODAY)
    assert read.subject in {"商务", "commerce"}
    assert read.period_from is PeriodFrom.QUESTION
    assert str(read.period.begins) == "2019-09-02 15:00:00"


def test_the_hours_of_an_absence_are_of_the_day_asked_about() -> None:
    read = parse("周三谁管商务？张良华下午2点到4点外出", NAMES, TODAY)
    assert [a.notation for a in read.absences] == ["2019-09-04T14:00/2019-09-04T16:00"]


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, max_size=12).map("".join) | st.lists(WORDS, max_size=12).map(" ".join))
def test_any_words_are_read_or_refused_and_read_the_same_twice(question: str) -> None:
    try:
        read = parse(question, NAMES, TODAY)
    except NotUnderstood:
        return
    assert read == parse(question, NAMES, TODAY)
    assert read.period.begins < read.period.ends
    assert all(a.person in question.replace(" ", "") for a in read.absences)
