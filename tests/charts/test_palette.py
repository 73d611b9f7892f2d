"""Colours: readable on their grounds, and told apart by people who are colour-blind."""

from __future__ import annotations

from itertools import combinations
from typing import get_args

import pytest

from registry.charts.palette import PALETTES, Role, StyleName, css

GROUNDS: dict[str, tuple[str, ...]] = {
    "ink": ("page", "card", "head", "seat", "other"),
    "soft": ("page", "card", "head", "seat", "other"),
    "faint": ("card",),
    "heading": ("card", "head", "seat", "other"),
    "pair": ("page", "card", "head"),
    "away_ink": ("away_head", "away_card", "head"),
    "acting": ("page", "card", "head", "seat"),
    "gained": ("card",),
    "lost": ("card", "other"),
    "moved": ("card",),
    "changed": ("card",),
    "mark_ink": ("away_mark", "acting", "gained", "lost", "moved", "changed", "pair"),
}
"""Which text stands on which ground."""

# Linear RGB as seen without one kind of cone, for full loss: Machado, Oliveira and Fernandes 2009.
SEEN = {
    "protanopia": ((0.152, 1.053, -0.205), (0.115, 0.786, 0.099), (-0.004, -0.048, 1.052)),
    "deuteranopia": ((0.367, 0.861, -0.228), (0.280, 0.673, 0.047), (-0.012, 0.043, 0.969)),
    "tritanopia": ((1.256, -0.077, -0.179), (-0.078, 0.931, 0.148), (0.005, 0.691, 0.304)),
}
TOLD_APART = 20.0
"""Difference in CIE L*a*b*; 2 can just be seen side by side."""

Three = tuple[float, float, float]


def _linear(colour: str) -> Three:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    r, g, b = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return r, g, b


def _luminance(colour: str) -> float:
    r, g, b = _linear(colour)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def _contrast(one: str, other: str) -> float:
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _lab(rgb: Three) -> Three:
    r, g, b = (min(max(part, 0.0), 1.0) for part in rgb)
    xyz = (
        (0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505,
        0.2126 * r + 0.7152 * g + 0.0722 * b,
        (0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089,
    )
    x, y, z = (p ** (1 / 3) if p > 0.008856 else 7.787 * p + 16 / 116 for p in xyz)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


@pytest.mark.parametrize("style", get_args(StyleName))
def test_text_is_readable_on_its_ground(style: StyleName) -> None:
    colours = PALETTES[style]
    poor = {
        (text, ground): round(_contrast(colours[text], colours[ground]), 2)
        for text, grounds in GROUNDS.items()
        for ground in grounds
        if _contrast(colours[text], colours[ground]) < 4.5
    }
    assert not poor


@pytest.mark.parametrize("style", get_args(StyleName))
@pytest.mark.parametrize("kind", SEEN)
def test_gained_lost_and_moved_are_told_apart(style: StyleName, kind: str) -> None:
    def seen(role: str) -> Three:
        rgb = _linear(PALETTES[style][role])
        r, g, b = (sum(m * p for m, p in zip(row, rgb, strict=True)) for row in SEEN[kind])
        return _lab((r, g, b))

    for one, other in combinations(("gained", "lost", "moved"), 2):
        apart = sum((a - b) ** 2 for a, b in zip(seen(one), seen(other), strict=True)) ** 0.5
        assert apart >= TOLD_APART, (one, other, apart)


def test_every_role_has_a_colour_of_its_own_in_the_light_style() -> None:
    assert set(PALETTES["light"]) == set(get_args(Role))
    assert len(set(PALETTES["light"].values())) == len(get_args(Role))


def test_the_style_sheet_recolours_every_role() -> None:
    rules = css("dark", "svg.chart")
    for role, colour in PALETTES["light"].items():
        assert f'svg.chart [fill="{colour}"]{{fill:{PALETTES["dark"][role]}}}' in rules
        assert f'svg.chart [stroke="{colour}"]{{stroke:{PALETTES["dark"][role]}}}' in rules
