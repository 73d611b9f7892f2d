"""Who is who: two names of one, and one name of two."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from registry.cli.record.done import (
    government_option,
    recording,
    required_because,
    so_far,
    tell,
    write,
)

if TYPE_CHECKING:
    from registry.model.journal import AnyRecord
    from registry.service.recording.names import Kind


@click.command(short_help="Two names are one person's or one agency's.")
@click.argument("name")
@click.option("--into", metavar="NAME", required=True, help="The name that is kept. 保留的名称")
@click.option("--kind", type=click.Choice(["person", "agency"]), required=True, help="类别")
@government_option
@required_because
@recording
def merge(
    *,
    name: str,
    into: str,
    kind: Kind,
    government: str | None,
    because: str,
    by: str | None,
    database: str | None,
    form: str,
) -> None:
    """Record that NAME is the person or agency that is called otherwise elsewhere.

    认定两个名称是同一人或同一单位。

    \b
    registry record merge 市商务和粮食局 --into 市商务局 --kind agency --because "renamed in 2023"
    """  # noqa: D301 - \b is click's mark for lines to keep
    from registry.cli.database import opened
    from registry.service.recording.names import merge as checked
    from registry.service.recording.record import said

    why = said(because)
    with opened(database) as journal:

        def check() -> tuple[list[AnyRecord], None]:
            known = so_far(journal, government)
            return [checked(known, name, into, kind, government=government)], None

        done, _ = write(journal, check, by=by, because=why)
    tell(done, form)


@click.command(short_help="One name is two people's.")
@click.argument("name")
@click.option(
    "--doc",
    "docs",
    metavar="DOC",
    multiple=True,
    required=True,
    help="A notice that names the other; may be repeated. 公文",
)
@click.option("--called", metavar="NAME", required=True, help="What to call the other. 另称")
@government_option
@required_because
@recording
def split(
    *,
    name: str,
    docs: tuple[str, ...],
    called: str,
    government: str | None,
    because: str,
    by: str | None,
    database: str | None,
    form: str,
) -> None:
    """Record that the NAME in some notices is another person of the same name.

    认定某些公文中的同名者是另一人，并另称之。

    \b
    registry record split 常乐川 --doc 云政任〔2024〕5号 --called 常乐川（水务） --because "two persons"
    """  # noqa: D301 - \b is click's mark for lines to keep
    from registry.cli.database import opened
    from registry.service.recording.names import split as checked
    from registry.service.recording.record import said

    why = said(because)
    with opened(database) as journal:

        def check() -> tuple[list[AnyRecord], None]:
            known = so_far(journal, government)
            return [checked(known, name, docs, called, government=government)], None

        done, _ = write(journal, check, by=by, because=why)
    tell(done, form)
