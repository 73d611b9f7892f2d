"""How far apart the days of what is entered may be."""

from __future__ import annotations

from datetime import date

from registry.errors import BadPeriod

FIRST_YEAR, LAST_YEAR = 1949, 2100
"""The years of rule files too: notices and offices of others are none of ours."""
MOST_DAYS = 1100
"""Three years: the longest secondment. Who is gone for longer has left."""


def sensible(start: date, end: date) -> None:
    """Refuse days in the wrong order, of another age, or too many.

    Raises:
        BadPeriod: as said.
    """
    if end < start:
        raise BadPeriod(f"the period ends {end} before it begins {start}; swap the two days")
    strange = next((d for d in (start, end) if not FIRST_YEAR <= d.year <= LAST_YEAR), None)
    if strange is not None:
        raise BadPeriod(
            f"{strange} is not from {FIRST_YEAR} to {LAST_YEAR}; check the year, as in 2019-09-02"
        )
    days = (end - start).days + 1
    if days > MOST_DAYS:
        raise BadPeriod(
            f"{start} to {end} are {days} days, and what is entered lasts {MOST_DAYS} at most;"
            " check the last day, or record in parts what lasts so long"
        )
