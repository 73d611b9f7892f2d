"""What can be asked under ``/v1``, in the order in which the schema lists it."""

from __future__ import annotations

from litestar import Controller, Router

from api.controllers.agencies import Agencies, Areas
from api.controllers.answers import Answers
from api.controllers.chart_index import ChartIndex
from api.controllers.charts import Charts
from api.controllers.coverage import Coverages
from api.controllers.exports import Exports
from api.controllers.feeds import Feeds
from api.controllers.findings import Findings
from api.controllers.governments import Governments
from api.controllers.groups import Groups, Pairs
from api.controllers.index import Start
from api.controllers.journal import JournalEntries
from api.controllers.notices import Notices
from api.controllers.people import People
from api.controllers.posts import Posts
from api.controllers.questions import Questions
from api.controllers.rules import Rules
from api.controllers.weeks import Weeks
from api.controllers.whatif import WhatIf

READ: tuple[type[Controller] | Router, ...] = (
    Start,
    Answers,
    Coverages,
    Weeks,
    Governments,
    People,
    Posts,
    Agencies,
    Areas,
    Groups,
    Pairs,
    Notices,
    Rules,
    Findings,
    Questions,
    WhatIf,
    ChartIndex,
    Charts,
    Exports,
    Feeds,
    JournalEntries,
)
