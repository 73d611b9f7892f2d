"""What is measured on: a real gazette where there is one, else the invented notices."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from registry.model.facts import AnyFact
from registry.tables.carried import load

REPOSITORY = Path(__file__).parents[1]
GAZETTE = REPOSITORY.parent / "shared" / "seeds" / "jingdezhen-gazette-2019.txt"
CARRIED = REPOSITORY / "data" / "jingdezhen-2019"
NOTICES = REPOSITORY / "tests" / "notices"


@dataclass(frozen=True)
class Text:
    """A text and, where a person has read it, everyone whom it names."""

    name: str
    text: str
    people: frozenset[str] | None


def the_text() -> Text:
    """Return the gazette of 2019 with the people whom it names, or all invented notices joined."""
    if GAZETTE.exists():
        return Text("the gazette of 2019", GAZETTE.read_text("utf-8"), people_named())
    notices = sorted(NOTICES.glob("*.txt"))
    joined = "\n".join(path.read_text("utf-8") for path in notices)
    return Text(f"{len(notices)} invented notices joined", joined, None)


def people_named() -> frozenset[str]:
    """Return everyone named in the gazette, by the data that a person carried from it."""
    facts = load({path.name: path.read_bytes() for path in sorted(CARRIED.glob("*.toml"))})
    return people_of(facts)


def people_of(facts: Iterable[AnyFact]) -> frozenset[str]:
    """Return every person in some facts."""
    found = set()
    for fact in facts:
        for key in ("person", "a", "b", "chair"):
            name = getattr(fact, key, None)
            if isinstance(name, str):
                found.add(name)
    return frozenset(found)
