"""What the changes showed, as lines to read and as the page docs/mutants.md."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

from mutants.changes import Change
from mutants.forked import Fate

SURVIVORS = Path(__file__).with_name("survivors.toml")
_LEFT = (Fate.SURVIVED, Fate.UNREACHED)
_HEAD = """\
# Mutants

The code in `mutants/` makes one small change in one function of
`registry/graph` or `registry/resolve`: a comparison turned, a condition held for true or false or
left out, a number, a flag or a value returned made another, an argument or a statement left out.
Then it runs the tests that reach the changed lines, the quickest first and twenty seconds of them at
the most. A change is *noticed* where some test fails, or loops and is stopped; one that nothing
notices *survives*: either no test asks what it breaks, or it breaks nothing. Sentences of reasons
are not changed, nor is what stands outside functions. `make mutants` tries as many as ten minutes
allow, drawn by a seed that it prints, and fails where one survives that `mutants/survivors.toml`
does not explain; `make mutants-all` tries all and writes this page.
"""


def reasons() -> dict[str, str]:
    """Return why changes survive, by their names; see the head of survivors.toml."""
    found = tomllib.loads(SURVIVORS.read_text(encoding="utf-8"))
    return {name: one["why"] for one in found["survivor"] for name in one["changes"]}


def told(fates: Mapping[Change, Fate], of: int, why: Mapping[str, str]) -> str:
    """Return the counts in a few lines, with the survivors that nobody has explained."""
    counts = Counter(fates.values())
    unexplained = [change for change in _left(fates) if change.name not in why]
    line = (
        f"{len(fates)} of {of} changes tried: {counts[Fate.KILLED]} killed,"
        f" {counts[Fate.STOPPED]} stopped, {counts[Fate.EARLIER]} noticed by an earlier run,"
        f" {len(_left(fates))} survive,"
        f" {len(unexplained)} of these unexplained"
    )
    return "\n".join((line, *(f"  {change.name}" for change in unexplained)))


def page(
    fates: Mapping[Change, Fate],
    of: int,
    why: Mapping[str, str],
    commit: str,
    earlier: Mapping[str, int],
) -> str:
    """Return docs/mutants.md: the counts of each file, and each survivor with its reason.

    Args:
        fates: what became of each change that was tried.
        of: how many changes there are.
        why: reasons by the names of survivors.
        commit: what the changes were tried on.
        earlier: how many of ``fates`` an earlier run saw noticed, by its commit.
    """
    tried = (
        f"Tried: {len(fates)} of {of} changes of the files below, as they are at commit {commit}."
    )
    if earlier:
        seen = ", ".join(f"{number} at commit {at}" for at, number in earlier.items())
        tried += f"\nNoticed by an earlier run, in functions that read the same since: {seen}."
    by_file: dict[str, Counter[Fate]] = {}
    for change, end in fates.items():
        by_file.setdefault(change.path, Counter())[end] += 1
    rows = [_row(file, by_file[file]) for file in sorted(by_file)]
    every = _row("**all**", Counter(fates.values()))
    table = ["| file | tried | noticed | survive |", "|---|--:|--:|--:|"]
    grouped: dict[str, list[Change]] = {}
    for change in sorted(_left(fates), key=lambda c: (c.path, c.first, c.name)):
        grouped.setdefault(why.get(change.name, "Not explained yet."), []).append(change)
    survivors = ("## Survivors", "", *_survivors(grouped))
    return "\n".join((_HEAD, tried, "", *table, *rows, every, "", *survivors)).rstrip() + "\n"


def _left(fates: Mapping[Change, Fate]) -> list[Change]:
    return [change for change, end in fates.items() if end in _LEFT]


def _row(name: str, counts: Counter[Fate]) -> str:
    left = counts[Fate.SURVIVED] + counts[Fate.UNREACHED]
    cells = (counts.total(), counts.total() - left, left)
    return f"| {name} | {' | '.join(map(str, cells))} |"


def _survivors(grouped: Mapping[str, Iterable[Change]]) -> Iterable[str]:
    for reason, changes in grouped.items():
        yield reason
        yield ""
        for change in changes:
            more = f" (the {change.number}th)" if change.number > 1 else ""
            yield f"- `{change.path}`, `{change.function}`: `{change.before}` → `{change.after}`{more}"
        yield ""
