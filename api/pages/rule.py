"""``/rules``: the delegation rules of a government, each as a sentence beside its source."""

from __future__ import annotations

from datetime import date

from litestar import Controller, get
from litestar.di import NamedDependency
from litestar.response import Template
from msgspec import Struct

from api.pages.days import plain
from api.pages.links import Link
from api.pages.quoted import Quoter
from api.pages.visit import Visit
from api.security.access import needs
from registry.model.access import Scope
from registry.service.registry import Registry
from registry.service.rule_files.rules import Explained, explain
from registry.tables.rules import Rulebook


class RuleView(Struct, frozen=True, kw_only=True):
    """A rule: its sentence, from when to when it holds, and its source."""

    id: str
    kind: str
    sentence: tuple[Link, ...]
    time: str
    over: bool
    document: Link
    clause: str


class Book(Struct, frozen=True, kw_only=True):
    """The rules of one file; ``law`` says that every government of the country is under them."""

    name: str
    file: str
    law: bool
    rules: tuple[RuleView, ...]


class RulesView(Struct, frozen=True, kw_only=True):
    """The page; a government without rules of its own has none among the books."""

    government: str
    own: bool
    books: tuple[Book, ...]


def rules_view(registry: Registry, visit: Visit) -> RulesView:
    """Return the page of a government's rules, its own before the law."""
    history = registry.history(visit.government)
    quoter = Quoter(registry, history, visit)
    book = registry.rules(history.government)
    books = [] if book is None else [*([book] if book.rules else []), *book.laws]
    return RulesView(
        government=history.government,
        own=book is not None and bool(book.rules),
        books=tuple(_book(one, quoter) for one in books),
    )


def _book(book: Rulebook, quoter: Quoter) -> Book:
    return Book(
        name=book.government or book.country,
        file=book.file,
        law=bool(book.country),
        rules=tuple(_rule(rule, quoter) for rule in explain(book)),
    )


def _rule(rule: Explained, quoter: Quoter) -> RuleView:
    visit = quoter.visit
    known = quoter.knows(rule.document)
    return RuleView(
        id=rule.id,
        kind=rule.kind,
        sentence=quoter.say(rule.sentence),
        time=_time(rule.start, rule.until, visit),
        over=rule.until is not None and rule.until < visit.today,
        document=Link(rule.document, visit.links.notice(rule.document) if known else None),
        clause=rule.clause,
    )


def _time(start: date, until: date | None, visit: Visit) -> str:
    first = plain(start, visit.lang)
    if until is None:
        return visit.phrases.since_day.format(day=first)
    return visit.phrases.from_until.format(first=first, last=plain(until, visit.lang))


class RulesPage(Controller):
    """Rules."""

    path = "/rules"
    include_in_schema = False
    opt = needs(Scope.READ)

    @get(sync_to_thread=True)
    def show(self, registry: NamedDependency[Registry], visit: NamedDependency[Visit]) -> Template:
        """Show the rules."""
        view = rules_view(registry, visit)
        return visit.page("rules.html", visit.phrases.rules_nav, "rules", view)
