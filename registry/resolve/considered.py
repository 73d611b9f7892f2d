"""Who was considered for an answer, and why each of them acts or does not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from registry.graph.history import History
from registry.graph.organisation import Organisation
from registry.model.answers import Answer, Segment, Status, Words
from registry.model.certificates import Considered
from registry.model.records import Absence
from registry.resolve.reasons import listed
from registry.resolve.words import RELATIONS, absence_words, when_words

_ACTS = {
    Status.IN_CHARGE: Words("在岗，由其负责", "is there and in charge"),
    Status.ACTING: Words("代行", "acts for the holder"),
    Status.ASSIGNED: Words("由记录的决定指定", "is named by a recorded decision"),
}
_NAMED = Words("由通知或规则写明", "is named by a notice or a rule")


def considered(
    history: History, answer: Answer, absences: Sequence[Absence]
) -> tuple[tuple[Considered, ...], ...]:
    """Return, for each segment in order, everybody who has to do with it and then the other leaders.

    Args:
        history: the facts that the answer was worked out from.
        answer: the answer.
        absences: those that the answer rests on; of others nothing is said.
    """
    return tuple(
        tuple(_people(segment, _states(history, segment), absences)) for segment in answer.segments
    )


def _states(history: History, segment: Segment) -> tuple[Organisation, ...]:
    """Return the organisation on the first day, and after each change within the segment."""
    changes = [day for day in history.days if segment.start < day <= segment.end]
    return tuple(history.at(day) for day in (segment.start, *changes))


def _people(
    segment: Segment, states: tuple[Organisation, ...], absences: Sequence[Absence]
) -> Iterator[Considered]:
    for person in dict.fromkeys(_names(segment, states)):
        yield (
            _acting(person, segment)
            or _gone(person, states[0])
            or _absent(person, segment, absences)
            or _beside(person, segment, states[0])
        )


def _names(segment: Segment, states: tuple[Organisation, ...]) -> Iterator[str]:
    for cover in segment.covers:
        yield cover.holder
        if cover.acting:
            yield cover.acting
        yield from (backup for backup, _ in states[0].backups_of(cover.holder))
        if cover.coordinator:
            yield cover.coordinator
        yield from cover.candidates
    yield from (beside.person for beside in segment.also)
    for state in states:
        yield from state.leaders()


def _acting(person: str, segment: Segment) -> Considered | None:
    for cover in segment.covers:
        if cover.acting == person:
            return Considered(person=person, outcome="acts", why=_ACTS.get(cover.status, _NAMED))
    return None


def _gone(person: str, state: Organisation) -> Considered | None:
    if person not in state.left:
        return None
    fact, document = state.left[person]
    why = Words(
        f"已离任：「{fact.clause}」，{document.doc}",
        f"has left office: {fact.clause}, {document.doc}",
    )
    return Considered(person=person, outcome="left_office", why=why)


def _absent(person: str, segment: Segment, absences: Sequence[Absence]) -> Considered | None:
    own = [
        absence
        for absence in absences
        if absence.person == person
        and absence.begins < segment.ends
        and segment.begins < absence.ends
    ]
    if not own:
        return None
    spans = [(when_words(absence), absence_words((absence.kind,))) for absence in own]
    why = Words(
        "不在岗：" + listed(f"{when.zh}（{kind.zh}）" for when, kind in spans),
        "absent: " + ", ".join(f"{when.en} ({kind.en})" for when, kind in spans),
    )
    return Considered(person=person, outcome="absent", why=why)


def _beside(person: str, segment: Segment, state: Organisation) -> Considered:
    if any(person in cover.candidates for cover in segment.covers):
        why = Words("可以指定，尚未指定", "may be named, and is not named")
        return Considered(person=person, outcome="may_be_named", why=why)
    if any(person == cover.coordinator for cover in segment.covers):
        why = Words("负责协调，自己不代行", "coordinates, and does not act")
        return Considered(person=person, outcome="coordinates", why=why)
    backed = [c for c in segment.covers if person in dict(state.backups_of(c.holder))]
    if any(cover.acting == cover.holder for cover in backed):
        holders = [c.holder for c in backed if c.acting == c.holder]
        why = Words(
            f"{listed(holders)}在岗，无须B角代行",
            f"B of {', '.join(holders)}, who is there",
        )
        return Considered(person=person, outcome="not_needed", why=why)
    if tied := [beside for beside in segment.also if beside.person == person]:
        how = RELATIONS[tied[0].relation]
        why = Words(f"只是{how.zh}", f"{how.en} it, and no more")
        return Considered(person=person, outcome="assists_only", why=why)
    why = Words(
        "没有通知、规则或记录的决定指定其代行",
        "no notice, rule or recorded decision names him",
    )
    return Considered(person=person, outcome="not_named", why=why)
