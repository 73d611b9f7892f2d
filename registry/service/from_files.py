"""The registry over files of notices, read once and kept with their texts."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from functools import cached_property
from pathlib import Path

from registry.graph.governments import bodies_of
from registry.model.facts import Document
from registry.parsing.notice import parse
from registry.resolve.subject import Glossary
from registry.service.loading.load import notices_of
from registry.service.registry import Registry
from registry.service.sources import files_in, read_text
from registry.tables.rules import Rulebook


class FromFiles(Registry):
    """The registry over the notices in ``paths``, files and folders; a file twice counts once.

    Raises:
        UnreadableSource: as ``read_sources``.
    """

    def __init__(
        self,
        paths: Iterable[Path],
        rulebooks: Iterable[Rulebook],
        glossary: Glossary,
        today: Callable[[], date],
    ) -> None:
        self._files = tuple((path.name, read_text(path)) for path in files_in(paths))
        facts = (fact for _, text in self._files for fact in parse(text))
        super().__init__(facts, rulebooks, glossary, today)

    def texts_of(self, government: str) -> dict[str, str]:
        """Return the texts of the notices by their ``doc``; its own where two share a number."""
        found: dict[str, str] = {}
        for document, text in self._texts:
            if document.doc not in found or government in bodies_of(document):
                found[document.doc] = text
        return found

    @cached_property
    def _texts(self) -> tuple[tuple[Document, str], ...]:
        return tuple(
            (fact, notice.text)
            for name, text in self._files
            for notice in notices_of(text, name)
            for fact in notice.facts
            if isinstance(fact, Document)
        )
