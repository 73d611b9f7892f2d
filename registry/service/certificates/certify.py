"""Use case: an answer as a signed certificate, with everything that it rests on."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from importlib.metadata import version
from typing import TypeVar

from msgspec import structs

from registry.certificates.canonical import sign
from registry.certificates.form import Basis, Certificate, Versions
from registry.certificates.replay import names_for, needed, replay, rules_for
from registry.errors import BadPeriod
from registry.graph.timeline import concerning
from registry.model.certificates import Asked, JournalEnd, Records
from registry.model.records import Absence, Approval, Decision, HandoverStep
from registry.model.time import Period
from registry.resolve.names import check_person
from registry.service.certificates.signing_keys import SigningKeys
from registry.service.registry import Registry

_R = TypeVar("_R", Absence, Approval, Decision, HandoverStep)

MOST_DAYS = 31
"""Days that one certificate answers for."""


def certify(
    registry: Registry,
    subject: str,
    period: Period,
    supposed: Sequence[Absence] = (),
    *,
    government: str | None = None,
    known_at: datetime | None = None,
    issued: datetime,
) -> Certificate:
    """Return the answer that ``registry who`` gives, with everything it rests on, to be signed.

    Args:
        registry: whom to ask.
        subject: as in ``answer``, like ``period``, ``government`` and ``known_at``.
        period: at most ``MOST_DAYS`` days.
        supposed: absences that are no record; the certificate says so.
        government: the government asked for.
        known_at: the moment as of which is asked.
        issued: the moment of signing.

    Raises:
        BadPeriod: the period is too long.
        UnknownName: as ``answer``.
    """
    if period.end - period.start >= timedelta(days=MOST_DAYS):
        raise BadPeriod(f"a certificate answers for {MOST_DAYS} days at most; ask for fewer")
    # What is recorded from here on does not count: the answer and the digest are of one moment.
    known = registry.known(known_at)
    end = known.position()
    known = known.known(end)
    history = known.history(government, subject)
    asked = Asked(
        subject=subject.strip(),
        government=history.government,
        start=period.start,
        end=period.end,
        supposed=tuple(
            structs.replace(absence, person=check_person(history, absence.person))
            for absence in supposed
        ),
        known_at=known_at,
    )
    basis = needed(
        asked,
        Basis(
            facts=concerning(history.facts, history.government),
            rules=rules_for(known.rules(history.government), asked),
            records=recorded(known, asked),
            glossary=names_for(known.glossary, asked.subject),
        ),
    )
    answer, considered = replay(asked, basis)
    return Certificate(
        versions=Versions(registry=version("leadership-registry")),
        issued=issued,
        asked=asked,
        journal=journal_end(known, end),
        basis=basis,
        answer=answer,
        considered=considered,
    )


def signed(certificate: Certificate, keys: SigningKeys) -> bytes:
    """Return the file of ``certificate``, signed with the key in use.

    Raises:
        NoSigningKey: there is none, or it cannot be read.
    """
    key = keys.in_use()
    return sign(certificate, keys.private(key), key.kid)


def recorded(registry: Registry, asked: Asked) -> Records:
    """Return what is recorded for the days asked about; notes of hand-overs are left out."""
    every = registry.on_record(asked.government)
    return Records(
        absences=_within(every.absences, asked),
        decisions=_within(every.decisions, asked),
        handovers=tuple(
            structs.replace(step, note=None) for step in _within(every.handovers, asked)
        ),
        approvals=_within(every.approvals, asked),
    )


def _within(records: Sequence[_R], asked: Asked) -> tuple[_R, ...]:
    """Return those of ``records`` that hold on a day asked about."""
    return tuple(r for r in records if r.start <= asked.end and asked.start <= r.end)


def journal_end(registry: Registry, number: int) -> JournalEnd | None:
    """Return the entry of that number, when it was recorded and the digest up to it.

    ``None`` where there is no journal.
    """
    chain = registry.chain(number)
    if chain is None:
        return None
    last = next(registry.entries(after=number - 1), None) if number else None
    return JournalEnd(number=number, at=last.at if last else None, chain=chain)
