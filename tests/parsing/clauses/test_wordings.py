"""Clauses of every kind of notice: as many that state a fact as ones that only look like it."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from registry.model.facts import Task
from registry.parsing.notice import parse
from tests.notices.score import FIELDS, WORK, row_of

TITLES = {
    "division": "调整市政府领导分工",
    "ab": "建立AB角工作制度",
    "appointment": "王明等同志任免职",
    "group": "成立青溪市防汛抗旱指挥部",
    "plan": "做好有关工作",
}


def read(kind: str, *body: str, compared: Mapping[str, tuple[str, ...]] = FIELDS) -> set[str]:
    """Return what a notice states beside itself, each fact a line."""
    head = f"青溪市人民政府关于{TITLES[kind]}的通知\n青府发〔2020〕1号\n各有关单位：\n"
    rows = {row_of(fact, compared) for fact in parse(head + "\n".join(body))}
    return {
        " ".join(value for value in row if value)
        for row in rows
        if row and row[0] not in ("document", "group")
    }


@pytest.mark.parametrize(
    ("sentence", "facts"),
    [
        ("负责商务、教育等方面工作。", {"responsible 王明 商务", "responsible 王明 教育"}),
        ("主持市政府全面工作。", {"responsible 王明 市政府全面工作"}),
        ("分管市商务局，联系市科协。", {"supervises 王明 市商务局", "liaises 王明 市科协"}),
        ("分管审计工作。", {"responsible 王明 审计"}),
        ("协助分管市审计局。", {"assists_supervising 王明 市审计局"}),
        ("协助市长负责审计工作。", {"assists 王明 审计"}),
        ("协助联系市气象局。", {"assists_liaising 王明 市气象局"}),
        ("兼管市信访局。", {"also_supervises 王明 市信访局"}),
        ("代管产业扶贫工作。", {"also_responsible 王明 产业扶贫"}),
        (
            "分管和联系市商务局。",
            {"supervises 王明 市商务局", "liaises 王明 市商务局"},
        ),
        ("完成市长交办的其他工作。", set()),
        ("以上分工自印发之日起执行。", set()),
        ("各分管领导要切实负责。", set()),
    ],
)
def test_a_leaders_clause(sentence: str, facts: set[str]) -> None:
    assert read("division", f"王明：{sentence}") == facts


@pytest.mark.parametrize(
    ("sentence", "facts"),
    [
        ("王明、李强互为AB角。", {"ab_pair 李强 王明"}),
        ("王明同志与李强同志互为A、B角。", {"ab_pair 李强 王明"}),
        ("A角：王明　B角：李强", {"backup 王明 李强"}),
        ("王明的B角为李强、赵刚。", {"backup 王明 李强", "backup 王明 赵刚"}),
        ("王明同志为A角，李强同志为B角。", {"backup 王明 李强"}),
        ("A角外出时，由B角履行职责。", set()),
        ("各单位要建立AB角制度。", set()),
        ("A角、B角不得同时外出。", set()),
        ("B角名单由各单位确定。", set()),
    ],
)
def test_a_pairs_clause(sentence: str, facts: set[str]) -> None:
    assert read("ab", sentence) == facts


@pytest.mark.parametrize(
    ("sentence", "facts"),
    [
        ("任命王明为市财政局局长。", {"appointed 王明 市财政局局长"}),
        ("王明同志任市财政局局长（试用期一年）。", {"appointed 王明 市财政局局长"}),
        (
            "王明任市审计局局长、党组书记。",
            {"appointed 王明 市审计局局长", "appointed 王明 市审计局党组书记"},
        ),
        ("王明、李强任副市长。", {"appointed 王明 副市长", "appointed 李强 副市长"}),
        ("王明同志兼任市财政局局长。", {"concurrently_appointed 王明 市财政局局长"}),
        ("免去王明的市财政局局长职务。", {"removed 王明 市财政局局长"}),
        ("王明同志不再担任市财政局局长职务。", {"removed 王明 市财政局局长"}),
        (
            "王明任市审计局局长，免去其市财政局局长职务。",
            {"appointed 王明 市审计局局长", "removed 王明 市财政局局长"},
        ),
        ("王明同志退休。", {"retired 王明"}),
        (
            "任命王明同志兼任市水利局局长。",
            {"concurrently_appointed 王明 市水利局局长"},
        ),
        (
            "王明同志任市政府副秘书长（兼）、市信访局局长。",
            {"concurrently_appointed 王明 市政府副秘书长", "appointed 王明 市信访局局长"},
        ),
        (
            "王明同志任市水利局局长，兼市信访局局长、市档案局局长。",
            {
                "appointed 王明 市水利局局长",
                "concurrently_appointed 王明 市信访局局长",
                "concurrently_appointed 王明 市档案局局长",
            },
        ),
        ("因年龄原因，免去王明同志市水利局局长职务。", {"removed 王明 市水利局局长"}),
        ("因工作需要，有关人员由各单位自行聘任。", set()),
        ("任命的人员要尽快到岗。", set()),
        ("试用期满考核合格后正式任职。", set()),
        ("拟任命王明为市财政局局长。", set()),
        ("特此通知。", set()),
    ],
)
def test_a_personnel_clause(sentence: str, facts: set[str]) -> None:
    assert read("appointment", sentence) == facts


GROUP = "青溪市防汛抗旱指挥部"


@pytest.mark.parametrize(
    ("body", "facts"),
    [
        ("总指挥：王明　市长", {f"member {GROUP} 王明 总指挥 市长"}),
        ("成员：王明（市水利局局长）", {f"member {GROUP} 王明 成员 市水利局局长"}),
        (
            "指挥部由王明任总指挥，李强任副总指挥。",
            {f"member {GROUP} 王明 总指挥", f"member {GROUP} 李强 副总指挥"},
        ),
        ("指挥部办公室设在市水利局。", {f"office {GROUP} 市水利局"}),
        (
            "指挥部办公室设在市水利局，王明兼任办公室主任。",
            {f"office {GROUP} 市水利局", f"office_director {GROUP} 王明"},
        ),
        ("指挥部下设办公室，办公地点设在市水利局。", {f"office {GROUP} 市水利局"}),
        (
            "指挥部办公室主任由市水利局局长兼任。",
            {f"member_role {GROUP} 主任 市水利局局长 办公室"},
        ),
        ("秘书：王明（市水利局科长）", {f"member {GROUP} 王明 秘书 市水利局科长"}),
        ("指挥部由市水利局主要负责同志担任召集人。", {f"member_org {GROUP} 市水利局 召集人"}),
        ("秘书处要做好会议记录。", set()),
        ("由市政府分管领导任总指挥。", {f"member_role {GROUP} 总指挥 市政府分管领导"}),
        ("各县（市、区）要成立相应指挥部。", set()),
        ("指挥部成员要按时参加会议。", set()),
        ("办公室要加强协调。", set()),
    ],
)
def test_a_groups_clause(body: str, facts: set[str]) -> None:
    assert read("group", f"经研究，决定成立{GROUP}。", body) == facts


@pytest.mark.parametrize(
    ("head", "facts"),
    [
        ("副市长　向前：", {"post 向前 副市长", "supervises 向前 市商务局"}),
        ("副 市 长　王明：", {"post 王明 副市长", "supervises 王明 市商务局"}),
        ("后勤保障：", set()),
        ("副市长任务：", set()),
    ],
)
def test_a_leaders_heading(head: str, facts: set[str]) -> None:
    assert read("division", f"{head}分管市商务局。") == facts


@pytest.mark.parametrize(
    ("body", "facts"),
    [
        (
            "一、加强监管。（市水利局牵头，市林业局配合，各县（区）人民政府负责落实）",
            {"task 加强监管 市水利局 市林业局、各县（区）人民政府 lead"},
        ),
        ("一、修路\n新修道路三条。\n责任单位：市水利局", {"task 修路 市水利局 sole"}),
        (
            "一、修路\n新修道路三条。\n责任单位：市水利局\n新修桥梁三座。\n责任单位：市林业局",
            {"task 新修道路三条 市水利局 sole", "task 新修桥梁三座 市林业局 sole"},
        ),
        (
            "一、修路\n责任领导：王明\n责任单位：市水利局",
            {"task 修路 市水利局 sole"},
        ),
        ("一、修路\n责任领导：王明", set()),
    ],
)
def test_a_task(body: str, facts: set[str]) -> None:
    assert read("plan", body, compared=WORK) == facts


@pytest.mark.parametrize(
    ("sentence", "facts"),
    [
        ("请将情况报送市财政局（联系人：王明，电话：8000000）。", {"contact 王明 市财政局"}),
        ("联系人：王明，13900000000", {"contact 王明"}),
        ("联系电话：8000000", set()),
        ("联系人制度要落实。", set()),
    ],
)
def test_a_contacts_clause(sentence: str, facts: set[str]) -> None:
    assert read("plan", sentence) == facts


@pytest.mark.parametrize("aside", ["，男，", "，女，", "（女）", "，男，汉族，"])
def test_what_is_said_of_a_leader_beside_his_name_is_no_part_of_it(aside: str) -> None:
    assert read("division", f"李强{aside}副市长，分管市教育局。") == {
        "post 李强 副市长",
        "supervises 李强 市教育局",
    }


def test_a_post_held_besides_in_a_table_is_concurrent() -> None:
    rows = ("姓名\t任职\t免职", "王明\t市教育局局长\t市水利局局长", "李强\t（兼）市审计局局长\t—")
    assert read("appointment", *rows) == {
        "appointed 王明 市教育局局长",
        "removed 王明 市水利局局长",
        "concurrently_appointed 李强 市审计局局长",
    }


@pytest.mark.parametrize(
    ("behind", "support"),
    [
        ("市公安局配合", "市公安局"),
        ("市公安局配合，市税务局落实", "市公安局、市税务局"),
        ("市公安局配合，市税务局落实；市审计局参与", "市公安局、市税务局、市审计局"),
        ("市公安局、市税务局按职责分工负责", "市公安局、市税务局"),
    ],
)
def test_none_of_those_who_stand_beside_is_lost(behind: str, support: str) -> None:
    (task,) = [
        fact
        for fact in parse(
            "青溪市人民政府关于做好有关工作的通知\n" + f"建设市场。（市商务局牵头，{behind}）"
        )
        if isinstance(fact, Task)
    ]
    assert (task.lead, "、".join(task.support)) == (("市商务局",), support)


@pytest.mark.parametrize(
    "line", ["（市商务局、某某负责）", "（市商务局负责，某某配合）", "（有关人员负责）"]
)
def test_a_bracket_that_gives_work_to_no_agency_is_no_task(line: str) -> None:
    assert read("plan", f"建设市场。{line}") == set()


@pytest.mark.parametrize(
    ("line", "facts"),
    [
        ("王明同志，分管市教育局。", {"supervises 王明 市教育局"}),
        (
            "王明：市长（挂职），分管市教育局。",
            {"post 王明 市长（挂职）", "supervises 王明 市教育局"},
        ),
        (
            "王明 同志 副市长 分管市教育局。",
            {"post 王明 副市长", "supervises 王明 市教育局"},
        ),
        (
            "仝一：（副市长、党组成员）分管市教育局。",
            {"post 仝一 副市长", "post 仝一 党组成员", "supervises 仝一 市教育局"},
        ),
        ("仝一：（见附件）某些文字。", set()),
        ("李强：略。", set()),
        ("李强 副市长 有关情况说明如下", set()),
    ],
)
def test_a_heading_is_a_name_with_what_tells_it(line: str, facts: set[str]) -> None:
    assert read("division", line) == facts


@pytest.mark.parametrize(
    ("lines", "text", "mode"),
    [
        (("一、市场", "（市商务局负责落实）"), "市场", "sole"),
        (("1．建设市场（市商务局按职责分工负责）",), "建设市场", "jointly"),
        (("一、市场", "责任单位：市商务局、市教育局"), "市场", "jointly"),
        (("一、市场", "牵头单位：市商务局"), "市场", "lead"),
    ],
)
def test_a_task_has_the_text_of_its_heading_or_clause(
    lines: tuple[str, ...], text: str, mode: str
) -> None:
    head = "青溪市人民政府关于做好有关工作的通知\n青府发〔2020〕1号\n各有关单位：\n"
    (task,) = [fact for fact in parse(head + "\n".join(lines)) if isinstance(fact, Task)]
    assert (task.text, task.mode) == (text, mode)
