"""Words of absences and of recording them."""

from __future__ import annotations

from registry.model.answers import Words

WORDS = {
    "absences_title": Words("谁外出", "Who is away"),
    "absences_private": Words(
        "外出情况只给有权限的人看：登录后在这里查看和登记。公开的页面只说谁负责、谁代行。",
        "Who is away is for those who may know it: sign in to see and record it here. Public pages"
        " tell who covers and who acts, no more.",
    ),
    "absences_no_journal": Words(
        "这里没有数据库。先把公文读入一个数据库，再用它启动：",
        "There is no database here. Load notices into one first, and serve that:",
    ),
    "month": Words("月份", "Month"),
    "month_before": Words("上一月", "Month before"),
    "month_after": Words("下一月", "Month after"),
    "absences_listed": Words("已登记", "Recorded"),
    "absences_none": Words("没有登记", "Nothing is recorded"),
    "private_reason": Words("事由（不公开）", "Reason (private)"),
    "entered_by": Words("录入", "Entered by"),
    "withdraw": Words("撤回", "Withdraw"),
    "withdraw_because": Words(
        "撤回{person}这一条的理由", "Why the absence of {person} is withdrawn"
    ),
    "because": Words("理由", "Why"),
    "absence_add": Words("登记外出", "Record an absence"),
    "half": Words("半天", "Half day"),
    "whole_days": Words("整天", "whole days"),
    "morning": Words("第一天上午", "morning of the first day"),
    "afternoon": Words("第一天下午", "afternoon of the first day"),
    "check_first": Words("先看规则怎么说", "See what the rules say"),
    "check_title": Words("登记之前", "Before it is recorded"),
    "refused": Words("不能登记：", "It cannot be recorded:"),
    "rules_warn": Words("规则提醒", "What the rules have to say"),
    "rules_silent": Words("规则没有意见", "The rules have nothing against it"),
    "approval_needed": Words(
        "规则原则上不允许；经批准可以登记。",
        "A rule is in principle against it; with approval it can be recorded.",
    ),
    "approve_by": Words("批准人", "Approved by"),
    "record_it": Words("登记", "Record it"),
    "back": Words("返回", "Back"),
    "import": Words("从文件导入", "Import a file"),
    "import_hint": Words(
        "CSV（列：姓名,起,止,类别）或日历 .ics（标题如“蓝启程 出差”，或以姓名开头并写明类别）。"
        "先核对，再登记；有一行不对，整个文件都不登记。",
        "CSV (columns person,start,end,kind) or a calendar .ics (the title begins with the name; the"
        " category, or the word after the name, is the kind). It is checked first; if a line is at"
        " fault, none is recorded.",
    ),
    "file": Words("文件", "File"),
    "import_new": Words("新增", "New"),
    "import_known": Words("已登记过", "Recorded already"),
    "import_nothing": Words("没有新的外出", "Nothing in it is new"),
    "import_passed_over": Words("略过的日程（行号）", "Events passed over, by line"),
    "import_record": Words("全部登记", "Record them all"),
    "import_taken_back": Words("撤回", "Taken back"),
}
