"""Which events of a calendar are an absence of somebody known; the others are passed over."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import structs

from registry.errors import BadRecord
from registry.model.answers import Words
from registry.service.recording.absence_files.rows import Contents, Passed
from registry.service.recording.absence_files.summaries import NO_KIND
from registry.service.recording.record import Known


def of_the_known(so_far: Known, contents: Contents, government: str | None) -> Contents:
    """Return what of a file is about persons whom notices name; a table is returned as it is.

    Raises:
        BadRecord: an event that is about one of them cannot be read.
        UnknownName: no notice is recorded, or not one government fits the one asked for.
    """
    if not contents.calendar:
        return contents
    passed = {one.line: one for one in contents.passed}
    for event in contents.broken:
        why = _names_nobody_known(so_far, event.persons, government) if event.persons else NO_KIND
        if why is None:
            raise BadRecord(event.why)
        passed[event.line] = Passed(line=event.line, what=event.what, why=why)
    rows = []
    for row in contents.rows:
        if why := _names_nobody_known(so_far, (row.person,), government):
            passed[row.line] = Passed(line=row.line, what=row.person, why=why)
        else:
            rows.append(row)
    return structs.replace(
        contents,
        rows=tuple(rows),
        passed=tuple(passed[line] for line in sorted(passed)),
        broken=(),
    )


def _names_nobody_known(
    so_far: Known, persons: Sequence[str], government: str | None
) -> Words | None:
    """Return that no notice names any of them; ``None`` where one names one of them."""
    near: list[str] = []
    for person in persons:
        like = so_far.named_like(government, person)
        if like is None:
            return None
        near.extend(like)
    found = dict.fromkeys(near)
    zh = f"；相近的有{'、'.join(found)}" if found else ""
    en = f"; nearest: {', '.join(found)}" if found else ""
    return Words(
        f"没有公文写过“{'、'.join(persons)}”{zh}",
        f"no notice names the person {' or '.join(map(repr, persons))}{en}",
    )
