"""``registry who``: who acts for a subject."""

from __future__ import annotations

import click

from registry.cli.asked import asked, asks, asks_who, government_option


@click.command()
@asks_who
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table")
@click.option("--lang", type=click.Choice(["zh", "en"]), help="Language of the table. 语言")
@asks
@government_option
def who(  # noqa: PLR0917 - an option each
    subject: str,
    on: str | None,
    week: str | None,
    start: str | None,
    end: str | None,
    away: tuple[str, ...],
    form: str,
    lang: str | None,
    sources: tuple[str, ...],
    database: str | None,
    known_at: str | None,
    government: str | None,
) -> None:
    """Say who acts for SUBJECT.

    It may be an area, an agency, a person, a post or a leading group; or a task, a duty or an
    indicator of an agency.

    --on takes a half of a day or a time on it too: DAY/am, DAY/pm, DAYT15:00, DAYT14:00/16:30.

    谁分管、谁代行：可以问领域、单位、人、职务、领导小组、任务、职责或指标。

    \b
    registry who 商务 --week 2019-09-02 --away 张良华@2019-09-03/2019-09-05
    registry who 市卫健委 --on 2019-09-02
    registry who 商务 --on 2019-09-03T15:00 --away 张良华@2019-09-03/pm
    registry who 实际利用外资 --on 2019-09-04
    """  # noqa: D301 - \b is click's mark for lines to keep
    from registry.cli.output import as_json, as_table, language
    from registry.service.answers.answer import answer
    from registry.service.periods import read_asked
    from registry.service.question import read_absences
    from registry.wiring import today

    period = read_asked(today(), on=on, week=week, start=start, end=end)
    absences = read_absences(away, period)
    found = answer(
        asked(sources, database, known_at),
        subject,
        period,
        absences,
        government=government,
    )
    if form == "json":
        click.echo(as_json(found))
    else:
        as_table(found, language(subject, lang))
