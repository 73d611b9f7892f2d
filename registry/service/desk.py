"""What a service over a journal has at hand: the journal, the tables beside it, rules and clock."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, datetime

from registry.resolve.subject import Glossary
from registry.service.recording.record import Known, known
from registry.service.rulebooks import Rulebooks
from registry.store.desk.port import Jobs, Keys, Replies, Uses
from registry.store.port import Journal
from registry.tables.rules import Rulebook


class Desk:
    """Where a service takes in what people enter, and knows who they are.

    Args:
        journal: where entries are written.
        keys: the keys of those who may ask for more than anybody.
        uses: where it is written down who did.
        replies: what was answered to writes.
        jobs: notices handed in together.
        rulebooks: as for ``Registry``, and so are the others.
        glossary: see there.
        today: see there.
        now: asks the clock for the moment.
    """

    def __init__(
        self,
        journal: Journal,
        keys: Keys,
        uses: Uses,
        replies: Replies,
        jobs: Jobs,
        *,
        rulebooks: Iterable[Rulebook],
        glossary: Glossary,
        today: Callable[[], date],
        now: Callable[[], datetime],
    ) -> None:
        self.journal = journal
        self.keys = keys
        self.uses = uses
        self.replies = replies
        self.jobs = jobs
        self.today = today
        self.now = now
        self._rulebooks = Rulebooks.made(rulebooks)
        self._glossary = glossary

    def known(self, government: str | None = None) -> Known:
        """Read what is known of a government, or of all: what is entered is checked against it."""
        return known(self.journal, self._rulebooks, self._glossary, self.today, government)
