"""What the first to ask would wait for, done before a process says that it is ready."""

from __future__ import annotations

import logging

from litestar import Litestar
from litestar.plugins.jinja import JinjaTemplateEngine

from api.openapi import document
from registry.errors import JournalError, RegistryError
from registry.service.answers.week import week
from registry.service.calendar import calendar
from registry.service.periods import read_period
from registry.service.registry import MOST, Registry

_LOG = logging.getLogger(__name__)


def warm(app: Litestar, known: Registry) -> None:
    """Make the schema and the templates, and this week of the governments known.

    Of very many governments the first alone is read. What cannot be answered is no matter
    here: whoever asks is told.

    Raises:
        JournalError: the journal cannot be read.
    """
    document(app)
    if isinstance(app.template_engine, JinjaTemplateEngine):
        templates = app.template_engine.engine
        for name in templates.list_templates():
            templates.get_template(name)
    names = known.governments()
    today = known.today()
    calendar(today, today)  # where nothing is known yet, its data are read all the same
    for name in names if len(names) <= MOST else names[:1]:
        try:
            week(known, read_period(today, week=today.isoformat()), government=name)
        except JournalError:
            raise
        except RegistryError:
            continue
        except Exception:  # noqa: BLE001 - one odd government is no reason to serve nobody
            _LOG.exception("the week of a government cannot be made")
