"""Where a hook may lead, and where not."""

from __future__ import annotations

import pytest

from registry.errors import BadHook
from registry.model.hooks import Reach
from registry.service.hooks.address import address_of, read_url, within

PUBLIC = ("8.8.8.8", "2606:4700::1111", "::ffff:8.8.8.8")
PRIVATE = ("10.1.2.3", "172.16.0.1", "192.168.1.1", "fd00::1", "::ffff:10.0.0.1")
LOOPBACK = ("127.0.0.1", "127.9.9.9", "::1", "::ffff:127.0.0.1")
NOWHERE = (
    "0.0.0.0",
    "::",
    "169.254.169.254",
    "fe80::1",
    "fe80::1%eth0",
    "224.0.0.1",
    "ff02::1",
    "255.255.255.255",
    "240.0.0.1",
    "64:ff9b::7f00:1",
    "2002:7f00:1::",
    "2001:0:4136:e378:8000:63bf:3fff:fdd2",
    "::ffff:169.254.169.254",
)
ALL = (*PUBLIC, *PRIVATE, *LOOPBACK, *NOWHERE)


@pytest.mark.parametrize("address", ALL)
def test_an_address_is_within_reach_or_not(address: str) -> None:
    assert within(address, "public") == (address in PUBLIC)
    assert within(address, "private") == (address in PUBLIC + PRIVATE)
    assert within(address, "loopback") == (address in LOOPBACK)


@pytest.mark.parametrize(
    ("url", "reach"),
    [
        ("http://example.org/", "public"),
        ("http://10.0.0.1/", "private"),
        ("https://127.0.0.1/", "public"),
        ("https://10.0.0.1/", "public"),
        ("https://[::1]/", "private"),
        ("https://169.254.169.254/latest", "private"),
        ("https://8.8.8.8/", "loopback"),
        ("ftp://example.org/", "public"),
        ("file:///etc/passwd", "loopback"),
        ("https://", "public"),
        ("https://u:p@example.org/", "public"),
        ("https://u@example.org/", "public"),
        ("https://example.org/#x", "public"),
        ("https://example.org:99999/", "public"),
        ("https://example.org/a b", "public"),
        ("https://example.org/\r\nX: y", "public"),
        ("https://例子.cn/", "public"),
        ("https://example.org/" + "a" * 2000, "public"),
        ("example.org", "public"),
        ("https://[::1", "public"),
    ],
)
def test_a_url_that_may_not_be(url: str, reach: Reach) -> None:
    with pytest.raises(BadHook) as refused:
        read_url(url, reach)
    assert "\n" not in str(refused.value)


def test_a_url_that_may_be() -> None:
    found = read_url("https://desk.example.org/told?by=registry", "public")
    assert (found.name, found.port, found.path) == ("desk.example.org", 443, "/told?by=registry")
    assert read_url("https://desk.example.org:8443", "public").name == "desk.example.org:8443"
    assert read_url("http://[::1]:81", "loopback").name == "[::1]:81"


def test_a_name_is_looked_up_and_its_addresses_are_checked() -> None:
    """However a private address is written, it is what it stands for that counts."""
    for host in ("localhost", "127.1", "2130706433", "0x7f000001"):
        target = read_url(f"https://{host}/", "public")
        with pytest.raises(BadHook, match=r"not a public address|no such host"):
            address_of(target, "public")
    assert within(address_of(read_url("http://localhost/", "loopback"), "loopback"), "loopback")
    with pytest.raises(BadHook, match="no such host"):
        address_of(read_url("https://nowhere.invalid/", "public"), "public")
