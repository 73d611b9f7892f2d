"""How what is sent is signed: HMAC-SHA256 by the Standard Webhooks convention.

The database keeps no secret. Each is worked out from one key file and the hook's id, so that
whoever has the database alone can sign nothing.
"""

from __future__ import annotations

import hmac
from base64 import b64decode, b64encode
from datetime import datetime
from hashlib import sha256

_PREFIX = "whsec_"


def secret_of(master: bytes, hook: str) -> str:
    """Return the secret of a hook, as its receiver has it: ``whsec_`` and base64.

    >>> secret_of(b"0" * 32, "a") == secret_of(b"0" * 32, "b")
    False
    """
    made = hmac.digest(master, f"leadership-registry hook {hook}".encode(), sha256)
    return _PREFIX + b64encode(made).decode()


def headers_of(secret: str, message: str, at: datetime, body: bytes) -> dict[str, str]:
    """Return the three headers that say what is sent, when, and by whom.

    Args:
        secret: the hook's.
        message: the id of what is sent; sent again, it is the same.
        at: the moment of sending, with its time zone; receivers refuse what is old.
        body: what is sent.

    >>> from datetime import UTC
    >>> secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
    >>> at = datetime.fromtimestamp(1614265330, UTC)
    >>> body = b'{"test": 2432232314}'
    >>> headers_of(secret, "msg_p5jXN8AQM9LWM0D4loKWxJek", at, body)["webhook-signature"]
    'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE='
    """
    moment = str(int(at.timestamp()))
    key = b64decode(secret.removeprefix(_PREFIX))
    made = hmac.digest(key, f"{message}.{moment}.".encode() + body, sha256)
    return {
        "webhook-id": message,
        "webhook-timestamp": moment,
        "webhook-signature": f"v1,{b64encode(made).decode()}",
    }
