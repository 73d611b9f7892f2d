"""``registry across``: who covers one thing in every government."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from registry.cli.asked import asked, asks
from registry.graph.quotes import Quote
from registry.model.answers import Words
from registry.resolve.words import RELATIONS

if TYPE_CHECKING:
    from rich.console import RenderableType

    from registry.cli.output import Lang
    from registry.model.coverage import Across, Coverage
    from registry.service.registry import Registry

_LISTED = 12
"""Governments named in the table of those that are silent; JSON names them all."""
_NOBODY = Words("没有公文写明由谁负责", "No notice gives it to anybody")
_UNPLACED = Words("不知属于何省，未列入", "Left out, since nothing says in which province they are")
_SINCE = Words("起", "since")
_EVERYWHERE = Words("各地", "everywhere")


@click.command(short_help="Say who covers one thing in every government.")
@click.argument("subject")
@click.option("--on", metavar="DAY", help="The day (YYYY-MM-DD); today without it. 日期")
@click.option("--in", "place", metavar="PLACE", help="Only in that province or city. 省或市")
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table")
@click.option("--lang", type=click.Choice(["zh", "en"]), help="Language of the table. 语言")
@asks
def across(
    *,
    subject: str,
    on: str | None,
    place: str | None,
    form: str,
    lang: str | None,
    sources: tuple[str, ...],
    database: str | None,
    known_at: str | None,
) -> None:
    """Say who covers SUBJECT, an area or an agency, in every government known.

    各地由谁负责或分管某领域、某单位，逐条附条款；没有写明的政府一并列出。

    \b
    registry across 商务 --on 2019-09-04
    registry across 卫健委 --in 江西省 --on 2019-09-04
    """  # noqa: D301 - \b is click's mark for lines to keep
    import msgspec

    from registry.cli.output import language
    from registry.cli.paper import put
    from registry.service.answers.across import across as ask
    from registry.service.periods import read_last

    registry = asked(sources, database, known_at)
    day = read_last(on) if on is not None else None
    _index(registry)
    found = ask(registry, subject, day, place=place)
    if form == "json":
        click.echo(msgspec.json.format(msgspec.json.encode(found), indent=2).decode())
    else:
        put(_blocks(found, language(subject, lang)))


def _index(registry: Registry) -> None:
    """Bring the index up to date; it may be stopped, and goes on where it was."""
    from registry.cli.progress import counting

    with counting("indexing 索引") as told:
        for done, total in registry.indexed():
            told(done, total)


def _blocks(found: Across, lang: Lang) -> Iterator[RenderableType]:
    from rich.text import Text

    from registry.cli.paper import grid, quoted

    where = found.place or _say(_EVERYWHERE, lang)
    yield Text(f"{found.subject} · {where} · {found.on}", style="bold")
    table = grid(4, whole=2)
    for line in found.covers:
        quote = Quote(clause=line.clause, doc=line.doc, date=None)
        table.add_row(f"  {line.government}", line.person, _tie(line, lang), quoted(quote))
    if found.covers:
        yield Text()
        yield table
    if found.silent:
        names = (
            "、".join(found.silent[:_LISTED]) if lang == "zh" else ", ".join(found.silent[:_LISTED])
        )
        more = " …" if len(found.silent) > _LISTED else ""
        yield Text(f"\n{_say(_NOBODY, lang)}  {len(found.silent)}", style="yellow")
        yield Text(f"  {names}{more}")
    if found.unplaced:
        yield Text(f"\n{_say(_UNPLACED, lang)}  {found.unplaced}", style="yellow")


def _tie(line: Coverage, lang: Lang) -> str:
    since = f"{line.since}{_SINCE.zh}" if lang == "zh" else f"{_SINCE.en} {line.since}"
    gap = "" if lang == "zh" else " "
    return f"{_say(RELATIONS[line.relation], lang)}{gap}{line.name}  {since}"


def _say(words: Words, lang: Lang) -> str:
    return words.zh if lang == "zh" else words.en
