"""``registry serve``: the HTTP API and the pages."""

from __future__ import annotations

import ipaddress
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


@click.command()
@_setting("host", str, "The address to listen on; 127.0.0.1 without it. 地址")
@_setting("port", click.IntRange(0, 65535), "The port; 8000 without it, 0 takes a free one. 端口")
@_setting("workers", click.IntRange(min=1), "Processes that answer; 1 without it. 进程数")
@_setting("server", click.Choice(["granian", "uvicorn"]), "What speaks HTTP. 服务程序")
@_setting("log", click.Choice(["json", "text", "off"]), "The log of requests. 日志")
@source_option
@database_option
def serve(sources: tuple[str, ...], **options: Any) -> None:  # noqa: ANN401 - one a setting
    """Serve pages, answers, notices, people and charts over HTTP, until stopped with Ctrl-C.

    Each option may be set by a variable or in a file too: see `registry config show`.

    在本机提供网页和接口。

    \b
    registry serve --port 8000
    registry serve --workers 4 --log json
    curl 'http://127.0.0.1:8000/v1/answers?subject=commerce&week=2019-09-02'
    """  # noqa: D301 - \b is click's mark for lines to keep
    from api.serving import serve as run
    from registry.wiring import settings

    if sources and options["database"]:
        raise click.UsageError("serve either files or a database (--database), not both")
    found, _ = settings({name: value for name, value in options.items() if value is not None})
    _refuse_strangers(found.host)
    sys.exit(run(found, tuple(map(Path, sources)), click.echo))


def _refuse_strangers(host: str) -> None:
    """Nobody is asked who he is yet, so nobody but this machine may ask."""
    try:
        loopback = host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        loopback = False
    if not loopback:
        raise click.UsageError(
            f"--host {host}: not a loopback address, and this version asks nobody for a key;"
            " use 127.0.0.1, ::1 or localhost"
        )
