"""Tables on a terminal of few columns, and the plain text that a pipe gets."""

from __future__ import annotations

import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest
from rich.cells import cell_len

ROOT = Path(__file__).parents[2]
_RUN = [sys.executable, "-c", "from registry.cli import main; main()"]
_ESCAPE = "\x1b"
TABLES = {
    "who": ("who", "商务", "--on", "2019-09-04", "--away", "张良华", "--away", "熊皓"),
    "week": ("week", "2019-09-02", "--away", "张良华@2019-09-03", "--lang", "zh"),
    "person": ("person", "何军威", "--on", "2019-09-30"),
    "diff": ("diff", "--from", "2019-08-27", "--to", "2019-09-30", "--lang", "zh"),
    "check": ("check", "--on", "2019-09-30"),
    "names": ("names", "data/examples/02-yunling-appointments.txt"),
    "parse": ("parse", "data/examples/02-yunling-appointments.txt", "--format", "table"),
    "report": (
        "parse",
        "tests/notices/300-city-division-by-channel.txt",
        "--report",
        "--format",
        "table",
    ),
}


def on_terminal(words: tuple[str, ...], columns: int, **environment: str) -> str:
    """Return what ``registry`` prints on a terminal so wide."""
    ours, its = pty.openpty()
    told = {**os.environ, "TERM": "xterm", "COLUMNS": str(columns), "PYTHONUTF8": "1"}
    for name in ("NO_COLOR", "FORCE_COLOR", "TTY_COMPATIBLE"):
        told.pop(name, None)
    with subprocess.Popen(
        [*_RUN, *words],
        stdout=its,
        stderr=subprocess.DEVNULL,
        cwd=ROOT,
        env={**told, **environment},
    ) as process:
        os.close(its)
        printed = bytearray()
        try:
            while part := os.read(ours, 65536):
                printed += part
        except OSError:  # how Linux says that the other end is closed
            pass
        os.close(ours)
    assert process.returncode == 0
    return printed.decode().replace("\r\n", "\n")


def plain(shown: str) -> str:
    """Return what a terminal was given, less colours and other orders to it."""
    return re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", shown)


@pytest.mark.parametrize("columns", [80, 60])
@pytest.mark.parametrize("name", TABLES)
def test_no_line_is_wider_than_the_terminal(name: str, columns: int) -> None:
    shown = on_terminal(TABLES[name], columns)
    assert _ESCAPE in shown
    assert [line for line in plain(shown).splitlines() if cell_len(line) > columns] == []


@pytest.mark.parametrize("name", TABLES)
def test_a_pipe_gets_plain_text(name: str) -> None:
    piped = subprocess.run(
        [*_RUN, *TABLES[name]], capture_output=True, text=True, cwd=ROOT, check=True
    )
    assert piped.stdout
    assert not re.search(r"[\x1b\u2500-\u257f]", piped.stdout)


@pytest.mark.parametrize("name", ["who", "report"])
def test_no_color_is_kept_to(name: str) -> None:
    colours = re.compile(r"\x1b\[(?:[0-9]*;)*(?:3[0-7]|9[0-7])m")
    assert colours.search(on_terminal(TABLES[name], 80))
    assert not colours.search(on_terminal(TABLES[name], 80, NO_COLOR="1"))


def test_facts_are_shown_beside_their_clauses() -> None:
    shown = plain(on_terminal(TABLES["parse"], 80))
    assert "concurrently_appointed  盛明远 · 云陵水务集团有限公司董事长" in shown
    assert "「盛明远同志兼任云陵水务集团有限公司董事长；」" in shown


def test_the_week_is_told_by_day_where_seven_days_do_not_fit() -> None:
    words = ("week", "2019-09-30", "--away", "张良华@2019-09-30/pm", "--lang", "en")
    shown = plain(on_terminal(words, 60))
    assert "Mon 09-30\n  熊皓  morning present; afternoon acts for 张良华\n" in shown
    assert "Tue 10-01 National Day\n  all present\n" in shown
    assert "all present" not in plain(on_terminal(words, 80))
