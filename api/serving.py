"""Run the application under granian or uvicorn, in one process or several, until told to stop."""

from __future__ import annotations

import logging
import os
import secrets
import shutil
import signal
import socket
import tempfile
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from time import sleep
from typing import TYPE_CHECKING

from api.security.local import check_door
from registry.errors import BadSettings, JournalError
from registry.tables.settings import Settings

if TYPE_CHECKING:
    from litestar.types import ASGIApp

_LOG = logging.getLogger(__name__)
_PAUSE = 1.0
"""Seconds between two looks for a database that is out of reach."""

SECRET = "REGISTRY_SESSION_SECRET"
"""Holds what the cookies of those who sign in are encrypted with, as 64 hexadecimal digits; the
processes of one service share it, and machines behind one name may be given the same."""

_HEADER_BYTES = 65_536
"""Bytes of all headers of a request."""

_COUNTS = "PROMETHEUS_MULTIPROC_DIR"
"""Where the processes of one service leave their counters for each other."""


def application(settings: Settings, sources: Sequence[Path] = ()) -> ASGIApp:
    """Return the application of one process, with its own registry and log.

    Where the database is out of reach, it is waited for: ``serve`` has found it before. What
    the first to ask would wait for is done: the process listens when it is ready.
    """
    from api.logs_and_counters import write_logs  # noqa: PLC0415 - its counters see _COUNTS first

    write_logs(settings.log)
    while True:
        with ExitStack() as end:
            try:
                made = _made(settings, sources, end.callback)
            except JournalError as error:
                _LOG.warning("a process that starts waits for the database: %s", error)
            else:
                end.pop_all()
                return made
        sleep(_PAUSE)


def _made(
    settings: Settings, sources: Sequence[Path], at_end: Callable[[Callable[[], None]], object]
) -> ASGIApp:
    from api.app import create_app  # noqa: PLC0415 - not in the process that only watches
    from api.kept_answers import kept  # noqa: PLC0415 - as above
    from api.logs_and_counters import observed  # noqa: PLC0415 - as above
    from api.warm import warm  # noqa: PLC0415 - as above
    from registry.wiring import courier, desk, registry  # noqa: PLC0415 - as above

    known = registry(sources, settings.database, at_end)
    taken_in = None if sources else desk(settings.database, at_end)
    told = courier(settings.database, at_end) if taken_in is not None else None
    app = create_app(known, settings, taken_in, _secret(), told)
    warm(app, known)
    return observed(kept(app, known))


def serve(settings: Settings, sources: Sequence[Path], say: Callable[[str], object]) -> int:
    """Listen and answer until a signal says stop; requests under way are finished first.

    Args:
        settings: how; see ``Settings``.
        sources: files of notices to answer from; none for the database.
        say: told the address once the port is known to be free.

    Returns:
        0 after a signal, 1 where the processes that answer kept failing.

    Raises:
        BadSettings: the address cannot be listened on, or others than this machine would be
            served and no key is there.
        JournalError: the database fails.
        UnreadableSource: a source cannot be read.
    """
    _check(settings, sources)
    os.environ.setdefault(SECRET, secrets.token_hex(32))
    _secret()
    port = _free(settings.host, settings.port)
    shown = f"[{settings.host}]" if ":" in settings.host else settings.host
    counts = tempfile.mkdtemp(prefix="registry-")
    os.environ[_COUNTS] = counts
    try:
        say(f"http://{shown}:{port}")
        run = _granian if settings.server == "granian" else _uvicorn
        return run(settings, port, partial(application, settings, tuple(sources)))
    finally:
        shutil.rmtree(counts, ignore_errors=True)


def _check(settings: Settings, sources: Sequence[Path]) -> None:
    """Have what cannot be served told once, and not by each process that fails on it."""
    from registry.service.sources import read_source  # noqa: PLC0415 - slow
    from registry.wiring import desk  # noqa: PLC0415 - as above

    with ExitStack() as end:
        check_door(settings, None if sources else desk(settings.database, end.callback))
    for path in sources:
        read_source(path)


def _secret() -> bytes:
    try:
        secret = bytes.fromhex(os.environ[SECRET])
    except ValueError:
        secret = b""
    if len(secret) != 32:
        raise BadSettings(f"{SECRET}: give 64 hexadecimal digits, or leave it out")
    return secret


def _free(host: str, port: int) -> int:
    """Return the port, or a free one for 0; a port that is taken is told before anything is read.

    Both servers let several processes share a port, and so would not notice.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        with socket.create_server((host, port), family=family) as listening:
            return int(listening.getsockname()[1])
    except OSError as error:
        raise BadSettings(
            f"--port {port}: cannot listen on {host} ({error.strerror}); choose another port"
        ) from None


def _granian(settings: Settings, port: int, make: Callable[[], ASGIApp]) -> int:
    from granian import Granian  # noqa: PLC0415 - one of the two is used
    from granian.constants import HTTPModes, Interfaces  # noqa: PLC0415
    from granian.http import HTTP1Settings  # noqa: PLC0415

    server = Granian(
        "registry",
        address=settings.host,
        port=port,
        interface=Interfaces.ASGI,
        http=HTTPModes.http1,
        http1_settings=HTTP1Settings(
            header_read_timeout=min(settings.patience, 60) * 1000, max_buffer_size=_HEADER_BYTES
        ),
        websockets=False,
        workers=settings.workers,
        respawn_failed_workers=True,
        respawn_interval=0.1,
        workers_kill_timeout=settings.grace,
        log_enabled=False,
    )
    try:
        server.serve(target_loader=make, wrap_loader=False)
    except SystemExit as stopped:
        return 0 if server.interrupt_signal else int(stopped.code or 0)
    return 0


def _uvicorn(settings: Settings, port: int, make: Callable[[], ASGIApp]) -> int:
    import uvicorn  # noqa: PLC0415 - as above
    from uvicorn.supervisors import Multiprocess  # noqa: PLC0415

    config = uvicorn.Config(
        make,
        factory=True,
        host=settings.host,
        port=port,
        workers=settings.workers,
        log_level="warning",
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=settings.grace,
        h11_max_incomplete_event_size=_HEADER_BYTES,
    )
    # It hands the signal that stopped it on once it has stopped: that is no failure.
    signal.signal(signal.SIGTERM, lambda *_: None)
    try:
        if settings.workers == 1:
            uvicorn.Server(config).run()
        else:
            Multiprocess(config, sockets=[config.bind_socket()]).run()
    except KeyboardInterrupt:
        pass
    return 0
