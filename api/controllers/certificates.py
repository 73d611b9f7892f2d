"""``/v1/answers/certificate`` and ``/v1/certificates/keys``: signed answers, and who signs them."""

from __future__ import annotations

from litestar import Controller, MediaType, Response, get
from litestar.di import NamedDependency, Provide
from litestar.openapi.datastructures import ResponseSpec

from api.controllers.answers import Subject
from api.controllers.parameters import (
    PROBLEMS,
    Away,
    From,
    Government,
    KnownAt,
    On,
    To,
    Week,
    problem,
)
from api.security.access import anyone, needs
from api.security.caller import Caller
from registry.certificates.canonical import Signed
from registry.certificates.keys import PublicKeys
from registry.model.access import Scope
from registry.model.certificates import Records
from registry.service.certificates.certify import certify, signed
from registry.service.certificates.signing_keys import SigningKeys
from registry.service.periods import read_period
from registry.service.question import read_absences
from registry.service.registry import Registry
from registry.service.state import read_moment
from registry.wiring import now, signing_keys

_NO_KEY = {503: problem("No key signs here, or the folder of keys cannot be read.")}


def _keys() -> SigningKeys:
    return signing_keys()


class Certificates(Controller):
    """Answers as signed certificates, and the public keys to check them with."""

    path = "/"
    tags = ("certificates",)
    dependencies = {"keys": Provide(_keys, sync_to_thread=False)}  # noqa: RUF012 - Litestar's

    @get(
        "/answers/certificate",
        operation_id="certifyAnswer",
        summary="An answer, signed, with everything it rests on",
        opt=needs(Scope.READ),
        responses={
            200: ResponseSpec(
                data_container=Signed,
                description="A certificate; `registry verify` checks it.",
                generate_examples=False,
            ),
            **PROBLEMS,
            **_NO_KEY,
        },
        sync_to_thread=True,
    )
    def read(
        self,
        *,
        registry: NamedDependency[Registry],
        keys: NamedDependency[SigningKeys],
        caller: NamedDependency[Caller],
        subject: Subject,
        on: On = None,
        week: Week = None,
        start: From = None,
        end: To = None,
        away: Away = None,
        government: Government = None,
        known_at: KnownAt = None,
    ) -> Response[bytes]:
        """Give the answer of `/v1/answers` as a certificate, for 31 days at most.

        It holds the days and kinds of the absences that the answer rests on: where there are
        any, it takes the scope `absences`.
        """
        period = read_period(registry.today(), on=on, week=week, start=start, end=end)
        made = certify(
            registry,
            subject,
            period,
            read_absences(away or (), period),
            government=government,
            known_at=read_moment(known_at),
            issued=now(),
        )
        if made.basis.records != Records():
            caller.require({Scope.ABSENCES})
        content = signed(made, keys)
        return Response(content, media_type=MediaType.JSON, headers={"cache-control": "no-store"})

    @get(
        "/certificates/keys",
        operation_id="listSigningKeys",
        summary="The public keys that certificates are checked with",
        opt=anyone(),
        responses=_NO_KEY,
        sync_to_thread=True,
    )
    def public(self, *, keys: NamedDependency[SigningKeys]) -> PublicKeys:
        """Give every public key as a JSON Web Key Set, retired ones with the time of that."""
        return PublicKeys(keys.all())
