"""Which program draws what, what is added to the SVG, and what is said where none can."""

from __future__ import annotations

import sysconfig
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from registry.charts import paper
from registry.charts.chart import Chart, Table
from registry.charts.draw import Drawing, Frame
from registry.charts.look import Look
from registry.charts.render import Format, render
from registry.charts.rows import Item
from registry.errors import MissingTool

CHART = Chart(
    kind="leader",
    drawing=Drawing(
        dots=('digraph { a [label="商务 <&>"] }',),
        frame=Frame(title="分工 <&>", subtitle=(Item("day"),)),
    ),
    account="一句话",
    table=Table(("姓名",), (("<script>",),)),
    look=Look(),
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
def test_png_and_pdf_need_a_chinese_font(monkeypatch: pytest.MonkeyPatch, form: Format) -> None:
    monkeypatch.setattr(paper, "CHINESE", ("No Such Family",))
    paper.fonts.cache_clear()
    try:
        with pytest.raises(MissingTool, match=r"apt-get install fonts-noto-cjk") as caught:
            render(CHART, form)
    finally:
        paper.fonts.cache_clear()
    assert "\n" not in str(caught.value)


def test_dot_is_the_text_itself() -> None:
    assert render(CHART, "dot").decode() == CHART.drawing.dots[0]


def test_a_failing_program_is_told_in_one_line(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    _program(tmp_path, 'echo "line one" >&2; echo "out of memory" >&2; exit 3')
    monkeypatch.setattr(sysconfig, "get_path", lambda _: str(tmp_path))
    with pytest.raises(MissingTool, match=r"^graphviz-pure: .*out of memory") as caught:
        render(CHART, "png")
    assert "\n" not in str(caught.value)


def test_a_program_that_hangs_is_stopped(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    _program(tmp_path, "exec sleep 60")
    monkeypatch.setattr(sysconfig, "get_path", lambda _: str(tmp_path))
    monkeypatch.setattr("registry.charts.render.SECONDS", 0.2)
    with pytest.raises(MissingTool, match=r"no picture after"):
        render(CHART, "png")


def _program(folder: Path, script: str) -> None:
    path = folder / "graphviz-pure"
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)
