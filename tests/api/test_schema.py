"""The service does what its OpenAPI document says, whatever it is sent; on both databases.

Each operation is asked a few times with values that fit its schema and with values that do
not. No answer may be a failure, of a status or a form that the document does not tell. How
many times: REGISTRY_SCHEMA_EXAMPLES (`make soak` sets it high).
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from hypothesis.errors import Unsatisfiable
from schemathesis.checks import not_a_server_error
from schemathesis.core.failures import Failure, FailureGroup
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from api.openapi import document
from api.openapi_words import EXAMPLES as EXAMPLES_OF
from registry.model.access import Scope
from registry.model.facts import AnyFact, Document
from registry.model.journal import NoticeIngested
from registry.service.keys import make_key
from registry.wiring import now, shipped_facts, signing_keys
from tests.api.house import House, house
from tests.store.conftest import NewDatabase, new_database, postgres, server  # noqa: F401

NAMES = {name: value for name, value in EXAMPLES_OF.items() if name not in {"away", "on", "q"}}
"""Names that the notices have: with others nothing is found."""
FEW = 2
EXAMPLES = int(os.environ.get("REGISTRY_SCHEMA_EXAMPLES", FEW))
CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
]
KEYS = frozenset("method url params headers cookies content data json".split())
SEVERAL_FORMS = re.compile(r"/v1/charts/\w+\.(?:png|pdf|html|dot)$")
"""Asked like the SVG and drawn from the same; each is another second."""


def notices_2019() -> Iterator[NoticeIngested]:
    """The shipped notices as a journal has them, their clauses for a text."""
    by_doc: dict[str, list[AnyFact]] = {}
    for fact in shipped_facts():
        by_doc.setdefault(fact.doc, []).append(fact)
    for doc, facts in by_doc.items():
        text = "\n".join(dict.fromkeys(fact.clause for fact in facts))
        digest = sha256(text.encode()).hexdigest()
        assert any(isinstance(fact, Document) for fact in facts)
        yield NoticeIngested(digest=digest, name=f"{doc}.txt", text=text, facts=tuple(facts))


@pytest.fixture(params=["sqlite", "postgresql"])
def asked(
    request: pytest.FixtureRequest,
    new_database: NewDatabase,  # noqa: F811
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[House]:
    """The service over a journal with the notices of 2019, asked by one who may everything."""
    monkeypatch.setenv("REGISTRY_KEYS", str(tmp_path / "keys"))
    signing_keys().make(now())
    with house(new_database(request.param), by=tuple(notices_2019())) as made:
        _, key = make_key(made.desk.keys, "all", Scope, by="何文书", at=made.clock.now())
        made.client.headers["authorization"] = f"Bearer {key}"
        yield made


def test_the_service_does_what_its_schema_says(asked: House) -> None:
    schema = schemathesis.openapi.from_dict(document(asked.client.app))
    wrong: list[str] = []
    operations = [found.ok() for found in schema.get_all_operations()]  # type: ignore[union-attr]
    assert len(operations) > 60
    for operation in operations:
        if EXAMPLES <= FEW and SEVERAL_FORMS.search(operation.path):
            continue
        done = operation.definition.raw["responses"].get("200", {}).get("content", {})
        if list(done) == ["text/event-stream"]:
            continue  # it goes on for as long as somebody listens
        for mode in schemathesis.GenerationMode:
            try:
                examples(operation, mode, asked)
            except Unsatisfiable:  # nothing can be wrong in a request without parameters
                assert mode is schemathesis.GenerationMode.NEGATIVE
            except (FailureGroup, Failure) as error:
                wrong.append(f"{operation.label}\n{error}")
    assert not wrong, "\n\n".join(wrong)


def examples(operation: Any, mode: schemathesis.GenerationMode, asked: House) -> None:
    """Ask one operation a few times."""

    @given(operation.as_strategy(generation_mode=mode), st.booleans())
    @settings(
        max_examples=EXAMPLES,
        deadline=None,
        derandomize=True,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    def ask(case: schemathesis.Case[Any], known: bool) -> None:
        if known and mode is schemathesis.GenerationMode.POSITIVE:
            for given_as in (case.query, case.path_parameters):
                given_as.update((k, v) for k, v in NAMES.items() if k in given_as)
        sent = case.as_transport_kwargs(base_url="http://127.0.0.1")
        given = {key: value for key, value in sent.items() if key in KEYS}
        response = asked.client.request(**given, follow_redirects=False)
        case.validate_response(response, checks=CHECKS)

    ask()
