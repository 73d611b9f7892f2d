"""Whether the service is for this machine alone; where it is not, somebody must hold a key."""

from __future__ import annotations

import ipaddress
from typing import TYPE_CHECKING

from registry.errors import BadSettings
from registry.tables.settings import Settings

if TYPE_CHECKING:
    from registry.service.desk import Desk


def is_local(settings: Settings) -> bool:
    """Say whether nobody but this machine is served: a loopback address, and no other name."""
    if settings.hosts:
        return False
    if settings.host == "localhost":
        return True
    try:
        return ipaddress.ip_address(settings.host).is_loopback
    except ValueError:
        return False


def check_door(settings: Settings, desk: Desk | None) -> None:
    """Return if nobody but this machine is served, or some key is there to be asked for.

    Raises:
        BadSettings: others are to be served, and nobody could say who he is.
        JournalError: the database fails.
    """
    if is_local(settings):
        return
    if desk is None or not any(key.live(desk.now()) for key in desk.keys.all()):
        raise BadSettings(
            f"--host {settings.host}: others than this machine are served only where a key is"
            " there to ask for; make one with `registry key add NAME --scope record`, or use"
            " 127.0.0.1 and no --hosts"
        )
