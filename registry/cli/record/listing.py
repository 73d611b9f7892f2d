"""What people entered that stands."""

from __future__ import annotations

import click

from registry.cli.database import database_option
from registry.cli.record.done import form_option, government_option, public


@click.command("list", short_help="What people entered that stands, with entry numbers.")
@government_option
@click.option("--on", metavar="DAY", help="Only what is about this day. 只列涉及该日的")
@form_option
@click.option("--lang", type=click.Choice(["zh", "en"]), help="Language of the table. 语言")
@database_option
def listing(
    *, government: str | None, on: str | None, form: str, lang: str | None, database: str | None
) -> None:
    """List absences, decisions, hand-overs and approvals that stand; what was withdrawn is left out.

    Names are those known now. Private reasons are not printed.

    列出有效的不在岗、代行决定、交接和批准，附登记号；不显示私密事由。

    \b
    registry record list --on 2024-06-04 --lang zh
    """  # noqa: D301 - \b is click's mark for lines to keep
    from registry.cli.database import opened
    from registry.cli.output import language
    from registry.cli.paper import none_recorded
    from registry.cli.record.words import line
    from registry.service.periods import read_day
    from registry.service.recording.standing import entered
    from registry.store.lines import line_of

    day = read_day(on) if on is not None else None
    with opened(database) as journal:
        found = entered(journal, government=government, on=day)
    if form == "json":
        told = ",".join(line_of(public(entry)).encoded().decode() for entry in found)
        click.echo(f"[{told}]")
        return
    if not found:
        none_recorded()
    for entry in found:
        click.echo(line(entry, language("", lang)))
