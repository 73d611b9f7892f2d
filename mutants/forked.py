"""Run tests in a fork of one collected pytest session: a changed function costs no new start.

The parent process collects once and runs nothing. A child forked from it replaces the code of
one function, so that all who imported the function run the changed code, runs the tests that
reach the changed lines until one fails, and ends.
"""

from __future__ import annotations

import gc
import os
import signal
from collections.abc import Iterable, Mapping, Sequence
from enum import Enum
from functools import cache, lru_cache
from itertools import accumulate
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time
from types import CodeType, FunctionType, ModuleType
from typing import Any

import coverage
import pytest
from msgspec import Struct
from msgspec import json as coded

MOST = 20.0
"""Seconds of processor time that the tests of one change usually take at the most."""
_LONGER = 20
_LEAST_SECONDS = 5.0
"""A test may take so many times its usual processor time, and this besides, before it is stopped:
a changed function may never end."""


class Fate(Enum):
    """What became of a change."""

    KILLED = "killed"
    STOPPED = "stopped"
    SURVIVED = "survived"
    UNREACHED = "unreached"
    EARLIER = "noticed earlier"


class Reached(Struct, frozen=True):
    """Which tests run which lines, each test's processor time, and which failed unchanged."""

    tests: dict[str, dict[int, tuple[str, ...]]]
    seconds: dict[str, float]
    failed: tuple[str, ...] = ()

    def by(self, path: str, first: int, last: int) -> dict[str, float]:
        """Return tests that run one of the lines, the quickest first, each with its time."""
        lines = self.tests.get(path, {})
        found = {test for line in range(first, last + 1) for test in lines.get(line, ())}
        sound = sorted(found - set(self.failed), key=lambda test: (self.seconds[test], test))
        spent = accumulate(self.seconds[test] for test in sound)
        return {t: self.seconds[t] for t, so_far in zip(sound, spent, strict=True) if so_far < MOST}


class _Ends:
    """Hears whether a test failed, and how long it took."""

    def __init__(self) -> None:
        self.failed: list[str] = []

    @pytest.hookimpl
    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed and (not self.failed or self.failed[-1] != report.nodeid):
            self.failed.append(report.nodeid)


def reach(session: pytest.Session, files: Sequence[str]) -> Reached:
    """Run every test once, in a child, and return which of them run which lines of ``files``."""
    with TemporaryDirectory() as folder:
        told = Path(folder) / "reached.json"
        child = os.fork()
        if not child:
            with _Quietly():
                told.write_bytes(coded.encode(_reached(session, files)))
            os._exit(0)
        os.waitpid(child, 0)
        return coded.decode(told.read_bytes(), type=Reached)


def _reached(session: pytest.Session, files: Sequence[str]) -> Reached:
    ends = _listening(session)
    seconds: dict[str, float] = {}
    measured = coverage.Coverage(
        data_file=None, config_file=False, include=[str(Path(f).resolve()) for f in files]
    )
    measured.start()
    for place, item in enumerate(session.items):
        _empty_caches()
        measured.switch_context(item.nodeid)
        start = process_time()
        _run(session, place, place + 1)
        seconds[item.nodeid] = round(process_time() - start, 4)
    measured.stop()
    data = measured.get_data()
    tests = {
        file: {
            line: tuple(sorted(filter(None, names)))
            for line, names in data.contexts_by_lineno(str(Path(file).resolve())).items()
        }
        for file in files
    }
    return Reached(tests, seconds, tuple(ends.failed))


def settle() -> None:
    """Make ready for many forks: what is there is not looked through again, nor copied."""
    _caches()
    gc.collect()
    gc.freeze()
    gc.disable()


def try_out(
    session: pytest.Session,
    module: ModuleType,
    function: str,
    code: CodeType,
    tests: Mapping[str, float],
) -> int:
    """Start a child that runs ``tests`` with the changed function; return its process number.

    ``tests`` are in the order in which they are run, each with its usual processor time.

    The child ends with 0 where all tests pass, 1 where one fails, and is stopped by SIGVTALRM
    where it takes too long.
    """
    child = os.fork()
    if child:
        return child
    with _Quietly():
        by_name = {item.nodeid: item for item in session.items}
        session.items = [by_name[test] for test in tests]
        ends = _listening(session)
        _empty_caches()
        _replace(module, function, code)
        for place, usual in enumerate(tests.values()):
            signal.setitimer(signal.ITIMER_VIRTUAL, _LEAST_SECONDS + _LONGER * usual)
            _run(session, place, len(session.items))
            if ends.failed:
                break
    os._exit(1 if ends.failed else 0)


def fate(status: int) -> Fate:
    """Return what the end of a child means: a crash is noticed as a failure is."""
    if os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGVTALRM:
        return Fate.STOPPED
    return Fate.SURVIVED if os.waitstatus_to_exitcode(status) == 0 else Fate.KILLED


def _run(session: pytest.Session, place: int, last: int) -> None:
    item = session.items[place]
    following = session.items[place + 1] if place + 1 < last else None
    item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)


def _listening(session: pytest.Session) -> _Ends:
    ends = _Ends()
    plugins = session.config.pluginmanager
    plugins.unregister(name="terminalreporter")
    plugins.register(ends)
    return ends


class _Quietly:
    """Keep a child from writing among the parent's lines, and from running the parent's code."""

    def __enter__(self) -> None:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        for stream in (1, 2):
            os.dup2(nowhere, stream)

    def __exit__(self, kind: object, error: object, trace: object) -> None:
        if kind is not None:
            os._exit(3)


_Cached = type(lru_cache(len))


@cache
def _caches() -> tuple[Any, ...]:
    """Return the caches that are emptied: what a test finds there was worked out by another."""
    return tuple(
        found
        for found in gc.get_objects()
        if isinstance(found, _Cached)
        and found.__module__.startswith(
            ("registry.graph.", "registry.resolve.", "registry.features.")
        )
    )


def _empty_caches() -> None:
    for found in _caches():
        found.cache_clear()


def _replace(module: ModuleType, function: str, code: CodeType) -> None:
    for part in _codes(code):
        if part.co_qualname == function:
            _found(module, function).__code__ = part
            return
    raise LookupError(function)


def _codes(code: CodeType) -> Iterable[CodeType]:
    for part in code.co_consts:
        if isinstance(part, CodeType):
            yield part
            yield from _codes(part)


def _found(module: ModuleType, name: str) -> FunctionType:
    value: object = module
    for part in name.split("."):
        value = vars(value)[part]
    if isinstance(value, property):
        value = value.fget
    if isinstance(value, staticmethod | classmethod):
        value = value.__func__
    while hasattr(value, "__wrapped__"):
        value = value.__wrapped__
    if not isinstance(value, FunctionType):
        raise TypeError(f"{name} of {module.__name__} is no function")
    return value
