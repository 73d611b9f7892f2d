"""Every resource under ``/v1``, in the order in which the schema lists it."""

from __future__ import annotations

from litestar import Controller, Router

from api.controllers.agencies import Agencies, Areas
from api.controllers.answers import Answers
from api.controllers.certificates import Certificates
from api.controllers.chart_index import ChartIndex
from api.controllers.charts import Charts
from api.controllers.coverage import Coverages
from api.controllers.events import EventStream
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
from api.controllers.writes.absences import Absences
from api.controllers.writes.approvals import Approvals
from api.controllers.writes.corrections import Corrections
from api.controllers.writes.decisions import Decisions
from api.controllers.writes.handovers import Handovers
from api.controllers.writes.identities import Identities
from api.controllers.writes.jobs import Jobs
from api.controllers.writes.uploads import Uploads
from api.controllers.writes.withdrawals import Withdrawals

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
    Certificates,
    EventStream,
)
"""Those that read."""

WRITTEN = (Absences, Approvals, Corrections, Decisions, Handovers, Identities, Withdrawals)
"""Those whose requests are JSON, or small files."""

HANDED_IN = (Jobs, Uploads)
"""Those that take notices, and so long requests."""
