"""The pinned requirements keep step with pyproject.toml and say nothing of a machine."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
RUN = PROJECT["project"]["dependencies"]
DEV = [*RUN, *PROJECT["dependency-groups"]["dev"], *PROJECT["build-system"]["requires"]]


@pytest.mark.parametrize(("file", "wanted"), [("run.txt", RUN), ("dev.txt", DEV)])
def test_each_dependency_is_pinned_within_its_bounds(file: str, wanted: list[str]) -> None:
    text = (ROOT / "requirements" / file).read_text(encoding="utf-8")
    pins = re.findall(r"^([\w.-]+)==(\S+)", text, re.MULTILINE)
    for requirement in map(Requirement, wanted):
        versions = [pin for name, pin in pins if canonicalize_name(name) == requirement.name]
        assert versions, f"{requirement.name} is not in {file}: run make lock"
        assert all(version in requirement.specifier for version in versions), requirement.name


@pytest.mark.parametrize("file", ["run.txt", "dev.txt"])
def test_each_line_is_a_pin_or_its_hash(file: str) -> None:
    lines = (ROOT / "requirements" / file).read_text(encoding="utf-8").splitlines()
    pin = re.compile(r"[\w.-]+==[\w.]+( ; [\w .'<>=!()]+)? \\")
    digest = re.compile(r"    --hash=sha256:[0-9a-f]{64}( \\)?")
    assert [
        line
        for line in lines
        if not (line.startswith("#") or pin.fullmatch(line) or digest.fullmatch(line))
    ] == []
