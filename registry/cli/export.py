"""``registry export``: a government in a standard form that other programs read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from registry.cli.asked import asked, asks, government_option

_FORMS = {
    "popolo": "Popolo JSON: persons, organisations, posts, memberships. 开放政务人事数据",
    "org-jsonld": "The W3C Organization Ontology as JSON-LD. 组织本体",
    "org-turtle": "The W3C Organization Ontology as Turtle. 组织本体",
    "graphml": "GraphML, for programs that draw and measure networks. 关系图",
    "gexf": "GEXF, for Gephi. 关系图",
    "vcard": "vCard 4: a card for each person, without telephone or mail. 名片",
    "csv": "One table of who holds what, for spreadsheets. 表格",
}
_NAMED = ("popolo", "org-jsonld", "org-turtle")

_SHARED = (
    click.option("--on", metavar="DAY", help="The day (YYYY-MM-DD); today without it. 日期"),
    asks,
    government_option,
    click.option(
        "-o",
        "--output",
        metavar="FILE",
        type=click.Path(path_type=Path, dir_okay=False),
        help="Write to a file. 输出文件",
    ),
)


def _shared(command: Callable[..., Any]) -> Callable[..., Any]:
    for option in reversed(_SHARED):
        command = option(command)
    return command


@click.group(short_help="Write a government in a form that other programs read.")
def export() -> None:
    """Write a government on a day in a form that other programs read.

    把某日的领导分工导出为其他程序可读的格式。

    \b
    registry export popolo --on 2019-09-30 -o popolo.json
    registry export csv --on 2019-09-30 -o holdings.csv
    """  # noqa: D301 - \b is click's mark for lines to keep


def _command(name: str) -> click.Command:
    @_shared
    def write(
        *,
        on: str | None,
        sources: tuple[str, ...],
        database: str | None,
        known_at: str | None,
        government: str | None,
        output: Path | None,
        base: str | None = None,
    ) -> None:
        from registry.exports.iris import BASE
        from registry.service.export import Form
        from registry.service.export import export as make
        from registry.service.periods import read_period
        from registry.wiring import today

        made = make(
            asked(sources, database, known_at),
            Form(name),
            read_period(today(), on=on).start,
            government=government,
            base=base or BASE,
        )
        put(made.content, output)

    if name in _NAMED:
        write = click.option("--base", metavar="IRI", help="What IRIs begin with. 标识前缀")(write)
    example = f"\b\nregistry export {name} --on 2019-09-30"
    return click.command(name, help=f"{_FORMS[name]}\n\n{example}")(write)


@export.command(short_help="A calendar feed: a person's acting days, a subject's cover, or a week.")
@click.option("--person", metavar="NAME", help="The days on which NAME acts for another. 代行日程")
@click.option("--subject", metavar="X", help="Who covers an area, an agency, a group … 由谁负责")
@click.option("--week", metavar="DAY", help="The week of DAY, Monday to Sunday. 一周")
@click.option(
    "--away",
    multiple=True,
    metavar="NAME[@FROM[/TO]]",
    help="Who is away, besides the absences recorded; may be repeated. 外出",
)
@click.option("--lang", type=click.Choice(["zh", "en"]), help="Language of the feed. 语言")
@_shared
def ical(
    *,
    person: str | None,
    subject: str | None,
    week: str | None,
    away: tuple[str, ...],
    lang: str | None,
    on: str | None,
    sources: tuple[str, ...],
    database: str | None,
    known_at: str | None,
    government: str | None,
    output: Path | None,
) -> None:
    """Write a calendar feed; name one of a person, a subject and a week.

    It reaches from the month before --on to twelve months later. What no longer holds is marked
    as cancelled. It never says why somebody is away.

    日历订阅：某人的代行日程、某单位由谁负责、一周去向。不写外出事由。

    \b
    registry export ical --person 熊皓 --on 2019-09-02 --away 张良华@2019-09-03/2019-09-05
    registry export ical --subject 市商务局 --on 2019-09-02 -o commerce.ics
    registry export ical --week 2019-09-09 -o week.ics
    """  # noqa: D301
    from registry.cli.output import language
    from registry.service.feeds.feed import acting_feed, cover_feed, week_feed
    from registry.service.periods import read_period
    from registry.service.question import read_absences
    from registry.wiring import today

    if sum(one is not None for one in (person, subject, week)) != 1:
        raise click.UsageError("say of what: --person NAME, --subject X or --week DAY")
    if week is not None and on is not None:
        raise click.UsageError("a week has its own days: give --week or --on, not both")
    period = read_period(today(), on=on, week=week)
    absences = read_absences(away, period)
    known = asked(sources, database, known_at)
    spoken = language(person or subject or "".join(away), lang)
    if person is not None:
        made = acting_feed(
            known, person, period.start, absences, government=government, lang=spoken
        )
    elif subject is not None:
        made = cover_feed(
            known, subject, period.start, absences, government=government, lang=spoken
        )
    else:
        made = week_feed(known, period, absences, government=government, lang=spoken)
    put(made, output)


def put(content: bytes, output: Path | None) -> None:
    """Write to the file and say so, or print."""
    from registry.errors import RegistryError

    if output is None:
        click.echo(content, nl=False)
        return
    try:
        output.write_bytes(content)
    except OSError as error:
        raise RegistryError(
            f"{output}: cannot be written ({error.strerror}); name a file in a folder that is there"
        ) from None
    click.echo(str(output))


for _name in _FORMS:
    export.add_command(_command(_name))
