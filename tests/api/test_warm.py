"""What a process makes before it listens, and what does not keep it from listening."""

from __future__ import annotations

from datetime import date

import pytest
from jinja2 import Environment
from litestar.plugins.jinja import JinjaTemplateEngine
from sqlalchemy import text

from api.app import create_app
from api.openapi import document
from api.warm import warm
from registry.errors import JournalError
from registry.graph.history import History
from registry.resolve.subject import Glossary
from registry.service.journaled import Journaled
from registry.service.registry import Registry
from registry.store.open import open_journal
from registry.wiring import registry, shipped_glossary
from tests.store.conftest import NewDatabase, new_database, postgres, server  # noqa: F401


def test_the_schema_the_templates_and_this_week_are_made() -> None:
    known = registry()
    app = create_app(known)
    warm(app, known)
    made = dict(app.state.items())
    document(app)
    assert dict(app.state.items()) == made
    assert isinstance(app.template_engine, JinjaTemplateEngine)
    templates: Environment = app.template_engine.engine
    assert templates.cache is not None
    assert len(templates.cache) >= len(templates.list_templates())
    assert known._histories.keys() == set(known.governments())


def test_an_empty_journal_is_no_matter_and_one_that_fails_is_told(
    new_database: NewDatabase,  # noqa: F811
) -> None:
    journal = open_journal(new_database("sqlite"), create=True)
    known = Journaled(journal, (), shipped_glossary(), lambda: date(2024, 6, 3))
    app = create_app(known)
    warm(app, known)
    with journal.engine.begin() as connection:
        connection.execute(text("DROP TABLE journal"))
    with pytest.raises(JournalError):
        warm(app, Journaled(journal, (), shipped_glossary(), known.today))
    journal.close()


def test_one_government_whose_week_cannot_be_made_does_not_stop_the_others(
    caplog: pytest.LogCaptureFixture,
) -> None:
    class Broken(Registry):
        def history_of(self, government: str) -> History:
            raise ZeroDivisionError(government)

        def governments(self) -> tuple[str, ...]:
            return ("甲市人民政府", "乙市人民政府")

    known = Broken((), (), Glossary(), lambda: date(2024, 6, 3))
    warm(create_app(known), known)
    assert len(caplog.records) == 2
