"""From the form of a carried notice to its facts.

A carried file holds what a notice states and none of its prose, so the clause of each
fact is put together again from its values in the field's words.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from registry.model import facts as f
from registry.tables import carried_form as form
from registry.tables.carried_work import RESTATED, restate_work

__all__ = ["RESTATED", "restate"]

_Area = type[f.Responsible] | type[f.Assists] | type[f.AlsoResponsible]
_Agency = (
    type[f.Supervises]
    | type[f.AssistsSupervising]
    | type[f.AlsoSupervises]
    | type[f.Liaises]
    | type[f.AssistsLiaising]
)

_AREAS: Mapping[str, tuple[_Area, str]] = {
    "responsible": (f.Responsible, "负责"),
    "assists": (f.Assists, "协助负责"),
    "also_responsible": (f.AlsoResponsible, "兼管"),
}

_AGENCIES: Mapping[str, tuple[_Agency, str]] = {
    "supervises": (f.Supervises, "分管"),
    "assists_supervising": (f.AssistsSupervising, "协助分管"),
    "also_supervises": (f.AlsoSupervises, "兼管"),
    "liaises": (f.Liaises, "联系"),
    "assists_liaising": (f.AssistsLiaising, "协助联系"),
}

_GROUP_WORDS: Mapping[f.GroupStatus | None, str] = {
    None: "成立",
    "mentioned": "提到",
    "to_be_set_up": "将成立",
    "dissolved": "撤销",
}


def restate(notice: form.NoticeForm) -> Iterator[f.AnyFact]:
    """Give the facts of one carried notice, the document first."""
    head = notice.document
    doc = head.number or head.title
    yield f.Document(
        doc=doc,
        clause=head.title,
        span=RESTATED,
        number=head.number,
        title=head.title,
        date=head.date,
        issuer=head.issuer,
        kind=head.kind,
        effective=head.effective,
    )
    for leader in notice.leader:
        yield from _leader(doc, leader)
    yield from _pairs(doc, notice.ab)
    for change in notice.change:
        yield from _change(doc, change)
    for post in notice.abolished.posts if notice.abolished else ():
        yield f.PostAbolished(doc=doc, clause=f"{post}职务自然免除", span=RESTATED, post=post)
    for group in notice.group:
        yield from _group(doc, group)
    yield from restate_work(doc, notice)
    for contact in notice.contact:
        yield f.Contact(
            doc=doc,
            clause=f"联系人：{contact.person}",
            span=RESTATED,
            person=contact.person,
            org=contact.org,
        )


def _leader(doc: str, leader: form.LeaderForm) -> Iterator[f.AnyFact]:
    person = leader.name
    line = f"{person}：{'、'.join(leader.posts)}"
    for title in leader.posts:
        yield f.Post(doc=doc, clause=line, span=RESTATED, person=person, title=title)
    for verb, entries in leader.portfolio.items():
        for entry in entries:
            name, alias = (entry, None) if isinstance(entry, str) else (entry.name, entry.alias)
            if verb in _AREAS:
                area, word = _AREAS[verb]
                yield area(
                    doc=doc,
                    clause=_areas_clause(word, entries, name),
                    span=RESTATED,
                    person=person,
                    area=name,
                    alias=alias,
                )
            else:
                agency, word = _AGENCIES[verb]
                yield agency(
                    doc=doc,
                    clause=word + "、".join(map(_bracketed, entries)),
                    span=RESTATED,
                    person=person,
                    org=name,
                    alias=alias,
                )


def _areas_clause(word: str, entries: tuple[str | form.Aliased, ...], area: str) -> str:
    """Restate the list that ``area`` stands in; one that ends in 工作 is a clause of its own."""
    if area.endswith("工作"):
        return word + area
    areas = [text for text in map(_bracketed, entries) if not text.endswith("工作")]
    return word + "、".join(areas) + ("等方面工作" if len(areas) > 1 else "工作")


def _bracketed(entry: str | form.Aliased) -> str:
    return entry if isinstance(entry, str) else f"{entry.name}（{entry.alias}）"


def _pairs(doc: str, ab: form.AbForm) -> Iterator[f.AnyFact]:
    for a, b in ab.mutual:
        yield f.AbPair(doc=doc, clause=f"{a}与{b}互为AB角", span=RESTATED, a=a, b=b)
    for a, b in ab.one_way:
        yield f.Backup(doc=doc, clause=f"A角：{a}，B角：{b}", span=RESTATED, a=a, b=b)


def _change(doc: str, change: form.ChangeForm) -> Iterator[f.AnyFact]:
    person = change.person
    kinds: tuple[
        tuple[
            type[f.Appointed] | type[f.ConcurrentlyAppointed] | type[f.Removed],
            tuple[str | form.Termed, ...],
            str,
        ],
        ...,
    ] = (
        (f.Appointed, change.appointed, "任命{person}为{post}"),
        (f.ConcurrentlyAppointed, change.concurrently_appointed, "{person}兼任{post}"),
        (f.Removed, change.removed, "免去{person}的{post}职务"),
    )
    for kind, entries, words in kinds:
        for entry in entries:
            post, terms = (entry, None) if isinstance(entry, str) else (entry.post, entry.terms)
            clause = words.format(person=person, post=post) + (f"（{terms}）" if terms else "")
            yield kind(doc=doc, clause=clause, span=RESTATED, person=person, post=post, terms=terms)
    if change.retired:
        yield f.Retired(doc=doc, clause=f"{person}退休", span=RESTATED, person=person)


def _group(doc: str, group: form.GroupForm) -> Iterator[f.AnyFact]:
    short = f"（简称{group.alias}）" if group.alias else ""
    yield f.Group(
        doc=doc,
        clause=f"{_GROUP_WORDS[group.status]}{group.name}{short}",
        span=RESTATED,
        group=group.name,
        alias=group.alias,
        status=group.status,
    )
    for statement in group.statement:
        yield from _parts(doc, group.name, statement)
        yield from _seats(doc, group.name, statement)


def _parts(doc: str, group: str, statement: form.StatementForm) -> Iterator[f.AnyFact]:
    for part in statement.subgroups:
        clause = f"下设{'、'.join(statement.subgroups)}"
        yield f.Subgroup(doc=doc, clause=clause, span=RESTATED, group=group, subgroup=part)
    for office in statement.offices:
        yield f.Office(
            doc=doc,
            clause=f"{office.subgroup or '办公室'}设在{office.org}",
            span=RESTATED,
            group=group,
            org=office.org,
            subgroup=office.subgroup,
        )
    if statement.office_director:
        director = statement.office_director
        clause = f"{director}任办公室主任"
        yield f.OfficeDirector(doc=doc, clause=clause, span=RESTATED, group=group, person=director)


def _seats(doc: str, group: str, statement: form.StatementForm) -> Iterator[f.AnyFact]:
    for seat in statement.members:
        yield f.Member(
            doc=doc,
            clause=f"{seat.subgroup or ''}{seat.role}：{seat.name} {seat.title or ''}".rstrip(),
            span=RESTATED,
            group=group,
            person=seat.name,
            role=seat.role,
            title=seat.title,
            subgroup=seat.subgroup,
        )
    for seats in statement.member_orgs:
        for org in seats.orgs:
            yield f.MemberOrg(
                doc=doc,
                clause=f"{seats.subgroup or ''}{seats.role}：{'、'.join(seats.orgs)}负责人",
                span=RESTATED,
                group=group,
                org=org,
                role=seats.role,
                subgroup=seats.subgroup,
            )
    for described in statement.member_roles:
        yield f.MemberRole(
            doc=doc,
            clause=f"{described.subgroup or ''}{described.role}：{described.description}",
            span=RESTATED,
            group=group,
            role=described.role,
            description=described.description,
            subgroup=described.subgroup,
        )
