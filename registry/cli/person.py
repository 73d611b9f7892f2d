"""``registry person``: a person's whole career with clauses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import click

from registry.cli.asked import asked, asks, government_option
from registry.model.answers import Relation, Words
from registry.resolve.words import RELATIONS

if TYPE_CHECKING:
    from rich.console import RenderableType

    from registry.cli.output import Lang
    from registry.graph.career import Career
    from registry.graph.quotes import Quote
    from registry.graph.tenure import Tenure

_HEADS = {
    "posts": Words("职务", "Posts"),
    "portfolio": Words("分工", "Portfolio"),
    "groups": Words("领导小组", "Groups"),
    "pairs": Words("AB角", "AB pairs"),
    "gaps": Words("公文没有写明的", "What the notices do not tell"),
}
_HOW = {
    "acting_by_statute": Words("依法代理", "acting by statute"),
    "temporary_charge": Words("主持工作", "temporary charge"),
}


@click.command(short_help="Tell a person's whole career with clauses.")
@click.argument("name")
@click.option("--on", metavar="DAY", help="Up to that day (YYYY-MM-DD); today without it. 日期")
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table")
@click.option("--lang", type=click.Choice(["zh", "en"]), help="Language of the table. 语言")
@asks
@government_option
def person(  # noqa: PLR0917 - an option each
    name: str,
    on: str | None,
    form: str,
    lang: str | None,
    sources: tuple[str, ...],
    database: str | None,
    known_at: str | None,
    government: str | None,
) -> None:
    """Tell the career of NAME: posts opened and closed, portfolio by period, groups, AB pairs.

    Each line quotes its clause, and what no notice tells is said.

    某人的任职、分工、小组和AB角，逐项附条款；公文没有写的就说没有写。

    \b
    registry person 何军威 --on 2019-09-30
    """  # noqa: D301 - \b is click's mark for lines to keep
    import msgspec

    from registry.cli.output import language
    from registry.cli.paper import put
    from registry.service.answers.person import person as career_of
    from registry.service.periods import read_last

    found = career_of(
        asked(sources, database, known_at),
        name,
        read_last(on) if on is not None else None,
        government=government,
    )
    if form == "json":
        click.echo(msgspec.json.format(msgspec.json.encode(found), indent=2).decode())
    else:
        put(_blocks(found, language(name, lang)))


def _blocks(found: Career, lang: Lang) -> Iterator[RenderableType]:
    from rich.text import Text

    yield Text(f"{found.person} · {found.government} · {found.on}", style="bold")
    yield from _section("posts", (_post(t, lang) for t in found.posts), lang)
    rows = _portfolio(found, lang)
    yield from _section("portfolio", rows, lang)
    seats = [
        (
            _days(s.start, s.end),
            " · ".join(p for p in (s.what.group, s.what.role, s.what.title) if p),
            s.quotes,
        )
        for s in found.groups
    ]
    yield from _section("groups", seats, lang)
    pairs = [
        (
            _days(s.start, s.end),
            f"{s.what.holder} {'↔' if s.what.mutual else '→'} {s.what.backup}",
            s.quotes,
        )
        for s in found.pairs
    ]
    yield from _section("pairs", pairs, lang)
    gaps = [("", _say(gap.text, lang), ()) for gap in found.gaps]
    yield from _section("gaps", gaps, lang)


def _portfolio(found: Career, lang: Lang) -> list[_Row]:
    """Return a row a clause and tie: what one clause gives by one word for one time is one."""
    names: dict[tuple[str, str, tuple[Quote, ...]], list[str]] = {}
    for span in found.portfolio:
        tie = _say(RELATIONS[Relation(span.what.relation)], lang)
        names.setdefault((_days(span.start, span.end), tie, span.quotes), []).append(span.what.name)
    gap, mark = ("", "、") if lang == "zh" else (" ", ", ")
    return [
        (days, f"{tie}{gap}{mark.join(own)}", quotes) for (days, tie, quotes), own in names.items()
    ]


_Row = tuple[str, str, "tuple[Quote, ...]"]


def _section(head: str, rows: Iterable[_Row], lang: Lang) -> Iterator[RenderableType]:
    from rich.text import Text

    from registry.cli.paper import grid, quoted

    every = tuple(rows)
    if not every:
        return
    yield Text()
    yield Text(_say(_HEADS[head], lang), style="bold")
    dated = any(days for days, _, _ in every)
    table = grid(3, whole=1) if dated else grid(2)
    for days, what, quotes in every:
        cells = (f"  {days}", what) if dated else (f"  {what}",)
        table.add_row(*cells, Text("\n").join(map(quoted, quotes)))
    yield table


def _post(tenure: Tenure, lang: Lang) -> _Row:
    notes = []
    if how := _HOW.get(tenure.tenancy.value):
        notes.append(_say(how, lang))
    if tenure.probation_until:
        notes.append(
            f"试用期至{tenure.probation_until}"
            if lang == "zh"
            else f"on probation until {tenure.probation_until}"
        )
    if tenure.seconded_until:
        notes.append(
            f"挂职至{tenure.seconded_until}"
            if lang == "zh"
            else f"seconded until {tenure.seconded_until}"
        )
    name = tenure.title if tenure.tenancy.value != "temporary_charge" else tenure.post
    what = f"{name}（{'，'.join(notes)}）" if lang == "zh" else f"{name} ({', '.join(notes)})"
    quotes = dict.fromkeys(said for said in (tenure.opened, tenure.closed) if said)
    days = _days(tenure.start or "?", tenure.end)
    return days, what if notes else name, tuple(quotes)


def _days(start: object, end: object | None) -> str:
    """Write a period; the second day is the first on which it is over."""
    return f"{start} …" if end is None else f"{start} … {end}"


def _say(words: Words, lang: Lang) -> str:
    return words.zh if lang == "zh" else words.en
