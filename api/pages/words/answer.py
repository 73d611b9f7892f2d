"""Words of an answer."""

from __future__ import annotations

from registry.model.answers import Words

WORDS = {
    "answer_title": Words("谁负责{subject}", "Who covers {subject}"),
    "read_as": Words("读作", "Read as"),
    "steps": Words("逐步说明", "Step by step"),
    "of_it": Words("{relation}", "{relation} it"),
    "in_share": Words("分工", "Holder"),
    "also": Words("另有", "Also"),
    "choices": Words("可能指", "It may mean"),
    "ask_again": Words("换个条件", "Ask otherwise"),
    "subject": Words("领域、单位、人员或小组", "Area, agency, person or group"),
    "away_who": Words("谁不在", "Who is away"),
    "answer_submit": Words("回答", "Answer"),
    "person_kind": Words("人员", "person"),
    "area_kind": Words("领域", "area"),
    "agency_kind": Words("单位", "agency"),
    "group_kind": Words("领导小组", "leading group"),
    "question_kind": Words("提问", "question"),
    "ask_now": Words("本周谁管{name}？", "who covers {name} this week?"),
    "ask_next": Words("下周谁管{name}？", "who covers {name} next week?"),
    "ask_holds": Words("{name}分管什么？", "what does {name} hold?"),
    "ask_next_away": Words(
        "下周谁管{name}？{holder}出差", "who covers {name} next week? {holder} is away"
    ),
    "ask_away": Words("如果{name}不在，谁代？", "who acts for {name} if {name} is away?"),
    "today": Words("今天", "Today"),
    "other_times": Words("换个时间", "Other times"),
    "add_away": Words("假设某人不在", "Suppose somebody away"),
    "take_along": Words("带走", "Take it along"),
    "this_week": Words("本周", "This week"),
    "next_week": Words("下周", "Next week"),
    "certificate": Words("签名证书", "Signed certificate"),
    "calendar": Words("日历订阅", "Calendar feed"),
    "as_json": Words("数据（JSON）", "Data (JSON)"),
    "not_understood": Words("没有读懂这个问题", "The question is not understood"),
    "not_understood_part": Words("没有读懂的部分", "The part not understood"),
    "ask_like": Words("可以这样问", "Ask like this"),
    "since_title": Words("从什么时候起", "Since when"),
    "supposed_other": Words(
        "问句说是{name}，但答案中不是。", "The question takes it to be {name}; the answer does not."
    ),
    "unknown_year": Words("{year}年的节假日安排未知", "The holidays of {year} are not known"),
}
