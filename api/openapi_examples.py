"""Examples in the OpenAPI document: what the service itself answered, in ``openapi_examples.json``.

``make openapi`` asks the service and writes that file anew.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec

from api.problems import PROBLEM_JSON

_FILE = Path(__file__).with_suffix(".json")
_EXAMPLES = "#/components/examples/"
_OF_WRITES = frozenset(("against-rule", "already-recorded"))
"""Problems that no reading is met with."""

Part = dict[str, Any]


def show(whole: Part) -> None:
    """Put the examples into a document: of bodies sent, of answers, and of problems."""
    found = msgspec.json.decode(_FILE.read_bytes())
    problems: Part = found["problems"]
    whole["components"]["examples"] = {
        name: {"summary": said["title"], "value": said} for name, said in problems.items()
    }
    for status, response in whole["components"]["responses"].items():
        _show_problems(response, status, problems)
    for item in whole["paths"].values():
        for method, operation in item.items():
            shown = found["operations"].get(operation["operationId"], {})
            _put(operation.get("requestBody", {}), shown.get("request", {}))
            fitting = {n: p for n, p in problems.items() if method != "get" or n not in _OF_WRITES}
            for status, response in operation["responses"].items():
                if status.startswith("2"):
                    _put(response, shown.get("response", {}))
                else:
                    _show_problems(response, status, fitting)


def _put(body: Part, examples: Part) -> None:
    for kind, content in body.get("content", {}).items():
        if kind in examples:
            content["example"] = examples[kind]


def _show_problems(response: Part, status: str, problems: Part) -> None:
    fitting = [name for name, said in problems.items() if str(said["status"]) == status]
    content = response.get("content", {}).get(PROBLEM_JSON)
    if content is not None and fitting:
        content["examples"] = {name: {"$ref": f"{_EXAMPLES}{name}"} for name in fitting}
