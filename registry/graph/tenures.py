"""Tenures as facts open and close them, one fact after the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from msgspec import Struct, field, structs

from registry.graph.posts import Closing, closes, ends_by_itself, renamed, same_post
from registry.graph.quotes import Quote, begins, quote
from registry.graph.terms import (
    Opening,
    Tenancy,
    filled_by,
    is_acting,
    tenancy_of,
    terms_of,
    title_of,
)
from registry.model.facts import Document, Post, Removed


class Tenure(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One person in one post. Days are as written; the end is the first day without the post.

    ``post`` is the post and ``title`` how the notice writes it: 代县长 is acting in the post
    县长, and 副局长（主持工作） holds 副局长 and has charge of 局长. ``stated`` says that a
    division-of-labour notice gives the title and no notice known opened it. Without a
    ``start`` only the end is known.
    """

    person: str
    post: str
    title: str
    tenancy: Tenancy
    start: str | None = field(default=None, name="from")
    opened: Quote | None = None
    stated: bool = False
    probation_until: str | None = None
    seconded_until: str | None = None
    end: str | None = field(default=None, name="until")
    closed: Quote | None = None


class Walk:
    """The tenures so far, as the facts of one government come in time order."""

    def __init__(self, government: str) -> None:
        self.found: list[Tenure] = []
        self._government = government
        self._open: dict[tuple[str, str, Tenancy], int] = {}
        self._over: dict[int, date] = {}

    def open(self, fact: Opening, document: Document) -> None:
        """Open what ``fact`` gives; a title that a division states opens what is not open yet."""
        for made in _tenures_of(fact, document):
            self._end_stand_ins(made)
            key = self._key(made.person, made.post, made.tenancy)
            place = self._open.get(key)
            if place is not None:
                if made.stated:
                    continue
                self._end(place, made.start, made.opened)
            self._open[key] = len(self.found)
            over = None if made.stated else ends_by_itself(fact, document)
            if over is not None:
                self._over[len(self.found)] = over
            self.found.append(made)

    def close(self, fact: Closing, document: Document) -> None:
        """Close what ``fact`` ends; one whose beginning no notice told is known by its end."""
        day, said = begins(document), quote(fact, document)
        ended = [place for place in self._open.values() if self._closes(fact, self.found[place])]
        for place in ended:
            self._end(place, day, said)
        if isinstance(fact, Removed) and not ended:
            acts = is_acting(fact.post)
            self.found.append(
                Tenure(
                    person=fact.person,
                    post=filled_by(fact.post) if acts else fact.post,
                    title=fact.post,
                    tenancy=Tenancy.ACTING if acts else Tenancy.HOLDS,
                    end=day,
                    closed=said,
                )
            )

    def _closes(self, fact: Closing, held: Tenure) -> bool:
        given = held.opened is not None and held.opened.doc == fact.doc
        if given and renamed(fact, held.title, self._government):
            return False
        return closes(fact, held.person, held.title, self._government)

    def replace(self, division: Document, titles: Iterable[Post]) -> None:
        """End the titles that only an earlier division stated and a new one states no more."""
        again = {
            self._key(made.person, made.post, made.tenancy)
            for title in titles
            for made in _tenures_of(title, division)
        }
        for key, place in tuple(self._open.items()):
            if self.found[place].stated and key not in again:
                self._end(place, begins(division), quote(division, division))

    def expire(self, day: date) -> None:
        """End the secondments whose length is over by ``day``."""
        for place, over in tuple(self._over.items()):
            if over <= day:
                self._end(place, self.found[place].seconded_until, self.found[place].opened)

    def _end_stand_ins(self, made: Tenure) -> None:
        """End acting and temporary charge once the post is filled."""
        if made.tenancy is not Tenancy.HOLDS:
            return
        post = same_post(made.post, self._government)
        for (_, name, tenancy), place in tuple(self._open.items()):
            if name == post and tenancy is not Tenancy.HOLDS:
                self._end(place, made.start, made.opened)

    def _end(self, place: int, day: str | None, by: Quote | None) -> None:
        ended = self.found[place]
        self.found[place] = structs.replace(ended, end=day, closed=by)
        del self._open[self._key(ended.person, ended.post, ended.tenancy)]
        self._over.pop(place, None)

    def _key(self, person: str, post: str, tenancy: Tenancy) -> tuple[str, str, Tenancy]:
        return person, same_post(post, self._government), tenancy


def _tenures_of(fact: Opening, document: Document) -> Iterator[Tenure]:
    """Yield what ``fact`` gives: a deputy in charge holds his own post and runs another."""
    title, terms, how = title_of(fact), terms_of(fact, document), tenancy_of(fact)
    held = Tenure(
        person=fact.person,
        post=title,
        title=title,
        tenancy=Tenancy.HOLDS,
        start=begins(document),
        opened=quote(fact, document),
        stated=isinstance(fact, Post),
        probation_until=terms.probation_until,
        seconded_until=terms.ends,
    )
    if how is not Tenancy.ACTING:
        yield held
    if how is not Tenancy.HOLDS:
        yield structs.replace(held, post=filled_by(title), tenancy=how)
