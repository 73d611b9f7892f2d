"""The bytes that are signed: JSON in one form, and how a file is read back to them.

The form is that of RFC 8785: UTF-8, keys in the order of their code points, no white space
between tokens, no escape that JSON does not ask for, whole numbers alone. A file may have
white space between tokens; in everything else it is in this form, or it is refused, so that
no two readers can read two things in one file.
"""

from __future__ import annotations

from base64 import b64decode, b64encode
from typing import Any, Literal

import msgspec
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from msgspec import Raw, Struct

from registry.certificates.form import FORM, Certificate
from registry.errors import BadCertificate

MOST_BYTES = 32 * 1024 * 1024
"""The longest file that is read."""

_PURPOSE = f"{FORM} 1\n".encode()
"""Before the bytes, so that no signature of something else can stand for one of these."""


class Signature(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Who signed: the key's id, and the signature in base64."""

    algorithm: Literal["Ed25519"] = "Ed25519"
    kid: str
    value: str


class Signed(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A file: the certificate as it was signed, to the byte, and its signature."""

    certificate: Raw
    signature: Signature

    def certified(self) -> Certificate:
        """Return what the certificate says.

        Raises:
            BadCertificate: it is of another form, or a newer registry made it.
        """
        try:
            return msgspec.json.decode(self.certificate, type=Certificate)
        except msgspec.DecodeError as error:
            raise BadCertificate(
                f"the certificate cannot be read ({error}); a newer registry may have made it:"
                " upgrade"
            ) from None

    def is_signed_by(self, key: Ed25519PublicKey) -> bool:
        """Say whether ``key`` signed these bytes."""
        try:
            key.verify(b64decode(self.signature.value), _PURPOSE + bytes(self.certificate))
        except (InvalidSignature, ValueError):
            return False
        return True


def sign(certificate: Certificate, key: Ed25519PrivateKey, kid: str) -> bytes:
    """Return the file of ``certificate``, indented, for people to read."""
    text = canonical(certificate)
    value = b64encode(key.sign(_PURPOSE + text)).decode()
    signed = Signed(certificate=Raw(text), signature=Signature(kid=kid, value=value))
    return msgspec.json.format(msgspec.json.encode(signed, order="sorted"), indent=2) + b"\n"


def canonical(value: Any) -> bytes:  # noqa: ANN401 - anything that JSON can hold
    """Return the one form of ``value``.

    >>> canonical({"b": "市长", "a": [1, None]}).decode()
    '{"a":[1,null],"b":"市长"}'
    """
    return msgspec.json.encode(value, order="sorted")


def read(content: bytes, name: str) -> Signed:
    """Read a file of a certificate.

    Args:
        content: its bytes.
        name: where it came from, for messages.

    Raises:
        BadCertificate: it is none, or not in the one form.
    """
    if len(content) > MOST_BYTES:
        raise BadCertificate(f"{name}: is over {MOST_BYTES} bytes; no certificate is so long")
    try:
        compact = msgspec.json.format(content, indent=-1)
        same = canonical(msgspec.json.decode(content)) == compact
        signed = msgspec.json.decode(compact, type=Signed)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise BadCertificate(
            f"{name}: is no certificate ({error}); `registry certify` writes one"
        ) from None
    if not same or b64encode(_bytes(signed.signature.value)).decode() != signed.signature.value:
        raise BadCertificate(
            f"{name}: is not written as certificates are (keys in order, each once, nothing"
            " escaped without need); take another copy"
        )
    return signed


def _bytes(text: str) -> bytes:
    try:
        return b64decode(text, validate=True)
    except ValueError:
        return b""
