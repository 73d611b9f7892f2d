"""A leading group, delegation or command as its notice sets it up."""

from __future__ import annotations

from msgspec import Struct

from registry.model.facts import (
    Document,
    Group,
    Member,
    MemberOrg,
    MemberRole,
    Office,
    OfficeDirector,
    Subgroup,
)

HEAD_ROLES = frozenset(
    (
        "组长 第一组长 团长 总指挥 总指挥长 指挥长 主任 主任委员 主席 会长 理事长 "
        "召集人 总召集人 领队 組長 團長 總指揮 指揮長"
    ).split()
)
"""Roles that head a group. A role with 副 or 常务 in it never does."""


class LeadingGroup(Struct, frozen=True, kw_only=True):
    """A group and its seats, each in the notice's order."""

    fact: Group
    document: Document
    members: tuple[Member, ...] = ()
    orgs: tuple[MemberOrg, ...] = ()
    roles: tuple[MemberRole, ...] = ()
    subgroups: tuple[Subgroup, ...] = ()
    offices: tuple[Office, ...] = ()
    directors: tuple[OfficeDirector, ...] = ()

    @property
    def name(self) -> str:
        """Return the fullest name."""
        return self.fact.group

    @property
    def names(self) -> tuple[str, ...]:
        """Return the name and its shorter form, where the notice gives one."""
        return (self.name, self.fact.alias) if self.fact.alias else (self.name,)

    @property
    def heads(self) -> tuple[Member, ...]:
        """Return those named as head of the whole group, never a deputy."""
        return tuple(m for m in self.members if m.subgroup is None and m.role in HEAD_ROLES)

    @property
    def head_roles(self) -> tuple[MemberRole, ...]:
        """Return head seats that the notice describes by role only."""
        return tuple(r for r in self.roles if r.subgroup is None and r.role in HEAD_ROLES)

    @property
    def in_being(self) -> bool:
        """Say whether a notice sets the group up, rather than mentions or dissolves it."""
        return self.fact.status is None
