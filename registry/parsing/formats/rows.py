"""The rows of a table to lines: cells parted by tabs, merged cells as they are read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from registry.parsing.formats.limits import REPEATED_CHARACTERS

_MOST_COLUMNS = 100
# A cell of more lines than this is part of a page's layout, not a value in a row.
_MOST_LINES = 12


class Cell(Struct, frozen=True):
    """A cell's lines, how many columns and rows it spans, and whether it holds a table."""

    lines: Sequence[str]
    wide: int = 1
    tall: int = 1
    nests: bool = False


def laid_out(rows: Iterable[Sequence[Cell]]) -> Iterator[str]:
    r"""Yield the lines of a table.

    A row is one line, and the lines inside a cell are joined by a space. A cell that spans
    columns leaves the others empty; one that spans rows stands in each of them, as it is
    said of each. A row whose cells hold tables or many lines lays out a page: its cells
    follow one another. Cells after the last that holds anything are kept as tabs.

    >>> list(laid_out([[Cell(["A角"], tall=2), Cell(["B角"])], [Cell(["C角"])]]))
    ['A角\tB角', 'A角\tC角']
    """
    above: dict[int, tuple[int, str]] = {}
    for row in rows:
        if any(cell.nests or len(cell.lines) > _MOST_LINES for cell in row):
            yield from (line for cell in row for line in cell.lines)
            above.clear()
            continue
        texts: list[str] = []
        for cell in row:
            _take_down(above, texts)
            text = " ".join(part for line in cell.lines if (part := line.strip()))
            for column in range(min(cell.wide, _MOST_COLUMNS)):
                shown = text if column == 0 else ""
                if cell.tall > 1 and len(shown) <= REPEATED_CHARACTERS:
                    above[len(texts)] = (cell.tall - 1, shown)
                texts.append(shown.replace("\t", " "))
        _take_down(above, texts)
        if sum(map(bool, texts)) > 1:
            yield "\t".join(texts)
        elif any(texts):
            yield from (line for cell in row for line in cell.lines)


def _take_down(above: dict[int, tuple[int, str]], texts: list[str]) -> None:
    """Fill in the cells of the rows above that reach down to the next place of this row."""
    while held := above.pop(len(texts), None):
        left, text = held
        if left > 1:
            above[len(texts)] = (left - 1, text)
        texts.append(text)
