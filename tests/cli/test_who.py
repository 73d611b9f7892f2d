"""``registry who`` from the command line: answers, and bad input told on one line."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from registry.cli import main
from registry.graph.dates import first_day
from registry.wiring import today

WEEK = ("--week", "2019-09-02")
GAZETTE = Path("../shared/seeds/jingdezhen-gazette-2019.txt")


def run(*args: str) -> Result:
    return CliRunner().invoke(main, ["who", *args], env={"LANG": "C.UTF-8", "LC_ALL": ""})


def answered(*args: str) -> Any:
    result = run(*args, "--format", "json")
    assert result.exit_code == 0, result.stderr
    return json.loads(result.stdout)


def told(*args: str) -> list[tuple[str, str, str, list[str]]]:
    segments = answered(*args)["segments"]
    return [(s["from"], s["to"], s["status"], s["acting"]) for s in segments]


def test_a_week_with_absences_is_cut_into_segments() -> None:
    away = ("--away", "张良华@2019-09-03/2019-09-05", "--away", "熊皓@2019-09-04")
    assert told("商务", *WEEK, *away) == [
        ("2019-09-02", "2019-09-02", "in_charge", ["张良华"]),
        ("2019-09-03", "2019-09-03", "acting", ["熊皓"]),
        ("2019-09-04", "2019-09-04", "coordination_required", []),
        ("2019-09-05", "2019-09-05", "acting", ["熊皓"]),
        ("2019-09-06", "2019-09-08", "in_charge", ["张良华"]),
    ]


Part = tuple[str, str, list[str]]


def parts(*args: str) -> list[Part]:
    """Return from when to when, as days with the times there are, and who acts."""

    def side(segment: Any, name: str) -> str:
        return "T".join(filter(None, (segment[name], segment.get(f"{name}_time"))))

    segments = answered(*args)["segments"]
    return [(side(s, "from"), side(s, "to"), s["acting"]) for s in segments]


@pytest.mark.parametrize(
    ("when", "told"),
    [
        (
            "2019-09-03/am",
            [
                ("2019-09-03", "2019-09-03T12:00:00", ["熊皓"]),
                ("2019-09-03T12:00:00", "2019-09-04", ["张良华"]),
            ],
        ),
        (
            "2019-09-03/下午/2019-09-04/上午",
            [
                ("2019-09-03", "2019-09-03T12:00:00", ["张良华"]),
                ("2019-09-03T12:00:00", "2019-09-04T12:00:00", ["熊皓"]),
                ("2019-09-04T12:00:00", "2019-09-04", ["张良华"]),
            ],
        ),
        (
            "2019-09-03T14:00/16:30",
            [
                ("2019-09-03", "2019-09-03T14:00:00", ["张良华"]),
                ("2019-09-03T14:00:00", "2019-09-03T16:30:00", ["熊皓"]),
                ("2019-09-03T16:30:00", "2019-09-04", ["张良华"]),
            ],
        ),
        ("2019-09-03/am/2019-09-04/pm", [("2019-09-03", "2019-09-04", ["熊皓"])]),
        ("2019-09-03T00:00/2019-09-05T00:00", [("2019-09-03", "2019-09-04", ["熊皓"])]),
    ],
)
def test_an_absence_may_begin_and_end_within_a_day(when: str, told: list[Part]) -> None:
    period = ("--from", "2019-09-03", "--to", "2019-09-04")
    assert parts("商务", *period, "--away", f"张良华@{when}") == told


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        ("zh", ["2019-09-03 上午", "2019-09-03 下午 … 2019-09-04 16:30", "2019-09-04 16:30起"]),
        (
            "en",
            [
                "2019-09-03 morning",
                "2019-09-03 afternoon … 2019-09-04 16:30",
                "2019-09-04 from 16:30",
            ],
        ),
    ],
)
def test_the_table_says_halves_and_hours(lang: str, told: list[str]) -> None:
    away = ("--away", "张良华@2019-09-03/pm/2019-09-04T16:30", "--lang", lang)
    lines = run("商务", "--from", "2019-09-03", "--to", "2019-09-04", *away).stdout.splitlines()
    assert [line.split("  ")[0] for line in lines if line.startswith("2019-")] == told


def test_an_absence_may_be_of_another_kind() -> None:
    (ill,) = answered("商务", "--on", "2019-09-03", "--away", "张良华:ill")["segments"]
    assert ill["covers"][0]["flags"] == ["trigger_not_covered"]
    half = ("--away", "张良华：travel@2019-09-03/pm")
    assert [who for _, _, who in parts("商务", "--on", "2019-09-03", *half)] == [
        ["张良华"],
        ["熊皓"],
    ]


def test_a_notice_cuts_the_period() -> None:
    assert told("商务", "--from", "2019-08-01", "--to", "2019-09-10") == [
        ("2019-08-01", "2019-08-27", "unknown", []),
        ("2019-08-28", "2019-09-10", "in_charge", ["张良华"]),
    ]


def test_holidays_and_adjusted_days_are_shown() -> None:
    asked = ("商务", "--from", "2019-09-29", "--to", "2019-10-05")
    days = [(day["date"], day["kind"]) for day in answered(*asked)["holidays"]]
    assert days == [
        ("2019-09-29", "adjusted_workday"),
        ("2019-10-01", "holiday"),
        ("2019-10-02", "holiday"),
        ("2019-10-03", "holiday"),
        ("2019-10-04", "adjusted_rest"),
    ]
    line = run(*asked).stdout.splitlines()[1]
    assert "2019-09-29 调休上班；2019-10-01 … 2019-10-03 国庆节；2019-10-04 调休" in line
    assert "2019-10-01 … 2019-10-03 National Day;" in run(*asked, "--lang", "en").stdout


def test_a_year_whose_holidays_are_not_known_is_said_so() -> None:
    asked = ("商务", "--from", "2098-12-31", "--to", "2099-01-01")
    assert answered(*asked)["holidays"] == []
    assert answered(*asked)["holidays_unknown"] == [2098, 2099]
    assert "2099 节假日安排未知" in run(*asked).stdout


def test_a_period_of_years_lists_no_holidays() -> None:
    found = answered("商务", "--from", "0001-01-01", "--to", "9999-12-31")
    assert (found["holidays"], found["holidays_unknown"]) == ([], [])


def test_the_json_has_the_documented_shape() -> None:
    found = answered("市审计局", *WEEK, "--away", "刘锋")
    assert set(found) == {
        "subject", "government", "segments", "holidays", "holidays_unknown",
    }  # fmt: skip
    (segment,) = found["segments"]
    assert set(segment) == {
        "from", "to", "status", "acting", "covers", "also", "reasons", "choices",
    }  # fmt: skip
    assert set(segment["covers"][0]) == {
        "holder", "relation", "status", "acting", "coordinator", "candidates", "flags", "reasons",
    }  # fmt: skip
    held = segment["covers"][0]["reasons"][0]
    assert set(held) == {"code", "text", "clause", "doc", "date"}
    assert set(held["text"]) == {"zh", "en"}


def test_without_a_day_it_is_today_in_shanghai() -> None:
    (segment,) = told("商务")
    assert first_day(segment[0]) == first_day(segment[1]) == today()


def test_the_table_is_plain_text_in_a_pipe() -> None:
    result = run("商务", *WEEK, "--away", "张良华")
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert "2019-09-02 … 2019-09-08  代行  熊皓" in lines
    assert "  协调  张维汉" in lines
    assert not re.search(r"[\x1b\u2500-\u257f]", result.stdout)
    assert all(line == line.rstrip() for line in lines)
    assert any("代行相关工作职责" in line and "景府字〔2019〕33号" in line for line in lines)


def test_the_language_follows_the_subject_unless_chosen() -> None:
    assert "in charge" in run("commerce", *WEEK).stdout
    assert "在岗负责" in run("commerce", *WEEK, "--lang", "zh").stdout
    assert "in charge" in run("商务", *WEEK, "--lang", "en").stdout


@pytest.mark.skipif(not GAZETTE.exists(), reason="the real gazette is not beside the checkout")
def test_the_gazette_itself_answers_as_the_shipped_data_does() -> None:
    for subject in (
        "商务",
        "市卫健委",
        "金融",
        "公共场所安全防护",
        "交易分团",
        "吴浪",
        "信访",
        "近视防控",
        "实际利用外资",
        "实施妇幼人群营养干预计划",
        "提升营养健康科普信息供给和传播能力",
        "加强业务指导",
    ):
        period = ("--from", "2019-09-02", "--to", "2019-09-13")
        asked = (subject, *period, "--away", "何军威", "--away", "张良华@2019-09-03/2019-09-12")
        assert told(*asked, "--source", str(GAZETTE)) == told(*asked)


@pytest.mark.skipif(not GAZETTE.exists(), reason="the real gazette is not beside the checkout")
def test_the_gazette_given_twice_answers_as_once(tmp_path: Path) -> None:
    copy = tmp_path / "again.txt"
    copy.write_bytes(GAZETTE.read_bytes())
    for subject in ("实际利用外资", "市政府信访局", "推广健康生活方式", "徐耀纯"):
        asked = (subject, "--on", "2019-09-20", "--source", str(GAZETTE))
        assert answered(*asked, "--source", str(copy)) == answered(*asked)


def test_an_indicator_is_told_hop_by_hop() -> None:
    lines = run("实际利用外资", "--on", "2019-09-04", "--away", "张良华").stdout.splitlines()
    assert "2019-09-04  代行  熊皓" in lines
    assert "  分工  张良华（分管）" in lines
    row, leader = (line for line in lines if "市商务局" in line)
    assert "目标6.0，完成-68.2，差距-74.2" in row
    assert row.endswith("景府办字〔2019〕50号，2019-07-29")
    assert leader.endswith("景府字〔2019〕33号，2019-08-28")


def test_choices_with_marks_of_their_own_are_kept_apart() -> None:
    result = run("开展", "--on", "2019-09-20")
    (choices,) = [line for line in result.stdout.splitlines() if line.startswith("  可能指")]
    assert "；开展住院患者营养筛查、评价、诊断和治疗" in choices


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("商务", "--away", "张三"), "'张三'; nearest: "),
        (("商无",), "nearest: "),
        (("商务", "--from", "2019-09-02", "--to", "2019-09-01"), "swap the two days"),
        (("商务", "--away", "张良华@2019-09-02/2019-09-01"), "swap the two days"),
        (("商务", "--from", "2019-09-02"), "first and its last day"),
        (("商务", "--on", "2019-9-2"), "YYYY-MM-DD"),
        (("商务", "--on", "2019-02-30"), "YYYY-MM-DD"),
        (("商务", "--on", "2019-09-02", "--week", "2019-09-02"), "do not go together"),
        (("商务", "--week", "9999-12-31"), "calendar"),
        (("商务", "--away", "@2019-09-02"), "names nobody"),
        (("商务", "--away", "张良华:asleep"), "choose one of: away 不在当地, ill 因病"),
        (("商务", "--away", "张良华@2019-09-02/noon"), "is no day, half day or span"),
        (("商务", "--away", "张良华@2019-09-02T14:00"), "add it, such as 2019-09-02T14:00/17:30"),
        (("商务", "--away", "张良华@2019-09-02T14:00/25:00"), "'25:00' is no time of day"),
        (("商务", "--away", "张良华@2019-09-02T14:00/13:00"), "swap the two days or times"),
        (("商务", "--away", "张良华@2019-02-30/am"), "'2019-02-30' is not a day"),
        (("商务", "--away", "张良华@2019-09"), "'2019-09' is no day"),
        (("商务", "--source", "no/such.txt"), "no such file"),
        (("商务", "--on", "2019-09-03T25:00"), "'25:00' is no time of day"),
        (("商务", "--on", "2019-09-03T15:00", "--week", "2019-09-03"), "do not go together"),
        (("商务", "--on", "2019-13-03/pm"), "is not a day"),
        (("商务", "--government", "南昌"), "known: 景德镇市人民政府"),
        (("商务", "--nope"), "--nope"),
        ((), "Missing argument"),
    ],
)
def test_bad_input_is_told_on_one_line(args: tuple[str, ...], said: str) -> None:
    result = run(*args)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert re.fullmatch(r"error: .+\n", result.stderr)
    assert said in result.stderr


@pytest.mark.parametrize(
    ("on", "said"),
    [
        ("2019-09-03T15:00", "2019-09-03 15:00  代行  熊皓"),
        ("2019-09-03T09:30", "2019-09-03 09:30  在岗负责  张良华"),
        ("2019-09-03/pm", "2019-09-03 下午  代行  熊皓"),
        ("2019-09-03T13:00/15:00", "2019-09-03 13:00–15:00  代行  熊皓"),
    ],
)
def test_a_question_may_be_for_a_part_of_a_day(on: str, said: str) -> None:
    result = run("商务", "--on", on, "--away", "张良华@2019-09-03/pm", "--lang", "zh")
    assert result.exit_code == 0, result.stderr
    assert [line for line in result.stdout.splitlines() if line.startswith("2019")] == [said]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "is empty"),
        (b" \n\n", "is empty"),
        (b"\x7fELF\x02\x01\x00\x00", "is not text"),
        (bytes(range(256)), "is not text"),
    ],
)
def test_a_source_that_is_no_text_is_refused(tmp_path: Path, content: bytes, said: str) -> None:
    source = tmp_path / "notice.txt"
    source.write_bytes(content)
    result = run("商务", "--source", str(source))
    assert (result.exit_code, result.stdout) == (2, "")
    assert re.fullmatch(r"error: .+\n", result.stderr)
    assert said in result.stderr


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_a_source_may_be_in_either_encoding(tmp_path: Path, encoding: str) -> None:
    text = (
        "云岭市人民政府关于市政府领导分工的通知\n云府字〔2020〕1号\n\n"
        "各县（市、区）人民政府：\n现将市政府领导分工通知如下：\n"
        "江一：市政府市长\n负责市政府全面工作。\n"
        "何二：市政府副市长\n负责商务等方面工作。分管市商务局。\n"
        "云岭市人民政府\n2020年3月1日\n"
    )
    source = tmp_path / "notice.txt"
    source.write_bytes(text.encode(encoding))
    ((_, _, status, acting),) = told("市商务局", "--on", "2020-03-02", "--source", str(source))
    assert (status, acting) == ("in_charge", ["何二"])


def test_an_unknown_command_is_told_on_one_line() -> None:
    result = CliRunner().invoke(main, ["frob"])
    assert result.exit_code == 2
    assert re.fullmatch(r"error: .+frob.+\n", result.stderr)
