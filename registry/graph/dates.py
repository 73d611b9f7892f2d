"""The day from which a notice counts, read from a date that may lack parts."""

from __future__ import annotations

from datetime import date


def first_day(written: str | None) -> date | None:
    """Return the first day that ``written`` may mean, or ``None`` where it has no year.

    A notice dated by month alone counts from the first of that month; what is shown
    stays as written. A date without a year (``--08-19``) cannot be placed.

    >>> first_day("2019-08-28"), first_day("2019-08"), first_day("2019")
    (datetime.date(2019, 8, 28), datetime.date(2019, 8, 1), datetime.date(2019, 1, 1))
    >>> first_day("--08-19") is None and first_day(None) is None
    True
    """
    if not written or written.startswith("-"):
        return None
    year, month, day = [*written.split("-"), "1", "1"][:3]
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
