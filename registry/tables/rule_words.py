"""The words that rule files choose from: absences, what passes, whom to tell, and the like."""

from __future__ import annotations

from typing import Annotated, Literal, get_args

from msgspec import Meta

Trigger = Literal[
    "away", "travel", "meeting", "reception", "training", "leave", "ill", "overload", "clash"
]
"""Kinds of absence: out of the city, on a work trip, in a meeting, receiving guests, on a course,
on leave, ill in town, with more work than one can do, wanted in two places at once."""

TRIGGERS: tuple[Trigger, ...] = get_args(Trigger)

Passing = Literal[
    "supervises",
    "responsible",
    "also_supervises",
    "also_responsible",
    "liaises",
    "heads",
    "post",
]
"""What can pass to a stand-in: shares of a portfolio, the head's seat in a group, a post."""

Told = Literal["backup", "office", "coordinator", "head"]
"""Who is told of an absence: B, the office, the coordinator, the head of the government."""

Period = Literal["half_yearly", "yearly"]

Title = Annotated[
    str, Meta(min_length=1, description="A post's title, without 市政府 and the like")
]
Matter = Annotated[str, Meta(min_length=1, description="A field of work or an agency")]

Triggers = Annotated[
    tuple[Trigger, ...], Meta(min_length=1, description="The absences that the rule speaks of")
]
Passes = Annotated[
    tuple[Passing, ...], Meta(min_length=1, description="What goes to the one who acts")
]
Titles = Annotated[tuple[Title, ...], Meta(min_length=1)]
Matters = Annotated[tuple[Matter, ...], Meta(min_length=1)]
Days = Annotated[int, Meta(ge=1, le=3660)]

Year = Annotated[int, Meta(ge=1949, le=2100)]
"""The year of a document whose day is not known."""
