"""Whatever is changed in a certificate, it is noticed; how it is laid out does not matter."""

from __future__ import annotations

import json
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec import Raw, structs

from registry.certificates.canonical import Signed, canonical, read, sign
from registry.certificates.keys import PublicKey
from registry.errors import BadCertificate
from registry.service.certificates.signing_keys import SigningKeys
from registry.service.certificates.verify import verify


def genuine(content: bytes, keys: tuple[PublicKey, ...]) -> bool:
    """Say whether the file can be read, and one of the keys signed it."""
    try:
        signed = read(content, "file")
    except BadCertificate:
        return False
    return any(key.kid == signed.signature.kid and signed.is_signed_by(key.key()) for key in keys)


def compact(content: bytes) -> bytes:
    return msgspec.json.format(content, indent=-1)


def test_as_it_was_made_it_holds(certificate: bytes, keys: SigningKeys) -> None:
    verdict = verify(read(certificate, "file"), keys.all())
    assert (verdict.holds, verdict.signature, verdict.replay) == (True, "good", ())


@settings(max_examples=400, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_no_byte_can_be_changed(certificate: bytes, keys: SigningKeys, data: st.DataObject) -> None:
    whole = compact(certificate)
    # The signature and the key's id are its last few hundred bytes: half of the tries are there.
    start = data.draw(st.sampled_from([0, len(whole) - 250]))
    place = data.draw(st.integers(start, len(whole) - 1))
    byte = data.draw(st.integers(0, 255).filter(lambda b: b != whole[place]))
    changed = whole[:place] + bytes([byte]) + whole[place + 1 :]
    assert genuine(whole, keys.all())
    assert not genuine(changed, keys.all())


@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_no_byte_can_be_left_out_or_put_in(
    certificate: bytes, keys: SigningKeys, data: st.DataObject
) -> None:
    whole = compact(certificate)
    place = data.draw(st.integers(0, len(whole) - 1))
    byte = data.draw(st.integers(0, 255).filter(lambda b: bytes([b]) not in b" \t\r\n"))
    assert not genuine(whole[:place] + whole[place + 1 :], keys.all())
    assert not genuine(whole[:place] + bytes([byte]) + whole[place:], keys.all())


@pytest.mark.parametrize("indent", [None, 0, 1, 4, "\t"])
def test_white_space_between_tokens_does_not_matter(
    certificate: bytes, keys: SigningKeys, indent: int | str | None
) -> None:
    laid_out = json.dumps(json.loads(certificate), ensure_ascii=False, indent=indent)
    assert genuine(laid_out.encode(), keys.all())


def in_other_order(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: in_other_order(value[key]) for key in reversed(value)}
    return [in_other_order(item) for item in value] if isinstance(value, list) else value


def test_what_could_be_read_in_two_ways_is_refused(certificate: bytes) -> None:
    text = compact(certificate).decode()
    other_order = json.dumps(in_other_order(json.loads(text)), ensure_ascii=False)
    escaped = json.dumps(json.loads(text))
    twice = text.replace('"asked":', '"asked":{},"asked":', 1)
    added = text.replace('"signature":', '"note":"","signature":', 1)
    for bad in (other_order, escaped, twice, added, "[" * 100_000, text + text, ""):
        with pytest.raises(BadCertificate):
            read(bad.encode(), "file")


@pytest.mark.parametrize("value", ["", "AAAA", "!", "A" * 88])
def test_another_signature_is_none(certificate: bytes, keys: SigningKeys, value: str) -> None:
    signed = read(certificate, "file")
    forged = structs.replace(signed, signature=structs.replace(signed.signature, value=value))
    assert not genuine(msgspec.json.encode(forged, order="sorted"), keys.all())


def test_a_signature_is_for_certificates_alone(certificate: bytes, keys: SigningKeys) -> None:
    """The same key's signature of the bare bytes is not taken for one of a certificate."""
    from base64 import b64encode

    signed = read(certificate, "file")
    bare = keys.private(keys.in_use()).sign(bytes(signed.certificate))
    forged = structs.replace(
        signed, signature=structs.replace(signed.signature, value=b64encode(bare).decode())
    )
    assert not genuine(msgspec.json.encode(forged, order="sorted"), keys.all())


def resigned(certificate: bytes, keys: SigningKeys, change: dict[str, Any]) -> Signed:
    """Return the certificate with other values at some paths, signed by the same key."""
    whole = json.loads(certificate)
    for path, value in change.items():
        *way, last = path.split(".")
        place = whole["certificate"]
        for step in way:
            place = place[int(step)] if isinstance(place, list) else place[step]
        place[int(last) if isinstance(place, list) else last] = value
    text = canonical(whole["certificate"])
    made = Signed(certificate=Raw(text), signature=read(certificate, "file").signature)
    return read(sign(made.certified(), keys.private(keys.in_use()), keys.in_use().kid), "again")


@pytest.mark.parametrize(
    ("path", "value", "found"),
    [
        ("answer.segments.0.acting", ["顾远帆"], "answer.segments[0].acting[0]"),
        ("answer.segments.0.covers.0.flags", ["no_pair"], "answer.segments[0].covers[0].flags[0]"),
        ("answer.segments.0.to", "2024-06-04", "answer.segments[0].to"),
        ("considered.0.0.outcome", "absent", "considered[0][0].outcome"),
        ("asked.to", "2024-06-04", "answer.segments[0].to"),
        ("asked.subject", "教育", "answer.segments[0].acting[0]"),
    ],
)
def test_who_signs_what_does_not_follow_is_found_out(
    certificate: bytes, keys: SigningKeys, path: str, value: object, found: str
) -> None:
    verdict = verify(resigned(certificate, keys, {path: value}), keys.all())
    assert verdict.signature == "good"
    assert not verdict.holds
    assert found in [difference.path for difference in verdict.replay]


def test_a_question_that_cannot_be_answered_is_no_traceback(
    certificate: bytes, keys: SigningKeys
) -> None:
    verdict = verify(resigned(certificate, keys, {"basis.facts": []}), keys.all())
    (difference,) = verdict.replay
    assert difference.path == "answer"
    assert "no notice" in difference.found
