"""Files handed in together: names that lead nowhere, and zips that do no harm."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import pytest

from registry.errors import UnreadableSource
from registry.service.loading.packed import MOST_BYTES, safe_name, unpacked


def zipped(*files: tuple[str, bytes], level: int = 9) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=level) as packed:
        for name, content in files:
            packed.writestr(name, content)
    return made.getvalue()


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("一.txt", "一.txt"),
        ("../../etc/passwd", "etc/passwd"),
        ("/etc/passwd", "etc/passwd"),
        ("..\\..\\windows\\x.txt", "windows/x.txt"),
        ("a\x00b\r\nset-cookie: x", "abset-cookie: x"),
        ("\x1b[31mred", "[31mred"),
        ("....//....//x", "..../..../x"),
        ("", "notice"),
        ("../..", "notice"),
        ("x" * 500, "x" * 200),
    ],
)
def test_a_name_leads_nowhere(given: str, kept: str) -> None:
    assert safe_name(given) == kept


def test_a_zip_is_its_files(tmp_path: object) -> None:
    made = zipped(("甲/一.txt", b"1"), ("../二.txt", b"2"), ("__MACOSX/x", b""), (".hidden", b""))
    found = unpacked([("六月.zip", made), ("三.txt", b"3")])
    assert found == (("六月.zip/甲/一.txt", b"1"), ("六月.zip/二.txt", b"2"), ("三.txt", b"3"))
    assert not list(tmp_path.iterdir())  # type: ignore[attr-defined]


def test_a_name_in_gb18030_is_read() -> None:
    content = zipped(("XXXX.txt", b"1")).replace(b"XXXX", "通知".encode("gb18030"))
    assert unpacked([("a.zip", content)]) == (("a.zip/通知.txt", b"1"),)


def _locked(content: bytes) -> bytes:
    made = bytearray(content)
    for sign, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        made[made.index(sign) + at] |= 1
    return bytes(made)


def _lying(content: bytes) -> bytes:
    made = bytearray(content)
    place = made.index(b"PK\x01\x02") + 24
    made[place : place + 4] = (10).to_bytes(4, "little")
    return bytes(made)


@pytest.mark.parametrize(
    ("make", "why"),
    [
        (lambda: zipped(("bomb.txt", b"0" * 90_000_000)), "grows"),
        (lambda: zipped(*((f"{n}.txt", b"0" * 9_000_000) for n in range(20))), "limit"),
        (lambda: zipped(*((f"{n}.txt", b"") for n in range(2001))), "limit"),
        (lambda: zipped(("inner.zip", zipped(("a.txt", b"a")))), "within a zip"),
        (lambda: _locked(zipped(("a.txt", b"a" * 99))), "password"),
        (lambda: _lying(zipped(("a.txt", b"a" * 99))), "no zip|longer"),
        (lambda: zipped(("a.txt", b"a" * 99))[:-30], "no zip"),
        (lambda: b"PK\x03\x04" + b"\x00" * 50, "no zip"),
    ],
)
def test_a_zip_that_does_harm_is_refused(make: Callable[[], bytes], why: str) -> None:
    with pytest.raises(UnreadableSource, match=why):
        unpacked([("a.zip", make())])


def test_there_is_a_bound_on_all_together() -> None:
    with pytest.raises(UnreadableSource, match="limit"):
        unpacked((f"{n}.txt", b"0" * (MOST_BYTES // 3)) for n in range(4))
    with pytest.raises(UnreadableSource, match="no file"):
        unpacked([])
