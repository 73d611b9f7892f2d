"""Where facts name agencies and persons."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from registry.graph.agencies import readings
from registry.graph.titles import offices
from registry.model.facts import (
    AbPair,
    AgencyFact,
    AnyFact,
    AreaFact,
    Backup,
    Contact,
    Duty,
    Indicator,
    Meeting,
    Member,
    MemberOrg,
    Office,
    OfficeDirector,
    Post,
    PostAbolished,
    PostFact,
    Released,
    Retired,
    Task,
)

_PLACE = re.compile(r"[\u4e00-\u9fff]{1,3}[省市县区州旗镇乡]$")
_SEVERAL = re.compile(r"^(?:各|有关|相关|其他|其它|属地)|等$|领导小组|[（(].*、.*[）)]")


class Mention(Struct, frozen=True):
    """A name as a fact gives it; ``full`` is what the notice says it is another name of."""

    name: str
    fact: AnyFact
    full: str | None = None


def agencies_named(facts: Iterable[AnyFact], government: str) -> Iterator[Mention]:
    """Yield every agency that a fact names, in titles and posts too, as it is written."""
    for fact in facts:
        for name in _orgs(fact):
            if not _SEVERAL.search(name):
                yield Mention(name, fact)
        if isinstance(fact, AgencyFact) and fact.alias:
            yield Mention(fact.alias, fact, fact.org)
        title = title_of(fact)
        for office in offices(title, government) if title else ():
            org = office.org
            if org and org in str(title) and readings(org, government) and not _PLACE.match(org):
                yield Mention(org, fact)


def persons_named(facts: Iterable[AnyFact]) -> Iterator[Mention]:
    """Yield every person that a fact names."""
    for fact in facts:
        if isinstance(fact, AbPair | Backup):
            yield Mention(fact.a, fact)
            yield Mention(fact.b, fact)
        elif isinstance(fact, Meeting):
            if fact.chair:
                yield Mention(fact.chair, fact)
        elif isinstance(
            fact,
            Post
            | AreaFact
            | AgencyFact
            | Released
            | PostFact
            | Retired
            | Member
            | OfficeDirector
            | Contact,
        ):
            yield Mention(fact.person, fact)


def title_of(fact: AnyFact) -> str | None:
    """Return the title or post that ``fact`` gives somebody or takes from him."""
    if isinstance(fact, Post | Member):
        return fact.title
    return fact.post if isinstance(fact, PostFact | PostAbolished) else None


def _orgs(fact: AnyFact) -> tuple[str, ...]:
    if isinstance(fact, Task):
        return (*fact.lead, *fact.support)
    if isinstance(fact, AgencyFact | Duty | Indicator | MemberOrg | Office):
        return (fact.org,)
    return (fact.org,) if isinstance(fact, Contact) and fact.org else ()
