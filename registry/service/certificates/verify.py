"""Use case: check a certificate: its signature, its answer worked out again, the registry."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from importlib.metadata import version

import msgspec

from registry.certificates.canonical import Signed
from registry.certificates.differences import differences, plain
from registry.certificates.form import Basis, Certificate
from registry.certificates.keys import PublicKey
from registry.certificates.replay import names_for, needed, replay, rules_for
from registry.errors import BadCertificate, RegistryError
from registry.graph.timeline import concerning
from registry.model.certificates import Difference, Records, SignatureState, Verdict
from registry.model.facts import AnyFact
from registry.service.certificates.certify import recorded
from registry.service.registry import Registry


def verify(signed: Signed, keys: Iterable[PublicKey], registry: Registry | None = None) -> Verdict:
    """Check a certificate.

    Args:
        signed: the certificate and its signature.
        keys: the keys that are trusted.
        registry: compared with what the certificate rests on, as it was known at the entry
            that the certificate names. Plain notices tell of facts alone: who was away and what
            was decided is then taken from the certificate.

    Raises:
        BadCertificate: it is of another form, or cannot be compared with this registry.
        NoSigningKey: a key in ``keys`` is none.
    """
    certificate = signed.certified()
    signature = _signature(signed, certificate, keys)
    again = tuple(_replayed(signed, certificate, certificate.basis))
    there = None if registry is None else tuple(_compared(signed, certificate, registry))
    return Verdict(
        holds=signature == "good" and not again and not there,
        signature=signature,
        kid=signed.signature.kid,
        issued=certificate.issued,
        made_by=certificate.versions.registry,
        checked_by=version("leadership-registry"),
        asked=certificate.asked,
        journal=certificate.journal,
        replay=again,
        registry=there,
    )


def _signature(
    signed: Signed, certificate: Certificate, keys: Iterable[PublicKey]
) -> SignatureState:
    key = next((key for key in keys if key.kid == signed.signature.kid), None)
    if key is None:
        return "key_unknown"
    if not signed.is_signed_by(key.key()):
        return "wrong"
    if key.retired is not None and certificate.issued > key.retired:
        return "key_retired"
    return "good"


def _replayed(
    signed: Signed, certificate: Certificate, basis: Basis, *, whole: bool = False
) -> Iterator[Difference]:
    """Yield where the answer that ``basis`` gives is not as certified.

    ``whole`` says that it has more records than a certificate tells.
    """
    certified = msgspec.json.decode(signed.certificate)
    try:
        told = needed(certificate.asked, basis) if whole else basis
        answer, considered = replay(certificate.asked, told)
    except RegistryError as error:
        yield Difference(path="answer", certified=certified["answer"], found=str(error))
        return
    yield from differences(certified["answer"], plain(answer), "answer")
    yield from differences(certified["considered"], plain(considered), "considered")


def _compared(signed: Signed, certificate: Certificate, registry: Registry) -> Iterator[Difference]:
    asked, basis, end = certificate.asked, certificate.basis, certificate.journal
    records = basis.records
    journaled = registry.chain(0) is not None
    if journaled:
        if end is None:
            raise BadCertificate(
                "the certificate was made from files, not from a journal; compare it with them:"
                " --source FILE"
            )
        chain = registry.chain(end.number)
        yield from differences(end.chain, chain, "journal.chain")
        registry = registry.known(end.number)
        records = recorded(registry, asked)
        yield from _not_recorded(basis.records, records)
    history = registry.history_of(asked.government)
    found = Basis(
        facts=concerning(history.facts, asked.government),
        rules=rules_for(registry.rules(asked.government), asked),
        records=records,
        glossary=names_for(registry.glossary, asked.subject),
    )
    yield from _facts(basis.facts, found.facts)
    for name in ("rules", "glossary"):
        here, there = plain(getattr(basis, name)), plain(getattr(found, name))
        yield from differences(here, there, f"basis.{name}")
    yield from _replayed(signed, certificate, found, whole=True)


def _not_recorded(certified: Records, found: Records) -> Iterator[Difference]:
    for name in Records.__struct_fields__:
        for place, record in enumerate(getattr(certified, name)):
            if record not in getattr(found, name):
                path = f"basis.records.{name}[{place}]"
                yield Difference(path=path, certified=plain(record), found=None)


def _facts(certified: tuple[AnyFact, ...], found: tuple[AnyFact, ...]) -> Iterator[Difference]:
    """Yield the facts that one side alone has; where in its text a clause stands is no matter."""
    there = Counter(map(_key, found))
    for place, fact in enumerate(certified):
        if there[_key(fact)]:
            there[_key(fact)] -= 1
        else:
            yield Difference(path=f"basis.facts[{place}]", certified=plain(fact), found=None)
    for fact in found:
        if there[_key(fact)]:
            there[_key(fact)] -= 1
            yield Difference(path="basis.facts", certified=None, found=plain(fact))


def _key(fact: AnyFact) -> AnyFact:
    return msgspec.structs.replace(fact, span=(0, 0))
