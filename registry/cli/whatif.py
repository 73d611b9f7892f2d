"""``registry whatif``: which answers would change; nothing is written."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from registry.cli.asked import asked, asks, government_option
from registry.model.answers import Words

if TYPE_CHECKING:
    from registry.cli.output import Lang
    from registry.service.supposed.whatif import Change, Comparison, Standing

KINDS = {
    "area": Words("领域", "areas"),
    "agency": Words("单位", "agencies"),
    "post": Words("职务", "posts"),
    "group": Words("小组", "groups"),
    "work": Words("任务、职责、指标", "work"),
}


@click.command(short_help="Compare the answers before and after what a file supposes.")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table")
@click.option("--lang", type=click.Choice(["zh", "en"]), help="Language of the table. 语言")
@asks
@government_option
def whatif(
    *,
    file: Path,
    form: str,
    lang: str | None,
    sources: tuple[str, ...],
    database: str | None,
    known_at: str | None,
    government: str | None,
) -> None:
    """Say which answers would change if what FILE supposes came true. Nothing is written.

    FILE is TOML: absences, appointments, removals, retirements, and drafts of notices.

    假如：按 FILE（TOML）设想的外出、任免、退休或草拟的通知，逐项比较前后由谁负责、谁代行；不作任何记录。

    \b
    registry whatif docs/reference/examples/whatif.toml
    """  # noqa: D301 - \b is click's mark for lines to keep
    import msgspec

    from registry.cli.output import language
    from registry.service.supposed.scenario import read_drafts, read_scenario
    from registry.service.supposed.whatif import whatif as compare

    scenario = read_scenario(file)
    drafts = read_drafts(scenario, file.parent)
    found = compare(asked(sources, database, known_at), scenario, drafts, government=government)
    if form == "json":
        click.echo(msgspec.json.format(msgspec.json.encode(found), indent=2).decode())
        return
    for line in _lines(found, language("", lang)):
        click.echo(line)


def _lines(found: Comparison, lang: Lang) -> Iterator[str]:
    from registry.resolve.words import when_words

    days = f"{found.start} … {found.end}" if found.start != found.end else f"{found.start}"
    subjects = len({change.subject for change in found.changes})
    counts = Words(
        f"共{found.asked}项，{subjects}项有变化",
        f"{subjects} of {found.asked} subjects change",
    )
    yield f"{found.government} · {days} · {say(counts, lang)}"
    for note in found.notes:
        yield say(
            Words(f"注意：不在所比的日子内：{note}", f"note: after the days compared: {note}"), lang
        )
    groups: dict[object, list[Change]] = {}
    for change in found.changes:
        key = (change.begins, change.ends, change.before, change.after)
        groups.setdefault(key, []).append(change)
    for changes in groups.values():
        first = changes[0]
        days = say(when_words(first), lang)
        yield ""
        before, after = shown(first.before, lang), shown(first.after, lang)
        if before == after:  # those who also hold it, or the candidates, are others
            before, after = f"{before}{beside(first.before)}", f"{after}{beside(first.after)}"
        yield f"{days}  {before}  →  {after}"
        for kind, words in KINDS.items():
            names = [c.subject.name for c in changes if c.subject.kind == kind]
            if names:
                yield f"  {say(words, lang)} {len(names)}  {'、'.join(names)}"
        if first.because is not None:
            yield f"  {say(Words('依据', 'why'), lang)}  {quoted(first, lang)}"


def shown(of: Standing | None, lang: Lang) -> str:
    """Return how a subject stands, in one line."""
    from registry.resolve.words import STATUSES

    if of is None:
        return say(Words("没有公文写过", "named by no notice"), lang)
    who = "、".join(of.acting)
    return f"{say(STATUSES[of.status], lang)} {who}".strip()


def beside(of: Standing | None) -> str:
    """Return the holders and the candidates, in brackets."""
    if of is None:
        return ""
    parts = ["、".join(names) for names in (of.holders, of.candidates) if names]
    return f" [{' | '.join(parts)}]" if parts else ""


def quoted(change: Change, lang: Lang) -> str:
    """Return the step on which the answer after rests, with its clause."""
    reason = change.because
    if reason is None:
        return ""
    text = say(reason.text, lang)
    if reason.clause is None:
        return text
    return f"{text} — 「{reason.clause}」 — {'，'.join(p for p in (reason.doc, reason.date) if p)}"


def say(words: Words, lang: Lang) -> str:
    """Return the sentence in one language."""
    return words.zh if lang == "zh" else words.en
