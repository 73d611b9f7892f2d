"""The OpenAPI document: what the routes say of themselves, with what is true of all of them.

``python -m api.openapi`` writes it to ``docs/openapi.json``.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from http import HTTPStatus
from pathlib import Path
from typing import Any

import msgspec
from litestar import Litestar
from litestar.handlers import HTTPRouteHandler
from litestar.routes import HTTPRoute

from api.listing import Item, Whole
from api.openapi_examples import show
from api.openapi_words import EXAMPLES, STATUSES, TAGS
from api.problems import PROBLEM_JSON
from api.security.access import Access, access_of
from registry.model.access import Scope

_SCHEMAS = "#/components/schemas/"
_RESPONSES = "#/components/responses/"
_DOCUMENT = "openapi_document"
_PATH = Path(__file__).parents[1] / "docs" / "openapi.json"
_GENERIC = re.compile(r"(?P<outer>[A-Za-z]+)_(?:\w+\.)*(?P<inner>\w+)_")
_UNSAID = HTTPStatus.OK.description
"""What the framework says of an answer of which its route says nothing."""
_TIME = r"^[0-2][0-9]:[0-5][0-9]:[0-5][0-9](\.[0-9]+)?$"
_METHODS = ("get", "post", "put", "patch", "delete")

Document = dict[str, Any]


def document(app: Litestar) -> Document:
    """Return the document of an application, made once."""
    found: Document | None = app.state.get(_DOCUMENT)
    if found is None:
        found = app.state[_DOCUMENT] = _made(app)
    return found


def written(app: Litestar) -> bytes:
    """Return the document as it stands in ``docs``."""
    text = msgspec.json.format(msgspec.json.encode(document(app)), indent=1)
    return text + b"\n"


def _made(app: Litestar) -> Document:
    whole = _with_short_names(app.openapi_schema.to_schema())
    for name in _listed():
        if name in whole["components"]["schemas"]:
            whole["components"]["schemas"][name]["required"] = ["id"]
    _mend(whole["components"]["schemas"])
    accesses = _accesses(app)
    for path, item in whole["paths"].items():
        for method in _METHODS:
            if operation := item.get(method):
                _complete(operation, method, accesses.get((path, method)))
    whole["tags"] = [{"name": name, "description": said} for name, said in TAGS.items()]
    whole["servers"] = [{"url": "/"}]
    whole["info"]["license"] = {"name": "MIT", "identifier": "MIT"}
    whole["components"]["responses"] = {str(status): _problem(status) for status in STATUSES}
    whole["components"]["securitySchemes"] = {
        "key": {
            "type": "http",
            "scheme": "bearer",
            "description": "A key of `registry key add`, sent as `Authorization: Bearer KEY`.",
        },
        "basic": {
            "type": "http",
            "scheme": "basic",
            "description": "For calendar programs: the key as the password, with any user; to read.",
        },
        "session": {
            "type": "apiKey",
            "in": "cookie",
            "name": "registry",
            "description": "For browsers: the cookie that `POST /session` gives for a key.",
        },
    }
    show(whole)
    return whole


def _complete(operation: Document, method: str, access: Access | None) -> None:
    """Add to an operation what may happen to it as to any other, examples, and who may ask it."""
    for parameter in operation.get("parameters", []):
        _tidy(parameter)
    if done := operation["responses"].get("200"):
        if done["description"] == _UNSAID:
            done["description"] = operation["summary"]
        for header in done.get("headers", {}).values():
            _tidy(header)
    usual = {500, 503, 429, 408, 421}
    usual |= {304} if method == "get" else {413, 415}
    operation["security"] = []
    if access is not None and access.scopes:
        usual |= {401, 403}
        scopes = sorted(scope.value for scope in access.scopes)
        operation["security"] = [{"key": scopes}, {"session": scopes}]
        if method == "get":
            operation["security"].append({"basic": scopes})
        if Scope.READ in access.scopes:
            operation["security"].insert(0, {})
    for status in sorted(usual):
        operation["responses"].setdefault(str(status), {"$ref": f"{_RESPONSES}{status}"})
    operation["responses"] = dict(sorted(operation["responses"].items()))


def _mend(part: object) -> None:
    """Put right what the framework says of two types.

    It takes the dots of ``tuple[T, ...]`` for one of what is in the list: anything would fit
    those, and so what fits ``T`` would fit two of which one is meant. And it takes a time of day
    for a duration; ``time`` would ask for a time zone, which ours has not.
    """
    if isinstance(part, dict):
        if part.get("format") == "duration":
            del part["format"]
            part["pattern"] = _TIME
        match part.get("items"):
            case {"oneOf": [one, {**nothing}]} if not nothing:
                part["items"] = one
        for below in part.values():
            _mend(below)
    elif isinstance(part, list):
        for below in part:
            _mend(below)


def _tidy(parameter: Document) -> None:
    """Leave out what is so without being said; nothing in an address or a header is null."""
    for key in ("deprecated", "allowEmptyValue", "allowReserved"):
        if parameter.get(key) is False:
            del parameter[key]
    schema = parameter.setdefault("schema", {"type": "string"})
    schema.pop("description", None)
    choices = [one for one in schema.get("oneOf", ()) if one != {"type": "null"}]
    if len(choices) == 1:
        del schema["oneOf"]
        schema |= choices[0]
    if None in schema.get("enum", ()):
        schema["type"], schema["enum"] = "string", [one for one in schema["enum"] if one]
    if parameter.get("name") in EXAMPLES:
        parameter.pop("examples", None)
        parameter["example"] = EXAMPLES[parameter["name"]]


def _problem(status: int) -> Document:
    if status == 304:
        return {"description": STATUSES[status]}
    schema = {"$ref": f"{_SCHEMAS}Problem"}
    return {"description": STATUSES[status], "content": {PROBLEM_JSON: {"schema": schema}}}


def _accesses(app: Litestar) -> Mapping[tuple[str, str], Access]:
    """Return what each operation needs, by path and method."""
    found: dict[tuple[str, str], Access] = {}
    for route in app.routes:
        if isinstance(route, HTTPRoute):
            for handler in route.route_handlers:
                access = access_of(handler)
                for method in _methods(handler):
                    if access is not None:
                        found[re.sub(r"\{(\w+):\w+\}", r"{\1}", route.path), method] = access
    return found


def _methods(handler: HTTPRouteHandler) -> Iterator[str]:
    return (str(method).lower() for method in handler.http_methods)


def _with_short_names(whole: Document) -> Document:
    """Name each schema by its class alone where that is enough: a listing's is ``PersonPage``."""
    names = whole["components"]["schemas"]
    wished = {name: _short(name) for name in names}
    times = Counter(wished.values())
    short = {
        name: name if times[wish] > 1 and name != wish else wish for name, wish in wished.items()
    }
    text = msgspec.json.encode(whole).decode()
    for name, wanted in short.items():
        text = text.replace(f'"{_SCHEMAS}{name}"', f'"{_SCHEMAS}{wanted}"')
    made: Document = msgspec.json.decode(text)
    schemas = made["components"]["schemas"]
    renamed = {wanted: schemas[name] | {"title": wanted} for name, wanted in short.items()}
    made["components"]["schemas"] = dict(sorted(renamed.items()))
    return made


def _short(name: str) -> str:
    """Return the name of a schema without the modules that its class and its parts are in.

    >>> _short("Page_api.wire.people.Person_"), _short("api_wire_groups_Group")
    ('PersonPage', 'Group')
    >>> _short("registry_model_facts_Group"), _short("service_whatif_Change")
    ('GroupFact', 'WhatifChange')
    """
    if found := _GENERIC.fullmatch(name):
        return f"{found['inner']}{found['outer']}"
    *modules, last = name.split("_")
    if not modules or "wire" in modules:
        return last
    return f"{last}Fact" if modules[-1] == "facts" else f"{modules[-1].capitalize()}{last}"


def _listed(kind: type[Item] = Item) -> Iterator[str]:
    """Yield the names of what is listed: with ``fields`` it may lack all but its id."""
    for one in kind.__subclasses__():
        if not issubclass(one, Whole):
            yield one.__name__
            yield from _listed(one)


def main() -> None:
    """Write the document of the service as it is."""
    from api.app import create_app  # noqa: PLC0415 - it takes this module
    from registry.wiring import registry  # noqa: PLC0415

    _PATH.write_bytes(written(create_app(registry())))
    sys.stdout.write(f"{_PATH.name}\n")


if __name__ == "__main__":
    main()
