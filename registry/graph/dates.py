"""The day from which a notice counts, read from a date that may lack parts."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from registry.model.facts import Document


def first_day(written: str | None) -> date | None:
    """Return the first day that ``written`` may mean, or ``None`` where it has no year.

    A notice dated by month alone counts from the first of that month; what is shown
    stays as written. A date without a year (``--08-19``) cannot be placed.

    >>> first_day("2019-08-28"), first_day("2019-08"), first_day("2019")
    (datetime.date(2019, 8, 28), datetime.date(2019, 8, 1), datetime.date(2019, 1, 1))
    >>> first_day("--08-19") is None and first_day(None) is None
    True
    """
    if not written:
        return None
    year, month, day = [*written.split("-"), "1", "1"][:3]
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def counts_from(document: Document) -> date | None:
    """Return the day from which ``document`` counts: its effective date, else its own."""
    return first_day(document.effective) or first_day(document.date)


def later(written: str, months: int) -> str | None:
    """Return the date ``months`` after ``written``, with no more parts than are known.

    A day that the month does not have becomes its last; ``None`` where no year is written or
    the calendar ends.

    >>> later("2019-08-31", 6), later("2019-08", 12), later("2019", 12), later("2019", 6)
    ('2020-02-29', '2020-08', '2020', '2019-07')
    >>> later("--08-19", 12) is None
    True
    """
    first = first_day(written)
    if first is None:
        return None
    years, month = divmod(first.month - 1 + months, 12)
    year = first.year + years
    if not 1 <= year <= date.max.year:
        return None
    day = min(first.day, monthrange(year, month + 1)[1])
    return date(year, month + 1, day).isoformat()[: max(len(written), 7 if months % 12 else 4)]
