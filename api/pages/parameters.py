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
