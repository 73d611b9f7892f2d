"""``registry chart``: a picture of a government, or of one of its leading groups."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast, get_args

import click

from registry.cli.asked import asked, asks, government_option

if TYPE_CHECKING:
    from registry.charts.chart import Chart
    from registry.charts.render import Format
    from registry.charts.words import Lang

_SHARED = (
    click.option("--on", metavar="DAY", help="The day (YYYY-MM-DD); today without it. 日期"),
    click.option(
        "--lang", type=click.Choice(["zh", "en"]), default="zh", help="Language of the frame. 语言"
    ),
    asks,
    government_option,
    click.option(
        "-o",
        "--output",
        required=True,
        metavar="FILE",
        help="Where to write: .svg, .png, .pdf or .dot. 输出文件",
    ),
)


def _shared(command: Callable[..., Any]) -> Callable[..., Any]:
    for option in reversed(_SHARED):
        command = option(command)
    return command


@click.group()
def chart() -> None:
    """Draw a government or a leading group.

    绘制领导分工图、领导小组图。
    """


@chart.command()
@click.option(
    "--away",
    multiple=True,
    metavar="NAME[@FROM[/TO]]",
    help="Who is away: on the day, or from a day to a day; may be repeated. 外出",
)
@click.option("--no-liaison", is_flag=True, help="Leave out 联系 (liaison). 不列联系单位")
@_shared
def government(
    *,
    on: str | None,
    away: tuple[str, ...],
    no_liaison: bool,
    lang: Lang,
    sources: tuple[str, ...],
    database: str | None,
    known_at: str | None,
    government: str | None,
    output: str,
) -> None:
    """Draw the government on one page: who leads, who pairs with whom, who acts.

    一页看清分管、AB角和代行。

    \b
    registry chart government --on 2019-09-04 --away 张良华 -o government.svg
    """  # noqa: D301 - \b is click's mark for lines to keep
    from registry.charts.look import Look
    from registry.service.chart import government_chart
    from registry.service.question import read_absences, read_period
    from registry.wiring import today

    path, form = _target(output)
    period = read_period(today(), on=on)
    _write(
        government_chart(
            asked(sources, database, known_at),
            period.start,
            read_absences(away, period),
            government=government,
            liaison=not no_liaison,
            look=Look(lang=lang),
        ),
        path,
        form,
    )


@chart.command()
@click.argument("name")
@_shared
def group(
    *,
    name: str,
    on: str | None,
    lang: Lang,
    sources: tuple[str, ...],
    database: str | None,
    known_at: str | None,
    government: str | None,
    output: str,
) -> None:
    """Draw the leading group NAME: full name, short name, or a part that no other shares.

    领导小组：组长、副组长、成员、下设机构、办公室。

    \b
    registry chart group 公共场所 --on 2019-09-04 -o group.svg
    """  # noqa: D301
    from registry.charts.look import Look
    from registry.service.chart import group_chart
    from registry.service.question import read_period
    from registry.wiring import today

    path, form = _target(output)
    day = read_period(today(), on=on).start
    made = asked(sources, database, known_at)
    _write(group_chart(made, name, day, government=government, look=Look(lang=lang)), path, form)


def _target(output: str) -> tuple[Path, Format]:
    from registry.charts.render import Format

    path = Path(output)
    form = path.suffix.lower().removeprefix(".")
    if form not in get_args(Format):
        known = ", ".join(f".{name}" for name in get_args(Format))
        raise click.UsageError(f"{output}: a chart is written as {known}; end the file's name so")
    return path, cast("Format", form)


def _write(made: Chart, path: Path, form: Format) -> None:
    from registry.charts.render import render

    drawn = render(made, form)
    try:
        path.write_bytes(drawn)
    except OSError as error:
        raise click.UsageError(
            f"{path}: cannot be written ({error.strerror}); choose a file in a folder of yours"
        ) from None
    click.echo(str(path))
