"""One leader's portfolio: the leader, who backs him up, and what he holds, a card a tie."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from registry.charts.account import tie_words
from registry.charts.cards import PADDING, Card, Style
from registry.charts.chart import Table
from registry.charts.draw import Drawing, Frame, draw
from registry.charts.flow import flow
from registry.charts.government import division_of, leader_pairs, legend, pair_links
from registry.charts.leader_card import (
    PRESENT,
    State,
    heading,
    leader_card,
    named,
    portfolio,
    sections,
)
from registry.charts.look import Look
from registry.charts.page import Page, Stack, best, columns, fitting
from registry.charts.rows import HEADING, Item, item_rows, text_rows, titled
from registry.charts.sources import as_of, left_out, proved, source
from registry.charts.words import FRAME, Lang, cite, join, say
from registry.graph.groups import LeadingGroup
from registry.graph.organisation import Organisation
from registry.graph.quotes import quote

_COUNTS = range(1, 5)
_WIDTHS = range(200, 420, 20)
_SECTION = Style(size=13, bold=True)
_ITEM = Style(size=12)


def leader_drawing(
    organisation: Organisation, name: str, states: dict[str, State], look: Look
) -> Drawing:
    """Draw the portfolio of ``name``, one of the leaders, and his seats in groups.

    His partners of AB pairs stand beside him. ``UnknownName`` where no division is in force.
    """
    division = division_of(organisation)
    pairs = [pair for pair in leader_pairs(organisation) if name in pair[:2]]
    partners = tuple(dict.fromkeys(one for a, b, _ in pairs for one in (a, b) if one != name))

    def top(width: int) -> Stack:
        return [_person(organisation, one, states, width, look) for one in (name, *partners)]

    def rest(width: int) -> list[Stack]:
        return [[made] for made in _sections(organisation, name, width, look)]

    def every(width: int) -> list[Stack]:
        return [[made] for made in top(width)] + rest(width)

    whole = [
        columns(top(min(width, 260)), rest(width), count, width + 2 * PADDING + 2)
        for count in _COUNTS
        for width in _WIDTHS
    ]
    one = fitting(whole, look) if look.sheet else best(whole)
    pages: tuple[Page, ...] = (one,) if one else flow(every, look)
    links = [
        link
        for link in pair_links(organisation, (name, *partners), states, look)
        if name in {link.tail, link.head}
    ]
    frame = Frame(
        title=f"{name}{say(FRAME.portfolio, look.lang)}"
        if look.lang == "zh"
        else f"{name}: {say(FRAME.portfolio, look.lang)}",
        subtitle=(
            Item(organisation.government, look.link("governments", organisation.government)),
            as_of(organisation, look),
            source(division, look),
        ),
        legend=(
            *(legend(organisation, states, look.lang) if pairs else ()),
            *((left_out(say(FRAME.of_partners, look.lang), look),) if partners else ()),
        ),
    )
    return draw(pages, links, frame, "leader", look)


def _person(
    organisation: Organisation, name: str, states: dict[str, State], width: int, look: Look
) -> tuple[str, Card]:
    held = replace(portfolio(organisation, name, look), held={}, quotes={})
    return name, leader_card(held, states.get(name, PRESENT), width, look)


def _sections(
    organisation: Organisation, name: str, width: int, look: Look
) -> list[tuple[str, Card]]:
    found = []
    held = portfolio(organisation, name, look)
    for section, items in sections(held):
        found.append(_section(heading(held, section, look), items, width, count=True))
    seats = seats_of(organisation, name)
    if seats:
        listed = [
            Item(f"{group.name}（{role}）", look.link("groups", group.name))
            for group, role in seats
        ]
        said = [quote(group.fact, group.document) for group, _ in seats]
        found.append(
            _section(proved(say(FRAME.groups, look.lang), said, look), listed, width, mark="")
        )
    if not found:
        return [_section(Item(say(FRAME.nothing_held, look.lang)), (), width)]
    return found


def _section(
    head: Item, items: Sequence[Item], width: int, *, count: bool = False, mark: str = "、"
) -> tuple[str, Card]:
    title = replace(head, text=f"{head.text}  {len(items)}") if count else head
    style = replace(_SECTION, colour=HEADING.colour)
    if mark:
        body = item_rows(items, _ITEM, width, mark=mark)
    else:
        body = tuple(
            row
            for item in items
            for row in text_rows(replace(item, text=f"· {item.text}"), _ITEM, width)
        )
    return head.text, titled(text_rows(title, style, width), body, width, "other")


def seats_of(organisation: Organisation, name: str) -> list[tuple[LeadingGroup, str]]:
    """Return the seats of ``name`` in leading groups, each with its role, each once."""
    found: dict[tuple[str, str], tuple[LeadingGroup, str]] = {}
    for group in organisation.groups():
        for member in group.members:
            if member.person == name:
                role = f"{member.subgroup} {member.role}" if member.subgroup else member.role
                found.setdefault((group.name, role), (group, role))
        for director in group.directors:
            if director.person == name:
                found.setdefault((group.name, "办公室主任"), (group, "办公室主任"))
    return list(found.values())


def leader_account(
    organisation: Organisation, name: str, states: dict[str, State], lang: Lang
) -> str:
    """Tell in one paragraph how much ``name`` holds, who backs him up and how he stands."""
    zh = lang == "zh"
    parts = [
        f"{say(s.heading, lang)}{'' if zh else ' '}{len(items)}"
        for s, items in sections(portfolio(organisation, name, Look(lang=lang)))
    ]
    backups = tuple(person for person, _ in organisation.backups_of(name))
    groups = len(seats_of(organisation, name))
    acted = [(w, p.acted_by) for w, p in states.get(name, PRESENT).stretches if p.acted_by]
    source = cite(division_of(organisation))
    if zh:
        told = f"{organisation.on}，{name}（{join(organisation.titles(name), lang)}）："
        told += f"{'，'.join(parts) or say(FRAME.nothing_held, lang)}；领导小组席位{groups}个。"
        told += f"B角：{join(backups, lang)}。" if backups else "没有B角。"
        told += "".join(f"当日{when.zh}离岗，由{join(by, lang)}代行。" for when, by in acted)
        return told + f"依据{source}。"
    told = f"{organisation.on}: {name} ({join(organisation.titles(name), lang)}): "
    told += f"{', '.join(parts) or say(FRAME.nothing_held, lang)}; {groups} seats in groups. "
    told += f"Backup: {join(backups, lang)}. " if backups else "No backup. "
    told += "".join(
        f"{named('Away on the day', when, lang)}; {join(by, lang)} acts. " for when, by in acted
    )
    return told + f"Source: {source}."


_COLUMNS = {
    "zh": ("关系", "单位、领域或小组", "条款", "依据"),
    "en": ("tie", "agency, area or group", "clause", "notice"),
}


def leader_table(organisation: Organisation, name: str, lang: Lang) -> Table:
    """Return a row for each thing held, each seat and each backup, with its clause."""
    rows = [
        (tie_words(e.relation, lang), e.target.name, e.fact.clause, cite(e.document))
        for e in organisation.held(name)
    ]
    rows += [
        (role, group.name, group.fact.clause, cite(group.document))
        for group, role in seats_of(organisation, name)
    ]
    rows += [
        (say(FRAME.backup, lang), person, edge.fact.clause, cite(edge.document))
        for person, edge in organisation.backups_of(name)
    ]
    return Table(_COLUMNS[lang], tuple(dict.fromkeys(rows)))
