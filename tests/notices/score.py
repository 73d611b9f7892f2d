"""Measure the parser on labelled notices: ``python tests/notices/score.py [DIR [work]]``.

Each notice is two files: ``NN-name.txt``, the text as a user would give it, and
``NN-name.toml``, what it states. The label file holds

``[document]``   number, title, date, issuer, kind (a list is several right answers, ``"*"`` any);
``[names]``      short keys for long group names, used as whole fields below;
``[facts]``      one list a kind, a fact a line, fields joined by `` | `` in the order of ``FIELDS``
                 (``-`` is none). In the kinds of ``SPREAD`` the items of a 、-list are one fact
                 each, and in those of ``ALIASED`` a closing （…） is the alias;
``[open]``       ``optional``: facts that may be there or not, ``*`` for any field;
                 ``either``: choices, each a list of readings, each a list of facts.

Compared: the kinds of ``FIELDS``, and with ``work`` or where a label states any of them those of
``WORK`` too, whose agencies are written as one 、-list. Not compared: unparsed; clause, span, doc; the terms of an appointment;
the alias of a group.
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections import Counter
from collections.abc import Mapping
from itertools import product
from pathlib import Path
from typing import Any, NamedTuple

Row = tuple[str, ...]
"""A fact as compared: its kind, then its values; the empty string is none."""

FIELDS: dict[str, tuple[str, ...]] = {
    "document": ("number", "title", "date", "issuer", "kind"),
    "post": ("person", "title"),
    "responsible": ("person", "area", "alias"),
    "assists": ("person", "area", "alias"),
    "also_responsible": ("person", "area", "alias"),
    "supervises": ("person", "org", "alias"),
    "assists_supervising": ("person", "org", "alias"),
    "also_supervises": ("person", "org", "alias"),
    "liaises": ("person", "org", "alias"),
    "assists_liaising": ("person", "org", "alias"),
    "ab_pair": ("a", "b"),
    "backup": ("a", "b"),
    "appointed": ("person", "post"),
    "concurrently_appointed": ("person", "post"),
    "removed": ("person", "post"),
    "retired": ("person",),
    "post_abolished": ("post",),
    "group": ("group", "status"),
    "subgroup": ("group", "subgroup"),
    "member": ("group", "person", "role", "title", "subgroup"),
    "member_org": ("group", "org", "role", "subgroup"),
    "member_role": ("group", "role", "description", "subgroup"),
    "office": ("group", "org", "subgroup"),
    "office_director": ("group", "person"),
    "contact": ("person", "org"),
}
WORK: dict[str, tuple[str, ...]] = {
    "task": ("text", "lead", "support", "mode"),
    "duty": ("org", "text"),
    "indicator": ("org", "indicator", "target", "actual", "gap"),
    "meeting": ("name", "date", "chair"),
}
"""The kinds that most labels of ``tests/notices`` leave out and those of ``tests/tasks`` hold."""
ALL = FIELDS | WORK
ALIASED = tuple(kind for kind, fields in FIELDS.items() if "alias" in fields)
SPREAD = (
    *ALIASED,
    *("post", "backup", "appointed", "concurrently_appointed", "removed", "retired"),
    *("post_abolished", "subgroup", "member_org"),
)


class Expected(NamedTuple):
    """What one notice states, and where two readings are right."""

    facts: frozenset[Row]
    documents: tuple[tuple[tuple[str, ...], ...], ...]
    optional: tuple[Row, ...]
    either: tuple[tuple[frozenset[Row], ...], ...]
    kinds: Mapping[str, tuple[str, ...]]
    """The kinds that the label speaks of: ``ALL`` where it states any of ``WORK``."""


class Score(NamedTuple):
    """The facts of one notice that were found, missed and invented."""

    found: frozenset[Row]
    missing: frozenset[Row]
    extra: frozenset[Row]


def pad(row: Row) -> Row:
    """Fill the fields that a label leaves off, and put a mutual pair in one order."""
    size = len(ALL[row[0]]) + 1
    if len(row) > size:
        raise ValueError(f"too many fields: {' | '.join(row)}")
    full = row + ("",) * (size - len(row))
    return (row[0], *sorted(full[1:])) if row[0] == "ab_pair" else full


def _items(field: str) -> list[str]:
    """Part a 、-list; brackets keep theirs, and so does a 、 after a backslash."""
    parts = re.split(r"(?<!\\)、(?![^（]*）)", field)
    return [part.replace("\\、", "、") for part in parts]


def rows_of(kind: str, line: str, names: dict[str, str]) -> list[Row]:
    """Read one label line; a 、-list of a spread kind gives one row for each item."""
    fields = [names.get(part.strip(), part.strip()) for part in line.split(" | ")]
    fields = ["" if part == "-" else part for part in fields]
    if kind not in SPREAD:
        return [pad((kind, *fields))]
    rows = []
    for chosen in product(*(_items(part) for part in fields)):
        row = (kind, *chosen)
        held = re.fullmatch(r"(.+?)（(.+)）", row[-1]) if kind in ALIASED else None
        rows.append(pad((*row[:-1], *held.groups()) if held else row))
    return rows


def load(path: Path) -> Expected:
    """Read a label file."""
    label = tomllib.loads(path.read_text("utf-8"))
    names: dict[str, str] = label.get("names", {})

    def reading(lines: list[str]) -> frozenset[Row]:
        split = [line.split(" | ", 1) for line in lines]
        return frozenset(row for kind, rest in split for row in rows_of(kind, rest, names))

    facts = [
        row
        for kind, lines in label.get("facts", {}).items()
        for line in lines
        for row in rows_of(kind, line, names)
    ]
    twice = [row for row, times in Counter(facts).items() if times > 1]
    if twice:
        raise ValueError(f"{path.name}: labelled twice: {twice}")
    held = label.get("document", [])
    documents = []
    for document in [held] if isinstance(held, dict) else held:
        values = [document.get(field, "") for field in FIELDS["document"]]
        documents.append(tuple(tuple([v] if isinstance(v, str) else v) for v in values))
    left = label.get("open", {})
    optional = [tuple(names.get(p, p) for p in x.split(" | ")) for x in left.get("optional", [])]
    either = tuple(tuple(reading(x) for x in choice) for choice in left.get("either", []))
    stated = [*facts, *optional, *(row for choice in either for rows in choice for row in rows)]
    kinds = ALL if any(row[0] in WORK for row in stated) else FIELDS
    return Expected(frozenset(facts), tuple(documents), tuple(optional), either, kinds)


def row_of(fact: Any, compared: Mapping[str, tuple[str, ...]] = FIELDS) -> Row | None:
    """Give a parsed fact as a row, or ``None`` for a kind that is not ``compared``."""
    kind = fact.__struct_config__.tag
    if kind not in compared:
        return None
    values = (getattr(fact, field) or "" for field in compared[kind])
    return pad((kind, *("、".join(v) if isinstance(v, tuple) else v for v in values)))


def _allowed(row: Row, pattern: Row) -> bool:
    """Say whether an optional pattern covers ``row``; fields left off must be none."""
    full = pattern + ("",) * (len(row) - len(pattern))
    return len(full) == len(row) and all(p in ("*", v) for p, v in zip(full, row, strict=True))


def compare(expected: Expected, actual: frozenset[Row]) -> Score:
    """Hold the parsed rows against the label, taking the readings that fit best."""
    wanted = set(expected.facts)
    for pattern in expected.documents:
        fits = [
            row
            for row in sorted(actual)
            if row[0] == "document"
            and all("*" in p or v in p for p, v in zip(pattern, row[1:], strict=True))
        ]
        wanted.add(fits[0] if fits else ("document", *(p[0] for p in pattern)))
    for choice in expected.either:
        seen = frozenset().union(*choice) & actual
        wanted |= min(choice, key=lambda reading: (len(reading ^ seen), -len(reading)))
    extra = {r for r in actual - wanted if not any(_allowed(r, p) for p in expected.optional)}
    return Score(frozenset(wanted & actual), frozenset(wanted - actual), frozenset(extra))


def rates(found: int, missing: int, extra: int) -> tuple[float, float, float]:
    """Give precision, recall and F1; nothing wanted and nothing found is perfect."""
    precision = found / (found + extra) if found + extra else 1.0
    recall = found / (found + missing) if found + missing else 1.0
    both = precision + recall
    return precision, recall, 2 * precision * recall / both if both else 0.0


def notices(folder: Path) -> list[Path]:
    """List the notices of a folder, each by its text file."""
    return sorted(folder.glob("[0-9]*-*.txt"))


def show(row: Row) -> str:
    """Print a row as a label line."""
    return " | ".join(value or "-" for value in row)


def main(folder: Path, compared: Mapping[str, tuple[str, ...]] = FIELDS) -> None:
    """Print every miss by notice, then the rates by kind ``compared`` and overall."""
    from registry.parsing.notice import parse

    tally: dict[str, Counter[str]] = {}
    for path in notices(folder):
        text = path.read_bytes().decode("utf-8")
        expected = load(path.with_suffix(".toml"))
        kinds = {**expected.kinds, **compared}
        try:
            rows = frozenset(row for fact in parse(text) if (row := row_of(fact, kinds)))
        except Exception as error:  # the next notice still counts
            print(f"{path.name}: {type(error).__name__}: {error}")
            rows = frozenset()
        score = compare(expected, rows)
        if score.missing or score.extra:
            print(path.name)
        for sign, part in (("  - ", score.missing), ("  + ", score.extra)):
            for row in sorted(part):
                print(sign + show(row))
        for name, part in score._asdict().items():
            for row in part:
                tally.setdefault(row[0], Counter())[name] += 1
    print(f"{'kind':24}{'found':>7}{'missing':>9}{'extra':>7}{'P':>8}{'R':>8}{'F1':>8}")
    order = sorted(tally, key=list(ALL).index)
    for kind, count in [(k, tally[k]) for k in order] + [("all", sum(tally.values(), Counter()))]:
        numbers = count["found"], count["missing"], count["extra"]
        p, r, f = rates(*numbers)
        print(f"{kind:24}{numbers[0]:7}{numbers[1]:9}{numbers[2]:7}{p:8.3f}{r:8.3f}{f:8.3f}")


if __name__ == "__main__":
    main(
        Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent,
        ALL if "work" in sys.argv[2:] else FIELDS,
    )
