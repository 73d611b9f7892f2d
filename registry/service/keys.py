"""Use case: make, check and revoke the keys with which a service knows those who ask."""

from __future__ import annotations

import re
import secrets
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from hashlib import sha256
from hmac import compare_digest
from zoneinfo import ZoneInfo

from registry.errors import BadKey, BadPeriod, BadRecord
from registry.model.access import PRUNED, Key, Scope, Use
from registry.store.desk.port import Keys, Uses

_ZONE = ZoneInfo("Asia/Shanghai")
_SECRET_BYTES = 32
_SHOWN = re.compile(r"lrk_([0-9a-f]{12})_([A-Za-z0-9_-]{43})", re.ASCII)
_LONGEST_NAME = 100


def make_key(
    keys: Keys,
    name: str,
    scopes: Iterable[Scope],
    *,
    expires: date | None = None,
    by: str,
    at: datetime,
) -> tuple[Key, str]:
    """Make a key and keep it; return it, and its text, which is shown this once.

    The secret is 256 random bits, so that guessing it is hopeless and a plain SHA-256 of it
    is kept: slow digests are for passwords that people think of.

    Args:
        keys: where to.
        name: who will use it; what he writes has this name in the journal.
        scopes: what it may do.
        expires: its last day, in Asia/Shanghai; without it, it holds until revoked.
        by: who makes it.
        at: when.

    Raises:
        BadRecord: the name or the scopes are empty, or the name is long or not printable.
        BadPeriod: the last day is over.
    """
    who, wanted = name.strip(), frozenset(scopes)
    if not who or len(who) > _LONGEST_NAME or not who.isprintable():
        raise BadRecord(f"a key needs a name of 1 to {_LONGEST_NAME} printable characters")
    if not wanted:
        raise BadRecord(f"say what the key may do: {', '.join(scope.value for scope in Scope)}")
    end = _end_of(expires) if expires is not None else None
    if end is not None and end <= at:
        raise BadPeriod(f"{expires} is over; give a later last day, or none")
    number, secret = secrets.token_hex(6), secrets.token_urlsafe(_SECRET_BYTES)
    key = Key(
        id=number,
        name=who,
        scopes=wanted,
        digest=_digest(secret),
        made=at,
        made_by=by,
        expires=end,
    )
    keys.add(key)
    return key, f"lrk_{number}_{secret}"


def check_key(keys: Keys, shown: str, at: datetime) -> Key:
    """Return the key of which ``shown`` is the text.

    Raises:
        BadKey: it is none, or none that holds at that moment.
    """
    found = _SHOWN.fullmatch(shown)
    if found is None:
        raise BadKey(
            "that is no key: one has 60 characters, of which the first are lrk_; send all of it as"
            " `Authorization: Bearer KEY`, or, to read, as the password of HTTP Basic"
        )
    number, secret = found.groups()
    key = keys.get(number)
    if key is None or not compare_digest(key.digest, _digest(secret)):
        raise BadKey("no such key is known here; ask whoever runs the service for one")
    return checked(key, at)


def checked(key: Key, at: datetime) -> Key:
    """Return the key if it holds at that moment.

    Raises:
        BadKey: it has expired or was revoked.
    """
    if key.live(at):
        return key
    what = "was revoked" if key.revoked is not None else "has expired"
    raise BadKey(f"the key {key.id} {what}; ask whoever runs the service for a new one")


def revoke_key(keys: Keys, number: str, *, by: str, at: datetime) -> Key:
    """Let a key hold no more from this moment on, for every process; return it.

    Raises:
        BadRecord: there is no such key, or it was revoked before.
    """
    if not keys.revoke(number, by=by, at=at):
        what = "was revoked already" if keys.get(number) else "is not known"
        raise BadRecord(f"the key {number!r} {what}; `registry key list` lists them")
    key = keys.get(number)
    if key is None:
        raise AssertionError("a key is never deleted")
    return key


def prune_uses(uses: Uses, days: int, *, by: str, at: datetime) -> tuple[date, int]:
    """Take out the lines of who used keys that are older than so many days, and note that.

    Returns:
        The first day whose lines stay, in Asia/Shanghai, and how many lines are gone.
    """
    first = _day_before(at, days)

    def note(gone: int) -> Use:
        route = f"{gone} lines before {first}, by {by}"
        return Use(at=at, key="", method=PRUNED, route=route, status=0)

    return first, uses.prune(start_of(first), note)


def _day_before(at: datetime, days: int) -> date:
    try:
        return at.astimezone(_ZONE).date() - timedelta(days=days)
    except OverflowError:
        return date.min + timedelta(days=1)


def start_of(day: date) -> datetime:
    """Return the moment at which a day begins in Asia/Shanghai."""
    return datetime.combine(day, time.min, _ZONE)


def _digest(secret: str) -> str:
    return sha256(secret.encode()).hexdigest()


def _end_of(day: date) -> datetime:
    try:
        return (start_of(day) + timedelta(days=1)).astimezone(UTC)
    except OverflowError:
        raise BadPeriod(f"{day} is the end of the calendar; give no last day at all") from None
