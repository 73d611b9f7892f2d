"""Made-up notices in the wordings that offices use, each with what it states."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from hypothesis import strategies as st

from tests.notices.score import Row, pad
from tests.parsing.pages import spaced
from tests.parsing.words import agencies, areas, own_titles, people, posts

_WHY = (
    "根据工作需要，经研究，现将有关事项通知如下，请认真贯彻执行，并做好衔接，确保各项工作平稳有序推进：",
    "为进一步理顺关系，明确责任，提高效率，经集体研究，并报上级同意，现将有关安排通知如下，请遵照执行：",
)


@dataclass
class Notice:
    """A notice's paragraphs and the rows that it states."""

    paragraphs: list[str]
    rows: set[Row] = field(default_factory=set)

    def state(self, kind: str, *values: str) -> None:
        """Add a row."""
        self.rows.add(pad((kind, *values)))


def _opening(draw: st.DrawFn, title: str) -> tuple[Notice, str]:
    """Begin a notice of some government; return it and the government's level."""
    place, level = draw(
        st.sampled_from([("青溪市", "市"), ("松沅县", "县"), ("丹渚区", "区"), ("云岭省", "省")])
    )
    year = draw(st.integers(2005, 2025))
    number = draw(st.integers(1, 200))
    return Notice(
        [
            f"{place}人民政府关于{title.format(level=level)}的通知",
            f"{place[0]}府发〔{year}〕{number}号",
            "各有关单位：",
            draw(st.sampled_from(_WHY)),
        ]
    ), level


def _closing(draw: st.DrawFn, notice: Notice) -> Notice:
    if draw(st.booleans()):
        notice.paragraphs.append("特此通知。")
    notice.paragraphs.append(notice.paragraphs[0].partition("关于")[0])
    notice.paragraphs.append(
        f"{draw(st.integers(2005, 2025))}年{draw(st.integers(1, 12))}月{draw(st.integers(1, 28))}日"
    )
    return notice


def _some(draw: st.DrawFn, words: st.SearchStrategy[str], most: int = 4) -> list[str]:
    return list(draw(st.lists(words, min_size=1, max_size=most, unique=True)))


def _duties(draw: st.DrawFn, notice: Notice, person: str, level: str) -> str:
    """Draw a leader's duties, one sentence or several."""
    said: list[str] = []
    fields = _some(draw, areas)
    verb = draw(st.sampled_from(["负责", "协助县长负责" if level == "县" else "协助负责"]))
    tail = draw(st.sampled_from(["等方面工作", "工作", "等工作", "方面的工作"]))
    said.append(f"{verb}{'、'.join(fields)}{tail}")
    for area in fields:
        notice.state("responsible" if verb == "负责" else "assists", person, area)
    used: set[str] = set()
    for kind, verbs in (
        ("supervises", ("分管", "主管")),
        ("also_supervises", ("兼管", "代管")),
        ("liaises", ("联系", "对口联系")),
    ):
        if draw(st.booleans()):
            orgs = [org for org in _some(draw, agencies(level)) if org not in used]
            used.update(orgs)
            if orgs:
                said.append(draw(st.sampled_from(verbs)) + "、".join(orgs))
            for org in orgs:
                notice.state(kind, person, org)
    return draw(st.sampled_from(["。", "，", "；"])).join(said) + "。"


def _heading(draw: st.DrawFn, person: str, titles: Sequence[str]) -> tuple[str, bool]:
    """Draw a leader's heading; return it, and whether the duties follow in its paragraph."""
    joined = "、".join(titles)
    name = draw(spaced(person))
    return draw(
        st.sampled_from(
            [
                (f"{name}（{joined}）：", True),
                (f"{name}：{joined}。", False),
                (f"{name}　{joined}", False),
                (f"{joined}{person}：", True),
                (f"{joined}{person}同志", True),
                (f"{name}同志（{joined}）", True),
                (f"{joined}　{name}", False),
            ]
        )
    )


@st.composite
def divisions(draw: st.DrawFn) -> Notice:
    """A division of labour: leader by leader, with or without titles."""
    notice, level = _opening(draw, "{level}政府领导工作分工")
    style = draw(st.sampled_from(["titles", "colon", "同志"]))
    for person in draw(people(2, 5)):
        if style == "titles":
            titles = draw(own_titles(level))
            for title in titles:
                notice.state("post", person, title)
            heading, same = _heading(draw, person, titles)
        elif style == "colon":
            heading, same = f"{draw(spaced(person))}：", True
        else:
            heading, same = f"{person}同志", True
        duties = _duties(draw, notice, person, level)
        notice.paragraphs.extend([heading + duties] if same else [heading, duties])
    return _closing(draw, notice)


@st.composite
def pairs(draw: st.DrawFn) -> Notice:
    """An AB system: who backs whom up, in one of the wordings."""
    notice, _ = _opening(draw, "建立{level}政府领导AB角工作制度")
    listed = draw(people(2, 8))
    couples = list(zip(listed[::2], listed[1::2], strict=False))
    form, kind = draw(
        st.sampled_from(
            [
                ("{a}、{b}互为AB角。", "ab_pair"),
                ("{a}与{b}互为A、B角。", "ab_pair"),
                ("{a}同志和{b}同志互为AB角。", "ab_pair"),
                ("A角：{a}　B角：{b}", "backup"),
                ("A角：{a}，B角：{b}。", "backup"),
                ("{a}的B角为{b}。", "backup"),
                ("{a}同志为A角，{b}同志为B角。", "backup"),
            ]
        )
    )
    for a, b in couples:
        notice.paragraphs.append(form.format(a=a, b=b))
        notice.state(kind, a, b)
    return _closing(draw, notice)


_APPOINTMENTS = [
    ("任命{who}为{post}。", "appointed"),
    ("{who}同志任{post}。", "appointed"),
    ("{who}任{post}。", "appointed"),
    ("{who}同志任{post}（试用期一年）。", "appointed"),
    ("聘任{who}为{post}。", "appointed"),
    ("{who}同志兼任{post}。", "concurrently_appointed"),
    ("免去{who}的{post}职务。", "removed"),
    ("免去{who}同志{post}职务。", "removed"),
    ("{who}同志不再担任{post}职务。", "removed"),
]


@st.composite
def appointments(draw: st.DrawFn) -> Notice:
    """Appointments and removals, one paragraph each, some of several people."""
    notice, level = _opening(draw, "人事任免")
    notice.paragraphs.append("经研究决定：")
    listed = draw(people(2, 8))
    while listed:
        count = draw(st.integers(1, min(3, len(listed))))
        who, listed = listed[:count], listed[count:]
        form, kind = draw(st.sampled_from(_APPOINTMENTS))
        # Of several posts that several people take or leave, nobody says who has which.
        given = _some(draw, posts(level), most=2 if count == 1 else 1)
        notice.paragraphs.append(form.format(who="、".join(who), post="、".join(given)))
        for person in who:
            for post in given:
                notice.state(kind, person, post)
    return _closing(draw, notice)


@st.composite
def groups(draw: st.DrawFn) -> Notice:
    """A leading group: seats in columns, in brackets or in a sentence."""
    notice, level = _opening(draw, "成立青石安全生产领导小组")
    group = "青石安全生产领导小组"
    notice.paragraphs.append(f"为加强组织领导，决定成立{group}，组成人员如下：")
    head, *rest = draw(people(3, 7))
    cut = draw(st.integers(1, len(rest) - 1))
    seats = [("组长", [head]), ("副组长", rest[:cut]), ("成员", rest[cut:])]
    style = draw(st.sampled_from(["columns", "brackets", "sentence"]))
    said: list[str] = []
    for role, seated in seats:
        titles = [draw(posts(level)) for _ in seated]
        for person, title in zip(seated, titles, strict=True):
            notice.state("member", group, person, role, "" if style == "sentence" else title)
        if style == "columns":
            rows = [f"{p}　{t}" for p, t in zip(seated, titles, strict=True)]
            notice.paragraphs.extend([f"{role}：{rows[0]}", *rows[1:]])
        elif style == "brackets":
            listed = "、".join(f"{p}（{t}）" for p, t in zip(seated, titles, strict=True))
            notice.paragraphs.append(f"{role}：{listed}。")
        else:
            said.append(f"{'、'.join(seated)}{'为' if role == '成员' else '任'}{role}")
    if style == "sentence":
        notice.paragraphs.append(f"领导小组由{'，'.join(said)}。")
    return _closing(draw, notice)
