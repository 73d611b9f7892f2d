"""The registry as other Python programs use it; ``registry.Registry`` is the one here."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import ExitStack
from datetime import date, datetime
from pathlib import Path
from typing import Self

from registry.errors import RegistryError
from registry.graph.changes.redline import Redline
from registry.model.answers import Answer
from registry.model.coverage import Across
from registry.model.facts import AnyFact
from registry.model.findings import Finding
from registry.service import sources as files
from registry.service.answers.across import across
from registry.service.answers.answer import answer
from registry.service.answers.check import check
from registry.service.answers.diff import diff
from registry.service.export import Form, export
from registry.service.periods import read_asked, read_first, read_last, read_period
from registry.service.question import read_absences
from registry.service.state import read_moment
from registry.wiring import registry, today

Day = date | str
"""A day, or one written YYYY-MM-DD; as a text also a month (2019-09) or a year."""


def read_text(path: str | Path) -> str:
    """Return the text of a notice in a file: plain text, a web page, a PDF or a DOCX.

    The spans of what ``parse`` finds in it are offsets into this text.

    Raises:
        RegistryError: the file is missing, over a limit, or holds no text that can be read.
    """
    return files.read_text(Path(path))


class Registry:
    """What notices and records say through time, to be asked and not to be changed.

    >>> from registry import Registry
    >>> with Registry("data/examples/01-yunling-division.txt") as known:
    ...     [segment] = known.who("商务", on="2024-06-03", away=["蓝启程"]).segments
    >>> segment.status.value, segment.acting
    ('acting', ('简书宁',))

    Args:
        sources: files of notices; if any, nothing else is read.
        database: the path of a SQLite file or an address of PostgreSQL; without it, and without
            files, what the command ``registry`` would use.

    Raises:
        RegistryError: a file cannot be read, or the database is not there or out of reach. So
            does every method where what it is given is no day, names nobody known, and so on;
            the message is one line that says where and what to do.
    """

    def __init__(self, *sources: str | Path, database: str | None = None) -> None:
        self._ends = ExitStack()
        self._inner = registry(map(Path, sources), database, self._ends.callback)

    def __enter__(self) -> Self:
        """Return itself, to be closed at the end of the block."""
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the database."""
        self._ends.close()

    def known(self, at: datetime | str) -> Registry:
        """Return the registry as it was known at a moment, which counts to the microsecond.

        A moment without its time zone is in Asia/Shanghai; a day means its end. It shares the
        database of this one and is closed with it.
        """
        past = object.__new__(type(self))
        past._ends = ExitStack()
        past._inner = self._inner.known(read_moment(str(at)))
        return past

    def governments(self) -> tuple[str, ...]:
        """Return the bodies whose notices are known."""
        return self._inner.governments()

    def facts(self, government: str | None = None) -> tuple[AnyFact, ...]:
        """Return all facts that count, or those that bear on one government."""
        if government is None:
            return self._inner.facts
        return self._inner.facts_of(self._inner.history(government).government)

    def who(
        self,
        subject: str,
        *,
        on: Day | None = None,
        week: Day | None = None,
        start: Day | None = None,
        end: Day | None = None,
        away: Iterable[str] = (),
        government: str | None = None,
    ) -> Answer:
        """Return who acts for a subject: in segments of days, each with its reasons.

        Args:
            subject: an area, agency, task, indicator, person, post or group, in Chinese or, for
                an area, in English.
            on: the day, or a part of it (``2019-09-03/pm``, ``2019-09-03T15:00``); today in
                Asia/Shanghai where no day, week or period is given.
            week: a day of the week asked about.
            start: the first day of a period.
            end: its last day, included.
            away: who is away besides what is recorded: ``NAME``, ``NAME@DAY``,
                ``NAME:KIND@FROM/TO`` and the other forms of the command's ``--away``.
            government: which one, by its name or a part of it, where several are known.
        """
        days = {"on": on, "week": week, "start": start, "end": end}
        written = {name: str(day) for name, day in days.items() if day is not None}
        period = read_asked(today(), **written)
        absences = read_absences(away, period)
        return answer(self._inner, subject, period, absences, government=government)

    def across(self, subject: str, *, on: Day | None = None, place: str | None = None) -> Across:
        """Return who covers an area or an agency in every government, or in those of a place.

        Args:
            subject: an area or an agency.
            on: the day; today in Asia/Shanghai without it.
            place: a province, or a city with its counties.
        """
        for _ in self._inner.indexed():
            pass
        return across(self._inner, subject, _last(on), place=place)

    def check(
        self,
        *,
        on: Day | None = None,
        away: Iterable[str] = (),
        government: str | None = None,
    ) -> tuple[Finding, ...]:
        """Return what the notices leave open or contradict, on a day.

        Without a day it is today, or that of the latest notice if that is later.
        """
        day = _last(on)
        asked = day or today()
        absences = read_absences(away, read_period(asked))
        return check(self._inner, day, absences, government=government)

    def diff(self, start: Day, end: Day, *, government: str | None = None) -> Redline:
        """Return what is otherwise on the day ``end`` than it was on the day ``start``."""
        return diff(self._inner, read_first(str(start)), read_last(str(end)), government=government)

    def export(self, form: str, *, on: Day | None = None, government: str | None = None) -> bytes:
        """Return a government on a day in a form of ``registry export``, such as ``popolo``."""
        forms = [one.value for one in Form]
        if form not in forms:
            raise RegistryError(f"{form!r} is no form of export; choose one of: {', '.join(forms)}")
        day = _last(on) or today()
        return export(self._inner, Form(form), day, government=government).content


def _last(day: Day | None) -> date | None:
    return None if day is None else read_last(str(day))
