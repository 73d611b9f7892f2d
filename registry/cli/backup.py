"""``registry backup``: the whole journal in one file."""

from __future__ import annotations

from pathlib import Path

import click

from registry.cli.database import database_option, form_option, tell_whole


@click.command(short_help="Write the whole journal to one file.")
@click.argument("file", type=click.Path(path_type=Path))
@database_option
@form_option
def backup(*, file: Path, database: str | None, form: str) -> None:
    """Write a backup to FILE, a new file, and verify it; others may write meanwhile.

    From SQLite it is a SQLite database, from PostgreSQL an export as JSON Lines.
    `registry restore` takes both.

    备份登记簿到新文件并校验；不影响他人同时写入。

    \b
    registry backup 2019-09-30.db --database registry.db
    """  # noqa: D301
    from registry.cli.database import opened
    from registry.service.backup import backup as write

    with opened(database) as journal:
        header = write(journal, file)
    tell_whole(header, form, file=file)
