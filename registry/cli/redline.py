"""A redline on paper: as a table for the terminal, or as Markdown."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from rich.console import RenderableType
from rich.text import Text

from registry.cli.output import Lang
from registry.cli.paper import grid
from registry.graph.changes.redline import Change, Redline, Tie
from registry.graph.quotes import Quote
from registry.model.answers import Relation, Words
from registry.model.findings import Place
from registry.resolve.words import RELATIONS

_SUBJECTS = {
    "agency": Words("单位", "Agencies"),
    "area": Words("领域", "Areas"),
    "pair": Words("AB角", "AB pairs"),
    "group": Words("领导小组", "Groups"),
}
_TURNS = {
    "gained": Words("新增", "gained"),
    "lost": Words("减少", "lost"),
    "moved": Words("移交", "moved"),
    "orphaned": Words("无人负责", "orphaned"),
    "changed": Words("变动", "changed"),
}
_STYLES = {"gained": "green", "lost": "yellow", "moved": "cyan", "orphaned": "red"}
_BEFORE, _AFTER = Words("前", "before"), Words("后", "after")
_SILENT = Words("未写明任何人", "names nobody")
_DUE = Words("应重新配对", "Pairs due to be made anew")
_STALE = Words("应调整的小组职务", "Seats in groups due for replacement")
_NOTHING = Words("没有变化", "nothing changed")
_HEADINGS = {
    "name": Words("对象", "subject"),
    "turn": Words("变化", "change"),
    "who": Words("由谁到谁", "from whom to whom"),
}


class _Row(NamedTuple):
    """One line of the redline: what, how, who, and the clauses before and after."""

    name: str
    turn: str
    style: str
    who: str
    before: tuple[str, ...]
    after: tuple[str, ...]


def as_blocks(found: Redline, lang: Lang) -> Iterator[RenderableType]:
    """Yield the redline for the terminal, a section a kind of subject."""
    yield Text(_title(found), style="bold")
    if found.unknown:
        yield Text(_say(found.unknown, lang), style="yellow")
    for head, rows in _sections(found, lang):
        yield Text()
        yield Text(f"{head}  {len(rows)}", style="bold")
        for row in rows:
            line = Text(f"  {row.name}")
            if row.turn:
                line.append(f"  {row.turn}", style=row.style)
            yield line.append(f"  {row.who}" if row.who else "")
            said = grid(2, whole=1)
            for label, quotes in ((_BEFORE, row.before), (_AFTER, row.after)):
                for quote in quotes:
                    said.add_row(f"    {_say(label, lang)}", Text(quote, style="italic"))
            if said.row_count:
                yield said
    if not any(True for _ in _sections(found, lang)):
        yield Text(_say(_NOTHING, lang))


def as_markdown(found: Redline, lang: Lang) -> str:
    """Return the redline as Markdown, a table a kind of subject."""
    lines = [f"# {_cell(_title(found))}"]
    if found.unknown:
        lines += ["", _cell(_say(found.unknown, lang))]
    names = [_say(_HEADINGS[key], lang) for key in ("name", "turn", "who")]
    names += [_say(_BEFORE, lang), _say(_AFTER, lang)]
    for head, rows in _sections(found, lang):
        lines += ["", f"## {head}", "", f"| {' | '.join(names)} |", "|---" * len(names) + "|"]
        lines += [
            f"| {' | '.join(map(_cell, (row.name, row.turn, row.who, *_sides(row))))} |"
            for row in rows
        ]
    if not any(True for _ in _sections(found, lang)):
        lines += ["", _say(_NOTHING, lang)]
    return "\n".join(lines)


def _sections(found: Redline, lang: Lang) -> Iterator[tuple[str, list[_Row]]]:
    for subject, head in _SUBJECTS.items():
        rows = [_row(change, lang) for change in found.changes if change.subject == subject]
        if rows:
            yield _say(head, lang), rows
    due = [
        _Row(
            f"{d.a} – {d.b}",
            "",
            "",
            _say(d.because, lang),
            (_quoted(d.pair),),
            tuple(map(_quoted, d.change)),
        )
        for d in found.due_pairs
    ]
    if due:
        yield _say(_DUE, lang), due
    stale = [
        _Row(
            f.names[0],
            "",
            "",
            _say(f.message, lang),
            tuple(map(_quoted, f.places[:1])),
            tuple(map(_quoted, f.places[1:])),
        )
        for f in found.stale_seats
    ]
    if stale:
        yield _say(_STALE, lang), stale


def _row(change: Change, lang: Lang) -> _Row:
    names = [_names(change.who_from, lang), _names(change.who_to, lang)]
    silent = (f"{_say(_SILENT, lang)} {_quoted(change.silent)}",) if change.silent else ()
    return _Row(
        name=change.name,
        turn=_say(_TURNS[change.turn], lang),
        style=_STYLES.get(change.turn, ""),
        who=" → ".join(name or "—" for name in names) if any(names) else "",
        before=_told(change.before, change, lang) or silent,
        after=_told(change.after, change, lang) or silent,
    )


def _told(ties: tuple[Tie, ...], change: Change, lang: Lang) -> tuple[str, ...]:
    """Write each tie; of a group that is new or gone, its heads."""
    if change.subject == "group" and not (change.before and change.after):
        led = change.who_from or change.who_to
        ties = tuple(tie for tie in ties if tie.who in led) or ties[:1]
    return tuple(
        dict.fromkeys(
            f"{tie.who}（{_relation(tie.relation, lang)}）{_quoted(tie.quote)}"
            if change.subject in {"agency", "area"}
            else f"{tie.who}{_quoted(tie.quote)}"
            if change.subject == "pair"
            else f"{tie.who} · {tie.relation}{_quoted(tie.quote)}"
            for tie in ties
        )
    )


def _relation(relation: str, lang: Lang) -> str:
    return _say(RELATIONS[Relation(relation)], lang)


def _quoted(said: Quote | Place) -> str:
    return f"「{said.clause}」 — {'，'.join(p for p in (said.doc, said.date) if p)}"


def _sides(row: _Row) -> tuple[str, str]:
    return "\n".join(row.before), "\n".join(row.after)


def _cell(text: str) -> str:
    """Return ``text`` as Markdown of one line: what a notice says sets no marks."""
    safe = "".join(f"\\{mark}" if mark in r"\`*_[]<>|#~&" else mark for mark in text)
    return "<br>".join(safe.splitlines())


def _title(found: Redline) -> str:
    return f"{found.government} · {found.start} → {found.end}"


def _names(names: tuple[str, ...], lang: Lang) -> str:
    return ("、" if lang == "zh" else ", ").join(names)


def _say(words: Words, lang: Lang) -> str:
    return words.zh if lang == "zh" else words.en
