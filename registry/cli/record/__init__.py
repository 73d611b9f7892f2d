"""``registry record``: what people enter, each as one entry of the journal."""

from __future__ import annotations

import click

from registry.cli.record.facts import correction, withdraw
from registry.cli.record.handover import handover
from registry.cli.record.listing import listing
from registry.cli.record.names import merge, split
from registry.cli.record.people import absence, absences, decision


@click.group(short_help="Record an absence, a decision, a correction, a merge or a split.")
def record() -> None:
    """Enter what the notices do not say, or take an entry back; nothing is ever edited.

    登记不在岗、代行决定、工作交接、更正、同名或异名的认定；可以撤回，但不改动已有的登记。

    \b
    registry record absence 蓝启程 --from 2024-06-03 --to 2024-06-05 --kind away
    registry record withdraw 7 --because "the trip was called off"
    """  # noqa: D301 - \b is click's mark for lines to keep


for _command in (
    absence,
    absences,
    decision,
    handover,
    correction,
    merge,
    split,
    withdraw,
    listing,
):
    record.add_command(_command)
