"""The one way in which things are listed: a page at a time, sorted, with the fields asked for.

A cursor holds to the entry of the journal and to the day of the first page: what is recorded
meanwhile, and midnight, move nothing from one page to another.
"""

from __future__ import annotations

import base64
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from functools import cached_property
from hashlib import sha256
from itertools import islice
from typing import Annotated, Any, Generic, TypeVar
from urllib.parse import urlencode

import msgspec
from litestar import Request, Response
from litestar.datastructures import ResponseHeader
from litestar.di import NamedDependency
from litestar.exceptions import ValidationException
from litestar.params import QueryParameter
from msgspec import Meta, Struct

from api.controllers.parameters import KnownAt, On
from registry.service.periods import read_period
from registry.service.registry import Registry
from registry.service.state import read_moment

MOST = 500
USUAL = 100

Limit = Annotated[
    int, QueryParameter(name="limit", ge=1, le=MOST, description="How many to a page at most.")
]
CursorText = Annotated[
    str | None,
    QueryParameter(
        name="cursor",
        max_length=400,
        description=(
            "Where to go on: taken from `next` of the page before, with the same other"
            " parameters, but for `limit`."
        ),
    ),
]
LINK = ResponseHeader(
    name="link",
    description='The next page, as `<ADDRESS>; rel="next"`; not sent with the last.',
    documentation_only=True,
)


class Item(Struct, frozen=True, kw_only=True):
    """One thing of a listing. With ``fields`` it has those, and its id, alone."""

    id: str


class Whole(Item, frozen=True, kw_only=True):
    """One thing by itself, with all its fields."""


Row = TypeVar("Row")
Shown = TypeVar("Shown", bound=Item)


class Page(Struct, Generic[Shown], frozen=True, kw_only=True):
    """A page of a listing.

    ``total`` counts all pages' items, where they are counted. ``next`` is the address of the
    page after this one, ``null`` with the last. ``government`` and ``on`` are what was listed
    and as of which day, ``position`` the last entry of the journal that counts here (0 without
    a journal).
    """

    items: tuple[Shown, ...]
    total: int | None
    next: str | None = None
    government: str | None = None
    on: date
    position: int


_Count = Annotated[int, Meta(ge=0, lt=2**53)]


class _Cursor(Struct, frozen=True, array_like=True):
    """Behind which item, up to which entry, on which day, and a digest of what was asked."""

    after: _Count
    position: _Count
    day: date
    asked: str


class Listing(Struct, frozen=True, kw_only=True):
    """How a listing is asked for: where, with what, how many at a time, and from where."""

    path: str
    asked: tuple[tuple[str, str], ...]
    limit: int
    cursor: _Cursor | None

    def view(self, registry: Registry, known_at: str | None, on: str | None = None) -> View:
        """Return the registry and the day to list by: those of the first page.

        Raises:
            BadPeriod: the moment or the day cannot be read.
        """
        first = view(registry, on, known_at)
        if self.cursor is None:
            return View(registry, first.position, first.day)
        return View(registry, self.cursor.position, self.cursor.day)


class View:
    """As of when something is told: what was known then, and the ``day`` it is about.

    The journal is looked into when ``registry`` is first asked for: not where a request is
    read, which must not wait.
    """

    def __init__(self, registry: Registry, at: datetime | int | None, day: date) -> None:
        self.day = day
        self._given = registry
        self._at = at

    @cached_property
    def registry(self) -> Registry:
        """Return what was known then."""
        return self._given.known(self._at)

    @property
    def position(self) -> int:
        """Return the number of the last entry that counts."""
        return self.registry.position()


def view(registry: NamedDependency[Registry], on: On = None, known_at: KnownAt = None) -> View:
    """Read as of when something is asked.

    Raises:
        BadPeriod: the moment or the day cannot be read.
    """
    return View(registry, read_moment(known_at), read_period(registry.today(), on=on).start)


class Shape(Generic[Row, Shown]):
    """How things of one kind are shown and sorted.

    Args:
        shown: the struct of an item.
        sorts: by what a listing may be sorted, and how a row gives it.
    """

    def __init__(self, shown: type[Shown], sorts: Mapping[str, Callable[[Row], Any]]) -> None:
        self._fields = shown.__struct_encode_fields__
        self._sorts = sorts

    def fields(self) -> QueryParameter:
        """Return the parameter by which fields are chosen."""
        one = f"(?:{'|'.join(self._fields)})"
        return QueryParameter(
            name="fields",
            max_length=200,
            pattern=f"^{one}(?:,{one})*$",
            description=f"Only these, with commas between: {', '.join(self._fields)}.",
        )

    def sort(self) -> QueryParameter:
        """Return the parameter by which a listing is sorted."""
        names = "|".join(self._sorts)
        return QueryParameter(
            name="sort",
            max_length=40,
            pattern=f"^-?(?:{names})$",
            description=(
                f"By what to sort: {', '.join(self._sorts)}; with `-` before it the other way"
                " round. Names sort by their signs. Without it the order is the notices' own."
            ),
        )

    def page(
        self,
        asked: Listing,
        view: View,
        rows: Sequence[Row],
        show: Callable[[Row], Shown],
        *,
        sort: str | None = None,
        fields: str | None = None,
        government: str | None = None,
    ) -> Response[Page[Shown]]:
        """Return the page asked for of all ``rows``; only its rows are shown."""
        if sort is not None:
            by = self._sorts[sort.removeprefix("-")]
            rows = sorted(rows, key=by, reverse=sort.startswith("-"))
        after = asked.cursor.after if asked.cursor is not None else 0
        end = after + asked.limit
        following = _next(asked, view, end) if end < len(rows) else None
        shown = map(show, rows[after:end])
        return self._page(view, shown, following, fields, total=len(rows), government=government)

    def page_of_run(
        self,
        asked: Listing,
        view: View,
        rows: Iterator[Row],
        show: Callable[[Row], Shown],
        number: Callable[[Row], int],
        *,
        fields: str | None = None,
        government: str | None = None,
    ) -> Response[Page[Shown]]:
        """Return the page of rows that bear rising numbers and begin behind the cursor's.

        No more of them are read than it takes, so nobody knows how many there are.
        """
        taken = list(islice(rows, asked.limit + 1))
        page = taken[: asked.limit]
        following = _next(asked, view, number(page[-1])) if len(taken) > len(page) else None
        return self._page(view, map(show, page), following, fields, government=government)

    def _page(
        self,
        view: View,
        shown: Iterable[Shown],
        following: str | None,
        fields: str | None,
        *,
        total: int | None = None,
        government: str | None = None,
    ) -> Response[Page[Shown]]:
        items: tuple[Any, ...] = tuple(shown)
        if fields is not None:
            wanted = {"id", *fields.split(",")}
            plain = (msgspec.to_builtins(item, builtin_types=(date, datetime)) for item in items)
            items = tuple({k: v for k, v in item.items() if k in wanted} for item in plain)
        return Response(
            Page(
                items=items,
                total=total,
                next=following,
                government=government,
                on=view.day,
                position=view.position,
            ),
            headers={"link": f'<{following}>; rel="next"'} if following else None,
        )


def listing(
    request: Request[Any, Any, Any], limit: Limit = USUAL, cursor: CursorText = None
) -> Listing:
    """Read what every listing can be asked for.

    Raises:
        ValidationException: the cursor is none, or that of another question.
    """
    given = request.query_params.multi_items()
    asked = tuple(sorted((k, v) for k, v in given if k not in {"cursor", "limit"}))
    found = None
    if cursor is not None:
        found = _read(cursor)
        if found is None or found.asked != _digest(request.url.path, asked):
            said = "is none, or goes with other parameters; begin anew without it"
            raise ValidationException(extra=[{"key": "cursor", "message": said}])
    return Listing(path=request.url.path, asked=asked, limit=limit, cursor=found)


def _next(asked: Listing, view: View, after: int) -> str:
    digest = _digest(asked.path, asked.asked)
    made = msgspec.json.encode(_Cursor(after, view.position, view.day, digest))
    text = base64.urlsafe_b64encode(made).rstrip(b"=").decode()
    query = urlencode((*asked.asked, ("limit", asked.limit), ("cursor", text)))
    return f"{asked.path}?{query}"


def _digest(path: str, asked: tuple[tuple[str, str], ...]) -> str:
    return sha256(msgspec.json.encode((path, asked))).hexdigest()[:16]


def _read(text: str) -> _Cursor | None:
    try:
        made = base64.urlsafe_b64decode(text.encode("ascii") + b"=" * (-len(text) % 4))
        return msgspec.json.decode(made, type=_Cursor)
    except ValueError:  # of base64, of ASCII and of msgspec alike
        return None
