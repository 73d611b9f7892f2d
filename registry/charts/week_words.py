"""What a cell of the week's chart says."""

from __future__ import annotations

from registry.charts.words import FRAME, Lang, join, say
from registry.model.answers import Status
from registry.model.week import Cell, Presence
from registry.resolve.words import STATUSES, absence_words, part_of_day


def is_away(cell: Cell) -> bool:
    """Say whether somebody is not there, for a time or for good."""
    return cell.presence in {Presence.AWAY, Presence.LEFT}


def cell_words(cell: Cell, lang: Lang) -> tuple[str, ...]:
    """Return what a cell says, a line a statement: away and who acts, acting for whom.

    A day that is not the same throughout has a line a part.
    """
    if cell.parts:
        mark = "，" if lang == "zh" else ", "
        return tuple(
            f"{say(part_of_day(part.start_time, part.end_time), lang)} "
            + mark.join(cell_words(part, lang))
            for part in cell.parts
        )
    said: list[str] = []
    if cell.presence is Presence.NOT_LISTED:
        said.append(say(FRAME.not_listed, lang))
    elif cell.presence is Presence.LEFT:
        said.append(say(FRAME.left, lang))
    elif cell.presence is Presence.AWAY:
        kinds = tuple(kind for kind in cell.kinds if kind != "away")
        more = f"（{say(absence_words(kinds), lang)}）" if kinds else ""
        said.append(say(FRAME.away, lang) + more)
    elif not cell.acting_for:
        said.append(say(FRAME.present, lang))
    if cell.acted_by:
        who = join(cell.acted_by, lang)
        said.append(f"由 {who} 代行" if lang == "zh" else f"{who} acts")
    elif cell.gap is not None and cell.gap is not Status.IN_CHARGE:
        said.append(say(STATUSES[cell.gap], lang))
    if cell.acting_for:
        said.append(f"{say(FRAME.acting, lang)} {join(cell.acting_for, lang)}")
    return tuple(said)
