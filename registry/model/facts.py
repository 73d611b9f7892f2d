"""What a notice states, one struct for one kind of statement.

The kinds and their keys are those of the field's notices; on the wire each is one
JSON object whose key ``fact`` names the kind.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

Span = tuple[int, int]
"""Start and end character offsets into the text as it was given; the end is exclusive."""

DocumentKind = Literal["division", "appointment", "group", "ab-system", "plan", "report", "meeting"]
"""What a notice is for. ``plan`` is also the kind of any other notice."""

GroupStatus = Literal["mentioned", "to_be_set_up", "dissolved"]
"""Why a group that a notice names is not set up by that notice."""


class Fact(Struct, frozen=True, kw_only=True, tag_field="fact", omit_defaults=True):
    """One statement of one clause.

    ``doc`` is the document's number, or its title where it has none. ``clause`` is the
    sentence that states the fact, and ``span`` its place in the text as given: the text
    between the two offsets equals the clause once white space is taken out of both.
    """

    doc: str
    clause: str
    span: Span


class Document(Fact, frozen=True, kw_only=True, tag="document"):
    """The notice itself. ``date`` is ISO with missing parts left off (``--08-19``: no year).

    ``effective`` is the day from which the notice says that it counts (自…起施行). ``partial``:
    it leaves the work of those whom it does not name as it was (其他领导分工不变). ``repeals``
    are the notices that its text ends (…同时废止), as it names them.
    """

    number: str | None
    title: str
    date: str | None
    issuer: str | None
    kind: DocumentKind
    effective: str | None = None
    partial: bool = False
    repeals: tuple[str, ...] = ()


class Post(Fact, frozen=True, kw_only=True, tag="post"):
    """A title beside a leader's name in a division-of-labour notice, as written."""

    person: str
    title: str


class AreaFact(Fact, frozen=True, kw_only=True):
    """A person and a field of work; ``alias`` is the bracketed name after the area."""

    person: str
    area: str
    alias: str | None = None


class Responsible(AreaFact, frozen=True, kw_only=True, tag="responsible"):
    """负责, 主持, 牵头负责, or 分管 with a field of work."""


class Assists(AreaFact, frozen=True, kw_only=True, tag="assists"):
    """协助负责."""


class AlsoResponsible(AreaFact, frozen=True, kw_only=True, tag="also_responsible"):
    """兼管 or 代管 with a field of work."""


class AgencyFact(Fact, frozen=True, kw_only=True):
    """A person and an agency; ``alias`` is the bracketed name after the agency."""

    person: str
    org: str
    alias: str | None = None


class Supervises(AgencyFact, frozen=True, kw_only=True, tag="supervises"):
    """分管 or 主管 with an agency."""


class AssistsSupervising(AgencyFact, frozen=True, kw_only=True, tag="assists_supervising"):
    """协助分管."""


class AlsoSupervises(AgencyFact, frozen=True, kw_only=True, tag="also_supervises"):
    """兼管 or 代管 with an agency."""


class Liaises(AgencyFact, frozen=True, kw_only=True, tag="liaises"):
    """联系, 对口联系, 挂钩联系."""


class AssistsLiaising(AgencyFact, frozen=True, kw_only=True, tag="assists_liaising"):
    """协助联系."""


class Released(Fact, frozen=True, kw_only=True, tag="released"):
    """不再分管, 不再负责, 不再联系: ``subject``, an agency or a field of work, is his no more."""

    person: str
    subject: str


class AbPair(Fact, frozen=True, kw_only=True, tag="ab_pair"):
    """互为AB角: each is the other's backup."""

    a: str
    b: str


class Backup(Fact, frozen=True, kw_only=True, tag="backup"):
    """A one-way pair: ``b`` backs ``a`` up."""

    a: str
    b: str


class PostFact(Fact, frozen=True, kw_only=True):
    """A person and a post, spelled out whole; ``terms`` keeps 试用期一年, 挂职 and the like."""

    person: str
    post: str
    terms: str | None = None


class Appointed(PostFact, frozen=True, kw_only=True, tag="appointed"):
    """任, 任命, 聘任."""


class ConcurrentlyAppointed(PostFact, frozen=True, kw_only=True, tag="concurrently_appointed"):
    """兼任: the person keeps the other posts."""


class Removed(PostFact, frozen=True, kw_only=True, tag="removed"):
    """免去, 不再担任, 辞去."""


class Retired(Fact, frozen=True, kw_only=True, tag="retired"):
    """退休, 提前退休."""

    person: str


class PostAbolished(Fact, frozen=True, kw_only=True, tag="post_abolished"):
    """A post that lapses of itself, as when an enterprise is renamed."""

    post: str


class Group(Fact, frozen=True, kw_only=True, tag="group"):
    """A leading group, delegation or command; no ``status`` means this notice sets it up."""

    group: str
    alias: str | None = None
    status: GroupStatus | None = None


class Subgroup(Fact, frozen=True, kw_only=True, tag="subgroup"):
    """下设: a part of a group."""

    group: str
    subgroup: str


class Member(Fact, frozen=True, kw_only=True, tag="member"):
    """A named seat in a group, with the title as written there."""

    group: str
    person: str
    role: str
    title: str | None = None
    subgroup: str | None = None


class MemberOrg(Fact, frozen=True, kw_only=True, tag="member_org"):
    """A seat given to an organisation's unnamed head."""

    group: str
    org: str
    role: str
    subgroup: str | None = None


class MemberRole(Fact, frozen=True, kw_only=True, tag="member_role"):
    """A seat described by role only; who that is follows from the portfolio, never from a guess."""

    group: str
    role: str
    description: str
    subgroup: str | None = None


class Office(Fact, frozen=True, kw_only=True, tag="office"):
    """办公室（秘书处）设在: the agency where a group's office sits."""

    group: str
    org: str
    subgroup: str | None = None


class OfficeDirector(Fact, frozen=True, kw_only=True, tag="office_director"):
    """办公室主任 of a group."""

    group: str
    person: str


class Task(Fact, frozen=True, kw_only=True, tag="task"):
    """A piece of work and the agencies it is given to."""

    lead: tuple[str, ...]
    support: tuple[str, ...]
    mode: Literal["lead", "jointly", "sole"]
    text: str


class Duty(Fact, frozen=True, kw_only=True, tag="duty"):
    """A numbered duty of an agency under a plan."""

    org: str
    text: str


class Indicator(Fact, frozen=True, kw_only=True, tag="indicator"):
    """An agency's indicator in a report's table; figures as printed, empty cells ``None``."""

    org: str
    indicator: str
    target: str | None
    actual: str | None
    gap: str | None


class Meeting(Fact, frozen=True, kw_only=True, tag="meeting"):
    """A meeting held; ``date`` as in ``Document``."""

    name: str
    date: str | None
    chair: str | None


class Contact(Fact, frozen=True, kw_only=True, tag="contact"):
    """联系人: the name alone; numbers and addresses never leave the parser."""

    person: str
    org: str | None


class Unparsed(Fact, frozen=True, kw_only=True, tag="unparsed"):
    """A clause that looks like a statement of this registry and was not understood."""

    reason: str


AnyFact = (
    Document
    | Post
    | Responsible
    | Assists
    | AlsoResponsible
    | Supervises
    | AssistsSupervising
    | AlsoSupervises
    | Liaises
    | AssistsLiaising
    | Released
    | AbPair
    | Backup
    | Appointed
    | ConcurrentlyAppointed
    | Removed
    | Retired
    | PostAbolished
    | Group
    | Subgroup
    | Member
    | MemberOrg
    | MemberRole
    | Office
    | OfficeDirector
    | Task
    | Duty
    | Indicator
    | Meeting
    | Contact
    | Unparsed
)
"""Any line that ``registry parse`` prints."""
