"""Files that are broken, hostile, empty or too much: one clear line, or a normal end."""

from __future__ import annotations

import random
import re
import sys
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from click.testing import CliRunner
from reportlab.pdfgen.canvas import Canvas

from registry.cli.parse import parse as parse_command
from registry.errors import UnreadableSource
from registry.parsing.formats import extract, limits
from registry.parsing.notice import parse
from registry.service.loading.isolated import extract_apart
from registry.service.sources import read_bytes, read_sources
from tests.parsing.made import docx_of, html_of, pdf_of

ROOT = Path(__file__).resolve().parents[2]
TEXT = (ROOT / "data" / "examples" / "01-yunling-division.txt").read_text("utf-8")
REFERENCE = (ROOT / "docs" / "reference" / "formats.md").read_text("utf-8")


def zipped(parts: dict[str, bytes]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.writestr(name, content)
    return out.getvalue()


def docx_with(document: bytes) -> bytes:
    """Give a DOCX whose main part is replaced."""
    with zipfile.ZipFile(BytesIO(docx_of("一"))) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    return zipped(parts | {"word/document.xml": document})


def body(inside: str) -> bytes:
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    return f"<w:document {space}><w:body>{inside}</w:body></w:document>".encode()


def drawn(*, pages: int = 1, password: str | None = None) -> bytes:
    out = BytesIO()
    canvas = Canvas(out, encrypt=password)
    for _ in range(pages):
        canvas.rect(10, 10, 100, 100)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def outcome(content: bytes) -> str:
    """Give the text or, if it is refused, the one line; any other error gets through."""
    try:
        return extract(content, "n").text
    except UnreadableSource as error:
        (line,) = str(error).splitlines()
        return line


PDF = pdf_of(TEXT)
DOCX = docx_of(TEXT)
LAUGHS = (
    b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">'
    + b"".join(b'<!ENTITY %c "%s">' % (97 + n, b"&%c;" % (96 + n) * 10) for n in range(1, 12))
    + b"]>"
    + body("<w:p><w:r><w:t>&l;</w:t></w:r></w:p>")
)

BAD = {
    "empty": (b"", "is empty"),
    "blank": (b" \r\n\t ", "is empty"),
    "random": (random.Random(1).randbytes(20_000), "not text"),
    "zeroes": (bytes(5_000), "not text"),
    "a program": (b"\x7fELF\x02\x01\x01" + bytes(range(256)) * 40, "not text"),
    "a picture": (b"\x89PNG\r\n\x1a\n" + random.Random(2).randbytes(500), "is a picture"),
    "old Office": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "save it as DOCX"),
    "encrypted Office": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(60) + "EncryptedPackage".encode("utf-16-le"),
        "is encrypted",
    ),
    "RTF": (rb"{\rtf1 x}", "is an RTF file"),
    "XML": (b"<?xml version='1.0'?><list><item/></list>", "is XML"),
    "a zip": (zipped({"a.txt": b"x"}), "is a zip file, not a DOCX"),
    "a workbook": (zipped({"xl/workbook.xml": b"x"}), "is an Excel workbook"),
    "OFD": (zipped({"OFD.xml": b"x"}), "is an OFD file"),
    "DOCX cut off": (DOCX[: len(DOCX) // 2], "broken or cut-off DOCX"),
    "DOCX of one part": (zipped({"word/document.xml": body("")}), "is a broken DOCX"),
    "DOCX of bad XML": (docx_with(b"<w:document"), "is a broken DOCX"),
    "DOCX without text": (docx_of(""), "holds no text"),
    "DOCX, deep": (docx_with(body("<w:ins>" * 100_000)), "is a broken DOCX"),
    "DOCX, tables in tables": (
        docx_with(body("<w:tbl><w:tr><w:tc>" * 70 + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * 70)),
        "60 tables inside one another",
    ),
    "DOCX, bomb": (docx_with(bytes(30_000_000)), "200 times its size"),
    "DOCX, part too large": (
        docx_with(random.Random(3).randbytes(limits.PART_BYTES + 1)),
        "32 MiB",
    ),
    "PDF cut off": (PDF[: len(PDF) // 2], "was cut off"),
    "PDF, broken": (b"%PDF-1.4\n" + random.Random(4).randbytes(3000) + b"\n%%EOF", "broken PDF"),
    "PDF of drawings": (drawn(pages=3), "without a text layer"),
    "PDF, encrypted": (drawn(password="x"), "is an encrypted PDF"),
    "PDF, pages": (drawn(pages=limits.PAGES + 1), "2,000 pages"),
    "HTML, deep": (b"<html><body>" + b"<div>" * 100_000 + b"x", "2,000 elements"),
    "HTML, tables": (b"<table><tr><td>" * 100 + b"x", "60 tables"),
    "HTML without text": (b"<html><script>x</script></html>", "holds no text"),
    "HTML too large": (b"<html>" + b"x" * limits.FILE_BYTES, "32 MiB"),
}


@pytest.mark.parametrize("kind", BAD)
def test_a_bad_file_gets_one_line_that_says_which_and_why(kind: str) -> None:
    content, why = BAD[kind]
    with pytest.raises(UnreadableSource) as refused:
        extract(content, "given.file")
    message = str(refused.value)
    assert message.startswith("given.file")
    assert why in message
    assert ";" in message
    assert "\n" not in message


def test_entities_that_multiply_do_not() -> None:
    with pytest.raises(UnreadableSource, match=r"DOCX|no text"):
        extract_apart(docx_with(LAUGHS), "n.docx")


@pytest.mark.parametrize(
    "whole", [PDF, DOCX, html_of(TEXT, "utf-8").encode()], ids=["pdf", "docx", "html"]
)
def test_broken_anywhere_it_ends_normally_or_with_one_line(whole: bytes) -> None:
    chance = random.Random(5)
    for _ in range(25):
        content = bytearray(whole)
        for _ in range(chance.choice((1, 20))):
            at = chance.randrange(8, len(content))
            content[at : at + chance.choice((1, 30))] = chance.randbytes(chance.choice((0, 1, 30)))
        said = outcome(bytes(content))
        assert len(said) <= limits.CHARACTERS


def test_a_text_of_fifty_megabytes_is_refused_by_its_characters() -> None:
    content = (TEXT * (50_000_000 // len(TEXT.encode()) + 1)).encode()
    assert len(content) > 50_000_000
    with pytest.raises(UnreadableSource, match="10,000,000 characters"):
        read_bytes(content, "n.txt")
    with pytest.raises(UnreadableSource, match="64 MiB"):
        read_bytes(content * 2, "n.txt")


def test_a_line_of_a_million_characters_is_read_and_parsed() -> None:
    line = (re.sub(r"\s", "", TEXT) * 2000)[:1_000_000]
    text = read_bytes(line.encode("gb18030"), "n.txt").text
    assert text == line
    assert parse(text)


def test_a_file_that_takes_too_long_is_stopped() -> None:
    with pytest.raises(UnreadableSource, match=r"over the limit of 0\.01 seconds"):
        extract_apart(PDF, "n.pdf", seconds=0.01)


def test_a_file_that_takes_too_much_memory_is_stopped() -> None:
    if sys.platform != "linux":
        pytest.skip("only Linux holds a process to its memory")
    page = b"<html>" + b"<i>x</i>" * 500_000
    with pytest.raises(UnreadableSource, match="200 MiB of memory"):
        extract_apart(page, "n.html", memory=200 * limits.MIB)


@pytest.mark.parametrize(
    "content", [PDF, DOCX, html_of(TEXT, "gbk").encode("gb18030")], ids=["pdf", "docx", "html"]
)
def test_reading_apart_gives_what_reading_here_gives(content: bytes) -> None:
    assert extract_apart(content, "n") == extract(content, "n") == read_bytes(content, "n")


def test_every_command_reads_every_format(tmp_path: Path) -> None:
    files = {"a.txt": TEXT.encode("utf-16"), "b.docx": DOCX, "c.pdf": PDF, "d.htm": b""}
    files["d.htm"] = html_of(TEXT, "gb2312").encode("gb18030")
    wanted = [type(fact) for fact in parse(TEXT)]
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)
        assert [type(fact) for fact in read_sources([tmp_path / name])] == wanted


@pytest.mark.parametrize("ending", ["txt", "docx"])
def test_text_prints_the_text_alone_and_says_how_it_was_read(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"notice.{ending}"
    path.write_bytes(TEXT.encode("gb18030") if ending == "txt" else DOCX)
    done = CliRunner().invoke(parse_command, ["--text", str(path)])
    assert done.exit_code == 0
    assert done.stdout_bytes.decode() == extract(path.read_bytes(), "n").text
    how = "plain text, GB 18030 (guessed)" if ending == "txt" else "DOCX"
    assert done.stderr == f"{path}: {how}\n"


def test_one_bad_file_of_several_stops_before_anything_is_printed(tmp_path: Path) -> None:
    good, bad = tmp_path / "good.txt", tmp_path / "bad.pdf"
    good.write_text(TEXT, "utf-8")
    bad.write_bytes(PDF[:1000])
    done = CliRunner().invoke(parse_command, [str(good), str(bad)])
    assert isinstance(done.exception, UnreadableSource)
    assert done.stdout == ""
    bad.write_text(TEXT, "utf-8")
    assert CliRunner().invoke(parse_command, ["--text", str(good), str(bad)]).exit_code == 2


def test_the_reference_states_every_limit() -> None:
    stated = {
        "TEXT_BYTES": "64 MiB",
        "FILE_BYTES": "32 MiB",
        "CHARACTERS": "10,000,000",
        "PAGES": "2,000",
        "PAGE_CHARACTERS": "100,000",
        "PDF_CHARACTERS": "2,000,000",
        "DEPTH": "2,000",
        "TABLES": "60",
        "UNPACKED_BYTES": "256 MiB",
        "PART_BYTES": "32 MiB",
        "PARTS": "10,000",
        "RATIO": "200",
        "REPEATED_CHARACTERS": "200",
        "SECONDS": "60",
        "MEMORY_BYTES": "2,048 MiB",
    }
    held = {name: value for name, value in vars(limits).items() if isinstance(value, int)}
    held.pop("MIB")
    assert set(held) == set(stated)
    for name, value in held.items():
        number = int(re.sub(r"\D", "", stated[name]))
        assert value == number * (limits.MIB if "MiB" in stated[name] else 1), name
        assert re.search(rf"`{name}`[^\n]*\| {re.escape(stated[name])}", REFERENCE), name
