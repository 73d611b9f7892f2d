"""How well notices were read that the parser had not seen: recorded, for it happens only once."""

from __future__ import annotations

_UNTUNED = (
    ("first", "071–110", "F1 0.862"),
    ("second", "111–150", "F1 0.820"),
    ("third", "151–190", "precision 0.978, recall 0.966, F1 0.972"),
    ("fourth", "191–230", "precision 0.903, recall 0.811, F1 0.855"),
    ("fifth", "231–254", "precision 0.964, recall 0.850, F1 0.903"),
    ("sixth", "265–288", "precision 0.913, recall 0.684, F1 0.782"),
    ("seventh", "289–298", "precision 0.859, recall 0.615, F1 0.717"),
    ("eighth", "255–264", "precision 0.953, recall 0.594, F1 0.732"),
    ("ninth", "299 and 301–315", "precision 0.948, recall 0.871, F1 0.908"),
)
"""Each set of labelled notices, where it is kept now, and its score before tuning to it."""


def report() -> str:
    """Return a section of docs/benchmarks.md; nothing is measured anew."""
    return "\n".join(
        [
            "## Notices not seen before",
            "",
            "Sets of invented notices, each labelled apart from the parser and scored by",
            "`tests/notices/score.py` before any rule was changed for it. General rules were then",
            "added for what was missed, and the notices are part of `tests/notices` now. The first",
            "two say how far the parser was when it was young. The third keeps to the usual forms;",
            "the others look for rare ones on purpose (names of rare surnames, pages' tags, work",
            "handed over in half sentences). The fifth holds divisions of labour and AB notices",
            "alone, the sixth appointments, leading groups, minutes and decisions of people's",
            "congresses, both in wordings learnt from real ones; the seventh, after the sixth had",
            "been learnt from, holds the same kinds in still rarer forms, and so does the eighth",
            "after the fifth. The ninth, after all these, is in the wordings that offices of other",
            "provinces use every day, with nothing rare looked for.",
            "",
            *(f"- {name} set ({place}): {score}" for name, place, score in _UNTUNED),
            "",
        ]
    )
