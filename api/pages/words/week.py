"""Words of the week."""

from __future__ import annotations

from registry.model.answers import Words

WORDS = {
    "week_title": Words("这一周谁在管", "Who covers the week"),
    "week_before": Words("上一周", "Week before"),
    "week_after": Words("下一周", "Week after"),
    "week_now": Words("本周", "This week"),
    "newest_old": Words(
        "手头最新的公文是{month}的，之后有无变动不得而知。",
        "The newest notices known are of {month}; what changed since is not known.",
    ),
    "newest_see": Words("看那一周", "See that week"),
    "open_title": Words("待处理", "Open"),
    "open_none": Words("这一周没有待处理的事项", "Nothing is open this week"),
    "coordinator": Words("协调人", "Coordinator"),
    "candidates": Words("可指定", "May be named"),
    "why": Words("依据", "Why"),
    "days_title": Words("逐日安排", "Day by day"),
    "leader": Words("领导", "Leader"),
    "all_week": Words("整周", "All week"),
    "covers_title": Words("谁分管什么", "Who covers what"),
    "basis": Words("依据", "By"),
    "presence_note": Words("“在岗”指没有记录他不在", "“present” means that no absence is recorded"),
    "supposed": Words("假设", "Supposed"),
    "supposed_note": Words(
        "以下把这些外出当作已定，没有记录：", "As if these were away; nothing is recorded:"
    ),
    "week_sheet": Words("打印一周去向表（PDF）", "Print the week's sheet (PDF)"),
    "no_week": Words("这一周还没有分工通知", "No division of labour is in force this week"),
}
