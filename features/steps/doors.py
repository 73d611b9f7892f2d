"""The doors at which a question can be asked: the service, the command line, and HTTP.

The two shells are the real ones. What they cannot be told (a decision, another kind of
absence, a rule file of one's own) has no place in a scenario that is asked there.
"""

from __future__ import annotations

from collections.abc import Callable

import msgspec
from click.testing import CliRunner
from litestar.testing import TestClient
from msgspec import Struct

from api.app import create_app
from features.steps.records import Records
from registry.cli import main
from registry.errors import RegistryError
from registry.model.answers import Answer
from registry.model.facts import AnyFact
from registry.service.answer import answer
from registry.service.question import read_period
from registry.wiring import shipped_rules


class Question(Struct, frozen=True, kw_only=True):
    """A subject, and the days asked about as they are typed; none of them means today."""

    subject: str
    on: str | None = None
    week: str | None = None
    start: str | None = None
    end: str | None = None

    def days(self) -> dict[str, str]:
        """Return the days by the names that command line and HTTP give them."""
        given = {"on": self.on, "week": self.week, "from": self.start, "to": self.end}
        return {name: value for name, value in given.items() if value is not None}


class Refusal(Struct, frozen=True):
    """The one line by which a question is refused."""

    message: str


Outcome = Answer | Refusal
Door = Callable[[Records, Question], Outcome]


def ask_service(records: Records, question: Question) -> Outcome:
    """Ask the service itself."""
    try:
        period = read_period(
            records.today,
            on=question.on,
            week=question.week,
            start=question.start,
            end=question.end,
        )
        return answer(
            records.registry(),
            question.subject,
            period,
            records.absences,
            records.decisions,
            handovers=records.handovers,
            approvals=records.approvals,
            government=records.government,
        )
    except RegistryError as error:
        return Refusal(str(error))


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


DOORS: dict[str, Door] = {"cli": ask_command, "api": ask_http}
"""The doors besides the service, by the tag that opens them."""


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
    assert all(a.kind == "away" for a in records.absences), "only 外出 can be told here"


def _typed(records: Records) -> list[str]:
    return [f"{a.person}@{a.start}/{a.end}" for a in records.absences]
