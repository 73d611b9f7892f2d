"""The card of one leader: name, titles, and what is held, the strongest ties largest."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from registry.charts.cards import PADDING, Block, Card, Cell, Row, Style, cells_width
from registry.charts.look import Look, Topic
from registry.charts.measure import wrap, wrap_items
from registry.charts.rows import Item, beside, item_rows, space, text_rows
from registry.charts.sources import proved, quote_of
from registry.charts.words import FRAME, Lang, join, say
from registry.graph.organisation import Organisation
from registry.graph.quotes import Quote
from registry.model.answers import Relation, Status, Words


class Portfolio(Struct, frozen=True, kw_only=True):
    """A leader as drawn: ``held`` lists what each relation ties to, in the notice's order.

    ``quotes`` are the clauses that say so.
    """

    name: str
    titles: tuple[str, ...]
    held: dict[Relation, tuple[Item, ...]]
    quotes: dict[Relation, tuple[Quote, ...]]


class State(Struct, frozen=True, kw_only=True):
    """How a leader stands on the day.

    ``acting_for`` names those whose portfolio he holds in their absence. Where he is away,
    ``acted_by`` names who acts in his, or ``gap`` is the status of it with nobody acting. A day
    that is not the same throughout has ``parts``, each with its words; the state itself then has
    all that holds at some time of the day.
    """

    away: bool = False
    acted_by: tuple[str, ...] = ()
    acting_for: tuple[str, ...] = ()
    gap: Status | None = None
    parts: tuple[tuple[Words, State], ...] = ()

    @property
    def stretches(self) -> tuple[tuple[Words, State], ...]:
        """Return the parts of the day; without any all of it, which needs no words."""
        return self.parts or ((Words("", ""), self),)


PRESENT = State()


def named(name: str, when: Words, lang: Lang) -> str:
    """Return a name with the part of the day that is told of, if it is a part."""
    if lang == "zh" or not when.en:
        return f"{name}{when.zh}"
    return f"{name} ({when.en})"


class Section(Struct, frozen=True, kw_only=True):
    """One part of a card: the relations it lists, its heading and the style of its text."""

    heading: Words
    relations: tuple[Relation, ...]
    style: Style
    dense: bool = False
    """Lines may break inside a name: for long lists that matter less."""


_LESS = Style(size=10, colour="soft")
_LEAST = Style(size=9, colour="faint")
SECTIONS = (
    Section(heading=FRAME.areas, relations=(Relation.RESPONSIBLE,), style=_LESS),
    Section(heading=FRAME.supervises, relations=(Relation.SUPERVISES,), style=Style(size=11)),
    Section(
        heading=FRAME.also,
        relations=(Relation.ALSO_SUPERVISES, Relation.ALSO_RESPONSIBLE),
        style=_LESS,
    ),
    Section(
        heading=FRAME.assists_supervising, relations=(Relation.ASSISTS_SUPERVISING,), style=_LESS
    ),
    Section(heading=FRAME.assists, relations=(Relation.ASSISTS,), style=_LESS),
    Section(heading=FRAME.liaises, relations=(Relation.LIAISES,), style=_LEAST, dense=True),
    Section(
        heading=FRAME.assists_liaising,
        relations=(Relation.ASSISTS_LIAISING,),
        style=_LEAST,
        dense=True,
    ),
)
LIAISON = frozenset({Relation.LIAISES, Relation.ASSISTS_LIAISING})

_NAME = Style(size=20, bold=True)
_TITLE = Style(size=10, colour="soft")
_MARK = Style(size=11, colour="mark_ink", bold=True)


def portfolio(
    organisation: Organisation, name: str, look: Look, *, liaison: bool = True
) -> Portfolio:
    """Return what ``name`` holds as a card shows it, bracketed aliases kept."""
    held: dict[Relation, dict[Item, None]] = {}
    quotes: dict[Relation, dict[Quote, None]] = {}
    for edge in organisation.held(name):
        relation = Relation(edge.relation)
        if liaison or relation not in LIAISON:
            alias = getattr(edge.fact, "alias", None)
            shown = f"{edge.target.name}（{alias}）" if alias else edge.target.name
            topic: Topic = "agencies" if edge.target.kind == "agency" else "areas"
            item = Item(shown, look.link(topic, edge.target.name))
            held.setdefault(relation, {})[item] = None
            quotes.setdefault(relation, {})[quote_of(edge)] = None
    return Portfolio(
        name=name,
        titles=organisation.titles(name),
        held={relation: tuple(items) for relation, items in held.items()},
        quotes={relation: tuple(said) for relation, said in quotes.items()},
    )


def leader_card(
    person: Portfolio,
    state: State,
    width: int,
    look: Look,
    *,
    partners: tuple[str, ...] = (),
    collapse: bool = False,
) -> Card:
    """Draw ``person`` on a card whose text is ``width`` points wide.

    ``partners`` of AB pairs are named on it, where no link may say so; with ``collapse`` only
    the numbers of what is held are drawn.
    """
    rows = list(_head(person, state, width, look))
    if partners:
        words = f"{say(FRAME.pair, look.lang)} {join(partners, look.lang)}"
        rows += text_rows(words, Style(size=10, colour="pair", bold=True), width)
    head = Block(rows=tuple(rows), fill="away_head" if state.away else "head")
    blocks = [head]
    if mark := tuple(_marks(state, width, look)):
        blocks.append(Block(rows=mark, fill="away_mark" if state.away else "acting"))
    if collapse:
        body = tuple(_counts(person, width, look))
    else:
        body = tuple(_body(person, width, look, grey=state.away))
    if body:
        blocks.append(Block(rows=body))
    acts = bool(state.acting_for)
    return Card(
        blocks=tuple(blocks),
        width=width,
        border=3 if acts else 1,
        edge="acting" if acts else "edge",
        fill="away_card" if state.away else "card",
        dashed=state.away,
        folds=bool(body) and not collapse,
    )


def card_width(width: int) -> int:
    """Return the widest that a card can get whose text is ``width`` points wide."""
    return width + 2 * PADDING + 6


def _head(person: Portfolio, state: State, width: int, look: Look) -> Iterator[Row]:
    mark = say(FRAME.away, look.lang) if state.away else ""
    badge = cells_width(mark, _MARK) + 16 if mark else 0
    name = replace(_NAME, colour="away_ink") if state.away else _NAME
    link = look.link("people", person.name)
    for index, line in enumerate(wrap(person.name, (width - badge) / name.size)):
        row = [Cell(text=line, style=name, width=width - badge, href=link)]
        if mark and index == 0:
            row.append(Cell(text=f"\u00a0\u00a0{mark}", style=_MARK, width=badge, fill="away_mark"))
        yield tuple(row)
    title = replace(_TITLE, colour="away_ink") if state.away else _TITLE
    for line in wrap_items(person.titles, width / title.size):
        yield (Cell(text=line, style=title, width=width),)


def _marks(state: State, width: int, look: Look) -> Iterator[Row]:
    """Say who is acted for, or that nobody acts; in words, not by colour alone."""
    for text in state_words(state, look):
        for line in wrap(text, width / _MARK.size):
            yield (Cell(text=line, style=_MARK, width=width),)


def state_words(state: State, look: Look) -> Iterator[str]:
    """Yield whom a leader acts for, and who acts for him or that nobody does; by parts of the day."""
    mark = "，" if look.lang == "zh" else ", "
    for when, part in state.parts:
        said = [say(FRAME.away, look.lang)] if part.away else []
        said += state_words(part, look)
        if said:
            yield f"{say(when, look.lang)} {mark.join(said)}"
    if state.parts:
        return
    if state.acting_for:
        yield f"{say(FRAME.acting, look.lang)} {join(state.acting_for, look.lang)}"
    if state.acted_by:
        names = join(state.acted_by, look.lang)
        yield f"由 {names} 代行" if look.lang == "zh" else f"{names} acts"
    elif state.gap is Status.COORDINATION_REQUIRED:
        yield say(FRAME.coordination, look.lang)
    elif state.gap is not None and state.gap is not Status.IN_CHARGE:
        yield say(FRAME.unspecified, look.lang)


def _body(person: Portfolio, width: int, look: Look, *, grey: bool) -> Iterator[Row]:
    side = 28 if look.lang == "zh" else 58
    for number, (section, items) in enumerate(sections(person)):
        style = replace(section.style, colour="away_ink") if grey else section.style
        if number:
            yield space(width, 3)
        rows = item_rows(items, style, width - side, dense=section.dense)
        yield from beside(heading(person, section, look), rows, side, width)


def heading(person: Portfolio, section: Section, look: Look) -> Item:
    """Return the heading of a section, which leads to the notice and tells its clause."""
    said = (quote for r in section.relations for quote in person.quotes.get(r, ()))
    return proved(say(section.heading, look.lang), said, look)


def sections(person: Portfolio) -> list[tuple[Section, tuple[Item, ...]]]:
    """Return the parts of a portfolio that hold anything."""
    return [
        (section, items)
        for section in SECTIONS
        if (items := tuple(i for r in section.relations for i in person.held.get(r, ())))
    ]


def _counts(person: Portfolio, width: int, look: Look) -> Iterator[Row]:
    counts = [f"{say(s.heading, look.lang)} {len(items)}" for s, items in sections(person)]
    for line in wrap_items(counts, width / _LESS.size, "，" if look.lang == "zh" else ", "):
        yield (Cell(text=line, style=_LESS, width=width),)
