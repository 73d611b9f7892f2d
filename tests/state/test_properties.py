"""What holds of every journal: replay, known-at, corrections, identity, and the answers."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from registry.errors import UnknownName
from registry.graph.state import Replay, state
from registry.model import facts as f
from registry.model import journal as j
from registry.model.records import Absence, Approval, Decision, HandoverStep
from registry.model.time import Period
from registry.service.answers.answer import answer
from registry.service.recording.handover import STEPS
from registry.service.state import Recorded
from registry.tables.rules import read_rules
from registry.wiring import shipped_glossary
from tests.graph.city import CITY, LEADERS, division, document, fact
from tests.state.journal import BEGIN, DIVISION, LATER, MOVES, entries, notice

PEOPLE = (*LEADERS, "溪七")
SUBJECTS = ("商务", "市审计局", "教育", "河二", "市政府副市长", "市水利局局长", "市长")
GLOSSARY = shipped_glossary()
RULES = read_rules(
    f"""
government = "{CITY}"
[[rule]]
id = "b"
kind = "backup_acts"
from = 2020-01-01
triggers = ["away"]
passes = ["supervises", "responsible", "heads"]
source = {{ document = "d", date = 2020-01-01, clause = "c" }}
[[rule]]
id = "told"
kind = "tell"
from = 2020-01-01
whom = ["backup", "office"]
days_ahead = 2
source = {{ document = "d", date = 2020-01-01, clause = "c" }}
[[rule]]
id = "over"
kind = "hand_over"
from = 2020-01-01
accepted = true
source = {{ document = "d", date = 2020-01-01, clause = "c" }}
[[rule]]
id = "both"
kind = "both_away"
from = 2020-01-01
stance = "in_principle"
source = {{ document = "d", date = 2020-01-01, clause = "c" }}
""".encode(),
    "city.toml",
)
PARTIAL = notice(
    *division(
        "关于调整部分市政府领导分工的通知",
        "2020-08-01",
        leaders={"海四": ("市政府副市长", {"supervises": ("市商务局",)})},
    )
)
SECONDED = notice(
    document("云府字〔2020〕12号", "2020-03-20", "appointment"),
    fact(
        f.Appointed, "云府字〔2020〕12号", person="溪七", post="云岭市水利局局长", terms="挂职半年"
    ),
)
NOTICES = (DIVISION, MOVES, LATER, PARTIAL, SECONDED)
FACTS = tuple(x for n in NOTICES for x in n.facts)

people = st.sampled_from(PEOPLE)
days = st.integers(0, 400).map(lambda n: date(2020, 2, 20) + timedelta(days=n))


@st.composite
def spans(draw: st.DrawFn) -> tuple[date, date]:
    one, other = draw(days), draw(days)
    return min(one, other), max(one, other)


@st.composite
def absences(draw: st.DrawFn) -> j.AbsenceRecorded:
    start, end = draw(spans())
    absence = Absence(person=draw(people), start=start, end=end)
    return j.AbsenceRecorded(government=CITY, absence=absence)


@st.composite
def decisions(draw: st.DrawFn) -> j.DecisionRecorded:
    start, end = draw(spans())
    decision = Decision(
        coordinator="洋五",
        holder=draw(people),
        assignee=draw(people),
        start=start,
        end=end,
        because="在岗",
    )
    return j.DecisionRecorded(government=CITY, decision=decision)


@st.composite
def handovers(draw: st.DrawFn) -> j.HandoverRecorded:
    start, end = draw(spans())
    step = draw(st.sampled_from(STEPS))
    handover = HandoverStep(holder=draw(people), step=step, on=draw(days), start=start, end=end)
    return j.HandoverRecorded(government=CITY, handover=handover)


@st.composite
def approvals(draw: st.DrawFn) -> j.ApprovalRecorded:
    start, end = draw(spans())
    approval = Approval(by=draw(people), person=draw(people), start=start, end=end, because="急事")
    return j.ApprovalRecorded(government=CITY, approval=approval)


@st.composite
def corrections(draw: st.DrawFn) -> j.FactCorrected:
    wrong = draw(st.none() | st.sampled_from(FACTS))
    if isinstance(wrong, f.Document):
        right = draw(st.sampled_from(("2020-05-05", "2020-11", None)))
        return j.FactCorrected(wrong=wrong, right=msgspec.structs.replace(wrong, date=right))
    if wrong is not None and hasattr(wrong, "person") and draw(st.booleans()):
        made = msgspec.structs.replace(wrong, person=draw(people))
        return j.FactCorrected(wrong=wrong, right=made)
    return j.FactCorrected(wrong=wrong, right=draw(st.none() | st.sampled_from(FACTS)))


merges = st.builds(
    j.Merged, government=st.just(CITY), kind=st.just("person"), name=people, into=people
) | st.builds(
    j.Merged,
    government=st.just(CITY),
    kind=st.just("agency"),
    name=st.sampled_from(("市审计局", "市税务局")),
    into=st.just("市商务局"),
)
splits = st.builds(
    j.Split,
    government=st.just(CITY),
    name=people,
    docs=st.lists(st.sampled_from([n.name for n in NOTICES]), max_size=2).map(tuple),
    called=st.just("同名者"),
)
records = (
    st.sampled_from(NOTICES)
    | absences()
    | decisions()
    | handovers()
    | approvals()
    | corrections()
    | merges
    | splits
    | st.builds(j.Withdrawn, entry=st.integers(1, 14))
)
journals = st.lists(records, min_size=1, max_size=14).map(lambda made: entries(*made))


def told(known: Recorded, subject: str, period: tuple[date, date], **at: object) -> bytes:
    """The answer as it leaves the registry, byte for byte, or the refusal."""
    try:
        found = answer(known, subject, Period(*period), government=CITY, **at)  # type: ignore[arg-type]
    except UnknownName as error:
        return str(error).encode()
    return msgspec.json.encode(found)


def recorded(journal: list[j.Entry]) -> Recorded:
    return Recorded(journal, (RULES,), GLOSSARY, lambda: date(2020, 6, 1))


@settings(max_examples=300, deadline=None)
@given(journals)
def test_replay_equals_incremental(journal: list[j.Entry]) -> None:
    grown = Replay()
    for number, entry in enumerate(journal, 1):
        grown.apply(entry)
        assert grown.state() == state(journal[:number])


@settings(max_examples=300, deadline=None)
@given(journals, st.integers(-30, 15 * 60))
def test_what_is_known_at_a_moment_is_what_was_recorded_up_to_it(
    journal: list[j.Entry], minutes: int
) -> None:
    moment = BEGIN + timedelta(minutes=minutes)
    assert state(journal, moment) == state([e for e in journal if e.at <= moment])
    assert state(journal, journal[-1].at) == state(journal)


@settings(max_examples=100, deadline=None)
@given(journals, st.lists(records, min_size=1, max_size=4), st.sampled_from(SUBJECTS), spans())
def test_no_later_record_changes_an_earlier_answer(
    journal: list[j.Entry], more: list[j.AnyRecord], subject: str, period: tuple[date, date]
) -> None:
    then = journal[-1].at
    first = told(recorded(journal), subject, period)
    longer = entries(*(e.record for e in journal), *more)
    assert told(recorded(longer), subject, period, known_at=then) == first
    assert told(recorded(longer), subject, period) == told(
        recorded(longer), subject, period, known_at=longer[-1].at
    )


@settings(max_examples=100, deadline=None)
@given(journals, st.sampled_from(SUBJECTS), spans())
def test_segments_tile_the_period(
    journal: list[j.Entry], subject: str, period: tuple[date, date]
) -> None:
    try:
        found = answer(recorded(journal), subject, Period(*period), government=CITY)
    except UnknownName:
        return
    assert (found.segments[0].start, found.segments[-1].end) == period
    for before, after in pairwise(found.segments):
        assert after.start == before.end + timedelta(days=1)


@settings(max_examples=200, deadline=None)
@given(journals, merges | splits)
def test_identity_withdrawn_gives_the_old_state(
    journal: list[j.Entry], record: j.Merged | j.Split
) -> None:
    number = len(journal) + 1
    longer = entries(*(e.record for e in journal), record, j.Withdrawn(entry=number))
    assert state(longer) == state(journal)
