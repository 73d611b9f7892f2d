"""``registry parse``: the facts of notices, each with the clause that states it."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

import click
import msgspec
from rich.console import Console, RenderableType
from rich.progress import Progress
from rich.text import Text

from registry.cli.paper import grid, put
from registry.cli.report import print_report
from registry.model.facts import AnyFact, Unparsed
from registry.parsing.notice import parse as parse_text
from registry.service.sources import files_in, read_source

_QUOTED = 72
"""Characters quoted of a clause in the table; JSON Lines give it whole."""
_CARRIED = frozenset(("fact", "doc", "clause", "span"))


@click.command(short_help="Read notices and print their facts.")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--format",
    "form",
    type=click.Choice(["jsonl", "table"]),
    default="jsonl",
    show_default=True,
    help="JSON Lines, one fact a line; or a table for people.",
)
@click.option(
    "--text",
    "as_text",
    is_flag=True,
    help="Print the text of one file instead, to which the places of the facts refer. 只输出文本",
)
@click.option(
    "--report",
    is_flag=True,
    help="Print how much of each notice became facts, and the rest, instead. 只输出识别情况",
)
def parse(files: tuple[Path, ...], form: str, as_text: bool, report: bool) -> None:
    """Cut each of FILES into its notices and print every fact with clause and place.

    FILES are plain text, HTML pages, PDF or DOCX; which, is told by their content. A folder
    stands for all files in it and below.

    读入公文（文本、网页、PDF、DOCX，或其所在文件夹），逐条列出其中的事实及其条款；看不懂的条款标为 unparsed。

    \b
    registry parse notice.txt --format table
    registry parse notices/ --report
    """  # noqa: D301
    if as_text and report:
        raise click.UsageError("--text and --report do not go together: choose one")
    paths = files_in(files)
    if as_text and len(paths) > 1:
        raise click.UsageError("--text takes one file: places refer to the text of one file")
    found: list[AnyFact] = []
    with Progress(console=Console(stderr=True), transient=True, disable=len(paths) < 2) as progress:
        # All are read before the first is printed: a bad one stops the command with nothing out.
        read = [(path, read_source(path)) for path in progress.track(paths, description="reading")]
        if not as_text and not report:
            for _, source in progress.track(read, description="parsing"):
                found.extend(parse_text(source.text))
    for path, source in read:
        if as_text or source.guessed or source.notes:
            click.echo(f"{path}: {source.how}", err=True)
    if as_text:
        sys.stdout.buffer.write(read[0][1].text.encode())
        sys.stdout.buffer.flush()
        return
    if report:
        print_report((source.text for _, source in read), form)
    elif form == "jsonl":
        for fact in found:
            sys.stdout.buffer.write(msgspec.json.encode(fact) + b"\n")
        sys.stdout.buffer.flush()
    else:
        _as_table(found)


def _as_table(found: list[AnyFact]) -> None:
    put(
        block for doc, facts in groupby(found, key=lambda f: f.doc) for block in _blocks(doc, facts)
    )


def _blocks(doc: str, facts: Iterable[AnyFact]) -> Iterator[RenderableType]:
    """Yield a notice's name and its facts, each with its clause, or the beginning of a long one."""
    yield Text(doc, style="bold")
    table = grid(2, whole=1)
    for fact in facts:
        values = msgspec.to_builtins(fact)
        said = " · ".join(str(v) for k, v in values.items() if k not in _CARRIED and v is not None)
        clause = f"{fact.clause[:_QUOTED]}…" if len(fact.clause) > _QUOTED else fact.clause
        kind = Text(str(values["fact"]), style="yellow" if isinstance(fact, Unparsed) else "cyan")
        table.add_row(kind, Text(said).append(f" 「{clause}」", style="dim"))
    yield table
    yield Text()
