"""``registry signing-key``: the keys that sign certificates."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click
import msgspec

from registry.cli.database import form_option

if TYPE_CHECKING:
    from registry.certificates.keys import PublicKey


@click.group(name="signing-key", short_help="Make, list, rotate and export the keys that sign.")
def signing_key() -> None:
    """Make, list, rotate, retire and export the keys that sign certificates.

    They are files in a folder: the one that REGISTRY_KEYS or the setting `keys` names, else
    one in your folder for data. One key signs; the public halves of all are kept, so that old
    certificates can be checked.

    签名密钥：生成、列出、轮换、停用、导出公钥。旧公钥一直保留，旧证明仍可核验。

    \b
    registry signing-key make
    registry signing-key export -o public.json
    """  # noqa: D301 - \b is click's mark for lines to keep


@signing_key.command(short_help="Make the key that signs.")
@form_option
def make(*, form: str) -> None:
    """Make the key that signs from now on, where none does.

    生成签名密钥。

    \b
    registry signing-key make
    """  # noqa: D301
    from registry.wiring import now, signing_keys

    _put([signing_keys().make(now())], form)


@signing_key.command("list", short_help="List all keys.")
@form_option
def listing(*, form: str) -> None:
    """List all keys, the oldest first: since when each signs, and until when.

    列出密钥。

    \b
    registry signing-key list --format json
    """  # noqa: D301
    from registry.wiring import signing_keys

    _put(signing_keys().all(), form)


@signing_key.command(short_help="Retire the key that signs and make another.")
@form_option
def rotate(*, form: str) -> None:
    """Retire the key that signs and make another in its place.

    轮换：停用现有密钥，另行生成。

    \b
    registry signing-key rotate
    """  # noqa: D301
    from registry.wiring import now, signing_keys

    _put(signing_keys().rotate(now()), form)


@signing_key.command(short_help="Have a key sign no more.")
@click.argument("kid")
@form_option
def retire(*, kid: str, form: str) -> None:
    """Delete the private half of the key whose id begins with KID; the public half stays.

    What it signed until now still holds; what bears a later time does not.

    停用：删除私钥，公钥保留；此前签发的仍然有效。

    \b
    registry signing-key retire 9f2c
    """  # noqa: D301
    from registry.wiring import now, signing_keys

    _put([signing_keys().retire(kid, now())], form)


@signing_key.command(short_help="Write the public keys, for those who verify.")
@click.argument("kid", required=False)
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), metavar="FILE", help="A new file. 输出文件"
)
@click.option(
    "--pem", is_flag=True, help="As PEM, which has no times; of the one KID, or the one in use."
)
def export(*, kid: str | None, output: Path | None, pem: bool) -> None:
    """Write all public keys, or the one whose id begins with KID, as a JSON Web Key Set.

    导出公钥，供他人核验。

    \b
    registry signing-key export -o public.json
    registry signing-key export 9f2c --pem
    """  # noqa: D301
    from registry.certificates.keys import PublicKeys, pem_of
    from registry.service.files import new_file
    from registry.wiring import signing_keys

    keys = signing_keys()
    if pem:
        content = pem_of(keys.named(kid) if kid else keys.in_use())
    else:
        chosen = PublicKeys((keys.named(kid),) if kid else keys.all())
        content = msgspec.json.format(msgspec.json.encode(chosen), indent=2) + b"\n"
    if output is None:
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
        return
    with new_file(output) as file:
        file.write(content)


def _put(keys: tuple[PublicKey, ...] | list[PublicKey], form: str) -> None:
    from registry.cli.paper import none_recorded

    if form == "json":
        click.echo(msgspec.json.format(msgspec.json.encode(keys), indent=2).decode())
        return
    if not keys:
        none_recorded()
    for key in keys:
        made = key.made.isoformat(timespec="seconds") if key.made else "—"
        state = "signs 使用中"
        if key.retired is not None:
            state = f"retired 已停用 {key.retired.isoformat(timespec='seconds')}"
        click.echo(f"{key.kid} · made 生成 {made} · {state}")
