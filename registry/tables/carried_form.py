"""The form of a carried notice: what one TOML file of ``data/<government>-<year>/`` may say.

docs/reference/data.md explains the same form to the clerk who fills it in.
"""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta, Struct

from registry.model.facts import DocumentKind, GroupStatus
from registry.tables.forms import PrintedDate, Text

Verb = Literal[
    "responsible",
    "assists",
    "also_responsible",
    "supervises",
    "assists_supervising",
    "also_supervises",
    "liaises",
    "assists_liaising",
]
"""How a leader holds an area or an agency; the kinds of domain facts of a portfolio."""

TaskMode = Literal["lead", "jointly", "sole"]
"""How agencies share a task: 牵头 with or without 配合, 按职责分工负责, or one alone 负责."""


class Form(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The root of every part: a misspelt key is an error, not a silence."""


class Aliased(Form, frozen=True, kw_only=True):
    """A name and the bracketed name that the notice prints after it."""

    name: Text
    alias: Text


class Termed(Form, frozen=True, kw_only=True):
    """A post and the terms on which it is held, as 试用期一年."""

    post: Text
    terms: Text


class DocumentForm(Form, frozen=True, kw_only=True):
    """The notice itself; a meeting report has neither number nor issuer."""

    title: Text
    kind: DocumentKind
    effective: PrintedDate | None = None
    number: Text | None = None
    date: PrintedDate | None = None
    issuer: Text | None = None


class LeaderForm(Form, frozen=True, kw_only=True):
    """One leader of a division-of-labour notice, verbs in the notice's order."""

    name: Text
    posts: tuple[Text, ...] = ()
    portfolio: dict[Verb, tuple[Text | Aliased, ...]] = {}


class AbForm(Form, frozen=True, kw_only=True):
    """The pairs: ``mutual`` 互为AB角; ``one_way`` A角 first, B角 second."""

    mutual: tuple[tuple[Text, Text], ...] = ()
    one_way: tuple[tuple[Text, Text], ...] = ()


class ChangeForm(Form, frozen=True, kw_only=True):
    """What an appointment notice says of one person."""

    person: Text
    appointed: tuple[Text | Termed, ...] = ()
    concurrently_appointed: tuple[Text | Termed, ...] = ()
    removed: tuple[Text | Termed, ...] = ()
    retired: bool = False


class AbolishedForm(Form, frozen=True, kw_only=True):
    """Posts that lapse of themselves."""

    posts: tuple[Text, ...]


class MemberForm(Form, frozen=True, kw_only=True):
    """A named seat, title as written."""

    role: Text
    name: Text
    title: Text | None = None
    subgroup: Text | None = None


class MemberOrgsForm(Form, frozen=True, kw_only=True):
    """Seats of one role given to the unnamed heads of organisations."""

    role: Text
    orgs: tuple[Text, ...]
    subgroup: Text | None = None


class MemberRoleForm(Form, frozen=True, kw_only=True):
    """A seat that the notice describes by role only."""

    role: Text
    description: Text
    subgroup: Text | None = None


class OfficeForm(Form, frozen=True, kw_only=True):
    """Where the office of the group, or of a part of it, sits."""

    org: Text
    subgroup: Text | None = None


class StatementForm(Form, frozen=True, kw_only=True):
    """What one place of the notice says of a group; said twice, it is two statements."""

    where: Literal["body", "annex"]
    members: tuple[MemberForm, ...] = ()
    member_orgs: tuple[MemberOrgsForm, ...] = ()
    member_roles: tuple[MemberRoleForm, ...] = ()
    subgroups: tuple[Text, ...] = ()
    offices: tuple[OfficeForm, ...] = ()
    office_director: Text | None = None


class GroupForm(Form, frozen=True, kw_only=True):
    """A leading group, delegation or command by its fullest name."""

    name: Text
    alias: Text | None = None
    status: GroupStatus | None = None
    statement: tuple[StatementForm, ...] = ()


class TaskForm(Form, frozen=True, kw_only=True):
    """A piece of work: its heading or first clause, and the agencies as written."""

    text: Text
    mode: TaskMode
    lead: Annotated[tuple[Text, ...], Meta(min_length=1)]
    support: tuple[Text, ...] = ()


class DutyForm(Form, frozen=True, kw_only=True):
    """The numbered duties of an agency, or of the agencies of a joint heading."""

    orgs: tuple[Text, ...]
    texts: tuple[Text, ...]


class RowForm(Form, frozen=True, kw_only=True):
    """One indicator, figures as printed; an empty cell is left out."""

    name: Text
    target: Text | None = None
    actual: Text | None = None
    gap: Text | None = None


class IndicatorsForm(Form, frozen=True, kw_only=True):
    """An agency's rows in a report's table."""

    org: Text
    rows: tuple[RowForm, ...]


class MeetingForm(Form, frozen=True, kw_only=True):
    """A meeting held, and who was in the chair."""

    name: Text
    date: PrintedDate | None = None
    chair: Text | None = None


class ContactForm(Form, frozen=True, kw_only=True):
    """A contact, by name alone; the form has no room for numbers or addresses."""

    person: Text
    org: Text | None = None


class NoticeForm(Form, frozen=True, kw_only=True):
    """One file: the notice and what it states."""

    document: DocumentForm
    leader: tuple[LeaderForm, ...] = ()
    ab: AbForm = AbForm()
    change: tuple[ChangeForm, ...] = ()
    abolished: AbolishedForm | None = None
    group: tuple[GroupForm, ...] = ()
    task: tuple[TaskForm, ...] = ()
    duty: tuple[DutyForm, ...] = ()
    indicators: tuple[IndicatorsForm, ...] = ()
    meeting: tuple[MeetingForm, ...] = ()
    contact: tuple[ContactForm, ...] = ()
