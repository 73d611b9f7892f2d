"""Words around every page."""

from __future__ import annotations

from registry.model.answers import Words

WORDS = {
    "site": Words("领导分工登记簿", "Leadership registry"),
    "skip": Words("跳到正文", "Skip to content"),
    "pages": Words("页面", "Pages"),
    "week_nav": Words("本周", "This week"),
    "government_nav": Words("政府", "Government"),
    "notices_nav": Words("公文", "Notices"),
    "absences_nav": Words("外出", "Absences"),
    "whatif_nav": Words("假如", "What if"),
    "findings_nav": Words("发现", "Findings"),
    "rules_nav": Words("规则", "Rules"),
    "language": Words("English", "中文"),
    "language_tag": Words("en", "zh-CN"),
    "search": Words("查一查", "Ask"),
    "search_label": Words(
        "问一句，或输入领域、单位、人名", "Ask, or name an area, an agency or a person"
    ),
    "search_hint": Words(
        "例如：下周谁管商务？张良华出差", "Such as: who covers commerce next week?"
    ),
    "suggestions": Words("建议", "Suggestions"),
    "footer": Words(
        "只说公文、规则和已记录的决定写明的人；没有写的，就说没有写。",
        "It names only those whom a notice, a rule or a recorded decision names;"
        " where these are silent, it says so.",
    ),
    "comma": Words("、", ", "),
    "colon": Words("：", ": "),
    "in_place": Words("在公文中的位置", "Where it stands in the notice"),
    "in_clauses": Words(
        "前后的条款（此处未存原文）", "The clauses beside it (the text is not kept here)"
    ),
    "read_notice": Words("看公文", "Read the notice"),
    "error_title": Words("这一页没有做成", "This page could not be made"),
    "error_detail": Words("程序的说明（英文）", "What the registry says"),
    "error_near": Words("是不是要找", "Did you mean"),
    "error_home": Words("回到本周", "Back to this week"),
    "unknown_name": Words("没有公文写到这个名字", "No notice holds that name"),
    "several_fit": Words("不止一个符合，请选一个", "Several fit: choose one"),
    "bad_period": Words("日期读不懂", "The day or period cannot be read"),
    "not_found": Words("没有这一页", "There is no such page"),
    "bad_input": Words("这个请求无法回答", "The request cannot be answered"),
    "unforeseen": Words("登记簿出了错", "The registry failed"),
    "day": Words("日期", "Day"),
    "show": Words("查看", "Show"),
    "from_day": Words("从", "From"),
    "to_day": Words("到", "To"),
    "rule": Words("规则", "rule"),
    "person": Words("人员", "Person"),
    "nobody": Words("未指定", "nobody named"),
    "close": Words("关闭", "Close"),
}
