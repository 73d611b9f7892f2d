"""The answers that name nobody: unknown, unassigned, unspecified by role, ambiguous."""

from __future__ import annotations

from msgspec import Struct, structs

from registry.graph.history import History
from registry.graph.organisation import TITLES, Organisation
from registry.graph.tenure import post_state
from registry.graph.timeline import undated
from registry.model.answers import Reason, Relation, Segment, Status, Words
from registry.model.facts import GroupStatus
from registry.model.time import Period
from registry.resolve import reasons as why
from registry.resolve.found import Choices, Found, Glossary, bare
from registry.resolve.holding import Holders
from registry.resolve.through import hop

_HEADLESS: dict[GroupStatus | None, Words] = {
    None: Words("通知没有写明负责人", "the notice names no head"),
    "mentioned": Words(
        "通知只提到它，没有写明组成人员", "the notice only mentions it and names no seats"
    ),
    "to_be_set_up": Words("通知只说要成立它", "the notice only says that it is to be set up"),
    "dissolved": Words("它已撤销", "it was dissolved"),
}


class Question(Struct, frozen=True, kw_only=True):
    """What is asked of whose notices, and the first state of the organisation that names it.

    ``known_from`` is ``None`` where only notices without a usable date name the subject.
    """

    history: History
    subject: str
    glossary: Glossary
    known_from: tuple[Organisation, Found | Choices] | None


def not_yet(asked: Question, org: Organisation, found: Found | Choices | None) -> bool:
    """Say whether the day of ``org`` lies before the notices that could answer."""
    if asked.known_from is None:
        return not org.has_division
    state, first = asked.known_from
    by_itself = isinstance(first, Found) and first.by_itself
    if found is None and org.repealed_by is not None:
        return not by_itself
    if found is None:
        return org.on < state.on and (by_itself or not org.has_division)
    return not org.has_division and isinstance(found, Found) and found.needs_division


def unknown(asked: Question, org: Organisation, found: Found | None, when: Period) -> Segment:
    """Answer for days before the first notice, or where none can be placed in time.

    To which agencies work was given is told; who led them is not known.
    """
    steps: tuple[Reason, ...] = ()
    if found is not None and found.work is not None:
        steps = (*found.read_as, *(r for part in found.through for r in hop(found.work, part)))
    return _segment(when, Status.UNKNOWN, *steps, _before(asked, org))


def unassigned(asked: Question, org: Organisation, when: Period) -> Segment:
    """Answer for a subject that no notice in force names."""
    first = asked.known_from[1] if asked.known_from else None
    person = first.person if isinstance(first, Found) else None
    step = _no_share(person, org) if person else _nobody(asked.subject, org)
    if not isinstance(first, Found) or first.kind == "post":  # several may have held a post
        step = _vacant(asked, org) or step
    return _segment(when, Status.UNASSIGNED, step)


def ambiguous(asked: Question, found: Choices, when: Period) -> Segment:
    """Answer with the choices; nothing is picked."""
    names = found.names
    step = why.said(
        "ambiguous",
        f"没有条款只写“{asked.subject}”；可能指{why.listed(names)}，请按原名再问",
        f"no one clause names just {asked.subject}; it may mean {', '.join(names)}: ask by that name",
    )
    return _segment(when, Status.AMBIGUOUS, step, choices=names)


def nobody_in_charge(
    asked: Question, org: Organisation, found: Found, held: Holders, when: Period
) -> Segment:
    """Answer for a subject that notices name without saying who is in charge of it."""
    if found.work is not None:
        return _nobody_leads_its_agencies(found, held, when)
    status, step = Status.UNASSIGNED, _nobody(asked.subject, org)
    group = found.group
    if found.person is not None:
        step = _no_share(found.person, org)
    elif group is not None and group.head_roles:
        seat = group.head_roles[0]
        status = Status.UNSPECIFIED
        text = Words(
            f"通知只写明{seat.role}是“{seat.description}”，没有写姓名",
            f"the notice gives the head's seat to a role only ({seat.description}), to no name",
        )
        step = why.quoted("role_only", text, seat, group.document)
    elif group is not None:
        step = why.quoted("no_head", _HEADLESS[group.fact.status], group.fact, group.document)
    elif held.also:
        step = why.said(
            "assists_only",
            f"条款只写了谁协助“{asked.subject}”，没有写由谁负责",
            f"the clauses say who assists with {asked.subject} and not who is in charge",
        )
    posts = [e for e in org.edges(TITLES) if e.source.name == found.person]
    steps = (*found.read_as, *held.beside, *(why.holds(e, Relation.POST) for e in posts), step)
    made = _segment(when, status, *steps)
    return structs.replace(made, also=held.also)


def _nobody_leads_its_agencies(found: Found, held: Holders, when: Period) -> Segment:
    """Answer for work whose agencies nobody holds, or whose names are ambiguous."""
    choices = tuple(dict.fromkeys(name for part in found.through for name in part.choices))
    status = Status.AMBIGUOUS if choices else Status.UNASSIGNED
    made = _segment(when, status, *found.read_as, *held.beside, choices=choices)
    return structs.replace(made, also=held.also)


def _segment(
    when: Period, status: Status, *steps: Reason, choices: tuple[str, ...] = ()
) -> Segment:
    return Segment(
        start=when.start,
        start_time=when.start_time,
        end=when.end,
        end_time=when.end_time,
        status=status,
        acting=(),
        covers=(),
        also=(),
        reasons=steps,
        choices=choices,
    )


def _before(asked: Question, org: Organisation) -> Reason:
    """Say from when notices are known, or that the notices bear no date."""
    history, known = asked.history, asked.known_from
    if org.repealed_by is not None:
        text = Words(
            "分工通知已废止，没有新的分工通知",
            "the division of labour was repealed and there is none in its place",
        )
        return why.quoted("repealed", text, org.repealed_by, org.repealed_by)
    states = [known[0]] if known else []
    if known and known[0].on <= org.on:
        states = [s for s in history.states() if s.has_division]
    for state in states[:1]:
        return why.said(
            "before_first_notice",
            f"已知的通知自{state.on}起；此前无从得知",
            f"notices are known from {state.on}; before that nothing can be told",
        )
    titles = why.listed(d.doc for d in undated(history.facts, history.government))
    if titles:
        return why.said(
            "undated",
            f"通知没有写明日期，无从得知何时起有效：{titles}",
            f"the notice bears no date, so from when it counts cannot be told: {titles}",
        )
    return why.said("no_division", "没有已知的分工通知", "no division-of-labour notice is known")


def _vacant(asked: Question, org: Organisation) -> Reason | None:
    """Say since when a post that somebody held is vacant, or by which clause it lapsed."""
    history = asked.history
    post = post_state(history.dated, history.government, bare(asked.subject), org.on)
    if post.lapsed is not None:
        words = Words("该职务已自然免除", "the post itself has lapsed")
        said = post.lapsed
    elif post.vacated is not None:
        words = Words(
            f"该职务自{post.vacant_since}起空缺", f"the post is vacant since {post.vacant_since}"
        )
        said = post.vacated
    else:
        return None
    return Reason(code="vacant", text=words, clause=said.clause, doc=said.doc, date=said.date)


def _nobody(subject: str, org: Organisation) -> Reason:
    told = _told_by(org)
    return why.said(
        "nobody_holds",
        f"{told.zh}没有写明由谁负责“{subject}”",
        f"{told.en} names nobody in charge of {subject}",
    )


def _no_share(person: str, org: Organisation) -> Reason:
    told = _told_by(org)
    return why.said(
        "no_share", f"{told.zh}没有给{person}分工", f"{told.en} gives {person} no share"
    )


def _told_by(org: Organisation) -> Words:
    """Return what would have said it."""
    if org.division is None:
        return Words("所收的公文", "the collection of notices")
    doc = org.division.doc
    return Words(f"现行分工通知（{doc}）", f"the division of labour in force ({doc})")
