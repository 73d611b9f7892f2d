"""``registry leave``: may a leave be granted, what breaks, and what would make it fit."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from registry.cli.asked import (
    asked,
    asks,
    away_option,
    begins_option,
    ends_option,
    government_option,
)
from registry.model.answers import Words

if TYPE_CHECKING:
    from registry.cli.output import Lang
    from registry.service.supposed.leave_answer import Leave, WayOut

_VERDICTS = {
    "against_rule": Words("规则不允许", "a rule is against it"),
    "needs_approval": Words("原则上不允许，须经批准", "in principle not: it needs approval"),
    "leaves_gaps": Words("有工作无人代行", "it leaves work that nobody acts for"),
    "fits_with_warnings": Words("可以，但请注意", "it fits, with a warning"),
    "fits": Words("可以", "it fits"),
}


@click.command(short_help="Say whether a leave may be granted, and what would make it fit.")
@click.argument("name")
@begins_option
@ends_option
@click.option(
    "--kind", default="away", metavar="KIND", help="away, leave 休假, travel 出差, …. 类别"
)
@away_option
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table")
@click.option("--lang", type=click.Choice(["zh", "en"]), help="Language of the answer. 语言")
@asks
@government_option
def leave(
    *,
    name: str,
    start: str,
    end: str | None,
    kind: str,
    away: tuple[str, ...],
    form: str,
    lang: str | None,
    sources: tuple[str, ...],
    database: str | None,
    known_at: str | None,
    government: str | None,
) -> None:
    """Try a leave of NAME: what rules say, what breaks, the smallest change that makes it fit.

    Nothing is recorded.

    准假：看规则是否允许、哪些工作会无人代行，以及最小的调整（改哪几天，或者请谁改期）；不作任何记录。

    \b
    registry leave 张良华 --from 2019-09-09 --to 2019-09-13 --away 熊皓@2019-09-12/2019-09-13
    """  # noqa: D301 - \b is click's mark for lines to keep
    import msgspec

    from registry.cli.output import language
    from registry.service.periods import read_span
    from registry.service.question import absence_over, asked_kind, read_absences
    from registry.service.supposed.leave import leave as try_leave

    when = read_span(start if end is None else f"{start}/{end}")
    found = try_leave(
        asked(sources, database, known_at),
        absence_over(name, when, asked_kind(kind)),
        read_absences(away, when),
        government=government,
    )
    if form == "json":
        click.echo(msgspec.json.format(msgspec.json.encode(found), indent=2).decode())
        return
    for line in _lines(found, language(name if lang is None else "", lang)):
        click.echo(line)


def _lines(found: Leave, lang: Lang) -> Iterator[str]:
    from registry.cli.whatif import KINDS, quoted, say, shown
    from registry.resolve.words import when_words

    away = found.absence
    working = Words(f"工作日{found.working_days}天", _counted(found.working_days, "working day"))
    verdict = say(_VERDICTS[found.verdict.value], lang)
    yield f"{away.person} · {say(when_words(away), lang)} · {say(working, lang)} · {verdict}"
    if not found.arranged:
        unknown = Words("节假日安排未知", "the holidays of the year are not known")
        yield f"  {say(unknown, lang)}"
    for objection in found.objections:
        by = objection.approved_by
        allowed = Words(f"，{by}已批准", f"; {by} allows it") if by else Words("", "")
        said = f"{say(objection.text, lang)}{say(allowed, lang)}"
        yield f"  {say(when_words(objection), lang)}  {said}"
        for reason in objection.reasons:
            place = "，".join(p for p in (reason.doc, reason.date) if p)
            yield f"    「{reason.clause}」 — {place}"
    groups: dict[object, list[int]] = {}
    every = (*found.broken, *found.seats)
    for number, change in enumerate(every):
        key = (
            change.begins,
            change.ends,
            change.subject.kind == "group",
            change.before,
            change.after,
        )
        groups.setdefault(key, []).append(number)
    for numbers in groups.values():
        changes = [every[n] for n in numbers]
        first = changes[0]
        yield ""
        states = f"{shown(first.before, lang)}  →  {shown(first.after, lang)}"
        yield f"{say(when_words(first), lang)}  {states}"
        for kind, words in KINDS.items():
            names = [c.subject.name for c in changes if c.subject.kind == kind]
            if names:
                yield f"  {say(words, lang)} {len(names)}  {'、'.join(names)}"
        if text := quoted(first, lang):
            yield f"  {say(Words('依据', 'why'), lang)}  {text}"
    yield from _ways(found, lang)


def _ways(found: Leave, lang: Lang) -> Iterator[str]:
    from registry.cli.whatif import say

    if found.verdict.value in ("fits", "fits_with_warnings"):
        return
    yield ""
    if not found.ways_out:
        none = Words(
            "前后两周内改期、缩短，或者请一人改期，都不能使其可行",
            "no shorter leave, no place within two weeks and nobody else's leave makes it fit",
        )
        yield say(none, lang)
        return
    yield say(Words("最小的调整", "Smallest changes"), lang)
    for way in found.ways_out:
        yield f"  {say(_way(way), lang)}"


def _way(way: WayOut) -> Words:
    days = _span(way.start, way.end)
    if way.kind == "shorten":
        return Words(
            f"缩短{way.days}天：{way.person} {days}",
            f"{_counted(way.days, 'day')} shorter: {way.person} {days}",
        )
    if way.kind == "move":
        return Words(
            f"改期{way.days}天：{way.person} {days}",
            f"moved by {_counted(way.days, 'day')}: {way.person} {days}",
        )
    return Words(
        f"请{way.person}改期{way.days}天：{days}在岗",
        f"move {_counted(way.days, 'day')} of {way.person}: there on {days}",
    )


def _span(start: object, end: object) -> str:
    return f"{start}" if start == end else f"{start} … {end}"


def _counted(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"
