"""``registry week``: the sheet that a duty office prints."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING

import click

from registry.cli.asked import asked, asks, away_option, government_option
from registry.model.answers import Words

if TYPE_CHECKING:
    from rich.padding import Padding
    from rich.table import Table
    from rich.text import Text

    from registry.cli.output import Lang
    from registry.model.answers import CalendarDay
    from registry.model.week import Cell, Sheet

_NARROW: dict[Lang, int] = {"zh": 60, "en": 80}
"""Columns below which seven days do not fit side by side: an English word is not to be broken."""
_ALL_PRESENT = Words("都在岗", "all present")


@click.command(short_help="Print the week's sheet: each leader, each day, and what is open.")
@click.argument("day", required=False, metavar="[DAY]")
@away_option
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "json", "html", "ics"]),
    default="table",
    help="html prints on A4; ics is a calendar feed. 格式",
)
@click.option("--lang", type=click.Choice(["zh", "en"]), help="Language of the sheet. 语言")
@asks
@government_option
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write to a file. 输出文件",
)
def week(
    *,
    day: str | None,
    away: tuple[str, ...],
    form: str,
    lang: str | None,
    sources: tuple[str, ...],
    database: str | None,
    known_at: str | None,
    government: str | None,
    output: Path | None,
) -> None:
    """Print the week of DAY, Monday to Sunday: who is there, who acts, what is open.

    Without DAY it is this week. Holidays and adjusted working days are shown.

    领导一周去向表：逐日列出谁在岗、谁不在、谁代谁，待协调和未作规定的排在下面并附条款；标出节假日和调休。

    \b
    registry week 2019-09-02 --away 张良华@2019-09-03/2019-09-05
    registry week 2019-09-30 --format html -o week.html
    """  # noqa: D301 - \b is click's mark for lines to keep
    from registry.cli.output import language
    from registry.service.answers.week import week as make
    from registry.service.periods import read_period
    from registry.service.question import read_absences
    from registry.wiring import today

    now = today()
    period = read_period(now, week=day or now.isoformat())
    sheet = make(
        asked(sources, database, known_at),
        period,
        read_absences(away, period),
        government=government,
    )
    stamp = datetime.combine(now, time(), tzinfo=UTC)
    text = _text(sheet, form, language("".join(away), lang), stamp)
    if output is None:
        click.echo(text, nl=False)
        return
    _write(output, text)
    click.echo(f"{output}")


def _write(output: Path, text: str) -> None:
    from registry.errors import RegistryError

    try:
        output.write_text(text, encoding="utf-8", newline="")
    except OSError as error:
        raise RegistryError(
            f"{output}: cannot be written ({error.strerror}); name a file in a folder that is there"
        ) from None


def _text(sheet: Sheet, form: str, lang: Lang, stamp: datetime) -> str:
    import msgspec

    from registry.exports.week.html import week_html
    from registry.exports.week.ics import week_ics

    if form == "json":
        return msgspec.json.format(msgspec.json.encode(sheet), indent=2).decode() + "\n"
    if form == "html":
        return week_html(sheet, lang)
    if form == "ics":
        return week_ics(sheet, stamp, lang).decode()
    return _table(sheet, lang)


def _table(sheet: Sheet, lang: Lang) -> str:
    from rich.console import Console
    from rich.text import Text

    from registry.exports.week import words

    console = Console(highlight=False, emoji=False, markup=False)
    if not console.is_terminal:
        console = Console(highlight=False, emoji=False, markup=False, width=100_000)
    with console.capture() as written:
        console.print(Text(words.title(sheet, lang), style="bold"))
        console.print(Text(words.basis(sheet, lang), style="dim"))
        console.print()
        if console.width < _NARROW[lang]:
            for line in _by_day(sheet, lang):
                console.print(line)
        else:
            console.print(_grid(sheet, lang))
        console.print()
        console.print(Text(words.open_heading(sheet, lang), style="bold"))
        for gap in sheet.gaps:
            console.print(_indented(2, Text(words.gap_line(gap, lang), style="bold red")))
            for quoted in words.quotes(gap):
                console.print(_indented(4, Text(quoted, style="dim")))
        if foot := words.footnote(sheet, lang):
            console.print(Text(foot))
    return "\n".join(line.rstrip() for line in written.get().splitlines()) + "\n"


def _by_day(sheet: Sheet, lang: Lang) -> Iterator[Text | Padding]:
    """Yield each day with those who are not simply present on it."""
    from rich.text import Text

    from registry.exports.week.words import say
    from registry.model.week import Presence

    for number, day in enumerate(sheet.days):
        yield Text(_head(day, lang), style="bold")
        listed = False
        for row in sheet.rows:
            one = row.cells[number]
            if one.presence is not Presence.PRESENT or one.parts or one.gap or one.acting_for:
                listed = True
                yield _indented(2, Text(f"{row.person}  ").append_text(_cell(one, lang)))
        if not listed:
            yield _indented(2, Text(say(_ALL_PRESENT, lang), style="dim"))


def _indented(columns: int, text: Text) -> Padding:
    from rich.padding import Padding

    return Padding(text, (0, 0, 0, columns), expand=False)


def _grid(sheet: Sheet, lang: Lang) -> Table:
    from rich.table import Table
    from rich.text import Text

    grid = Table.grid(padding=(0, 2, 0, 0))
    for _ in range(len(sheet.days) + 1):
        grid.add_column(overflow="fold")
    grid.add_row("", *(Text(_head(day, lang), style="bold") for day in sheet.days))
    for row in sheet.rows:
        grid.add_row(Text(row.person, style="bold"), *(_cell(one, lang) for one in row.cells))
    return grid


def _head(day: CalendarDay, lang: Lang) -> str:
    from registry.exports.week.words import note, weekday

    named = note(day, lang)
    return f"{weekday(day.day, lang)} {day.day:%m-%d}{f' {named}' if named else ''}"


def _cell(one: Cell, lang: Lang) -> Text:
    from rich.text import Text

    from registry.exports.week.words import cell

    if one.gap is not None:
        return Text(f"【{cell(one, lang)}】", style="bold red")
    return Text(cell(one, lang), style="cyan" if one.acting_for or one.acted_by else "")
