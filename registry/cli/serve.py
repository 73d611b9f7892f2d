"""``registry serve``: the HTTP API on this machine."""

from __future__ import annotations

import contextlib
import ipaddress
import socket

import click

from registry.cli.asked import asked, source_option
from registry.cli.database import database_option


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="A loopback address. 本机地址")
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8000,
    show_default=True,
    help="The port; 0 takes a free one. 端口",
)
@source_option
@database_option
def serve(host: str, port: int, sources: tuple[str, ...], database: str | None) -> None:
    """Serve answers, notices, people and charts over HTTP, until stopped with Ctrl-C.

    在本机提供网络接口。

    \b
    registry serve --port 8000
    curl 'http://127.0.0.1:8000/v1/answers?subject=commerce&week=2019-09-02'
    """  # noqa: D301 - \b is click's mark for lines to keep
    _refuse_strangers(host)
    # Bound first: a port that is taken is told before anything is read.
    with _bind(host, port) as listening:
        import uvicorn

        from api.app import create_app

        app = create_app(asked(sources, database))
        shown = f"[{host}]" if ":" in host else host
        click.echo(f"http://{shown}:{listening.getsockname()[1]}/schema/openapi.json")
        server = uvicorn.Server(uvicorn.Config(app, log_level="warning", server_header=False))
        with contextlib.suppress(KeyboardInterrupt):
            server.run(sockets=[listening])


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


def _bind(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family)
    except OSError as error:
        raise click.UsageError(
            f"--port {port}: cannot listen on {host} ({error.strerror}); choose another port"
        ) from None
