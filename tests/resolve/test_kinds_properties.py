"""What holds under any rules, whoever is paired with whom, in rings too."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, NamedTuple, cast

import msgspec
import networkx as nx
from hypothesis import given, settings
from hypothesis import strategies as st

from registry.graph.history import History
from registry.model.answers import Answer
from registry.model.records import Absence, Approval, Decision, HandoverStep
from registry.resolve.answer import answer
from registry.service.question import absence_over
from registry.tables import rule_kinds as k
from registry.tables.rule_words import TRIGGERS
from registry.tables.rules import AnyRule, Rulebook, Source
from tests.graph.city import CITY, DIVISION, LEADERS, division
from tests.resolve.halves import at, moments, parts

FIRST = date(2020, 4, 1)
DAYS = 12
PEOPLE = tuple(LEADERS)
HOLDERS = {"市长": "江一", "秘书长": "洋五"}
SUBJECTS = ("商务", "市审计局", "保密", "教育", "江一", "河二", "市长", "农业", "市政府日常工作")
ALL = ("supervises", "responsible", "also_supervises", "also_responsible", "liaises", "post")

people = st.sampled_from(PEOPLE)
posts = st.sampled_from((*HOLDERS, "副市长", "局长"))
matters = st.lists(st.sampled_from(("商务", "审计", "保密", "教育")), min_size=1, max_size=2)
pairs = st.lists(st.tuples(people, people), max_size=5).map(tuple)
triggers = st.sets(st.sampled_from(TRIGGERS[:3]), min_size=1).map(tuple)


@st.composite
def spans(draw: st.DrawFn) -> tuple[date, date]:
    one, other = draw(st.integers(0, DAYS)), draw(st.integers(0, DAYS))
    return FIRST + timedelta(days=min(one, other)), FIRST + timedelta(days=max(one, other))


def _rule(kind: type[k.Rule], **keys: st.SearchStrategy[Any]) -> st.SearchStrategy[AnyRule]:
    source = Source(DIVISION, date(2020, 3, 1), "第三条")
    common: dict[str, Any] = {"id": "r", "start": date(2020, 3, 1), "source": source}
    return st.fixed_dictionaries(keys).map(lambda found: cast("AnyRule", kind(**common, **found)))


def _named(*words: str) -> st.SearchStrategy[Any]:
    return st.sampled_from(words)


ACTING: dict[str, st.SearchStrategy[Any]] = {"triggers": triggers, "passes": st.just(ALL)}
SHARES = st.lists(st.builds(k.Share, matters.map(tuple), posts), min_size=1, max_size=2).map(tuple)
RULES = st.one_of(
    _rule(k.BackupActs, **ACTING, coordinator=st.none() | posts),
    _rule(k.PairDirection, direction=_named("mutual", "one_way")),
    _rule(k.BackupOrder, then=_named("next_listed", "backups_backup")),
    _rule(
        k.CoordinatorAssigns,
        **ACTING,
        coordinator=posts,
        candidates=_named("other_leaders", "coordinator_too"),
    ),
    _rule(k.CoordinatorBackup, coordinator=posts, by_post=posts, when=_named("absent", "always")),
    _rule(k.StandIn, **ACTING, for_post=posts, by_post=posts),
    _rule(
        k.PortfolioSplit,
        triggers=triggers,
        for_post=posts,
        shares=SHARES,
        rest=_named("backup", "open"),
    ),
    _rule(
        k.BothAway,
        stance=_named("forbidden", "in_principle", "allowed"),
        approved_by=st.sampled_from(((), ("市长",))),
    ),
    _rule(k.ActingScope, reach=_named("all", "urgent")),
    _rule(k.MattersExcluded, matters=matters.map(tuple), goes_to=st.none() | posts),
    _rule(k.OutsideScheme, posts=st.lists(posts, max_size=1).map(tuple)),
    _rule(k.ActingLimit, max_days=st.integers(1, 5), then_by=st.none() | posts),
    _rule(k.Tell, whom=st.just(("backup",)), days_ahead=st.integers(0, 2)),
    _rule(k.HandOver, accepted=st.booleans()),
    _rule(k.RePair),
    _rule(k.ReportBack),
    _rule(k.Reachable, who=_named("holder", "both")),
    _rule(k.Authority),
    _rule(k.Liability),
    _rule(k.StatutoryActing, posts=st.just(("市长",)), by=st.just("人大"), article=st.just("甲")),
)


@st.composite
def absences(draw: st.DrawFn) -> Absence:
    start, end = draw(spans())
    kind = draw(st.sampled_from(TRIGGERS[:3]))
    return absence_over(draw(people), draw(parts(start, end)), kind)


@st.composite
def decisions(draw: st.DrawFn) -> Decision:
    start, end = draw(spans())
    by, holder, assignee = draw(st.tuples(people, people, people))
    return Decision(
        coordinator=by,
        holder=holder,
        assignee=assignee,
        start=start,
        end=end,
        because="x",
        subject=draw(st.none() | st.sampled_from(SUBJECTS)),
    )


@st.composite
def steps(draw: st.DrawFn) -> HandoverStep:
    start, end = draw(spans())
    name: Any = draw(st.sampled_from(("told_backup", "handed_over", "accepted")))
    return HandoverStep(holder=draw(people), step=name, on=start, start=start, end=end)


@st.composite
def approvals(draw: st.DrawFn) -> Approval:
    start, end = draw(spans())
    by, person = draw(st.tuples(people, people))
    return Approval(by=by, person=person, start=start, end=end, because="x")


class Case(NamedTuple):
    """Pairs, rules, a question, who is away, and what was recorded."""

    ab: tuple[tuple[str, str], ...]
    one_way: tuple[tuple[str, str], ...]
    rules: list[AnyRule]
    subject: str
    away: list[Absence]
    decided: list[Decision]
    handed: list[HandoverStep]
    approved: list[Approval]


cases = st.builds(
    Case,
    ab=pairs,
    one_way=pairs,
    rules=st.lists(RULES, max_size=8),
    subject=st.sampled_from(SUBJECTS),
    away=st.lists(absences(), min_size=1, max_size=6),
    decided=st.lists(decisions(), max_size=3),
    handed=st.lists(steps(), max_size=3),
    approved=st.lists(approvals(), max_size=2),
)


def ask(case: Case, extra: tuple[Absence, ...] = ()) -> Answer:
    return answer(
        History(division(pairs=case.ab, backups=case.one_way), CITY),
        Rulebook(government=CITY, rules=tuple(case.rules), file="cn.toml"),
        case.subject,
        FIRST,
        FIRST + timedelta(days=DAYS),
        absences=(*case.away, *extra),
        decisions=case.decided,
        handovers=case.handed,
        approvals=case.approved,
    )


@settings(max_examples=200, deadline=None)
@given(cases)
def test_any_rules_are_answered_without_naming_one_who_is_absent(case: Case) -> None:
    for segment in ask(case).segments:
        named = {*segment.acting, *(c.acting for c in segment.covers)}
        named |= {name for c in segment.covers for name in c.candidates}
        for absence in case.away:
            if absence.within(segment) is not None:
                assert absence.person not in named


@settings(max_examples=200, deadline=None)
@given(cases)
def test_who_acts_is_named_by_a_clause_a_rule_or_a_decision(case: Case) -> None:
    graph: nx.Graph[str] = nx.Graph([*case.ab, *case.one_way])
    by_rule = {
        HOLDERS.get(post, "")
        for rule in case.rules
        for post in (
            getattr(rule, "by_post", None),
            getattr(rule, "goes_to", None),
            *(share.by_post for share in getattr(rule, "shares", ())),
        )
        if post
    }
    for segment in ask(case).segments:
        for cover in segment.covers:
            if cover.acting in (None, cover.holder):
                continue
            linked = cover.holder in graph and cover.acting in nx.node_connected_component(
                graph, cover.holder
            )
            decided = any(
                (d.holder, d.assignee) == (cover.holder, cover.acting) for d in case.decided
            )
            assert linked or decided or cover.acting in by_rule
            assert cover.reasons


@settings(max_examples=200, deadline=None)
@given(cases, absences())
def test_an_absence_changes_nothing_outside_its_time(case: Case, extra: Absence) -> None:
    before, after = ask(case), ask(case, (extra,))
    for moment in moments(before, after):
        if not extra.holds(moment):
            assert at(before, moment) == at(after, moment)


@settings(max_examples=200, deadline=None)
@given(cases, absences())
def test_an_absence_changes_nothing_that_does_not_concern_the_person(
    case: Case, extra: Absence
) -> None:
    """An answer with no word of one who is there stays the same while he is absent."""
    before, after = ask(case), ask(case, (extra,))
    for moment in moments(before, after):
        present = not any(a.person == extra.person and a.holds(moment) for a in case.away)
        plain = at(before, moment)
        if present and extra.person not in msgspec.json.encode(plain).decode():
            assert plain == at(after, moment)
