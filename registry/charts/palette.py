"""The colours of a chart: a role a colour, in a light, a dark and a printed style.

Colours that tell things apart follow Okabe and Ito's set, which people with any of the common
kinds of colour blindness can tell apart; darkened so that white text on them is readable.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, get_args

StyleName = Literal["light", "dark", "print"]
"""What a chart is looked at on: a light page, a dark page, paper."""

Role = Literal[
    "page",
    "card",
    "head",
    "seat",
    "other",
    "edge",
    "rule",
    "ink",
    "soft",
    "faint",
    "heading",
    "pair",
    "away_head",
    "away_card",
    "away_ink",
    "away_mark",
    "acting",
    "gained",
    "lost",
    "moved",
    "changed",
    "mark_ink",
]
"""What a colour is for."""

_TABLE = """
page      #ffffff #12181f #ffffff
card      #fefefe #1b242f #fffffe
head      #dce6f2 #26405c #ececec
seat      #f1f5fa #202c3a #fffffd
other     #f7f3ea #2b2820 #fffffc
edge      #5b6b7d #8595a6 #333333
rule      #c3ccd6 #46525f #c4c4c4
ink       #16222f #eef3f8 #000000
soft      #3d4b5a #c6d0db #1c1c1c
faint     #556170 #aab6c3 #2e2e2e
heading   #7a3b12 #f2b78e #000002
pair      #3a6694 #8db8e8 #24507c
away_head #d9d9d9 #3d3d3d #d9d9d9
away_card #efefef #2a2a2a #f2f2f2
away_ink  #5c5c5c #bdbdbd #3f3f3f
away_mark #5f5f5f #9c9c9c #4a4a4a
acting    #a84a00 #f0a050 #8a3c00
gained    #0072b2 #56b4e9 #005a8e
lost      #b84f00 #ee8a4a #9a4200
moved     #8a3a75 #cc79a7 #6b2a55
changed   #6b5b00 #d8c540 #564900
mark_ink  #fffffb #10151b #fffffb
"""

_ROWS = [line.split() for line in _TABLE.split("\n") if line]
PALETTES: Mapping[StyleName, Mapping[str, str]] = {
    style: {row[0]: row[place + 1] for row in _ROWS}
    for place, style in enumerate(get_args(StyleName))
}
"""The colour of each role as #rrggbb. In the light style no two roles share one: ``css`` needs that."""


def css(style: StyleName, scope: str = "svg") -> str:
    """Return rules that show a light chart below ``scope`` in another style.

    A rule beats the colour that an element states, so one drawing serves a light page, a dark
    page and paper.

    >>> css("dark").splitlines()[0]
    'svg [fill="#ffffff"]{fill:#12181f}'
    """
    light, other = PALETTES["light"], PALETTES[style]
    return "\n".join(
        f'{scope} [{paint}="{light[role]}"]{{{paint}:{colour}}}'
        for role, colour in other.items()
        for paint in ("fill", "stroke")
    )
