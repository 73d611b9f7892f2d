"""One request to the receiver of a hook: bounded in time and size, following nothing."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Mapping
from contextlib import closing, suppress
from http.client import HTTPConnection, HTTPException
from threading import Timer

from msgspec import Struct

from registry.errors import BadHook
from registry.model.hooks import Reach
from registry.service.hooks.address import Target, address_of, read_url

PATIENCE = 10.0
"""Seconds for all of it: to connect, to send and to be answered."""
_MOST = 1024
"""Bytes of an answer that are read; what it says is no matter."""


class Outcome(Struct, frozen=True, kw_only=True):
    """What the receiver answered: its status, or why there is none. 2xx alone is arrival."""

    status: int | None = None
    why: str = ""

    @property
    def arrived(self) -> bool:
        """Say whether the receiver has it."""
        return self.status is not None and 200 <= self.status < 300

    def said(self) -> str:
        """Return the outcome in a few words."""
        return self.why if self.status is None else f"HTTP {self.status}"


class _Pinned(HTTPConnection):
    """A connection to an address that was checked, under the name that the URL has."""

    def __init__(self, target: Target, address: str, patience: float) -> None:
        super().__init__(target.host, target.port, timeout=patience)
        self._target = target
        self._address = address

    def connect(self) -> None:
        where = (self._address, self._target.port)
        self.sock = socket.create_connection(where, self.timeout)
        if self._target.secure:
            context = ssl.create_default_context()
            self.sock = context.wrap_socket(self.sock, server_hostname=self._target.host)

    def give_up(self) -> None:
        """End it, whatever it waits for."""
        sock = self.sock
        if sock is not None:
            with suppress(OSError):
                sock.shutdown(socket.SHUT_RDWR)


def send(
    url: str,
    body: bytes,
    headers: Mapping[str, str],
    reach: Reach,
    *,
    patience: float = PATIENCE,
) -> Outcome:
    """Post ``body`` to ``url``, once; a redirect is an answer like any other that is not 2xx.

    Args:
        url: where to.
        body: JSON.
        headers: besides those that every request has.
        reach: where it may lead.
        patience: seconds for all of it.
    """
    try:
        target = read_url(url, reach)
        address = address_of(target, reach)
    except BadHook as error:
        return Outcome(why=str(error))
    connection = _Pinned(target, address, patience)
    watch = Timer(patience, connection.give_up)
    watch.daemon = True
    watch.start()
    try:
        with closing(connection):
            connection.request("POST", target.path, body, {**_headers(target), **headers})
            answer = connection.getresponse()
            answer.read(_MOST)
            return Outcome(status=answer.status)
    except TimeoutError:
        return Outcome(why=f"no answer within {patience:g} seconds")
    except ssl.SSLError as error:
        return Outcome(why=f"no safe connection ({error.reason or 'TLS'})")
    except (OSError, HTTPException, ValueError) as error:
        return Outcome(why=f"no answer ({_short(error)})")
    finally:
        watch.cancel()


def _headers(target: Target) -> dict[str, str]:
    return {
        "host": target.name,
        "content-type": "application/json",
        "user-agent": "leadership-registry",
        "connection": "close",
    }


def _short(error: Exception) -> str:
    said = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return " ".join((said or type(error).__name__).split())[:100]
