"""Where the output goes: a disk that is full ends in one line."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

FULL = Path("/dev/full")


@pytest.mark.skipif(not FULL.exists(), reason="needs /dev/full, which is always full")
@pytest.mark.parametrize(
    "asked",
    [
        ("who", "商务", "--on", "2019-09-02"),
        ("who", "商务", "--on", "2019-09-02", "--format", "json"),
        ("export", "csv", "--on", "2019-09-30"),
        ("--help",),
    ],
)
def test_a_full_disk_is_one_line(asked: tuple[str, ...]) -> None:
    command = [sys.executable, "-c", "from registry.cli import main; main()", *asked]
    with FULL.open("w") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 2, done.stderr
    assert done.stderr.startswith("error: the output cannot be written (No space left on device)")
    assert done.stderr.count("\n") == 1
