"""Parameters that several resources share, as the schema describes them."""

from __future__ import annotations

from typing import Annotated

from litestar.openapi.datastructures import ResponseSpec
from litestar.params import QueryParameter

from api.problems import PROBLEM_JSON, Problem

LONGEST = 200
"""Characters of a name; the longest name of a group in the notices seen has fewer than 60."""
MOST = 50
"""Absences in one question."""

_DAY = {"format": "date"}

On = Annotated[
    str | None,
    QueryParameter(
        name="on",
        max_length=10,
        description="The day, YYYY-MM-DD; today in Asia/Shanghai without it.",
        schema_extra=_DAY,
    ),
]
Week = Annotated[
    str | None,
    QueryParameter(
        name="week",
        max_length=10,
        description="The week of that day, Monday to Sunday.",
        schema_extra=_DAY,
    ),
]
From = Annotated[
    str | None,
    QueryParameter(
        name="from",
        max_length=10,
        description="First day of a period; goes with `to`.",
        schema_extra=_DAY,
    ),
]
To = Annotated[
    str | None,
    QueryParameter(
        name="to",
        max_length=10,
        description="Last day of a period, included; goes with `from`.",
        schema_extra=_DAY,
    ),
]
Away = Annotated[
    list[str] | None,
    QueryParameter(
        name="away",
        max_items=MOST,
        description=(
            "Who is away: `NAME` for the whole time asked about, `NAME@DAY` or `NAME@FROM/TO`;"
            " may be given again."
        ),
    ),
]
Government = Annotated[
    str | None,
    QueryParameter(
        name="government",
        max_length=LONGEST,
        description="Which government, by its name or a part of it, where several are known.",
    ),
]

KnownAt = Annotated[
    str | None,
    QueryParameter(
        name="known_at",
        max_length=40,
        description=(
            "The answer as the registry would have given it then: a moment in ISO 8601; without"
            " a time zone it is in Asia/Shanghai."
        ),
        schema_extra={"format": "date-time"},
    ),
]


def problem(what: str) -> ResponseSpec:
    """Describe a problem response in the schema."""
    return ResponseSpec(
        data_container=Problem, media_type=PROBLEM_JSON, description=what, generate_examples=False
    )


PROBLEMS: dict[int, ResponseSpec] = {
    400: problem("A parameter is missing or malformed."),
    404: problem("No notice holds a name that was given; `near` lists the nearest."),
}
"""What any question may be met with."""
