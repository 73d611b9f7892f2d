"""Words of the page on all governments, and of looking at what was known once."""

from __future__ import annotations

from registry.model.answers import Words

WORDS = {
    "start_title": Words("谁分管，谁代行", "Who covers, and who acts"),
    "start_lead": Words(
        "这里登记了几个政府的分工。问一句，或者先选一个政府。",
        "The work of several governments is recorded here. Ask, or choose one first.",
    ),
    "start_week": Words(
        "{period}，有待处理事项的在前。", "{period}; those with something open come first."
    ),
    "governments": Words("政府", "Governments"),
    "all_governments": Words("全部政府", "All governments"),
    "other_government": Words("换一个政府", "Another government"),
    "part_of_name": Words("名称中的几个字", "Part of the name"),
    "find": Words("查找", "Find"),
    "and_more": Words("还有{n}项", "and {n} more"),
    "leaders_many": Words("领导", "Leaders"),
    "notices_many": Words("公文", "Notices"),
    "newest_notice": Words("最新公文", "Newest"),
    "names_left": Words("还有{n}个，请输入名称中的几个字。", "{n} more: type a part of the name."),
    "no_such_government": Words("没有这样的政府", "No government is called like that"),
    "government_kind": Words("政府", "government"),
    "other_day": Words("换个日期", "Another day"),
    "known_on": Words("按哪天所知", "As known on"),
    "known_then": Words("按当时所知", "As known then"),
    "known_hint": Words(
        "只算登记簿到那天为止已有的记录；留空为现在。",
        "Only what the registry held by the end of that day counts; left empty, all that it holds now.",
    ),
    "then_note": Words(
        "这是登记簿在{moment}所知的情况，之后登记的都不算。",
        "This is what the registry knew on {moment}; nothing recorded since counts.",
    ),
    "then_always": Words(
        "这里只有公文，没有登记的时间，视为一直知道；所以和现在所知相同。",
        "There are plain notices here, which do not tell when they were recorded and count as"
        " known always; so nothing differs from now.",
    ),
    "then_now": Words("看现在所知", "See what is known now"),
}
