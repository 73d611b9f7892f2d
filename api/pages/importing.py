"""``/absences/import``: a table or a calendar, checked and shown, and then recorded whole."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

from litestar import Controller, Request, post
from litestar.datastructures import State, UploadFile
from litestar.di import NamedDependency
from litestar.enums import RequestEncodingType
from litestar.params import Body
from litestar.response import Redirect, Template
from msgspec import Meta, Struct

from api.controllers.parameters import LONGEST
from api.pages.days import lasting
from api.pages.recording import desk_of, enter
from api.pages.visit import Visit
from api.security.access import asks, writes
from api.security.caller import Caller
from registry.charts.words import say
from registry.errors import BadRecord
from registry.model.access import Scope
from registry.model.answers import Words
from registry.model.journal import AnyRecord
from registry.resolve.words import absence_words
from registry.service.desk import Desk
from registry.service.recording.absences import Rows, absences, rows_in
from registry.service.recording.rules import judged

_BYTES = 400_000


class FileForm(Struct, frozen=True):
    """A file that was checked, sent again to be recorded: its name and its text."""

    name: Annotated[str, Meta(max_length=LONGEST)]
    content: Annotated[str, Meta(max_length=_BYTES)]


class Line(Struct, frozen=True, kw_only=True):
    """One absence of the file."""

    person: str
    days: str
    kind: str


class ImportView(Struct, frozen=True, kw_only=True):
    """What recording a file would come to."""

    form: FileForm
    new: tuple[Line, ...]
    known: int
    taken_back: int
    passed_over: tuple[str, ...]
    warnings: tuple[str, ...]
    back: str


def import_view(desk: Desk, visit: Visit, form: FileForm) -> ImportView:
    """Return what recording the file would come to.

    Raises:
        RegistryError: a line is at fault.
    """
    _, (rows, remarks) = checked(desk, form, visit.government)
    lines = (record.absence for record in rows.new)
    return ImportView(
        form=form,
        new=tuple(
            Line(
                person=absence.person,
                days=lasting(absence, visit.lang),
                kind=say(absence_words((absence.kind,)), visit.lang),
            )
            for absence in lines
        ),
        known=rows.known,
        taken_back=len(rows.gone),
        passed_over=tuple(
            " · ".join(filter(None, (str(one.line), one.what, say(one.why, visit.lang))))
            for one in rows.passed_over
        ),
        warnings=tuple(say(words, visit.lang) for words in remarks),
        back=visit.links.to("/absences"),
    )


def checked(
    desk: Desk, form: FileForm, government: str | None
) -> tuple[tuple[AnyRecord, ...], tuple[Rows, tuple[Words, ...]]]:
    """Return the records that a file comes to, and what the rules have to say.

    Raises:
        RegistryError: a line is at fault.
    """
    file = Path(Path(form.name).name)
    known = desk.known(government)
    rows = absences(known, rows_in(form.content.encode(), file), file, government=government)
    places = [f"{file}, line {line}: " for line in rows.lines]
    remarks = judged(known.without(rows.gone), rows.new, places=places).remarks
    return (*rows.withdrawals, *rows.new), (rows, remarks)


class Importing(Controller):
    """Files of absences."""

    path = "/absences/import"
    include_in_schema = False

    @post(opt=asks(Scope.RECORD), status_code=200)
    async def check(
        self,
        request: Request[Caller, Any, State],
        visit: NamedDependency[Visit],
        data: Annotated[dict[str, UploadFile], Body(media_type=RequestEncodingType.MULTI_PART)],
    ) -> Template:
        """Show what the file comes to; nothing is recorded yet."""
        file = data.get("file")
        if file is None or not file.filename:
            raise BadRecord("no file was sent; choose a .csv or .ics file")
        content = await file.read(_BYTES + 1)
        if len(content) > _BYTES:
            raise BadRecord(f"the file is larger than {_BYTES // 1000} kB; import it in parts")
        form = FileForm(name=file.filename, content=content.decode("utf-8-sig", "replace"))
        view = import_view(desk_of(request), visit, form)
        return visit.page("import_check.html", visit.phrases.check_title, "absences", view)

    @post("/record", opt=writes(Scope.RECORD), status_code=303, sync_to_thread=True)
    def record(
        self,
        request: Request[Caller, Any, State],
        visit: NamedDependency[Visit],
        data: Annotated[FileForm, Body(media_type=RequestEncodingType.URL_ENCODED)],
    ) -> Redirect:
        """Record all of the file, or nothing."""
        desk = desk_of(request)
        months: list[str] = []

        def check() -> tuple[tuple[AnyRecord, ...], object]:
            records, (rows, _) = checked(desk, data, visit.government)
            months[:] = [one.absence.start.isoformat()[:7] for one in rows.new]
            return records, None

        enter(request, check, "")
        month = min(months, default=None)
        return Redirect(visit.links.to("/absences", month=month), status_code=303)
