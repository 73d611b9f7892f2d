"""Words of a government's chart and of what changed."""

from __future__ import annotations

from registry.model.answers import Words

WORDS = {
    "government_title": Words("{day}的政府", "The government on {day}"),
    "changes_title": Words("{first}至{last}的变化", "What changed from {first} to {last}"),
    "timeline": Words("公文的日期", "The dates of the notices"),
    "slide": Words("拖动选择日期", "Slide to a date"),
    "compare": Words("与哪天比较", "Compare with"),
    "compare_not": Words("不比较", "Compare no more"),
    "chart": Words("图", "Chart"),
    "chart_keys": Words(
        "拖动平移，滚轮缩放；方向键平移，+ − 缩放，0 全图。点卡片标题收起或展开，点名字看详情。",
        "Drag to move, wheel to zoom; arrow keys move, + and − zoom, 0 shows all."
        " A card's head folds it; a name opens its details.",
    ),
    "chart_none": Words(
        "这一天没有生效的分工通知，画不出图。",
        "No division of labour is in force on this day, so there is nothing to draw.",
    ),
    "chart_missing": Words(
        "这台机器上没有画图的程序；下面是同样的内容。",
        "No program that draws is installed; the same follows in words.",
    ),
    "liaison_on": Words("显示联系单位", "Show liaison"),
    "liaison_off": Words("不显示联系单位", "Hide liaison"),
    "in_words": Words("图中的内容", "The same in words"),
    "filter": Words("在图中查找", "Find in the chart"),
    "filter_count": Words("处", "found"),
    "chart_files": Words("下载", "Download"),
    "details_of": Words("详情", "Details"),
    "open_page": Words("打开页面", "Open the page"),
    "changed_agency": Words("单位", "Agencies"),
    "changed_area": Words("领域", "Areas"),
    "changed_pair": Words("AB角", "AB pairs"),
    "changed_group": Words("领导小组", "Leading groups"),
    "changed_none": Words("没有变化", "Nothing changed"),
    "before": Words("之前", "Before"),
    "after": Words("之后", "After"),
    "due_pairs": Words("应重新配对", "Pairs due to be made anew"),
    "stale_seats": Words("应调整的小组职务", "Seats in groups due for replacement"),
}
