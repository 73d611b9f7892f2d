"""``registry serve``: the HTTP API and the pages."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from registry.cli.asked import source_option
from registry.cli.database import database_option


def _setting(name: str, kind: Any, meaning: str) -> Callable[..., Any]:  # noqa: ANN401 - click's
    """Return the option of a setting; without it the environment, the file or the default."""
    return click.option(f"--{name}", type=kind, default=None, help=meaning)


@click.command(short_help="Serve pages, answers and charts over HTTP.")
@_setting("host", str, "The address to listen on; 127.0.0.1 without it. 地址")
@_setting("port", click.IntRange(0, 65535), "The port; 8000 without it, 0 takes a free one. 端口")
@_setting("workers", click.IntRange(min=1), "Processes that answer; 1 without it. 进程数")
@_setting("server", click.Choice(["granian", "uvicorn"]), "What speaks HTTP. 服务程序")
@_setting("log", click.Choice(["json", "text", "off"]), "The log of requests. 日志")
@click.option(
    "--public/--private",
    default=None,
    help="Off this machine, whether reading needs no key; it does without. 公开查询是否免密钥",
)
@click.option(
    "--hosts",
    multiple=True,
    metavar="NAME",
    help="A name by which clients call the service; may be repeated. 域名",
)
@click.option(
    "--origins",
    multiple=True,
    metavar="URL",
    help="A site whose pages may ask in a browser (CORS); may be repeated. 允许的网页来源",
)
@_setting("rate", click.IntRange(min=1), "Requests a minute, for a key or an address. 每分钟次数")
@source_option
@database_option
def serve(sources: tuple[str, ...], **options: Any) -> None:  # noqa: ANN401 - one a setting
    """Serve pages, answers, notices, people and charts over HTTP, until stopped with Ctrl-C.

    This machine alone is served without a key, and may read. With another --host, or --hosts,
    a key must be there, and reading needs one unless --public is given. Writing always does.

    Each option may be set by a variable or in a file too: see `registry config show`.

    在本机提供网页和接口。

    \b
    registry serve --port 8000
    registry serve --workers 4 --log json
    registry key add "Duty office" --scope record && registry serve --host 0.0.0.0 --public
    curl 'http://127.0.0.1:8000/v1/answers?subject=commerce&week=2019-09-02'
    """  # noqa: D301 - \b is click's mark for lines to keep
    from api.serving import serve as run
    from registry.wiring import settings

    if sources and options["database"]:
        raise click.UsageError("serve either files or a database (--database), not both")
    found, _ = settings({name: value for name, value in options.items() if value not in (None, ())})
    sys.exit(run(found, tuple(map(Path, sources)), click.echo))
