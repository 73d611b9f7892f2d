"""What changed between two days: a card a person, each change with a mark and a colour."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from registry.charts.cards import PADDING, Card, Cell, Row, Style
from registry.charts.chart import Table
from registry.charts.draw import Drawing, Frame, draw
from registry.charts.flow import flow
from registry.charts.look import Look, Topic
from registry.charts.page import Page, Stack, best, columns, fitting
from registry.charts.palette import Role
from registry.charts.rows import Item, item_rows, person, space, text_rows, titled
from registry.charts.sources import left_out, proved, sources
from registry.charts.words import FRAME, Lang, join, say
from registry.graph.changes.redline import Change, Redline
from registry.graph.quotes import Quote
from registry.model.answers import Words

_COUNTS = range(2, 7)
_WIDTHS = range(180, 340, 20)
_NAME = Style(size=17, bold=True)
_TEXT = Style(size=11)
_MARK = Style(size=11, colour="mark_ink", bold=True)
_BADGE = 18
_SUBJECTS = {
    "agency": Words("", ""),
    "area": Words("", ""),
    "pair": Words("AB角 ", "AB pair "),
    "group": Words("小组 ", "group "),
}
_TOPICS: dict[str, Topic] = {"agency": "agencies", "area": "areas", "group": "groups"}


class Mark(Struct, frozen=True):
    """How a kind of change is told apart: by its sign, its colour and its word."""

    sign: str
    colour: Role
    word: Words


MARKS = {
    "gained": Mark("+", "gained", FRAME.gained),
    "lost": Mark("−", "lost", FRAME.lost),
    "moved": Mark("→", "moved", FRAME.moved),
    "orphaned": Mark("!", "lost", FRAME.orphaned),
    "changed": Mark("~", "changed", FRAME.changed),
}


class Entry(Struct, frozen=True):
    """One thing on a card: its mark, what it is, from or to whom it went, and the clauses."""

    mark: Mark
    item: Item
    other: str = ""
    quotes: tuple[Quote, ...] = ()


def changes_drawing(found: Redline, look: Look) -> Drawing:
    """Draw a card for each person whose share of the work is otherwise on the second day."""
    entries = entries_of(found, look)

    def cards(width: int) -> list[Stack]:
        made: list[Stack] = [[(who, _card(who, own, width, look))] for who, own in entries.items()]
        return made or [[("none", _none(width, look))]]

    whole = [
        columns((), cards(width), count, width + 2 * PADDING + 2)
        for count in _COUNTS
        for width in _WIDTHS
    ]
    one = fitting(whole, look) if look.sheet else best(whole)
    pages: tuple[Page, ...] = (one,) if one else flow(cards, look)
    gap = "" if look.lang == "zh" else ": "
    drawn = {entry.mark for own in entries.values() for entry in own}
    used = [mark for mark in MARKS.values() if mark in drawn]
    frame = Frame(
        title=f"{found.government}{gap}{say(FRAME.changes, look.lang)}",
        subtitle=(
            Item(f"{found.start} → {found.end}"),
            *((Item(say(found.unknown, look.lang)),) if found.unknown else ()),
            *sources((tie.quote for c in found.changes for tie in (*c.before, *c.after)), look),
        ),
        legend=(
            *("  ".join(f"{m.sign} {say(m.word, look.lang)}" for m in used),) * bool(used),
            left_out(say(FRAME.unchanged, look.lang), look),
        ),
    )
    return draw(pages, (), frame, "diff", look)


def entries_of(found: Redline, look: Look) -> dict[str, list[Entry]]:
    """Return the lines of each person's card, in the order of the changes.

    What nobody gained or lost stands on a card of its own, and so does what nobody has now.
    """
    cards: dict[str, list[Entry]] = {}
    for change in found.changes:
        for who, entry in _entries(change, look):
            cards.setdefault(who, []).append(entry)
    last = [say(FRAME.others, look.lang), say(FRAME.orphaned, look.lang)]
    return {
        who: cards[who]
        for who in sorted(cards, key=lambda who: last.index(who) if who in last else -1)
    }


def _entries(change: Change, look: Look) -> Iterator[tuple[str, Entry]]:
    topic = _TOPICS.get(change.subject)
    href = look.link(topic, change.name) if topic else None
    item = Item(say(_SUBJECTS[change.subject], look.lang) + change.name, href)
    mark = MARKS[change.turn]
    said = tuple(tie.quote for tie in (*change.after, *change.before))
    to, since = join(change.who_to, look.lang), join(change.who_from, look.lang)
    for who in change.who_from:
        gone = MARKS["lost"] if change.turn in {"changed", "orphaned"} else mark
        yield who, Entry(gone, item, f"→ {to}" if to else "", said)
    for who in change.who_to:
        come = MARKS["gained"] if change.turn == "changed" else mark
        yield who, Entry(come, item, f"← {since}" if since else "", said)
    if change.turn == "orphaned":
        yield say(FRAME.orphaned, look.lang), Entry(mark, item, "", said)
    elif not change.who_from and not change.who_to:
        yield say(FRAME.others, look.lang), Entry(mark, item, "", said)


def _card(who: str, entries: list[Entry], width: int, look: Look) -> Card:
    own = (say(FRAME.others, look.lang), say(FRAME.orphaned, look.lang))
    name = Item(who) if who in own else person(who, look)
    alike: dict[tuple[Mark, str], list[Entry]] = {}
    counts: dict[str, int] = {}
    for entry in entries:
        alike.setdefault((entry.mark, entry.other), []).append(entry)
        counts[entry.mark.sign] = counts.get(entry.mark.sign, 0) + 1
    told = "  ".join(f"{sign}{count}" for sign, count in counts.items())
    head = [
        *text_rows(name, _NAME, width),
        *text_rows(told, Style(size=11, colour="soft", bold=True), width),
    ]
    body: list[Row] = []
    for (mark, other), same in alike.items():
        if body:
            body.append(space(width, 3))
        said = (quote for entry in same for quote in entry.quotes)
        word = proved(f"{say(mark.word, look.lang)} {other}".strip(), said, look)
        body += _rows(mark, word, [entry.item for entry in same], width)
    return titled(head, body, width)


def _rows(mark: Mark, word: Item, items: list[Item], width: int) -> Iterator[Row]:
    """Set what shares a mark and a giver or taker: the word first, then the list."""
    room = width - _BADGE - 6
    style = Style(size=9, colour=mark.colour, bold=True)
    for number, row in enumerate([*text_rows(word, style, room), *item_rows(items, _TEXT, room)]):
        badge = Cell(
            text="" if number else f"\u00a0{mark.sign}",
            style=_MARK,
            width=_BADGE,
            fill=None if number else mark.colour,
        )
        yield badge, Cell(text="", style=style, width=6), *row


def _none(width: int, look: Look) -> Card:
    return titled(text_rows(say(FRAME.no_change, look.lang), _TEXT, width), (), width, "other")


def changes_account(found: Redline, lang: Lang) -> str:
    """Tell in one paragraph how much was gained, lost and moved, and what nobody has now."""
    zh = lang == "zh"
    counts = [
        (say(mark.word, lang), sum(change.turn == turn for change in found.changes))
        for turn, mark in MARKS.items()
    ]
    told = [f"{word}{'' if zh else ' '}{count}" for word, count in counts if count]
    orphaned = tuple(change.name for change in found.changes if change.turn == "orphaned")
    if zh:
        words = f"{found.government}，{found.start}至{found.end}：{'，'.join(told) or '没有变化'}。"
        words += f"{found.unknown.zh}。" if found.unknown else ""
        return words + (f"无人负责：{join(orphaned, lang)}。" if orphaned else "")
    words = f"{found.government}, {found.start} to {found.end}: {', '.join(told) or 'no change'}."
    words += f" Note: {found.unknown.en}." if found.unknown else ""
    return words + (f" Nobody in charge now: {join(orphaned, lang)}." if orphaned else "")


_COLUMNS = {
    "zh": ("变化", "对象", "原由", "现由", "原条款", "现条款"),
    "en": ("change", "subject", "from", "to", "clause before", "clause after"),
}


def changes_table(found: Redline, lang: Lang) -> Table:
    """Return a row for each change, with the clauses of both days."""
    return Table(
        _COLUMNS[lang],
        tuple(
            (
                f"{MARKS[c.turn].sign} {say(MARKS[c.turn].word, lang)}",
                say(_SUBJECTS[c.subject], lang) + c.name,
                join(c.who_from, lang),
                join(c.who_to, lang),
                "；".join(dict.fromkeys(tie.quote.clause for tie in c.before)),
                "；".join(dict.fromkeys(tie.quote.clause for tie in c.after)),
            )
            for c in found.changes
        ),
    )
