"""What a notice leaves open: nobody is guessed for it, and it is not passed over in silence."""

from __future__ import annotations

import pytest

from registry.model.facts import Document, Unparsed
from registry.parsing.notice import parse
from tests.parsing.clauses.test_wordings import TITLES, read

FIRST = "王明：副市长。负责商务工作。"
HIS = {"post 王明 副市长", "responsible 王明 商务"}


def left_open(kind: str, *body: str) -> list[str]:
    """Return the clauses of a notice that are said to be not understood."""
    head = f"青溪市人民政府关于{TITLES[kind]}的通知\n青府发〔2020〕1号\n各有关单位：\n"
    return [fact.clause for fact in parse(head + "\n".join(body)) if isinstance(fact, Unparsed)]


@pytest.mark.parametrize(
    "heading",
    [
        "李党组成员、副市长：",
        "李　党组成员、副市长。",
        "李：党组成员、副市长。",
        "李副市长：",
        "二、李 党委委员：",
        "李××：党组成员、副市长。",
        "李同志：",
    ],
)
@pytest.mark.parametrize("before", [True, False])
def test_a_surname_alone_names_nobody(heading: str, before: bool) -> None:
    body = [*([FIRST] if before else []), f"{heading}分管市教育局。"]
    assert read("division", *body) == (HIS if before else set())
    assert len(left_open("division", *body)) == 1


def test_what_other_leaders_have_is_not_the_last_ones() -> None:
    body = [FIRST, "其他领导：分管市教育局。"]
    assert read("division", *body) == HIS
    assert len(left_open("division", *body)) == 1


def test_a_name_that_looks_like_a_title_is_one_all_the_same() -> None:
    told = read("division", FIRST, "党生副市长：分管市教育局。", "席书记，副市长：分管市水利局。")
    assert told == HIS | {
        "post 党生 副市长",
        "supervises 党生 市教育局",
        "post 席书记 副市长",
        "supervises 席书记 市水利局",
    }


@pytest.mark.parametrize(
    "sentence",
    [
        "免去王明、李强的市财政局局长、市水利局局长职务。",
        "免去王明、李强同志市教育局局长、党组书记职务。",
        "王明、李强不再担任市财政局局长、市水利局局长职务。",
        "任命王明、李强为市财政局局长、市水利局局长。",
    ],
)
def test_whose_of_several_posts_is_left_open(sentence: str) -> None:
    assert read("appointment", sentence) == set()
    assert left_open("appointment", sentence) == [sentence]


@pytest.mark.parametrize(
    ("sentence", "facts"),
    [
        (
            "免去王明、李强的市财政局副局长职务。",
            {"removed 王明 市财政局副局长", "removed 李强 市财政局副局长"},
        ),
        (
            "免去王明、李强的市财政局副局长职务，赵云的市水利局局长、党组书记职务。",
            {
                "removed 王明 市财政局副局长",
                "removed 李强 市财政局副局长",
                "removed 赵云 市水利局局长",
                "removed 赵云 市水利局党组书记",
            },
        ),
        (
            "免去王明的市财政局局长、李强的市水利局局长职务。",
            {"removed 王明 市财政局局长", "removed 李强 市水利局局长"},
        ),
        (
            "免去王明市财政局局长职务、李强市水利局局长职务。",
            {"removed 王明 市财政局局长", "removed 李强 市水利局局长"},
        ),
        (
            "免去王明、李强2名同志的市财政局副局长职务。",
            {"removed 王明 市财政局副局长", "removed 李强 市财政局副局长"},
        ),
        (
            "免去王明市财政局局长、李强市水利局局长职务。",
            {"removed 王明 市财政局局长", "removed 李强 市水利局局长"},
        ),
        (
            "任命王明、李强为市财政局副局长、党组成员。",
            {
                f"appointed {person} 市财政局{post}"
                for person in ("王明", "李强")
                for post in ("副局长", "党组成员")
            },
        ),
    ],
)
def test_several_people_have_what_is_surely_theirs(sentence: str, facts: set[str]) -> None:
    assert read("appointment", sentence) == facts
    assert left_open("appointment", sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "提名王明为市水利局局长人选。",
        "推荐王明同志为市商会会长候选人。",
        "王明为市供销社主任人选。",
        "建议王明同志为市供销社主任候选人。",
    ],
)
def test_who_is_proposed_has_no_post(sentence: str) -> None:
    assert read("appointment", sentence) == set()


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        ("appointment", "王明暂代市财政局局长职责。"),
        ("appointment", "由王明同志代行市财政局局长职务。"),
        ("appointment", "暂由王明暂代市财政局局长。"),
        ("division", f"{FIRST}代行市长职责。"),
        ("division", f"{FIRST}暂代市长职务。"),
        ("division", f"{FIRST}代理市政府办公室主任。"),
    ],
)
def test_duties_of_a_post_that_is_not_taken_up_are_no_post(kind: str, sentence: str) -> None:
    assert read(kind, sentence) == (HIS if kind == "division" else set())
    assert len(left_open(kind, sentence)) == 1


@pytest.mark.parametrize(
    "sentence",
    [
        "自2020年3月1日至2020年6月30日，由李强同志代管市教育局。",
        "李强同志休假期间（3月1日至20日），市教育局由赵云同志代管；其联系的市科协由赵云同志联系。",
        "由李强同志代管市教育局，为期三个月。",
        "由李强同志临时代管市教育局三个月。",
    ],
)
def test_a_cover_with_a_last_day_does_not_last(sentence: str) -> None:
    assert read("division", sentence) == set()
    assert left_open("division", sentence) == [sentence]


@pytest.mark.parametrize(
    "duty",
    [
        "2020年3月1日至5月31日期间，代管市教育局。",
        "代管市教育局（2020年3月1日至5月31日）。",
        "暂时分管市教育局至2020年5月31日。",
    ],
)
def test_a_cover_for_days_in_a_leaders_own_section_does_not_last(duty: str) -> None:
    body = f"{FIRST}{duty}"
    assert read("division", body) == HIS
    assert len(left_open("division", body)) == 1


def test_a_cover_until_somebody_is_back_is_told_with_its_fact() -> None:
    sentence = "李强同志学习期间，其分管的市教育局由赵云同志代管。"
    assert read("division", sentence) == {"also_supervises 赵云 市教育局"}
    assert left_open("division", sentence) == [sentence]


@pytest.mark.parametrize(
    "body",
    [
        ("一、自2020年6月1日起，由李强同志分管市教育局。", "二、由赵云同志分管市水利局。"),
        ("（一）自2020年6月1日起，由李强分管市教育局；（二）由赵云分管市水利局。",),
        (f"{FIRST}自2020年6月1日起，分管市教育局。", "李强：副市长。分管市水利局。"),
    ],
)
def test_a_start_day_of_one_clause_is_not_the_notices(body: tuple[str, ...]) -> None:
    head = f"青溪市人民政府关于{TITLES['division']}的通知\n青府发〔2020〕1号\n各有关单位：\n"
    document, *_ = parse(head + "\n".join(body) + "\n青溪市人民政府\n2020年5月8日\n")
    assert isinstance(document, Document)
    assert document.effective is None
    assert [clause for clause in left_open("division", *body) if "6月1日" in clause]


def test_a_removal_beside_a_proposal_is_not_lost() -> None:
    sentence = "提名李强为市商会会长候选人，免去其市教育局局长职务。"
    assert left_open("appointment", sentence) == [sentence]


@pytest.mark.parametrize(
    "row",
    [
        "钱进　县财政局副局长（兼）",
        "钱进　县财政局副局长；",
        "公安局副局长 谢军、气象局局长 邹平",
    ],
)
def test_a_row_under_a_decision_that_names_no_change_is_told(row: str) -> None:
    head = "青溪县人民政府\n关于钱进等同志职务任免的通知\n青政发〔2024〕5号\n\n"
    rest = [
        fact
        for fact in parse(
            f"{head}经研究，决定：\n{row}\n特此通知。\n青溪县人民政府\n2024年3月1日\n"
        )
        if not isinstance(fact, Document)
    ]
    assert [type(fact) for fact in rest] == [Unparsed]
    named = parse(f"{head}经研究，决定任命：\n钱进　县财政局副局长\n2024年3月1日\n")
    assert not any(isinstance(fact, Unparsed) for fact in named)


@pytest.mark.parametrize("label", ["成员", "成员由下列同志组成："])
def test_a_row_of_people_without_a_role_is_told(label: str) -> None:
    body = ("成立青溪市防汛抗旱指挥部。", label, "公安局副局长 谢军、气象局局长 邹平")
    assert left_open("group", *body) == ["公安局副局长谢军、气象局局长邹平"]
    assert not any(row.startswith("member") for row in read("group", *body))
