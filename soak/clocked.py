"""The registry's command under a clock that the soak can step: ``python -m soak.clocked …``.

The product asks the time in one room, ``registry.wiring``, and knows nothing of this one, which
stands in for that room's clock. How many seconds the clock is off is read from the file that
SOAK_CLOCK names, whenever the time is asked. A process that is started by another (granian's
workers) begins here too.
"""

from __future__ import annotations

import os
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from registry import wiring

VARIABLE = "SOAK_CLOCK"
_FILE = Path(os.environ[VARIABLE])
_real_now = wiring.now


def now() -> datetime:
    """Return the moment by the clock that was stepped."""
    return _real_now() + timedelta(seconds=float(_FILE.read_text(encoding="ascii") or 0))


def today() -> date:
    """Return the day by the clock that was stepped."""
    return now().astimezone(ZoneInfo("Asia/Shanghai")).date()


wiring.now, wiring.today = now, today

if __name__ == "__main__":
    from registry.cli import main

    main()
