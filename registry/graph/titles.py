"""Titles taken apart: 市财政局党组成员、副局长 is two offices of one agency."""

from __future__ import annotations

import re
from typing import NamedTuple

from registry.graph.governments import without_place

_RANK = re.compile(
    r"(?:党组|党委|党工委|党总支|党支部|机关党委|董事局|董事会|监事会)?(?:第一|常务|执行)?副?(?:[一二三四]级|正|高级)?"
    r"(?:秘书长|董事长|检察长|参谋长|指挥长|理事长|[支总大中]队长|"
    r"[局部处厅院校所队团县市区镇乡科股司省州站行社台馆会园旗盟]长|"
    r"主任委员|主任科员|主任|主席|书记|总经理|经理|调研员|巡视员|成员|委员|常委|政委|"
    r"总[^、总]{1,3}师|总监|负责人)$"
)
_HEADS_OF_GOVERNMENT = re.compile(r"副?[省市县区州旗盟镇乡]长$")
_PARTY_OR_GOVERNMENT = re.compile(r"(?:委|人民政府|政府)$")
_BEGINS_WITH_PLACE = re.compile(r"[省市县区州旗]|[\u4e00-\u9fff]{2,4}[省市县区州旗]")
_NOT_PRINCIPAL = re.compile(r"副|调研员|巡视员|成员|委员|常委|师$|总监|科员|负责人")
_ABOVE = re.compile(r"第一|常务|执行|副")


class Office(NamedTuple):
    """One office of a title: the organisation (empty: the government itself) and the rank."""

    org: str
    rank: str

    @property
    def ladder(self) -> str:
        """Return the rank without 副 and the like: 副局长 and 局长 stand on one ladder."""
        return _ABOVE.sub("", self.rank)

    @property
    def is_deputy(self) -> bool:
        """Say whether the rank is a deputy's."""
        return "副" in self.rank

    @property
    def is_principal(self) -> bool:
        """Say whether the rank is that of the organisation's head (主要负责人)."""
        return not _NOT_PRINCIPAL.search(self.rank)


def offices(title: str, government: str) -> tuple[Office, ...]:
    """Take a title apart; an office without an organisation is in that of the one before it.

    Behind an office of another government, an agency is one of that government's.

    >>> offices("市财政局党组成员、副局长", "甲市人民政府")
    (Office(org='市财政局', rank='党组成员'), Office(org='市财政局', rank='副局长'))
    >>> offices("乙县委常委、副县长", "甲市人民政府")
    (Office(org='乙县委', rank='常委'), Office(org='乙县', rank='副县长'))
    >>> offices("市委常委、副市长", "甲市人民政府")[1]
    Office(org='', rank='副市长')
    >>> offices("乙县副县长、公安局局长", "甲市人民政府")[1]
    Office(org='乙县公安局', rank='局长')
    """
    found: list[Office] = []
    before = ""
    elsewhere = ""
    for part in re.split("[、，,]", title):
        rank = _RANK.search(part)
        if rank is None:
            continue
        org = part[: rank.start()]
        if not org and _HEADS_OF_GOVERNMENT.match(rank[0]):
            org = _PARTY_OR_GOVERNMENT.sub("", before)
        elif org and elsewhere and not _BEGINS_WITH_PLACE.match(org):
            org = elsewhere + org
        org = org or before
        own = _own(org, government)
        if _HEADS_OF_GOVERNMENT.match(rank[0]):
            elsewhere = own
        found.append(Office(own, rank[0]))
        before = org
    return tuple(found)


def _own(org: str, government: str) -> str:
    """Return ``org``, empty where it is the government itself or its place."""
    bare = without_place(org, government)
    return "" if bare in {"政府", "人民政府"} or len(org) == 1 or org == government else org
