"""Which agencies an area's words point to; by their characters alone, so only ever a hint."""

from __future__ import annotations

import re
from collections.abc import Sequence

from registry.graph.agencies import cores
from registry.graph.governments import without_place
from registry.resolve.subjects.shares import parts_of

_GENERAL = re.compile(
    r"全面|常务|日常|(?:政府|党组|行政).*工作$|党组$|党委$|党工委$|纪委$|纪工委$|纪检"
)
_MARKS = re.compile(r"[“”\"‘’「」《》\s]|方面|工作$")
_SAY_LITTLE = frozenset(
    "管理 建设 服务 安全 发展 改革 工作 事务 公共 行政 社会 政府 综合 重大 项目 中心 监督 "
    "委员 员会 办公 公室 事业 开发 保护 保障 组织 指导 协调 机关 单位 部门 资源 技术 产业 "
    "公司 集团 人民 国家 机构".split()
)
"""Pairs of characters that stand in the names of agencies of every kind."""


def is_general(area: str) -> bool:
    """Say whether ``area`` is the government's work as a whole, which has no one agency.

    >>> is_general("市政府常务工作"), is_general("商务")
    (True, False)
    """
    return _GENERAL.search(area) is not None


def related(area: str, agencies: Sequence[str], government: str) -> frozenset[str]:
    """Return those of ``agencies`` whose name answers to ``area``.

    It does where one's characters stand in the other in their order, or both share two
    neighbouring characters that say something; 财税 answers to two, 财政 and 税务, when
    both are there.

    >>> sorted(related("卫生健康", ["市卫生健康委员会", "市体育局"], "甲市人民政府"))
    ['市卫生健康委员会']
    >>> sorted(related("财税", ["市财政局", "市税务局", "市统计局"], "甲市人民政府"))
    ['市税务局', '市财政局']
    >>> related("城市建设", ["市公路建设局"], "甲市人民政府")
    frozenset()
    >>> sorted(related("机构编制", ["各金融机构", "市委机构编制委员会办公室"], "甲市人民政府"))
    ['市委机构编制委员会办公室']
    """
    whole = without_place(_MARKS.sub("", area), government)
    parts = tuple(dict.fromkeys((whole, *(p for p in parts_of(whole) if len(p) > 1))))
    about = {
        name: cores(name, government) or {without_place(name, government)} for name in agencies
    }
    found = {n for n in agencies if without_place(n, government) == whole} or {
        n for n, said in about.items() if any(_answers(p, core) for p in parts for core in said)
    }
    if not found and len(whole) == 2:
        first = {n for n, said in about.items() if any(core[0] in whole for core in said)}
        if all(any(core[0] == c for n in first for core in about[n]) for c in whole):
            found = first
    return frozenset(found)


def _answers(area: str, core: str) -> bool:
    if _in_order(area, core) and area not in _SAY_LITTLE:
        return True
    if len(core) > 1 and core not in _SAY_LITTLE and _in_order(core, area):
        return True
    return any(area[i : i + 2] in core for i in range(len(area) - 1) if _tells(area[i : i + 2]))


def _tells(two: str) -> bool:
    return two not in _SAY_LITTLE


def _in_order(short: str, full: str) -> bool:
    rest = iter(full)
    return all(character in rest for character in short)
