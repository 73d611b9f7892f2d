"""``/absences``: an absence held against the rules, shown, and only then recorded; withdrawals."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Annotated, Any

from litestar import Controller, Request, post
from litestar.datastructures import State
from litestar.di import NamedDependency
from litestar.enums import RequestEncodingType
from litestar.params import Body
from litestar.response import Redirect, Template
from msgspec import Meta, Struct

from api.controllers.parameters import LONGEST
from api.pages.days import lasting
from api.pages.links import Link
from api.pages.visit import Visit
from api.pages.words.errors import told
from api.security.access import asks, writes
from api.security.audit import wrote
from api.security.caller import Caller
from registry.charts.words import say
from registry.errors import AgainstRule, AlreadyRecorded, BadRecord, NeedsKey, NoJournal
from registry.model.access import Key, Scope
from registry.model.answers import Words
from registry.model.journal import AbsenceRecorded, AnyRecord
from registry.resolve.words import absence_words
from registry.service.desk import Desk
from registry.service.periods import read_span
from registry.service.recording.record import absence, said, withdrawal
from registry.service.recording.rules import judged
from registry.service.recording.write import write_checked

_Short = Annotated[str, Meta(max_length=LONGEST)]
_Long = Annotated[str, Meta(max_length=2000)]


class AbsenceForm(Struct, frozen=True):
    """An absence as the form has it; ``half`` is am or pm of the first day."""

    person: _Short
    start: _Short
    end: _Short = ""
    half: _Short = ""
    kind: _Short = "away"
    reason: _Long = ""
    approve_by: _Short = ""
    because: _Long = ""
    government: _Short = ""

    @property
    def when(self) -> str:
        """Return its days as ``read_span`` takes them."""
        if self.half:
            return f"{self.start}/{self.half}"
        return f"{self.start}/{self.end or self.start}"


class WithdrawForm(Struct, frozen=True):
    """Which entry is to count no more, and why."""

    number: int
    because: _Long
    government: _Short = ""


class CheckView(Struct, frozen=True, kw_only=True):
    """What the rules say of an absence before it is recorded.

    ``refused`` says that it cannot be, or not without approval where ``approval`` is set.
    """

    form: AbsenceForm
    person: Link
    days: str
    kind: str
    warnings: tuple[str, ...]
    refused: str
    approval: bool
    back: str


def check_view(desk: Desk, visit: Visit, form: AbsenceForm) -> CheckView:
    """Return what the rules say of the absence in ``form``.

    Raises:
        RegistryError: its person is not known, or its days cannot be read.
    """
    when = read_span(form.when)
    warnings: tuple[Words, ...] = ()
    refused, approval = "", False
    try:
        _, warnings = checked(desk, form)
    except AgainstRule as error:
        refused, approval = str(error), not form.approve_by
    except (AlreadyRecorded, BadRecord) as error:
        refused = str(error)
    return CheckView(
        form=form,
        person=visit.links.person(form.person),
        days=lasting(when, visit.lang),
        kind=say(absence_words((form.kind,)), visit.lang),
        warnings=tuple(say(words, visit.lang) for words in warnings),
        refused=" ".join(told(refused, visit.lang)).strip(),
        approval=approval,
        back=visit.links.to("/absences", month=form.start[:7]),
    )


def checked(desk: Desk, form: AbsenceForm) -> tuple[Sequence[AnyRecord], tuple[Words, ...]]:
    """Return the records that the form comes to, and what the rules have to say.

    Raises:
        RegistryError: it cannot be recorded.
    """
    government = form.government or None
    known = desk.known(government)
    made: AbsenceRecorded = absence(
        known,
        form.person,
        read_span(form.when),
        form.kind,
        government=government,
        reason=form.reason,
    )
    found = judged(
        known,
        [made],
        approved_by=form.approve_by.strip() or None,
        because=form.because.strip() or None,
    )
    return [made, *found.approvals], found.remarks


def enter(
    request: Request[Caller, Any, State],
    check: Callable[[], tuple[Sequence[AnyRecord], Any]],
    because: str,
) -> tuple[int, ...]:
    """Write what ``check`` returns in the name of who is signed in; return the entries' numbers.

    Raises:
        RegistryError: what ``check`` raises, or others record all the time.
    """
    desk, key = desk_of(request), key_of(request)
    entries, _ = write_checked(
        desk.journal, check, by=key.name, because=because.strip() or None, now=desk.now
    )
    numbers = tuple(entry.number for entry in entries)
    wrote(request.state, numbers)
    return numbers


def key_of(request: Request[Caller, Any, Any]) -> Key:
    """Return the key of who is signed in.

    Raises:
        NeedsKey: nobody is.
    """
    key = request.user.key
    if key is None:
        raise NeedsKey("a write needs a key: sign in first")
    return key


def desk_of(request: Request[Any, Any, State]) -> Desk:
    """Return where a service takes in what people enter.

    Raises:
        NoJournal: it has no database.
    """
    desk = request.app.state.get("desk")
    if not isinstance(desk, Desk):
        raise NoJournal("this service has no database to record in; start it over one")
    return desk


class Recording(Controller):
    """Absences entered on the page."""

    path = "/absences"
    include_in_schema = False

    @post("/check", opt=asks(Scope.RECORD), status_code=200, sync_to_thread=True)
    def check(
        self,
        request: Request[Caller, Any, State],
        visit: NamedDependency[Visit],
        data: Annotated[AbsenceForm, Body(media_type=RequestEncodingType.URL_ENCODED)],
    ) -> Template:
        """Show what the rules say; nothing is recorded yet."""
        view = check_view(desk_of(request), visit, data)
        return visit.page("absence_check.html", visit.phrases.check_title, "absences", view)

    @post(opt=writes(Scope.RECORD), status_code=303, sync_to_thread=True)
    def record(
        self,
        request: Request[Caller, Any, State],
        visit: NamedDependency[Visit],
        data: Annotated[AbsenceForm, Body(media_type=RequestEncodingType.URL_ENCODED)],
    ) -> Redirect:
        """Record it, and go back to its month."""
        desk = desk_of(request)
        enter(request, lambda: checked(desk, data), data.because)
        return Redirect(visit.links.to("/absences", month=data.start[:7]), status_code=303)

    @post("/withdraw", opt=writes(Scope.RECORD), status_code=303, sync_to_thread=True)
    def withdraw(
        self,
        request: Request[Caller, Any, State],
        visit: NamedDependency[Visit],
        data: Annotated[WithdrawForm, Body(media_type=RequestEncodingType.URL_ENCODED)],
    ) -> Redirect:
        """Have an absence count no more; what was known before stays known then."""
        desk = desk_of(request)

        def check() -> tuple[list[AnyRecord], str]:
            made, entry = withdrawal(desk.journal, data.number)
            if not isinstance(entry.record, AbsenceRecorded):
                raise BadRecord(f"entry {data.number} is no absence; withdraw it elsewhere")
            return [made], entry.record.absence.start.isoformat()[:7]

        enter(request, check, said(data.because))
        return Redirect(visit.links.to("/absences"), status_code=303)
