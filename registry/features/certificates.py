"""当, 那么: steps that have an answer certified, and the certificate checked."""

from __future__ import annotations

from datetime import UTC, date, datetime

from pytest_bdd import then, when

from registry.certificates.canonical import read
from registry.features.records import Records
from registry.features.values import sentence
from registry.model.certificates import Verdict
from registry.model.time import Period
from registry.service.certificates.certify import certify, signed
from registry.service.certificates.signing_keys import SigningKeys
from registry.service.certificates.verify import verify

_ISSUED = datetime(2019, 12, 31, tzinfo=UTC)


def _keys(records: Records) -> SigningKeys:
    keys = SigningKeys(records.folder / "keys")
    if not keys.all():
        keys.make(_ISSUED)
    return keys


def _checked(records: Records, certificate: bytes) -> Verdict:
    return verify(read(certificate, "certificate"), _keys(records).all())


@when(sentence("请求出具{on:Day}谁管“{subject}”的证明"), target_fixture="certificate")
def have_certified(records: Records, on: date, subject: str) -> bytes:
    made = certify(
        records.registry(),
        subject,
        Period(on, on),
        records.absences,
        government=records.government,
        issued=_ISSUED,
    )
    return signed(made, _keys(records))


@when(sentence("有人把证明中的“{before}”改成“{after}”"), target_fixture="certificate")
def change(certificate: bytes, before: str, after: str) -> bytes:
    assert before.encode() in certificate
    return certificate.replace(before.encode(), after.encode())


@then("证明经核验成立")
def holds(records: Records, certificate: bytes) -> None:
    verdict = _checked(records, certificate)
    assert verdict.holds, verdict


@then("证明经核验不成立")
def holds_not(records: Records, certificate: bytes) -> None:
    verdict = _checked(records, certificate)
    assert not verdict.holds
    assert verdict.signature == "wrong"


@then(sentence("重算与证明不符的是“{path}”"))
def differs(records: Records, certificate: bytes, path: str) -> None:
    paths = [difference.path for difference in _checked(records, certificate).replay]
    assert path in paths, paths


@then(sentence("证明写明{person}“{why}”"))
def was_considered(certificate: bytes, person: str, why: str) -> None:
    ((*people,),) = read(certificate, "certificate").certified().considered
    assert [one.why.zh for one in people if one.person == person] == [why]
