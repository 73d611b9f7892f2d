"""Folding, widths and passages: every character keeps its place."""

from __future__ import annotations

import pytest

from registry.parsing.text import Source, fold, lines, passage, squeeze, width


@pytest.mark.parametrize(
    ("given", "folded"),
    [
        ("(县长)", "（县长）"),
        ("［２０１９］３３号", "〔2019〕33号"),
        ("分管:县财政局,县审计局;", "分管：县财政局，县审计局；"),
        ("買買提•艾力", "买买提·艾力"),
        ("關於縣政府領導", "关于县政府领导"),
        ("负责全面工作.", "负责全面工作。"),
        ("「三农」", "“三农”"),
        ("张\u3000三\t李\u200b四", "张 三 李 四"),
        # Left alone: a point inside a figure, Latin letters, what has no simpler form.
        ("6.5亿元", "6.5亿元"),
        ("AB角", "AB角"),
    ],
)
def test_folds_a_character_to_a_character(given: str, folded: str) -> None:
    assert fold(given) == folded
    assert len(folded) == len(given)


@pytest.mark.parametrize(
    ("text", "columns"), [("", 0), ("AB角", 4), ("县长（兼）", 10), ("a b", 3)]
)
def test_counts_columns(text: str, columns: int) -> None:
    assert width(text) == columns


@pytest.mark.parametrize(("text", "bare"), [("张 三\n", "张三"), ("　县　长", "县长"), (" \t", "")])
def test_squeezes(text: str, bare: str) -> None:
    assert squeeze(text) == bare


def test_a_passage_leads_back_to_the_text_as_given() -> None:
    source = Source.of("　　分管財政　局。")
    whole = passage(source, 0, len(source.raw))
    assert whole.text == "分管财政局。"
    part = whole[2:5]
    assert (part.value, part.span) == ("財政局", (4, 8))
    assert (part + whole[5:]).value == "財政局。"
    assert part.strip("财局").value == "政"
    assert passage(source, 0, 2).span == (0, 0)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_know_their_place(end: str) -> None:
    text = end.join(["  甲  ", "", "乙(一)", ""])
    found = lines(Source.of(text))
    assert [line.text for line in found] == ["甲", "乙（一）"]
    assert [text[line.start : line.end] for line in found] == ["甲", "乙(一)"]
    assert [line.indent for line in found] == [2, 0]
    assert [line.width for line in found] == [4, 6]
