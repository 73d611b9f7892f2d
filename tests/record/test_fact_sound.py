"""What is asked of a fact entered by hand refuses none that the parser reads."""

from __future__ import annotations

from typing import Any

import pytest

from registry.errors import BadRecord
from registry.model import facts as f
from registry.parsing.notice import parse
from registry.service.recording.fact_sound import check_named, check_sound
from tests.record.conftest import EXAMPLES

MOVES = (
    "云陵市人民政府关于温若谷等同志任免职的通知\n云政发〔2024〕20号\n\n"
    "温若谷同志任云陵市教育局党组书记、局长；\n免去姚沐川同志的云陵市人民政府副市长职务。\n2024年7月1日\n"
)
TEXTS = [MOVES, *(p.read_text(encoding="utf-8") for p in sorted(EXAMPLES.glob("*.txt")))]


@pytest.mark.parametrize("text", TEXTS)
def test_what_the_parser_reads_passes(text: str) -> None:
    for fact in parse(text):
        check_sound(fact)
        check_named(fact, [text])


def test_a_post_of_parts_that_the_notice_has_not_is_refused() -> None:
    said: Any = {"doc": "甲", "clause": "任", "span": (0, 1), "person": "温若谷"}
    check_named(f.Appointed(post="云陵市教育局局长", **said), [MOVES])
    with pytest.raises(BadRecord, match="has no 云陵市财政局局长"):
        check_named(f.Appointed(post="云陵市财政局局长", **said), [MOVES])
