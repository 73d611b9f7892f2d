"""``registry migrate``: a database's schema up to date."""

from __future__ import annotations

import click
import msgspec

from registry.cli.database import database_option, form_option


@click.command(short_help="Bring a database's schema up to date.")
@database_option
@form_option
def migrate(*, database: str | None, form: str) -> None:
    """Bring the schema of the database up to what this registry needs, or make it.

    It goes forward only: take a backup first. What is recorded stays as it is.

    升级数据库结构（只进不退）：请先备份；已登记的内容不变。

    \b
    registry migrate --database registry.db
    """  # noqa: D301
    from registry.wiring import migrate_journal

    where, before, after = migrate_journal(database)
    if form == "json":
        told = {"database": where, "before": before, "after": after}
        click.echo(msgspec.json.encode(told).decode())
    elif before == after:
        click.echo(f"{where}: schema {after}, up to date 已是最新")
    else:
        click.echo(f"{where}: schema {before} → {after}")
