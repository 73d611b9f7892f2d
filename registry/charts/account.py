"""A chart in words: its title, and an account of one paragraph for those who cannot see it."""

from __future__ import annotations

from collections.abc import Mapping

from registry.charts.chart import Table
from registry.charts.leader_card import LIAISON, State, named, state_words
from registry.charts.look import Look
from registry.charts.words import FRAME, Lang, cite, join, say
from registry.graph.groups import LeadingGroup
from registry.graph.organisation import Organisation
from registry.model.answers import Relation, Status
from registry.resolve.words import RELATIONS


def government_title(organisation: Organisation, lang: Lang) -> str:
    """Return the title of a government's chart."""
    gap = "" if lang == "zh" else " "
    return f"{organisation.government}{gap}{say(FRAME.government, lang)}"


def government_account(organisation: Organisation, states: Mapping[str, State], lang: Lang) -> str:
    """Tell how many lead, who pairs with whom, who is away and who acts."""
    zh = lang == "zh"
    leaders = organisation.leaders()
    pairs = [f"{p.source.name}–{p.target.name}" for p in organisation.pairs()]
    source = cite(organisation.division) if organisation.division else ""
    said = [
        f"{organisation.on}，领导{len(leaders)}人：{join(leaders, lang)}。依据{source}。"
        if zh
        else f"{organisation.on}: {len(leaders)} leaders: {join(leaders, lang)}. Source: {source}."
    ]
    if pairs:
        listed = join(tuple(pairs), lang)
        said.append(f"AB角：{listed}。" if zh else f"AB pairs: {listed}.")
    said += [
        _away(named(name, when, lang), part, lang)
        for name, state in states.items()
        for when, part in state.stretches
        if part.away
    ]
    return ("" if zh else " ").join(said)


def _away(name: str, state: State, lang: Lang) -> str:
    zh = lang == "zh"
    if state.acted_by:
        who = join(state.acted_by, lang)
        return f"{name}离岗，由{who}代行。" if zh else f"{name} is away; {who} acts."
    if state.gap is None or state.gap is Status.IN_CHARGE:
        return f"{name}离岗。" if zh else f"{name} is away."
    gap = FRAME.coordination if state.gap is Status.COORDINATION_REQUIRED else FRAME.unspecified
    words = say(gap, lang)
    return f"{name}离岗，{words}。" if zh else f"{name} is away: {words.lower()}."


def group_account(organisation: Organisation, group: LeadingGroup, lang: Lang) -> str:
    """Tell who heads the group, how many sit in it and which notice says so."""
    zh = lang == "zh"
    heads = tuple(f"{m.person}（{m.role}）" for m in group.heads) + tuple(
        f"{r.description}（{r.role}）" for r in group.head_roles
    )
    named = len({m.person for m in group.members})
    parts = len({part.subgroup for part in group.subgroups})
    source = cite(group.document)
    if zh:
        head = f"牵头：{join(heads, lang)}。" if heads else ""
        return f"{organisation.on}，{head}列名{named}人，下设{parts}组。依据{source}。"
    head = f"headed by {join(heads, lang)}; " if heads else ""
    return f"{organisation.on}: {head}{named} named, {parts} sub-groups. Source: {source}."


_GOVERNMENT = {
    "zh": ("领导", "职务", "关系", "单位或领域", "当日"),
    "en": ("leader", "titles", "tie", "agency or area", "on the day"),
}
_GROUP = {
    "zh": ("下设机构", "角色", "姓名或单位", "职务"),
    "en": ("sub-group", "role", "person or organisation", "title"),
}


def government_table(
    organisation: Organisation, states: Mapping[str, State], look: Look, *, liaison: bool = True
) -> Table:
    """Return a row for each thing that each leader holds."""
    rows = []
    for name in organisation.leaders():
        state = states.get(name)
        words = [say(FRAME.away, look.lang)] if state and state.away else []
        day = "；".join([*words, *state_words(state, look)]) if state else ""
        titles = join(organisation.titles(name), look.lang)
        ties = [
            (tie_words(edge.relation, look.lang), edge.target.name)
            for edge in organisation.held(name)
            if liaison or Relation(edge.relation) not in LIAISON
        ]
        rows += [(name, titles, *tie, day) for tie in dict.fromkeys(ties or [("", "")])]
    return Table(_GOVERNMENT[look.lang], tuple(rows))


def tie_words(relation: str, lang: Lang) -> str:
    """Return how a relation of a portfolio is said."""
    return say(RELATIONS[Relation(relation)], lang)


def group_table(group: LeadingGroup, look: Look) -> Table:
    """Return a row for each seat of a group, and for its office."""
    seats = [
        *((m.subgroup or "", m.role, m.person, m.title or "") for m in group.members),
        *((r.subgroup or "", r.role, r.description, "") for r in group.roles),
        *((o.subgroup or "", o.role, o.org, "") for o in group.orgs),
        *((o.subgroup or "", say(FRAME.office, look.lang), o.org, "") for o in group.offices),
        *(("", say(FRAME.office_director, look.lang), d.person, "") for d in group.directors),
    ]
    return Table(_GROUP[look.lang], tuple(dict.fromkeys(seats)))
