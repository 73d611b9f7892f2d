"""An agency's place: who holds it and by what tie, its officers, its groups and its work."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from msgspec import Struct
from msgspec.structs import replace

from registry.charts.account import tie_words
from registry.charts.cards import PADDING, Card, Style
from registry.charts.chart import Table
from registry.charts.draw import Drawing, Frame, Link, draw
from registry.charts.flow import banded, flow
from registry.charts.leader_card import PRESENT, State, state_words
from registry.charts.look import Look
from registry.charts.page import Page, bands, best, fitting
from registry.charts.palette import Role
from registry.charts.rows import HEADING, Item, card, item_rows, person, space, text_rows, titled
from registry.charts.sources import as_of, left_out, proved, quote_of, source
from registry.charts.words import FRAME, Lang, cite, join, say
from registry.graph.governments import without_place
from registry.graph.nodes import Edge
from registry.graph.organisation import HELD, TITLES, Organisation
from registry.graph.works import Work
from registry.model.answers import Relation

_COUNTS = range(1, 6)
_WIDTHS = range(180, 400, 20)
_NAME = Style(size=15, bold=True)
_AGENCY = Style(size=22, bold=True)
_TEXT = Style(size=11)
_TITLE = Style(size=10, colour="soft")


class Place(Struct, frozen=True, kw_only=True):
    """What ties an agency to others on a day.

    ``holders`` are the ties of leaders, the strongest first; ``officers`` are persons with a post
    in it; ``seats`` are its roles in groups; ``works`` what notices give it.
    """

    name: str
    holders: tuple[Edge, ...]
    officers: tuple[tuple[str, str], ...]
    seats: tuple[tuple[str, str], ...]
    works: tuple[tuple[str, Work], ...]


def place_of_agency(organisation: Organisation, names: Collection[str]) -> Place:
    """Return the place of the agency that any of ``names`` means; the first is its full one."""
    full = next(iter(names))
    holders = [e for e in organisation.edges(HELD) if e.target.name in names]
    officers = [
        (edge.source.name, edge.target.name)
        for edge in organisation.edges(TITLES)
        if any(_post_in(edge.target.name, name, organisation.government) for name in names)
    ]
    seats = []
    for group in organisation.groups():
        seats += [
            (group.name, f"{o.subgroup} {o.role}" if o.subgroup else o.role)
            for o in group.orgs
            if o.org in names
        ]
        seats += [
            (group.name, f"{o.subgroup or ''}办公室") for o in group.offices if o.org in names
        ]
    works = [
        (edge.relation, work)
        for work in organisation.works()
        for edge in work.edges
        if edge.source.name in names
    ]
    return Place(
        name=full,
        holders=tuple(
            sorted(holders, key=lambda e: -Relation(e.relation).strength)  # stable: notice order
        ),
        officers=tuple(dict.fromkeys(officers)),
        seats=tuple(dict.fromkeys(seats)),
        works=tuple(works),
    )


def _post_in(title: str, agency: str, government: str) -> bool:
    post, body = without_place(title, government), without_place(agency, government)
    return post.startswith(body) and post != body


def agency_drawing(
    organisation: Organisation, place: Place, states: dict[str, State], look: Look
) -> Drawing:
    """Draw the leaders above the agency, each tied to it by a word, and the rest below."""

    def every(width: int) -> list[list[tuple[str, Card]]]:
        holders = _holders(organisation, place, states, width, look)
        own = card(
            text_rows(Item(place.name, look.link("agencies", place.name)), _AGENCY, width),
            width,
            "head",
        )
        return [
            holders or [_silent(width, look)],
            [(place.name, own)],
            _below(place, width, look),
        ]

    def lay(count: int, width: int) -> Page:
        return bands([b for b in every(width) if b], count, width + 2 * PADDING + 2, gap=46)

    # Two rows of holders would stand in the way of each other's lines.
    row = min(len({edge.source.name for edge in place.holders}), _COUNTS[-1] - 1)
    whole = [lay(count, width) for count in _COUNTS if count >= row for width in _WIDTHS]
    one = fitting(whole, look) if look.sheet else best(whole)
    pages: tuple[Page, ...] = (one,) if one else flow(lambda width: banded(every(width)), look)
    links = _links(place, look) if one else []
    division = organisation.division or organisation.repealed_by
    gap = "：" if look.lang == "zh" else ": "
    frame = Frame(
        title=f"{place.name}{gap}{say(FRAME.place, look.lang)}",
        subtitle=(
            Item(organisation.government, look.link("governments", organisation.government)),
            as_of(organisation, look),
            *((source(division, look),) if division else ()),
        ),
        legend=(left_out(say(FRAME.other_work, look.lang), look),),
    )
    return draw(pages, links, frame, "agency", look)


def _holders(
    organisation: Organisation, place: Place, states: dict[str, State], width: int, look: Look
) -> list[tuple[str, Card]]:
    found = []
    for name in dict.fromkeys(edge.source.name for edge in place.holders):
        own = [e for e in place.holders if e.source.name == name]
        ties = dict.fromkeys(tie_words(e.relation, look.lang) for e in own)
        tie = proved(join(tuple(ties), look.lang), map(quote_of, own), look)
        state = states.get(name, PRESENT)
        marks = [say(FRAME.away, look.lang)] if state.away else []
        marks += state_words(state, look)
        mark = Style(size=11, colour="acting" if not state.away else "away_ink", bold=True)
        rows = [
            *text_rows(tie, HEADING, width),
            *text_rows(person(name, look), _NAME, width),
            *item_rows([Item(title) for title in organisation.titles(name)], _TITLE, width),
            *((space(width),) if marks else ()),
            *(row for text in marks for row in text_rows(text, mark, width)),
        ]
        fill: Role = "away_card" if state.away else "seat"
        found.append((name, card(rows, width, fill, dashed=state.away)))
    return found


def _silent(width: int, look: Look) -> tuple[str, Card]:
    rows = text_rows(say(FRAME.nobody, look.lang), Style(size=11, colour="soft"), width)
    return "nobody", card(rows, width, "card", dashed=True)


def _below(place: Place, width: int, look: Look) -> list[tuple[str, Card]]:
    officers = [replace(person(who, look), text=f"{title} {who}") for who, title in place.officers]
    seats = [Item(f"{group}（{role}）", look.link("groups", group)) for group, role in place.seats]
    works = [
        proved(
            f"{work_word(relation, work, look.lang)}：{work.text}",
            (quote_of(edge) for edge in work.edges[:1]),
            look,
        )
        for relation, work in place.works
    ]
    parts = ((FRAME.officers, officers), (FRAME.groups, seats), (FRAME.tasks, works))
    return [_list(say(words, look.lang), items, width) for words, items in parts if items]


def _list(heading: str, items: Sequence[Item], width: int) -> tuple[str, Card]:
    style = Style(size=12, colour="heading", bold=True)
    body = [
        row
        for item in items
        for row in text_rows(replace(item, text=f"· {item.text}"), _TEXT, width)
    ]
    return heading, titled(text_rows(heading, style, width), body, width, "other")


def _links(place: Place, look: Look) -> list[Link]:
    links: dict[str, Link] = {}
    for edge in place.holders:
        strong = Relation(edge.relation).strength > 0
        word = tie_words(edge.relation, look.lang)
        links.setdefault(
            edge.source.name,
            Link(
                tail=edge.source.name,
                head=place.name,
                word=word,
                proof=proved(word, (quote_of(edge),), look),
                solid=strong,
                arrow=True,
            ),
        )
    return list(links.values())


_WORKS = {
    "leads": {"zh": "牵头", "en": "leads"},
    "supports": {"zh": "配合", "en": "supports"},
    "has_duty": {"zh": "职责", "en": "duty"},
    "answers_for": {"zh": "指标", "en": "indicator"},
}


def work_word(relation: str, work: Work, lang: Lang) -> str:
    """Return what an agency has to do with a piece of work."""
    return _WORKS.get(relation, {}).get(lang, work.kind)


def agency_account(organisation: Organisation, place: Place, lang: Lang) -> str:
    """Tell in one paragraph who holds the agency, and how many groups and works it has."""
    held = [(e.source.name, tie_words(e.relation, lang)) for e in place.holders]
    counts = (len({g for g, _ in place.seats}), len(place.works))
    sources = join(tuple(dict.fromkeys(cite(e.document) for e in place.holders)), lang)
    if lang == "zh":
        who = "，".join(f"{name}{tie}" for name, tie in dict.fromkeys(held))
        told = f"{organisation.on}，{place.name}：{who or say(FRAME.nobody, lang)}。"
        told += f"在{counts[0]}个领导小组中有席位，任务和指标{counts[1]}项。"
        return told + (f"依据{sources}。" if sources else "")
    who = ", ".join(f"{name} {tie}" for name, tie in dict.fromkeys(held))
    told = f"{organisation.on}: {place.name}: {who or say(FRAME.nobody, lang)}. "
    told += f"Seats in {counts[0]} groups, {counts[1]} tasks and indicators."
    return told + (f" Source: {sources}." if sources else "")


_COLUMNS = {"zh": ("关系", "对象", "条款", "依据"), "en": ("tie", "with", "clause", "notice")}


def agency_table(place: Place, lang: Lang) -> Table:
    """Return a row for each tie, post, seat and piece of work."""
    rows = [
        (tie_words(e.relation, lang), e.source.name, e.fact.clause, cite(e.document))
        for e in place.holders
    ]
    rows += [(title, who, "", "") for who, title in place.officers]
    rows += [(role, group, "", "") for group, role in place.seats]
    rows += [
        (work_word(relation, work, lang), work.text, work.edges[0].fact.clause, cite(work.document))
        for relation, work in place.works
    ]
    return Table(_COLUMNS[lang], tuple(dict.fromkeys(rows)))
