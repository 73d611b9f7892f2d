"""A whole city: its government on top, and a card for each of its counties."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from registry.charts.cards import PADDING, Card, Row, Style
from registry.charts.chart import Table
from registry.charts.draw import Drawing, Frame, draw
from registry.charts.flow import flow
from registry.charts.leader_card import portfolio
from registry.charts.look import Look
from registry.charts.page import GAP, Page, Stack, best, columns, fitting
from registry.charts.rows import Item, in_columns, item_rows, person, text_rows, titled
from registry.charts.sources import as_of, left_out, source
from registry.charts.words import FRAME, Lang, cite, join, say
from registry.graph.governments import place_of
from registry.graph.organisation import Organisation
from registry.model.answers import Relation

_COUNTS = range(1, 9)
_WIDTHS = range(190, 340, 20)
_CITY = Style(size=20, bold=True)
_COUNTY = Style(size=16, bold=True)
_NAME = Style(size=12, bold=True)
_TEXT = Style(size=10, colour="soft")
_BETWEEN = 14
"""Between two columns of leaders on one card."""
_AREAS = (Relation.RESPONSIBLE, Relation.ALSO_RESPONSIBLE)


def city_drawing(city: Organisation, counties: Sequence[Organisation], look: Look) -> Drawing:
    """Draw the leaders of a city and of its counties with their areas, all as of one day.

    A county without a division of labour in force is drawn, and says so.
    """

    def rest(width: int) -> list[Stack]:
        return [
            [(county.government, _card(county, width, 1, _COUNTY, look))] for county in counties
        ]

    def top(width: int, count: int) -> Stack:
        """Draw the city as wide as ``count`` columns, and its leaders in as many."""
        across = count * width + (count - 1) * (GAP + 2 * PADDING + 2)
        return [(city.government, _card(city, across, count, _CITY, look))]

    def every(width: int) -> list[Stack]:
        return [top(width, 1), *rest(width)]

    whole = [
        columns(top(width, count), rest(width), count, width + 2 * PADDING + 2)
        for count in _COUNTS
        for width in _WIDTHS
    ]
    one = fitting(whole, look) if look.sheet else best(whole)
    pages: tuple[Page, ...] = (one,) if one else flow(every, look)
    gap = "" if look.lang == "zh" else " "
    frame = Frame(
        title=f"{place_of(city.government)}{gap}{say(FRAME.city, look.lang)}",
        subtitle=(
            as_of(city, look),
            *(() if counties else (Item(say(FRAME.no_county, look.lang)),)),
        ),
        legend=(left_out(say(FRAME.in_numbers, look.lang), look),),
    )
    return draw(pages, (), frame, "city", look)


def _sources(organisations: Sequence[Organisation]) -> tuple[str, ...]:
    """Name the divisions of labour in force."""
    return tuple(dict.fromkeys(cite(org.division) for org in organisations if org.division))


def _card(organisation: Organisation, width: int, count: int, name: Style, look: Look) -> Card:
    head = list(
        text_rows(
            Item(organisation.government, look.link("governments", organisation.government)),
            name,
            width,
        )
    )
    if organisation.division is None:
        words = say(FRAME.no_division, look.lang)
        return titled(head, text_rows(words, _TEXT, width), width, "other", dashed=True)
    leaders = organisation.leaders()
    many = f"{len(leaders)}人" if look.lang == "zh" else f"{len(leaders)} leaders"
    notice = source(organisation.division, look)
    head += text_rows(replace(notice, text=f"{many}  {notice.text}"), _TEXT, width)
    column = (width - (count - 1) * _BETWEEN) // count
    each = [_leader(organisation, leader, column, look) for leader in leaders]
    body = in_columns(each, count, column, _BETWEEN)
    return titled(head, body, width)


def _leader(organisation: Organisation, name: str, width: int, look: Look) -> list[Row]:
    titles = organisation.titles(name)
    held = portfolio(organisation, name, look).held
    areas: list[Item] = [item for relation in _AREAS for item in held.get(relation, ())]
    words = f"{name}  {titles[0]}" if titles else name
    if agencies := len(held.get(Relation.SUPERVISES, ())):
        words += f"  {say(FRAME.supervises, look.lang)} {agencies}"
    return [
        *text_rows(replace(person(name, look), text=words), _NAME, width),
        *item_rows(areas, _TEXT, width),
    ]


def city_account(city: Organisation, counties: Sequence[Organisation], lang: Lang) -> str:
    """Tell in one paragraph who heads the city and each county, and which have no notice."""
    heads = [f"{org.government} {org.leaders()[0]}" for org in (city, *counties) if org.leaders()]
    silent = tuple(org.government for org in counties if org.division is None)
    if lang == "zh":
        words = f"{city.on}，{city.government}和{len(counties)}个县（市、区）。{'；'.join(heads)}。"
        words += f"没有已知的分工通知：{join(silent, lang)}。" if silent else ""
        return words + f"依据{join(_sources((city, *counties)), lang)}。"
    words = f"{city.on}: {city.government} and {len(counties)} counties. {'; '.join(heads)}. "
    words += f"No division of labour is known of: {join(silent, lang)}. " if silent else ""
    return words + f"Source: {join(_sources((city, *counties)), lang)}."


_COLUMNS = {
    "zh": ("政府", "领导", "职务", "负责", "分管单位数"),
    "en": ("government", "leader", "titles", "areas", "agencies"),
}


def city_table(city: Organisation, counties: Sequence[Organisation], lang: Lang) -> Table:
    """Return a row for each leader of each government."""
    rows = []
    for org in (city, *counties):
        for name in org.leaders():
            held = portfolio(org, name, Look(lang=lang)).held
            areas = [item.text for relation in _AREAS for item in held.get(relation, ())]
            count = str(len(held.get(Relation.SUPERVISES, ())))
            titles = join(org.titles(name), lang)
            rows.append((org.government, name, titles, join(tuple(areas), lang), count))
        if org.division is None:
            rows.append((org.government, say(FRAME.no_division, lang), "", "", ""))
    return Table(_COLUMNS[lang], tuple(rows))
