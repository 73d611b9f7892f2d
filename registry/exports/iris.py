"""Names for things that outlive one export: IRIs under a base, the same for the same thing."""

from __future__ import annotations

import re
from hashlib import sha256
from urllib.parse import quote as percent

from registry.errors import RegistryError
from registry.exports.text import fit
from registry.exports.ties import Bond
from registry.graph.nodes import Node
from registry.graph.posts import same_post
from registry.graph.quotes import Quote
from registry.graph.tenure import Tenure

BASE = "https://registry.example/"
"""Under a name that is reserved for examples: nobody is there who could answer for it."""

_BASE = re.compile(r"(?:https?://[\w.~:@%-]+/|urn:[a-z0-9][a-z0-9-]*:)[\w.~:/@%-]*", re.ASCII)


def read_base(text: str) -> str:
    """Return the base that IRIs begin with; one without a slash or colon at its end gets a slash.

    >>> read_base("https://registry.example/city"), read_base("urn:registry:")
    ('https://registry.example/city/', 'urn:registry:')

    Raises:
        RegistryError: it is no http, https or urn address, or has a query or a fragment.
    """
    base = text.strip()
    if not _BASE.fullmatch(base):
        raise RegistryError(
            f"{text!r} cannot begin an IRI; give one such as {BASE} or urn:registry:"
        )
    return base if base[-1] in "/:" else f"{base}/"


class Iris:
    """The IRIs of one government's things.

    People are the same where their name is, within a government; posts where their name is but for
    the place; agencies by their fullest name; notices by number or title. Names are percent-encoded.
    """

    def __init__(self, government: str, base: str = BASE) -> None:
        self._government = government
        self._all = read_base(base)
        self._own = f"{self._all}{_part(government)}"
        self.government = self._own

    def thing(self, node: Node) -> str:
        """Return the IRI of a person, an agency, a group or another node."""
        return self.of(node.kind, node.name)

    def of(self, kind: str, *names: str) -> str:
        """Return the IRI of what has these names, from the whole to the part."""
        return "/".join((self._own, kind, *map(_part, names)))

    def notice(self, doc: str) -> str:
        """Return the IRI of a notice."""
        return self.of("notice", doc)

    def clause(self, said: Quote) -> str:
        """Return the IRI of a clause in its notice."""
        return f"{self.notice(said.doc)}#{_digest(said.clause)}"

    def post(self, title: str) -> str:
        """Return the IRI of a post, whoever holds it."""
        return self.of("post", same_post(title, self._government))

    def role(self, title: str) -> str:
        """Return the IRI of the role that the holder of a post has."""
        return self.of("role", same_post(title, self._government))

    def bond(self, bond: Bond, since: str) -> str:
        """Return the IRI of a bond that began then."""
        parts = (*bond.source, bond.relation, *bond.target, bond.role, bond.subgroup, since)
        return self.of("membership", _digest(*parts))

    def tenure(self, held: Tenure) -> str:
        """Return the IRI of a tenure."""
        post = same_post(held.post, self._government)
        began = held.start or f"-{held.end}"
        return self.of("membership", _digest(held.person, post, held.tenancy.value, began))

    def word(self, *names: str) -> str:
        """Return the IRI of a word of the registry's own, the same for every government."""
        return self._all + "/".join(("word", *map(_part, names)))


def _part(name: str) -> str:
    return percent(fit(name), safe="") or "-"


def _digest(*parts: str | None) -> str:
    words = "\x1f".join(fit(part) if part is not None else "\x1e" for part in parts)
    return sha256(words.encode()).hexdigest()[:16]
