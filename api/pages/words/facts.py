"""Words for the kinds of facts and of notices."""

from __future__ import annotations

from collections.abc import Mapping

from registry.model.answers import Words
from registry.model.facts import DocumentKind

FACTS: Mapping[str, Words] = {
    "document": Words("公文", "notice"),
    "post": Words("职务", "title"),
    "responsible": Words("负责", "responsible for"),
    "assists": Words("协助负责", "assists with"),
    "also_responsible": Words("兼管领域", "also responsible for"),
    "supervises": Words("分管", "supervises"),
    "assists_supervising": Words("协助分管", "assists in supervising"),
    "also_supervises": Words("兼管单位", "also supervises"),
    "liaises": Words("联系", "liaises with"),
    "assists_liaising": Words("协助联系", "assists in liaising"),
    "released": Words("不再分管", "no longer has"),
    "ab_pair": Words("互为AB角", "AB pair"),
    "backup": Words("B角", "backup"),
    "appointed": Words("任职", "appointed"),
    "concurrently_appointed": Words("兼任", "appointed as well"),
    "removed": Words("免职", "removed"),
    "retired": Words("退休", "retired"),
    "post_abolished": Words("职务自然免除", "post abolished"),
    "group": Words("领导小组", "group"),
    "subgroup": Words("下设", "sub-group"),
    "member": Words("成员", "member"),
    "member_org": Words("成员单位", "member agency"),
    "member_role": Words("按职务的成员", "member by role"),
    "office": Words("办公室设在", "office at"),
    "office_director": Words("办公室主任", "director of the office"),
    "task": Words("任务", "task"),
    "duty": Words("职责", "duty"),
    "indicator": Words("指标", "indicator"),
    "meeting": Words("会议", "meeting"),
    "contact": Words("联系人", "contact"),
    "unparsed": Words("未读懂", "not understood"),
}

DOCUMENTS: Mapping[DocumentKind, Words] = {
    "division": Words("分工", "division of labour"),
    "appointment": Words("任免", "appointments"),
    "group": Words("领导小组", "leading group"),
    "ab-system": Words("AB角制度", "AB system"),
    "plan": Words("方案及其他", "plan or other"),
    "report": Words("通报", "report"),
    "meeting": Words("会议", "meeting"),
}
