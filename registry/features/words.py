"""The words of the features and what they stand for."""

from __future__ import annotations

from registry.model.records import Step

NOBODY = "无"

KINDS = {
    "外出": "away",
    "在本市养病": "ill",
    "休假": "leave",
    "学习": "training",
    "出差": "travel",
    "开会": "meeting",
    "接待": "reception",
    "工作繁忙": "overload",
    "工作冲突": "clash",
}
"""Kinds of absence."""

FLAGS = {
    "没有B角": "no_pair",
    "仅有联系": "liaison_only",
    "协调人也不在": "coordinator_away",
    "查不到协调人": "coordinator_unknown",
    "规则未说小组职务": "rule_silent_on_group_seats",
    "规则未说职务本身": "rule_silent_on_posts",
    "规则未说这种缺席": "trigger_not_covered",
    "未规定AB角都不在": "no_rule_for_both_away",
    "已离任": "left_office",
    "依法代理": "acting_by_statute",
    "主持工作": "temporary_charge",
    "须由人大常委会决定": "statutory_acting",
    "不在AB角之内": "outside_scheme",
    "不由B角代行": "scope_excluded",
    "部分事项不由B角代行": "matters_excluded",
    "部分事项已指定": "assigned_in_part",
    "由几人分别代管": "split_by_matter",
    "代管的人不在": "share_without_taker",
    "限紧急事项": "urgent_only",
    "限所列事项": "activities_only",
    "超过期限": "over_maximum",
    "不得同时外出": "both_away_forbidden",
    "同时外出未经批准": "both_away_unapproved",
    "没有告知": "not_told",
    "告知太晚": "no_lead_time",
    "没有交接": "handover_missing",
    "B角没有接受": "handover_not_accepted",
    "AB角早于分工": "pair_outdated",
}
"""Flags of a cover."""

STEPS: dict[str, Step] = {
    "告知B角": "told_backup",
    "告知办公室": "told_office",
    "交接工作": "handed_over",
    "接受交接": "accepted",
    "交回工作": "reported_back",
}
"""What is done about an absence."""

FACTS = {
    "公文": "document",
    "职务": "post",
    "负责": "responsible",
    "协助负责": "assists",
    "兼管领域": "also_responsible",
    "分管": "supervises",
    "协助分管": "assists_supervising",
    "兼管单位": "also_supervises",
    "联系": "liaises",
    "协助联系": "assists_liaising",
    "不再分管": "released",
    "互为AB角": "ab_pair",
    "单向B角": "backup",
    "任职": "appointed",
    "兼任": "concurrently_appointed",
    "免职": "removed",
    "退休": "retired",
    "自然免除": "post_abolished",
    "小组": "group",
    "组成人员": "member",
    "成员单位": "member_org",
    "只写职务的席位": "member_role",
    "办公室": "office",
    "办公室主任": "office_director",
    "看不懂": "unparsed",
}
"""Kinds of fact."""

KEYS = {
    "文号": "number",
    "日期": "date",
    "发文机关": "issuer",
    "人": "person",
    "领域": "area",
    "单位": "org",
    "别名": "alias",
    "头衔": "title",
    "职务": "post",
    "附注": "terms",
    "A角": "a",
    "B角": "b",
    "小组": "group",
    "角色": "role",
    "说法": "description",
    "条款": "clause",
}
"""Keys of a fact, as column heads."""
