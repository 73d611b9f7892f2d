"""Whatever a partial notice names, nothing else of the division moves."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs

from registry.graph.history import History
from registry.graph.organisation import Organisation
from registry.model import facts as f
from tests.graph.city import CITY, LEADERS, division, document, fact

PART = "关于调整部分市政府领导分工的通知"
BEFORE, AFTER = date(2020, 5, 31), date(2020, 6, 1)
ORGS = ("市商务局", "市审计局", "市卫生健康委员会", "市税务局", "市体育局")
AREAS = ("商务", "教育", "农业", "科技")

people = st.sampled_from((*LEADERS, "新六"))
clauses = st.sampled_from(("", "由他", "增加", "除原分工外"))


def _fact(kind: type[f.Fact], key: str, names: tuple[str, ...]) -> st.SearchStrategy[f.AnyFact]:
    return st.builds(
        lambda person, name, clause: fact(
            kind, PART, person=person, clause=f"{clause}{person}{name}", **{key: name}
        ),
        people,
        st.sampled_from(names),
        clauses,
    )


changes = st.lists(
    _fact(f.Supervises, "org", ORGS)
    | _fact(f.Liaises, "org", ORGS)
    | _fact(f.AlsoSupervises, "org", ORGS)
    | _fact(f.Responsible, "area", AREAS)
    | _fact(f.Released, "subject", (*ORGS, *AREAS)),
    max_size=6,
)


def held(org: Organisation) -> set[tuple[str, str, str]]:
    people = org.people()
    return {(p, e.relation, e.target.name) for p in people for e in org.held(p)}


@settings(max_examples=300, deadline=None)
@given(changes)
def test_only_what_is_named_moves(made: list[f.AnyFact]) -> None:
    head = document(PART, "2020-06-01", "division")
    history = History([*division(), head, *made], CITY)
    before, after = held(history.at(BEFORE)), held(history.at(AFTER))
    stated = {(_who(x), _tag(x), _name(x)) for x in made if not isinstance(x, f.Released)}
    named = {_who(x) for x in made}
    subjects = {_name(x) for x in made}
    assert stated <= after
    assert after - before <= stated
    for person, _, name in before - after:
        assert person in named or name in subjects


@settings(max_examples=200, deadline=None)
@given(changes)
def test_a_repealed_change_leaves_no_trace(made: list[f.AnyFact]) -> None:
    head = document(PART, "2020-06-01", "division")
    repeal = structs.replace(
        document("废", "2020-07-01", "plan"), title=f"关于废止《{PART}》的通知"
    )
    history = History([*division(), head, *made, repeal], CITY)
    assert held(history.at(date(2020, 7, 1))) == held(history.at(BEFORE))


def _who(x: f.AnyFact) -> str:
    return str(getattr(x, "person", ""))


def _tag(x: f.AnyFact) -> str:
    return str(x.__struct_config__.tag)


def _name(x: f.AnyFact) -> str:
    return str(getattr(x, "org", None) or getattr(x, "area", None) or getattr(x, "subject", ""))
