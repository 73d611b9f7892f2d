"""``registry verify``: check a certificate, offline, and say precisely what differs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click
import msgspec

from registry.cli.asked import asked, source_option
from registry.cli.database import database_option
from registry.model.answers import Words

if TYPE_CHECKING:
    from rich.text import Text

    from registry.certificates.keys import PublicKey
    from registry.model.certificates import Difference, Verdict

_MOST = 20
_LONGEST = 120
_SIGNATURE = {
    "good": Words("有效", "good"),
    "wrong": Words("不符：内容或签名被改动", "wrong: the text or the signature was changed"),
    "key_unknown": Words("密钥未知，真伪无从得知", "the key is unknown, so nobody can say"),
    "key_retired": Words("签名时密钥已停用", "the key was retired before it signed"),
}
_HOLDS = {True: Words("成立", "holds"), False: Words("不成立", "does not hold")}


@click.command(short_help="Check a certificate, offline, and say what differs.")
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--key",
    "key_files",
    type=click.Path(path_type=Path),
    multiple=True,
    metavar="FILE",
    help="Trust the public keys in FILE, and no others; may be repeated. 公钥文件",
)
@source_option
@database_option
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table")
@click.pass_context
def verify(
    context: click.Context,
    *,
    file: Path,
    key_files: tuple[Path, ...],
    sources: tuple[str, ...],
    database: str | None,
    form: str,
) -> None:
    """Check the certificate in FILE: its signature, and its answer worked out again from it.

    Without --key the keys of your own folder are trusted. With --database or --source it is
    also compared with that registry, as it was known when the certificate was made. Exit
    status: 0 it holds; 1 it does not; 2 it cannot be checked.

    核验值守证明：验签名，按证明所附依据重算并逐项比对；可另与登记簿或公文比对。

    \b
    registry verify duty.json --key public.json
    registry verify duty.json --database registry.db
    """  # noqa: D301 - \b is click's mark for lines to keep
    from registry.certificates.canonical import MOST_BYTES, read
    from registry.errors import BadCertificate
    from registry.service.certificates.verify import verify as checked

    signed = read(_content(file, MOST_BYTES, BadCertificate), str(file))
    registry = asked(sources, database) if sources or database else None
    verdict = checked(signed, _keys(key_files), registry)
    if form == "json":
        click.echo(msgspec.json.format(msgspec.json.encode(verdict), indent=2).decode())
    else:
        _as_table(verdict)
    context.exit(0 if verdict.holds else 1)


def _keys(files: tuple[Path, ...]) -> tuple[PublicKey, ...]:
    from registry.certificates.keys import read_keys
    from registry.errors import NoSigningKey
    from registry.wiring import signing_keys

    if not files:
        return signing_keys().all()
    most = 1024 * 1024
    return tuple(
        key for file in files for key in read_keys(_content(file, most, NoSigningKey), str(file))
    )


def _content(file: Path, most: int, error: type[Exception]) -> bytes:
    try:
        with file.open("rb") as opened:
            return opened.read(most + 1)
    except (OSError, ValueError) as failed:
        why = failed.strerror if isinstance(failed, OSError) else failed
        raise error(f"{file}: cannot be read ({why}); check the path") from None


def _as_table(verdict: Verdict) -> None:
    from rich.text import Text

    from registry.cli.paper import grid, put

    asked_for = verdict.asked
    signature = _SIGNATURE[verdict.signature]
    rows = [
        (Words("结论", "certificate"), _HOLDS[verdict.holds], verdict.holds),
        (Words("签名", "signature"), signature, verdict.signature == "good"),
        (Words("重算", "replay"), _result(verdict.replay), not verdict.replay),
        (Words("比对", "registry"), _result(verdict.registry), not verdict.registry),
    ]
    told = [
        (Words("密钥", "key"), verdict.kid),
        (Words("签发", "issued"), f"{verdict.issued.isoformat()}, registry {verdict.made_by}"),
        (
            Words("问题", "question"),
            f"{asked_for.subject} · {asked_for.government} · {asked_for.start} … {asked_for.end}",
        ),
    ]
    for away in asked_for.supposed:
        said = f"{away.person} {away.start}/{away.end} {away.kind}"
        told.append((Words("假设", "supposed"), said))
    if verdict.journal is not None:
        number = f"#{verdict.journal.number} {verdict.journal.chain}"
        told.append((Words("登记簿", "journal"), number))
    table = grid(2, whole=1)
    for label, words, good in rows:
        text = Text(f"{words.zh} {words.en}", style="green" if good else "red")
        table.add_row(Text(f"{label.zh} {label.en}", style="dim"), text)
    for label, value in told:
        table.add_row(Text(f"{label.zh} {label.en}", style="dim"), Text(value))
    put([table, *_listed("replay", verdict.replay), *_listed("registry", verdict.registry or ())])


def _result(found: tuple[Difference, ...] | None) -> Words:
    if found is None:
        return Words("未比对", "not compared")
    return Words("不一致", "differs") if found else Words("一致", "the same")


def _listed(where: str, found: tuple[Difference, ...]) -> Iterator[Text]:
    """Yield a line for each place that differs, the first of very many."""
    from rich.text import Text

    for each in found[:_MOST]:
        line = Text(f"{where}: {each.path}: ", style="bold")
        line.append(f"certified 证书 {_short(each.certified)}", style="not bold")
        yield line.append(f" · found 实得 {_short(each.found)}", style="not bold")
    if len(found) > _MOST:
        yield Text(f"{where}: … and {len(found) - _MOST} more; --format json lists all 另有若干")


def _short(value: object) -> str:
    if value is None:
        return "—"
    text = msgspec.json.encode(value).decode()
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
