"""Addresses of the pages, and texts in which every name is a link."""

from __future__ import annotations

import re
from collections.abc import Iterable
from hashlib import sha256
from urllib.parse import quote

from msgspec import Struct

Value = str | Iterable[str] | None

_HAN = re.compile(r"[\u3400-\u9fff]")


class Link(Struct, frozen=True):
    """Some words, and the address that they lead to; none for plain words.

    ``gloss`` is the same in the visitor's language, where the words are not.
    """

    text: str
    href: str | None = None
    gloss: str = ""

    @property
    def lang(self) -> str:
        """Return the language of the words where they are a Chinese name, else nothing."""
        return "zh-CN" if _HAN.search(self.text) else ""


class Links(Struct, frozen=True):
    """Addresses of one government's pages; ``kept`` goes along with each (which government)."""

    kept: tuple[tuple[str, str], ...] = ()

    def to(self, path: str, **parameters: Value) -> str:
        """Return the address of a page; parameters without a value are left out.

        A parameter of a Python keyword's name is written with an underscore after it.

        >>> Links().to("/answer", subject="商务", from_="2019-09-02", to=None)
        '/answer?subject=商务&from=2019-09-02'
        """
        pairs: list[tuple[str, str]] = []
        for name, value in parameters.items():
            values = (value,) if isinstance(value, str) else tuple(value or ())
            pairs += [(name.rstrip("_"), one) for one in values]
        query = "&".join(f"{_typed(name)}={_typed(value)}" for name, value in (*pairs, *self.kept))
        return f"{path}?{query}" if query else path

    def pattern(self) -> str:
        """Return the address of any thing's page, as charts are told it."""
        return self.to("/KIND", name="NAME")

    def person(self, name: str) -> Link:
        """Link a person's name to the page on the person."""
        return Link(name, self.to("/people", name=name))

    def people(self, names: Iterable[str]) -> tuple[Link, ...]:
        """Link several persons' names."""
        return tuple(self.person(name) for name in names)

    def agency(self, name: str) -> Link:
        """Link an agency's name to the page on the agency."""
        return Link(name, self.to("/agencies", name=name))

    def group(self, name: str) -> Link:
        """Link a leading group's name to the page on the group."""
        return Link(name, self.to("/groups", name=name))

    def subject(self, name: str, **parameters: Value) -> Link:
        """Link anything that can be asked about to the answer on it."""
        return Link(name, self.to("/answer", subject=name, **parameters))

    def notice(self, doc: str, clause: str | None = None) -> str:
        """Return the address of a notice, at one of its clauses where one is given."""
        at = self.to("/notices", name=doc)
        return f"{at}#{anchor(clause)}" if clause else at

    def rule(self, identifier: str) -> str:
        """Return the address of a rule."""
        return f"{self.to('/rules')}#{identifier}"


def _typed(text: str) -> str:
    """Return text as it is written in an address on a page.

    Letters of every script stay as they are: browsers send them encoded, and a page of Chinese
    names is a third as heavy.

    >>> _typed("张良华@2019-09-03/2019-09-05&<")
    '张良华@2019-09-03/2019-09-05%26%3C'
    """
    return "".join(sign if sign.isalnum() else quote(sign, safe="@/:,〔〕") for sign in text)


def anchor(clause: str) -> str:
    """Return the name of the place of a clause on its notice's page.

    White space does not count: a clause is quoted without the breaks of its lines.
    """
    return f"c-{sha256(''.join(clause.split()).encode()).hexdigest()[:10]}"


def linked(text: str, names: Iterable[str], links: Links) -> tuple[Link, ...]:
    """Cut ``text`` at the persons' ``names`` in it, each a link, the rest plain.

    >>> [piece.text for piece in linked("熊皓是张良华的B角", ["张良华", "熊皓"], Links())]
    ['熊皓', '是', '张良华', '的B角']
    """
    known = sorted((name for name in set(names) if len(name) > 1), key=len, reverse=True)
    if not known:
        return (Link(text),)
    pieces = re.split(f"({'|'.join(map(re.escape, known))})", text)
    return tuple(
        links.person(piece) if place % 2 else Link(piece)
        for place, piece in enumerate(pieces)
        if piece
    )
