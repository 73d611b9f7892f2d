"""Reading notices, beside segmenting and part-of-speech tagging the same text with jieba."""

from __future__ import annotations

import logging

import jieba  # type: ignore[import-untyped]
import jieba.posseg  # type: ignore[import-untyped]

from bench.measure import medians, seconds
from bench.texts import Text, people_of, the_text
from registry.parsing.notice import parse

ROUNDS = 7
COPIES = 100


def report() -> str:
    """Measure, and return a section of docs/benchmarks.md."""
    jieba.setLogLevel(logging.ERROR)
    text = the_text()
    taken = medians(
        {
            "parse": lambda: parse(text.text),
            "segment": lambda: jieba.lcut(text.text),
            "tag": lambda: jieba.posseg.lcut(text.text),
        },
        ROUNDS,
    )
    ours = taken["parse"]
    said = {
        "parse": "`registry.parsing.notice.parse`: every fact, its clause and place",
        "segment": "`jieba.lcut`: words",
        "tag": "`jieba.posseg.lcut`: words and parts of speech",
    }
    rows = [
        f"| {said[name]} | {took * 1000:.0f} ms | {took / ours:.2f} |"
        for name, took in taken.items()
    ]
    return "\n".join(
        [
            "## Reading notices",
            "",
            f"On {text.name}, {len(text.text):,} characters; medians of {ROUNDS} rounds in turn.",
            "",
            "| what | time | times ours |",
            "|---|---:|---:|",
            *rows,
            "",
            *_people(text),
            *_growth(text),
        ]
    )


def _people(text: Text) -> list[str]:
    """Compare whom each finds with whom the text names."""
    if text.people is None:
        return ["The gazette is not here: who is found in it was not compared.", ""]
    tagged = frozenset(
        pair.word for pair in jieba.posseg.cut(text.text) if pair.flag.startswith("nr")
    )
    lines = [f"| people | of {len(text.people)} found | false names |", "|---|---:|---:|"]
    for name, found in (("ours", people_of(parse(text.text))), ("jieba, tagged `nr`", tagged)):
        right = found & text.people
        lines.append(f"| {name} | {len(right)} | {len(found - right)} |")
    return [*lines, ""]


def _growth(text: Text) -> list[str]:
    """Measure whether time grows with the text and no faster."""
    many = "\n".join([text.text] * COPIES)
    one = min(seconds(lambda: parse(text.text)) for _ in range(ROUNDS)) / len(text.text)
    hundred = min(seconds(lambda: parse(many)) for _ in range(2)) / len(many)
    said = f"{COPIES} copies joined ({len(many):,} characters)"
    return [
        f"Growth: {said} take {hundred / one:.2f} times as long per character as one text.",
        "",
    ]
