"""The resolver's door: a question in, the answer in segments out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, time

from registry.errors import BadPeriod
from registry.graph.history import History
from registry.graph.organisation import Organisation
from registry.model.answers import Answer, Cover, Reason, Segment, Status
from registry.model.records import Absence, Approval, Decision, HandoverStep, OnRecord
from registry.model.time import Period
from registry.resolve import reasons as why
from registry.resolve import silence
from registry.resolve.acting import cover, noted
from registry.resolve.found import Choices, Found, Glossary, bare
from registry.resolve.holder import holders
from registry.resolve.holding import Holding
from registry.resolve.kept import Kept, Stretches
from registry.resolve.kinds.law import on_vacancy
from registry.resolve.kinds.limits import turning_days
from registry.resolve.names import names_ever, unknown
from registry.resolve.presence import Given, Moment
from registry.resolve.rulebook import in_force, rule_days
from registry.resolve.segments import lasting, merged, runs
from registry.resolve.silence import Question
from registry.resolve.subject import find, related_areas
from registry.tables.rules import Rulebook

_NO_GLOSSARY = Glossary()


def answer(
    history: History,
    rules: Rulebook | None,
    subject: str,
    start: date,
    end: date,
    *,
    start_time: time | None = None,
    end_time: time | None = None,
    absences: Sequence[Absence] = (),
    decisions: Sequence[Decision] = (),
    handovers: Sequence[HandoverStep] = (),
    approvals: Sequence[Approval] = (),
    glossary: Glossary = _NO_GLOSSARY,
) -> Answer:
    """Say who acts for ``subject`` on each day from ``start`` to ``end``, both included.

    Args:
        history: the facts of one government.
        rules: its rule file; ``None`` leaves the plain meaning of the pair clauses.
        subject: an area, an agency, a person, a post, a leading group, or work given to agencies: a
            task, a duty, an indicator.
        start: the first day.
        end: the last day.
        start_time: from when on the first day; its beginning without it.
        end_time: until when on the last day; its end without it.
        absences: who is not there; those outside the period change nothing.
        decisions: what the coordinator has recorded, oldest first.
        handovers: who was told of an absence and when, and how the work was handed over.
        approvals: absences allowed although a rule is in principle against them.
        glossary: English names and short names beyond the rule.

    Raises:
        BadPeriod: ``end`` is before ``start``.
        UnknownName: no notice of the government ever names the subject.
    """
    period = Period(start, end, start_time, end_time)
    if not period.meets(period):  # it has no time at all
        raise BadPeriod(f"the period ends {end} before it begins {start}; swap the two days")
    recorded = OnRecord(
        tuple(absences), tuple(decisions), tuple(handovers), tuple(approvals)
    ).within(period)
    stretches = _stretches(history, rules, glossary)
    changes = (*stretches.changes(period), *turning_days(rules, recorded.absences))
    segments = []
    for run in runs(period, changes, recorded):
        given = Given.at(run.start, recorded if run is period else recorded.within(run))
        kept = stretches.at(run.start)
        said = kept.said(subject, given)
        if said is None:
            asked = Question(
                history=history,
                subject=subject,
                glossary=glossary,
                known_from=_known_from(history, subject, glossary),
            )
            org = history.at(run.start)
            at = Moment(org, in_force(rules, org, run.start), given)
            said = _worked_out(asked, at, run, kept)
        segments.append(lasting(given.among_candidates(said), run))
    return Answer(subject=subject, government=history.government, segments=merged(segments))


def _stretches(history: History, rules: Rulebook | None, glossary: Glossary) -> Stretches:
    # Rules and glossary are kept with what they led to, so that no others take their place in memory.
    *_, found = history.memory.once(
        ("said", id(rules), id(glossary)),
        lambda: (rules, glossary, Stretches(sorted({*history.days, *rule_days(rules)}))),
    )
    return found


def _known_from(
    history: History, subject: str, glossary: Glossary
) -> tuple[Organisation, Found | Choices] | None:
    """Return the first state of the organisation that names ``subject``, and as what."""
    _, first = history.memory.once(
        (subject, id(glossary)), lambda: (glossary, _first_naming(history, subject, glossary))
    )
    return first


def _first_naming(
    history: History, subject: str, glossary: Glossary
) -> tuple[Organisation, Found | Choices] | None:
    for state in history.states():
        found = find(state, subject, glossary)
        if found is not None:
            return state, found
    known = names_ever(history)
    if bare(glossary.english.get(subject.strip().casefold(), subject)) in known:
        return None  # only notices without a usable date name it
    raise unknown(subject, known, history.government, "subject", glossary.english)


def _worked_out(asked: Question, at: Moment, run: Period, kept: Kept) -> Segment:
    """Say who acts, and keep it where it holds for as long as what was looked at."""
    found = find(at.org, asked.subject, asked.glossary)
    said = _segment(asked, at, found, run)
    first = asked.known_from[1] if asked.known_from else None
    # Of a post's terms it is told what still lies ahead of the day: that holds for no other day.
    if not (_is_post(found) or _is_post(first)):
        kept.keep(asked.subject, at, said)
    return said


def _is_post(found: Found | Choices | None) -> bool:
    return isinstance(found, Found) and found.kind == "post"


def _segment(asked: Question, at: Moment, found: Found | Choices | None, run: Period) -> Segment:
    if isinstance(found, Choices):
        return silence.ambiguous(asked, found, run)
    if silence.not_yet(asked, at.org, found):
        return silence.unknown(asked, at.org, found, run)
    if found is None:
        silent = silence.unassigned(asked, at.org, run)
        return on_vacancy(at, bare(asked.subject), silent)
    held = at.org.memory.once(("holders", found), lambda: holders(at.org, found))
    if not held.holdings:
        return silence.nobody_in_charge(asked, at.org, found, held, run)
    notes = (*found.read_as, *_related(at.org, asked, found))
    covers = tuple(noted(cover(at, holding, asked.subject), notes) for holding in held.holdings)
    status, acting = _principal(held.holdings, covers)
    return Segment(
        start=run.start,
        start_time=run.start_time,
        end=run.end,
        end_time=run.end_time,
        status=status,
        acting=acting,
        covers=covers,
        also=held.also,
        reasons=held.beside,
    )


def _principal(
    holdings: tuple[Holding, ...], covers: tuple[Cover, ...]
) -> tuple[Status, tuple[str, ...]]:
    """Return status and acting persons of the one principal, or of several who share."""
    principals = [c for h, c in zip(holdings, covers, strict=True) if h.principal]
    acting = tuple(dict.fromkeys(c.acting for c in principals if c.acting is not None))
    return (principals[0].status if len(principals) == 1 else Status.SHARED), acting


def _related(org: Organisation, asked: Question, found: Found) -> tuple[Reason, ...]:
    """Mention areas that sound alike; they are not merged into the answer."""
    if found.kind not in ("area", "agency"):
        return ()
    near = related_areas(org, bare(asked.subject), found)
    if not near:
        return ()
    return (
        why.said(
            "related",
            f"相近但不合并：{why.listed(near)}",
            f"related, not merged: {', '.join(near)}",
        ),
    )
