"""What earlier runs saw noticed, kept in out/mutants.json: tried again only where code has changed."""

from __future__ import annotations

import ast
import subprocess
from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path

from msgspec import Struct, json

from mutants.changes import Change, functions

REPOSITORY = Path(__file__).resolve().parents[1]
FILE = REPOSITORY / "out" / "mutants.json"


class Noticed(Struct, frozen=True):
    """A change that tests noticed: at which commit, and the digest of its function then."""

    commit: str
    digest: str


def commit() -> str:
    """Return the commit that is checked out, in short, with a plus where the rooms differ from it."""
    head = _git("rev-parse", "--short", "HEAD")
    return head + ("+" if _git("status", "--porcelain", "--", "registry") else "")


def read() -> dict[str, Noticed]:
    """Return what earlier runs saw noticed, by the change's name."""
    return json.decode(FILE.read_bytes(), type=dict[str, Noticed]) if FILE.exists() else {}


def write(noticed: Mapping[str, Noticed]) -> None:
    """Keep what was seen for runs to come."""
    FILE.parent.mkdir(exist_ok=True)
    FILE.write_bytes(json.encode(noticed))


def still(noticed: Mapping[str, Noticed], every: Iterable[Change]) -> dict[Change, Noticed]:
    """Return those of ``every`` that were noticed when their function read as it does now."""
    digests: dict[str, dict[str, str]] = {}
    found: dict[Change, Noticed] = {}
    for change in every:
        if change.path not in digests:
            digests[change.path] = digests_of((REPOSITORY / change.path).read_text("utf-8"))
        before = noticed.get(change.name)
        if before is not None and before.digest == digests[change.path][change.function]:
            found[change] = before
    return found


def digests_of(source: str) -> dict[str, str]:
    """Return a digest of each function of ``source``, the same where only its place differs."""
    return {
        name: sha256(ast.unparse(function).encode()).hexdigest()[:16]
        for name, function in functions(ast.parse(source))
    }


def _git(*words: str) -> str:
    done = subprocess.run(
        ("git", *words), cwd=REPOSITORY, capture_output=True, text=True, check=True
    )
    return done.stdout.strip()
