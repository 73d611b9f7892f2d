"""Parameters that several resources share, as the schema describes them."""

from __future__ import annotations

from typing import Annotated

from litestar.openapi.datastructures import ResponseSpec
from litestar.params import PathParameter, QueryParameter
from msgspec import Struct

from api.problems import PROBLEM_JSON, Problem

LONGEST = 200
"""Characters of a name; the longest name of a group in the notices seen has fewer than 60."""
MOST = 50
"""Absences in one question."""

_DAY = {"format": "date"}
_PART = {"pattern": "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"}
"""A day, or a month or a year in its place."""

On = Annotated[
    str | None,
    QueryParameter(
        name="on",
        max_length=10,
        description=(
            "The day, YYYY-MM-DD; of a month or a year alone its last. Today in Asia/Shanghai"
            " without it."
        ),
        schema_extra=_PART,
    ),
]
OnPart = Annotated[
    str | None,
    QueryParameter(
        name="on",
        max_length=40,
        description=(
            "The day, YYYY-MM-DD; of a month or a year alone its last; today in Asia/Shanghai"
            " without it. Or a part of a day: a half `2019-09-03/pm`, a time `2019-09-03T15:00`,"
            " which is its minute, or a time to a time `2019-09-03T14:00/16:30`."
        ),
        schema_extra={"pattern": r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2}([T/].+)?)?)?$"},
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
        description="First day of a period, or a month or year that it begins with; goes with `to`.",
        schema_extra=_PART,
    ),
]
To = Annotated[
    str | None,
    QueryParameter(
        name="to",
        max_length=10,
        description="Last day of a period, included, or a month or year; goes with `from`.",
        schema_extra=_PART,
    ),
]
Away = Annotated[
    list[str] | None,
    QueryParameter(
        name="away",
        max_items=MOST,
        description=(
            "Who is away: `NAME` for the whole time asked about, `NAME@DAY`, `NAME@DAY/am` (or"
            " `/pm`), `NAME@FROM/TO`, with times `NAME@2019-09-03T14:00/16:30`; `NAME:KIND` for"
            " another kind of absence than `away`; may be given again."
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
            " a time zone it is in Asia/Shanghai, and of a day, month or year alone it is the end."
        ),
    ),
]
NamePart = Annotated[
    str | None,
    QueryParameter(
        name="name", max_length=LONGEST, description="Only those with this in their name."
    ),
]
Place = Annotated[
    str | None,
    QueryParameter(
        name="in",
        max_length=LONGEST,
        description="Only governments in that province or city; everywhere without it.",
    ),
]
PathId = Annotated[
    str,
    PathParameter(
        max_length=LONGEST * 2, description="The id, as a listing gives it.", examples=[]
    ),
]
"""The id in a path."""


def answered(kind: type[Struct], what: str) -> ResponseSpec:
    """Describe an answer in the schema; the framework's own examples are no answers of ours."""
    return ResponseSpec(data_container=kind, description=what, generate_examples=False)


def problem(what: str) -> ResponseSpec:
    """Describe a problem response in the schema."""
    return ResponseSpec(
        data_container=Problem, media_type=PROBLEM_JSON, description=what, generate_examples=False
    )


PROBLEMS: dict[int, ResponseSpec] = {
    400: problem("A parameter is missing or malformed."),
    404: problem("Nothing has the name or number that was given, or none is in force then."),
}
"""What any question may be met with."""
