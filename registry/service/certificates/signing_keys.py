"""The keys that sign certificates: files in a folder, one of them in use.

For each key there is ``KID.json``, its public half, which is kept for ever; and ``KID.pem``,
its private half, readable by its owner alone, until the key is retired.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)
from msgspec import structs

from registry.certificates.keys import PublicKey, kid_of, public_key, read_keys
from registry.errors import JournalError, NoSigningKey
from registry.service.files import new_file, read_private

_MAKE = "`registry signing-key make` makes one"


class SigningKeys:
    """The keys in a folder; nothing is read before it is asked for."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def all(self) -> tuple[PublicKey, ...]:
        """Return every public key, the oldest first.

        Raises:
            NoSigningKey: a file in the folder is no such key, or cannot be read.
        """
        with self._told():
            files = sorted(self.folder.glob("*.json")) if self.folder.is_dir() else []
            found = [key for file in files for key in read_keys(file.read_bytes(), str(file))]
        return tuple(sorted(found, key=lambda key: (key.made is not None, key.made, key.kid)))

    def named(self, name: str) -> PublicKey:
        """Return the key whose id begins with ``name``.

        Raises:
            NoSigningKey: there is none, or more than one.
        """
        fitting = [key for key in self.all() if name and key.kid.startswith(name)]
        if len(fitting) != 1:
            many = "no key's id begins" if not fitting else "several keys' ids begin"
            raise NoSigningKey(
                f"{self.folder}: {many} with {name!r}; `registry signing-key list` shows them"
            )
        return fitting[0]

    def in_use(self) -> PublicKey:
        """Return the key that signs.

        Raises:
            NoSigningKey: there is none.
        """
        signing = [key for key in self.all() if key.retired is None]
        if not signing:
            raise NoSigningKey(f"{self.folder}: no key signs there; {_MAKE}")
        return signing[-1]

    def private(self, key: PublicKey) -> Ed25519PrivateKey:
        """Return the private half of ``key``.

        Raises:
            NoSigningKey: it is not there, not the one, or others may read its file.
        """
        path = self._private(key)
        with self._told():
            content = read_private(path)
        try:
            found = load_pem_private_key(content, password=None)
        except (ValueError, TypeError):
            found = None
        if not isinstance(found, Ed25519PrivateKey) or kid_of(found.public_key()) != key.kid:
            raise NoSigningKey(f"{path}: is not the private half of that key; rotate the key")
        return found

    def make(self, at: datetime) -> PublicKey:
        """Make the key that signs from now on.

        Raises:
            NoSigningKey: one signs already.
        """
        signing = [key for key in self.all() if key.retired is None]
        if signing:
            raise NoSigningKey(
                f"{self.folder}: the key {signing[-1].kid} signs;"
                " `registry signing-key rotate` puts another in its place"
            )
        return self._made(at)

    def rotate(self, at: datetime) -> tuple[PublicKey, PublicKey]:
        """Retire the key that signs, and make another; return the old and the new.

        Raises:
            NoSigningKey: none signs.
        """
        old = self.in_use()
        made = self._made(at)
        return self.retire(old.kid, at), made

    def retire(self, name: str, at: datetime) -> PublicKey:
        """Have a key sign no more: its private half is deleted, its public half stays.

        Raises:
            NoSigningKey: there is no such key, or it is retired already.
        """
        key = self.named(name)
        if key.retired is not None:
            raise NoSigningKey(f"the key {key.kid} was retired at {key.retired.isoformat()}")
        retired = structs.replace(key, retired=at)
        part = self.folder / f".{key.kid}.part"
        with self._told():
            part.write_bytes(_written(retired))
            part.replace(self._public(key))
            self._private(key).unlink(missing_ok=True)
        return retired

    def _made(self, at: datetime) -> PublicKey:
        private = Ed25519PrivateKey.generate()
        while not kid_of(private.public_key())[0].isalnum():
            private = Ed25519PrivateKey.generate()  # a command would take -… for an option
        made = public_key(private.public_key(), at)
        pem = private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
        with self._told():
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            # The private half first: a public one alone would be taken for a key that signs.
            for path, content in ((self._private(made), pem), (self._public(made), _written(made))):
                with new_file(path) as file:
                    file.write(content)
        return made

    def _public(self, key: PublicKey) -> Path:
        return self.folder / f"{key.kid}.json"

    def _private(self, key: PublicKey) -> Path:
        return self.folder / f"{key.kid}.pem"

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise NoSigningKey(
                f"{error.filename or self.folder}: the keys cannot be used ({error.strerror});"
                " check the folder, or name another with REGISTRY_KEYS"
            ) from None
        except JournalError as error:
            raise NoSigningKey(str(error)) from None


def _written(key: PublicKey) -> bytes:
    return msgspec.json.format(msgspec.json.encode(key), indent=2) + b"\n"
