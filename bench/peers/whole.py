"""The whole answer, put together from what a peer finds: the same for every peer.

It follows the meaning of the clauses as the registry does, for what the made-up country
holds: portfolios, pairs, who left, and rules for B and for the coordinator.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple, Protocol

from bench.peers.edges import Edge, Question
from registry.model.answers import Answer

HELD = ("responsible", "supervises")


class Row(NamedTuple):
    """An edge that counts, as a peer finds it."""

    kind: str
    source: str
    target: str
    strength: int
    place: int
    clause: str
    doc: str
    date: str


class Peer(Protocol):
    """A means of asking for edges."""

    def load(self, edges: Iterable[Edge]) -> None:
        """Take the edges in."""

    def held(self, question: Question) -> Sequence[Row]:
        """Return who holds the subject, in the notices' order."""

    def of(self, question: Question, person: str) -> Sequence[Row]:
        """Return the pairs of a person, either way, and his leaving, in the notices' order."""

    def rules(self, question: Question) -> Sequence[Row]:
        """Return the rules of the government."""

    def office(self, question: Question, title: str) -> Sequence[Row]:
        """Return the leaders, who left, and who holds a title, in the notices' order."""


class Step(NamedTuple):
    """A reason: what it is, and the clause that says so."""

    code: str
    clause: str | None = None
    doc: str | None = None
    date: str | None = None


class Cover(NamedTuple):
    """One holder and who acts in his share."""

    holder: str
    relation: str
    status: str
    acting: str | None
    coordinator: str | None
    candidates: tuple[str, ...]
    flags: tuple[str, ...]
    steps: tuple[Step, ...]


class Whole(NamedTuple):
    """The whole answer on one day."""

    status: str
    acting: tuple[str, ...]
    covers: tuple[Cover, ...]


def of_ours(answer: Answer) -> Whole:
    """Return the registry's answer in the same form, without its sentences."""
    (segment,) = answer.segments
    return Whole(
        segment.status.value,
        segment.acting,
        tuple(
            Cover(
                c.holder,
                c.relation.value,
                c.status.value,
                c.acting,
                c.coordinator,
                c.candidates,
                c.flags,
                tuple(Step(r.code, r.clause, r.doc, r.date) for r in c.reasons),
            )
            for c in segment.covers
        ),
    )


def whole(peer: Peer, question: Question) -> Whole:
    """Ask ``peer`` for what the answer needs, and put it together."""
    strongest: dict[str, Row] = {}
    for row in peer.held(question):
        known = strongest.get(row.source)
        if known is None or row.strength > known.strength:
            strongest[row.source] = row
    ranked = sorted(strongest.values(), key=lambda row: -row.strength)
    covers = tuple(_cover(peer, question, row) for row in ranked)
    principals = [
        c for c, r in zip(covers, ranked, strict=True) if r.strength == ranked[0].strength
    ]
    acting = tuple(dict.fromkeys(c.acting for c in principals if c.acting is not None))
    return Whole(principals[0].status if len(principals) == 1 else "shared", acting, covers)


def _cover(peer: Peer, question: Question, row: Row) -> Cover:
    holder, steps = row.source, [_step("holds", row)]
    tied = peer.of(question, holder)
    left = [one for one in tied if one.kind == "left"]
    if left:
        steps.append(_step("left", left[0]))
        return _made(row, "unspecified", steps, flags=("left_office",))
    if holder not in question.away:
        return _made(row, "in_charge", [*steps, Step("present")], acting=holder)
    steps.append(Step("absent"))
    backups = [(one.target if one.source == holder else one.source, one) for one in tied]
    steps += [_step("pair", pair) for _, pair in backups]
    rules = {rule.kind: rule for rule in peer.rules(question)}
    gone = {b: [o for o in peer.of(question, b) if o.kind == "left"] for b, _ in backups}
    there = [b for b, _ in backups if b not in question.away and not gone[b]]
    if there:
        rule = rules.get("backup_acts")
        steps.append(Step("plain_pair") if rule is None else _step("rule", rule))
        return _made(row, "acting", steps, acting=there[0])
    for b, _ in backups:
        steps.append(_step("left", gone[b][0]) if gone[b] else Step("absent"))
    assigns = rules.get("coordinator_assigns")
    if assigns is None:
        steps.append(Step("silent"))
        return _made(row, "unspecified", steps, flags=("no_rule_for_both_away",))
    if any(gone.values()):  # the rule is for those who are away, not for those who have left
        steps.append(_step("silent", assigns))
        return _made(row, "unspecified", steps, flags=("trigger_not_covered",))
    return _coordinated(peer, question, _Case(row, steps, {holder, *gone}), assigns)


class _Case(NamedTuple):
    row: Row
    steps: list[Step]
    out: set[str]


def _coordinated(peer: Peer, question: Question, case: _Case, rule: Row) -> Cover:
    row, steps, out = case
    steps.append(_step("rule", rule))
    office = peer.office(question, rule.source)
    gone = {one.source for one in office if one.kind == "left"} | set(question.away)
    coordinator = next(one.source for one in office if one.kind == "title")
    if coordinator in gone:
        steps.append(Step("nobody_can_assign"))
        flags = ("coordinator_away",)
        return _made(row, "unspecified", steps, coordinator=coordinator, flags=flags)
    leaders = (one.source for one in office if one.kind == "leader")
    candidates = tuple(p for p in leaders if p not in out | gone | {coordinator})
    return _made(
        row, "coordination_required", steps, coordinator=coordinator, candidates=candidates
    )


def _made(
    row: Row,
    status: str,
    steps: list[Step],
    *,
    acting: str | None = None,
    coordinator: str | None = None,
    candidates: tuple[str, ...] = (),
    flags: tuple[str, ...] = (),
) -> Cover:
    return Cover(row.source, row.kind, status, acting, coordinator, candidates, flags, tuple(steps))


def _step(code: str, row: Row) -> Step:
    return Step(code, row.clause, row.doc, row.date)
