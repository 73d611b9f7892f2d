"""Titles of one person that cannot both hold, in one notice or from one to a later one."""

from __future__ import annotations

from collections.abc import Iterator

from registry.checks.case import Case
from registry.checks.known import same_agency
from registry.checks.seats import later_moves
from registry.graph.titles import Office, offices
from registry.model.facts import Fact, Member, Post, Removed
from registry.model.findings import Finding, FindingKind, Severity

Titled = tuple[Member | Post, tuple[Office, ...]]


def title_contradiction(case: Case) -> Iterator[Finding]:
    """Find a chief in one place who is a deputy of the same office in the other.

    In one notice that is an error. From one notice to a later one it is a warning, unless
    an appointment between them tells of a move. Naming only some of one's titles
    contradicts nothing. A title used after its removal is a warning too.
    """
    for person, titled in _titles(case).items():
        found = False
        for number, one in enumerate(titled):
            for other in titled[number + 1 :]:
                clash = None if found else _clash(case, one[1], other[1])
                if clash is None or _moved(case, person, one[0], other[0]):
                    continue
                found = True
                same = one[0].doc == other[0].doc
                yield case.finding(
                    FindingKind.TITLE_CONTRADICTION,
                    Severity.ERROR if same else Severity.WARNING,
                    (
                        (
                            f"{person}一处写作“{_title(one[0])}”，"
                            f"{'同一公文' if same else '另一公文'}又写作“{_title(other[0])}”"
                        ),
                        (
                            f"{person} is {_title(one[0])} in one place and {_title(other[0])} in"
                            f" {'the same notice' if same else 'another notice'}"
                        ),
                    ),
                    (person,),
                    (one[0], other[0]),
                )
        yield from _after_removal(case, person, titled)


def _titles(case: Case) -> dict[str, list[Titled]]:
    found: dict[str, list[Titled]] = {}
    for fact in case.facts:
        if isinstance(fact, Member | Post) and fact.title:
            held = offices(fact.title, case.government)
            found.setdefault(fact.person, []).append((fact, held))
    return found


def _clash(
    case: Case, one: tuple[Office, ...], other: tuple[Office, ...]
) -> tuple[Office, Office] | None:
    """Return the offices of one ladder and one organisation of which one is a deputy's."""
    for a in one:
        for b in other:
            if a.ladder == b.ladder and a.is_deputy != b.is_deputy and _same(case, a, b):
                both = {o.rank for o in one} & {o.rank for o in other}
                if not {a.rank, b.rank} & both:
                    return a, b
    return None


def _same(case: Case, a: Office, b: Office) -> bool:
    if not a.org or not b.org:
        return a.org == b.org
    return same_agency(a.org, b.org, case.aliases, case.government)


def _moved(case: Case, person: str, one: Fact, other: Fact) -> bool:
    """Say whether a move of the person lies between two notices."""
    first, last = case.day_of(one), case.day_of(other)
    if one.doc == other.doc or first is None or last is None:
        return False
    return bool(later_moves(case, person, min(first, last), max(first, last)))


def _after_removal(case: Case, person: str, titled: list[Titled]) -> Iterator[Finding]:
    told: set[str] = set()
    for day, move in case.moves:
        if not isinstance(move, Removed) or move.person != person or move.post in told:
            continue
        lost = offices(move.post, case.government)
        for fact, held in titled:
            written = case.day_of(fact)
            if written is None or written <= day or fact.doc == move.doc:
                continue
            again = [
                m for m in later_moves(case, person, day, written) if not isinstance(m, Removed)
            ]
            named_again = any(getattr(m, "post", None) == move.post for m in again)
            if not named_again and any(
                a.rank == b.rank and _same(case, a, b) for a in lost for b in held
            ):
                told.add(move.post)
                yield case.finding(
                    FindingKind.TITLE_CONTRADICTION,
                    Severity.WARNING,
                    (
                        f"{person}已免去{move.post}，以后的公文仍写作“{_title(fact)}”",
                        (
                            f"{person} was removed as {move.post}; a later notice still says"
                            f" {_title(fact)}"
                        ),
                    ),
                    (person,),
                    (move, fact),
                )
                break


def _title(fact: Member | Post) -> str:
    return fact.title or ""
