"""主持…工作 in a notice of appointments: in charge of an agency or its work, with or without a post."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from registry.model import facts
from registry.parsing.clause import evidence
from registry.parsing.clauses.appointees import names_of
from registry.parsing.lists import Item, area_items, is_org
from registry.parsing.persons import is_title, name_at_end
from registry.parsing.text import Passage

_HOW = r"(?:并|临时|暂时?|暂行|代为|代理|代行|具体|继续|负责|现){0,3}"
_HEADS = r"(?:主持|牵头负责|全面负责)"
BEHIND = re.compile(rf"[，；]{_HOW}主持(?P<what>[^，。；：（）]{{0,40}}?工作)(?=[，。；（]|$)")
"""Matches what he who takes up a post is in charge of besides (任副局长，主持市疾控中心工作)."""
_ALONE = re.compile(
    rf"(?:由)?(?P<who>[^，。；：由]{{2,24}}?)(?P<comrade>同志)?{_HOW}{_HEADS}(?P<what>[^，。；：（）]{{2,40}}?工作)[。；]?$"
)
_BY = re.compile(
    rf"(?P<what>[^，。；：由]{{2,40}}?工作){_HOW}由(?P<who>[^，。；：]{{2,24}}?)(?P<comrade>同志)?{_HOW}{_HEADS}[。；]?$"
)

_DOES_DUTIES = re.compile(
    r"(?P<who>[^，。；：由]{2,24}?)(?P<comrade>同志)?(?:临时|暂时|继续)?(?:暂代|代行|暂行|代为履行|代(?!理))(?P<post>[^，。；：]{2,40}?)(?:的?(?:职责|职权|职务|工作))?[。；]?$"
)


def read_in_charge(doc: str, sentence: Passage, text: Passage) -> Iterator[facts.Responsible]:
    """Yield what a clause puts a person in charge of: 由X主持A工作, A工作由X主持.

    ``text`` is the ``sentence`` without what leads up to the clause.
    """
    for form in (_ALONE, _BY):
        match = form.match(text.text)
        if match is None:
            continue
        who = text.group(match, "who")
        people = names_of(who, sure=match["comrade"] is not None)
        titled = name_at_end(who)
        people = people or ([titled[1]] if titled else [])
        if people:
            yield from in_charge(doc, sentence, people, text.group(match, "what"))
            return


def read_duties_of_post(doc: str, sentence: Passage, text: Passage) -> Iterator[facts.Unparsed]:
    """Yield that a clause has somebody do the duties of a post that he does not take up: X暂代Y职责.

    No fact says so: it holds for a time that the clause does not end.
    """
    match = _DOES_DUTIES.match(text.text)
    who = text.group(match, "who") if match else text[:0]
    people = names_of(who, sure=bool(match and match["comrade"]))
    if match and is_title(match["post"]) and (people or name_at_end(who)):
        reason = "who does the duties of a post without taking it up"
        yield facts.Unparsed(reason=reason, **evidence(doc, sentence))


def in_charge(
    doc: str, sentence: Passage, people: Sequence[Passage], what: Passage
) -> Iterator[facts.Responsible]:
    """Yield that each is in charge of ``what``; of his post's own work (主持工作) nothing."""
    if what.text == "工作":
        return
    agency = what[:-2]
    for person in people:
        for item in [Item(agency, None)] if is_org(agency.text) else area_items(what):
            yield facts.Responsible(
                person=person.value,
                area=item.name.value,
                alias=item.alias.value if item.alias is not None else None,
                **evidence(doc, sentence, person),
            )
