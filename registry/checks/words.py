"""How kinds and severities of findings are said in both languages."""

from __future__ import annotations

from registry.model.answers import Words
from registry.model.findings import FindingKind, Severity

KINDS: dict[FindingKind, Words] = {
    FindingKind.PAIR_AWAY: Words("A角、B角同时不在", "A and B away together"),
    FindingKind.COORDINATOR_AWAY: Words("协调人不在", "Coordinator away"),
    FindingKind.LEADER_WITHOUT_PAIR: Words("没有B角的领导", "Leaders without a backup"),
    FindingKind.PAIR_CONFLICT: Words("AB角相互矛盾", "Pairs that contradict each other"),
    FindingKind.PAIR_NOT_MUTUAL: Words("单向的AB角", "One-way pairs among mutual ones"),
    FindingKind.PAIR_MEMBER_LEFT: Words("AB角中有人已离任", "Pairs whose member has left"),
    FindingKind.AGENCY_UNDER_SEVERAL: Words("单位涉及多位领导", "Agencies with several leaders"),
    FindingKind.AGENCY_WITHOUT_LEADER: Words("单位无人分管", "Agencies under no leader"),
    FindingKind.AGENCY_UNRESOLVED: Words("简称无对应单位", "Short names that come to nothing"),
    FindingKind.AGENCY_AMBIGUOUS: Words("简称指代不明", "Names that may mean several agencies"),
    FindingKind.AGENCY_TWO_SPELLINGS: Words("单位名称写法不一", "Agencies written in two ways"),
    FindingKind.AREA_UNDER_SEVERAL: Words("领域涉及多位领导", "Areas with several leaders"),
    FindingKind.AREA_WITHOUT_AGENCY: Words("领域没有对应单位", "Areas without an agency"),
    FindingKind.AREA_AGENCY_APART: Words("领域与单位分属两人", "Areas apart from their agency"),
    FindingKind.SEAT_DUE: Words("席位应予调整", "Seats due for replacement"),
    FindingKind.HEAD_NOT_IN_CHARGE: Words("组长不是分管领导", "Heads who are not in charge"),
    FindingKind.OFFICE_TWO_SEATS: Words("办事机构设在两处", "Offices in two places"),
    FindingKind.GROUP_TWO_NAMES: Words("小组名称不一", "Groups with two names"),
    FindingKind.RANK_BELOW_REQUIRED: Words("成员不是主要负责人", "Members below the rank required"),
    FindingKind.PERSON_NOT_IN_ANNEX: Words("正文有名、名单无名", "Persons missing in the annex"),
    FindingKind.PERSON_NOT_IN_BODY: Words("名单有名、正文无名", "Persons missing in the body"),
    FindingKind.UNIT_NOT_IN_ANNEX: Words("成员单位在名单中无人", "Units missing in the annex"),
    FindingKind.UNIT_NOT_IN_BODY: Words("名单有成员单位以外的人", "Units missing in the body"),
    FindingKind.SEAT_CONTRADICTION: Words("同一人职责不一", "Roles that contradict each other"),
    FindingKind.TITLE_CONTRADICTION: Words("同一人职务不一", "Titles that contradict each other"),
    FindingKind.POST_TWO_HOLDERS: Words("一职两人", "Posts with two holders"),
    FindingKind.REPEAL_AMBIGUOUS: Words("不知废止哪一件", "Repeals that do not tell which notice"),
    FindingKind.UNPARSED: Words("未能读懂的条款", "Clauses not understood"),
}

SEVERITIES: dict[Severity, Words] = {
    Severity.ERROR: Words("错误", "error"),
    Severity.WARNING: Words("警告", "warning"),
    Severity.NOTE: Words("提示", "note"),
}
