"""The registry over files of notices, read once and kept with their texts."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from functools import cached_property
from pathlib import Path

from registry.model.facts import Document
from registry.parsing.notice import parse
from registry.resolve.subject import Glossary
from registry.service.load import notices_of
from registry.service.registry import Registry
from registry.service.sources import read_text
from registry.tables.rules import Rulebook


class FromFiles(Registry):
    """The registry over the notices in ``paths``; a file twice counts once.

    Raises:
        UnreadableSource: a file is missing, a folder, or holds no text that can be read.
    """

    def __init__(
        self,
        paths: Iterable[Path],
        rulebooks: Iterable[Rulebook],
        glossary: Glossary,
        today: Callable[[], date],
    ) -> None:
        once = {path.resolve(): path for path in paths}
        self._files = tuple((path.name, read_text(path)) for path in once.values())
        facts = (fact for _, text in self._files for fact in parse(text))
        super().__init__(facts, rulebooks, glossary, today)

    def texts_of(self, government: str) -> dict[str, str]:  # noqa: ARG002 - all are at hand
        """Return the texts of the notices by their ``doc``."""
        return self._texts

    @cached_property
    def _texts(self) -> dict[str, str]:
        return {
            fact.doc: notice.text
            for name, text in self._files
            for notice in notices_of(text, name)
            for fact in notice.facts
            if isinstance(fact, Document)
        }
