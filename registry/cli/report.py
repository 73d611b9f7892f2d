"""How much of each notice became facts, on the terminal or as JSON Lines."""

from __future__ import annotations

import sys
from collections.abc import Iterable

import msgspec
from rich.text import Text

from registry.cli.paper import put
from registry.parsing.coverage import Coverage, coverage


def print_report(texts: Iterable[str], form: str) -> None:
    """Print the coverage of every notice in the texts, as ``jsonl`` or as lines for people."""
    for text in texts:
        for found in coverage(text):
            if form == "jsonl":
                sys.stdout.buffer.write(msgspec.json.encode(found) + b"\n")
            else:
                _print(found)
    sys.stdout.buffer.flush()


def _print(found: Coverage) -> None:
    share = f"{found.in_facts / found.operative:.0%}" if found.operative else "—"
    counts = (
        f"  {found.characters} characters, {found.operative} of them operative, "
        f"{found.in_facts} ({share}) in facts"
    )
    lines = [Text(found.doc, style="bold"), Text(counts)]
    for rest in found.rest:
        start, end = rest.span
        lines += [Text(f"  {start}-{end}  {rest.reason}", style="yellow")]
        lines += [Text(f"    「{rest.clause}」")]
    put(lines)
