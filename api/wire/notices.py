"""A notice as a listing shows it, and by itself with its text and facts."""

from __future__ import annotations

from msgspec import structs

from api.ids import address, made
from api.listing import Item, Whole
from api.wire.links import Links, notice_id
from registry.graph.governments import bodies_of
from registry.model.facts import AnyFact, DocumentKind, Unparsed
from registry.service.answers.notice import Read


class Notice(Item, frozen=True, kw_only=True):
    """A notice that the registry has read.

    ``facts`` is how many facts it states, clauses that were not understood included;
    ``governments`` are the bodies that it is of.
    """

    links: Links
    doc: str
    number: str | None
    title: str
    date: str | None
    effective: str | None
    issuer: str | None
    governments: tuple[str, ...]
    kind: DocumentKind
    facts: int
    unparsed: int


class NoticeWhole(Whole, frozen=True, kw_only=True):
    """A notice with all that was read in it.

    ``text`` is the notice's own, to which the spans of the facts refer; ``null`` where its
    facts alone are kept. Telephone numbers and the like in it are made unreadable.
    """

    links: Links
    doc: str
    number: str | None
    title: str
    date: str | None
    effective: str | None
    issuer: str | None
    governments: tuple[str, ...]
    kind: DocumentKind
    text: str | None
    facts: tuple[AnyFact, ...]
    unparsed: tuple[Unparsed, ...]


def notice(read: Read) -> Notice:
    """Return what a notice says of itself."""
    document = read.document
    bodies = bodies_of(document)
    return Notice(
        id=notice_id(document),
        links=Links(
            own=address("notices", notice_id(document)),
            government=address("governments", made(bodies[0])) if bodies else None,
        ),
        doc=document.doc,
        number=document.number,
        title=document.title,
        date=document.date,
        effective=document.effective,
        issuer=document.issuer,
        governments=bodies,
        kind=document.kind,
        facts=len(read.facts),
        unparsed=len(read.unparsed),
    )


def whole_notice(read: Read) -> NoticeWhole:
    """Return a notice with its text and facts."""
    said = structs.asdict(notice(read))
    facts = tuple(fact for fact in read.facts if not isinstance(fact, Unparsed))
    return NoticeWhole(**said | {"text": read.text, "facts": facts, "unparsed": read.unparsed})
