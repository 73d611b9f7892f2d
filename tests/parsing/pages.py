"""How a page may show one text: wrapped, spaced, in other widths, in traditional characters."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from unicodedata import east_asian_width

from hypothesis import strategies as st
from opencc import OpenCC

_MAY_NOT_BEGIN = "，。；：、）》”！？·,:;)"
# Behind a colon a paragraph ends, as far as anyone can tell who does not know what it says.
_MAY_NOT_END = "（《“(：:"


def _columns(text: str) -> int:
    return sum(2 if east_asian_width(char) in "WF" else 1 for char in text)


def _wrap(paragraph: str, size: int) -> list[str]:
    """Break a paragraph at ``size`` columns, where a typesetter would: a closing mark hangs."""
    found: list[str] = []
    line = ""
    for char in paragraph:
        if line and _columns(line + char) > size and char not in _MAY_NOT_BEGIN:
            opened = line[-1] if line[-1] in _MAY_NOT_END else ""
            found.append(line.removesuffix(opened))
            line = opened
        line += char
    return [*found, line] if line else found


@dataclass(frozen=True)
class Page:
    """One way to show a text; ``show`` takes its paragraphs."""

    size: int | None
    gap: str
    indent: str
    marks: str
    traditional: bool

    def show(self, paragraphs: Sequence[str]) -> str:
        """Return the text of the page."""
        shown: list[str] = []
        for paragraph in paragraphs:
            text = self._with_marks(paragraph)
            text = _to_traditional(text) if self.traditional else text
            text = self.indent + text
            lines = _wrap(text, self.size) if self.size is not None else [text]
            shown.append("\n".join(lines))
        return f"\n{self.gap}".join(shown) + "\n"

    def _with_marks(self, text: str) -> str:
        if self.marks == "half":
            return text.translate(str.maketrans("（），：；", "(),:;"))
        if self.marks == "wide digits":
            return re.sub(r"[0-9]", lambda match: chr(ord(match.group()) + 0xFEE0), text)
        return text


@cache
def _converter(kind: str) -> Callable[[str], str]:
    converter = OpenCC(kind)
    return lambda text: str(converter.convert(text))


def _to_traditional(text: str) -> str:
    shown = _converter("s2t")(text)
    return shown if len(shown) == len(text) else text


def to_simplified(text: str) -> str:
    """Return each character's simplified form."""
    return "".join(map(_converter("t2s"), text))


pages = st.builds(
    Page,
    size=st.one_of(st.none(), st.integers(min_value=34, max_value=80)),
    gap=st.sampled_from(["", "", "\n"]),
    indent=st.sampled_from(["", "　　", "    "]),
    marks=st.sampled_from(["", "", "half", "wide digits"]),
    traditional=st.sampled_from([False, False, True]),
)
"""Pages of every width from 34 columns, where a line still holds a name and a title, to 80."""


def spaced(name: str) -> st.SearchStrategy[str]:
    """A name of two characters, now and then with a space inside."""
    if len(name) != 2:
        return st.just(name)
    return st.sampled_from([name, name, f"{name[0]} {name[1]}", f"{name[0]}　{name[1]}"])
