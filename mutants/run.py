"""Change the code in small ways and see whether the tests notice: ``python -m mutants.run``."""

from __future__ import annotations

import argparse
import importlib
import os
import random
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from time import monotonic

import hypothesis
import pytest

from mutants import earlier
from mutants.changes import Change, changes
from mutants.forked import Fate, fate, reach, settle, try_out
from mutants.report import page, reasons, told

REPOSITORY = Path(__file__).resolve().parents[1]
PAGE = REPOSITORY / "docs" / "mutants.md"
ROOMS = ("registry/graph", "registry/resolve")
TESTS = (
    "registry/graph",
    "registry/resolve",
    "tests/graph",
    "tests/resolve",
    "tests/diff",
    "tests/names",
    "tests/state",
    "features",
)
"""What is to notice: the tests of both rooms and of what they are asked for, and the promises."""
WITHOUT = ("-p", "no:cacheprovider", "-p", "no:features.doors")
"""The scenarios are asked of the service alone: no other door sees more of these rooms."""


class Trial:
    """The run of the tests that is forked for each change."""

    def __init__(self, asked: argparse.Namespace) -> None:
        self._asked = asked
        self.fates: dict[Change, Fate] = {}
        self.names: set[str] = set()
        self.earlier: dict[Change, earlier.Noticed] = {}

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Try changes instead of running the tests."""
        files = list(_files(self._asked.paths))
        _say(f"{len(session.items)} tests; which of them run which lines …")
        reached = reach(session, files)
        for test in reached.failed:
            _say(f"fails without any change, and is left out: {test}")
        every = [one for file in files for one in changes(Path(file).read_text("utf-8"), file)]
        self.names = {change.name for change, _ in every}
        if self._asked.named:
            named = {line.strip() for line in self._asked.named.read_text("utf-8").splitlines()}
            every = [one for one in every if one[0].name in named]
        if self._asked.again:
            self.earlier = earlier.still(earlier.read(), (change for change, _ in every))
            every = [one for one in every if one[0] not in self.earlier]
            self.fates = dict.fromkeys(self.earlier, Fate.EARLIER)
        random.Random(self._asked.seed).shuffle(every)
        _say(f"{len(self.names)} changes; seed {self._asked.seed}")
        until = None if self._asked.all else monotonic() + self._asked.seconds
        settle()
        running: dict[int, Change] = {}
        for change, code in every:
            if until is not None and monotonic() > until:
                break
            tests = reached.by(change.path, change.first, change.last)
            if not tests:
                self._note(change, Fate.UNREACHED)
                continue
            module = importlib.import_module(change.path.removesuffix(".py").replace("/", "."))
            running[try_out(session, module, change.function, code, tests)] = change
            if len(running) >= self._asked.jobs:
                self._wait(running)
        while running:
            self._wait(running)
        return True

    def _wait(self, running: dict[int, Change]) -> None:
        child, status = os.wait()
        self._note(running.pop(child), fate(status))

    def _note(self, change: Change, what: Fate) -> None:
        self.fates[change] = what
        if len(self.fates) % 100 == 0:
            _say(f"{len(self.fates)} of {len(self.names)}")
        if what in {Fate.SURVIVED, Fate.UNREACHED}:
            _say(
                f"{what.value} {change.path}:{change.first} {change.function}:"
                f" {change.before} → {change.after}"
            )


def main() -> int:
    """Try the changes; return 1 where one survives that nobody has explained."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paths", nargs="*", default=ROOMS, help="files or folders to change")
    parser.add_argument("--seconds", type=float, default=600, help="how long to go on")
    parser.add_argument("--seed", type=int, default=random.randrange(10**6))
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--tests", nargs="+", default=TESTS, help="the tests that are to notice")
    parser.add_argument("--named", type=Path, help="try those that the file names, one a line")
    parser.add_argument(
        "--again", action="store_true", help="try none that an earlier run saw noticed"
    )
    parser.add_argument("--all", action="store_true", help="go on until all are tried")
    parser.add_argument("--write", action="store_true", help="write docs/mutants.md")
    asked = parser.parse_args()
    hypothesis.settings.register_profile(
        "mutants",
        deadline=None,
        derandomize=True,
        database=None,
        phases=(hypothesis.Phase.explicit, hypothesis.Phase.generate),
        suppress_health_check=list(hypothesis.HealthCheck),
    )
    hypothesis.settings.load_profile("mutants")
    trial = Trial(asked)
    pytest.main(["-q", "-s", *WITHOUT, *asked.tests], plugins=[trial])
    _keep(trial.fates)
    why = reasons()
    _say(told(trial.fates, len(trial.names), why))
    whole = tuple(asked.paths) == ROOMS
    for name in why if whole else ():
        if name not in trial.names:
            _say(f"explained in survivors.toml, and no longer in the code: {name}")
    if asked.write:
        before = Counter(seen.commit for seen in trial.earlier.values())
        text = page(trial.fates, len(trial.names), why, earlier.commit(), before)
        PAGE.write_text(text, encoding="utf-8")
    left = [c for c, end in trial.fates.items() if end in {Fate.SURVIVED, Fate.UNREACHED}]
    return int(any(change.name not in why for change in left))


def _keep(fates: Mapping[Change, Fate]) -> None:
    """Keep which changes were noticed, and forget those that now are not."""
    kept, now = earlier.read(), earlier.commit()
    digests = {
        path: earlier.digests_of((REPOSITORY / path).read_text("utf-8")) for path in _files(ROOMS)
    }
    for change, end in fates.items():
        if end in {Fate.KILLED, Fate.STOPPED}:
            kept[change.name] = earlier.Noticed(now, digests[change.path][change.function])
        elif end is not Fate.EARLIER:
            kept.pop(change.name, None)
    earlier.write(kept)


def _files(paths: Sequence[str]) -> Iterator[str]:
    for path in paths:
        whole = REPOSITORY / path
        found = sorted(whole.rglob("*.py")) if whole.is_dir() else [whole]
        for file in found:
            yield str(file.relative_to(REPOSITORY))


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
