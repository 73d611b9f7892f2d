"""``registry names``: every agency and person of some notices, with their forms and titles."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from registry.cli.asked import asked, government_option, known_at_option
from registry.cli.database import database_option
from registry.model.answers import Words

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.table import Table

    from registry.cli.output import Lang
    from registry.model.names import Names

_NOBODY = Words("没有写到任何单位或人员", "no agency or person is named")
_NO_ISSUER = Words("（发文机关不明）", " (issuer not known)")


@click.command(short_help="List the agencies and persons that notices name.")
@click.argument("files", nargs=-1, metavar="[FILE]...", type=click.Path(path_type=Path))
@government_option
@database_option
@known_at_option
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table")
@click.option("--lang", type=click.Choice(["zh", "en"]), help="Language of the table. 语言")
def names(
    *,
    files: tuple[Path, ...],
    government: str | None,
    database: str | None,
    known_at: str | None,
    form: str,
    lang: str | None,
) -> None:
    """List every agency and person that FILEs name, or the database without any.

    Of each: its forms, where they were equated, and why.

    列出公文中的单位（全称、简称及认定依据）和人员（职务）；指代不明的只列出可能，不作选择。

    \b
    registry names notice.txt
    """  # noqa: D301 - \b is click's mark for lines to keep
    import msgspec

    from registry.cli.output import language
    from registry.cli.paper import put
    from registry.service.answers.names import names as name

    registry = asked(files, database, known_at)
    own = registry.history(government).government if government is not None else None
    facts = registry.facts if own is None else registry.facts_of(own)
    found = name(facts, registry.glossary.aliases, own)
    if form == "json":
        click.echo(msgspec.json.format(msgspec.json.encode(found), indent=2).decode())
    else:
        put(_blocks(found, language("", lang)))


def _blocks(found: Names, lang: Lang) -> Iterator[RenderableType]:
    from rich.text import Text

    parts = (
        (("单位", "Agencies"), len(found.agencies), _agencies(found, lang)),
        (("指代不明", "Ambiguous"), len(found.ambiguous), _ambiguous(found, lang)),
        (("人员", "Persons"), len(found.persons), _persons(found, lang)),
    )
    if not any(number for _, number, _ in parts):
        yield Text(_say(_NOBODY, lang))
    for (zh, en), number, table in parts:
        if number:
            yield Text(f"{zh if lang == 'zh' else en}  {number}", style="bold")
            yield table
            yield Text()


def _agencies(found: Names, lang: Lang) -> Table:
    grid = _grid()
    for agency in found.agencies:
        grid.add_row(f"  {agency.name}", "", _list(agency.forms[0].documents))
        for form in agency.forms[1:]:
            grid.add_row(f"    {form.form}", _say(form.because, lang), _list(form.documents))
    return grid


def _ambiguous(found: Names, lang: Lang) -> Table:
    grid = _grid()
    for name in found.ambiguous:
        may = "可能指" if lang == "zh" else "may mean "
        grid.add_row(f"  {name.name}", f"{may}{_list(name.choices)}", _list(name.documents))
    return grid


def _persons(found: Names, lang: Lang) -> Table:
    grid = _grid()
    for person in found.persons:
        first, *more = person.titles or (None,)
        docs = first.documents if first else person.documents
        unknown = "" if person.government else _say(_NO_ISSUER, lang)
        grid.add_row(f"  {person.name}{unknown}", first.title if first else "", _list(docs))
        for title in more:
            if title is not None:
                grid.add_row("", title.title, _list(title.documents))
    return grid


def _grid() -> Table:
    from rich.table import Table

    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(overflow="fold")
    grid.add_column(overflow="fold")
    grid.add_column(overflow="fold", style="dim")
    return grid


def _list(names: tuple[str, ...]) -> str:
    return "、".join(names)


def _say(words: Words, lang: Lang) -> str:
    return words.zh if lang == "zh" else words.en
