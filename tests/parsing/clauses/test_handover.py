"""What a partial adjustment takes from one leader and gives another, to the end of the sentence."""

from __future__ import annotations

import pytest

from registry.model.facts import Released, Unparsed
from registry.parsing.notice import parse
from tests.notices.score import FIELDS, row_of

SUPERVISES = "supervises 林晓梅 市商务局"
RELEASED = "released 赵建国 市商务局"
RESPONSIBLE = "responsible 林晓梅 商务"


HEAD = "青溪市人民政府关于调整市政府领导分工的通知\n青府发〔2020〕1号\n各有关单位：\n"


def read(*body: str) -> set[str]:
    """Return the facts of a division of labour with ``body``, each a line, and what is unparsed."""
    facts = set()
    for fact in parse(HEAD + "\n".join(body)):
        match fact:
            case Unparsed():
                facts.add(f"unparsed {fact.clause}")
            case Released():
                facts.add(f"released {fact.person} {fact.subject}")
            case _:
                row = row_of(fact, FIELDS)
                facts.add(" ".join(value for value in row or () if value))
    return {fact for fact in facts if not fact.startswith("document")}


@pytest.mark.parametrize(
    ("sentence", "facts"),
    [
        ("由林晓梅分管市商务局，负责商务工作。", {SUPERVISES, RESPONSIBLE}),
        ("由林晓梅分管市商务局，联系市科协。", {SUPERVISES, "liaises 林晓梅 市科协"}),
        ("由林晓梅负责商务工作，分管市商务局。", {SUPERVISES, RESPONSIBLE}),
        (
            "由林晓梅同志分管市商务局，并协助分管市财政局。",
            {SUPERVISES, "assists_supervising 林晓梅 市财政局"},
        ),
        (
            "赵建国不再分管市商务局，由林晓梅分管市商务局，负责商务工作。",
            {RELEASED, SUPERVISES, RESPONSIBLE},
        ),
        ("赵建国不再分管市商务局，由林晓梅分管。", {RELEASED, SUPERVISES}),
        (
            "赵建国不再分管市商务局、负责商务工作，由林晓梅分管市商务局。",
            {RELEASED, "released 赵建国 商务", SUPERVISES},
        ),
        (
            "赵建国不再分管市商务局，改为分管市财政局。",
            {RELEASED, "supervises 赵建国 市财政局"},
        ),
        (
            "由林晓梅分管市商务局，不再联系市科协，由赵建国联系市科协。",
            {SUPERVISES, "released 林晓梅 市科协", "liaises 赵建国 市科协"},
        ),
        (
            "市商务局由林晓梅分管，市科协由赵建国联系。",
            {SUPERVISES, "liaises 赵建国 市科协"},
        ),
        (
            "原由赵建国分管的市商务局，调整由林晓梅分管，负责商务工作。",
            {SUPERVISES, RESPONSIBLE},
        ),
        ("由副市长林晓梅分管市商务局，负责商务工作。", {SUPERVISES, RESPONSIBLE}),
        ("由林晓梅（女）分管市商务局。", {SUPERVISES}),
        ("由扎西顿珠同志分管市科协。", {"supervises 扎西顿珠 市科协"}),
        ("将市商务局调整由林晓梅分管，负责商务工作。", {SUPERVISES, RESPONSIBLE}),
        ("经研究，从2020年6月10日起，由林晓梅牵头负责商务工作。", {RESPONSIBLE}),
        ("由林晓梅分管市商务局，其他同志分工不变。", {SUPERVISES}),
        ("由林晓梅分管市商务局，自2020年6月10日起执行。", {SUPERVISES}),
        ("商务工作由市长指定专人负责，分管领导协助。", set()),
        ("由市商务局负责解释，有关部门配合。", set()),
    ],
)
def test_reads_a_hand_over_to_its_end(sentence: str, facts: set[str]) -> None:
    assert read(sentence) == facts


@pytest.mark.parametrize(
    ("sentence", "facts", "rest"),
    [
        ("由林晓梅分管市商务局，参加市委财经委。", {SUPERVISES}, "参加市委财经委"),
        ("由林晓梅分管市商务局，赵建国分管市科协。", {SUPERVISES}, "赵建国分管市科协"),
        ("由林晓梅分管市商务局，至12月31日止。", set(), "由林晓梅分管市商务局，至12月31日止。"),
        ("由林晓梅、赵建国分管市商务局。", set(), "由林晓梅、赵建国分管市商务局。"),
        ("林晓梅同志接力分管市商务局。", set(), "林晓梅同志接力分管市商务局。"),
        # What follows 不再 may be taken from him as well, or given to him.
        ("赵建国不再分管市商务局，负责财政工作。", {RELEASED}, "负责财政工作"),
    ],
)
def test_reports_the_end_that_it_does_not_understand(
    sentence: str, facts: set[str], rest: str
) -> None:
    assert read(sentence) == {*facts, f"unparsed {rest}"}


def test_gives_nobody_the_words_that_others_stay_as_they_were() -> None:
    body = ("林晓梅：副市长", "分管市商务局。", "其他领导同志分工不变。")
    assert read(*body) == {"post 林晓梅 副市长", SUPERVISES}
