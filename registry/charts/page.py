"""Where the cards stand on the page; lengths are points, y grows downwards."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

from registry.charts.cards import Card
from registry.charts.look import Look

GAP = 22
"""Between two columns, and between two stacks of one column."""
LINK = 34
"""Between two cards of one stack: room for the link and its word."""
WIDE_LINK = 76
"""The same between two cards side by side, where the word stands in the way."""
SCREEN = (1190.0, 842.0)
"""What a drawing that is not made for paper is shaped like: A4 and A3 on their side."""


class Box(Struct, frozen=True, kw_only=True):
    """A card by its key, and its upper left corner."""

    key: str
    card: Card
    left: float
    top: float

    @property
    def centre(self) -> tuple[float, float]:
        """The middle of the card."""
        return self.left + self.card.outer_width / 2, self.top + self.card.outer_height / 2


class Page(Struct, frozen=True, kw_only=True):
    """Cards in their places, and the size that they take together."""

    boxes: tuple[Box, ...]
    width: float
    height: float
    room: float = 0
    """The width that is free on either side of the topmost row."""
    sheet: bool = False
    """Whether it is one of several sheets, filled without regard to links."""

    def free(self, left: float, top: float, card: Card) -> bool:
        """Say whether ``card`` at that corner keeps a gap from every card of the page."""
        return not any(
            left < box.left + box.card.outer_width + GAP
            and box.left < left + card.outer_width + GAP
            and top < box.top + box.card.outer_height + GAP
            and box.top < top + card.outer_height + GAP
            for box in self.boxes
        )

    def scale(self, room: tuple[float, float] = SCREEN) -> float:
        """How large one point comes out when the page fills ``room``."""
        across, down = room
        return min(across / self.width, down / self.height)


Stack = Sequence[tuple[str, Card]]
"""Cards that belong together, one under the other."""


def columns(top: Stack, stacks: Iterable[Stack], count: int, width: float) -> Page:
    """Put ``top`` in a row of its own, centred, and every stack into the shortest column.

    ``width`` is that of one column; a card wider than that may only stand in ``top``.
    """
    across = count * width + (count - 1) * GAP
    boxes: list[Box] = []
    row = sum(card.outer_width for _, card in top) + WIDE_LINK * max(len(top) - 1, 0)
    across = max(across, row)
    left = (across - row) / 2
    for key, card in top:
        boxes.append(Box(key=key, card=card, left=left, top=0))
        left += card.outer_width + WIDE_LINK
    below = max((card.outer_height for _, card in top), default=-GAP) + GAP
    feet: list[float] = [below] * count
    for stack in stacks:
        column = feet.index(min(feet))
        for place, (key, card) in enumerate(stack):
            if place:
                feet[column] += LINK - GAP
            left = column * (width + GAP)
            boxes.append(Box(key=key, card=card, left=left, top=feet[column]))
            feet[column] += card.outer_height + GAP
    return Page(
        boxes=tuple(boxes), width=across, height=max(*feet, below) - GAP, room=(across - row) / 2
    )


def best(pages: Iterable[Page], room: tuple[float, float] = SCREEN) -> Page:
    """Return the page whose text comes out largest in ``room``, the first of equals."""
    return max(pages, key=lambda page: page.scale(room))


def fitting(pages: Iterable[Page], look: Look) -> Page | None:
    """Return the page that fills the look's paper best, if its smallest text is readable there."""
    assert look.sheet is not None  # only paper has a size
    page = best(pages, look.sheet.canvas)
    return page if page.scale(look.sheet.canvas) >= 1 else None


def bands(rows: Iterable[Stack], count: int, width: float, gap: float = GAP) -> Page:
    """Set each band of cards in lines of at most ``count``, one band under the other.

    ``width`` is that of one column. A band of one short line is centred, longer ones
    keep to the columns; each line is as high as its highest card. ``gap`` stands between bands.
    """
    across = count * width + (count - 1) * GAP
    boxes: list[Box] = []
    top = 0.0
    room = 0.0
    for number, band in enumerate(rows):
        for start in range(0, len(band), count):
            line = band[start : start + count]
            taken = sum(card.outer_width for _, card in line) + GAP * (len(line) - 1)
            left = (across - taken) / 2 if len(band) <= count else 0.0
            if not number:
                room = left
            for key, card in line:
                boxes.append(Box(key=key, card=card, left=left, top=top))
                left += card.outer_width + GAP
            top += max(card.outer_height for _, card in line) + GAP / 2
        top += gap - GAP / 2
    return Page(boxes=tuple(boxes), width=across, height=top - gap, room=room)
