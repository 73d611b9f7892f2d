"""The one way in which a request writes to the journal: checked, once, and told to whom it may be.

``If-Match`` holds a write to what its sender last saw; ``Idempotency-Key`` lets him send it
again without its being done again.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from hashlib import sha256
from typing import Annotated, Any, TypeVar

import msgspec
from litestar import MediaType, Request, Response
from litestar.datastructures import ResponseHeader
from litestar.di import NamedDependency
from litestar.params import HeaderParameter
from msgspec import Struct

from api.security.audit import wrote
from api.security.caller import Caller
from registry.errors import NeedsKey, OtherRequest, RegistryError, Stale
from registry.model.access import Key
from registry.model.desk import Reply
from registry.model.journal import AnyRecord, Entry
from registry.service.desk import Desk
from registry.service.recording.write import write_checked

_TAG = re.compile(r'"j([0-9]{1,16})(?:-why)?(?:-gzip)?"', re.ASCII)
_T = TypeVar("_T")

IfMatch = Annotated[
    str | None,
    HeaderParameter(
        name="if-match",
        max_length=400,
        description=(
            "The ETag of the listing that this rests on: refused with 412 if more has been"
            " recorded of the government since."
        ),
    ),
]
IdempotencyKey = Annotated[
    str | None,
    HeaderParameter(
        name="idempotency-key",
        min_length=1,
        max_length=200,
        pattern=r"^[\x21-\x7e]+$",
        description=(
            "Any text of your own for this request: sent again within a day, it is answered as"
            " the first time and not done again."
        ),
    ),
]

WRITTEN = [
    ResponseHeader(name="etag", description="To go on with `If-Match`.", documentation_only=True),
    ResponseHeader(name="location", description="What was written.", documentation_only=True),
    ResponseHeader(
        name="idempotent-replayed",
        description="`true` where this is the answer of an earlier request.",
        documentation_only=True,
    ),
]
"""Headers of the answer to a write."""


class Writing(Struct, frozen=True, kw_only=True):
    """A request that writes: by whom, on what it rests, and whether it was sent before.

    ``asked`` is its method and address; ``rests_on`` the entries up to which its sender knew
    the journal, by the tags that he gave.
    """

    desk: Desk
    key: Key
    request: Request[Any, Any, Any]
    asked: str
    token: str | None = None
    rests_on: tuple[int, ...] | None = None

    def record(
        self,
        said: object,
        check: Callable[[], tuple[Sequence[AnyRecord], _T]],
        show: Callable[[Sequence[Entry], _T], Struct],
        *,
        because: str | None = None,
        source: str | None = None,
        status: int = 201,
    ) -> Response[Any]:
        """Append what ``check`` returns, and answer with what ``show`` makes of it.

        Args:
            said: what was sent, to know it again.
            check: as in ``write_checked``.
            show: makes the answer from the entries and from what else ``check`` returned.
            because: why.
            source: where it comes from.
            status: of the answer.

        Raises:
            Stale: more is recorded than what the sender rested it on.
            OtherRequest: his ``Idempotency-Key`` stands for another request.
            RegistryError: what ``check`` raises.
        """
        digest = self.digest(said)
        if (before := self.before(digest)) is not None:
            return before
        rest: _T

        def checked() -> tuple[Sequence[AnyRecord], _T]:
            nonlocal rest
            records, rest = check()
            self._refuse_stale(records)
            return records, rest

        def reply(entries: tuple[Entry, ...]) -> Reply:
            return self.reply(digest, status, show(entries, rest), entries)

        journal = self.desk.journal
        if self.token is not None:
            journal = self.desk.replies.journal(self.key.id, self.token, reply, self.desk.now())
        try:
            entries, _ = write_checked(
                journal,
                checked,
                by=self.key.name,
                because=(because or "").strip() or None,
                source=source,
                now=self.desk.now,
            )
        except RegistryError:
            # The same request may have been faster: then its answer is this one's.
            if (before := self.before(digest)) is not None:
                return before
            raise
        return self.answer(reply(entries), keep=not entries)

    def digest(self, said: object) -> str:
        """Return by what the request is known again."""
        return sha256(msgspec.json.encode((self.asked, said))).hexdigest()

    def before(self, digest: str) -> Response[Any] | None:
        """Return what was answered to this request before.

        Raises:
            OtherRequest: the token was given to another request.
        """
        if self.token is None:
            return None
        reply = self.desk.replies.get(self.key.id, self.token)
        if reply is None:
            return None
        if reply.digest != digest:
            raise OtherRequest(
                "that Idempotency-Key was sent with another request before; give each its own"
            )
        return _response(reply, {"idempotent-replayed": "true"})

    def answer(self, reply: Reply, *, keep: bool) -> Response[Any]:
        """Return a reply as it goes out; ``keep`` it for the same request, if it is not kept yet."""
        if keep and self.token is not None:
            now = self.desk.now()
            reply = self.desk.replies.keep(self.key.id, self.token, reply, now)
        wrote(self.request.state, reply.entries)
        return _response(reply, {})

    def reply(self, digest: str, status: int, shown: Struct, entries: Sequence[Entry]) -> Reply:
        """Return the reply that shows ``shown`` and says which entries were written."""
        numbers = tuple(entry.number for entry in entries)
        links = getattr(shown, "links", None)
        return Reply(
            digest=digest,
            status=status,
            location=links.own if links is not None else None,
            etag=tag(numbers[-1]) if numbers else None,
            body=msgspec.json.encode(shown).decode(),
            entries=numbers,
        )

    def _refuse_stale(self, records: Sequence[AnyRecord]) -> None:
        if self.rests_on is None:
            return
        bodies = {getattr(record, "government", None) for record in records} or {None}
        last = max(self.desk.journal.last(body) for body in bodies)
        if last > max(self.rests_on, default=-1):
            raise Stale(
                f"entry {last} was recorded since what `If-Match` names; look again, then send it"
                " with the new ETag"
            )


def writing(
    request: Request[Any, Any, Any],
    caller: NamedDependency[Caller],
    desk: NamedDependency[Desk],
    if_match: IfMatch = None,
    idempotency_key: IdempotencyKey = None,
) -> Writing:
    """Read what every write may be sent with."""
    if caller.key is None:
        raise NeedsKey("a write needs a key")
    return Writing(
        desk=desk,
        key=caller.key,
        request=request,
        asked=f"{request.method} {request.url.path}?{request.url.query}",
        token=idempotency_key,
        rests_on=rests_on(if_match) if if_match is not None else None,
    )


def tag(number: int, *, tells_why: bool = False) -> str:
    """Return the ETag of a listing as of an entry of the journal.

    >>> tag(17), tag(17, tells_why=True)
    ('"j17"', '"j17-why"')
    """
    return f'"j{number}{"-why" if tells_why else ""}"'


def rests_on(if_match: str) -> tuple[int, ...] | None:
    """Return the entries that the tags of an ``If-Match`` name; ``None`` for any.

    >>> rests_on('"j17", "j9-why"'), rests_on('"x"'), rests_on("*")
    ((17, 9), (), None)
    """
    if if_match.strip() == "*":
        return None
    found = (_TAG.fullmatch(part.strip()) for part in if_match.split(","))
    return tuple(int(one[1]) for one in found if one is not None)


def _response(reply: Reply, headers: dict[str, str]) -> Response[Any]:
    if reply.location is not None:
        headers["location"] = reply.location
    if reply.etag is not None:
        headers["etag"] = reply.etag
    return Response(
        reply.body.encode(),
        status_code=reply.status,
        media_type=MediaType.JSON,
        headers=headers,
    )
