"""``/answer``: the question of the page, in words or in parts, and where it leads."""

from __future__ import annotations

from typing import Annotated

from litestar import Controller, get
from litestar.di import NamedDependency
from litestar.params import QueryParameter
from litestar.response import Redirect, Template
from msgspec import Struct

from api.controllers.parameters import LONGEST, Away, From, On, To, Week
from api.pages.answer import AnswerView, answer_view
from api.pages.days import lasting, plain
from api.pages.links import Link
from api.pages.parameters import Who, WhoFrom, WhoTo, Words
from api.pages.quoted import Quoter, Step
from api.pages.visit import Visit
from api.security.access import needs
from registry.ask.reading import EXAMPLES_EN, EXAMPLES_ZH, NotUnderstood, Reading
from registry.ask.words import INTENTS
from registry.charts.words import say
from registry.model.access import Scope
from registry.model.time import Period
from registry.model.told import absence_of
from registry.resolve.found import bare
from registry.resolve.names import people_ever
from registry.resolve.words import absence_words
from registry.service.answers.answer import answer
from registry.service.answers.ask import Asked, Since, ask, lexicon
from registry.service.answers.ask_where import where
from registry.service.periods import read_period
from registry.service.question import read_absences
from registry.service.registry import Registry

Subject = Annotated[str | None, QueryParameter(name="subject", max_length=LONGEST)]


class SinceView(Struct, frozen=True, kw_only=True):
    """From when somebody has had a subject."""

    person: Link
    subject: str
    day: str
    text: tuple[Link, ...]
    steps: tuple[Step, ...]


class AskedView(Struct, frozen=True, kw_only=True):
    """A question in words: what it was read as, and the answer or since when."""

    reading: tuple[str, ...]
    supposed: tuple[Link, ...] = ()
    answer: AnswerView | None = None
    since: SinceView | None = None


class NotRead(Struct, frozen=True, kw_only=True):
    """A question that was not understood: the part, why, and how to ask."""

    part: str
    why: str
    near: tuple[Link, ...]
    examples: tuple[Link, ...]


def asked_view(registry: Registry, visit: Visit, found: Asked) -> AskedView:
    """Return the page of a question in words."""
    quoter = Quoter(registry, registry.history(found.government), visit)
    away = tuple(absence_of(one) for one in found.understood.absences)
    shown = answer_view(found.answer, away, quoter) if found.answer else None
    named = {who for s in found.answer.segments for who in s.acting} if found.answer else set()
    other = found.understood.supposed
    return AskedView(
        reading=_reading(found.understood, visit),
        supposed=quoter.sentence(visit.phrases.supposed_other.format(name=other))
        if other and found.answer and other not in named
        else (),
        answer=shown,
        since=_since(found.since, found.understood.subject, quoter) if found.since else None,
    )


def _reading(read: Reading, visit: Visit) -> tuple[str, ...]:
    days = lasting(read.period, visit.lang)
    told = [say(INTENTS[read.intent], visit.lang), read.subject, days]
    for absence in read.absences:
        kind = say(absence_words((absence.kind,)), visit.lang)
        told.append(f"{absence.person} {kind}{visit.phrases.colon}{lasting(absence, visit.lang)}")
    return tuple(told)


def _since(since: Since, subject: str, quoter: Quoter) -> SinceView:
    visit = quoter.visit
    return SinceView(
        person=visit.links.person(since.person),
        subject=subject,
        day=plain(since.day, visit.lang) if since.day else "",
        text=quoter.say(since.text),
        steps=quoter.steps(since.reasons),
    )


def not_read(visit: Visit, error: NotUnderstood, near: tuple[str, ...]) -> NotRead:
    """Return what is said of a question that was not understood."""
    links = visit.links
    examples = EXAMPLES_ZH if visit.lang == "zh" else EXAMPLES_EN
    return NotRead(
        part=error.part,
        why=error.zh if visit.lang == "zh" else error.en,
        near=tuple(links.subject(name) for name in near),
        examples=tuple(Link(text, links.to("/answer", q=text)) for text in examples),
    )


def _not_understood(
    visit: Visit, error: NotUnderstood, near: tuple[str, ...], words: str
) -> Template:
    view, title = not_read(visit, error, near), visit.phrases.not_understood
    return visit.page("not_understood.html", title, "", view, asked=words)


class AnswerPage(Controller):
    """Answers, to a question in words or in parts."""

    path = "/answer"
    include_in_schema = False
    opt = needs(Scope.READ)

    @get(sync_to_thread=True)
    def show(
        self,
        *,
        registry: NamedDependency[Registry],
        visit: NamedDependency[Visit],
        q: Words = None,
        subject: Subject = None,
        on: On = None,
        week: Week = None,
        start: From = None,
        end: To = None,
        away: Away = None,
        who: Who = None,
        who_from: WhoFrom = None,
        who_to: WhoTo = None,
    ) -> Template | Redirect:
        """Show the answer; without a question, the start page."""
        words = (q or "").strip()
        if words:
            return _in_words(registry, visit, words)
        if not (subject or "").strip():
            return Redirect(visit.links.to("/"), status_code=303)
        if who:
            return Redirect(visit.supposing(who, who_from, who_to), status_code=303)
        plain_week = not (on or week or start or end)
        asked = read_period(
            visit.today,
            on=on or None,
            week=visit.today.isoformat() if plain_week else week or None,
            start=start or None,
            end=end or None,
        )
        return _in_parts(registry, visit, subject or "", asked, tuple(away or ()))


def _in_parts(
    registry: Registry, visit: Visit, subject: str, asked: Period, away: tuple[str, ...]
) -> Template:
    absences = read_absences(away, asked)
    found = answer(registry, subject, asked, absences, government=visit.government)
    visit = visit.within(found.government, registry)
    quoter = Quoter(registry, registry.history(found.government), visit)
    view = AskedView(reading=(), answer=answer_view(found, absences, quoter))
    title = visit.phrases.answer_title.format(subject=found.subject)
    return visit.page("answer.html", title, "", view)


def _in_words(registry: Registry, visit: Visit, words: str) -> Template | Redirect:
    """Answer a question in words, or go to what the words alone name.

    Where no government is chosen it is the one that the question names, or that alone has what
    the words name.
    """
    try:
        named = None if visit.government else where(words, registry.governments())
    except NotUnderstood as error:
        return _not_understood(visit, error, (), words)
    told = named.governments[0] if named is not None else visit.government
    history = registry.history(told, bare(words))
    visit = visit.within(history.government, registry)
    if named is not None and not named.question:
        return Redirect(visit.links.to("/"), status_code=303)
    if bare(words) in people_ever(history):
        return Redirect(visit.links.person(bare(words)).href or "/", status_code=303)
    known = lexicon(registry, history)
    if known.knows(words):
        return Redirect(visit.links.subject(words).href or "/", status_code=303)
    try:
        found = ask(registry, words, government=None if named else history.government)
    except NotUnderstood as error:
        return _not_understood(visit, error, known.near(error.part or words), words)
    if found.holds is not None:
        return Redirect(visit.links.person(found.holds.person).href or "/", status_code=303)
    title = visit.phrases.answer_title.format(subject=found.understood.subject)
    return visit.page("answer.html", title, "", asked_view(registry, visit, found), asked=words)
