"""What changed between two days, as a page lists it: each change with both its clauses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct, structs

from api.pages.finding import FindingView, finding_view
from api.pages.links import Link
from api.pages.quoted import Quoted, Quoter
from registry.charts.changes import MARKS
from registry.charts.words import say
from registry.graph.changes.redline import Change, DuePair, Redline, Tie

_SUBJECTS = ("agency", "area", "pair", "group")


class Changed(Struct, frozen=True, kw_only=True):
    """What changed alike: sign and word, whom it came from and went to, and the clauses."""

    turn: str
    sign: str
    said: str
    names: tuple[Link, ...]
    from_: tuple[Link, ...]
    to: tuple[Link, ...]
    before: tuple[Quoted, ...]
    after: tuple[Quoted, ...]


class Section(Struct, frozen=True, kw_only=True):
    """The changes of one kind of subject."""

    kind: str
    title: str
    changes: tuple[Changed, ...]


class Due(Struct, frozen=True, kw_only=True):
    """A pair that should be made anew."""

    pair: tuple[Link, Link]
    because: tuple[Link, ...]
    quotes: tuple[Quoted, ...]


class RedlineView(Struct, frozen=True, kw_only=True):
    """All that changed, and what should follow from it."""

    sections: tuple[Section, ...]
    due: tuple[Due, ...]
    stale: tuple[FindingView, ...]
    unknown: str


def redline_view(found: Redline, quoter: Quoter) -> RedlineView:
    """Return a redline to be shown."""
    phrases = quoter.visit.phrases
    sections = (
        Section(
            kind=kind,
            title=phrases[f"changed_{kind}"],
            changes=tuple(_alike((c for c in found.changes if c.subject == kind), quoter)),
        )
        for kind in _SUBJECTS
    )
    return RedlineView(
        sections=tuple(section for section in sections if section.changes),
        due=tuple(_due(pair, quoter) for pair in found.due_pairs),
        stale=tuple(finding_view(finding, quoter) for finding in found.stale_seats),
        unknown=say(found.unknown, quoter.visit.lang) if found.unknown else "",
    )


def _alike(changes: Iterable[Change], quoter: Quoter) -> Iterator[Changed]:
    """Put changes together that have all but their names in common."""
    together: dict[Changed, list[Link]] = {}
    for change in changes:
        together.setdefault(_change(change, quoter), []).append(_name(change, quoter))
    for one, names in together.items():
        yield structs.replace(one, names=tuple(names))


def _change(change: Change, quoter: Quoter) -> Changed:
    mark = MARKS[change.turn]
    silent = change.silent
    before, after = tuple(_quotes(change.before, quoter)), tuple(_quotes(change.after, quoter))
    if silent is not None:
        said = (quoter.cited(silent.clause, silent.doc, silent.date),)
        before, after = before or said, after or said
    return Changed(
        turn=change.turn,
        sign=mark.sign,
        said=say(mark.word, quoter.visit.lang),
        names=(),
        from_=_who(change.who_from, quoter),
        to=_who(change.who_to, quoter),
        before=before,
        after=after,
    )


def _name(change: Change, quoter: Quoter) -> Link:
    if change.subject == "agency":
        return quoter.agency(change.name)
    if change.subject == "group":
        return quoter.group(change.name)
    if change.subject == "area":
        return quoter.area(change.name)
    return Link(change.name)


def _who(names: Iterable[str], quoter: Quoter) -> tuple[Link, ...]:
    return tuple(quoter.whoever(name) for name in names)


def _quotes(ties: Iterable[Tie], quoter: Quoter) -> Iterator[Quoted]:
    for said in dict.fromkeys(tie.quote for tie in ties):
        yield quoter.cited(said.clause, said.doc, said.date)


def _due(pair: DuePair, quoter: Quoter) -> Due:
    return Due(
        pair=(quoter.person(pair.a), quoter.person(pair.b)),
        because=quoter.say(pair.because),
        quotes=tuple(
            quoter.cited(said.clause, said.doc, said.date) for said in (pair.pair, *pair.change)
        ),
    )
