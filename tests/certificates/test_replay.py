"""Whatever was recorded, a certificate says what the registry says, and is worked out again."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec import structs

from registry.certificates.canonical import read
from registry.certificates.replay import replay
from registry.errors import Conflict, UnknownName
from registry.model import journal as j
from registry.model.answers import Answer
from registry.model.facts import Appointed, Supervises
from registry.model.time import Period
from registry.service.answers.answer import answer
from registry.service.certificates.certify import certify, signed
from registry.service.certificates.signing_keys import SigningKeys
from registry.service.certificates.verify import verify
from registry.service.journaled import Journaled
from registry.service.registry import Registry
from registry.store.memory import MemoryJournal
from tests.graph.city import CITY, division, document, fact
from tests.state.test_properties import GLOSSARY, NOTICES, RULES, SUBJECTS, days, records

ISSUED = datetime(2024, 6, 2, tzinfo=UTC)
AT = datetime(2020, 3, 1, tzinfo=UTC)

journals = st.lists(records, max_size=8).map(lambda made: (*NOTICES[:2], *made))
periods = st.builds(
    lambda start, length: Period(start, start + timedelta(days=length)), days, st.integers(0, 30)
)


def filled(journal: MemoryJournal, made: tuple[j.AnyRecord, ...]) -> Journaled:
    for record in made:
        try:
            journal.append([record], by="何文书", at=AT)
        except Conflict:
            continue  # a notice that is known, or an entry that is not there to be withdrawn
    return Journaled(journal, (RULES,), GLOSSARY, lambda: date(2020, 6, 1))


def told(registry: Journaled, subject: str, period: Period) -> Answer:
    found = answer(registry, subject, period, government=CITY)
    return structs.replace(found, holidays=(), holidays_unknown=())


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    made=journals,
    later=st.lists(records, max_size=3).map(tuple),
    subject=st.sampled_from(SUBJECTS),
    period=periods,
)
def test_a_certificate_holds(
    keys: SigningKeys,
    made: tuple[j.AnyRecord, ...],
    later: tuple[j.AnyRecord, ...],
    subject: str,
    period: Period,
) -> None:
    journal = MemoryJournal()
    registry = filled(journal, made)
    try:
        certificate = certify(registry, subject, period, government=CITY, issued=ISSUED)
    except UnknownName:
        return
    assert certificate.answer == told(registry, subject, period)
    assert certificate.journal is not None
    assert certificate.journal.chain == journal.chain()
    assert len(certificate.considered) == len(certificate.answer.segments)
    for segment, people in zip(certificate.answer.segments, certificate.considered, strict=True):
        acts = {one.person for one in people if one.outcome == "acts"}
        assert acts == {cover.acting for cover in segment.covers if cover.acting}
        assert len({one.person for one in people}) == len(people)
    file = read(signed(certificate, keys), "file")
    assert file.certified() == certificate
    assert verify(file, keys.all()).holds
    # Whatever is recorded later, it is what was known at that entry.
    verdict = verify(file, keys.all(), filled(journal, later))
    assert verdict.holds, verdict.registry


@settings(
    max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(made=journals, subject=st.sampled_from(SUBJECTS), period=periods)
def test_no_record_is_told_without_need(
    made: tuple[j.AnyRecord, ...], subject: str, period: Period
) -> None:
    registry = filled(MemoryJournal(), made)
    try:
        certificate = certify(registry, subject, period, government=CITY, issued=ISSUED)
    except UnknownName:
        return
    for name in certificate.basis.records.__struct_fields__:
        own = getattr(certificate.basis.records, name)
        for place in range(len(own)):
            fewer = structs.replace(
                certificate.basis.records, **{name: own[:place] + own[place + 1 :]}
            )
            basis = structs.replace(certificate.basis, records=fewer)
            assert replay(certificate.asked, basis)[0] != certificate.answer


def test_only_what_bears_on_the_government_is_in_it(keys: SigningKeys) -> None:
    """Another city's notice of the same title is not; what the congress says of its posts is."""
    congress, shared = "云岭人常〔2020〕2号", "关于领导分工的通知"
    other = document(shared, "2020-03-05", "division", "别山市人民政府")
    appointed = {"person": "溪七", "post": f"{CITY}副市长"}
    facts = (
        *division(),
        other,
        fact(Supervises, shared, person="别人", org="市商务局"),
        document(congress, "2020-03-06", "appointment", "云岭市人大常委会"),
        fact(Appointed, congress, **appointed),
        fact(Appointed, congress, person="庭八", post="云岭市人民法院院长"),
    )
    registry = Registry(facts, (RULES,), GLOSSARY, lambda: date(2020, 6, 1))
    day = Period(date(2020, 4, 1), date(2020, 4, 1))
    for subject in ("溪七", "市商务局", "市政府副市长"):
        made = certify(registry, subject, day, government=CITY, issued=ISSUED)
        whole = answer(registry, subject, day, government=CITY)
        assert made.answer == structs.replace(whole, holidays=(), holidays_unknown=())
        named = {getattr(one, "person", "") for one in made.basis.facts}
        assert "溪七" in named
        assert not named & {"别人", "庭八"}
        assert verify(read(signed(made, keys), "file"), keys.all(), registry).holds
