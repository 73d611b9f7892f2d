"""Texts with a few slips in them: of a line, of a character, of a word from elsewhere."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import strategies as st

_ODD = "\0\t\r\u200b\u3000\ufeff\U0001f600\"'[]{}=#\\,;:：，。、（）«0123456789-T年é"


@st.composite
def mutated(draw: st.DrawFn, texts: Sequence[str], words: Sequence[str] = ()) -> str:
    """Draw one of the texts, with one to four slips."""
    text = draw(st.sampled_from(texts))
    for _ in range(draw(st.integers(1, 4))):
        text = draw(st.sampled_from(_SLIPS))(draw, text, tuple(words))
    return text


def _of_a_line(draw: st.DrawFn, text: str, _: tuple[str, ...]) -> str:
    """Leave a line out, say it twice, swap it with another, or join it with the next."""
    lines = text.splitlines(keepends=True)
    if not lines:
        return text
    at, other = (draw(st.integers(0, len(lines) - 1)) for _ in range(2))
    match draw(st.integers(0, 3)):
        case 0:
            del lines[at]
        case 1:
            lines.insert(other, lines[at])
        case 2:
            lines[at], lines[other] = lines[other], lines[at]
        case _:
            lines[at] = lines[at].rstrip("\r\n")
    return "".join(lines)


def _of_a_character(draw: st.DrawFn, text: str, _: tuple[str, ...]) -> str:
    """Put something in the place of a few characters."""
    at = draw(st.integers(0, len(text)))
    gone = draw(st.integers(0, 3))
    return text[:at] + draw(st.text(alphabet=_ODD, max_size=3)) + text[at + gone :]


def _of_a_word(draw: st.DrawFn, text: str, words: tuple[str, ...]) -> str:
    """Put a word from elsewhere in the place of one."""
    found = text.split()
    if not found or not words:
        return text
    old = draw(st.sampled_from(found))
    return text.replace(old, draw(st.sampled_from(words)), draw(st.integers(1, 2)))


_SLIPS = (_of_a_line, _of_a_character, _of_a_word)
