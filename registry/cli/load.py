"""``registry load``: notices from files and folders into the journal."""

from __future__ import annotations

import shlex
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from registry.cli.database import because_option, by_option, database_option

if TYPE_CHECKING:
    from collections.abc import Sequence

    from registry.service.loading.load import Loaded

_STOPPED = 130
_REFUSED = 2


@click.command(short_help="Read notices into the journal, each once.")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@database_option
@by_option
@because_option
@click.option(
    "--unparsed",
    "name_all",
    is_flag=True,
    help="Name every file with clauses that were not understood. 列出含未解析语句的文件",
)
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table")
def load(
    *,
    paths: tuple[Path, ...],
    database: str | None,
    by: str | None,
    because: str | None,
    name_all: bool,
    form: str,
) -> None:
    """Read the notices of PATHS, files or folders, into the journal.

    A notice whose text is there already is passed over: a load may be stopped at any moment
    and repeated. Files that cannot be read are listed with the reason, and the exit status is
    then 2; the others are loaded. `registry parse FILE --report` says what of a notice was not
    understood.

    把公文读入登记簿：同一公文只登记一次；可随时中断，再次运行即可接续。

    \b
    registry load notices/ gazette.pdf --because "2019 gazettes"
    """  # noqa: D301 - \b is click's mark for lines to keep
    from rich.console import Console
    from rich.progress import MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    from registry.cli.database import opened, user
    from registry.cli.interrupt import interruptible
    from registry.errors import JournalError
    from registry.service.loading.load import load as read_in
    from registry.service.sources import files_in
    from registry.wiring import now

    done: list[Loaded] = []
    files = files_in(paths)
    columns = (
        *Progress.get_default_columns()[:3],
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        TextColumn("{task.fields[file]}", style="dim"),
    )
    console = Console(stderr=True)
    progress = Progress(*columns, console=console, transient=True, disable=not console.is_terminal)
    with opened(database, create=True) as journal, interruptible() as stopped:
        try:
            with progress:
                task = progress.add_task("loading 登记", total=len(files), file="")
                for loaded in read_in(journal, files, by=user(by), because=because, now=now):
                    # The process that reads a PDF is stopped together with this one.
                    if not (stopped() and loaded.refused):
                        done.append(loaded)
                    progress.update(task, advance=1, file=Path(loaded.path).name[-30:])
                    if stopped():
                        break
        except JournalError:
            _print(done, len(files), form, name_all=name_all)
            raise
    _print(done, len(files), form, name_all=name_all)
    if len(done) < len(files):
        click.echo("stopped: what is counted here is safe; run it again to go on", err=True)
        sys.exit(_STOPPED)
    sys.exit(_REFUSED if any(loaded.refused for loaded in done) else 0)


def _print(done: Sequence[Loaded], files: int, form: str, *, name_all: bool) -> None:
    unclear = [loaded for loaded in done if loaded.unparsed]
    refused = [loaded for loaded in done if loaded.refused]
    counts = {
        "files": files,
        "read": len(done) - len(refused),
        "new": sum(loaded.new for loaded in done),
        "known": sum(loaded.known for loaded in done),
        "unparsed": sum(loaded.unparsed for loaded in done),
    }
    if form == "json":
        import msgspec

        told = [{"path": loaded.path, "why": loaded.refused} for loaded in refused]
        where = [{"path": loaded.path, "unparsed": loaded.unparsed} for loaded in unclear]
        summary = msgspec.json.encode({**counts, "refused": told, "unparsed_in": where})
        click.echo(msgspec.json.format(summary, indent=2).decode())
        return
    for loaded in refused:
        click.echo(f"refused 未收: {' '.join((loaded.refused or '').split())}", err=True)
    click.echo(
        f"new 新增 {counts['new']} · known 已有 {counts['known']} · refused 未收 {len(refused)}"
        f" · unparsed 未解析 {counts['unparsed']} · files 文件 {counts['read']}/{files}"
    )
    for loaded in unclear if name_all else ():
        click.echo(f"{loaded.unparsed} {loaded.path}")
    if unclear and not name_all:
        more = f"（共 {len(unclear)} 个文件，--unparsed 列出）" if len(unclear) > 1 else ""
        click.echo(
            f"not understood 未解析: registry parse {shlex.quote(unclear[0].path)} --report{more}",
            err=True,
        )
