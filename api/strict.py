"""A parameter that a resource does not know is refused: a slip in its name would go unseen."""

from __future__ import annotations

from collections import Counter
from typing import Any

from litestar import Request
from litestar.exceptions import ValidationException
from litestar.openapi.spec import Parameter


def refuse_unknown(request: Request[Any, Any, Any]) -> None:
    """Raise ``ValidationException`` for an unknown query parameter, or one given too often."""
    paths = request.app.openapi_schema.paths or {}
    item = paths.get(request.scope["path_template"])
    operation = item.get if item is not None else None
    if operation is None:
        return
    known = [
        parameter.name
        for parameter in operation.parameters or ()
        if isinstance(parameter, Parameter) and parameter.param_in == "query"
    ]
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


_MANY = frozenset(("away",))
"""Parameters that may be given again."""
