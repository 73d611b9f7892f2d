"""Use case: every agency and person that some notices name, with their forms and titles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from registry.graph.governments import bodies_of
from registry.graph.mentions import Mention, agencies_named, persons_named, title_of
from registry.graph.namesakes import with_notice
from registry.graph.spellings import spellings
from registry.model.facts import AnyFact
from registry.model.names import AgencyNames, AmbiguousName, Names, PersonNames, PersonTitle


def names(facts: Iterable[AnyFact], aliases: Mapping[str, str], only: str | None = None) -> Names:
    """Return the names in ``facts``, government by government.

    Args:
        facts: all facts of the notices.
        aliases: short names of agencies that no rule reaches, each with its full one.
        only: the government whose names are wanted; all, without it.

    Returns:
        Agencies with their forms and why these are one, ambiguous names with their choices,
        and persons with their titles. A notice of two bodies counts for the first; one
        whose issuer is not known stands for itself.
    """
    agencies: list[AgencyNames] = []
    ambiguous: list[AmbiguousName] = []
    persons: list[PersonNames] = []
    for government, own in _by_government(tuple(facts)):
        if only not in {None, government}:
            continue
        found, unclear = spellings(agencies_named(own, government), aliases, government)
        agencies += found
        ambiguous += unclear
        persons += _persons(persons_named(own), government)
    return Names(agencies=tuple(agencies), ambiguous=tuple(ambiguous), persons=tuple(persons))


def _by_government(facts: tuple[AnyFact, ...]) -> Iterator[tuple[str, list[AnyFact]]]:
    sorted_out: dict[str, list[AnyFact]] = {}
    for notice, fact in with_notice(facts):
        body = next(iter(bodies_of(notice)), "") if notice is not None else ""
        sorted_out.setdefault(body, []).append(fact)
    yield from sorted_out.items()


def _persons(mentions: Iterable[Mention], government: str) -> Iterator[PersonNames]:
    titles: dict[str, dict[str, dict[str, None]]] = {}
    documents: dict[str, dict[str, None]] = {}
    for mention in mentions:
        documents.setdefault(mention.name, {})[mention.fact.doc] = None
        own = titles.setdefault(mention.name, {})
        title = title_of(mention.fact)
        if title:
            own.setdefault(title, {})[mention.fact.doc] = None
    for name, where in documents.items():
        yield PersonNames(
            government=government,
            name=name,
            titles=tuple(
                PersonTitle(title=title, documents=tuple(docs))
                for title, docs in titles[name].items()
            ),
            documents=tuple(where),
        )
