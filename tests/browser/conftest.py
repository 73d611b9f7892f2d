"""The pages in a real Chromium: a service in this process, and a browser that may ask it alone.

The browser is the one that REGISTRY_CHROMIUM names; `make test-browser` names Debian's.
"""

from __future__ import annotations

import os
import socket
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from api.app import create_app
from registry.model.access import Scope
from registry.parsing.notice import parse
from registry.service.keys import make_key
from registry.service.loading.load import load
from registry.service.registry import Registry
from registry.wiring import desk, registry, shipped_facts, shipped_glossary, shipped_rules
from tests.pages.conftest import EXAMPLES, shipped_on

CHROMIUM = os.environ.get("REGISTRY_CHROMIUM", "")
LONG_AFTER = date(2026, 11, 25)
"""The day on which the shipped data of 2019 is looked at."""
_PATIENCE = 30_000
"""Milliseconds to wait for anything; it comes in a fraction, unless the machine is busy."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    if CHROMIUM and Path(CHROMIUM).exists():
        return
    why = f"no Chromium at {CHROMIUM!r}" if CHROMIUM else "run by `make test-browser`"
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.skip(reason=why))


@contextmanager
def served(app: Any) -> Iterator[str]:
    """Serve an application on a free port of this machine; give its address."""
    import uvicorn

    with socket.create_server(("127.0.0.1", 0)) as listening:
        server = uvicorn.Server(uvicorn.Config(app, log_level="error", lifespan="on"))
        thread = Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join(timeout=10)


@pytest.fixture(scope="session")
def shipped() -> Iterator[str]:
    """Serve the shipped data, seven years after its newest notice."""
    with served(create_app(shipped_on(LONG_AFTER))) as address:
        yield address


@pytest.fixture(scope="session")
def several() -> Iterator[str]:
    """Serve the shipped data and that of the examples: two governments."""
    facts = [*shipped_facts(), *parse(EXAMPLES[0].read_text(encoding="utf-8"))]
    made = Registry(facts, shipped_rules(), shipped_glossary(), lambda: date(2024, 6, 5))
    with served(create_app(made)) as address:
        yield address


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str]]:
    """Serve a database with the example notices; give the address and a key to sign in with."""
    database = str(tmp_path_factory.mktemp("office") / "registry.db")
    with ExitStack() as end:
        from registry.wiring import journal

        kept = end.enter_context(_closing(journal(database, create=True)))
        now = datetime(2024, 5, 28, tzinfo=UTC)
        assert all(one.refused is None for one in load(kept, EXAMPLES, by="test", now=lambda: now))
        taken_in = desk(database, end.callback)
        assert taken_in is not None
        _, key = make_key(
            taken_in.keys,
            "duty office",
            [Scope.RECORD, Scope.ABSENCES],
            expires=None,
            by="test",
            at=now,
        )
        app = create_app(registry((), database, end.callback), desk=taken_in)
        yield end.enter_context(served(app)), key


@contextmanager
def _closing(kept: Any) -> Iterator[Any]:
    try:
        yield kept
    finally:
        kept.close()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM,
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        )
        yield browser
        browser.close()


Look = tuple[int, str, str, bool]
"""Width in pixels, language, light or dark, and whether scripts run."""


@pytest.fixture(scope="session")
def profiles(chromium: Any) -> Iterator[Callable[[Look], Any]]:
    """Give a function that returns the one profile of a look: a new one for each test is slow."""
    made: dict[Look, Any] = {}

    def of(look: Look) -> Any:
        if look not in made:
            width, lang, theme, script = look
            made[look] = chromium.new_context(
                viewport={"width": width, "height": 900},
                locale="zh-CN" if lang == "zh" else "en-GB",
                color_scheme=theme,
                java_script_enabled=script,
                has_touch=width < 500,
            )
            made[look].set_default_timeout(_PATIENCE)
        return made[look]

    yield of
    for profile in made.values():
        profile.close()


@pytest.fixture
def visit(profiles: Callable[[Look], Any]) -> Iterator[Callable[..., Any]]:
    """Give a function that opens a page as a stranger; afterwards nothing must have gone wrong."""
    complaints: list[str] = []
    strangers: list[str] = []
    pages = []

    def open_page(
        width: int = 1280, lang: str = "zh", theme: str = "light", script: bool = True
    ) -> Any:
        profile = profiles((width, lang, theme, script))
        profile.clear_cookies()
        page = profile.new_page()
        pages.append(page)
        page.on("console", lambda m: complaints.append(m.text) if m.type == "error" else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on(
            "request",
            lambda asked: (
                None if asked.url.startswith("http://127.0.0.1:") else strangers.append(asked.url)
            ),
        )
        return page

    yield open_page
    for page in pages:
        page.close()
    assert not complaints
    assert not strangers
