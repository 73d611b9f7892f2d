"""Which program draws what, what is added to the SVG, and what is said where none can."""

from __future__ import annotations

import os
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from registry.charts.render import Chart, Format, render
from registry.errors import MissingTool

CHART = Chart(
    dot='digraph { a [label="商务 <&>"] }', title="分工 <&>", description="一句话", lang="zh-CN"
)
SVG = "{http://www.w3.org/2000/svg}"


def test_svg_without_any_system_program(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    root = ET.fromstring(render(CHART, "svg"))
    assert root.get("lang") == "zh-CN"
    assert [child.tag for child in root][:2] == [f"{SVG}title", f"{SVG}desc"]
    assert root.findtext(f"{SVG}title") == "分工 <&>"
    assert root.findtext(f"{SVG}desc") == "一句话"
    assert root.get("aria-labelledby") == root[0].get("id")
    assert "商务 <&>" in [text.text for text in root.iter(f"{SVG}text")], "text stays text"


@pytest.mark.parametrize("form", ["png", "pdf"])
def test_png_and_pdf_need_graphviz(monkeypatch: pytest.MonkeyPatch, form: Format) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(MissingTool, match=r"apt-get install graphviz fonts-noto-cjk") as caught:
        render(CHART, form)
    assert "\n" not in str(caught.value)


def test_dot_is_the_text_itself() -> None:
    assert render(CHART, "dot").decode() == CHART.dot


def test_the_system_dot_is_preferred(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    _program(tmp_path, 'cat > /dev/null; printf "%%PDF %s" "$1"')
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}/usr/bin{os.pathsep}/bin")
    assert render(CHART, "pdf") == b"%PDF -Tpdf"


def test_a_failing_program_is_told_in_one_line(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    _program(tmp_path, 'echo "line one" >&2; echo "out of memory" >&2; exit 3')
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}/usr/bin{os.pathsep}/bin")
    with pytest.raises(MissingTool, match=r"^dot: .*out of memory") as caught:
        render(CHART, "png")
    assert "\n" not in str(caught.value)


def test_a_program_that_hangs_is_stopped(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    _program(tmp_path, "exec sleep 60")
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}/usr/bin{os.pathsep}/bin")
    monkeypatch.setattr("registry.charts.render.SECONDS", 0.2)
    with pytest.raises(MissingTool, match=r"no picture after"):
        render(CHART, "png")


def _program(folder: Path, script: str) -> None:
    path = folder / "dot"
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)
