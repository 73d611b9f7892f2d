"""``registry config``: how the service runs, and which file or variable says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click
import msgspec
from rich.text import Text

from registry.cli.paper import grid, put

if TYPE_CHECKING:
    from registry.tables.settings import Setting


@click.group(short_help="Show how the service is set up.")
def config() -> None:
    """Show the settings: from the environment, from a file, or by default. 服务设置.

    \b
    registry config show
    """  # noqa: D301


@config.command()
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table")
def show(*, form: str) -> None:
    """Print every setting, its value, where it comes from and what it means.

    A variable REGISTRY_NAME counts before the file; the file is the one that
    REGISTRY_CONFIG names, or registry.toml in your folder for settings. A password in the
    database's address is not shown.

    \b
    registry config show
    REGISTRY_PORT=9000 registry config show --format json

    列出每项设置的值、来源和含义；数据库口令不显示。
    """  # noqa: D301 - \b is click's mark for lines to keep
    from registry.wiring import settings

    found = tuple(_shown(setting) for setting in settings()[1])
    if form == "json":
        click.echo(msgspec.json.format(msgspec.json.encode(found), indent=2).decode())
        return
    table = grid(4, whole=3)
    for setting in found:
        table.add_row(
            Text(setting.name, style="bold"),
            Text(_written(setting.value)),
            Text(setting.origin, style="dim" if setting.origin == "default" else "cyan"),
            Text(setting.meaning, style="dim"),
        )
    put([table])


def _shown(setting: Setting) -> Setting:
    """Hide the password in an address."""
    if setting.name != "database" or setting.value is None:
        return setting
    from registry.store.engine import address, shown

    return msgspec.structs.replace(setting, value=shown(address(setting.value)))


def _written(value: object) -> str:
    if value is None or value == ():
        return "—"
    if isinstance(value, bool):
        return "yes" if value else "no"
    return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)
