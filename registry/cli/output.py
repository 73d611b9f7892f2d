"""An answer on the terminal: JSON, or a table that stays plain text in a pipe."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from typing import Literal

import msgspec
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from registry.cli.paper import put
from registry.model.answers import Answer, CalendarDay, Cover, Reason, Segment, Status, Words
from registry.resolve.reasons import listed
from registry.resolve.words import RELATIONS, STATUSES, when_words

Lang = Literal["zh", "en"]

_HAN = re.compile(r"[\u3400-\u9fff]")
_STYLES = {
    Status.IN_CHARGE: "green",
    Status.ACTING: "cyan",
    Status.ASSIGNED: "cyan",
    Status.SHARED: "green",
    Status.COORDINATION_REQUIRED: "yellow",
    Status.AMBIGUOUS: "yellow",
}
_LABELS = {
    "holder": Words("分工", "holder"),
    "coordinator": Words("协调", "coordinator"),
    "candidates": Words("人选", "candidates"),
    "also": Words("另有", "also"),
    "choices": Words("可能指", "may mean"),
    "why": Words("依据", "why"),
    "calendar": Words("节假日", "holidays"),
}
_NOBODY = Words("（未指定）", "nobody named")
_UNKNOWN_YEAR = Words("节假日安排未知", "holiday arrangement not known")
_LIAISON_ONLY = Words("，仅有联系", ", liaison only")


def language(subject: str, chosen: str | None) -> Lang:
    """Return the language to answer in: the one chosen, else that of the subject or the locale."""
    if chosen in ("zh", "en"):
        return "zh" if chosen == "zh" else "en"
    locale = os.environ.get("LC_ALL") or os.environ.get("LANG") or ""
    return "zh" if locale.startswith("zh") or _HAN.search(subject) else "en"


def as_json(answer: Answer) -> str:
    """Return the answer as one JSON object, indented."""
    return msgspec.json.format(msgspec.json.encode(answer), indent=2).decode()


def as_table(answer: Answer, lang: Lang) -> None:
    """Print the answer, a block a segment: days, status, who acts, and why."""
    put(_blocks(answer, lang))


def _blocks(answer: Answer, lang: Lang) -> Iterator[RenderableType]:
    yield Text(f"{answer.subject} · {answer.government}", style="bold")
    if days := ("；" if lang == "zh" else "; ").join(_days(answer, lang)):
        yield Text(f"{_say(_LABELS['calendar'], lang)}  {days}", style="dim")
    for segment in answer.segments:
        yield Text()
        yield _headline(segment, lang)
        yield _details(segment, lang)


def _days(answer: Answer, lang: Lang) -> Iterator[str]:
    """Yield the holidays and adjusted days, each run of one name once."""
    runs: list[list[CalendarDay]] = []
    for day in answer.holidays:
        last = runs[-1][-1] if runs else None
        if last is not None and last.name == day.name and (day.day - last.day).days == 1:
            runs[-1].append(day)
        else:
            runs.append([day])
    for run in runs:
        first, last = run[0], run[-1]
        days = f"{first.day}" if first is last else f"{first.day} … {last.day}"
        yield f"{days} {_say(first.name, lang)}" if first.name is not None else days
    for year in answer.holidays_unknown:
        yield f"{year} {_say(_UNKNOWN_YEAR, lang)}"


def _headline(segment: Segment, lang: Lang) -> Text:
    days = _say(when_words(segment), lang)
    names = _names(segment.acting, lang) or _say(_NOBODY, lang)
    line = Text(f"{days}  ", style="bold")
    line.append(_say(STATUSES[segment.status], lang), style=_STYLES.get(segment.status, "red"))
    line.append(f"  {names}", style="bold")
    return line


def _details(segment: Segment, lang: Lang) -> Table:
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(no_wrap=True, style="dim")
    grid.add_column(overflow="fold")

    def row(label: str, text: str | Text) -> None:
        grid.add_row(f"  {_say(_LABELS[label], lang)}", text)

    for cover in segment.covers:
        row("holder", _holder(cover, lang, alone=len(segment.covers) == 1))
        if cover.coordinator:
            row("coordinator", cover.coordinator)
        if cover.candidates:
            row("candidates", _names(cover.candidates, lang))
        for reason in cover.reasons:
            row("why", _reason(reason, lang))
    if segment.also:
        tied = [f"{a.person}（{RELATIONS[a.relation].zh}）" for a in segment.also]
        said = [f"{a.person} {RELATIONS[a.relation].en}" for a in segment.also]
        row("also", "、".join(tied) if lang == "zh" else ", ".join(said))
    if segment.choices:
        row("choices", _names(segment.choices, lang))
    for reason in segment.reasons:
        row("why", _reason(reason, lang))
    return grid


def _holder(cover: Cover, lang: Lang, *, alone: bool) -> str:
    tie = _say(RELATIONS[cover.relation], lang)
    if "liaison_only" in cover.flags:
        tie += _say(_LIAISON_ONLY, lang)
    held = f"{cover.holder}（{tie}）" if lang == "zh" else f"{cover.holder} ({tie})"
    if alone:
        return held
    return f"{held}  {_say(STATUSES[cover.status], lang)}  {cover.acting or _say(_NOBODY, lang)}"


def _reason(reason: Reason, lang: Lang) -> Text:
    text = Text(_say(reason.text, lang))
    if reason.clause is not None:
        text.append(f" — 「{reason.clause}」", style="italic")
        text.append(f" — {'，'.join(p for p in (reason.doc, reason.date) if p)}", style="dim")
    return text


def _names(names: tuple[str, ...], lang: Lang) -> str:
    if lang == "zh":
        return listed(names)
    return ("; " if any(mark in name for name in names for mark in "、，") else ", ").join(names)


def _say(words: Words, lang: Lang) -> str:
    return words.zh if lang == "zh" else words.en
