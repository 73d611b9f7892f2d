"""The same notice in every format that offices publish: the same text, the same facts."""

from __future__ import annotations

import re
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls
from opencc import OpenCC
from reportlab.pdfgen.canvas import Canvas

from registry.parsing.formats import Extracted, extract
from registry.parsing.notice import parse
from tests.notices.score import Row, row_of
from tests.parsing.made import docx_of, html_of, pdf_of, set_in

ROOT = Path(__file__).resolve().parents[2]
NOTICES = ROOT / "tests" / "notices"
PROSE = ("city-division-colon-heads", "city-appointments", "county-division-one-line")
TABLES = ("division-table-rows", "group-three-column-table")
GAZETTE = ROOT.parent / "shared" / "seeds" / "jingdezhen-gazette-2019.txt"


def notice(name: str) -> str:
    (path,) = NOTICES.glob(f"[0-9]*[0-9]-{name}.txt")
    return path.read_text("utf-8")


@cache
def facts(text: str) -> frozenset[Row]:
    return frozenset(row for fact in parse(text) if (row := row_of(fact)))


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


def from_docx(document: Any) -> str:
    out = BytesIO()
    document.save(out)
    return extract(out.getvalue(), "n.docx").text


@pytest.mark.parametrize("name", [*PROSE, *TABLES])
@pytest.mark.parametrize("charset", ["gbk", "utf-8", "gb2312", "utf-8-sig"])
def test_a_page_states_what_the_text_states(name: str, charset: str) -> None:
    codec = "gb18030" if charset.startswith("gb") else charset
    page = html_of(notice(name), charset.removesuffix("-sig")).encode(codec)
    found = extract(page, "n.html")
    assert facts(found.text) == facts(notice(name)) != set()
    assert (found.format, found.guessed) == ("html", False)
    assert found.encoding == ("GB 18030" if codec == "gb18030" else "UTF-8")


@pytest.mark.parametrize("name", [*PROSE, *TABLES])
def test_a_docx_states_what_the_text_states(name: str) -> None:
    found = extract(docx_of(notice(name)), "n.docx")
    assert facts(found.text) == facts(notice(name)) != set()
    assert found.format == "docx"
    assert "内部资料" not in found.text


@pytest.mark.parametrize("name", PROSE)
@pytest.mark.parametrize("columns", [1, 2])
@pytest.mark.parametrize("mixed", [False, True], ids=["by column", "by row"])
def test_a_pdf_states_what_the_text_states(name: str, columns: int, mixed: bool) -> None:
    found = extract(pdf_of(notice(name), columns, mixed=mixed), "n.pdf")
    assert found.format == "pdf"
    # Against the lines as set: what a narrow column does to a title is the parser's to read.
    assert facts(found.text) == facts("\n".join(set_in(notice(name), columns)))
    assert len(facts(found.text)) > len(facts(notice(name))) / 2


@pytest.mark.parametrize("columns", [1, 2])
def test_a_gazette_as_pdf_keeps_every_character_in_its_order(columns: int) -> None:
    if not GAZETTE.exists():
        pytest.skip("the gazette is not beside the checkout")
    lines = [line for line in GAZETTE.read_text("utf-8").splitlines() if line.strip()]
    found = extract(pdf_of("\n".join(lines), columns, mixed=True), "n.pdf").text
    without_numbers = re.sub(r"(?m)^\s*—\s*\d+\s*—\s*$", "", found)
    assert squeezed(without_numbers) == squeezed("".join(lines))


@pytest.mark.parametrize(
    ("codec", "encoding", "guessed"),
    [
        ("utf-8", "UTF-8", False),
        ("utf-8-sig", "UTF-8", False),
        ("utf-16", "UTF-16-LE", False),
        ("utf-16-le", "UTF-16-LE", True),
        ("utf-16-be", "UTF-16-BE", True),
        ("gbk", "GB 18030", True),
        ("gb18030", "GB 18030", True),
    ],
)
@pytest.mark.parametrize("size", [40, 5000])
def test_text_in_any_encoding_is_the_same_text(
    codec: str, encoding: str, guessed: bool, size: int
) -> None:
    text = notice(PROSE[0])[:size]
    found = extract(text.encode(codec), "n.txt")
    assert found == Extracted(text=text, format="text", encoding=encoding, guessed=guessed)


@pytest.mark.parametrize("size", [40, 5000])
def test_traditional_text_in_big5_is_told_from_gb_18030(size: int) -> None:
    text = str(OpenCC("s2tw").convert(notice(PROSE[0])))[:size]
    text = "".join(char for char in text if char.encode("big5", "ignore"))
    found = extract(text.encode("big5"), "n.txt")
    assert (found.text, found.encoding, found.guessed) == (text, "Big5", True)


def test_characters_that_cannot_be_read_are_said() -> None:
    whole = notice(PROSE[0])
    content = whole[:300].encode("gb18030") + b"\xff" + whole[300:].encode("gb18030")
    found = extract(content, "n.txt")
    assert found.text.count("\ufffd") == 1
    assert "1" in found.notes[0]
    assert found.encoding == "GB 18030"


def test_line_ends_and_tabs_stay_as_given() -> None:
    assert (
        extract("职务\t姓名\r\n组长\t刘锋\r\n".encode(), "n").text == "职务\t姓名\r\n组长\t刘锋\r\n"
    )


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("<p>一<br>二</p>三<div>四</div>", "一\n二\n三\n四\n"),
        ("<p>A\n  B</p><p>&nbsp;</p><p>&ensp;刘&nbsp;锋</p>", "A B\n\n\u2002刘\xa0锋\n"),
        ("<p>一<script>二</script><style>三</style><!--四--></p>", "一\n"),
        ("<p>一<span style='color:red; DISPLAY : none'>二</span><b hidden>三</b></p>", "一\n"),
        ("<table><tr><td>甲<td>乙<tr><td>丙<td>丁</table>", "甲\t乙\n丙\t丁\n"),
        (
            "<table><tr><td><p>张</p><p>三</p></td><td></td><td>乙</td></tr></table>",
            "张 三\t\t乙\n",
        ),
        ("<table><tr><td rowspan=2>副组长<td>甲<tr><td>乙</table>", "副组长\t甲\n副组长\t乙\n"),
        (
            "<table><tr><td colspan=2>甲<td>乙<tr><td>一<td>二<td>三</table>",
            "甲\t\t乙\n一\t二\t三\n",
        ),
        ("<table><tr><td colspan=3>名单</table>", "名单\n"),
        ("<table><tr><td>导航<td><table><tr><td>甲<td>乙</table></table>", "导航\n甲\t乙\n"),
        ("<ol start=3><li>甲</li><li>乙<ol><li>丙</ol></ol>", "3. 甲\n4. 乙\n1. 丙\n"),
        ("<pre>组  长\n  刘锋</pre>", "组  长\n  刘锋\n"),
    ],
)
def test_a_page_is_read_as_it_is_shown(page: str, text: str) -> None:
    assert extract(f"<html><body>{page}</body></html>".encode(), "n.html").text == text


def test_a_page_that_misstates_its_encoding_is_read_by_its_bytes() -> None:
    page = html_of(notice(PROSE[1]), "iso-8859-1")
    found = extract(page.encode("gb18030"), "n.html")
    assert (found.encoding, found.guessed) == ("GB 18030", True)
    assert facts(found.text) == facts(notice(PROSE[1]))
    found = extract(html_of(notice(PROSE[1]), "gb2312").encode("utf-8"), "n.html")
    assert found.encoding == "UTF-8"


def test_a_page_in_utf_16_and_one_saved_in_one_file() -> None:
    page = html_of(notice(PROSE[1]), "utf-8")
    assert facts(extract(page.encode("utf-16"), "n").text) == facts(notice(PROSE[1]))
    body = html_of(notice(PROSE[1]), "gb2312").encode("gb18030").hex("=", 1).upper()
    body = "=" + "=\r\n=".join(body[at : at + 59] for at in range(0, len(body), 60))
    saved = (
        "From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n"
        '\ttype="text/html"; boundary="--x"\r\n\r\n----x\r\nContent-Type: text/html\r\n'
        f"Content-Transfer-Encoding: quoted-printable\r\n\r\n{body}\r\n----x--\r\n"
    )
    found = extract(saved.encode(), "n.mhtml")
    assert found.format == "mhtml"
    assert facts(found.text) == facts(notice(PROSE[1]))


def test_docx_tables_stand_where_they_stand_and_merged_cells_are_said_of_each_row() -> None:
    document = Document()
    document.add_paragraph("名单如下：")
    table = document.add_table(rows=3, cols=3)
    for row, values in zip(
        table.rows, ["职务 姓名 单位", "副组长 甲 乙局", " 丙 丁局"], strict=True
    ):
        for cell, value in zip(row.cells, values.split(" "), strict=True):
            cell.text = value
    table.cell(1, 0).merge(table.cell(2, 0))
    document.add_paragraph("特此通知。")
    assert from_docx(document) == (
        "名单如下：\n职务\t姓名\t单位\n副组长\t甲\t乙局\n副组长\t丙\t丁局\n特此通知。\n"
    )


def test_docx_numbers_of_lists_are_printed() -> None:
    document = Document()
    numbering = document.part.numbering_part.element
    levels = "".join(
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
        for depth, form, text in (
            (0, "chineseCountingThousand", "%1、"),
            (1, "chineseCounting", "（%2）"),
            (2, "decimal", "%3."),
            (3, "bullet", "-"),
        )
    )
    kind = f'<w:abstractNum {nsdecls("w")} w:abstractNumId="90">{levels}</w:abstractNum>'
    numbering.insert(0, parse_xml(kind))
    numbering.append(
        parse_xml(f'<w:num {nsdecls("w")} w:numId="90"><w:abstractNumId w:val="90"/></w:num>')
    )
    for text, depth in (
        ("甲", 0),
        ("乙", 1),
        ("丙", 1),
        ("丁", 2),
        ("戊", 0),
        ("己", 1),
        ("庚", 3),
    ):
        properties: Any = document.add_paragraph(text)._p.get_or_add_pPr()
        properties.append(
            parse_xml(
                f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{depth}"/><w:numId w:val="90"/></w:numPr>'
            )
        )
    assert (
        from_docx(document).split() == "一、甲 （一）乙 （二）丙 1. 丁 二、戊 （一）己 庚".split()
    )


def test_docx_tracked_changes_tags_and_hidden_runs() -> None:
    document = Document()
    paragraph = document.add_paragraph("市长：")
    element: Any = paragraph._p
    for tag, text in (("ins", "刘锋"), ("del", "张三"), ("smartTag", "、李四")):
        wrap = OxmlElement(f"w:{tag}")
        run = OxmlElement("w:r")
        held = OxmlElement("w:delText" if tag == "del" else "w:t")
        held.text = text
        run.append(held)
        wrap.append(run)
        element.append(wrap)
    paragraph.add_run("看不见").font.hidden = True
    control = parse_xml(
        f"<w:sdt {nsdecls('w')}><w:sdtContent><w:p><w:r><w:t>落款</w:t></w:r></w:p>"
        "</w:sdtContent></w:sdt>"
    )
    element.addnext(control)
    assert from_docx(document) == "市长：刘锋、李四\n落款\n"


def test_pages_of_a_pdf_without_text_are_said() -> None:
    out = BytesIO()
    canvas = Canvas(out)
    canvas.drawString(100, 700, "page one")
    canvas.showPage()
    canvas.rect(10, 10, 100, 100)
    canvas.showPage()
    canvas.save()
    found = extract(out.getvalue(), "n.pdf")
    assert found.text == "page one\n\f\n"
    assert found.notes == ("pages without text: 2",)


def test_a_turned_page_is_read_level() -> None:
    out = BytesIO()
    canvas = Canvas(out)
    canvas.rotate(90)
    canvas.drawString(100, -100, "first line")
    canvas.drawString(100, -130, "second line")
    canvas.rotate(-45)
    canvas.drawString(300, 0, "watermark")
    canvas.save()
    assert extract(out.getvalue(), "n.pdf").text == "first line\nsecond line\n"


def test_radicals_that_stand_for_characters_are_characters() -> None:
    from registry.parsing.formats.pdf import _glyph

    assert [_glyph(char, (0, 1, 0, 1)).char for char in "⼈⺠⻆"] == list("人民角")
