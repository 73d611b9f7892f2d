"""A meeting held: its name, its day, and who was in the chair."""

from __future__ import annotations

import pytest

from registry.model import facts as f
from registry.parsing.notice import parse

HEAD = "青溪市人民政府第5次常务会议纪要\n"


def meetings(*lines: str) -> list[f.Meeting]:
    return [fact for fact in parse(HEAD + "\n".join(lines)) if isinstance(fact, f.Meeting)]


@pytest.mark.parametrize(
    ("lines", "name", "day", "chair"),
    [
        (
            ("2020年3月5日，市长王明主持召开市政府第5次常务会议。",),
            "市政府第5次常务会议",
            "2020-03-05",
            "王明",
        ),
        (("3月5日，市长王明主持召开第5次常务会议。",), "第5次常务会议", "--03-05", "王明"),
        (
            ("2020年3月5日，市政府召开第5次常务会议。", "会议由市长王明同志主持。"),
            "第5次常务会议",
            "2020-03-05",
            "王明",
        ),
        (
            ("2020年3月5日，市政府召开第5次常务会议。", "会议由市长主持，研究了财政工作。"),
            "第5次常务会议",
            "2020-03-05",
            None,
        ),
        (
            ("2020年3月5日，市政府召开第5次常务会议。", "会议研究了财政工作。"),
            "第5次常务会议",
            "2020-03-05",
            None,
        ),
    ],
)
def test_a_meeting_is_read_once(
    lines: tuple[str, ...], name: str, day: str, chair: str | None
) -> None:
    (meeting,) = meetings(*lines, "2020年4月1日，副市长李强主持召开调度会议。")
    assert (meeting.name, meeting.date, meeting.chair) == (name, day, chair)


@pytest.mark.parametrize(
    "line", ["会议研究了财政工作。", "市长王明主持召开第5次常务会议。", "3月5日，市长王明外出。"]
)
def test_no_meeting_without_its_name_and_day(line: str) -> None:
    assert meetings(line) == []
