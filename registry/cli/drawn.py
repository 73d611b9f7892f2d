"""What all charts of the command line have in common: how they look, and where they go."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast, get_args

import click

from registry.cli.asked import asked, asks, government_option

if TYPE_CHECKING:
    from registry.charts.chart import Chart
    from registry.charts.look import Look, PaperName
    from registry.charts.palette import StyleName
    from registry.charts.render import Format
    from registry.charts.words import Lang
    from registry.service.registry import Registry

_DRAWN = (
    click.option(
        "--lang", type=click.Choice(["zh", "en"]), default="zh", help="Language of the frame. 语言"
    ),
    click.option(
        "--style",
        type=click.Choice(["light", "dark", "print"]),
        default="light",
        help="Colours for a light page, a dark one, or paper. 浅色、深色、打印",
    ),
    click.option(
        "--paper",
        type=click.Choice(["a4", "a3"]),
        default="a4",
        help="The sheets of a PDF; as many as are needed to read it. 纸张",
    ),
    click.option(
        "--href",
        metavar="PATTERN",
        help="Make names links, such as /KIND/NAME; KIND is people, agencies, areas, groups,"
        " notices or governments. 链接",
    ),
    asks,
    government_option,
    click.option(
        "-o",
        "--output",
        required=True,
        metavar="FILE",
        help="Where to write: .svg, .png, .pdf, .dot, .html or .json. 输出文件",
    ),
)

on_option = click.option("--on", metavar="DAY", help="The day (YYYY-MM-DD); today without it. 日期")


class Drawn:
    """Where a chart is asked of, how it is to look and where it goes."""

    def __init__(self, known: Registry, government: str | None, look: Look, target: Target) -> None:
        self.known = known
        self.government = government
        self.look = look
        self._target = target

    def write(self, made: Chart) -> None:
        """Write the chart to its file, and print the file's name."""
        from registry.charts.render import render

        path, form = self._target
        drawn = render(made, form)
        try:
            path.write_bytes(drawn)
        except OSError as error:
            raise click.UsageError(
                f"{path}: cannot be written ({error.strerror}); name a file in a folder that is there"
            ) from None
        click.echo(str(path))


Target = tuple[Path, "Format"]


def draws(command: Callable[..., None]) -> Callable[..., Any]:
    """Give a command the options that all charts share; it is called with a ``Drawn`` first."""

    def run(  # noqa: PLR0917 - an option each
        lang: Lang,
        style: StyleName,
        paper: PaperName,
        href: str | None,
        sources: tuple[str, ...],
        database: str | None,
        known_at: str | None,
        government: str | None,
        output: str,
        **own: Any,  # noqa: ANN401 - the command's own options
    ) -> None:
        from registry.charts.look import Look, check_href

        path, form = _target(output)
        look = Look(
            lang=lang,
            style=style,
            paper=paper if form == "pdf" else None,
            href=check_href(href) if href is not None else None,
        )
        known = asked(sources, database, known_at)
        command(Drawn(known, government, look, (path, form)), **own)

    run.__name__ = command.__name__
    run.__doc__ = command.__doc__
    # click keeps a command's own options here until the command is made.
    run.__click_params__ = getattr(command, "__click_params__", [])  # type: ignore[attr-defined]
    shared: Callable[..., Any] = run
    for option in reversed(_DRAWN):
        shared = option(shared)
    return shared


def _target(output: str) -> Target:
    from registry.charts.render import Format

    path = Path(output)
    form = path.suffix.lower().removeprefix(".")
    if form not in get_args(Format):
        known = ", ".join(f".{name}" for name in get_args(Format))
        raise click.UsageError(f"{output}: a chart is written as {known}; end the file's name so")
    return path, cast("Format", form)
