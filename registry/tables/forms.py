"""Reading a TOML file into its form, with one line for every way in which it can be wrong."""

from __future__ import annotations

import re
import tomllib
from typing import Annotated, TypeVar

import msgspec
from msgspec import Meta

from registry.errors import BadRules

T = TypeVar("T")

_TEXT = r"^\S(.*\S)?$"
_DATE = r"^(\d{4}(-\d{2}(-\d{2})?)?|--\d{2}-\d{2})$"

Text = Annotated[str, Meta(pattern=_TEXT)]
"""A value as a notice words it: never empty, no white space around it."""

PrintedDate = Annotated[str, Meta(pattern=_DATE)]
"""An ISO date with missing parts left off: ``2019-08-28``, ``2019-08``, ``--08-19``."""

_IN_WORDS = {
    f"Expected `str` matching regex {_TEXT!r}": "empty, or with white space around it",
    f"Expected `str` matching regex {_DATE!r}": "not a date like 2019-08-28, 2019-08 or --08-19",
}
_PLACE = re.compile(r" - at (?:`?key`? in )?`\$\.?(?P<key>[^`]*)`$")


def read_form(name: str, content: bytes, form: type[T]) -> T:
    """Return ``content`` as a ``form``.

    Args:
        name: the file's name, for the message.
        content: UTF-8 TOML; a byte order mark is taken off.
        form: a struct that forbids unknown fields.

    Raises:
        BadRules: ``content`` is not UTF-8, not TOML, or does not follow ``form``; the
            message is one line that names the file, the key and the remedy.
    """
    try:
        return msgspec.convert(tomllib.loads(content.decode("utf-8-sig")), form)
    except UnicodeDecodeError as error:
        raise BadRules(f"{name}: byte {error.start} is not UTF-8; save the file as UTF-8") from None
    except tomllib.TOMLDecodeError as error:
        raise BadRules(f"{name}: not TOML: {error}; correct that line") from None
    except msgspec.ValidationError as error:
        said = str(error)
        place = _PLACE.search(said)
        what = said[: place.start()] if place else said
        what = _IN_WORDS.get(what, what)
        key = place["key"] if place else "the top of the file"
        remedy = "see docs/reference/data.md for the keys and their values"
        raise BadRules(f"{name}: {key}: {what}; {remedy}") from None
