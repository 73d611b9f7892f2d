"""``registry diff``: what changed between two days or two notices."""

from __future__ import annotations

import click

from registry.cli.asked import asked, asks, government_option
from registry.errors import BadPeriod


@click.command(short_help="Show what changed between two days or two notices.")
@click.option("--from", "start", metavar="DAY", help="The earlier day. 前一日期")
@click.option("--to", "end", metavar="DAY", help="The later day. 后一日期")
@click.option(
    "--notices", nargs=2, metavar="DOC DOC", help="Two notices, the earlier first. 两份公文"
)
@click.option("--format", "form", type=click.Choice(["table", "json", "markdown"]), default="table")
@click.option("--lang", type=click.Choice(["zh", "en"]), help="Language of the table. 语言")
@asks
@government_option
def diff(  # noqa: PLR0917 - an option each
    start: str | None,
    end: str | None,
    notices: tuple[str, str] | None,
    form: str,
    lang: str | None,
    sources: tuple[str, ...],
    database: str | None,
    known_at: str | None,
    government: str | None,
) -> None:
    """Show per agency, area, pair and group who gained, lost or gave it over, with both clauses.

    Pairs due to be made anew and stale seats in groups are listed.

    两日或两份公文之间，各单位、领域、AB角和小组由谁转给谁、谁都不管了，前后条款并列。

    \b
    registry diff --from 2019-08-27 --to 2019-09-30
    """  # noqa: D301 - \b is click's mark for lines to keep
    import msgspec

    from registry.cli.output import language
    from registry.cli.paper import put
    from registry.cli.redline import as_blocks, as_markdown
    from registry.service.answers.diff import between_notices
    from registry.service.answers.diff import diff as between_days
    from registry.service.periods import read_first, read_last

    known = asked(sources, database, known_at)
    if notices and not (start or end):
        found = between_notices(known, *notices, government=government)
    elif start and end and not notices:
        days = (read_first(start), read_last(end))
        found = between_days(known, *days, government=government)
    else:
        raise BadPeriod("say between what: --from DAY and --to DAY, or --notices DOC DOC")
    spoken = language("".join(notices or ()) or found.government, lang)
    if form == "json":
        click.echo(msgspec.json.format(msgspec.json.encode(found), indent=2).decode())
    elif form == "markdown":
        click.echo(as_markdown(found, spoken))
    else:
        put(as_blocks(found, spoken))
