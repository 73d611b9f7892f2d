"""Whether a matter that a rule names is what the question is about."""

from __future__ import annotations

from collections.abc import Iterable

from registry.graph.agencies import cores
from registry.resolve.found import bare
from registry.resolve.subjects.shares import parts_of


def concerned(matters: Iterable[str], asked: Iterable[str], government: str) -> tuple[str, ...]:
    """Return those of ``matters`` that ``asked`` concern, in their order.

    A matter is concerned by an area of that name or with it as a whole part (公安 in
    公安和司法), and by an agency of that name or for that field (市公安局).

    >>> concerned(("公安", "审计"), ("市公安局",), "云陵市人民政府")
    ('公安',)
    >>> concerned(("交通",), ("交通安全",), "云陵市人民政府")
    ()
    """
    names = [bare(name) for name in asked]
    meant = {part for name in names for part in (name, *parts_of(name))}
    meant |= {core for name in names for core in cores(name, government)}
    return tuple(matter for matter in matters if bare(matter) in meant)


def narrowed(subject: str, held: tuple[str, ...]) -> tuple[str, ...]:
    """Return what is asked: the part of a joined area that ``subject`` names, else all ``held``.

    >>> narrowed("司法", ("公安和司法",)), narrowed("司法", ("司法",))
    (('司法',), ('司法',))
    """
    words = bare(subject)
    part = any(words != bare(name) and words in parts_of(name) for name in held)
    return (words,) if part else held
