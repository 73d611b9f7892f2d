"""The pages as one plugin of the application: their routes, templates and files."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from litestar import Request, Router
from litestar.config.app import AppConfig
from litestar.datastructures import CacheControlHeader
from litestar.di import Provide
from litestar.plugins import InitPlugin
from litestar.plugins.jinja import JinjaTemplateEngine
from litestar.static_files import create_static_files_router
from litestar.template import TemplateConfig

from api.controllers.parameters import KnownAt
from api.pages.absences import AbsencesPage
from api.pages.agency import AgencyPage
from api.pages.asking import AnswerPage
from api.pages.errors import for_browsers
from api.pages.finding import FindingsPage
from api.pages.government import GovernmentPage
from api.pages.group import GroupPage
from api.pages.importing import Importing
from api.pages.notice import NoticesPage
from api.pages.person import PersonPage
from api.pages.picture import ChartFiles
from api.pages.recording import Recording
from api.pages.rule import RulesPage
from api.pages.signing_in import SignInPage
from api.pages.start import StartPage
from api.pages.suggesting import Suggestions
from api.pages.uploading import Uploading, size
from api.pages.visit import visit
from api.pages.week import WeekPage
from api.pages.whatif import WhatIfPage
from api.security.access import anyone
from registry.service.registry import Registry
from registry.service.state import read_moment

PAGES = (
    WeekPage,
    StartPage,
    AnswerPage,
    GovernmentPage,
    PersonPage,
    AgencyPage,
    GroupPage,
    NoticesPage,
    AbsencesPage,
    Recording,
    Importing,
    WhatIfPage,
    FindingsPage,
    RulesPage,
    SignInPage,
    ChartFiles,
    Suggestions,
)
"""The pages, a controller each."""

_HERE = Path(__file__).parents[1]
_DAY = 24 * 3600


class Pages(InitPlugin):
    """What the application takes to serve the pages.

    Args:
        registry: what a request may look into.
        upload: bytes of the longest request that hands in files.
        usual: the government shown where none is chosen.
    """

    def __init__(
        self,
        registry: Callable[[Request[Any, Any, Any]], Registry],
        upload: int,
        usual: str | None = None,
    ) -> None:
        self._registry = registry
        self._upload = upload
        self._usual = usual

    def _known(self, request: Request[Any, Any, Any], known_at: KnownAt = None) -> Registry:
        """Return the registry for one page: as it is known now, or was at a moment."""
        return self._registry(request).known(read_moment(known_at or None))

    def on_app_init(self, app_config: AppConfig) -> AppConfig:
        """Add the pages' routes, templates and files."""
        app_config.state.update({"upload": self._upload, "usual": self._usual})
        app_config.template_config = TemplateConfig(
            engine=JinjaTemplateEngine(engine_instance=environment())
        )
        app_config.route_handlers += [
            Router(
                path="/",
                route_handlers=[
                    *PAGES,
                    Router(
                        path="/",
                        request_max_body_size=self._upload,
                        route_handlers=[Uploading],
                    ),
                ],
                dependencies={
                    "registry": Provide(self._known, sync_to_thread=True),
                    "visit": Provide(visit),
                },
            ),
            create_static_files_router(
                path="/static",
                directories=[_HERE / "static"],
                cache_control=CacheControlHeader(public=True, max_age=_DAY),
                opt=anyone(),
                include_in_schema=False,
            ),
        ]
        app_config.exception_handlers = for_browsers(app_config.exception_handlers)
        return app_config


def environment() -> Environment:
    """Return the templates: every value escaped, and a name that is missing an error."""
    made = Environment(
        loader=FileSystemLoader(_HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["fill"] = _fill
    made.filters["size"] = size
    made.globals["asset"] = asset
    return made


@cache
def asset(name: str) -> str:
    """Return the address of a file of ``api/static``, another one when the file changes."""
    content = (_HERE / "static" / name).read_bytes()
    return f"/static/{name}?v={sha256(content).hexdigest()[:8]}"


def _fill(text: str, **values: object) -> str:
    """Put values into a phrase's places, which are written ``{name}``."""
    return text.format(**values)
