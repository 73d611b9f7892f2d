"""``registry check``: what is wrong in the notices, each finding with the places that show it."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import click

from registry.cli.asked import asked, away_option, government_option, known_at_option
from registry.cli.database import database_option
from registry.model.answers import Words
from registry.model.findings import FindingKind

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.table import Table
    from rich.text import Text

    from registry.cli.output import Lang
    from registry.model.findings import Finding, Place

_QUOTED = 72
"""Characters quoted of a clause in the table; JSON gives it whole."""
_NO_ISSUER = Words("发文机关不明", "issuer not known")
_STYLES = {"error": "red", "warning": "yellow", "note": "dim"}


@click.command(short_help="Find what is wrong in the notices.")
@click.argument("files", nargs=-1, metavar="[FILE]...", type=click.Path(path_type=Path))
@click.option(
    "--on",
    metavar="DAY",
    help="As of that day; without it, today or the latest notice's day. 日期",
)
@away_option
@click.option(
    "--kind",
    "kinds",
    multiple=True,
    metavar="KIND",
    type=click.Choice([kind.value for kind in FindingKind]),
    help="Only findings of that kind; may be repeated. 类别",
)
@government_option
@database_option
@known_at_option
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table")
@click.option("--lang", type=click.Choice(["zh", "en"]), help="Language of the table. 语言")
@click.option(
    "--strict", is_flag=True, help="Exit with 1 where there is an error or a warning. 严格"
)
def check(
    *,
    files: tuple[Path, ...],
    on: str | None,
    away: tuple[str, ...],
    kinds: tuple[str, ...],
    government: str | None,
    database: str | None,
    known_at: str | None,
    form: str,
    lang: str | None,
    strict: bool,
) -> None:
    """Find what does not go together in FILEs of notices, or in the database without any.

    查找公文自身及公文之间的矛盾和缺漏，逐条引出两处原文。

    \b
    registry check notice.txt --strict
    registry check --away 张良华@2019-09-03/2019-09-05 --away 熊皓@2019-09-04
    """  # noqa: D301 - \b is click's mark for lines to keep
    import msgspec

    from registry.cli.output import language
    from registry.cli.paper import put
    from registry.cli.progress import counting
    from registry.service.answers.check import check as find
    from registry.service.answers.check import fails
    from registry.service.periods import read_last, read_period
    from registry.service.question import read_absences
    from registry.wiring import today

    day = read_last(on) if on is not None else None
    period = read_period(today(), on=on)
    registry = asked(files, database, known_at)
    with counting("checking 检查") as told:
        found = find(
            registry,
            day,
            read_absences(away, period),
            kinds=[FindingKind(kind) for kind in kinds],
            government=government,
            progress=told,
        )
    if form == "json":
        click.echo(msgspec.json.format(msgspec.json.encode(found), indent=2).decode())
    else:
        several = government is None and len(registry.governments()) > 1
        put(_blocks(found, language("", lang), whose=several))
    if strict and fails(found):
        sys.exit(1)


def _blocks(found: Iterable[Finding], lang: Lang, *, whose: bool) -> Iterator[RenderableType]:
    from rich.text import Text

    from registry.checks.words import KINDS

    for kind, group in groupby(found, key=lambda finding: finding.kind):
        several = list(group)
        said = KINDS[kind].zh if lang == "zh" else KINDS[kind].en
        yield Text(f"{said}  {kind.value}  {len(several)}", style="bold")
        yield _block(several, lang, whose=whose)
        yield Text()
    yield Text(_total(found, lang))


def _block(found: Iterable[Finding], lang: Lang, *, whose: bool) -> Table:
    """Return findings with their places; ``whose`` puts the government before each."""
    from rich.text import Text

    from registry.checks.words import SEVERITIES
    from registry.cli.paper import grid

    table = grid(2, whole=1)
    for finding in found:
        word = SEVERITIES[finding.severity]
        style = _STYLES[finding.severity.value]
        message = finding.message.zh if lang == "zh" else finding.message.en
        if whose:
            body = finding.government or (_NO_ISSUER.zh if lang == "zh" else _NO_ISSUER.en)
            message = f"{body} · {message}"
        table.add_row(Text(f"  {word.zh if lang == 'zh' else word.en}", style=style), message)
        for place in finding.places:
            table.add_row("", _quote(place, finding.names))
    return table


def _quote(place: Place, names: tuple[str, ...]) -> Text:
    from rich.text import Text

    text = Text(f"「{_excerpt(place.clause, names)}」", style="italic")
    text.append(f" — {'，'.join(part for part in (place.doc, place.date) if part)}", style="dim")
    return text


def _excerpt(clause: str, names: tuple[str, ...]) -> str:
    """Return the clause, or the part of a long one that holds the first of ``names`` in it.

    >>> _excerpt("分管市商务局。", ("市商务局",))
    '分管市商务局。'
    >>> _excerpt("甲" * 80 + "市商务局" + "乙" * 80, ("市商务局",))
    '…甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲市商务局乙乙乙乙乙乙乙乙乙乙乙乙乙乙乙乙乙乙乙乙乙乙乙乙乙乙乙乙乙乙乙乙乙乙乙乙乙乙乙乙乙乙乙乙…'
    """
    if len(clause) <= _QUOTED:
        return clause
    at = next((clause.find(name) for name in names if name in clause), 0)
    start = max(0, min(at - _QUOTED // 3, len(clause) - _QUOTED))
    end = start + _QUOTED
    return f"{'…' if start else ''}{clause[start:end]}{'…' if end < len(clause) else ''}"


def _total(found: Iterable[Finding], lang: Lang) -> str:
    from registry.checks.words import SEVERITIES
    from registry.model.findings import Severity

    every = [finding.severity for finding in found]
    counts = {severity: every.count(severity) for severity in Severity}
    if lang == "zh":
        return "，".join(f"{SEVERITIES[s].zh}{n}条" for s, n in counts.items())
    return ", ".join(f"{n} {SEVERITIES[s].en}{'' if n == 1 else 's'}" for s, n in counts.items())
