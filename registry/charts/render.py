"""The one place of the charts that starts a program: DOT text in, a picture out."""

from __future__ import annotations

import shutil
import subprocess
import sysconfig
from pathlib import Path
from typing import Literal

from msgspec import Struct

from registry.charts.svg import describe
from registry.errors import MissingTool

Format = Literal["svg", "png", "pdf", "dot"]
"""What a chart can be written as."""

SECONDS = 60
"""How long a renderer may take; a chart of a government takes well under one second."""

_OPTIONS: dict[str, tuple[str, ...]] = {
    "png": ("-Gdpi=144",),
    # A4 on its side, with a quarter of an inch around; the layout fills it.
    "pdf": ("-Gsize=11.1,7.7!", "-Gmargin=0.24", "-Gcenter=true"),
}


class Chart(Struct, frozen=True, kw_only=True):
    """A chart's DOT text, with its title, its account in words and their language tag."""

    dot: str
    title: str
    description: str
    lang: str


def render(chart: Chart, form: Format) -> bytes:
    """Return ``chart`` in ``form``, drawn by the system's Graphviz where there is one.

    Without one, SVG is drawn by the program that graphviz-pure brings. PNG and PDF are
    not: it writes no PDF, and its PNG has no Chinese characters. Raises ``MissingTool``
    where no program can draw the form, or the one there is fails.
    """
    if form == "dot":
        return chart.dot.encode()
    drawn = _run([_program(form), f"-T{form}", *_OPTIONS.get(form, ())], chart.dot.encode())
    return describe(drawn, chart.title, chart.description, chart.lang) if form == "svg" else drawn


def _program(form: str) -> str:
    if found := shutil.which("dot"):
        return found
    if form != "svg":
        raise MissingTool(
            f"{form.upper()} needs Graphviz's dot and a Chinese font:"
            " apt-get install graphviz fonts-noto-cjk (or write .svg, which needs neither)"
        )
    # Beside the interpreter first: a virtual environment need not be on the path.
    beside = sysconfig.get_path("scripts")
    if found := shutil.which("graphviz-pure", path=beside) or shutil.which("graphviz-pure"):
        return found
    raise MissingTool(
        "SVG needs a renderer: pip install graphviz-pure, or apt-get install graphviz"
    )


def _run(command: list[str], text: bytes) -> bytes:
    name = Path(command[0]).name
    try:
        done = subprocess.run(
            command, input=text, capture_output=True, timeout=SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        raise MissingTool(f"{name}: no picture after {SECONDS} s; write .dot instead") from None
    except OSError as error:
        raise MissingTool(
            f"{name}: cannot be started ({error.strerror}); install it again"
        ) from None
    if done.returncode or not done.stdout:
        last = done.stderr.decode("utf-8", "replace").strip().splitlines()[-1:]
        raise MissingTool(
            f"{name}: could not draw the chart ({' '.join(last)}); write .dot instead"
        )
    return done.stdout
