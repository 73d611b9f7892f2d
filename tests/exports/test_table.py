"""The CSV table: read back by the csv module, harmless in a spreadsheet."""

from __future__ import annotations

import csv
from datetime import date
from io import StringIO

import pytest

from registry.exports.extract import Extract, extract
from registry.exports.table import COLUMNS, table
from registry.wiring import registry
from tests.exports.city import made


def rows(extracted: Extract) -> list[dict[str, str]]:
    text = table(extracted).decode("utf-8-sig")
    return list(csv.DictReader(StringIO(text, newline="")))


def test_a_row_says_who_holds_what_since_when_and_by_which_clause() -> None:
    (row,) = [r for r in rows(made()) if r["relation"] == "supervises"]
    assert row == {
        "government": "临川市人民政府",
        "on": "2024-09-30",
        "holder": "河二安",
        "relation": "supervises",
        "relation_zh": "分管",
        "kind": "agency",
        "name": "市商务局",
        "role": "",
        "title": "",
        "since": "2024-05",
        "until": "",
        "number": "临府字〔2024〕9号",
        "notice": "临府字〔2024〕9号的通知",
        "date": "2024-05",
        "clause": "分管市商务局（市口岸办）",
    }


def test_a_tenure_whose_beginning_no_notice_tells_is_not_said_to_hold() -> None:
    posts = {(r["holder"], r["name"]) for r in rows(made()) if r["kind"] == "post"}
    assert posts == {
        ("江一平", "市政府市长"),
        ("河二安", "市政府副市长"),
        ("海四清", "市商务局局长"),
    }


def test_every_share_of_the_shipped_notices_has_its_row() -> None:
    history, on = registry().history(), date(2019, 9, 30)
    found = rows(extract(history, on))
    org = history.at(on)
    shares = [e for person in org.people() for e in org.held(person)]
    told = {(r["holder"], r["relation"], r["name"], r["number"]) for r in found}
    assert {(e.source.name, e.relation, e.target.name, e.fact.doc) for e in shares} <= told
    assert all(r["notice"] and r["date"] and r["clause"] for r in found)


def test_the_file_begins_with_a_byte_order_mark_and_ends_lines_as_the_rfc_has_it() -> None:
    written = table(made())
    assert written.startswith(b"\xef\xbb\xbf" + ",".join(COLUMNS).encode() + b"\r\n")
    assert written.endswith(b"\r\n")


@pytest.mark.parametrize(
    "name", ["=cmd|'/C calc'!A0", "+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "＠x"]
)
def test_no_cell_begins_as_a_formula_does(name: str) -> None:
    cells = [cell for row in rows(made(name)) for cell in row.values()]
    assert not [cell for cell in cells if cell[:1] in "=+-@\t\r\n＝＋－＠" and cell]
    assert any(cell.startswith("'") for cell in cells)


def test_quotes_commas_and_line_ends_stay_in_their_cell() -> None:
    name = '河,"二"\n安'
    assert name in {row["holder"] for row in rows(made(name))}
