"""An answer that takes too long is a problem, and its work stops in the thread that does it."""

from __future__ import annotations

import time
from datetime import date
from threading import Event

import pytest
from litestar import Litestar, get
from litestar.middleware import DefineMiddleware
from litestar.testing import TestClient

from api.problems import HANDLERS
from api.security.access import needs
from api.security.patience import patient
from registry.errors import SlowAnswer
from registry.model.access import Scope
from registry.model.time import Period
from registry.service.answers.answer import answer
from registry.service.wanted import still_wanted, waiting
from registry.wiring import registry

DAY = Period(date(2019, 9, 4), date(2019, 9, 4))


def test_the_thread_stops_once_nobody_waits() -> None:
    stopped = Event()

    @get("/slow", opt=needs(Scope.READ), sync_to_thread=True)
    def slow() -> str:
        known = registry()
        for _ in range(100_000):  # far longer than the test takes
            try:
                answer(known, "商务", DAY)
            except SlowAnswer:
                stopped.set()
                raise
            time.sleep(0.001)
        return "at last"

    app = Litestar(
        [slow],
        middleware=[DefineMiddleware(patient, seconds=0.2)],
        exception_handlers=dict(HANDLERS),
        openapi_config=None,
    )
    with TestClient(app, raise_server_exceptions=False) as client:
        response = client.get("/slow")
        assert response.status_code == 503
        assert response.json()["type"].endswith("/slow-answer")
        assert stopped.wait(60)


def test_work_is_wanted_while_it_is_waited_for_and_where_nobody_gives_up() -> None:
    still_wanted()
    with waiting():
        still_wanted()
        with pytest.raises(KeyError), waiting():
            raise KeyError
        still_wanted()
    still_wanted()
