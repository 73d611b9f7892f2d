"""Carried facts: a notice restated in a plain TOML file, read back as facts."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping

import msgspec

from registry.errors import BadRules
from registry.model.facts import AnyFact
from registry.tables.carried_facts import RESTATED, restate
from registry.tables.carried_form import NoticeForm

__all__ = ["RESTATED", "load"]


def load(files: Mapping[str, bytes]) -> tuple[AnyFact, ...]:
    """Turn carried files into facts.

    Args:
        files: file name to the bytes of the file, UTF-8 TOML.

    Returns:
        The facts of all files, in the order of the file names and, within a file, in the
        order of the notice. Their clause restates the values in the field's words; their
        span is ``RESTATED``, (0, 0).

    Raises:
        BadRules: a file is not UTF-8, not TOML, or does not follow the form; the message is
            one line that names the file, the key and the remedy.
    """
    return tuple(fact for name in sorted(files) for fact in restate(_read(name, files[name])))


def _read(name: str, content: bytes) -> NoticeForm:
    try:
        return msgspec.convert(tomllib.loads(content.decode("utf-8-sig")), NoticeForm)
    except UnicodeDecodeError as error:
        raise BadRules(f"{name}: byte {error.start} is not UTF-8; save the file as UTF-8") from None
    except tomllib.TOMLDecodeError as error:
        raise BadRules(f"{name}: not TOML: {error}; correct that line") from None
    except msgspec.ValidationError as error:
        what, _, path = str(error).partition(" - at ")
        key = path.strip("`").removeprefix("$.") or "the top of the file"
        remedy = "see docs/reference/data.md for the keys and their values"
        raise BadRules(f"{name}: {key}: {what}; {remedy}") from None
