"""A decoder's complaint about a TOML table, put as: file, line, what is wrong, what is right."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import get_args

import msgspec
from msgspec import Struct
from rapidfuzz import process

_PATH = re.compile(r"`\$\.?rule\[(?P<number>\d+|\.\.\.)\](?P<rest>[^`]*)`")
_QUOTED = re.compile(r"[`'](?P<word>[^`'$]+)[`']")
_TOML_LINE = re.compile(r"\(at line (?P<line>\d+)")


def header_line(text: str, number: int) -> int:
    """Return the line, from 1, of the ``number``-th ``[[rule]]`` (from 0), or 1."""
    heads = [n for n, line in enumerate(text.splitlines(), 1) if line.strip() == "[[rule]]"]
    return heads[number] if number < len(heads) else 1


def explain(complaint: str, text: str, file: str, words: Iterable[str]) -> str:
    """Return one line for ``complaint`` of the decoder about ``text``.

    ``words`` is the vocabulary, from which the nearest right word is offered.
    """
    toml_line = _TOML_LINE.search(complaint)
    if toml_line:
        said = complaint[: toml_line.start()].strip()
        return f"{file}:{toml_line['line']}: not TOML: {said}; mend this line"
    said = complaint.split(" - at ", maxsplit=1)[0]
    quoted = None if said.startswith("Expected") else _QUOTED.search(said)
    word = quoted["word"] if quoted else ""
    line = _line(complaint, text, word)
    plain = said.replace("Object", "the table").replace("`", "")
    return f"{file}:{line}: {plain}{_remedy(complaint, word, words)}"


def _line(complaint: str, text: str, word: str) -> int:
    lines = text.splitlines()
    path = _PATH.search(complaint)
    start = header_line(text, int(path["number"])) if path and path["number"].isdigit() else 1
    key = path["rest"].strip(".").split(".")[-1].split("[")[0] if path else ""
    for wanted in filter(None, (word, key)):
        shape = re.compile(rf"(?<![\w-]){re.escape(wanted)}(?![\w-])")
        for number, line in enumerate(lines[start - 1 :], start):
            if shape.search(line):
                return number
            if path and number > start and line.strip() == "[[rule]]":
                break
    return start


def _remedy(complaint: str, word: str, words: Iterable[str]) -> str:
    if "missing" in complaint:
        return "; add it (rules/README.md shows a whole rule)"
    near = process.extractOne(word, words, score_cutoff=60) if word else None
    if near:
        return f"; did you mean {near[0]!r}? (words: rules/README.md)"
    return "; rules/README.md shows how it is written"


def words_of(structs: Iterable[type[Struct]]) -> tuple[str, ...]:
    """Return every field name, tag and literal of ``structs`` and of the structs in them."""
    found: dict[str, None] = {}
    for struct in structs:
        if isinstance(tag := struct.__struct_config__.tag, str):
            found[tag] = None
        for part in msgspec.structs.fields(struct):
            found[part.encode_name] = None
            found.update(dict.fromkeys(_literals(part.type)))
            if isinstance(part.type, type) and issubclass(part.type, Struct):
                found.update(dict.fromkeys(words_of((part.type,))))
    return tuple(found)


def _literals(kind: object) -> list[str]:
    if isinstance(kind, str):
        return [kind]
    return [word for part in get_args(kind) for word in _literals(part)]
