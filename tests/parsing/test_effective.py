"""From which day a notice counts, and what it says of days that are not the whole notice's."""

from __future__ import annotations

import pytest

from registry.model.facts import Document, Unparsed
from registry.parsing.notice import parse

GIVEN = "由林晓梅分管市商务局，负责商务工作。"
OTHER = "由赵建国分管市科协。"
TITLE = "青溪市人民政府关于调整市政府部分领导分工的通知"


def read(body: str, *, title: str = TITLE, date: str = "2024年6月5日") -> tuple[str | None, int]:
    """Return the day from which the notice counts, and how many sentences are unparsed."""
    text = f"{title}\n青府发〔2024〕3号\n各有关单位：\n{body}\n其他领导分工不变。\n青溪市人民政府\n{date}"
    document, *rest = parse(text)
    assert isinstance(document, Document)
    return document.effective, sum(isinstance(fact, Unparsed) for fact in rest)


@pytest.mark.parametrize(
    ("body", "effective"),
    [
        (f"经研究，从2024年6月10日起，{GIVEN}", "2024-06-10"),
        (f"自2024年6月10日起{GIVEN}", "2024-06-10"),
        ("自二〇二四年六月十日起，赵建国同志不再分管市商务局。", "2024-06-10"),
        ("自2024年6月10日起，市商务局由林晓梅分管。", "2024-06-10"),
        (f"从2024年6月10日起，{GIVEN}{OTHER}", "2024-06-10"),
        (f"从2024年6月10日起，{GIVEN}从2024年6月10日起，{OTHER}", "2024-06-10"),
        (f"{GIVEN}\n本通知自2024年6月1日起执行。", "2024-06-01"),
        (
            "自2024年6月1日起，市政府领导分工调整如下：\n林晓梅：副市长\n分管市商务局。",
            "2024-06-01",
        ),
        # Without a year, near the notice's own date.
        (f"从6月10日起，{GIVEN}", "2024-06-10"),
        (f"从六月一日起，{GIVEN}", "2024-06-01"),
        (f"{GIVEN}\n本通知自6月10日起执行。", "2024-06-10"),
        # Days of something else.
        (f"林晓梅同志自2024年6月1日起任副市长。\n{GIVEN}", None),
        (GIVEN, None),
    ],
)
def test_tells_from_which_day_the_notice_counts(body: str, effective: str | None) -> None:
    assert read(body) == (effective, 0)


@pytest.mark.parametrize(
    ("body", "effective", "unparsed"),
    [
        (f"从2024年6月10日起，{GIVEN}从2024年7月1日起，{OTHER}", None, 2),
        (f"{OTHER}从2024年6月10日起，{GIVEN}", None, 1),
        (f"从2024年6月10日起，{GIVEN}\n本通知自2024年6月5日起执行。", "2024-06-05", 1),
        # The year would be a guess, or there is no such day.
        (f"从2月10日起，{GIVEN}", None, 1),
        (f"从12月10日起，{GIVEN}", None, 1),
        (f"从6月31日起，{GIVEN}", None, 1),
        ("本通知自12月10日起执行。", None, 1),
    ],
)
def test_takes_no_day_that_is_not_the_whole_notices(
    body: str, effective: str | None, unparsed: int
) -> None:
    assert read(body) == (effective, unparsed)


def test_a_day_without_a_year_needs_the_notices_own_day() -> None:
    assert read(f"从6月10日起，{GIVEN}", date="2024年6月") == (None, 1)


def test_a_clause_of_another_kind_of_notice_is_no_start() -> None:
    title = "青溪市人民政府关于做好有关工作的通知"
    assert read("自2024年7月1日起，由市商务局负责统计。", title=title) == (None, 0)
