"""Parameters of the pages alone."""

from __future__ import annotations

from typing import Annotated

from litestar.params import QueryParameter

from api.controllers.parameters import LONGEST

Name = Annotated[str, QueryParameter(name="name", min_length=1, max_length=LONGEST)]
"""Whom or what the page is about."""
Doc = Annotated[str | None, QueryParameter(name="name", max_length=LONGEST * 2)]
"""A notice: its number, or its title where it has none."""
Words = Annotated[str | None, QueryParameter(name="q", max_length=LONGEST)]
"""A question in words, or a name."""
Who = Annotated[str | None, QueryParameter(name="who", max_length=LONGEST)]
"""One more person to be supposed away; a form's field."""
WhoFrom = Annotated[str | None, QueryParameter(name="who_from", max_length=10)]
"""From which day; all the time asked about without one."""
WhoTo = Annotated[str | None, QueryParameter(name="who_to", max_length=10)]
"""To which day."""
WhoKind = Annotated[str | None, QueryParameter(name="who_kind", max_length=20)]
"""The kind of that absence; away without one."""
