"""A parameter that a resource does not know is refused: a slip in its name would go unseen."""

from __future__ import annotations

from collections import Counter
from typing import Any

from litestar import Litestar, Request
from litestar.exceptions import ValidationException
from litestar.openapi.spec import Parameter

_KNOWN = "known_parameters"
_MANY = frozenset(("away", "county"))
"""Parameters that may be given again."""


async def refuse_unknown(request: Request[Any, Any, Any]) -> None:
    """Raise ``ValidationException`` for an unknown query parameter, or one given too often."""
    path, method = request.scope["path_template"], request.scope["method"]
    known = _known(request.app).get((path, method))
    if known is None or not request.scope["query_string"]:
        return
    given = Counter(name for name, _ in request.query_params.multi_items())
    errors = [
        {"key": name, "message": f"not known here; known: {', '.join(known)}"}
        for name in given
        if name not in known
    ]
    errors += [
        {"key": name, "message": "given more than once"}
        for name, times in given.items()
        if times > 1 and name in known and name not in _MANY
    ]
    if errors:
        raise ValidationException(extra=errors)


def _known(app: Litestar) -> dict[tuple[str, str], tuple[str, ...]]:
    """Return the query parameters of each operation, read from the schema once."""
    found: dict[tuple[str, str], tuple[str, ...]] | None = app.state.get(_KNOWN)
    if found is None:
        found = app.state[_KNOWN] = {
            (path, method.upper()): tuple(
                parameter.name
                for parameter in operation.parameters or ()
                if isinstance(parameter, Parameter) and parameter.param_in == "query"
            )
            for path, item in (app.openapi_schema.paths or {}).items()
            for method in ("get", "post", "put", "patch", "delete")
            if (operation := getattr(item, method)) is not None
        }
    return found
