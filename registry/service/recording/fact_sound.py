"""What a fact entered by hand must be: in its notice's words, at a place, in plain signs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import msgspec

from registry.errors import BadRecord
from registry.graph.mentions import persons_named
from registry.model.facts import AnyFact

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_WRAPPED = re.compile(r"[\t\n\v\f\r]")
_PRINTED = ("clause", "text", "description", "title")
"""The keys whose texts may run over lines, as the notice prints them."""
_LITERAL = ("area", "org", "alias", "group", "subgroup", "subject", "lead", "support")
_SHORTEST = 2
"""Each of the two parts of a post that is spelled out whole has so many signs at least."""


def check_sound(fact: AnyFact) -> None:
    """Refuse a place that is none, and control characters.

    The place may lie beyond the notice's text, where it was printed from a file of several;
    it is made that of the clause.

    Raises:
        BadRecord: the span begins before the text or ends before it begins; a text holds a
            control character.
    """
    start, end = fact.span
    if not 0 <= start <= end:
        raise BadRecord(
            f"span [{start}, {end}] is no place in a text; it begins at 0 or later and does not"
            " end before it begins"
        )
    for key, text in _texts(fact):
        bad = _CONTROL.search(_WRAPPED.sub("", text) if key in _PRINTED else text)
        if bad:
            raise BadRecord(f"{key!r} holds the control character {bad[0]!a}; leave it out")


def check_named(fact: AnyFact, texts: Iterable[str]) -> None:
    """Refuse a fact said to have been missed whose persons and things its notice does not name.

    A post may be spelled out of two parts of the text, as 市教育局局长 is of 市教育局党组书记、局长.

    Raises:
        BadRecord: ``texts``, those of the notice, do not have one of the names.
    """
    bare = ["".join(text.split()) for text in texts]
    for mention in persons_named([fact]):
        if not any(_bare(mention.name) in text for text in bare):
            raise BadRecord(f"{fact.doc} does not name {mention.name}; check the name")
    for key, name in _texts(fact):
        own = _bare(name)
        if key in _LITERAL:
            found = any(own in text for text in bare)
        elif key == "post":
            found = any(_spelled(own, text) for text in bare)
        else:
            continue
        if not found:
            raise BadRecord(
                f"{fact.doc} has no {name[:80]}; give {key!r} in the words of the notice"
            )


def _spelled(post: str, text: str) -> bool:
    cuts = range(_SHORTEST, len(post) - _SHORTEST + 1)
    return post in text or any(post[:cut] in text and post[cut:] in text for cut in cuts)


def _texts(fact: AnyFact) -> Iterator[tuple[str, str]]:
    for key, value in msgspec.to_builtins(fact).items():
        for text in value if isinstance(value, list | tuple) else (value,):
            if isinstance(text, str):
                yield key, text


def _bare(text: str) -> str:
    return "".join(text.split())
