"""``registry restore``: a backup into an empty database."""

from __future__ import annotations

from pathlib import Path

import click

from registry.cli.database import database_option, form_option, tell_whole


@click.command(short_help="Take a backup into an empty database.")
@click.argument("file", type=click.Path(path_type=Path))
@database_option
@form_option
def restore(*, file: Path, database: str | None, form: str) -> None:
    """Take the backup FILE into an empty database, all of it or nothing, and verify it.

    FILE is what `registry backup` or `registry journal export` wrote, from any backend.

    把备份恢复到空数据库：要么全部恢复，要么不变；恢复后校验。

    \b
    registry restore 2019-09-30.db --database new.db
    """  # noqa: D301
    from registry.cli.database import opened
    from registry.service.backup import check
    from registry.service.backup import restore as take

    check(file)  # before there is a database that it could leave behind
    with opened(database, create=True) as journal:
        header = take(journal, file)
    tell_whole(header, form, file=file)
