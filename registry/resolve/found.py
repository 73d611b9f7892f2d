"""What a question's words turn out to name, and how names are compared."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Literal

from msgspec import Struct

from registry.graph.groups import LeadingGroup
from registry.graph.nodes import Edge
from registry.graph.organisation import Organisation
from registry.graph.works import Work
from registry.model.answers import Reason

_MARKS = re.compile(r"[\s“”\"'‘’「」《》]+")


class Glossary(Struct, frozen=True):
    """Other words for what notices name.

    ``english`` maps an English name, in lower case, to the Chinese one; ``aliases`` a
    short name of an agency to its full one, where the rule for short names is not enough;
    ``provinces`` a place to the province that it is in.
    """

    english: Mapping[str, str] = {}
    aliases: Mapping[str, str] = {}
    provinces: Mapping[str, str] = {}


class Through(Struct, frozen=True, kw_only=True):
    """An agency that is answerable for a piece of work, and who is tied to the agency.

    ``given`` is the tie of the agency to the work; ``edges`` tie persons to the agency,
    under its full name; ``choices`` are the agencies that its name may mean, where it is
    not one alone.
    """

    given: Edge
    edges: tuple[Edge, ...] = ()
    choices: tuple[str, ...] = ()
    read_as: tuple[Reason, ...] = ()

    @property
    def agency(self) -> str:
        """Return the agency's name as the clause of the work gives it."""
        return self.given.source.name


class Found(Struct, frozen=True, kw_only=True):
    """What the words name: ``edges`` tie it to persons; a group and a person are themselves.

    ``work`` is a task, duty or indicator, which persons hold ``through`` its agencies. ``flags``
    say how a post is held, where nobody simply holds it.
    """

    kind: Literal["person", "post", "area", "agency", "group", "work"]
    edges: tuple[Edge, ...] = ()
    group: LeadingGroup | None = None
    person: str | None = None
    work: Work | None = None
    through: tuple[Through, ...] = ()
    read_as: tuple[Reason, ...] = ()
    flags: tuple[str, ...] = ()

    @property
    def by_itself(self) -> bool:
        """Say whether the subject begins with its own notice, not with a division of labour."""
        return self.kind in {"group", "post", "work"}

    @property
    def needs_division(self) -> bool:
        """Say whether only a division of labour can tell who holds the subject."""
        return self.kind not in {"group", "post"}


class Choices(Struct, frozen=True):
    """The words fit several subjects, or one only in part."""

    names: tuple[str, ...]


Finder = Callable[[Organisation, str, Glossary], Found | Choices | None]


@lru_cache(maxsize=8_192)
def bare(words: str) -> str:
    """Drop white space and quotation marks: they do not tell names apart."""
    return _MARKS.sub("", words)


def folded(words: str) -> str:
    """Make full and half width one, besides, and drop the full stop at the end.

    >>> folded("加（气）油站。") == folded("加(气)油站")
    True
    """
    return unicodedata.normalize("NFKC", bare(words)).rstrip("。.")
