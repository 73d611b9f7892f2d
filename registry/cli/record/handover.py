"""What was done about an absence: who was told, the hand-over, its acceptance, the report."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from registry.cli.database import because_option
from registry.cli.record.done import government_option, recording, so_far, tell, write

if TYPE_CHECKING:
    from collections.abc import Sequence

    from registry.model.journal import AnyRecord
    from registry.model.records import Step


@click.command(short_help="Somebody was told, or the work handed over or back.")
@click.argument("name")
@click.option(
    "--step",
    "steps",
    type=click.Choice(
        [
            "told_backup",
            "told_office",
            "told_coordinator",
            "told_head",
            "handed_over",
            "accepted",
            "reported_back",
        ]
    ),
    multiple=True,
    required=True,
    help="What was done; may be repeated. 事项",
)
@click.option("--on", metavar="DAY", help="When it was done; today, without it. 办理日期")
@click.option(
    "--during",
    metavar="DAY",
    help="A day of the absence meant, or DAY/am, DAY/pm, if several are recorded. 所指不在岗中的一日",
)
@click.option("--note", metavar="TEXT", help="What was handed over, or back. 备注")
@government_option
@because_option
@recording
def handover(
    *,
    name: str,
    steps: tuple[Step, ...],
    on: str | None,
    during: str | None,
    note: str | None,
    government: str | None,
    because: str | None,
    by: str | None,
    database: str | None,
    form: str,
) -> None:
    """Record what was done about the absence of NAME: the AB hand-over, step by step.

    The absence is recorded first. Answers and the week stop saying that a step is missing.

    登记某人不在岗的交接事项：告知、交接、B角接受、交回。先登记不在岗，再登记交接。

    \b
    registry record handover 蓝启程 --step told_backup --step handed_over --on 2024-06-01
    """  # noqa: D301 - \b is click's mark for lines to keep
    from registry.cli.database import opened
    from registry.service.periods import read_day, read_span
    from registry.service.recording.handover import handover as checked
    from registry.wiring import today

    day = read_day(on) if on is not None else today()
    meant = read_span(during) if during is not None else None
    with opened(database) as journal:

        def check() -> tuple[Sequence[AnyRecord], None]:
            known = so_far(journal, government)
            made = checked(known, name, steps, day, during=meant, note=note, government=government)
            return made, None

        done, _ = write(journal, check, by=by, because=because)
    tell(done, form)
