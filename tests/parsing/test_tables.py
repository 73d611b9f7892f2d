"""Tables that a page flattened, and lists that are none."""

from __future__ import annotations

import pytest

from registry.parsing.tables import cut_tables
from registry.parsing.text import Source, lines

ROWS = [{"姓名": "王明", "职务": "县长"}, {"姓名": "李强", "职务": "副县长"}]


@pytest.mark.parametrize(
    "text",
    [
        "姓名\t职务\n王明\t县长\n李强\t副县长",
        "姓名　　职务\n王明　　县长\n李强　　副县长",
        "姓名\n职务\n王明\n县长\n李强\n副县长",
        "姓名 职务\n王 明 县长\n李 强 副县长",
        "标题在上\n姓名\t职务\n王明\t县长\n李强\t副县长\n说明：以上如有变动。",
    ],
)
def test_reads_rows_by_their_columns(text: str) -> None:
    rows, _ = cut_tables(lines(Source.of(text)))
    assert [{column: cell.text for column, cell in row.items()} for row in rows] == ROWS


@pytest.mark.parametrize(
    "text",
    [
        "王明\t县长\n李强\t副县长",
        "姓名\n王明",
        "职务是县长。\n姓名是王明。",
        "姓名\t职务\n正文。从这里开始。",
        "",
    ],
)
def test_finds_no_table_without_a_header_and_rows(text: str) -> None:
    rows, others = cut_tables(lines(Source.of(text)))
    assert rows == []
    assert len(others) == len([line for line in text.split("\n") if line])
