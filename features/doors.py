"""The doors of the registry's own scenarios besides the service: command line and HTTP.

The two shells are the real ones. What they cannot be told (a decision, a rule file of one's
own) has no place in a scenario that is asked there.
"""

from __future__ import annotations

import msgspec
from click.testing import CliRunner
from litestar.testing import TestClient

from api.app import create_app
from registry.cli import main
from registry.features.doors import DOORS, READERS, Outcome, Question, Refusal
from registry.features.records import Records
from registry.model.answers import Answer
from registry.model.facts import AnyFact
from registry.wiring import shipped_rules


def ask_command(records: Records, question: Question) -> Outcome:
    """Ask ``registry who``."""
    _sayable(records)
    assert question.days(), "the command line goes by the machine's clock: give a day"
    assert set(records.rulebooks) == {
        book for book in shipped_rules() if book.government == records.government
    }, "the command line knows the shipped rule files, and all of them"
    arguments = ["who", question.subject, "--format", "json"]
    for name, value in question.days().items():
        arguments += [f"--{name}", value]
    for absence in _typed(records):
        arguments += ["--away", absence]
    for path in records.files():
        arguments += ["--source", str(path)]
    if records.government is not None:
        arguments += ["--government", records.government]
    result = CliRunner().invoke(main, arguments)
    if result.exit_code == 0:
        return msgspec.json.decode(result.stdout, type=Answer)
    assert result.exit_code == 2, result.output
    return Refusal(result.stderr.strip().removeprefix("error: "))


def ask_http(records: Records, question: Question) -> Outcome:
    """Ask ``GET /v1/answers``."""
    _sayable(records)
    asked: dict[str, str | list[str]] = {"subject": question.subject, **question.days()}
    asked["away"] = _typed(records)
    if records.government is not None:
        asked["government"] = records.government
    with TestClient(create_app(records.registry())) as client:
        response = client.get("/v1/answers", params=asked)
    if response.status_code == 200:
        return msgspec.json.decode(response.content, type=Answer)
    assert response.status_code in (400, 404), response.text
    return Refusal(str(response.json()["detail"]))


def read_by_command(records: Records) -> tuple[AnyFact, ...]:
    """Return what ``registry parse`` prints for the notices."""
    result = CliRunner().invoke(main, ["parse", *(str(path) for path in records.files())])
    assert result.exit_code == 0, result.output
    lines = result.stdout.splitlines()
    return tuple(msgspec.json.decode(line, type=AnyFact) for line in lines)


def _sayable(records: Records) -> None:
    assert not records.decisions, "decisions cannot be told here: drop the tag"
    assert not records.handovers, "hand-overs cannot be told here: drop the tag"
    assert not records.approvals, "approvals cannot be told here: drop the tag"


def _typed(records: Records) -> list[str]:
    return [f"{a.person}:{a.kind}@{a.notation}" for a in records.absences]


DOORS |= {"cli": ask_command, "api": ask_http}
READERS["cli"] = read_by_command
