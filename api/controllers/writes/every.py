"""Every collection of what people enter."""

from __future__ import annotations

from api.controllers.writes.absences import Absences
from api.controllers.writes.approvals import Approvals
from api.controllers.writes.corrections import Corrections
from api.controllers.writes.decisions import Decisions
from api.controllers.writes.handovers import Handovers
from api.controllers.writes.identities import Identities
from api.controllers.writes.jobs import Jobs
from api.controllers.writes.uploads import Uploads
from api.controllers.writes.withdrawals import Withdrawals

WRITTEN = (Absences, Approvals, Corrections, Decisions, Handovers, Identities, Withdrawals)
"""Those whose requests are JSON, or small files."""

HANDED_IN = (Jobs, Uploads)
"""Those that take notices, and so long requests."""
