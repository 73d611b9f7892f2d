"""Repeals as notices word them: by number, by title, and by a title that two notices have."""

from __future__ import annotations

import pytest

from registry.model.findings import FindingKind, Severity
from tests.checks.city import CITY, case, division, found, notice

TITLE = "部分市政府领导工作分工调整"
FIRST, SECOND = "云府字〔2024〕9号", "云府字〔2024〕12号"
CHANGES = (
    notice(TITLE, FIRST, "2024-05-06", "由何二川同志分管市体育局。"),
    notice(TITLE, SECOND, "2024-06-03", "由胡三山同志分管市机关事务管理局。"),
)


def repeal(of: str) -> str:
    return notice(f"废止{of}", "云府字〔2024〕30号", "2024-09-02", f"现决定废止{of}。")


def in_force(of: str) -> tuple[list[str], int]:
    looked_at = case(division(), *CHANGES, repeal(of))
    docs = [document.doc for document in looked_at.organisation.divisions]
    return docs[1:], len(found(FindingKind.REPEAL_AMBIGUOUS, looked_at))


@pytest.mark.parametrize(
    "of",
    [
        f"{FIRST}文件",
        f"《{CITY}关于{TITLE}的通知》（{FIRST}）",
        f"《关于{TITLE}的通知》（{FIRST}）",
    ],
)
def test_a_number_tells_which(of: str) -> None:
    assert in_force(of) == ([SECOND], 0)


def test_a_title_of_two_ends_neither_and_is_a_finding() -> None:
    of = f"《{CITY}关于{TITLE}的通知》"
    assert in_force(of) == ([FIRST, SECOND], 1)
    (finding,) = found(FindingKind.REPEAL_AMBIGUOUS, case(division(), *CHANGES, repeal(of)))
    assert (finding.names, finding.severity) == ((FIRST, SECOND), Severity.ERROR)


def test_a_title_of_one_ends_it() -> None:
    looked_at = case(division(), CHANGES[0], repeal(f"《{CITY}关于{TITLE}的通知》"))
    assert len(looked_at.organisation.divisions) == 1


THIRD = "云府字〔2024〕31号"


def after_a_third(says: str) -> list[str]:
    body = f"由江一帆同志分管市教育局。{says}"
    third = notice(TITLE, THIRD, "2024-09-02", body)
    documents = case(division(), *CHANGES, third).organisation.divisions
    return [document.doc for document in documents][1:]


@pytest.mark.parametrize(
    "says",
    [
        f"{FIRST}文件同时废止。",
        f"《{CITY}关于{TITLE}的通知》（{FIRST}）自本通知印发之日起停止执行。",
        f"自本通知印发之日起，同时废止{FIRST}文件。",
    ],
)
def test_an_adjustment_ends_another_in_its_text_and_counts_all_the_same(says: str) -> None:
    assert after_a_third(says) == [SECOND, THIRD]


@pytest.mark.parametrize(
    "says",
    [
        "此前有关分工同时废止。",
        f"{FIRST}文件继续有效。",
        f"{FIRST}文件已废止。",
        "有效期满自动失效。",
    ],
)
def test_words_that_end_nothing_by_name(says: str) -> None:
    assert after_a_third(says) == [FIRST, SECOND, THIRD]


def test_a_list_below_the_verb_is_repealed_and_what_is_kept_is_not() -> None:
    ended = f"1.《{CITY}关于{TITLE}的通知》（{FIRST}）"
    body = f"现决定废止下列文件：\n{ended}\n下列文件继续有效：\n1.{SECOND}"
    listed = notice("废止部分文件", "云府字〔2024〕30号", "2024-09-02", body)
    documents = case(division(), *CHANGES, listed).organisation.divisions
    assert [document.doc for document in documents][1:] == [SECOND]
