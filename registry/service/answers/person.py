"""Use case: a person's whole career, as the notices of one government tell it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from registry.errors import UnknownName
from registry.graph.career import Career, career
from registry.graph.history import History
from registry.graph.mentions import persons_named
from registry.graph.timeline import undated
from registry.model.facts import AnyFact, PostFact
from registry.resolve.found import bare
from registry.resolve.names import people_ever, unknown
from registry.service.registry import Registry


def person(
    registry: Registry,
    name: str,
    on: date | None = None,
    *,
    government: str | None = None,
    known_at: datetime | None = None,
) -> Career:
    """Return the career of ``name``; the same name in another government is another person.

    Args:
        registry: where the notices are.
        name: the person's name; spaces in it do not count.
        on: the day up to which; today without it.
        government: which one, by its name or a part of it, where several name such a person.
        known_at: the moment as of which it is asked, with its time zone; now without it.

    Raises:
        UnknownName: no notice names such a person or government, or several governments do.
    """
    known, wanted = registry.known(known_at), bare(name)
    governments = known.governments()
    histories = (known.history(government),) if government is not None else known.histories()
    naming = [h for h in histories if _names(h, wanted, governments)]
    if len(naming) > 1:
        bodies = tuple(history.government for history in naming)
        raise UnknownName(
            f"{wanted}: the same name in {', '.join(bodies)}; say which with --government", bodies
        )
    if not naming:
        people = (who for history in histories for who in people_ever(history))
        where = histories[0].government if len(histories) == 1 else "any government"
        raise unknown(name, dict.fromkeys(people), where, "person")
    return career(naming[0], wanted, on or known.today())


def _names(history: History, name: str, governments: tuple[str, ...]) -> bool:
    """Say whether the notices name ``name`` as somebody of this government."""
    mentions = persons_named(_ours(history))
    others = tuple(g for g in governments if g != history.government)
    return any(
        mention.name == name
        and not (isinstance(mention.fact, PostFact) and mention.fact.post.startswith(others))
        for mention in mentions
    )


def _ours(history: History) -> Iterator[AnyFact]:
    yield from (fact for _, _, fact in history.dated)
    docs = {document.doc for document in undated(history.facts, history.government)}
    yield from (fact for fact in history.facts if fact.doc in docs)
