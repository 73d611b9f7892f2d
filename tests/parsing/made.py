"""Files made for the tests: a notice's text as PDF, DOCX and HTML page, the way offices set it."""

from __future__ import annotations

from html import escape
from io import BytesIO

from docx import Document
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

FONT = "STSong-Light"
SIZE = 10.5
STEP = 18.0
EDGE = 70.0
GAP = 2 * SIZE
NOT_FIRST = "，。、；：）》”"


def width(char: str) -> float:
    """Give how much of a full-width character a character takes."""
    return 0.5 if char.isascii() else 1.0


def wrapped(line: str, room: float) -> list[str]:
    """Break a paragraph where a column ends; a mark may hang over its end."""
    lines = [""]
    taken = 0.0
    for char in line:
        if taken + width(char) > room and char not in NOT_FIRST:
            lines.append("")
            taken = 0.0
        lines[-1] += char
        taken += width(char)
    return lines


def set_in(text: str, columns: int) -> list[str]:
    """Give the lines of a text set in columns of a page."""
    room = (A4[0] - 2 * EDGE - GAP * (columns - 1)) / columns
    return [part for line in text.splitlines() for part in wrapped(line, room // SIZE)]


def pdf_of(text: str, columns: int = 1, *, mixed: bool = False, password: str = "") -> bytes:
    """Set a text on A4 in columns, with page numbers; each paragraph begins indented as given.

    ``mixed`` draws the lines of all columns from the top of the page down, as some typesetting
    programs do, and not column by column.
    """
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    out = BytesIO()
    canvas = Canvas(out, pagesize=A4, encrypt=password or None)
    page_width, height = A4
    room = (page_width - 2 * EDGE - GAP * (columns - 1)) / columns
    lines = set_in(text, columns)
    rows = int((height - 2 * EDGE) // STEP)
    pages = range(0, len(lines), rows * columns)
    for number, start in enumerate(pages, 1):
        placed = [
            (at // rows, at % rows, line)
            for at, line in enumerate(lines[start : start + rows * columns])
        ]
        for column, row, line in sorted(placed, key=lambda one: one[1 if mixed else 0]):
            canvas.setFont(FONT, SIZE)
            at = EDGE + column * (room + GAP)
            for char in line:
                if char not in " \t\u3000":
                    canvas.drawString(at, height - EDGE - row * STEP, char)
                at += width(char) * SIZE
        canvas.setFont(FONT, 9)
        canvas.drawCentredString(page_width / 2, 40, f"— {number} —")
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def rows_and_lines(text: str) -> list[list[str] | str]:
    """Part a text into its lines and, where lines have tabs, their cells."""
    return [line.split("\t") if "\t" in line else line for line in text.splitlines()]


def docx_of(text: str) -> bytes:
    """Set a text as DOCX: a line is a paragraph, lines of cells are tables."""
    document = Document()
    document.sections[0].header.paragraphs[0].text = "内部资料"
    document.sections[0].footer.paragraphs[0].text = "第1页"
    table = None
    for line in rows_and_lines(text):
        if isinstance(line, str):
            table = None
            document.add_paragraph(line)
            continue
        if table is None or len(table.columns) != len(line):
            table = document.add_table(rows=0, cols=len(line))
        for cell, value in zip(table.add_row().cells, line, strict=True):
            cell.text = value
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def html_of(text: str, charset: str) -> str:
    """Set a text as a page such as an office's site has: inside tables and divisions."""
    body = []
    table = False
    for line in rows_and_lines(text):
        if isinstance(line, list) != table:
            table = not table
            body.append('<table border="1"><tbody>' if table else "</tbody></table>")
        if isinstance(line, list):
            cells = "".join(f"<td><p><span>{escape(cell)}</span></p></td>\n" for cell in line)
            body.append(f"<tr>\n{cells}</tr>")
        else:
            kept = escape(line).replace("\u3000", "&emsp;").replace("  ", "&nbsp;&nbsp;")
            body.append(f'<p style="text-indent:2em"><span>{kept or "&nbsp;"}</span></p>')
    if table:
        body.append("</tbody></table>")
    lines = "\n".join(body)
    return f"""<!DOCTYPE html>
<html><head><meta http-equiv="Content-Type" content="text/html; charset={charset}">
<title>通知公告</title><style>p {{ margin: 0 }}</style></head>
<body><script>var menu = "<div>首页</div>";</script>
<div class="main"><div id="zoom">{lines}</div></div>
<div style="display: none">看不见的字</div></body></html>"""
