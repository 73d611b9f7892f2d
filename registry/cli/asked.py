"""What the commands that ask have in common: of which notices, of whom, and as known when."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from registry.cli.database import database_option

if TYPE_CHECKING:
    from registry.service.registry import Registry

source_option = click.option(
    "--source",
    "sources",
    multiple=True,
    metavar="FILE",
    help="Read notices from a file or folder, not from the database; may be repeated. 公文文件",
)
government_option = click.option(
    "--government", metavar="NAME", help="Which government, if several. 哪级政府"
)
known_at_option = click.option(
    "--known-at", metavar="MOMENT", help="As known then (2019-09-02T12:00+08:00). 当时所知"
)
away_option = click.option(
    "--away",
    multiple=True,
    metavar="NAME[:KIND][@WHEN]",
    help=(
        "Who is away, besides what is recorded: all the time, or @DAY, @DAY/am, @DAY/pm, @FROM/TO,"
        " @DAYT14:00/16:30; may be repeated. 外出"
    ),
)

begins_option = click.option(
    "--from",
    "start",
    metavar="DAY",
    required=True,
    help="First day; DAY/am or DAY/pm is a half, DAYTHH:MM a time on it. 起",
)
ends_option = click.option(
    "--to", "end", metavar="DAY", help="Last day, half or time; the first, without it. 止"
)

_QUESTION = (
    click.argument("subject"),
    click.option("--on", metavar="DAY", help="The day (YYYY-MM-DD); today without it. 日期"),
    click.option(
        "--week", metavar="DAY", help="The week of that day, Monday to Sunday. 该日所在周"
    ),
    click.option("--from", "start", metavar="DAY", help="First day of a period. 起"),
    click.option("--to", "end", metavar="DAY", help="Last day of a period. 止"),
    away_option,
)


def asks_who(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the subject, the period and who is away."""
    for option in reversed(_QUESTION):
        command = option(command)
    return command


def asks(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options that say of which notices it asks, and as known when."""
    return source_option(database_option(known_at_option(command)))


def asked(
    sources: Iterable[str | Path], database: str | None, known_at: str | None = None
) -> Registry:
    """Return the registry that the options name, let go of when the command ends.

    Files, if any are named; else the database named; else the user's own, if there is one;
    else the notices that travel with the package.
    """
    from registry.service.state import read_moment
    from registry.wiring import registry

    paths = tuple(Path(source) for source in sources)
    if paths and database:
        raise click.UsageError("ask either files or a database (--database), not both")
    found = registry(paths, database, click.get_current_context().call_on_close)
    return found.known(read_moment(known_at))
