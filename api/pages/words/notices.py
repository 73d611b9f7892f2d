"""Words of notices."""

from __future__ import annotations

from registry.model.answers import Words

WORDS = {
    "notices_title": Words("读过的公文", "The notices that were read"),
    "notices_lead": Words(
        "每个回答都以这些公文为据。点开可看每一条事实出自哪一句。",
        "Every answer rests on these. Open one to see which sentence states which fact.",
    ),
    "upload": Words("读入公文", "Hand in notices"),
    "upload_files": Words("文件", "Files"),
    "upload_submit": Words("读入", "Read them"),
    "upload_progress": Words("读入进度", "Progress"),
    "upload_hint": Words(
        "文本、网页、PDF、DOCX，一次最多二十个，合计不超过 {size}；同一份公文只算一次。",
        "Text, HTML, PDF or DOCX: at most twenty at a time, together not over {size};"
        " a notice counts once.",
    ),
    "upload_large": Words("没有读入：超过 {size}", "not read: it is over {size}"),
    "upload_sign_in": Words("登录后可以读入公文", "Sign in to hand in notices"),
    "upload_failed": Words("没有读入", "not read"),
    "reading": Words("正在读…", "being read…"),
    "uploaded_title": Words("读入的结果", "What was read"),
    "upload_new": Words("新公文", "new"),
    "upload_known": Words("已有", "known already"),
    "not_taken": Words("没有读入", "not taken"),
    "notice_date": Words("日期", "Date"),
    "notice_title": Words("标题", "Title"),
    "notice_kind": Words("种类", "Kind"),
    "notice_facts": Words("事实", "Facts"),
    "notice_unparsed": Words("未读懂", "Not understood"),
    "notice_issuer": Words("发文", "Issued by"),
    "notice_effective": Words("施行", "In force from"),
    "notice_text": Words("公文全文", "The text"),
    "notice_clauses": Words("公文的条款", "Its clauses"),
    "no_text": Words(
        "这份公文只存了事实，没有存原文；下面按顺序列出它的条款。",
        "Of this notice the facts are kept and not the text; its clauses follow in their order.",
    ),
    "text_hint": Words(
        "划线处是事实的出处，点开看读成了什么；虚线处看着像事实，但没有读懂。",
        "What is underlined states facts: open it to see which. What is dashed looks like a fact"
        " and was not understood.",
    ),
    "what_facts": Words("读出的事实", "Facts read"),
    "dateless": Words("未写明日期", "no date"),
}
