"""The reading pages tell what the use cases answer."""

from __future__ import annotations

from datetime import date

import pytest

from tests.pages.conftest import Client, shipped_on
from tests.pages.page import get, links, words

AWAY = "away=张良华@2019-09-03/2019-09-05"
BOTH = f"/?week=2019-09-02&{AWAY}&away=熊皓@2019-09-04"


def test_the_week_shows_what_is_open_before_all_else(client: Client) -> None:
    page = get(client, BOTH)
    headings = [" ".join(h.text_content().split()) for h in page.iter("h2")]
    assert headings == ["待处理 3", "逐日安排", "谁分管什么"]
    first = page.xpath("//ul[@class='gaps']/li")[0].text_content()
    assert "待协调" in first
    assert "张维汉" in first


def test_what_is_open_for_half_a_day_is_said_with_that_half(client: Client) -> None:
    page = get(client, "/?week=2019-09-02&away=张良华@2019-09-03&away=熊皓@2019-09-03/pm")
    assert "2019年9月3日 周二 下午" in words(page)


def test_the_week_says_who_acts_on_each_run_of_days(client: Client) -> None:
    page = get(client, BOTH)
    (row,) = page.xpath("//tr[th//a='张良华']")
    said = [(td.get("data-label"), td.get("colspan"), td.text_content()) for td in row.iter("td")]
    assert said == [
        ("周一", "1", "在岗"),
        ("周二", "1", "不在，熊皓代"),
        ("周三", "1", "不在，待协调"),
        ("周四", "1", "不在，熊皓代"),
        ("周五至周日", "3", "在岗"),
    ]


def test_what_is_supposed_goes_along_to_the_answers(client: Client) -> None:
    (href,) = get(client, BOTH).xpath("//a[text()='商务']/@href")
    assert "熊皓" in words(get(client, href))
    assert get(client, href).xpath("//section[@class='piece gap']")


def test_this_week_is_this_week_while_notices_are_fresh(client: Client) -> None:
    page = get(client, "/")
    assert "2019年9月2日至8日" in words(page)
    assert "最新的公文" not in words(page)


def test_long_after_the_newest_notice_its_week_is_offered(later: Client) -> None:
    page = get(later, "/")
    assert "2026年11月23日至29日" in words(page)
    assert "手头最新的公文是2019年9月的" in words(page)
    (href,) = page.xpath("//p[@class='notice-line']/a/@href")
    assert "2019年9月" in words(get(later, href))


def test_a_week_before_the_first_division_says_so(client: Client) -> None:
    assert "还没有分工通知" in words(get(client, "/?week=2019-07-01"))


@pytest.mark.parametrize(
    ("lang", "question", "who", "step"),
    [
        ("zh", "下周谁管商务？张良华出差", "熊皓", "熊皓是张良华的B角"),
        ("en", "who covers commerce next week? 张良华 is away", "熊皓", "熊皓 is the backup (B)"),
    ],
)
def test_a_question_in_words_is_answered_with_its_steps(
    client: Client, lang: str, question: str, who: str, step: str
) -> None:
    page = get(client, f"/answer?q={question}", lang)
    (large,) = page.xpath("//p[@class='who']")
    assert large.text_content().strip() == who
    assert step in words(page)
    assert "熊皓与张良华互为AB角" in words(page)


def test_a_clause_stands_between_its_neighbours(client: Client, examples: Client) -> None:
    beside = get(client, "/answer?subject=商务&on=2019-09-04")
    assert beside.xpath("//p[@class='neighbours']/mark[contains(., '负责教育')]")
    text = get(examples, "/answer?subject=商务&on=2024-06-05").xpath("//p[@class='original']")[0]
    assert text.xpath("mark[contains(., '商务')]")
    assert len(text.text_content()) > len(text.xpath("mark")[0].text_content()) + 20


def test_a_name_alone_leads_to_its_page(client: Client) -> None:
    for typed, path in (("张良华", "/people"), ("商务", "/answer"), ("commerce", "/answer")):
        response = client.get("/answer", params={"q": typed}, follow_redirects=False)
        assert response.status_code == 303
        assert response.headers["location"].startswith(path)


def test_a_question_not_understood_is_said_with_examples(client: Client) -> None:
    page = get(client, "/answer?q=天气怎么样")
    assert "没有读懂" in words(page)
    examples = [h for h in links(page) if h.startswith("/answer?q=")]
    assert len(examples) >= 3
    assert all(client.get(href).status_code == 200 for href in examples)


def test_somebody_supposed_away_by_the_form_is_in_the_address_after(client: Client) -> None:
    asked = {"subject": "商务", "from": "2019-09-02", "to": "2019-09-08", "who": "张良华"}
    response = client.get("/answer", params=asked, follow_redirects=False)
    assert "away=" in response.headers["location"]
    assert "熊皓" in words(get(client, response.headers["location"]))


def test_a_name_not_known_offers_the_nearest(client: Client) -> None:
    page = get(client, "/answer?subject=张良", status=404)
    assert "没有公文写到这个名字" in words(page)
    (href,) = page.xpath("//a[text()='张良华']/@href")
    assert client.get(href).status_code == 200


def test_a_person_shows_portfolio_pair_groups_and_what_is_not_told(client: Client) -> None:
    said = words(get(client, "/people?name=张良华&on=2019-09-20"))
    for part in ("市商务局", "互为AB角 熊皓", "组长 景德镇市儿童青少年近视综合防控工作领导小组"):
        assert part in said
    assert "任职公文未见" in said


def test_an_agency_is_found_by_its_short_name(client: Client) -> None:
    page = get(client, "/agencies?name=市卫健委")
    assert page.xpath("//h1")[0].text_content() == "市卫生健康委员会"
    (large,) = page.xpath("//p[@class='who']")
    assert large.text_content().strip() == "熊皓"


def test_a_group_shows_its_head_seats_and_what_is_wrong_with_it(client: Client) -> None:
    page = get(client, "/groups?name=公共场所&on=2019-09-20")
    (large,) = page.xpath("//p[@class='who']")
    assert large.text_content().strip() == "何军威"
    assert len(page.xpath("//tbody/tr")) > 25
    assert "市反恐办" in words(page)


def test_every_fact_of_a_notice_is_marked_in_its_text(examples: Client) -> None:
    listing = get(examples, "/notices")
    rows = listing.xpath("//tbody/tr")
    assert len(rows) == 3
    page = get(examples, "/notices?name=云政发〔2024〕12号")
    paper = page.xpath("//div[@class='paper']")[0]
    assert len(paper.xpath("details")) > 20
    (pair,) = [d for d in paper.xpath("details") if "互为AB角" in d.xpath("summary")[0].text]
    assert "蓝启程" in pair.xpath("div")[0].text_content()


def test_the_chart_of_a_day_and_its_account_are_on_the_page(client: Client) -> None:
    page = get(client, "/government?on=2019-09-04")
    (svg,) = page.xpath("//*[local-name()='svg']")
    assert "张良华" in svg.text_content()
    (account,) = page.xpath("//p[@class='account']")
    assert "熊皓–张良华" in account.text_content()
    assert [a.text_content() for a in page.xpath("//nav[@class='track']//a[@aria-current]")] == [
        "2019年9月3日"
    ]


def test_two_days_compared_show_both_clauses(client: Client) -> None:
    page = get(client, "/government?on=2019-09-10&since=2019-08-01")
    assert "新增" in words(page)
    assert "没有2019-08-28以前的分工通知" in words(page)
    refused = get(client, "/government?on=2019-08-01&since=2019-09-10", status=400)
    assert refused.xpath("string(//h1)") == "日期读不懂"


def test_findings_are_counted_and_chosen_by_severity(client: Client) -> None:
    page = get(client, "/findings?severity=error")
    kinds = {li.get("class") for li in page.xpath("//ul[@class='findings']/li")}
    assert kinds == {"error"}


def test_a_rule_is_a_sentence_beside_its_source(client: Client) -> None:
    page = get(client, "/rules")
    row = page.get_element_by_id("jingdezhen-2019-b-acts")
    sentence, source = row.xpath("td")
    assert "由B角代行" in sentence.text_content()
    assert "代行相关工作职责" in source.text_content()


def test_names_and_questions_are_suggested(client: Client) -> None:
    found = client.get("/suggest", params={"q": "商务"}).json()
    assert found[0]["text"] == "商务"
    assert "下周谁管商务？张良华出差" in [one["text"] for one in found]
    english = client.get("/suggest", params={"q": "comm", "lang": "en"}).json()
    client.cookies.clear()
    assert any(one["text"] == "商务" for one in english)
    for one in found:
        address = one.get("href") or "/answer"
        assert client.get(address, params=None if "href" in one else {"q": one["text"]}).is_success


def test_what_has_no_page_is_no_link(client: Client) -> None:
    role = "市政府分管领导"
    page = get(client, "/government?on=2019-09-20&since=2019-08-29")
    assert role in words(page)
    assert role in page.xpath("string(//*[local-name()='svg'])")
    led = {href for href in links(page) if not href.startswith(("/static", "/v1/"))}
    assert not [href for href in led if role in href]
    wrong = [href for href in sorted(led) if client.get(href.partition("#")[0]).status_code != 200]
    assert not wrong
    for notice in ("景府办字〔2019〕58号", "景府字〔2019〕33号"):
        page = get(client, f"/notices?name={notice}")
        things = [
            href for href in links(page) if href.startswith(("/people", "/agencies", "/groups"))
        ]
        assert things
        assert all(client.get(href).status_code == 200 for href in sorted(things)[::3])


def test_what_is_not_there_today_is_shown_as_of_a_day_on_which_it_is(client: Client) -> None:
    day = date(2019, 9, 4)
    history = shipped_on(day).history()
    today = set(history.at(day).names("agency"))
    other = next(name for name in history.states()[-1].names("agency") if name not in today)
    assert other in words(get(client, f"/agencies?name={other}"))
    assert "截至2019年9月17日" in words(get(client, f"/agencies?name={other}"))
    get(client, f"/agencies?name={other}&on={day}", status=404)
