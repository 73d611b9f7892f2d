"""A leading group on one page: head, deputies, members, sub-groups and office."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from registry.charts.cards import PADDING, Card, Row, Style
from registry.charts.draw import Drawing, Frame, Link, draw
from registry.charts.flow import banded, flow
from registry.charts.look import Look
from registry.charts.page import Page, Stack, bands, best, fitting
from registry.charts.rows import HEADING, Item, card, item_rows, person, space, text_rows
from registry.charts.sources import as_of, left_out, proved, source
from registry.charts.words import FRAME, say
from registry.graph.groups import HEAD_ROLES, LeadingGroup
from registry.graph.organisation import Organisation
from registry.graph.quotes import quote

_COUNTS = range(3, 8)
_WIDTHS = range(120, 240, 12)
_NAME = Style(size=14, bold=True)
_HEAD = Style(size=19, bold=True)
_TITLE = Style(size=10, colour="soft")

HEAD, DEPUTY = "head-", "deputy-"
"""How the names of the nodes of heads and deputies begin."""


def group_drawing(organisation: Organisation, group: LeadingGroup, look: Look) -> Drawing:
    """Draw ``group``, one of ``organisation``'s.

    A seat that the notice describes by office only is drawn by its description: who
    fills it is for the resolver to say.
    """
    group = _once(group)
    whole = [
        bands(_bands(group, width, look), count, width + 2 * PADDING + 2)
        for count in _COUNTS
        for width in _WIDTHS
    ]
    one = fitting(whole, look) if look.sheet else best(whole)
    pages = (one,) if one else flow(lambda width: banded(_bands(group, width, look)), look)
    links = _links(one, group, look) if one else []
    frame = Frame(
        title=group.name,
        subtitle=(as_of(organisation, look), source(group.document, look)),
        legend=(left_out(say(FRAME.group_work, look.lang), look),),
    )
    return draw(pages, links, frame, "group", look)


def _links(page: Page, group: LeadingGroup, look: Look) -> list[Link]:
    """Tie a single head to the deputies of the first rank, where they stand in one row.

    A line to any other row would run around cards, and the order of the rows says as much.
    """
    heads = [box.key for box in page.boxes if box.key.startswith(HEAD)]
    first = {key for key, _ in next(_ranks(group, _WIDTHS.start, look), ())}
    below = [box for box in page.boxes if box.key in first]
    if len(heads) != 1 or len({box.top for box in below}) != 1:
        return []
    keys = [box.key for box in below if box.key.startswith(DEPUTY)]
    proof = proved(group.name, (quote(group.fact, group.document),), look)
    return [Link(tail=heads[0], head=key, word="", proof=proof, solid=True) for key in keys]


def _once(group: LeadingGroup) -> LeadingGroup:
    """Drop the second mention of a seat: a notice names it in its body and in its annex.

    Where the two give different titles, both are kept, for the reader to see.
    """
    titles: dict[tuple[str | None, str, str], dict[str, None]] = {}
    for m in group.members:
        held = titles.setdefault((m.subgroup, m.role, m.person), {})
        if m.title:
            held[m.title] = None
    first = {(m.subgroup, m.role, m.person): m for m in reversed(group.members)}
    return replace(
        group,
        members=tuple(
            replace(first[key], title="；".join(held) or None) for key, held in titles.items()
        ),
        orgs=tuple({(o.subgroup, o.role, o.org): o for o in group.orgs}.values()),
        roles=tuple({(r.subgroup, r.role, r.description): r for r in group.roles}.values()),
        subgroups=tuple({part.subgroup: part for part in group.subgroups}.values()),
        offices=tuple({(o.subgroup, o.org): o for o in group.offices}.values()),
        directors=tuple({d.person: d for d in group.directors}.values()),
    )


def _bands(group: LeadingGroup, width: int, look: Look) -> list[Stack]:
    heads = [
        *(_person(m.role, m.person, m.title, width, look, first=True) for m in group.heads),
        *(_seat(r.role, r.description, width) for r in group.head_roles),
    ]
    found: list[Stack] = [
        [(f"{HEAD}{n}", made) for n, made in enumerate(heads)],
        *_ranks(group, width, look),
        list(_bodies(group, width, look)),
    ]
    if not any(found):
        none = [("", [Item(say(FRAME.no_seats, look.lang))])]
        found = [[("empty", _listing("", "", none, width))]]
    return [band for band in found if band]


def _ranks(group: LeadingGroup, width: int, look: Look) -> Iterator[Stack]:
    """Yield the seats of the whole group but the heads', one band for each role."""
    roles: dict[str, list[tuple[str, Card]]] = {}
    for n, member in enumerate(group.members):
        if member.subgroup is None and member.role not in HEAD_ROLES:
            key = f"{DEPUTY if '副' in member.role else 'member-'}{n}"
            made = _person(member.role, member.person, member.title, width, look)
            roles.setdefault(member.role, []).append((key, made))
    for n, seat in enumerate(group.roles):
        if seat.subgroup is None and seat.role not in HEAD_ROLES:
            key = f"{DEPUTY if '副' in seat.role else 'seat-'}r{n}"
            roles.setdefault(seat.role, []).append((key, _seat(seat.role, seat.description, width)))
    yield from roles.values()


def _bodies(group: LeadingGroup, width: int, look: Look) -> Iterator[tuple[str, Card]]:
    """Yield what is no person's seat: member organisations, sub-groups, the office."""
    orgs = [_agency(seat.org, look) for seat in group.orgs if seat.subgroup is None]
    if orgs:
        yield "orgs", _listing(say(FRAME.member_orgs, look.lang), "", [("", orgs)], width)
    for n, part in enumerate(group.subgroups):
        seats = list(_seats(group, part.subgroup, look).items())
        yield (
            f"subgroup-{n}",
            _listing(say(FRAME.subgroups, look.lang), part.subgroup, seats, width),
        )
    at = [_agency(place.org, look) for place in group.offices if place.subgroup is None]
    directors = [_item(director.person, look) for director in group.directors]
    if at or directors:
        lines = [
            (say(FRAME.office_at, look.lang), at),
            (say(FRAME.office_director, look.lang), directors),
        ]
        held = [line for line in lines if line[1]]
        yield "office", _listing(say(FRAME.office, look.lang), "", held, width)


def _seats(group: LeadingGroup, subgroup: str, look: Look) -> dict[str, list[Item]]:
    """Return the seats of a sub-group by role; a title where the main list has not given it."""
    seated = {member.person for member in group.members if member.subgroup is None}
    seats: dict[str, list[Item]] = {}
    for m in group.members:
        if m.subgroup == subgroup:
            title = f"（{m.title}）" if m.title and m.person not in seated else ""
            seats.setdefault(m.role, []).append(_item(m.person, look, title))
    for role in group.roles:
        if role.subgroup == subgroup:
            seats.setdefault(role.role, []).append(Item(role.description))
    for org in group.orgs:
        if org.subgroup == subgroup:
            seats.setdefault(org.role, []).append(_agency(org.org, look))
    at = f"{say(FRAME.office, look.lang)} {say(FRAME.office_at, look.lang)}"
    for office in group.offices:
        if office.subgroup == subgroup:
            seats.setdefault(at, []).append(_agency(office.org, look))
    return seats


def _item(name: str, look: Look, title: str = "") -> Item:
    return replace(person(name, look), text=name + title)


def _agency(org: str, look: Look) -> Item:
    return Item(org, look.link("agencies", org))


def _person(
    role: str, name: str, title: str | None, width: int, look: Look, *, first: bool = False
) -> Card:
    rows: list[Row] = [
        *text_rows(role, HEADING, width),
        *text_rows(person(name, look), _HEAD if first else _NAME, width),
        *item_rows([Item(part) for part in (title or "").split("、")], _TITLE, width),
    ]
    return card(rows, width, "head" if first else "seat")


def _seat(role: str, description: str, width: int) -> Card:
    rows = [*text_rows(role, HEADING, width), *text_rows(description, Style(size=11), width)]
    return card(rows, width, "other")


def _listing(kind: str, name: str, parts: list[tuple[str, list[Item]]], width: int) -> Card:
    rows = list(text_rows(kind, HEADING, width))
    rows += text_rows(name, Style(size=13, bold=True), width)
    for role, items in parts:
        if role:
            rows.append(space(width))
        rows += text_rows(role, HEADING, width)
        rows += item_rows(items, Style(size=11), width)
    return card(rows, width, "other")
