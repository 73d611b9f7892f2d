"""Where a hook may lead, so that nobody has this machine ask what he himself cannot reach.

The name is looked up once, every address that it stands for is checked, and one of those is
connected to: a name that is looked up again cannot lead elsewhere.
"""

from __future__ import annotations

import ipaddress
import socket
from ipaddress import IPv4Address, IPv6Address
from urllib.parse import urlsplit

from msgspec import Struct

from registry.errors import BadHook
from registry.model.hooks import Reach

_LONGEST = 2000
_EMBEDDING = tuple(map(ipaddress.ip_network, ("64:ff9b::/96", "64:ff9b:1::/48", "2002::/16")))
"""IPv6 addresses that lead on to an IPv4 one."""


class Target(Struct, frozen=True):
    """What a URL leads to; ``path`` has the query with it."""

    secure: bool
    host: str
    port: int
    path: str

    @property
    def name(self) -> str:
        """Return the host, and the port where it is not the usual one, as the request has it."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == (443 if self.secure else 80) else f"{host}:{self.port}"


def read_url(url: str, reach: Reach) -> Target:
    """Read the URL of a hook.

    Raises:
        BadHook: it is none, not of https (http only to this machine), or has what it may not.
    """
    shown = f"{url[:80]!r}"
    if len(url) > _LONGEST or not url.isascii() or any(c <= " " or c == "\x7f" for c in url):
        raise BadHook(f"{shown}: too long, or holds what a URL does not; write it percent-encoded")
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise BadHook(f"{shown}: is no URL ({error})") from None
    if not parts.hostname or parts.scheme not in ("https", "http"):
        raise BadHook(f"{shown}: is no URL of https; write https://HOST/PATH")
    if parts.scheme == "http" and reach != "loopback":
        raise BadHook(f"{shown}: only https; http is for this machine alone, with --allow-loopback")
    if parts.username is not None or parts.password is not None or parts.fragment:
        raise BadHook(f"{shown}: leave out name, password and fragment; what is sent is signed")
    if _is_address(parts.hostname) and not within(parts.hostname, reach):
        raise BadHook(f"{shown}: {_REFUSED[reach]}")
    secure = parts.scheme == "https"
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return Target(secure, parts.hostname, port or (443 if secure else 80), path)


def address_of(target: Target, reach: Reach) -> str:
    """Look the host up, and return the address to connect to.

    Raises:
        BadHook: it is not found, or stands for an address out of reach; whichever it is.
    """
    try:
        found = socket.getaddrinfo(target.host, target.port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise BadHook(f"{target.host}: no such host is found") from None
    addresses = list(dict.fromkeys(str(info[4][0]) for info in found))
    for address in addresses:
        if not within(address, reach):
            raise BadHook(f"{target.host}: {_REFUSED[reach]}")
    if not addresses:
        raise BadHook(f"{target.host}: no such host is found")
    return addresses[0]


_REFUSED: dict[Reach, str] = {
    "public": "is not a public address; --allow-private is for those of an inner network",
    "private": "is neither a public address nor one of an inner network",
    "loopback": "is not this machine",
}


def _is_address(host: str) -> bool:
    try:
        ipaddress.ip_address(host.partition("%")[0])
    except ValueError:
        return False
    return True


def within(address: str, reach: Reach) -> bool:
    """Say whether an address is within reach.

    >>> within("10.0.0.1", "public"), within("10.0.0.1", "private"), within("::1", "loopback")
    (False, True, True)
    >>> within("169.254.169.254", "private"), within("::ffff:127.0.0.1", "private")
    (False, False)
    """
    ip = _plain(ipaddress.ip_address(address.partition("%")[0]))
    if ip is None:
        return False
    if reach == "loopback":
        return ip.is_loopback
    if ip.is_multicast or ip.is_unspecified or ip.is_loopback or ip.is_link_local:
        return False
    return ip.is_global or (reach == "private" and ip.is_private and not ip.is_reserved)


def _plain(ip: IPv4Address | IPv6Address) -> IPv4Address | IPv6Address | None:
    """Return the IPv4 address that an IPv6 one stands for; nothing where it only leads there."""
    if isinstance(ip, IPv4Address):
        return ip
    if ip.ipv4_mapped is not None:
        return ip.ipv4_mapped
    if ip.teredo is not None or any(ip in network for network in _EMBEDDING):
        return None
    return ip
