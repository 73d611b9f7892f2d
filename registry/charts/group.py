"""A leading group on one page: head, deputies, members, sub-groups and office."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from registry.charts.cards import PADDING, Block, Card, Cell, Style
from registry.charts.draw import Frame, Link, draw
from registry.charts.leader import INK, SOFT
from registry.charts.measure import wrap, wrap_items
from registry.charts.page import Page, Stack, bands, best
from registry.charts.words import FRAME, Lang, cite, say
from registry.graph.groups import HEAD_ROLES, LeadingGroup
from registry.graph.organisation import Organisation

_COUNTS = range(3, 8)
_WIDTHS = range(120, 240, 12)
_ROLE = Style(size=9, colour="#7a3b12", bold=True)
_NAME = Style(size=14, colour=INK, bold=True)
_HEAD = Style(size=19, colour=INK, bold=True)
_TITLE = Style(size=9.5, colour=SOFT)
_HEAD_FILL, _FILL, _OTHER_FILL = "#dce6f2", "#f1f5fa", "#f7f3ea"

HEAD, DEPUTY = "head-", "deputy-"
"""How the names of the nodes of heads and deputies begin."""

Rows = list[tuple[Cell, ...]]


def group_dot(organisation: Organisation, group: LeadingGroup, *, lang: Lang = "zh") -> str:
    """Return the DOT text of the chart of ``group``, one of ``organisation``'s.

    A seat that the notice describes by office only is drawn by its description: who
    fills it is for the resolver to say.
    """
    group = _once(group)
    page = best(_lay(group, count, width, lang) for count in _COUNTS for width in _WIDTHS)
    frame = Frame(
        title=group.name,
        subtitle=(
            f"{say(FRAME.as_of, lang)} {organisation.on.isoformat()}",
            f"{say(FRAME.source, lang)} {cite(group.document)}",
        ),
        legend=(),
    )
    return draw(page, _links(page, group), frame, "group")


def _links(page: Page, group: LeadingGroup) -> list[Link]:
    """Tie a single head to the deputies of the first rank, where they stand in one row.

    A line to any other row would run around cards, and the order of the rows says as much.
    """
    heads = [box.key for box in page.boxes if box.key.startswith(HEAD)]
    first = {key for key, _ in next(_ranks(group, _WIDTHS.start), ())}
    below = [box for box in page.boxes if box.key in first]
    if len(heads) != 1 or len({box.top for box in below}) != 1:
        return []
    keys = [box.key for box in below if box.key.startswith(DEPUTY)]
    return [Link(tail=heads[0], head=key, word="", solid=True) for key in keys]


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


def _lay(group: LeadingGroup, count: int, width: int, lang: Lang) -> Page:
    heads: Stack = [
        (f"{HEAD}{n}", card)
        for n, card in enumerate(
            [
                *(_person(m.role, m.person, m.title, width, first=True) for m in group.heads),
                *(_seat(r.role, r.description, width) for r in group.head_roles),
            ]
        )
    ]
    rows = [heads, *_ranks(group, width), list(_bodies(group, width, lang))]
    if not any(rows):
        rows = [[("empty", _listing("", "", [("", [say(FRAME.no_seats, lang)])], width))]]
    return bands([row for row in rows if row], count, width + 2 * PADDING + 2)


def _ranks(group: LeadingGroup, width: int) -> Iterator[Stack]:
    """Yield the seats of the whole group but the heads', one band for each role."""
    roles: dict[str, list[tuple[str, Card]]] = {}
    for n, member in enumerate(group.members):
        if member.subgroup is None and member.role not in HEAD_ROLES:
            key = f"{DEPUTY if '副' in member.role else 'member-'}{n}"
            card = _person(member.role, member.person, member.title, width)
            roles.setdefault(member.role, []).append((key, card))
    for n, seat in enumerate(group.roles):
        if seat.subgroup is None and seat.role not in HEAD_ROLES:
            key = f"{DEPUTY if '副' in seat.role else 'seat-'}r{n}"
            roles.setdefault(seat.role, []).append((key, _seat(seat.role, seat.description, width)))
    yield from roles.values()


def _bodies(group: LeadingGroup, width: int, lang: Lang) -> Iterator[tuple[str, Card]]:
    """Yield what is no person's seat: member organisations, sub-groups, the office."""
    orgs = [seat.org for seat in group.orgs if seat.subgroup is None]
    if orgs:
        yield "orgs", _listing(say(FRAME.member_orgs, lang), "", [("", orgs)], width)
    seated = {member.person for member in group.members if member.subgroup is None}
    for n, part in enumerate(group.subgroups):
        seats: dict[str, list[str]] = {}
        for member in group.members:
            if member.subgroup == part.subgroup:
                title = (
                    f"（{member.title}）" if member.title and member.person not in seated else ""
                )
                seats.setdefault(member.role, []).append(member.person + title)
        for role in group.roles:
            if role.subgroup == part.subgroup:
                seats.setdefault(role.role, []).append(role.description)
        for org in group.orgs:
            if org.subgroup == part.subgroup:
                seats.setdefault(org.role, []).append(org.org)
        at = [office.org for office in group.offices if office.subgroup == part.subgroup]
        if at:
            seats.setdefault(f"{say(FRAME.office, lang)} {say(FRAME.office_at, lang)}", []).extend(
                at
            )
        card = _listing(say(FRAME.subgroups, lang), part.subgroup, list(seats.items()), width)
        yield f"subgroup-{n}", card
    office = [place.org for place in group.offices if place.subgroup is None]
    directors = [director.person for director in group.directors]
    if office or directors:
        lines = [
            (say(FRAME.office_at, lang), office),
            (say(FRAME.office_director, lang), directors),
        ]
        yield "office", _listing(say(FRAME.office, lang), "", [x for x in lines if x[1]], width)


def _person(role: str, name: str, title: str | None, width: int, *, first: bool = False) -> Card:
    style = _HEAD if first else _NAME
    rows: Rows = [
        *_lines(wrap(role, width / _ROLE.size), _ROLE, width),
        *_lines(wrap(name, width / style.size), style, width),
        *_lines(wrap_items((title or "").split("、"), width / _TITLE.size), _TITLE, width),
    ]
    return _card(rows, width, _HEAD_FILL if first else _FILL)


def _seat(role: str, description: str, width: int) -> Card:
    rows: Rows = [
        *_lines(wrap(role, width / _ROLE.size), _ROLE, width),
        *_lines(wrap(description, width / 11), Style(size=11, colour=INK), width),
    ]
    return _card(rows, width, _OTHER_FILL)


def _listing(kind: str, name: str, parts: list[tuple[str, list[str]]], width: int) -> Card:
    rows: Rows = _lines(wrap(kind, width / _ROLE.size), _ROLE, width)
    if name:
        style = Style(size=12.5, colour=INK, bold=True)
        rows += _lines(wrap(name, width / style.size), style, width)
    for role, names in parts:
        rows += _lines(wrap(role, width / _ROLE.size) if role else (), _ROLE, width)
        style = Style(size=10.5, colour=INK)
        rows += _lines(wrap_items(names, width / style.size), style, width)
    return _card(rows, width, _OTHER_FILL)


def _card(rows: Rows, width: int, fill: str) -> Card:
    return Card(blocks=(Block(rows=tuple(rows), fill=fill),), width=width, fill=fill)


def _lines(lines: Iterable[str], style: Style, width: int) -> Rows:
    return [(Cell(text=line, style=style, width=width),) for line in lines if line]
