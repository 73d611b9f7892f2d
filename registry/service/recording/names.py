"""Use case: two names are one, or one name is two people's; see ``record``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from registry.errors import BadRecord
from registry.graph.governments import bodies_of
from registry.graph.mentions import agencies_named, persons_named
from registry.graph.state import standing
from registry.model.facts import AnyFact, Document, PostFact
from registry.model.journal import Merged, Split
from registry.resolve.names import unknown
from registry.resolve.subject import bare
from registry.service.recording.record import Known

Kind = Literal["person", "agency"]


def merge(
    so_far: Known, name: str, into: str, kind: Kind, *, government: str | None = None
) -> Merged:
    """Return the record that ``name`` is the person or the agency called ``into``.

    Raises:
        BadRecord: the two are one name, or nothing would change.
        UnknownName: no notice of the government has one of the names.
    """
    body = so_far.history(government, name).government
    named = _people(so_far, body) if kind == "person" else _agencies(so_far, body)
    one, other = bare(name), bare(into)
    for asked in (one, other):
        if asked not in named:
            raise unknown(asked, named, body, kind)
    if one == other:
        raise BadRecord(f"{one} and {other} are one name; nothing is to be merged")
    made = Merged(government=body, kind=kind, name=one, into=other)
    if not so_far.changed_by(made):
        raise BadRecord(
            f"notices name {one} in titles or brackets only, which stay as they are printed;"
            " nothing would change"
        )
    return made


def split(
    so_far: Known, name: str, docs: Sequence[str], called: str, *, government: str | None = None
) -> Split:
    """Return the record that the person ``name`` of the notices ``docs`` is another, ``called``.

    Raises:
        BadRecord: the two are one name, ``called`` is somebody else's already, or one of the
            notices does not name him.
        UnknownName: no notice of the government has the name.
    """
    body = so_far.history(government, name).government
    one, other = bare(name), bare(called)
    people = _people(so_far, body)
    if one not in people:
        raise unknown(one, people, body, "person")
    if not other or one == other:
        raise BadRecord(f"to tell two called {one} apart, give one another name with --called")
    before = (e.record for e in standing(so_far.entries) if isinstance(e.record, Split))
    if other in people and (one, other) not in {(made.name, made.called) for made in before}:
        raise BadRecord(
            f"{other} is already somebody's name in {body}; give one that nobody has, or say that"
            f" the two are one with `registry record merge {one} --into {other} --kind person`"
        )
    own = people[one]
    asked = tuple(dict.fromkeys(doc.strip() for doc in docs))
    for doc in asked:
        if doc not in own:
            raise BadRecord(f"{doc!r} does not name {one}; these notices do: {'、'.join(own)}")
    return Split(government=body, name=one, docs=asked, called=other)


def _people(so_far: Known, government: str) -> dict[str, dict[str, None]]:
    """Return every person named about ``government``, each with the notices that name him."""
    found: dict[str, dict[str, None]] = {}
    for mention in persons_named(_ours(so_far, government)):
        found.setdefault(mention.name, {})[mention.fact.doc] = None
    return found


def _agencies(so_far: Known, government: str) -> dict[str, None]:
    named = agencies_named(_ours(so_far, government), government)
    return dict.fromkeys(mention.name for mention in named)


def _ours(so_far: Known, government: str) -> Iterator[AnyFact]:
    """Yield the facts whose names a merge or split in ``government`` reaches."""
    facts = so_far.state.facts
    own = {f.doc for f in facts if isinstance(f, Document) and government in bodies_of(f)}
    for fact in facts:
        if fact.doc in own or (isinstance(fact, PostFact) and fact.post.startswith(government)):
            yield fact
