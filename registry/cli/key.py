"""``registry key``: the keys with which a service knows those who ask, and who used them."""

from __future__ import annotations

from contextlib import closing, contextmanager
from typing import TYPE_CHECKING, Any

import click

from registry.cli.database import by_option, database_option, form_option

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from registry.model.access import Key
    from registry.store.sql import SqlJournal


@click.group(short_help="Make, list and revoke keys of the service; show who used them.")
def key() -> None:
    """Make, list and revoke the keys of `registry serve`, and show who used them.

    A key holds what it was made for: read (public answers), absences (who is away, and why),
    record (enter notices, absences, decisions, corrections), administer (see who used keys).
    Every key may read.

    服务密钥：发放、列出、吊销，并查看使用记录。read 公开查询，absences 不在岗及事由，record 登记，
    administer 管理。

    \b
    registry key add "Duty office" --scope record --scope absences --expires 2027-06-30
    registry key revoke 5f0c2a9be1d4
    """  # noqa: D301 - \b is click's mark for lines to keep


@key.command(short_help="Make a key; it is shown this once.")
@click.argument("name")
@click.option(
    "--scope",
    "scopes",
    type=click.Choice(["read", "absences", "record", "administer"]),
    multiple=True,
    required=True,
    help="What it may do; may be repeated. 权限",
)
@click.option("--expires", metavar="DAY", help="Its last day; none without it. 有效期至")
@database_option
@by_option
@form_option
def add(
    *,
    name: str,
    scopes: tuple[str, ...],
    expires: str | None,
    database: str | None,
    by: str | None,
    form: str,
) -> None:
    """Make a key for NAME, who or what will use it; what it writes has this name in the journal.

    The key is shown this once: the database keeps only a digest of its secret. Whoever has
    it sends it as `Authorization: Bearer KEY`.

    发放密钥，只显示这一次；登记簿以 NAME 为录入人。

    \b
    registry key add "Duty office" --scope record --scope absences --expires 2027-06-30
    """  # noqa: D301 - \b is click's mark for lines to keep
    import msgspec

    from registry.cli.database import user
    from registry.model.access import Scope
    from registry.service.keys import make_key
    from registry.service.periods import read_day
    from registry.store.desk.keys import SqlKeys
    from registry.wiring import now

    day = read_day(expires) if expires is not None else None
    with _opened(database, create=True) as journal:
        made, shown = make_key(
            SqlKeys(journal), name, map(Scope, scopes), expires=day, by=user(by), at=now()
        )
    if form == "json":
        click.echo(msgspec.json.encode({**_public(made, made.made), "key": shown}).decode())
        return
    click.echo(shown)
    click.echo(f"key 密钥 {made.id}: shown this once 仅此一次 · {_said(made)}", err=True)


@key.command("list", short_help="List the keys, without their secrets.")
@database_option
@form_option
def listing(*, database: str | None, form: str) -> None:
    """List every key: who uses it, what it may do, who made it, and whether it holds.

    列出密钥。

    \b
    registry key list --format json
    """  # noqa: D301 - \b is click's mark for lines to keep
    import msgspec
    from rich.text import Text

    from registry.cli.paper import grid, none_recorded, put
    from registry.store.desk.keys import SqlKeys
    from registry.wiring import now

    with _opened(database) as journal:
        found = SqlKeys(journal).all()
    at = now()
    if form == "json":
        click.echo(msgspec.json.encode([_public(one, at) for one in found]).decode())
        return
    if not found:
        none_recorded()
        return
    table = grid(3, whole=2)
    for one in found:
        table.add_row(*map(Text, (one.id, _state(one, at), _said(one))))
    put([table])


@key.command(short_help="Let a key hold no more.")
@click.argument("number", metavar="ID")
@database_option
@by_option
@form_option
def revoke(*, number: str, database: str | None, by: str | None, form: str) -> None:
    """Let the key ID hold no more, at once and for every process that serves.

    吊销密钥，立即生效。

    \b
    registry key revoke 5f0c2a9be1d4
    """  # noqa: D301 - \b is click's mark for lines to keep
    import msgspec

    from registry.cli.database import user
    from registry.service.keys import revoke_key
    from registry.store.desk.keys import SqlKeys
    from registry.wiring import now

    at = now()
    with _opened(database) as journal:
        gone = revoke_key(SqlKeys(journal), number, by=user(by), at=at)
    if form == "json":
        click.echo(msgspec.json.encode(_public(gone, at)).decode())
        return
    click.echo(f"revoked 已吊销 {gone.id} · {_said(gone)}")


@key.command(short_help="Show who used keys for private data and writes.")
@click.argument("number", metavar="[ID]", required=False)
@click.option("--since", metavar="DAY", help="Only from this day on. 起")
@click.option("--prune", is_flag=True, help="Take out what is older than `audit_days`. 删去过期的")
@database_option
@by_option
@form_option
def audit(
    *,
    number: str | None,
    since: str | None,
    prune: bool,
    database: str | None,
    by: str | None,
    form: str,
) -> None:
    """Show who asked for private data and who wrote, when, by which route and with what status.

    Lines are added and never changed. They hold no names that were asked about. With --prune
    those are taken out that are older than the setting audit_days (a year without it), and a
    line says so: when, by whom, how many. The journal is never pruned.

    使用记录：谁在何时查了非公开信息、登记了什么；只增不改。--prune 删去超过保存天数的记录，并记下这次删除；
    登记簿本身不删。

    \b
    registry key audit --since 2026-11-01
    registry key audit 5f0c2a9be1d4 --format json
    REGISTRY_AUDIT_DAYS=180 registry key audit --prune
    """  # noqa: D301 - \b is click's mark for lines to keep
    if prune:
        if number is not None or since is not None:
            raise click.UsageError(
                "--prune goes by the setting audit_days alone: name no key or day"
            )
        _prune(database, by, form)
        return
    import msgspec
    from rich.text import Text

    from registry.cli.paper import grid, none_recorded, put
    from registry.service.keys import start_of
    from registry.service.periods import read_day
    from registry.store.desk.keys import SqlKeys, SqlUses

    begin = start_of(read_day(since)) if since is not None else None
    with _opened(database) as journal:
        names = {one.id: one.name for one in SqlKeys(journal).all()}
        uses = SqlUses(journal).since(begin, number)
        lines = [{**msgspec.to_builtins(use), "name": names.get(use.key)} for use in uses]
    if form == "json":
        click.echo(msgspec.json.encode(lines).decode())
        return
    if not lines:
        none_recorded()
        return
    table = grid(6, whole=5)
    for line in lines:
        entries = " ".join(f"#{one}" for one in line["entries"])
        cells = (line["at"], line["key"], line["status"] or "", line["method"], line["route"])
        table.add_row(*(Text(str(cell)) for cell in cells), Text(f"{line['name'] or ''} {entries}"))
    put([table])


def _prune(database: str | None, by: str | None, form: str) -> None:
    import msgspec

    from registry.cli.database import user
    from registry.service.keys import prune_uses
    from registry.store.desk.keys import SqlUses
    from registry.wiring import now, settings

    days = settings()[0].audit_days
    with _opened(database) as journal:
        first, gone = prune_uses(SqlUses(journal), days, by=user(by), at=now())
    if form == "json":
        click.echo(msgspec.json.encode({"before": first, "pruned": gone}).decode())
        return
    click.echo(f"pruned 已删去 {gone} · before 早于 {first}")


@contextmanager
def _opened(database: str | None, *, create: bool = False) -> Iterator[SqlJournal]:
    from registry.wiring import journal

    with closing(journal(database, create=create)) as found:
        yield found


def _state(key: Key, at: datetime) -> str:
    if key.revoked is not None:
        return "revoked 已吊销"
    return "live 有效" if key.live(at) else "expired 已过期"


def _scopes(key: Key) -> str:
    return " ".join(sorted(scope.value for scope in key.scopes))


def _said(key: Key) -> str:
    until = f" → {key.expires.isoformat()}" if key.expires is not None else ""
    return f"{key.name} · {_scopes(key)} · {key.made_by}, {key.made.isoformat()}{until}"


def _public(key: Key, at: datetime) -> dict[str, Any]:
    """Return a key as it is listed: all but the digest of its secret."""
    import msgspec

    told = msgspec.to_builtins(key)
    del told["digest"]
    told["scopes"] = sorted(told["scopes"])
    return {**told, "live": key.live(at)}
