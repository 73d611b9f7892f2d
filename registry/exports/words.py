"""How the ties of the graph are said in both languages, and what organisations are classed as."""

from __future__ import annotations

from registry.graph.terms import Tenancy
from registry.model.answers import Words
from registry.resolve.words import RELATIONS

TIES: dict[str, Words] = {
    **{relation.value: words for relation, words in RELATIONS.items()},
    "post": Words("职务", "has the title"),
    "appointed": Words("任", "appointed as"),
    "concurrently_appointed": Words("兼任", "concurrently appointed as"),
    "ab_pair": Words("互为AB角", "forms an AB pair with"),
    "backup": Words("以其为B角", "is backed up by"),
    "member": Words("小组成员", "has a seat in"),
    "member_org": Words("成员单位", "has a seat for its head in"),
    "office": Words("办公室设在该单位", "houses the office of"),
    "office_director": Words("办公室主任", "directs the office of"),
    "subgroup": Words("下设", "has the sub-group"),
    "leads": Words("牵头", "leads"),
    "supports": Words("配合", "supports"),
    "has_duty": Words("职责", "has the duty"),
    "answers_for": Words("指标", "answers for"),
    "chairs": Words("主持", "chairs"),
}
"""Every relation of an edge."""

BACKUP = Words("B角", "backup (B)")
"""The role of one who acts for another by a pair."""

TENANCIES: dict[Tenancy, Words] = {
    Tenancy.HOLDS: Words("任职", "holds the post"),
    Tenancy.ACTING: Words("代理", "acts in the post by statute"),
    Tenancy.CHARGE: Words("主持工作", "has temporary charge"),
}

CLASSES: dict[str, Words] = {
    "government": Words("人民政府", "government"),
    "agency": Words("单位", "agency"),
    "group": Words("领导小组", "leading group"),
    "subgroup": Words("小组下设机构", "sub-group"),
}
"""What kind of organisation it is, as far as the notices tell."""
