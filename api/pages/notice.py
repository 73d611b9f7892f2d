"""``/notices``: what was read, and each fact marked where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from litestar import Controller, get
from litestar.di import NamedDependency
from litestar.response import Template
from msgspec import Struct

from api.pages.days import written
from api.pages.links import Link, anchor
from api.pages.parameters import Doc
from api.pages.quoted import Quoter
from api.pages.said_fact import said
from api.pages.visit import Visit
from api.pages.words.facts import DOCUMENTS, FACTS
from api.security.access import needs
from registry.charts.words import say
from registry.model.access import Scope
from registry.model.facts import AnyFact, Unparsed
from registry.service.answers.notice import Mark, Read, marked, notice, notices
from registry.service.registry import Registry


class Row(Struct, frozen=True, kw_only=True):
    """One notice of the list."""

    date: str
    iso: str
    doc: Link
    title: str
    kind: str
    facts: int
    unparsed: int


class NoticesView(Struct, frozen=True, kw_only=True):
    """The list, the newest first; ``records`` says whether who looks may hand in more.

    ``largest`` is how many bytes may be handed in at once.
    """

    government: str
    rows: tuple[Row, ...]
    records: bool
    sign_in: str
    largest: int


class Stated(Struct, frozen=True, kw_only=True):
    """One fact: its kind, what it says in words, and the place of its clause on the page."""

    kind: str
    text: tuple[Link, ...]
    unparsed: bool


class Stretch(Struct, frozen=True, kw_only=True):
    """A stretch of the text; ``facts`` are those whose clause it is a part of.

    ``anchors`` are the places that begin here.
    """

    text: str
    facts: tuple[Stated, ...]
    anchors: tuple[str, ...]
    unparsed: bool


class Clause(Struct, frozen=True, kw_only=True):
    """A clause of a notice whose text is not kept, and the facts that quote it."""

    text: str
    anchor: str
    facts: tuple[Stated, ...]
    unparsed: bool


class Count(Struct, frozen=True, kw_only=True):
    """How many facts of one kind there are."""

    kind: str
    count: int


class NoticeView(Struct, frozen=True, kw_only=True):
    """One notice: either its text in stretches, or its clauses where the text is not kept."""

    doc: str
    title: str
    date: str
    effective: str
    issuer: str
    kind: str
    counts: tuple[Count, ...]
    unparsed: tuple[Link, ...]
    stretches: tuple[Stretch, ...]
    clauses: tuple[Clause, ...]


def notices_view(registry: Registry, visit: Visit) -> NoticesView:
    """Return the list of the notices of a government."""
    history = registry.history(visit.government)
    rows = [_row(read, visit) for read in notices(registry, history.government)]
    return NoticesView(
        government=history.government,
        rows=tuple(sorted(rows, key=lambda row: row.iso, reverse=True)),
        records=visit.records,
        sign_in=visit.links.to("/sign-in", next=visit.own_address) if visit.keys else "",
        largest=visit.largest,
    )


def _row(read: Read, visit: Visit) -> Row:
    document = read.document
    return Row(
        date=written(document.date, visit.lang),
        iso=document.date or "",
        doc=Link(document.doc, visit.links.notice(document.doc)),
        title=document.title,
        kind=say(DOCUMENTS[document.kind], visit.lang),
        facts=len(read.facts) - len(read.unparsed),
        unparsed=len(read.unparsed),
    )


def notice_view(registry: Registry, visit: Visit, doc: str) -> NoticeView:
    """Return the page on one notice.

    Raises:
        UnknownName: there is no such notice.
    """
    history = registry.history(visit.government)
    read = notice(registry, doc, history.government)
    quoter = Quoter(registry, history, visit)
    document = read.document
    marks = marked(read.text, read.facts) if read.text is not None else ()
    return NoticeView(
        doc=document.doc,
        title=document.title,
        date=written(document.date, visit.lang),
        effective=written(document.effective, visit.lang),
        issuer=document.issuer or "",
        kind=say(DOCUMENTS[document.kind], visit.lang),
        counts=tuple(_counts(read.facts, visit)),
        unparsed=tuple(
            Link(fact.clause, f"#{anchor(fact.clause)}") for fact in dict.fromkeys(read.unparsed)
        ),
        stretches=tuple(_stretches(marks, quoter)),
        clauses=tuple(_clauses(read, quoter)) if read.text is None else (),
    )


def _counts(facts: Iterable[AnyFact], visit: Visit) -> Iterator[Count]:
    counted: dict[str, int] = {}
    for fact in facts:
        label = say(FACTS[_tag(fact)], visit.lang)
        counted[label] = counted.get(label, 0) + 1
    for label, count in counted.items():
        yield Count(kind=label, count=count)


def _stretches(marks: Iterable[Mark], quoter: Quoter) -> Iterator[Stretch]:
    seen: set[str] = set()
    for mark in marks:
        places = dict.fromkeys(anchor(fact.clause) for fact in mark.facts)
        fresh = tuple(place for place in places if place not in seen)
        seen.update(fresh)
        yield Stretch(
            text=mark.text,
            facts=tuple(_stated(fact, quoter) for fact in mark.facts),
            anchors=fresh,
            unparsed=any(isinstance(fact, Unparsed) for fact in mark.facts),
        )


def _clauses(read: Read, quoter: Quoter) -> Iterator[Clause]:
    for clause in read.clauses:
        own = [fact for fact in read.facts if fact.clause == clause]
        yield Clause(
            text=clause,
            anchor=anchor(clause),
            facts=tuple(_stated(fact, quoter) for fact in own),
            unparsed=any(isinstance(fact, Unparsed) for fact in own),
        )


def _stated(fact: AnyFact, quoter: Quoter) -> Stated:
    return Stated(
        kind=say(FACTS[_tag(fact)], quoter.visit.lang),
        text=said(fact, quoter),
        unparsed=isinstance(fact, Unparsed),
    )


def _tag(fact: AnyFact) -> str:
    return str(fact.__struct_config__.tag)


class NoticesPage(Controller):
    """Notices."""

    path = "/notices"
    include_in_schema = False
    opt = needs(Scope.READ)

    @get(sync_to_thread=True)
    def show(
        self,
        registry: NamedDependency[Registry],
        visit: NamedDependency[Visit],
        name: Doc = None,
    ) -> Template:
        """Show one notice, or list all of them."""
        if name:
            one = notice_view(registry, visit, name)
            return visit.page("notice.html", one.title, "notices", one)
        every = notices_view(registry, visit)
        return visit.page("notices.html", visit.phrases.notices_nav, "notices", every)
