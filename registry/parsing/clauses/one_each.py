"""分别: several people and as many posts or seats, one each in their order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from registry.model import facts
from registry.parsing.clause import evidence
from registry.parsing.clauses.appointees import names_of
from registry.parsing.clauses.group_office import OF_GROUP
from registry.parsing.clauses.group_place import Place
from registry.parsing.clauses.posts import PostItem, ends_as_post, read_posts
from registry.parsing.clauses.seats import ROLE, Seat
from registry.parsing.lists import split_outside
from registry.parsing.text import Passage

_POSTS = re.compile(
    r"(?:任命|聘任|选举)?(?P<who>[^，。；：]{2,80}?)(?:同志)?分别(?P<verb>为|任|担任|兼任|出任)(?P<posts>[^。；]{4,})"
)
_ROLES = rf"(?P<roles>{ROLE}(?:[、和及]{ROLE})+)"
_ROLES_FIRST = re.compile(
    rf"(?P<office>办公室)?{_ROLES}分别由(?P<who>[^。；]{{2,200}}?)(?:同志)?(?:担任|兼任|出任|任)(?=[，。；]|$)"
)
_PEOPLE_FIRST = re.compile(
    rf"(?P<who>[^。；]{{2,200}}?)(?:同志)?分别(?:担任|兼任|出任|任|为){OF_GROUP}(?P<office>办公室)?{_ROLES}(?=[，。；]|$)"
)
_UNEVEN = "people and posts of which each is one's own, and not as many of the one as of the other"


def read_posts_one_each(doc: str, sentence: Passage, text: Passage) -> Iterator[facts.AnyFact]:
    """Read A、B分别任X局局长、副局长; ``text`` is the ``sentence`` less what leads up to it."""
    match = _POSTS.match(text.text)
    people = names_of(text.group(match, "who"), sure=True) if match else []
    if match is None or len(people) < 2:
        return
    posts = read_posts(text.group(match, "posts"))
    if len(posts) != len(people) or not all(ends_as_post(item.where.text) for item in posts):
        yield facts.Unparsed(reason=_UNEVEN, **evidence(doc, sentence, people[0]))
        return
    for person, item in zip(people, posts, strict=True):
        concurrent = match["verb"] == "兼任" or item.concurrent
        made = facts.ConcurrentlyAppointed if concurrent else facts.Appointed
        yield made(
            person=person.value,
            post=item.post,
            terms=item.terms,
            **evidence(doc, sentence, person),
        )


_OF_MANY = re.compile(r"(?:副[^副]{0,8}|员|助理|顾问)$")
"""Matches a post that several people may hold at once."""


def not_said_whose(
    doc: str,
    sentence: Passage,
    people: Sequence[Passage],
    posts: Sequence[PostItem],
    *,
    leaves: bool,
) -> list[facts.Unparsed]:
    """Return what is open of several people and several posts without 分别: who has which.

    Those who leave their posts may each have held another. Those who take posts up have them all,
    save where one is of a single person (局长).
    """
    said = [item for item in posts if ends_as_post(item.where.text)]
    shared = not leaves and all(_OF_MANY.search(item.post) for item in said)
    if len(people) < 2 or len(said) < 2 or shared:
        return []
    reason = "several people and several posts, and not whose each post is"
    return [facts.Unparsed(reason=reason, **evidence(doc, sentence, people[0]))]


def read_seats_one_each(
    doc: str, sentence: Passage, where: Place, part: str | None
) -> tuple[list[facts.AnyFact], Passage]:
    """Read 组长、副组长分别由A、B担任; return the facts and the sentence less what told them."""
    found: list[facts.AnyFact] = []
    for pattern in (_ROLES_FIRST, _PEOPLE_FIRST):
        while match := pattern.search(sentence.text):
            roles = re.findall(ROLE, match["roles"])
            who = sentence.group(match, "who")
            people = _people(who, where, len(roles))
            own = "办公室" if match["office"] else part
            start = match.start()
            if people is None:
                said = sentence[match.start() : match.end()]
                found.append(facts.Unparsed(reason=_UNEVEN, **evidence(doc, said)))
            else:
                for (name, title), role in zip(people, roles, strict=True):
                    seat = Seat(role, name, title.value if title else None, sentence)
                    found.extend(where.seat(doc, seat, own))
                if pattern is _PEOPLE_FIRST:
                    first = people[0][1] or people[0][0]
                    start = next(i for i, at in enumerate(sentence.at) if at == first.at[0])
            sentence = sentence[:start] + sentence[match.end() :]
    return found, sentence


def _people(who: Passage, where: Place, count: int) -> list[tuple[Passage, Passage | None]] | None:
    """Return so many people that a clause ends in; ``None`` where it does not."""
    who = who[who.text.rfind("由") + 1 :]
    clauses = list(split_outside(who, "，"))
    for first in range(len(clauses) - 1, -1, -1):
        start = len(who) - sum(len(clause) + 1 for clause in clauses[first:]) + 1
        people = where.people(who[start:].strip("，、"))
        if people is not None and len(people) == count:
            return people
    return None
