"""What the commands that record have in common: options, the checks' data, and the line printed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeVar

import click

from registry.cli.database import by_option, database_option

if TYPE_CHECKING:
    from pathlib import Path

    from registry.model.answers import Words
    from registry.model.journal import AnyRecord, Entry
    from registry.service.recording.absence_files.rows import Passed
    from registry.service.recording.record import Known
    from registry.store.port import Journal

_T = TypeVar("_T")

government_option = click.option(
    "--government", metavar="NAME", help="Which government, if several. 哪级政府"
)
form_option = click.option(
    "--format",
    "form",
    type=click.Choice(["table", "json"]),
    default="table",
    help="json: the entry as the journal has it, less private reasons. 格式",
)
required_because = click.option(
    "--because", metavar="TEXT", required=True, help="Why; must be given. 事由（必填）"
)


def recording(command: Callable[..., None]) -> Callable[..., None]:
    """Add the options that every command of the group has."""
    return database_option(by_option(form_option(command)))


def so_far(journal: Journal, government: str | None = None) -> Known:
    """Return what is known of the government, or of all."""
    from registry.service.recording.record import known
    from registry.wiring import rules, shipped_glossary, today

    return known(journal, rules(), shipped_glossary(), today, government)


def write(
    journal: Journal,
    check: Callable[[], tuple[Sequence[AnyRecord], _T]],
    *,
    by: str | None,
    because: str | None,
    source: str | None = None,
) -> tuple[tuple[Entry, ...], _T]:
    """Append what ``check`` returns, all or none; see ``write_checked``."""
    from registry.cli.database import user
    from registry.service.recording.write import write_checked
    from registry.wiring import now

    why = (because or "").strip() or None
    return write_checked(journal, check, by=user(by), because=why, source=source, now=now)


def tell(entries: Sequence[Entry], form: str) -> None:
    """Print what was recorded, a line an entry; the private reason stays in the journal."""
    from registry.cli.entry import what
    from registry.store.lines import line_of

    for entry in entries:
        if form == "json":
            click.echo(line_of(public(entry)).encoded().decode())
        else:
            kind = str(entry.record.__struct_config__.tag)
            why = f" — {entry.because}" if entry.because else ""
            line = f"recorded 已登记 #{entry.number} {kind} {what(entry.record)}{why}"
            click.echo(" ".join(line.split()))


def warn(remarks: Sequence[Words]) -> None:
    """Say on standard error what the records bring about."""
    for words in remarks:
        click.echo(f"warning 提醒: {words.zh} · {words.en}", err=True)


def pass_over(events: Sequence[Passed], file: Path, form: str) -> None:
    """Say which events of a calendar are no absence, and why."""
    import msgspec

    for event in events:
        if form == "json":
            click.echo(msgspec.json.encode({"passed_over": event}).decode())
            continue
        where = f"{file}, line {event.line}: {event.what}".rstrip(": ")
        click.echo(f"passed over 略过: {where}: {event.why.zh} · {event.why.en}", err=True)


def public(entry: Entry) -> Entry:
    """Return the entry less a private reason."""
    from msgspec import structs

    from registry.model.journal import AbsenceRecorded

    if not isinstance(entry.record, AbsenceRecorded):
        return entry
    return structs.replace(entry, record=structs.replace(entry.record, reason=None))
