"""``POST /v1/notices``: a notice handed in, read at once."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from threading import BoundedSemaphore
from typing import Annotated, Any

from litestar import Controller, Request, Response, post
from litestar.di import NamedDependency
from litestar.exceptions import ClientException
from litestar.openapi.spec import OpenAPIMediaType, OpenAPIType, Operation, RequestBody, Schema
from litestar.params import QueryParameter, RawBody
from msgspec import Struct

from api.controllers.parameters import answered, problem
from api.controllers.writes.common import REFUSED, WRITES, WhyAtAll
from api.security.caller import Caller
from api.wire.links import notice_addresses
from api.writing import WRITTEN, Writing
from registry.model.facts import Document
from registry.model.journal import Entry, NoticeIngested
from registry.service.loading.load import notices_within, take_in
from registry.service.loading.packed import safe_name

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
FILES = {
    "text/plain": "notice.txt",
    "text/html": "notice.html",
    "application/pdf": "notice.pdf",
    DOCX: "notice.docx",
}
"""By its content type, what a notice without a name is called."""

AT_ONCE = BoundedSemaphore(2)
"""Reading a page, a PDF or a DOCX takes a process with up to 2 GiB: a few at a time."""

FileName = Annotated[
    str | None,
    QueryParameter(
        name="name", max_length=200, description="The file's name, to be shown as its source."
    ),
]


class Taken(Struct, frozen=True, kw_only=True):
    """What became of what was handed in.

    ``docs`` are the notices that are new, ``notices`` their addresses, ``entries`` those of the
    journal that hold them; ``known`` counts notices that were there already, ``unparsed``
    clauses not understood.
    """

    docs: tuple[str, ...]
    notices: tuple[str, ...]
    entries: tuple[int, ...]
    known: int
    unparsed: int


@dataclass
class _Upload(Operation):
    def __post_init__(self) -> None:
        kinds = {
            kind: OpenAPIMediaType(
                schema=Schema(type=OpenAPIType.STRING)
                if kind.startswith("text/")
                else Schema(type=OpenAPIType.STRING, content_encoding="binary")
            )
            for kind in FILES
        }
        self.request_body = RequestBody(content=kinds, description="The file.", required=True)


class Uploads(Controller):
    """Notices handed in one at a time; many go together as a job."""

    path = "/notices"
    tags = ("notices",)

    @post(
        operation_id="takeInNotice",
        summary="Hand in a notice",
        status_code=200,
        opt=WRITES,
        operation_class=_Upload,
        responses={
            **REFUSED,
            200: answered(Taken, "It has been read."),
            415: problem("The body is neither text, HTML, PDF nor DOCX."),
        },
        response_headers=WRITTEN,
        sync_to_thread=True,
    )
    def take_in(
        self,
        *,
        request: Request[Caller, Any, Any],
        writing: NamedDependency[Writing],
        body: RawBody,
        name: FileName = None,
        because: WhyAtAll = None,
    ) -> Response[Any]:
        """Read a notice, or an issue of several, into the journal; each text counts once."""
        usual = FILES.get(request.content_type[0])
        if usual is None:
            raise ClientException(
                f"send {', '.join(FILES)}, and say so in content-type", status_code=415
            )
        called = safe_name(name or usual, usual)
        digest = writing.digest((called, because, sha256(body).hexdigest()))
        if (before := writing.before(digest)) is not None:
            return before
        with AT_ONCE:
            notices = notices_within(body, called)
        desk = writing.desk
        taken = take_in(
            desk.journal,
            notices,
            by=writing.key.name,
            because=(because or "").strip() or None,
            source=called,
            now=desk.now,
        )
        new = [document for entry in taken.new for document in _documents(entry)]
        shown = Taken(
            docs=tuple(document.doc for document in new),
            notices=notice_addresses(new),
            entries=tuple(entry.number for entry in taken.new),
            known=taken.known,
            unparsed=taken.unparsed,
        )
        return writing.answer(writing.reply(digest, 200, shown, taken.new), keep=True)


def _documents(entry: Entry) -> tuple[Document, ...]:
    record = entry.record
    facts = record.facts if isinstance(record, NoticeIngested) else ()
    return tuple(fact for fact in facts if isinstance(fact, Document))
