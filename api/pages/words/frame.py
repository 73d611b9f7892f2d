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
    "search_hint": Words("例如：下周谁管商务？张良华出差", "who covers commerce next week?"),
    "suggestions": Words("建议", "Suggestions"),
    "footer": Words(
        "只说公文、规则和已记录的决定写明的人；没有写的，就说没有写。",
        "It names only those whom a notice, a rule or a recorded decision names;"
        " where these are silent, it says so.",
    ),
    "comma": Words("、", ", "),
    "colon": Words("：", ": "),
    "stop": Words("。", ". "),
    "in_place": Words("在公文中的位置", "Where it stands in the notice"),
    "in_clauses": Words(
        "前后的条款（此处未存原文）", "The clauses beside it (the text is not kept here)"
    ),
    "read_notice": Words("看公文", "Read the notice"),
    "error_title": Words("这一页没有做成", "This page could not be made"),
    "error_detail": Words("程序的说明（英文）", "What the registry says"),
    "wrong_parameter": Words(
        "地址里缺少或写错了：{names}", "Missing or malformed in the address: {names}"
    ),
    "error_near": Words("是不是要找", "Did you mean"),
    "error_home": Words("回到本周", "Back to this week"),
    "nothing_known": Words("这里还没有公文", "No notice is known here"),
    "unknown_name": Words("没有公文写到这个名字", "No notice holds that name"),
    "choose_government": Words("请先选一个政府", "Choose a government first"),
    "several_fit": Words("不止一个符合，请选一个", "Several fit: choose one"),
    "bad_period": Words("日期读不懂", "The day or period cannot be read"),
    "needs_key": Words("这一步需要先登录", "This needs signing in first"),
    "bad_key": Words("密钥不对或已失效", "The key does not hold"),
    "no_scope": Words("登录的密钥没有这项权限", "The key signed in with may not do this"),
    "no_journal": Words("这里没有数据库，不能记录", "There is no database here to record in"),
    "against_rule": Words("规则不允许", "A rule is against it"),
    "already_recorded": Words("已经记录过了", "It is recorded already"),
    "bad_record": Words("不能这样记录", "It cannot be recorded like this"),
    "unreadable_source": Words("文件读不懂", "The file cannot be read"),
    "conflict": Words(
        "别人刚刚也在记录，请再试一次", "Somebody else recorded meanwhile: try again"
    ),
    "cross_site": Words("别的网站的页面不能替您提交", "A page of another site cannot send this"),
    "sign_in": Words("登录", "Sign in"),
    "sign_out": Words("退出", "Sign out"),
    "key": Words("密钥", "Key"),
    "sign_in_lead": Words(
        "查看不用登录。记录外出、读入公文要用密钥登录；密钥由管理本服务的人发给。",
        "Reading needs no key. To record absences or load notices, sign in with a key from"
        " whoever runs this service.",
    ),
    "make_key": Words("在服务器上生成一把：", "On the server, one is made with:"),
    "too_large": Words("送来的太大，没有读", "What was sent is too large, and was not read"),
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
