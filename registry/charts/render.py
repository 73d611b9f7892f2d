"""From a chart to a file: the one place of the charts that starts a program."""

from __future__ import annotations

import shutil
import subprocess
import sysconfig
from typing import Literal

import msgspec

from registry.charts.chart import Chart, Told
from registry.charts.paper import pdf, png
from registry.charts.svg import describe
from registry.charts.viewer import page
from registry.errors import MissingTool

Format = Literal["svg", "png", "pdf", "dot", "html", "json"]
"""What a chart can be written as; ``json`` is its account and its table."""

SECONDS = 60
"""How long the renderer may take; a chart of a government takes well under one second."""


def render(chart: Chart, form: Format) -> bytes:
    """Return ``chart`` in ``form``.

    DOT is drawn by the program that graphviz-pure brings, PDF and PNG are set by typst: both come
    with the registry. PDF and PNG need a Chinese font of the machine. Raises ``MissingTool``
    where there is none, or the program is missing or fails.
    """
    if form == "json":
        told = Told(title=chart.title, account=chart.account, table=chart.table)
        return msgspec.json.format(msgspec.json.encode(told), indent=2) + b"\n"
    dots = chart.drawing.dots
    if form == "dot":
        return "\n".join(dots).encode()
    if form == "pdf":
        return pdf(chart, [drawn(dot) for dot in dots])
    if form == "png":
        return png(chart, drawn(dots[0]))
    if form == "html":
        return page(chart, inline(chart)).encode()
    return b"<?xml version='1.0' encoding='utf-8'?>\n" + inline(chart).encode()


def inline(chart: Chart) -> str:
    """Return the SVG as it stands in a page: no declaration, its colours those of the look.

    ``palette.css`` gives the rules that show it in another style; its ids begin with the kind
    of the chart.
    """
    return describe(drawn(chart.drawing.dots[0]), chart)


def drawn(dot: str) -> bytes:
    """Return the SVG of ``dot`` as the program draws it; errors as ``render``."""
    return _run([_program(), "-Tsvg"], dot.encode())


def _program() -> str:
    # Beside the interpreter first: a virtual environment need not be on the path.
    beside = sysconfig.get_path("scripts")
    if found := shutil.which("graphviz-pure", path=beside) or shutil.which("graphviz-pure"):
        return found
    raise MissingTool("no program that draws: pip install graphviz-pure (or write .dot)")


def _run(command: list[str], text: bytes) -> bytes:
    try:
        done = subprocess.run(
            command, input=text, capture_output=True, timeout=SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        raise MissingTool(
            f"graphviz-pure: no picture after {SECONDS} s; write .dot instead"
        ) from None
    except OSError as error:
        raise MissingTool(
            f"graphviz-pure: cannot be started ({error.strerror}); install it again"
        ) from None
    if done.returncode or not done.stdout:
        last = done.stderr.decode("utf-8", "replace").strip().splitlines()[-1:]
        raise MissingTool(
            f"graphviz-pure: could not draw the chart ({' '.join(last)}); write .dot instead"
        )
    return done.stdout
