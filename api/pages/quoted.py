"""Clauses quoted: where each stands, and the steps of an answer that rest on them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta
from functools import cached_property

from msgspec import Struct, structs

from api.pages.days import written
from api.pages.links import Link, Value, linked
from api.pages.there import agencies, groups
from api.pages.visit import Visit
from registry.charts.words import say
from registry.graph.history import History
from registry.model.answers import Reason, Words
from registry.resolve.names import people_ever
from registry.service.answers.notice import Place, Read, in_place, notices
from registry.service.registry import Registry

_RULE = re.compile(r"(规则 |rule )([\w-]+)((?:，|, )[\w.-]+\.toml)")
"""How an answer names a rule: its identifier and its file."""


OLD = timedelta(days=180)
"""With no notice for so long, a page says how old the newest is."""


def outdated(history: History, on: date) -> date | None:
    """Return from when the newest notice counts, where that is long before the day asked about."""
    days = [day for day, _, _ in history.dated]
    return days[-1] if days and on - days[-1] >= OLD else None


class Quoted(Struct, frozen=True, kw_only=True):
    """A clause with its document, the address where it stands, and its place there.

    ``rule`` says that a rule file quotes it, and the address is the rule's.
    """

    clause: str
    doc: str
    date: str
    href: str
    rule: bool = False
    place: Place | None = None
    whole: bool = False
    """Whether ``place`` is cut from the notice's text, and not its neighbours among the facts."""


class Step(Struct, frozen=True, kw_only=True):
    """One step of an answer: a sentence with its names linked, and the clause it rests on."""

    text: tuple[Link, ...]
    quoted: Quoted | None = None


class Quoter:
    """Shows the clauses of one government to one visitor.

    Args:
        registry: where the notices and the rules are.
        history: of the government.
        visit: who looks.
    """

    def __init__(self, registry: Registry, history: History, visit: Visit) -> None:
        self.registry = registry
        self.history = history
        self.visit = visit

    @cached_property
    def people(self) -> tuple[str, ...]:
        """Return the persons whom notices name."""
        return people_ever(self.history)

    def person(self, name: str) -> Link:
        """Link a person's name; a role in its place has no page and is plain words."""
        return self.visit.links.person(name) if name in self.people else Link(name)

    def agency(self, name: str) -> Link:
        """Link an agency's name; one that stands in no notice that counts is plain words."""
        return self.visit.links.agency(name) if name in agencies(self.history) else Link(name)

    def group(self, name: str) -> Link:
        """Link a leading group's name; one that was never set up is plain words."""
        return self.visit.links.group(name) if name in groups(self.history) else Link(name)

    def whoever(self, name: str) -> Link:
        """Link the name of a person, or of an agency in a person's place."""
        return self.person(name) if name in self.people else self.agency(name)

    @cached_property
    def _notices(self) -> dict[str, Read]:
        return {read.document.doc: read for read in notices(self.registry, self.history.government)}

    @cached_property
    def _rules(self) -> dict[tuple[str, str], str]:
        """Return the identifiers of the rules by their source's document and clause."""
        book = self.registry.rules(self.history.government)
        books = (book, *book.laws) if book is not None else ()
        return {
            (rule.source.document, rule.source.clause): rule.id
            for one in books
            for rule in one.rules
        }

    def sentence(self, text: str) -> tuple[Link, ...]:
        """Return a sentence with the persons and the rule in it linked."""
        found = _RULE.search(text)
        if found is None:
            return linked(text, self.people, self.visit.links)
        rule = Link(self.visit.phrases.rule, self.visit.links.rule(found[2]))
        before, after = text[: found.start(2)].removesuffix(found[1]), text[found.end(3) :]
        return (*self.sentence(before), rule, *self.sentence(after))

    def knows(self, doc: str) -> bool:
        """Say whether a notice is known."""
        return doc in self._notices

    def area(self, name: str, **asked: Value) -> Link:
        """Link an area to the answer on it, with its English name for who reads English."""
        return structs.replace(self.visit.links.subject(name, **asked), gloss=self.gloss(name))

    def gloss(self, area: str) -> str:
        """Return the English name of an area, for a visitor who reads English."""
        return self._english.get(area, "") if self.visit.lang == "en" else ""

    @cached_property
    def _english(self) -> dict[str, str]:
        named: dict[str, str] = {}
        for english, area in self.registry.glossary.english.items():
            named.setdefault(area, english)
        return named

    def say(self, words: Words) -> tuple[Link, ...]:
        """Return a sentence in the visitor's language with the persons in it linked."""
        return self.sentence(say(words, self.visit.lang))

    def quoted(self, clause: str, doc: str | None, date: str | None = None) -> Quoted:
        """Return ``clause`` with its address and its place."""
        links = self.visit.links
        said = written(date, self.visit.lang)
        rule = self._rules.get((doc or "", clause))
        if rule is not None:
            href = links.rule(rule)
            return Quoted(clause=clause, doc=doc or "", date=said, href=href, rule=True)
        read = self._notices.get(doc or "")
        return Quoted(
            clause=clause,
            doc=doc or "",
            date=said,
            href=links.notice(doc or "", clause),
            place=in_place(read, clause) if read is not None else None,
            whole=read is not None and read.text is not None,
        )

    def cited(self, clause: str, doc: str | None, date: str | None = None) -> Quoted:
        """Return ``clause`` with its address alone, for lists of many."""
        return structs.replace(self.quoted(clause, doc, date), place=None)

    def steps(self, reasons: Iterable[Reason]) -> tuple[Step, ...]:
        """Return the steps of an answer."""
        return tuple(
            Step(
                text=self.say(reason.text),
                quoted=self.quoted(reason.clause, reason.doc, reason.date)
                if reason.clause is not None
                else None,
            )
            for reason in reasons
        )
