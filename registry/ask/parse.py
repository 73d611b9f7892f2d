"""The one door: a question in words in, its reading out, or the part that is not understood."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from registry.ask import chinese, english
from registry.ask.absences import Told as Absent
from registry.ask.absences import strangers, take_absences
from registry.ask.clocks import NoTime
from registry.ask.dates import monday
from registry.ask.days import Span
from registry.ask.reading import (
    Intent,
    Lexicon,
    NotUnderstood,
    PeriodFrom,
    Reading,
    Told,
)
from registry.ask.tokens import DAYS, Tokens, tokens
from registry.model.told import AbsenceTold

_STOPS = re.compile(r"[?？。!！;；,，、:：]|\.(?=\s|$)")
_HAN = re.compile(r"[\u3400-\u9fff]")
_AROUND_DAYS = re.compile(
    rf"(?:在|从|自)?({DAYS})(?:期间|之间|这几天|这两天|那天|这天|当天|的时候|的)?"
)
_LONGEST = 300
"""Characters of a question: more is a text."""


class _Asked(Struct, frozen=True):
    intent: Intent
    subject: str
    supposed: str | None = None


def parse(question: str, lexicon: Lexicon, today: date) -> Reading:
    """Read ``question``; days in it are counted from ``today``.

    Raises:
        NotUnderstood: a part of it is not understood, or it asks nothing or several things.
    """
    read = tokens(question[: _LONGEST + 1], lexicon.people)
    try:
        return _parse(read, lexicon, today)
    except NotUnderstood as no:
        asked_in_chinese = not read.text or (_HAN.search(read.text) and _is_chinese(read.text))
        raise NotUnderstood(no.part, no.zh, no.en, chinese=bool(asked_in_chinese)) from None


def _parse(read: Tokens, lexicon: Lexicon, today: date) -> Reading:
    if len(read.text) > _LONGEST:
        raise NotUnderstood(read.text[:20] + "…", "太长，一次只问一件事", "too long: ask one thing")
    told, rest = take_absences(read)
    periods, pieces = _pieces(rest)
    if len(set(periods)) > 1:
        words = read.spelled("、".join(periods))
        raise NotUnderstood(words, "一次只问一段时间", "ask for one period at a time")
    asked = _asked(read, lexicon, told, pieces)
    period = _resolved(read, periods[0], monday(today), today) if periods else None
    anchor = monday(period.start if period else today)
    absences = tuple(_absences(read, told, period, today, anchor))
    origin = PeriodFrom.QUESTION
    if period is None:
        period, origin = _without_period(told, absences, today)
    intent = asked.intent
    if intent is Intent.WHO and told:
        intent = Intent.WHO_IF_AWAY
    return Reading(
        intent=intent,
        subject=asked.subject,
        period=period,
        period_from=origin,
        absences=absences,
        supposed=asked.supposed,
    )


def _pieces(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the days of the question, and its parts between stops without them."""
    periods: list[str] = []

    def take(found: re.Match[str]) -> str:
        periods.append(found[1])
        return " "

    rest = _AROUND_DAYS.sub(take, text)
    rest = re.sub(r" {2,}", " ", rest)
    pieces = (_tidy(piece) for piece in _STOPS.split(rest))
    return tuple(periods), tuple(piece for piece in pieces if piece)


def _tidy(piece: str) -> str:
    piece = piece.strip()
    if _HAN.search(piece) and not re.match(r"[A-Za-z]", piece):
        piece = re.sub(r"(?<=[^\x00-\x7f]) | (?=[^\x00-\x7f])", "", piece)
        return chinese.tidy(piece)
    return english.tidy(piece)


def _asked(
    read: Tokens, lexicon: Lexicon, told: tuple[Absent, ...], pieces: tuple[str, ...]
) -> _Asked:
    """Return what the parts ask: one of them, and nothing besides."""
    for stranger in (name for piece in pieces for name in strangers(piece)):
        raise NotUnderstood(
            stranger, _like("没有公文写过这个人", lexicon, stranger), "no notice names this person"
        )
    if not pieces:
        said = read.spelled(read.text)
        raise NotUnderstood(
            said,
            "没有问谁、为什么、从何时起或管什么",
            "it does not ask who, why, since when or what",
        )
    # A stop may stand inside a subject: 教育、商务 is no one subject, but a task's text may be.
    whole = "，".join(pieces)
    if len(pieces) > 1 and (found := _one(read, lexicon, told, whole)) is not None:
        return found
    readings = [_one(read, lexicon, told, piece) for piece in pieces]
    understood = [found for found in readings if found is not None]
    if len(understood) > 1:
        raise NotUnderstood(read.spelled(whole), "一次只问一件事", "ask one thing at a time")
    for piece, found in zip(pieces, readings, strict=True):
        if found is None:
            raise _refused(read, lexicon, piece)
    return understood[0]


def _one(read: Tokens, lexicon: Lexicon, told: tuple[Absent, ...], piece: str) -> _Asked | None:
    grammar = chinese if _is_chinese(piece) else english
    if told and grammar.asks_for_the_absent(piece):
        return _Asked(Intent.WHO, read.person(told[0].who[0]))
    for intent, found in grammar.shapes(piece):
        groups = found.groupdict()
        supposed = read.person(groups["p"]) if groups.get("p") else None
        if intent is Intent.HOLDS and supposed:
            return _Asked(intent, supposed)
        for words in grammar.subjects(groups["s"].strip()):
            if not re.search(DAYS, words) and lexicon.knows(read.spelled(words)):
                return _Asked(intent, read.spelled(words), supposed)
    return None


def _refused(read: Tokens, lexicon: Lexicon, piece: str) -> NotUnderstood:
    """Return the refusal of a part: an unknown subject, or a shape that is no question here."""
    grammar = chinese if _is_chinese(piece) else english
    named = [
        words
        for _, found in grammar.shapes(piece)
        if (words := (found.groupdict().get("s") or "").strip())
    ]
    if named:
        subject = read.spelled(grammar.subjects(min(named, key=len))[-1])
        return NotUnderstood(
            subject,
            _like("没有公文写过这个领域、单位、职务或人", lexicon, subject),
            _like("no notice names such a subject", lexicon, subject, "; nearest: ", ", "),
        )
    return NotUnderstood(
        read.spelled(piece), "不是这里能回答的问法", "this is no question that can be answered here"
    )


def _like(
    words: str, lexicon: Lexicon, name: str, mark: str = "，相近的有：", joint: str = "、"
) -> str:
    near = lexicon.near(name)
    return f"{words}{mark}{joint.join(near)}" if near else words


def _is_chinese(piece: str) -> bool:
    return re.match(r"[A-Za-z]", piece) is None


def _resolved(read: Tokens, token: str, anchor: date, today: date) -> Told:
    span: Span = read.days(token)
    words = read.spelled(token)
    try:
        start, end = span.resolve(today, anchor)
    except NoTime as no:
        raise NotUnderstood(words, no.zh, no.en) from None
    except (ValueError, OverflowError):
        raise NotUnderstood(words, "日历上没有这一天", "no such day in the calendar") from None
    told = Told(start, end, words, span.start_time, span.end_time)
    if told.ends <= told.begins:
        raise NotUnderstood(words, "结束早于开始", "it ends before it begins")
    return told


def _absences(
    read: Tokens, told: tuple[Absent, ...], period: Told | None, today: date, anchor: date
) -> Iterator[AbsenceTold]:
    """Yield the absences; one without days is of the period asked about, or of today."""
    for one in told:
        days = (
            _resolved(read, one.days, anchor, _day(read, one, period, today))
            if one.days
            else period
        )
        when = days or Told(today, today, "")
        for token in one.who:
            yield AbsenceTold(
                person=read.person(token),
                start=when.start,
                end=when.end,
                kind=one.kind,
                start_time=when.start_time,
                end_time=when.end_time,
            )


def _day(read: Tokens, told: Absent, period: Told | None, today: date) -> date:
    """Return the day from which an absence's days are counted: for a time alone, the period's."""
    span = read.days(told.days or "")
    words = read.spelled(told.days or "")
    if span.point:
        raise NotUnderstood(words, "不在岗要写明从几点到几点", "say from when to when he is away")
    if not span.of_today or period is None:
        return today
    if period.start != period.end:
        raise NotUnderstood(words, "说明是哪一天", "say on which day")
    return period.start


def _without_period(
    told: tuple[Absent, ...], absences: tuple[AbsenceTold, ...], today: date
) -> tuple[Told, PeriodFrom]:
    """Return the period of a question that names none: that of the absences, else today."""
    if any(one.days for one in told):
        start = min(a.start for a in absences)
        end = max(a.end for a in absences)
        return Told(start, end, ""), PeriodFrom.ABSENCES
    return Told(today, today, ""), PeriodFrom.TODAY
