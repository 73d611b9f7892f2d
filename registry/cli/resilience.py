"""``registry resilience``: what nobody would cover with any one or two leaders away."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from registry.cli.asked import asked, asks, government_option
from registry.model.answers import Words

if TYPE_CHECKING:
    from registry.cli.output import Lang
    from registry.service.answers.resilience import Resilience, Uncovered

_NO_ONE = Words("都在岗也无人负责", "nobody acts with all of them there")


@click.command(short_help="Try every one and two leaders away; rank what nobody would cover.")
@click.option("--on", metavar="DAY", help="The day (YYYY-MM-DD); today without it. 日期")
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table")
@click.option("--lang", type=click.Choice(["zh", "en"]), help="Language of the table. 语言")
@asks
@government_option
def resilience(
    *,
    on: str | None,
    form: str,
    lang: str | None,
    sources: tuple[str, ...],
    database: str | None,
    known_at: str | None,
    government: str | None,
) -> None:
    """Try every single absence and every pair of absences on a day; rank what nobody covers.

    逐一试算任何一人、任何两人外出的情形，按无人代行的多少排列领域、单位和小组。

    \b
    registry resilience --on 2019-09-20
    """  # noqa: D301 - \b is click's mark for lines to keep
    import msgspec

    from registry.cli.output import language
    from registry.service.answers.resilience import resilience as try_all
    from registry.service.periods import read_period
    from registry.wiring import today

    found = try_all(
        asked(sources, database, known_at),
        read_period(today(), on=on).start,
        government=government,
    )
    if form == "json":
        click.echo(msgspec.json.format(msgspec.json.encode(found), indent=2).decode())
        return
    for line in _lines(found, language("", lang)):
        click.echo(line)


def _lines(found: Resilience, lang: Lang) -> Iterator[str]:
    from registry.cli.whatif import KINDS, say

    counts = Words(
        f"{found.asked}项，试{found.absences}人、{found.couples}对外出",
        f"{found.asked} subjects, {found.absences} single absences and {found.couples} pairs tried",
    )
    yield f"{found.government} · {found.on} · {say(counts, lang)}"
    alone = [f"{who} {number}" for who, number in found.people.items() if number]
    if alone:
        label = Words("一人外出即无人代行的项数", "subjects that one absence leaves uncovered")
        yield f"{say(label, lang)}  {'、'.join(alone) if lang == 'zh' else ', '.join(alone)}"
    groups: dict[object, list[Uncovered]] = {}
    for one in found.uncovered:
        groups.setdefault((one.always, one.singles, one.pairs, one.to_coordinate), []).append(one)
    for several in groups.values():
        yield ""
        yield _head(several[0], lang)
        for kind, words in KINDS.items():
            names = [one.subject.name for one in several if one.subject.kind == kind]
            if names:
                yield f"  {say(words, lang)} {len(names)}  {'、'.join(names)}"


def _head(one: Uncovered, lang: Lang) -> str:
    from registry.cli.whatif import say

    if one.always:
        return say(_NO_ONE, lang)
    parts = []
    if one.singles:
        who = "、".join(one.singles)
        parts.append(
            say(
                Words(f"一人外出 {len(one.singles)}：{who}", f"one away {len(one.singles)}: {who}"),
                lang,
            )
        )
    if one.pairs:
        who = "、".join("＋".join(pair) for pair in one.pairs)
        parts.append(
            say(
                Words(f"两人外出 {len(one.pairs)}：{who}", f"two away {len(one.pairs)}: {who}"),
                lang,
            )
        )
    if one.to_coordinate:
        number = one.to_coordinate
        words = Words(
            f"其中{number}种可由协调人指定", f"in {number} of them a coordinator may name one"
        )
        parts.append(say(words, lang))
    return ("；" if lang == "zh" else "; ").join(parts)
