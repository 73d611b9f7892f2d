"""Who asks: nobody known, or the holder of a key."""

from __future__ import annotations

from collections.abc import Collection

from msgspec import Struct

from registry.errors import NeedsKey, NoScope, RegistryError
from registry.model.access import Key, Scope


class Caller(Struct, frozen=True, kw_only=True):
    """Who asks.

    ``public`` says whether one without a key may read; ``bad`` is what is wrong with the key
    that he gave; ``by_cookie`` that a browser's cookie stands for the key.
    """

    public: bool
    key: Key | None = None
    bad: RegistryError | None = None
    by_cookie: bool = False

    def may(self, scope: Scope) -> bool:
        """Say whether he holds a scope; to give him more, not to refuse him."""
        if self.key is not None:
            return self.key.may(scope)
        return self.public and scope is Scope.READ

    def require(self, scopes: Collection[Scope]) -> None:
        """Return if he holds one of the scopes, or none is asked for.

        Raises:
            BadKey: he gave a key that does not hold.
            NeedsKey: he gave none.
            NoScope: his key has none of them.
        """
        if not scopes:
            return
        if self.bad is not None:
            raise self.bad
        if any(self.may(scope) for scope in scopes):
            return
        wanted = " or ".join(sorted(scope.value for scope in scopes))
        if self.key is None:
            raise NeedsKey(
                f"this needs a key with the scope {wanted}: send it as `Authorization: Bearer KEY`,"
                " or, to read, as the password of HTTP Basic;"
                " whoever runs the service makes keys with `registry key add`"
            )
        raise NoScope(f"the key {self.key.id} has not the scope {wanted}; ask for one that has")
