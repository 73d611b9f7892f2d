"""Carried facts: a notice restated in a plain TOML file, read back as facts."""

from __future__ import annotations

from collections.abc import Mapping

from registry.model.facts import AnyFact
from registry.tables.carried_facts import RESTATED, restate
from registry.tables.carried_form import NoticeForm
from registry.tables.forms import read_form

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
    notices = (read_form(name, files[name], NoticeForm) for name in sorted(files))
    return tuple(fact for notice in notices for fact in restate(notice))
