"""Cards over several sheets of paper, none smaller than can be read."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from registry.charts.cards import Card, cut
from registry.charts.look import Look
from registry.charts.page import LINK, Box, Page, Stack
from registry.charts.words import FRAME, say

Make = Callable[[int], Sequence[Stack]]
"""Makes all cards, in stacks, for a width of their text."""

_NARROWEST = 150
"""Points of text, below which names of agencies break too often."""
_GAP = 12
"""Between two columns, and between two stacks: less than on a screen, where there is room."""
_FRAME = 20
"""What padding and border add to the width of a card's text."""
_COUNTS = range(1, 6)


def flow(make: Make, look: Look) -> tuple[Page, ...]:
    """Fill as few sheets as hold all cards at a readable size, the widest columns of equals.

    A stack stays in one column where it can; a card higher than a sheet is cut.
    """
    sheet = look.sheet
    assert sheet is not None  # only paper has sheets
    across, down = sheet.canvas
    found = []
    for count in _COUNTS:
        width = int((across - (count - 1) * _GAP) / count) - _FRAME
        if count == 1 or width >= _NARROWEST:
            again = say(FRAME.again, look.lang)
            found.append(tuple(_sheets(make(width), count, (across, down), again)))
    return min(found, key=len)


def _sheets(
    stacks: Sequence[Stack], count: int, room: tuple[float, float], again: str
) -> Iterator[Page]:
    across, down = room
    step = (across + _GAP) / count
    feet = [0.0] * count
    boxes: list[Box] = []

    def free(stack: Stack) -> int | None:
        height = _height(stack)
        fit = [column for column in range(count) if feet[column] + height <= down + 0.1]
        return min(fit, key=lambda column: feet[column], default=None)

    for whole in _pieces(stacks, down, again):
        # Rather two columns of one sheet than a sheet that ends early.
        for stack in [whole] if free(whole) is not None else [[one] for one in whole]:
            column = free(stack)
            if column is None:
                yield _page(boxes)
                boxes, feet = [], [0.0] * count
                column = 0
            for place, (key, card) in enumerate(stack):
                top = feet[column] + (LINK - _GAP if place else 0)
                boxes.append(Box(key=key, card=card, left=column * step, top=top))
                feet[column] = top + card.outer_height + _GAP
    if boxes:
        yield _page(boxes)


def _page(boxes: list[Box]) -> Page:
    return Page(
        boxes=tuple(boxes),
        width=max(box.left + box.card.outer_width for box in boxes),
        height=max(box.top + box.card.outer_height for box in boxes),
        sheet=True,
    )


def _pieces(stacks: Sequence[Stack], down: float, again: str) -> Iterator[Stack]:
    """Yield the stacks that fit on a sheet, and the cards one by one of those that do not."""
    for stack in stacks:
        if _height(stack) <= down:
            yield stack
            continue
        for key, card in stack:
            for number, part in enumerate(cut(card, down, again)):
                yield [(f"{key} {number + 1}" if number else key, part)]


def _height(stack: Stack) -> float:
    return sum(card.outer_height for _, card in stack) + LINK * (len(stack) - 1)


def banded(bands: Sequence[Sequence[tuple[str, Card]]]) -> list[Stack]:
    """Take every card of the bands for a stack of its own, for ``flow``."""
    return [[card] for band in bands for card in band]
