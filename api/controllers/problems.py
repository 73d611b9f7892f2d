"""``/problems``: what each type of problem means, at the address that is its type."""

from __future__ import annotations

from typing import Annotated

from litestar import Controller, get
from litestar.params import PathParameter
from msgspec import Struct

from api.controllers.parameters import problem
from api.problem_words import MEANINGS
from api.problems import BY_STATUS, KINDS, TYPE, Kind
from api.security.access import anyone
from registry.errors import UnknownName
from registry.model.answers import Words

NAMED: dict[str, Kind] = {kind.name: kind for kind in (*KINDS.values(), *BY_STATUS.values())}

Name = Annotated[str, PathParameter(max_length=60, description="The name of the type.")]


class ProblemType(Struct, frozen=True, kw_only=True):
    """A type of problem (RFC 9457), with its status and what to do about it."""

    type: str
    status: int
    title: str
    meaning: Words


class ProblemTypes(Struct, frozen=True):
    """All types of problem."""

    items: tuple[ProblemType, ...]


class Problems(Controller):
    """Types of problem."""

    path = "/problems"
    tags = ("problems",)
    opt = anyone()

    @get(
        operation_id="listProblems", summary="The types of problem there are", sync_to_thread=False
    )
    def listing(self) -> ProblemTypes:
        """List what may go wrong, with status and remedy."""
        return ProblemTypes(tuple(map(_told, NAMED.values())))

    @get(
        "/{problem_name:str}",
        operation_id="readProblem",
        summary="One type of problem",
        responses={
            400: problem("The name is too long."),
            404: problem("There is no such type."),
        },
        sync_to_thread=False,
    )
    def one(self, problem_name: Name) -> ProblemType:
        """Tell what it means and what to do."""
        if problem_name not in NAMED:
            raise UnknownName(f"there is no problem {problem_name!r}", tuple(NAMED))
        return _told(NAMED[problem_name])


def _told(kind: Kind) -> ProblemType:
    return ProblemType(
        type=TYPE + kind.name,
        status=kind.status,
        title=kind.title,
        meaning=MEANINGS[kind.name],
    )
