"""The names that notices use: every agency with its forms, every person with his titles."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from registry.model.answers import Words

FormBy = Literal["written", "rule", "alias_file", "bracket"]
"""How a form came to its agency: it is the name itself; the rule for short names; the
alias file; the notice gives it in brackets."""


class AgencyForm(Struct, frozen=True, kw_only=True):
    """One way in which an agency is written, the notices that do, and why it is this agency."""

    form: str
    by: FormBy
    because: Words
    documents: tuple[str, ...]


class AgencyNames(Struct, frozen=True, kw_only=True):
    """One agency by its fullest name, and all its forms, that name first."""

    government: str
    name: str
    forms: tuple[AgencyForm, ...]


class AmbiguousName(Struct, frozen=True, kw_only=True):
    """A name that may mean several agencies; none is picked."""

    government: str
    name: str
    choices: tuple[str, ...]
    documents: tuple[str, ...]


class PersonTitle(Struct, frozen=True, kw_only=True):
    """A title or post as a notice writes it, and the notices that do."""

    title: str
    documents: tuple[str, ...]


class PersonNames(Struct, frozen=True, kw_only=True):
    """One person: the same name within a government is the same person."""

    government: str
    name: str
    titles: tuple[PersonTitle, ...]
    documents: tuple[str, ...]


class Names(Struct, frozen=True, kw_only=True):
    """All names of some notices, in the notices' order."""

    agencies: tuple[AgencyNames, ...]
    ambiguous: tuple[AmbiguousName, ...]
    persons: tuple[PersonNames, ...]
