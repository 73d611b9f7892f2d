"""Links between the documents lead to files and headings that are there."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import unquote

import pytest

from tests.docs.blocks import DOCUMENTS, ROOT

_FENCED = re.compile(r"^```.*?^```", re.DOTALL | re.MULTILINE)
_LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)(?: \"[^\"]*\")?\)")
_HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)


def prose(document: Path) -> str:
    """Return a document without what stands in its fenced blocks."""
    return _FENCED.sub("", document.read_text(encoding="utf-8"))


def anchor(heading: str) -> str:
    """Return the name by which a heading is linked to.

    >>> anchor("Halves of days, and hours"), anchor("`kind`"), anchor("先看 `who`")
    ('halves-of-days-and-hours', 'kind', '先看-who')
    """
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", heading)
    return re.sub(r"[^\w\- ]", "", text.strip().lower()).replace(" ", "-")


def broken(document: Path) -> list[str]:
    """List the links of a document that lead nowhere in the checkout."""
    found = []
    for link in _LINK.findall(prose(document)):
        if re.match(r"[a-z]+:", link):
            continue
        path, _, part = unquote(link).partition("#")
        target = (document.parent / path).resolve() if path else document
        there = target.exists() and target.is_relative_to(ROOT)
        if not there or (part and part not in map(anchor, _HEADING.findall(prose(target)))):
            found.append(link)
    return found


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_link_leads_somewhere(document: Path) -> None:
    assert broken(document) == []


def test_a_link_to_nowhere_is_found(tmp_path: Path) -> None:
    """Outside the checkout nothing counts as there; in it, a heading must be."""
    document = tmp_path / "a.md"
    document.write_text("[a](a.md) [b](https://b.example/none.md) [c](none.md)\n", "utf-8")
    assert broken(document) == ["a.md", "none.md"]


@pytest.mark.parametrize(
    "document",
    [path for path in DOCUMENTS if path.parts[-2] in ("docs", "tutorials", "reference", "adr")],
    ids=lambda path: path.name,
)
def test_every_document_is_led_to(document: Path) -> None:
    """Nothing is written that no reader finds."""
    others = (path for path in DOCUMENTS if path != document)
    links = {
        (other.parent / unquote(link).partition("#")[0]).resolve()
        for other in others
        for link in _LINK.findall(prose(other))
        if not re.match(r"[a-z]+:", link)
    }
    assert document in links


def test_both_readmes_show_the_same() -> None:
    """The same commands in the same order, and links to the same places, but to each other."""
    english, chinese = (
        (ROOT / name).read_text(encoding="utf-8") for name in ("README.md", "README.zh-CN.md")
    )
    shown = re.compile(r"`(registry [^`]+)`|^(\$ .+|make \w+)", re.MULTILINE)
    assert shown.findall(english) == shown.findall(chinese)
    assert set(_LINK.findall(english)) - {"README.zh-CN.md"} == set(_LINK.findall(chinese)) - {
        "README.md"
    }
    assert "README.zh-CN.md" in english[:200]
    assert "README.md" in chinese[:200]


_TEST = re.compile(r"`(tests/[\w/]+\.py)::(\w+)`")


def test_the_threat_model_names_tests_that_are_there() -> None:
    named = _TEST.findall((ROOT / "docs/threat-model.md").read_text(encoding="utf-8"))
    assert len(named) > 40
    lost = [
        f"{file}::{name}"
        for file, name in named
        if not (ROOT / file).exists()
        or f"def {name}(" not in (ROOT / file).read_text(encoding="utf-8")
    ]
    assert lost == []
