"""Who was considered for an answer: everybody once, with what became of him and why."""

from __future__ import annotations

from datetime import date, time
from typing import Any

from msgspec import structs

from registry.graph.history import History
from registry.model import facts as f
from registry.model.certificates import Considered
from registry.model.records import Absence, Decision
from registry.resolve.answer import answer
from registry.resolve.considered import considered
from registry.tables import rule_kinds as k
from registry.tables.rules import Rulebook, Source
from tests.graph.city import CITY, DIVISION, PAIRS, division, document, fact

DAY = date(2020, 5, 4)
WHEN: dict[str, Any] = {
    "start": date(2020, 3, 1),
    "source": Source(DIVISION, 2020, "第三条"),
    "triggers": ("away",),
    "passes": ("supervises", "responsible", "also_supervises", "also_responsible", "liaises"),
    "coordinator": "秘书长",
}
BOOK = Rulebook(
    government=CITY,
    file="cn.toml",
    rules=(k.BackupActs(id="b", **WHEN), k.CoordinatorAssigns(id="both", **WHEN)),
)


def away(*people: str, **times: Any) -> list[Absence]:
    return [Absence(person=p, start=DAY, end=DAY, kind="away", **times) for p in people]


def segments(
    subject: str,
    absences: list[Absence],
    *,
    facts: list[f.AnyFact] | None = None,
    until: date = DAY,
    decisions: list[Decision] | None = None,
) -> list[dict[str, Considered]]:
    history = History(facts or division(pairs=PAIRS), CITY)
    found = answer(history, BOOK, subject, DAY, until, absences=absences, decisions=decisions or [])
    every = considered(history, found, absences)
    assert all(len({one.person for one in people}) == len(people) for people in every)
    return [{one.person: one for one in people} for people in every]


def people(subject: str, absences: list[Absence], **more: Any) -> dict[str, Considered]:
    (found,) = segments(subject, absences, **more)
    return found


def outcomes(subject: str, absences: list[Absence], **more: Any) -> dict[str, str]:
    return {who: one.outcome for who, one in people(subject, absences, **more).items()}


def test_of_a_holder_who_is_there_the_backup_is_not_needed() -> None:
    found = people("教育", [])
    assert list(found) == ["湖三", "河二", "江一", "海四", "洋五"], "the holder and his B first"
    assert found["湖三"].why.zh == "在岗，由其负责"
    assert (found["河二"].outcome, found["河二"].why.zh) == ("not_needed", "湖三在岗，无须B角代行")
    assert {found[p].outcome for p in ("江一", "海四", "洋五")} == {"not_named"}


def test_the_backup_of_one_who_is_away_acts_and_the_coordinator_coordinates() -> None:
    found = people("教育", away("湖三", "海四"))
    assert {who: one.outcome for who, one in found.items()} == {
        "湖三": "absent",
        "河二": "acts",
        "洋五": "coordinates",
        "江一": "not_named",
        "海四": "absent",
    }
    assert list(found)[:3] == ["湖三", "河二", "洋五"], "who acts, and who coordinates, come first"
    assert found["河二"].why.zh == "代行"
    assert found["湖三"].why.zh == "不在岗：2020-05-04（不在当地）"
    assert found["湖三"].why.en == "absent: 2020-05-04 (away)"


def test_of_both_away_those_may_be_named_whom_nobody_has_named_yet() -> None:
    assert outcomes("教育", away("湖三", "河二")) == {
        "湖三": "absent",
        "河二": "absent",
        "洋五": "coordinates",
        "江一": "may_be_named",
        "海四": "may_be_named",
    }
    named = Decision(
        coordinator="洋五", holder="湖三", assignee="海四", start=DAY, end=DAY, because="外出"
    )
    found = people("教育", away("湖三", "河二"), decisions=[named])
    assert (found["海四"].outcome, found["海四"].why.zh) == ("acts", "由记录的决定指定")
    assert found["江一"].outcome == "not_named"


def test_one_who_assists_is_told_apart_from_one_whom_nothing_names() -> None:
    facts = division(pairs=PAIRS)
    facts.append(fact(f.Assists, DIVISION, person="海四", area="教育"))
    found = people("教育", [], facts=facts)
    assert list(found)[:3] == ["湖三", "河二", "海四"], "who has to do with it comes first"
    assert (found["海四"].outcome, found["海四"].why.zh) == ("assists_only", "只是协助负责")
    assert found["江一"].outcome == "not_named"


def test_one_who_left_office_is_not_said_to_be_absent() -> None:
    facts = [
        *division(pairs=PAIRS),
        document("免", "2020-04-01", "appointment"),
        fact(f.Removed, "免", person="湖三", post="市政府副市长", clause="免去湖三职务"),
    ]
    found = people("教育", away("湖三"), facts=facts)
    assert found["湖三"].outcome == "left_office"
    assert found["湖三"].why.zh == "已离任：「免去湖三职务」，免"


def test_an_absence_counts_in_the_part_of_the_day_that_it_touches() -> None:
    afternoon = away("湖三", start_time=time(12))
    morning, later = segments("教育", afternoon)
    assert (morning["湖三"].outcome, morning["河二"].outcome) == ("acts", "not_needed")
    assert (later["湖三"].outcome, later["河二"].outcome) == ("absent", "acts")
    until_noon = away("湖三", end_time=time(12))
    first, second = segments("教育", until_noon)
    assert (first["湖三"].outcome, second["湖三"].outcome) == ("absent", "acts")


def test_a_leader_who_comes_within_the_segment_is_considered_too() -> None:
    title = "关于调整部分市政府领导分工的通知"
    facts = [
        *division(pairs=PAIRS),
        structs.replace(document("增", "2020-05-06", "division"), title=title),
        fact(f.Post, "增", person="溪七", title="市政府副市长"),
        fact(f.Responsible, "增", person="溪七", area="科技"),
    ]
    (found,) = segments("教育", [], facts=facts, until=date(2020, 5, 6))
    assert "溪七" in found
    assert "溪七" not in people("教育", [], facts=facts)


def test_one_who_may_be_named_for_one_of_two_holders_is_told_so() -> None:
    facts = division(pairs=(("河二", "海四"),))
    found = outcomes("市商务局", away("河二", "海四"), facts=facts)
    assert found["江一"] == "may_be_named"


def test_of_two_holders_one_away_each_is_told_of_by_what_he_is() -> None:
    facts = division(pairs=(("河二", "海四"), ("湖三", "海四")))
    ill = [structs.replace(absence, kind="ill") for absence in away("湖三")]
    found = people("市商务局", ill, facts=facts)
    assert found["海四"].why.zh == "河二在岗，无须B角代行"
    assert found["海四"].why.en == "B of 河二, who is there"
    found = people("市商务局", away("湖三"), facts=facts)
    assert (found["海四"].outcome, found["洋五"].outcome) == ("acts", "coordinates")


def test_one_named_who_is_no_leader_is_considered_too() -> None:
    named = Decision(
        coordinator="洋五", holder="湖三", assignee="溪七", start=DAY, end=DAY, because="外出"
    )
    found = people("教育", away("湖三", "河二"), decisions=[named])
    assert found["溪七"].outcome == "acts"


def test_an_absence_before_the_segment_is_none_in_it() -> None:
    before = Absence(person="江一", start=date(2020, 5, 1), end=date(2020, 5, 3), kind="away")
    after = structs.replace(before, person="海四", start=date(2020, 5, 5), end=date(2020, 5, 6))
    found = outcomes("教育", [before, after])
    assert (found["江一"], found["海四"]) == ("not_named", "not_named")


def test_the_holder_comes_first_although_he_is_away() -> None:
    assert list(outcomes("教育", away("湖三")))[:2] == ["湖三", "河二"]
