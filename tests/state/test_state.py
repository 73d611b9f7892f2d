"""What each record does to what is known, by itself and taken back."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from msgspec import structs

from registry.graph.state import State, standing, state
from registry.model import facts as f
from registry.model import journal as j
from registry.model.records import Approval, Decision, HandoverStep, OnRecord
from tests.graph.city import CITY, document, fact
from tests.graph.city import DIVISION as NUMBER
from tests.state.journal import BEGIN, DIVISION, MOVES, absent, entries, history, notice

ON = date(2020, 6, 2)
WRONG = next(x for x in DIVISION.facts if isinstance(x, f.Supervises) and x.org == "市商务局")

TOLD = j.HandoverRecorded(
    government=CITY,
    handover=HandoverStep(holder="海三", step="told_backup", on=ON, start=ON, end=ON),
)
ALLOWED = j.ApprovalRecorded(
    government=CITY,
    approval=Approval(by="江一", person="海三", start=ON, end=ON, because="急事"),
)


def supervisors(known: State, org: str) -> list[str]:
    return [e.source.name for e in history(known).at(ON).holders("agency", org)]


def test_a_corrected_fact_counts_in_the_place_of_the_wrong_one() -> None:
    right = structs.replace(WRONG, org="市商务和粮食局")
    known = state(entries(DIVISION, j.FactCorrected(wrong=WRONG, right=right)))
    place = DIVISION.facts.index(WRONG)
    assert known.facts == (*DIVISION.facts[:place], right, *DIVISION.facts[place + 1 :])


def test_a_fact_can_be_taken_back_or_added() -> None:
    missed = fact(f.Supervises, NUMBER, person="海四", org="市农业农村局")
    known = state(entries(DIVISION, j.FactCorrected(wrong=WRONG), j.FactCorrected(right=missed)))
    assert supervisors(known, "市商务局") == ["湖三"]
    assert supervisors(known, "市农业农村局") == ["海四"]


def test_what_was_found_wrong_is_wrong_too_when_the_notice_is_read_again() -> None:
    right = structs.replace(WRONG, person="海四")
    made = j.FactCorrected(wrong=WRONG, right=right)
    again = state(entries(DIVISION, made, j.Withdrawn(entry=1), DIVISION))
    assert again.facts == state(entries(DIVISION, made)).facts


def test_corrections_follow_one_another() -> None:
    one, two = structs.replace(WRONG, person="海四"), structs.replace(WRONG, person="江一")
    chain = (
        j.FactCorrected(wrong=WRONG, right=one),
        j.FactCorrected(wrong=one, right=two),
        j.FactCorrected(wrong=two, right=WRONG),
    )
    assert supervisors(state(entries(DIVISION, *chain[:2])), "市商务局") == ["江一", "湖三"]
    assert state(entries(DIVISION, *chain)).facts == DIVISION.facts


def test_a_corrected_number_reaches_all_facts_of_the_notice() -> None:
    head = DIVISION.facts[0]
    right = structs.replace(head, doc="云府字〔2020〕11号", number="云府字〔2020〕11号")
    known = state(entries(DIVISION, j.FactCorrected(wrong=head, right=right)))
    assert {x.doc for x in known.facts} == {"云府字〔2020〕11号"}
    assert history(known).at(ON).leaders() == history(state(entries(DIVISION))).at(ON).leaders()


def test_a_corrected_date_moves_the_day_from_which_the_notice_counts() -> None:
    head = DIVISION.facts[0]
    right = structs.replace(head, date="2020-07-01")
    known = state(entries(DIVISION, j.FactCorrected(wrong=head, right=right)))
    assert not history(known).at(ON).has_division
    assert history(known).at(date(2020, 7, 1)).has_division


def test_two_names_of_one_person_are_read_as_one_everywhere() -> None:
    decision = Decision(
        coordinator="洋五", holder="湖三", assignee="海三", start=ON, end=ON, because="在岗"
    )
    known = state(
        entries(
            DIVISION,
            notice(
                document("云府字〔2020〕10号", "2020-04-01", "appointment"),
                fact(f.Appointed, "云府字〔2020〕10号", person="海三", post="云岭市水利局局长"),
            ),
            absent("海三"),
            j.DecisionRecorded(government=CITY, decision=decision),
            TOLD,
            ALLOWED,
            j.Merged(government=CITY, kind="person", name="海三", into="海四"),
        )
    )
    org = history(known).at(ON)
    assert org.titles("海四") == ("市政府副市长", "云岭市水利局局长")
    assert "海三" not in org.people()
    assert known.on_record(CITY).absences[0].person == "海四"
    assert known.on_record(CITY).decisions[0].assignee == "海四"
    assert known.on_record(CITY).handovers[0].holder == "海四"
    assert (known.on_record(CITY).approvals[0].by, known.on_record(CITY).approvals[0].person) == (
        "江一",
        "海四",
    )
    clause = next(x.clause for x in known.facts if isinstance(x, f.Appointed))
    assert "海三" in clause, "what is printed stays as printed"


@pytest.mark.parametrize("part", ["coordinator", "holder", "assignee"])
def test_a_decision_follows_each_person_that_it_names(part: str) -> None:
    decision = Decision(
        coordinator="洋五", holder="湖三", assignee="海四", start=ON, end=ON, because="在岗"
    )
    merge = j.Merged(government=CITY, kind="person", name=getattr(decision, part), into="何二")
    known = state(entries(DIVISION, j.DecisionRecorded(government=CITY, decision=decision), merge))
    assert known.on_record(CITY).decisions == (structs.replace(decision, **{part: "何二"}),)
    assert known.identities == (merge,)


def test_a_merge_of_one_government_reaches_no_other() -> None:
    other = "平川市人民政府"
    theirs = notice(
        document("平府字〔2020〕1号", "2020-04-01", "appointment", other),
        fact(f.Appointed, "平府字〔2020〕1号", person="河二", post="平川市水利局局长"),
    )
    known = state(
        entries(
            DIVISION, theirs, j.Merged(government=CITY, kind="person", name="河二", into="何二")
        )
    )
    assert [x.person for x in known.facts if isinstance(x, f.Appointed)] == ["河二"]
    assert "何二" in history(known).at(ON).leaders()


def test_what_people_enter_for_one_government_is_kept_from_others() -> None:
    other = "平川市人民政府"
    decision = Decision(
        coordinator="洋五", holder="湖三", assignee="海四", start=ON, end=ON, because="在岗"
    )
    made = (absent("海三"), j.DecisionRecorded(government=CITY, decision=decision), TOLD, ALLOWED)
    theirs = j.Merged(government=other, kind="person", name="海三", into="海四")
    known = state(entries(DIVISION, *made, theirs))
    assert [a.person for a in known.on_record(CITY).absences] == ["海三"], "their merge is not ours"
    assert [d.holder for d in known.on_record(CITY).decisions] == ["湖三"]
    assert [h.holder for h in known.on_record(CITY).handovers] == ["海三"]
    assert [a.person for a in known.on_record(CITY).approvals] == ["海三"]
    assert known.on_record(other) == OnRecord()


def test_two_names_of_one_agency_are_read_as_one_in_tasks_too() -> None:
    plan = notice(
        document("云府办字〔2020〕8号", "2020-04-01", "plan"),
        fact(
            f.Task,
            "云府办字〔2020〕8号",
            lead=("市外经局",),
            support=("市税务局", "市外经局"),
            mode="lead",
            text="招商",
        ),
    )
    merge = j.Merged(government=CITY, kind="agency", name="市外经局", into="市商务局")
    known = state(entries(DIVISION, plan, merge))
    (task,) = [x for x in known.facts if isinstance(x, f.Task)]
    assert (task.lead, task.support) == (("市商务局",), ("市税务局", "市商务局"))


def test_a_decision_follows_the_agency_that_it_is_about_and_no_person_of_that_name() -> None:
    decision = Decision(
        coordinator="洋五",
        holder="湖三",
        assignee="市外经局",
        start=ON,
        end=ON,
        because="在岗",
        subject="市外经局",
    )
    merge = j.Merged(government=CITY, kind="agency", name="市外经局", into="市商务局")
    theirs = structs.replace(merge, government="平川市人民政府", into="市贸易局")
    person = structs.replace(merge, kind="person", into="海四")
    made = j.DecisionRecorded(government=CITY, decision=decision)
    (known,) = state(entries(DIVISION, made, theirs, merge)).on_record(CITY).decisions
    assert (known.subject, known.assignee) == ("市商务局", "市外经局")
    (known,) = state(entries(DIVISION, made, person)).on_record(CITY).decisions
    assert (known.subject, known.assignee) == ("市外经局", "海四")


def test_a_fact_put_to_another_notice_takes_no_other_fact_with_it() -> None:
    other = "云府字〔2020〕9号"
    right = structs.replace(WRONG, doc=other)
    known = state(entries(DIVISION, MOVES, j.FactCorrected(wrong=WRONG, right=right)))
    assert [x for x in known.facts if isinstance(x, f.Supervises) and x.doc == other] == [right]
    assert len([x for x in known.facts if x.doc == NUMBER]) == len(DIVISION.facts) - 1
    split = j.Split(government=CITY, name=WRONG.person, docs=(other,), called="另一人")
    parted = state(entries(DIVISION, MOVES, j.FactCorrected(wrong=WRONG, right=right), split))
    named = [x.person for x in parted.facts if isinstance(x, f.Supervises)]
    assert named.count("另一人") == 1, "the fact is read as its new notice is"


def test_a_fact_put_to_another_notice_can_be_corrected_again() -> None:
    moved = structs.replace(WRONG, doc="云府字〔2020〕9号")
    again = structs.replace(moved, person="海四")
    known = state(
        entries(
            DIVISION,
            MOVES,
            j.FactCorrected(wrong=WRONG, right=moved),
            j.FactCorrected(wrong=moved, right=again),
        )
    )
    assert [x for x in known.facts if isinstance(x, f.Supervises) and x.doc == moved.doc] == [again]


def test_a_fact_added_or_a_notice_renumbered_leaves_notices_read_later_as_they_are() -> None:
    missed = fact(f.Supervises, NUMBER, person="海四", org="市农业农村局")
    head = next(x for x in DIVISION.facts if isinstance(x, f.Document))
    renumbered = structs.replace(head, doc="云府字〔2020〕2号", number="云府字〔2020〕2号")
    for made in (j.FactCorrected(right=missed), j.FactCorrected(wrong=head, right=renumbered)):
        known = state(entries(DIVISION, made, MOVES))
        assert known.facts[-len(MOVES.facts) :] == MOVES.facts


def test_a_merge_reaches_the_posts_that_the_peoples_congress_fills() -> None:
    congress = "云岭市人大常委会"
    theirs = notice(
        document("任字1号", "2020-04-01", "appointment", congress),
        fact(f.Appointed, "任字1号", person="海三", post=f"{CITY}副市长"),
        fact(f.Appointed, "任字1号", person="海三", post="云岭市人民法院副院长"),
    )
    merge = j.Merged(government=CITY, kind="person", name="海三", into="海四")
    split = j.Split(government=CITY, name="海三", docs=("任字1号",), called="海三（乙）")
    for made, name in ((merge, "海四"), (split, "海三（乙）")):
        known = state(entries(DIVISION, theirs, made))
        named = {x.post: x.person for x in known.facts if isinstance(x, f.Appointed)}
        assert named == {f"{CITY}副市长": name, "云岭市人民法院副院长": "海三"}


def test_a_split_reaches_notices_and_nothing_that_people_entered() -> None:
    split = j.Split(government=CITY, name="海三", docs=(NUMBER,), called="海三（乙）")
    known = state(entries(DIVISION, absent("海三"), TOLD, ALLOWED, split))
    assert known.on_record(CITY).absences[0].person == "海三"
    assert known.on_record(CITY).handovers[0].holder == "海三"
    assert known.on_record(CITY).approvals[0].person == "海三"


def test_an_approval_follows_who_gave_it() -> None:
    merge = j.Merged(government=CITY, kind="person", name="江一", into="江某")
    (known,) = state(entries(DIVISION, ALLOWED, merge)).on_record(CITY).approvals
    assert (known.by, known.person) == ("江某", "海三")


def test_one_name_of_two_people_is_told_apart_by_notices() -> None:
    split = j.Split(government=CITY, name="海四", docs=("云府字〔2020〕9号",), called="海四（乙）")
    known = state(entries(DIVISION, MOVES, split))
    org = history(known).at(ON)
    assert "海四" not in org.left, "the other one was removed"
    assert "海四" in history(state(entries(DIVISION, MOVES))).at(ON).left


@pytest.mark.parametrize(
    "record",
    [
        j.Merged(government=CITY, kind="person", name="湖三", into="河二"),
        j.Split(government=CITY, name="河二", docs=(NUMBER,), called="河二（乙）"),
        j.FactCorrected(wrong=WRONG),
        absent("河二"),
        TOLD,
        ALLOWED,
        MOVES,
    ],
)
def test_a_record_withdrawn_leaves_what_was_known_before_it(record: j.AnyRecord) -> None:
    before = entries(DIVISION, absent("江一"))
    made = entries(DIVISION, absent("江一"), record, j.Withdrawn(entry=3))
    assert state(made[:3]) != state(before)
    assert state(made) == state(before)
    assert state(made, made[2].at) == state(made[:3]), "then it was known"


def test_a_withdrawal_can_be_withdrawn_and_none_reaches_forward() -> None:
    back = entries(DIVISION, MOVES, j.Withdrawn(entry=2), j.Withdrawn(entry=3))
    assert state(back) == state(back[:2])
    forward = entries(j.Withdrawn(entry=2), DIVISION, j.Withdrawn(entry=3))
    assert [e.number for e in standing(forward)] == [2]


def test_known_at_counts_the_entry_of_that_moment() -> None:
    made = entries(DIVISION, MOVES)
    assert state(made, BEGIN) == state(made[:1])
    assert state(made, BEGIN - timedelta(seconds=1)) == State()


def test_a_number_that_was_wrong_is_free_for_a_notice_of_another_body_that_is_added() -> None:
    other, wrong = "云水县人民政府", "府字〔2020〕7号"
    head = document(wrong, "2020-04-01", "duty")
    right = structs.replace(head, doc="府字〔2020〕8号", number="府字〔2020〕8号")
    theirs = document(wrong, "2020-04-02", "duty", other)
    pair = fact(f.AbPair, wrong, a="海三", b="江一")
    added = [j.FactCorrected(right=made) for made in (theirs, pair)]
    merge = j.Merged(government=other, kind="person", name="海三", into="海四")
    records: list[j.AnyRecord] = [notice(head), j.FactCorrected(wrong=head, right=right)]
    records += [*added, merge]
    pairs = [x.a for x in state(entries(*records)).facts if isinstance(x, f.AbPair)]
    assert pairs == ["海四"]


def test_a_fact_put_in_the_place_of_a_notice_takes_no_others_along() -> None:
    head = next(x for x in DIVISION.facts if isinstance(x, f.Document))
    known = state(entries(DIVISION, j.FactCorrected(wrong=head)))
    assert known.facts == tuple(x for x in DIVISION.facts if x is not head)


def test_a_merge_reaches_notices_that_are_read_after_it() -> None:
    merge = j.Merged(government=CITY, kind="person", name="河二", into="何二")
    leaders = history(state(entries(merge, DIVISION))).at(ON).leaders()
    assert "何二" in leaders
    assert "河二" not in leaders


def test_what_was_taken_back_stays_so_where_the_number_was_corrected_after_it() -> None:
    head = DIVISION.facts[0]
    right = structs.replace(head, doc="云府字〔2020〕11号", number="云府字〔2020〕11号")
    made = (j.FactCorrected(wrong=WRONG), j.FactCorrected(wrong=head, right=right))
    again = state(entries(*made, DIVISION))
    assert supervisors(again, "市商务局") == ["湖三"]
    assert {x.doc for x in again.facts} == {"云府字〔2020〕11号"}
