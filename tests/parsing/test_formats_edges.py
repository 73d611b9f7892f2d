"""Rare parts of pages and word processor files: shown as a reader sees them, or refused in a line."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from registry.errors import UnreadableSource
from registry.parsing.formats import extract
from registry.parsing.formats.mhtml import read_mhtml
from registry.parsing.formats.rows import Cell, laid_out

PARTS = 'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="b"\n\n{}--b--\n'
PART = "--b\nContent-Type: {}; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n{}\n"


def docx(body: str) -> bytes:
    document = Document()
    for one in list(document.element.body):
        document.element.body.remove(one)
    for part in parse_xml(f"<w:root {nsdecls('w')}>{body}</w:root>"):
        document.element.body.append(part)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def p(text: str, properties: str = "") -> str:
    return f"<w:p><w:r>{properties}<w:t>{text}</w:t></w:r></w:p>"


def test_of_a_page_saved_in_one_file_the_first_that_holds_anything_is_read() -> None:
    parts = (
        PART.format("image/png", "x")
        + PART.format("text/html", " ")
        + PART.format("text/html", "<p>甲</p>")
        + PART.format("text/html", "<p>乙</p>")
    )
    assert read_mhtml(PARTS.format(parts).encode(), "n.mhtml").text == "甲\n"


@pytest.mark.parametrize("parts", ["", PART.format("image/png", "x"), PART.format("text/html", "")])
def test_a_page_saved_in_one_file_without_a_page_is_refused(parts: str) -> None:
    with pytest.raises(UnreadableSource, match=r"n\.mhtml: .* holds no page; save it again"):
        read_mhtml(PARTS.format(parts).encode(), "n.mhtml")


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("<ul><li>甲</li></ul><li>乙</li>", "甲\n乙\n"),
        ("<table><caption>名单</caption><tr><td>甲<td>乙</table>", "名单\n甲\t乙\n"),
        (
            "<table><!-- x --><tr hidden><td>丙</tr><tr><td>甲<td hidden>丁<td>乙</table>",
            "甲\t乙\n",
        ),
        (
            "<table><tr><td rowspan=3>组<td>甲<tr><td>乙<tr><td>丙</table>",
            "组\t甲\n组\t乙\n组\t丙\n",
        ),
    ],
)
def test_a_page_is_read_as_it_is_shown(page: str, text: str) -> None:
    assert extract(f"<html><body>{page}</body></html>".encode(), "n.html").text == text


def test_a_row_without_anything_is_no_line() -> None:
    assert list(laid_out([[Cell([""]), Cell([""])], [Cell(["甲"])]])) == ["甲"]


def test_tables_that_are_merged_downwards_or_wrapped_keep_their_rows() -> None:
    def cell(text: str, merge: str = "") -> str:
        return f"<w:tc><w:tcPr>{merge}</w:tcPr>{p(text)}</w:tc>"

    start, go_on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    body = (
        "<w:tbl><w:tr>" + cell("甲", start) + cell("乙") + "</w:tr>"
        "<w:sdt><w:sdtContent><w:tr>"
        + cell("", go_on)
        + cell("丙")
        + "</w:tr></w:sdtContent></w:sdt>"
        "</w:tbl>" + p("完")
    )
    assert extract(docx(body), "n.docx").text == "甲\t乙\n甲\t丙\n完\n"


def test_a_text_box_is_read_and_comments_and_hidden_runs_are_not() -> None:
    box = f"<w:p><w:r><w:pict><w:txbxContent>{p('框内')}</w:txbxContent></w:pict></w:r></w:p>"
    hidden = p("看不见", "<w:rPr><w:vanish/></w:rPr>")
    content = docx(f"<!-- 注 -->{p('甲')}{box}{hidden}{p('乙')}")
    assert [line for line in extract(content, "n.docx").text.split("\n") if line] == [
        "甲",
        "框内",
        "乙",
    ]


@pytest.mark.parametrize(
    ("part", "what"),
    [
        ("xl/workbook.xml", "an Excel workbook"),
        ("OFD.xml", "an OFD file"),
        ("a.txt", "a zip file, not a DOCX"),
    ],
)
def test_another_kind_of_zip_is_named(part: str, what: str) -> None:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        packed.writestr(part, "x")
    with pytest.raises(UnreadableSource, match=what):
        extract(out.getvalue(), "n.docx")


def test_a_docx_with_a_password_on_its_parts_is_refused() -> None:
    content = bytearray(docx(p("甲")))
    at = content.find(b"PK\x01\x02")
    while at >= 0:
        content[at + 8] |= 1  # the flag of an encrypted part in the list of parts
        at = content.find(b"PK\x01\x02", at + 4)
    with pytest.raises(UnreadableSource, match="is encrypted; save it without a password"):
        extract(bytes(content), "n.docx")


def test_bytes_that_are_no_text_are_refused() -> None:
    with pytest.raises(UnreadableSource, match="is not text"):
        extract(bytes(range(1, 256)) * 20, "n.txt")
