"""``/sign-in``: a key for a cookie, to record absences and to load notices."""

from __future__ import annotations

from typing import Annotated

from litestar import Controller, get
from litestar.di import NamedDependency
from litestar.params import QueryParameter
from litestar.response import Template
from msgspec import Struct

from api.pages.visit import Visit
from api.security.access import anyone

Next = Annotated[str, QueryParameter(name="next", max_length=2000)]


class SignInView(Struct, frozen=True, kw_only=True):
    """The page; ``keys`` says whether there are any to sign in with."""

    keys: bool
    next: str


class SignInPage(Controller):
    """Signing in."""

    path = "/sign-in"
    include_in_schema = False
    opt = anyone()

    @get()
    async def show(self, visit: NamedDependency[Visit], next_: Next = "/") -> Template:
        """Show the form."""
        view = SignInView(keys=visit.keys, next=next_)
        return visit.page("sign_in.html", visit.phrases.sign_in, "", view)
