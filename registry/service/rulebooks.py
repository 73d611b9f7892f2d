"""The rules that each government is under: its own rule file, and the law."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import structs

from registry.tables.rules import Rulebook


class Rulebooks:
    """Rule files by government, put together with the law once."""

    def __init__(self, books: Iterable[Rulebook]) -> None:
        """Take the rule files, at most one a government, and books of law for all of them."""
        self._books = tuple(books)
        self._laws = tuple(book for book in self._books if book.country)
        own = (book for book in self._books if book.government)
        self._own = {book.government: self._under_law(book) for book in own}

    @classmethod
    def made(cls, books: Iterable[Rulebook]) -> Rulebooks:
        """Return ``books`` put together, as they are where they have been."""
        return books if isinstance(books, cls) else cls(books)

    def __iter__(self) -> Iterator[Rulebook]:
        return iter(self._books)

    def of(self, government: str) -> Rulebook | None:
        """Return the rules of ``government`` and the law; ``None`` where there is neither."""
        own = self._own.get(government)
        if own is None and self._laws:
            own = self._own[government] = self._under_law(Rulebook(government=government))
        return own

    def _under_law(self, book: Rulebook) -> Rulebook:
        return structs.replace(book, laws=self._laws) if self._laws else book
