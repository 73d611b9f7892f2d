"""How feeds are said in both languages: who acts, never why somebody is away."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal

from registry.exports.text import cited, named
from registry.graph.quotes import Quote
from registry.model.answers import Cover, Reason, Segment, Status, Words
from registry.model.facts import Document
from registry.resolve.words import RELATIONS, STATUSES

Lang = Literal["zh", "en"]

CANCELLED = Words("（取消）", "(cancelled) ")
ACTING_DAYS = Words("代行日程", "acting days")
COVER = Words("由谁负责", "who covers it")
RECORDED = Words("由记录的决定指定", "named by a recorded decision")

_PRESENT = (Status.IN_CHARGE, Status.SHARED)
_QUOTED = frozenset(("holds", "pair", "left"))
"""Steps whose clause says who holds what. A rule may name the absence that it is for: of it the
notice alone is cited."""


def say(words: Words, lang: Lang) -> str:
    """Return the words in one language."""
    return words.zh if lang == "zh" else words.en


def acts_for(holder: str, lang: Lang) -> str:
    """Return that one acts for ``holder``."""
    return f"代{holder}" if lang == "zh" else f"acting for {holder}"


def covered(subject: str, cover: Cover, lang: Lang) -> str:
    """Return in a line who acts for ``subject`` in the share of a holder who is away."""
    return _line(subject, [_share(cover, lang)], lang)


def held_by(subject: str, segment: Segment, lang: Lang) -> str:
    """Return in a line who is in charge of ``subject`` from now on."""
    shares = [_share(cover, lang) for cover in segment.covers]
    return _line(subject, shares or [say(STATUSES[segment.status], lang)], lang)


def _share(cover: Cover, lang: Lang) -> str:
    holder, acting = cover.holder, cover.acting
    if acting == holder:
        return f"{holder}{RELATIONS[cover.relation].zh}" if lang == "zh" else f"{holder} in charge"
    told = acts_for(holder, lang)
    if acting is not None:
        return f"{acting}{told}" if lang == "zh" else f"{acting} {told}"
    status = say(STATUSES[cover.status], lang)
    return f"{told}：{status}" if lang == "zh" else f"{told}: {status}"


def _line(subject: str, shares: Iterable[str], lang: Lang) -> str:
    return f"{subject}：{'；'.join(shares)}" if lang == "zh" else f"{subject}: {'; '.join(shares)}"


def account(
    status: Status, reasons: Iterable[Reason], notices: Mapping[str, Document], lang: Lang
) -> str:
    """Return the status, but that somebody is there, and what it rests on, a line each."""
    lines = [] if status in _PRESENT else [say(STATUSES[status], lang)]
    for reason in reasons:
        if reason.code == "decision":
            lines.append(say(RECORDED, lang))
        elif reason.doc is not None:
            notice = notices.get(reason.doc)
            clause = reason.clause if reason.code in _QUOTED else None
            if clause is None:
                lines.append(named(reason.doc, notice, reason.date))
            else:
                lines.append(cited(Quote(clause, reason.doc, reason.date), notice))
    return "\n".join(dict.fromkeys(lines))
