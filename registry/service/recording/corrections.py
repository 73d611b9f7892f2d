"""Use case: correct a fact that was read or printed wrongly; see ``record``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

import msgspec
from msgspec import structs
from rapidfuzz import fuzz, process

from registry.errors import BadRecord
from registry.graph.state import standing
from registry.model.facts import AnyFact, Document, Span
from registry.model.journal import Entry, FactCorrected, NoticeIngested
from registry.service.recording.fact_sound import check_named, check_sound
from registry.service.recording.record import Known

_FACT: msgspec.json.Decoder[AnyFact] = msgspec.json.Decoder(AnyFact)
_LONGEST = 300


def read_fact(text: str, where: str) -> AnyFact:
    """Read one fact as ``registry parse`` prints it; ``where`` is for messages.

    Raises:
        BadRecord: it is no fact, has a key that facts of its kind have not, or an empty text.
    """
    try:
        fact = _FACT.decode(text)
        keys = msgspec.json.decode(text, type=dict[str, object])
    except (msgspec.DecodeError, UnicodeError) as error:
        raise BadRecord(
            f"{where} is no fact ({error}); give one line as `registry parse` prints it"
        ) from None
    strange = keys.keys() - {"fact", *fact.__struct_fields__}
    if strange:
        raise BadRecord(
            f"{where}: a fact {keys['fact']!r} has no key {min(strange)!r};"
            f" it has: {', '.join(fact.__struct_fields__)}"
        )
    empty = next((k for k, v in keys.items() if isinstance(v, str) and not v.strip()), None)
    if empty:
        raise BadRecord(f"{where}: {empty!r} is empty; state it, or leave the key off")
    return fact


def correction(so_far: Known, wrong: AnyFact | None, right: AnyFact | None) -> FactCorrected:
    """Return the record that puts ``right`` in the place of ``wrong``.

    The facts may have been printed from a file that holds several notices, or white space
    before the notice: their places are made those of the journal's text.

    Raises:
        BadRecord: neither is given; ``wrong`` is not stated, or counts no more; ``right``
            is, its clause or, where it was missed, what it names does not stand in its
            notice, or it has no place or control characters.
    """
    entries = standing(so_far.entries)
    if wrong is None and right is None:
        raise BadRecord(
            "give the fact that is wrong with --wrong, the right one with --right, or both"
        )
    if right is not None:
        check_sound(right)
    stated = _stated(so_far, entries, wrong) if wrong is not None else None
    if right is not None:
        right = _placed(entries, right, wrong, stated)
        if right == stated:
            raise BadRecord("the right fact is the wrong one again; change what is wrong in it")
    made = FactCorrected(wrong=stated, right=right)
    if not so_far.changed_by(made):
        raise BadRecord(
            "the wrong fact counts no more: it was corrected already; see `registry journal`"
        )
    if right is not None and right in so_far.state.facts:
        raise BadRecord(
            "the right fact is known already; give --wrong alone to take the other back"
        )
    return made


def _stated(so_far: Known, entries: tuple[Entry, ...], wrong: AnyFact) -> AnyFact:
    """Return ``wrong`` as it stands in the journal, at its place there."""
    stated = tuple(dict.fromkeys(chain(so_far.state.facts, _raw(entries))))
    if wrong in stated:
        return wrong
    alike = [fact for fact in stated if _unplaced(fact) == _unplaced(wrong)]
    if len(alike) == 1:
        return alike[0]
    if alike:
        raise BadRecord(
            f"{len(alike)} clauses of {wrong.doc} state that fact; give its span as"
            " `registry journal --format jsonl` has it"
        )
    own = [fact for fact in stated if fact.doc == wrong.doc]
    if not own:
        raise unknown_doc(wrong.doc, [fact.doc for fact in stated])
    shown = [_shown(fact) for fact in own]
    near, _, _ = process.extractOne(_shown(wrong), shown, scorer=fuzz.ratio)
    raise BadRecord(f"no notice recorded states the wrong fact; the nearest is {near[:_LONGEST]}")


def unknown_doc(doc: str, known: list[str]) -> BadRecord:
    """Return the error for a notice that is not recorded, with the nearest that are."""
    close = process.extract(doc, list(dict.fromkeys(known)), limit=3, score_cutoff=40)
    near = "、".join(name for name, _, _ in close)
    hint = f"nearest: {near}" if near else "`registry journal` lists those that are"
    return BadRecord(f"no notice {doc!r} is recorded; {hint}")


def _raw(entries: tuple[Entry, ...]) -> Iterator[AnyFact]:
    for entry in entries:
        if isinstance(entry.record, NoticeIngested):
            yield from entry.record.facts
        elif isinstance(entry.record, FactCorrected) and entry.record.right is not None:
            yield entry.record.right


def _placed(
    entries: tuple[Entry, ...], right: AnyFact, wrong: AnyFact | None, stated: AnyFact | None
) -> AnyFact:
    """Return ``right`` with the place of its clause in the journal's text."""
    if wrong is not None and stated is not None and right.clause == wrong.clause:
        return structs.replace(right, span=stated.span)
    if stated is None and isinstance(right, Document):
        raise BadRecord("a notice is read in with `registry load`; a correction adds none")
    texts = _texts(entries)
    doc = right.doc if right.doc in texts or stated is None else stated.doc
    if doc not in texts:
        raise unknown_doc(doc, list(texts))
    places = [place for text in texts[doc] for place in _places(text, right.clause)]
    if not places:
        raise BadRecord(
            f"{doc} has no clause 「{right.clause[:80]}」; quote it as the notice has it"
        )
    if stated is None:
        check_named(right, texts[doc])
    if right.span in places:
        return right
    if len(set(places)) > 1:
        raise BadRecord(
            f"{doc} has the clause 「{right.clause[:80]}」 {len(set(places))} times; give the span"
            f" of the one meant: {', '.join(str(list(p)) for p in sorted(set(places))[:5])}"
        )
    return structs.replace(right, span=places[0])


def _texts(entries: tuple[Entry, ...]) -> dict[str, list[str]]:
    """Return the texts of each notice, by the numbers that it had and has."""
    texts: dict[str, list[str]] = {}
    for entry in entries:
        match entry.record:
            case NoticeIngested(text=text, facts=facts):
                for doc in dict.fromkeys(fact.doc for fact in facts):
                    texts.setdefault(doc, []).append(text)
            case FactCorrected(wrong=Document(doc=before), right=Document(doc=after)):
                if before != after:
                    texts.setdefault(after, []).extend(texts.get(before, ()))
    return texts


def _places(text: str, clause: str) -> Iterator[Span]:
    """Yield where ``clause`` stands in ``text``, white space apart.

    >>> list(_places("分管市商 务局。", "市商务局"))
    [(2, 7)]
    """
    pattern = r"\s*".join(re.escape(sign) for sign in "".join(clause.split()))
    for found in re.finditer(pattern, text):
        yield found.span()


def _unplaced(fact: AnyFact) -> AnyFact:
    return structs.replace(fact, span=(0, 0))


def _shown(fact: AnyFact) -> str:
    return msgspec.json.encode(fact).decode()
