"""A made-up journal about the invented city, and how to write one by hand."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from hashlib import sha256

from registry.graph.history import History
from registry.graph.state import State
from registry.model import facts as f
from registry.model import journal as j
from registry.model.records import Absence
from tests.graph.city import CITY, LEADERS, PAIRS, division, document, fact

BEGIN = datetime(2020, 3, 1, 8, tzinfo=UTC)


def entries(*records: j.AnyRecord) -> list[j.Entry]:
    """One entry an hour, from the morning of the first notice."""
    return [
        j.Entry(number=place + 1, at=BEGIN + timedelta(hours=place), by="何文书", record=record)
        for place, record in enumerate(records)
    ]


def notice(*facts: f.AnyFact) -> j.NoticeIngested:
    digest = sha256(repr(facts).encode()).hexdigest()
    return j.NoticeIngested(digest=digest, name=facts[0].doc, text="", facts=facts)


def absent(person: str, start: str = "2020-05-01", end: str = "2020-05-10") -> j.AbsenceRecorded:
    absence = Absence(person=person, start=date.fromisoformat(start), end=date.fromisoformat(end))
    return j.AbsenceRecorded(government=CITY, absence=absence, reason="私事")


def history(known: State) -> History:
    return History(known.facts, CITY)


DIVISION = notice(*division(pairs=PAIRS))
LATER = notice(
    *division(
        "云府字〔2021〕5号",
        "2021-01-10",
        leaders={
            "江一": LEADERS["江一"],
            "湖三": ("市政府副市长", {"responsible": ("商务",), "supervises": ("市商务局",)}),
        },
    )
)
MOVES = notice(
    document("云府字〔2020〕9号", "2020-06-01", "appointment"),
    fact(f.Appointed, "云府字〔2020〕9号", person="溪七", post="云岭市水利局局长"),
    fact(f.Removed, "云府字〔2020〕9号", person="海四", post="市政府副市长"),
)
"""One is appointed, and one leaves his office."""
