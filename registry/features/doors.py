"""The doors at which a question can be asked: the service, and those that a plugin adds."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from registry.errors import RegistryError
from registry.features.records import Records
from registry.model.answers import Answer
from registry.model.facts import AnyFact
from registry.service.answers.answer import answer
from registry.service.periods import read_period


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


DOORS: dict[str, Door] = {}
"""The doors besides the service, by the tag that opens them."""

READERS: dict[str, Callable[[Records], tuple[AnyFact, ...]]] = {}
"""What else reads the notices, by the tag that has it compared."""
