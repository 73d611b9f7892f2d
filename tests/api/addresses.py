"""The address of each thing that can be read without a key, with the document's own examples."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

NEEDED: dict[str, dict[str, str]] = {
    "/v1/diffs": {"from": "2019-08", "to": "2019-09"},
    "/v1/leaves": {"person": "张良华", "from": "2019-09-09", "away": "熊皓"},
    "/v1/charts/diff.svg": {"from": "2019-08-01", "to": "2019-09-30"},
    "/v1/charts/diff.json": {"from": "2019-08-01", "to": "2019-09-30"},
}
"""What an operation needs besides the examples of its parameters."""


def operations(whole: dict[str, Any]) -> list[tuple[str, str, dict[str, Any]]]:
    return [
        (path, method, op) for path, item in whole["paths"].items() for method, op in item.items()
    ]


def addresses(whole: dict[str, Any]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Yield the operation, the path and the query of each read that the examples suffice for."""
    for template, method, op in operations(whole):
        needs_key = op["security"] and {} not in op["security"]
        path = template
        if method != "get" or needs_key or other_form(path):
            continue
        params: dict[str, Any] = dict(NEEDED.get(path, {}))
        for parameter in op.get("parameters", []):
            name = parameter["name"]
            if parameter["in"] == "path" and "example" in parameter:
                path = path.replace(f"{{{name}}}", parameter["example"])
            elif "example" in parameter and (parameter.get("required") or name == "on"):
                params[name] = parameter["example"]
        wanted = {p["name"] for p in op.get("parameters", []) if p.get("required")}
        inside = {p["name"] for p in op.get("parameters", []) if p["in"] == "path"}
        if "{" not in path and not wanted - params.keys() - inside:
            yield op["operationId"], path, params


def other_form(path: str) -> bool:
    """Say whether it gives what another gives in another form, or needs what is not shipped."""
    drawn = path.startswith("/v1/charts/") and not path.endswith((".svg", ".json"))
    return drawn or path.endswith("/certificate")
