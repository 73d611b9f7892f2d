"""What was read wrongly, and what counts no more."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from registry.cli.database import because_option
from registry.cli.record.done import (
    government_option,
    recording,
    required_because,
    so_far,
    tell,
    warn,
    write,
)

if TYPE_CHECKING:
    from registry.model.facts import AnyFact
    from registry.model.journal import AnyRecord, Entry


@click.command(short_help="A fact was read or printed wrongly.")
@click.option("--wrong", metavar="JSON|@FILE", help="The fact that counts no more. 误")
@click.option("--right", metavar="JSON|@FILE", help="The one in its stead, or one missed. 正")
@government_option
@because_option
@recording
def correction(
    *,
    wrong: str | None,
    right: str | None,
    government: str | None,
    because: str | None,
    by: str | None,
    database: str | None,
    form: str,
) -> None:
    """Record that a fact is wrong, and which is right.

    A fact is one line as `registry parse` prints it, or @FILE, a file that holds it. --wrong
    alone takes the fact back; --right alone adds one that the notice states and the parser
    missed: its clause must stand in the notice.

    更正读错或印错的一条：只给误则删去，只给正则补上（条款须见于该公文）。

    \b
    registry record correction --wrong @wrong.json --right @right.json
    """  # noqa: D301 - \b is click's mark for lines to keep
    from registry.cli.database import opened
    from registry.service.recording.corrections import correction as checked

    given_wrong, given_right = _fact(wrong, "--wrong"), _fact(right, "--right")
    with opened(database) as journal:

        def check() -> tuple[list[AnyRecord], None]:
            return [checked(so_far(journal, government), given_wrong, given_right)], None

        done, _ = write(journal, check, by=by, because=because)
    tell(done, form)


@click.command(short_help="An entry counts no more.")
@click.argument("number", type=int)
@required_because
@recording
def withdraw(*, number: int, because: str, by: str | None, database: str | None, form: str) -> None:
    """Record that entry NUMBER counts no more from now on; what was known before stays known then.

    Withdrawing a withdrawal brings the entry back.

    撤回第 NUMBER 条登记：此后不再计入，此前所知不变；撤回一次“撤回”即为恢复。

    \b
    registry record withdraw 7 --because "the trip was called off"
    """  # noqa: D301 - \b is click's mark for lines to keep
    from registry.cli.database import opened
    from registry.cli.entry import what
    from registry.model.answers import Words
    from registry.service.recording.record import said, withdrawal
    from registry.service.recording.standing import about

    why = said(because)
    with opened(database) as journal:

        def check() -> tuple[list[AnyRecord], Entry]:
            made, meant = withdrawal(journal, number)
            return [made], meant

        done, meant = write(journal, check, by=by, because=why)
        left = "、".join(f"#{one}" for one in about(journal, meant))
    if left:
        warn([Words(f"{left}与之有关，仍然有效", f"{left} are about it and still stand")])
    if form == "json":
        tell(done, form)
        return
    tag = str(meant.record.__struct_config__.tag)
    line = (
        f"recorded 已登记 #{done[0].number} withdrawn #{number} {tag} {what(meant.record)} — {why}"
    )
    click.echo(" ".join(line.split()))


def _fact(given: str | None, option: str) -> AnyFact | None:
    from registry.errors import UnreadableSource
    from registry.service.recording.corrections import read_fact

    if given is None:
        return None
    if not given.startswith("@"):
        return read_fact(given, option)
    path = Path(given[1:])
    try:
        return read_fact(path.read_text(encoding="utf-8-sig"), f"{option}: {path}")
    except UnicodeDecodeError:
        raise UnreadableSource(f"{option}: {path} is no UTF-8; save it as UTF-8") from None
    except OSError as error:
        raise UnreadableSource(f"{option}: {path} cannot be read ({error.strerror})") from None
