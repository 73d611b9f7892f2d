"""``registry certify``: an answer as a signed certificate."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from registry.cli.asked import asked, asks, asks_who, government_option


@click.command(short_help="Write an answer as a signed certificate.")
@asks_who
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="A new file; standard output without it. 输出文件",
)
@asks
@government_option
def certify(
    *,
    subject: str,
    on: str | None,
    week: str | None,
    start: str | None,
    end: str | None,
    away: tuple[str, ...],
    output: Path | None,
    sources: tuple[str, ...],
    database: str | None,
    known_at: str | None,
    government: str | None,
) -> None:
    """Write who acts for SUBJECT as a certificate: signed, with all that the answer rests on.

    `registry verify` checks it anywhere. The key is the one of `registry signing-key`. Whom
    --away names is marked in it as supposed, not recorded.

    出具值守证明：答案附全部依据并签名，可离线核验。

    \b
    registry certify 商务 --on 2019-09-03 -o duty.json
    """  # noqa: D301 - \b is click's mark for lines to keep
    from registry.service.certificates.certify import certify as certified
    from registry.service.certificates.certify import signed
    from registry.service.files import new_file
    from registry.service.periods import read_period
    from registry.service.question import read_absences
    from registry.service.state import read_moment
    from registry.wiring import now, signing_keys, today

    period = read_period(today(), on=on, week=week, start=start, end=end)
    made = certified(
        asked(sources, database),
        subject,
        period,
        read_absences(away, period),
        government=government,
        known_at=read_moment(known_at),
        issued=now(),
    )
    content = signed(made, signing_keys())
    if output is None:
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
        return
    with new_file(output) as file:
        file.write(content)
    click.echo(f"{output}: certified 已出具 {subject} {period.start} … {period.end}")
