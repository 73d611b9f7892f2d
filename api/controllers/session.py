"""``/session``: who asks, and signing in with a key in a browser, which cannot send a header."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Annotated, Any

from litestar import Controller, Request, delete, get, post
from litestar.datastructures import State
from litestar.di import NamedDependency
from litestar.params import JSONBody, URLEncodedBody
from litestar.response import Redirect
from litestar.status_codes import HTTP_200_OK, HTTP_303_SEE_OTHER
from msgspec import Meta, Struct

from api.controllers.parameters import problem
from api.security.access import anyone
from api.security.caller import Caller
from api.security.cross_site import check_same_site
from api.security.session import sign_in, sign_out
from registry.errors import NoJournal
from registry.model.access import Key, Scope
from registry.service.desk import Desk
from registry.service.keys import check_key

_OWN_PATH = re.compile(r"/(?![/\\])[\w./%~=&?+-]*", re.ASCII)
"""An address of this service: it begins with one stroke, and so names no other host."""

_PROBLEMS = {
    400: problem("The key is missing."),
    401: problem("The key does not hold."),
    403: problem("A page of another site asks."),
    409: problem("There is no database, and so no keys."),
}

KeyText = Annotated[str, Meta(min_length=1, max_length=200, description="The key: lrk_….")]


class Who(Struct, frozen=True, kw_only=True):
    """Who asks: the name of his key, and what he may; ``until`` when he has to sign in again."""

    name: str | None
    scopes: tuple[Scope, ...]
    until: datetime | None = None


class SignIn(Struct, frozen=True, forbid_unknown_fields=True):
    """The key to sign in with."""

    key: KeyText


class SignInForm(Struct, frozen=True):
    """The same from a page; ``next`` is where to go on, an address of this service."""

    key: KeyText
    next: str = "/"


class Session(Controller):
    """Signing in and out: a cookie that ends by itself stands for the key."""

    path = "/session"
    tags = ("session",)
    opt = anyone()

    @get(operation_id="readSession", summary="Who asks, and what he may")
    async def read(self, *, caller: NamedDependency[Caller]) -> Who:
        """Say whose key came with the request, in its header or by its cookie."""
        return Who(
            name=caller.key.name if caller.key is not None else None,
            scopes=tuple(scope for scope in Scope if caller.may(scope)),
        )

    @post(
        operation_id="signIn",
        summary="Sign in with a key",
        status_code=HTTP_200_OK,
        responses=_PROBLEMS,
        sync_to_thread=True,
    )
    def begin(self, *, request: Request[Caller, None, State], data: JSONBody[SignIn]) -> Who:
        """Exchange a key for a cookie that lasts for some hours and cannot be read by pages."""
        key, until = _signed_in(request, data.key)
        scopes = tuple(scope for scope in Scope if key.may(scope))
        return Who(name=key.name, scopes=scopes, until=until)

    @delete(operation_id="signOut", summary="Sign out")
    async def end(self, *, request: Request[Caller, None, State]) -> None:
        """Have the browser forget the cookie."""
        check_same_site(request, signed_in=False)
        sign_out(request)

    @post(
        "/begin",
        operation_id="signInByForm",
        summary="Sign in with a key, from a page's form",
        status_code=HTTP_303_SEE_OTHER,
        responses=_PROBLEMS,
        sync_to_thread=True,
    )
    def begin_by_form(
        self,
        *,
        request: Request[Caller, None, State],
        data: URLEncodedBody[SignInForm],
    ) -> Redirect:
        """As signing in; then go on to `next`."""
        _signed_in(request, data.key)
        path = data.next if _OWN_PATH.fullmatch(data.next) else "/"
        return Redirect(path, status_code=HTTP_303_SEE_OTHER)

    @post(
        "/end",
        operation_id="signOutByForm",
        summary="Sign out, from a page's form",
        status_code=HTTP_303_SEE_OTHER,
    )
    async def end_by_form(self, *, request: Request[Caller, None, State]) -> Redirect:
        """As signing out; then go on to the first page."""
        check_same_site(request, signed_in=False)
        sign_out(request)
        return Redirect("/", status_code=HTTP_303_SEE_OTHER)


def _signed_in(request: Request[Any, Any, Any], shown: str) -> tuple[Key, datetime]:
    """Put the cookie into the answer; return the key and until when it holds."""
    check_same_site(request, signed_in=False)
    desk: Desk | None = request.app.state.get("desk")
    if desk is None:
        raise NoJournal("this service has no database, and so no keys; read without signing in")
    at = desk.now()
    key = check_key(desk.keys, shown.strip(), at)
    return key, sign_in(request, key.id, at)
