"""Who may ask and enter what through a service: scopes, and the keys that hold them."""

from __future__ import annotations

from datetime import datetime
from enum import Enum

from msgspec import Struct


class Scope(Enum):
    """What a key may do; one scope holds none of the others, but every key may read."""

    READ = "read"
    """Ask what anybody may know where the service is public."""
    ABSENCES = "absences"
    """See who is recorded as absent, and why."""
    RECORD = "record"
    """Enter notices, absences, decisions and corrections, and take entries back."""
    ADMINISTER = "administer"
    """See who asked for private data and who wrote; set up what the service sends out."""


class Key(Struct, frozen=True, kw_only=True):
    """A key as the registry keeps it: all but the secret, of which it keeps a digest.

    ``id`` is public and stands in the key itself; ``digest`` is the SHA-256 of the secret,
    in hexadecimal. Times are in UTC; without ``expires`` it holds until it is revoked.
    """

    id: str
    name: str
    scopes: frozenset[Scope]
    digest: str
    made: datetime
    made_by: str
    expires: datetime | None = None
    revoked: datetime | None = None
    revoked_by: str | None = None

    def live(self, at: datetime) -> bool:
        """Say whether the key holds at a moment."""
        return self.revoked is None and (self.expires is None or at < self.expires)

    def may(self, scope: Scope) -> bool:
        """Say whether the key has a scope."""
        return scope is Scope.READ or scope in self.scopes


class Unsaid(str):
    """A kind of absence by which rules go as by any other, and which nobody is told."""

    __slots__ = ()


PRUNED = "PRUNE"
"""The method of a line that notes that old lines were taken out."""


class Use(Struct, frozen=True, kw_only=True):
    """One use of a key for what is not for everybody: private data, or a write.

    It holds no name and no query: ``route`` is the address as the schema has it, with
    ``{number}`` in the place of a number; ``entries`` are those of the journal that were
    written.
    """

    at: datetime
    key: str
    method: str
    route: str
    status: int
    entries: tuple[int, ...] = ()
