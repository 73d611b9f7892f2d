"""By which names the service may be called.

A page of another site may give its own name this service's address and then ask it as if it
were its own (DNS rebinding); it cannot do so for a number or for a name that is not its own.
"""

from __future__ import annotations

import ipaddress
import re
from typing import Any

from litestar.connection import ASGIConnection

from registry.errors import WrongHost

_HOST = re.compile(r"(?P<name>\[[0-9a-f:.]+\]|[^:\[\]]+)(?::[0-9]{1,5})?")


def check_host(connection: ASGIConnection[Any, Any, Any, Any], names: frozenset[str]) -> None:
    """Return if the service is called by one of its ``names``, an IP address, or ``localhost``.

    Raises:
        WrongHost: it is called by another, or by none.
    """
    given = connection.headers.getall("host", [])
    found = _HOST.fullmatch(given[0].lower()) if len(given) == 1 else None
    name = found["name"] if found is not None else ""
    if name != "localhost" and name not in names and not _is_address(name.strip("[]")):
        raise WrongHost(
            "this service does not go by the name that was called; whoever runs it adds names"
            " with --hosts"
        )


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True
