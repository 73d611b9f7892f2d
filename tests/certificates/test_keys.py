"""The keys that sign: made, rotated, retired and exported, private where they must be."""

from __future__ import annotations

import stat
from datetime import timedelta
from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner, Result
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, generate_private_key
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from registry.certificates.canonical import read
from registry.certificates.keys import PublicKey, pem_of, read_keys
from registry.cli import main
from registry.errors import NoSigningKey
from registry.service.certificates.certify import certify, signed
from registry.service.certificates.signing_keys import SigningKeys
from registry.service.certificates.verify import verify
from tests.certificates.conftest import DAY, ISSUED, MADE
from tests.record.conftest import Desk


@pytest.fixture
def folder(tmp_path: Path) -> SigningKeys:
    return SigningKeys(tmp_path / "new" / "keys")


def test_a_key_is_private_to_its_owner(folder: SigningKeys) -> None:
    made = folder.make(MADE)
    assert stat.S_IMODE(folder.folder.stat().st_mode) == 0o700
    private = folder.folder / f"{made.kid}.pem"
    assert stat.S_IMODE(private.stat().st_mode) == 0o600
    private.chmod(0o640)
    with pytest.raises(NoSigningKey, match="others may read it"):
        folder.private(made)


def test_one_key_signs_at_a_time(folder: SigningKeys) -> None:
    with pytest.raises(NoSigningKey, match="signing-key make"):
        folder.in_use()
    first = folder.make(MADE)
    with pytest.raises(NoSigningKey, match="rotate"):
        folder.make(MADE)
    old, second = folder.rotate(MADE + timedelta(days=1))
    assert (old.kid, old.retired) == (first.kid, MADE + timedelta(days=1))
    assert folder.in_use() == second
    assert [key.kid for key in folder.all()] == [first.kid, second.kid]
    assert [path.name for path in folder.folder.glob("*.pem")] == [f"{second.kid}.pem"]
    folder.retire(second.kid[:8], MADE + timedelta(days=2))
    with pytest.raises(NoSigningKey, match="signing-key make"):
        folder.in_use()
    with pytest.raises(NoSigningKey, match="was retired"):
        folder.retire(second.kid, MADE)


def test_what_a_retired_key_signed_holds_and_what_it_signs_later_does_not(
    folder: SigningKeys, loaded: Path
) -> None:
    registry = Desk(str(loaded)).registry()
    folder.make(MADE)
    before = signed(certify(registry, "商务", DAY, issued=ISSUED), folder)
    # Somebody kept a copy of the private half, and goes on.
    after = signed(certify(registry, "商务", DAY, issued=ISSUED + timedelta(days=9)), folder)
    folder.rotate(ISSUED + timedelta(days=1))
    assert verify(read(before, "file"), folder.all()).holds
    verdict = verify(read(after, "file"), folder.all())
    assert (verdict.holds, verdict.signature) == (False, "key_retired")


def test_an_unknown_key_is_said(certificate: bytes, folder: SigningKeys) -> None:
    folder.make(MADE)
    for trusted in ((), folder.all()):
        verdict = verify(read(certificate, "file"), trusted)
        assert (verdict.holds, verdict.signature) == (False, "key_unknown")


def test_public_keys_are_read_in_each_form(keys: SigningKeys) -> None:
    (key,) = keys.all()
    one = msgspec.json.encode(key)
    assert read_keys(one, "file") == (key,)
    assert read_keys(b'{"keys":[' + one + b"]}", "file") == (key,)
    (from_pem,) = read_keys(pem_of(key), "file")
    assert (from_pem.kid, from_pem.x) == (key.kid, key.x)


def test_a_key_under_anothers_name_is_refused(keys: SigningKeys) -> None:
    (key,) = keys.all()
    other = generate_private_key(SECP256R1()).public_key()
    forged = PublicKey(x=key.x, kid="A" * 43)
    for bad in (
        msgspec.json.encode(forged),
        msgspec.json.encode(PublicKey(x="AAAA", kid=key.kid)),
        msgspec.json.encode(PublicKey(x="!", kid=key.kid)),
        other.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo),
        (keys.folder / f"{key.kid}.pem").read_bytes(),
        b"",
        b"[1]",
        b"\xff",
        b"[" * 100_000,
    ):
        with pytest.raises(NoSigningKey):
            read_keys(bad, "file")


def test_the_private_half_must_be_the_keys_own(folder: SigningKeys, keys: SigningKeys) -> None:
    made = folder.make(MADE)
    private = folder.folder / f"{made.kid}.pem"
    private.write_bytes((keys.folder / f"{keys.in_use().kid}.pem").read_bytes())
    with pytest.raises(NoSigningKey, match="not the private half"):
        folder.private(made)


def test_a_folder_that_cannot_be_used_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(NoSigningKey, match="REGISTRY_KEYS"):
        SigningKeys(tmp_path / "file" / "keys").make(MADE)


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["signing-key", *arguments], catch_exceptions=False)


def test_the_commands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REGISTRY_KEYS", str(tmp_path / "keys"))
    assert run("list", "--format", "json").stdout == "[]\n"
    made = run("make")
    assert "signs 使用中" in made.stdout
    first = made.stdout.split()[0]
    again = run("make")
    assert (again.exit_code, again.stderr.count("\n")) == (2, 1)
    assert "retired 已停用" in run("rotate").stdout
    listed = run("list").stdout.splitlines()
    assert len(listed) == 2
    assert listed[0].startswith(f"{first} ")
    exported = read_keys(run("export").stdout.encode(), "stdout")
    assert exported[0].kid == first
    assert exported[0].retired is not None
    second = exported[1].kid
    assert read_keys(run("export", "--pem").stdout.encode(), "stdout")[0].kid == second
    assert read_keys(run("export", first[:9]).stdout.encode(), "stdout") == exported[:1]
    assert run("export", "-o", str(tmp_path / "public.json")).exit_code == 0
    assert run("retire", second).exit_code == 0
    assert run("retire", "nothing").exit_code == 2
    private = "".join(p.read_text() for p in (tmp_path / "keys").glob("*.pem"))
    assert private == ""
