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


@click.group()
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
        from registry.service.question import read_period
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
    return click.command(name, help=_FORMS[name])(write)


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
