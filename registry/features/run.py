"""An office's scenarios, run by pytest with the shipped steps, and the rules that they cover."""

from __future__ import annotations

import contextlib
import io
import re
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from msgspec import Struct
from pytest_bdd.exceptions import GherkinParseError
from pytest_bdd.gherkin_parser import get_gherkin_document

from registry.errors import BadRules
from registry.model.answers import Answer
from registry.tables.rule_kinds import AnyRule
from registry.tables.rules import Rulebook

_STEPS = ("given", "when", "then_answer", "then_facts", "then_findings", "recorded", "certificates")
_MODULE = "from pytest_bdd import scenarios\n\nscenarios({folder!r})\n"
_NAME = re.compile(
    r"^[ \t]*(?:(?:场景|剧本)(?:大纲)?|Scenario(?: Outline)?)[:：][ \t]*(.*?)[ \t]*$", re.MULTILINE
)


class Result(Struct, frozen=True, kw_only=True):
    """A scenario that was run; ``step`` and ``why`` tell where and how it failed."""

    feature: str
    scenario: str
    passed: bool
    step: str = ""
    why: str = ""


class Outcome(Struct, frozen=True, kw_only=True):
    """Every scenario in order, and the rules that no answer cited."""

    results: tuple[Result, ...]
    uncovered: tuple[AnyRule, ...]


def run(folder: Path, book: Rulebook, notices: tuple[str, ...]) -> Outcome:
    """Run the ``.feature`` files in ``folder`` and below, over ``notices`` and ``book``.

    Raises:
        BadRules: the folder holds no feature, or one cannot be read.
    """
    files = sorted(folder.rglob("*.feature"))
    if not files:
        raise BadRules(f"{folder}: holds no .feature file; `registry features draft` writes one")
    for path in files:
        _named_apart(path)
        _is_gherkin(path)
    watch = _Watch(book, notices)
    with tempfile.TemporaryDirectory() as name:
        made = Path(name)
        (made / "pytest.ini").write_text("[pytest]\n", encoding="utf-8")
        test = made / f"test_{made.name}.py"  # a module is imported once by its name
        test.write_text(_MODULE.format(folder=str(folder.resolve())), encoding="utf-8")
        arguments = [str(test), "-c", str(made / "pytest.ini"), "--rootdir", name, "-q"]
        arguments += ["--import-mode=importlib", "-p", "no:cacheprovider", "-W", "ignore"]
        for module in _STEPS:
            arguments += ["-p", f"registry.features.{module}"]
        with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
            pytest.main(arguments, plugins=[watch])
    if watch.broken:
        raise BadRules(f"{folder}: a scenario cannot be read: {watch.broken}; correct that line")
    if not watch.results:
        raise BadRules(f"{folder}: no scenario was run; write one under 场景:")
    return Outcome(
        results=tuple(watch.results),
        uncovered=tuple(rule for rule in book.rules if _cite(rule) not in watch.cited),
    )


def _named_apart(path: Path) -> None:
    """Refuse two scenarios of one name: pytest-bdd would run the last alone."""
    try:
        names = _NAME.findall(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError):
        raise BadRules(f"{path}: cannot be read; save it as UTF-8 text") from None
    for name in names:
        if names.count(name) > 1:
            raise BadRules(f"{path}: two scenarios are named “{name}”; name each by itself")


def _is_gherkin(path: Path) -> None:
    """Refuse what is no Gherkin, by its line: pytest tells of it in its own words."""
    try:
        get_gherkin_document(str(path))
    except GherkinParseError as error:
        raise BadRules(
            f"{path}, line {error.line}: “{error.line_content.strip()}” cannot be read here; a file"
            " begins with `# language: zh-CN`, then come 功能: and below it 场景:, and a table"
            " has as many cells in each row"
        ) from None
    except KeyError:  # a file of remarks alone
        raise BadRules(
            f"{path}: holds no 功能: (Feature:); write one, or remove the file"
        ) from None


def _cite(rule: AnyRule) -> tuple[str, str]:
    return rule.source.document, rule.source.clause


class _Watch:
    """What pytest tells while it runs: a plugin of this one run."""

    def __init__(self, book: Rulebook, notices: tuple[str, ...]) -> None:
        self.book, self.notices = book, notices
        self.results: list[Result] = []
        self.cited: set[tuple[str, str]] = set()
        self.broken = ""
        self._failed: tuple[str, str] = ("", "")

    def pytest_collectreport(self, report: Any) -> None:  # noqa: ANN401 - pytest's own
        if report.failed:
            lines = [line for line in str(report.longrepr).splitlines() if line.startswith("E  ")]
            self.broken = (lines[0] if lines else str(report.longrepr))[1:].strip()

    def pytest_bdd_before_scenario(self, request: Any) -> None:  # noqa: ANN401
        records = request.getfixturevalue("records")
        records.notices += self.notices
        records.rulebooks.append(self.book)
        records.government = self.book.government or None
        self._failed = ("", "")

    def pytest_bdd_step_error(self, step: Any, exception: Exception) -> None:  # noqa: ANN401
        said = str(exception).splitlines()
        self._failed = (f"{step.keyword} {step.name}", said[0] if said else "")

    def pytest_bdd_step_func_lookup_error(self, step: Any) -> None:  # noqa: ANN401
        self._failed = (f"{step.keyword} {step.name}", "no step has this sentence 没有这个步骤")

    def pytest_bdd_after_scenario(self, request: Any, feature: Any, scenario: Any) -> None:  # noqa: ANN401
        step, why = self._failed
        if not step and all(one.type != "then" for one in scenario.steps):
            # A misspelt keyword makes its line a remark: what compares nothing has not passed.
            step, why = (
                scenario.name,
                "nothing is compared: no 那么 step 没有“那么”，什么也没有核对",
            )
        self.results.append(
            Result(
                feature=Path(feature.filename).name,
                scenario=scenario.name,
                passed=not step,
                step=step,
                why=why,
            )
        )
        self._cites(request.getfixturevalue)

    def _cites(self, value: Callable[[str], object]) -> None:
        try:
            outcome = value("outcome")
        except pytest.FixtureLookupError:
            return
        if isinstance(outcome, Answer):
            for segment in outcome.segments:
                reasons = (*segment.reasons, *(r for c in segment.covers for r in c.reasons))
                self.cited |= {(r.doc or "", r.clause or "") for r in reasons}
