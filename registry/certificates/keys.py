"""The public half of a key that signs certificates, as a JSON Web Key."""

from __future__ import annotations

from base64 import urlsafe_b64decode, urlsafe_b64encode
from datetime import datetime
from hashlib import sha256
from typing import Literal

import msgspec
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    PublicFormat,
    load_pem_public_key,
)
from msgspec import Struct

from registry.errors import NoSigningKey

_FORMS = "give what `registry signing-key export` writes, or a PEM file of an Ed25519 key"


class PublicKey(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One public key by RFC 8037; ``kid`` is its thumbprint by RFC 7638.

    ``made`` and ``retired`` are when it began and ceased to sign; one read from a PEM file
    has neither.
    """

    kty: Literal["OKP"] = msgspec.field(default_factory=lambda: "OKP")
    crv: Literal["Ed25519"] = msgspec.field(default_factory=lambda: "Ed25519")
    x: str
    kid: str
    made: datetime | None = None
    retired: datetime | None = None

    def key(self) -> Ed25519PublicKey:
        """Return the key to check signatures with.

        Raises:
            NoSigningKey: it is no such key, or ``kid`` is another's.
        """
        try:
            raw = urlsafe_b64decode(self.x + "=" * (-len(self.x) % 4))
            found = Ed25519PublicKey.from_public_bytes(raw)
        except ValueError:
            raise NoSigningKey(f"the key {self.kid} is no Ed25519 key; {_FORMS}") from None
        if kid_of(found) != self.kid:
            raise NoSigningKey(f"the key {self.kid} is another than its name says; {_FORMS}")
        return found


class PublicKeys(Struct, frozen=True):
    """Public keys as a JSON Web Key Set."""

    keys: tuple[PublicKey, ...]


def public_key(key: Ed25519PublicKey, made: datetime | None = None) -> PublicKey:
    """Return ``key`` by its name."""
    return PublicKey(x=_x(key), kid=kid_of(key), made=made)


def kid_of(key: Ed25519PublicKey) -> str:
    """Return the thumbprint of ``key``: SHA-256 of its JSON in one form, in base64url.

    >>> raw = urlsafe_b64decode("11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo=")
    >>> kid_of(Ed25519PublicKey.from_public_bytes(raw))  # the example of RFC 8037, A.3
    'kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k'
    """
    text = f'{{"crv":"Ed25519","kty":"OKP","x":"{_x(key)}"}}'
    return _base64url(sha256(text.encode()).digest())


def read_keys(content: bytes, name: str) -> tuple[PublicKey, ...]:
    """Read public keys from a file: a set, a single key, or PEM.

    Raises:
        NoSigningKey: it is none of these, or a key in it is not what its name says.
    """
    if content.lstrip().startswith(b"-----BEGIN"):
        return (_from_pem(content, name),)
    try:
        several = "keys" in msgspec.json.decode(content, type=dict[str, msgspec.Raw])
        keys = (
            msgspec.json.decode(content, type=PublicKeys).keys
            if several
            else (msgspec.json.decode(content, type=PublicKey),)
        )
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise NoSigningKey(f"{name}: holds no public key ({error}); {_FORMS}") from None
    for each in keys:
        each.key()
    return keys


def pem_of(key: PublicKey) -> bytes:
    """Return a public key as PEM."""
    return key.key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)


def _from_pem(content: bytes, name: str) -> PublicKey:
    try:
        found = load_pem_public_key(content)
    except (ValueError, UnsupportedAlgorithm):
        found = None
    if not isinstance(found, Ed25519PublicKey):
        raise NoSigningKey(f"{name}: holds no public Ed25519 key; {_FORMS}")
    return public_key(found)


def _x(key: Ed25519PublicKey) -> str:
    return _base64url(key.public_bytes(Encoding.Raw, PublicFormat.Raw))


def _base64url(data: bytes) -> str:
    return urlsafe_b64encode(data).rstrip(b"=").decode()
