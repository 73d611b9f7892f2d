"""``/notices``: files of notices handed in, and what became of each."""

from __future__ import annotations

from typing import Any

from anyio.to_thread import run_sync
from litestar import Controller, Request, post
from litestar.datastructures import State, UploadFile
from litestar.di import NamedDependency
from litestar.response import Template
from msgspec import Struct

from api.controllers.writes.uploads import AT_ONCE
from api.pages.links import Link
from api.pages.recording import desk_of, key_of
from api.pages.visit import Visit
from api.pages.words.errors import told
from api.security.access import writes
from api.security.audit import wrote
from api.security.caller import Caller
from registry.errors import BadRecord, UnreadableSource
from registry.model.access import Scope
from registry.model.facts import Document
from registry.model.journal import Entry, NoticeIngested
from registry.service.desk import Desk
from registry.service.loading.load import notices_within, take_in
from registry.service.loading.packed import safe_name

MOST = 20
"""Files in one go; a page sends them one at a time, and without a script all together."""


def size(count: int) -> str:
    """Return a number of bytes as people say it, rounded down.

    >>> size(20_000_000), size(64 * 1024 * 1024), size(1_500)
    ('20 MB', '67.1 MB', '1.5 kB')
    """
    unit, name = (1_000_000, "MB") if count >= 1_000_000 else (1_000, "kB")
    return f"{count * 10 // unit / 10:g} {name}"


class FileRead(Struct, frozen=True, kw_only=True):
    """What became of one file; ``refused`` says why nothing of it was taken."""

    name: str
    new: tuple[Link, ...] = ()
    known: int = 0
    unparsed: int = 0
    refused: str = ""


class UploadedView(Struct, frozen=True, kw_only=True):
    """What became of all files."""

    files: tuple[FileRead, ...]
    back: str


def read(
    desk: Desk, visit: Visit, name: str, content: bytes, by: str
) -> tuple[FileRead, tuple[int, ...]]:
    """Read one file into the journal; return what became of it, and the entries written."""
    called = safe_name(name, "notice")
    try:
        with AT_ONCE:
            notices = notices_within(content, called)
    except UnreadableSource as error:
        return FileRead(name=called, refused=" ".join(told(str(error), visit.lang)).strip()), ()
    taken = take_in(desk.journal, notices, by=by, source=called, now=desk.now)
    return (
        FileRead(
            name=called,
            new=tuple(link for entry in taken.new for link in _docs(entry, visit)),
            known=taken.known,
            unparsed=taken.unparsed,
        ),
        tuple(entry.number for entry in taken.new),
    )


def _docs(entry: Entry, visit: Visit) -> tuple[Link, ...]:
    record = entry.record
    facts = record.facts if isinstance(record, NoticeIngested) else ()
    docs = (fact.doc for fact in facts if isinstance(fact, Document))
    return tuple(Link(doc, visit.links.notice(doc)) for doc in docs)


class Uploading(Controller):
    """Notices handed in on the page."""

    path = "/notices"
    include_in_schema = False

    @post(opt=writes(Scope.RECORD), status_code=200)
    async def take(
        self, request: Request[Caller, Any, State], visit: NamedDependency[Visit]
    ) -> Template:
        """Read the files into the journal, each whole or not at all."""
        form = await request.form()
        sent = [file for file in form.getall("files", []) if isinstance(file, UploadFile)]
        files = [(file.filename, await file.read()) for file in sent if file.filename]
        if not 0 < len(files) <= MOST:
            raise BadRecord(f"{len(files)} files were sent; choose 1 to {MOST}")
        desk, by = desk_of(request), key_of(request).name
        outcomes = [await run_sync(read, desk, visit, name, content, by) for name, content in files]
        wrote(request.state, tuple(number for _, numbers in outcomes for number in numbers))
        view = UploadedView(
            files=tuple(one for one, _ in outcomes), back=visit.links.to("/notices")
        )
        return visit.page("uploaded.html", visit.phrases.uploaded_title, "notices", view)
