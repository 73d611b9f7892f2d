"""Tables of appointments: a row a person, with columns for the posts taken up and left."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from registry.model import facts
from registry.parsing.clause import evidence
from registry.parsing.clauses.posts import read_posts
from registry.parsing.persons import could_be_name, is_name
from registry.parsing.tables import Row, whole

_TAKES_UP = re.compile(r"(?:任命|任职|新任|任何)(?:职务|情况)?|任")
_LEAVES = re.compile(r"(?:免去|免职|所免|免何|免)(?:职务|情况)?")

_RETIRES = re.compile(r"(?:到龄|提前|已|办理)*退休")


def read_post_rows(doc: str, rows: Sequence[Row]) -> Iterator[facts.AnyFact]:
    """Yield the posts that each row's person takes up and leaves.

    Only columns that say so are read (任职, 免职): 现任职务 and 拟任职务 appoint nobody.
    """
    for row in rows:
        name = row.get("姓名")
        if name is None or not (is_name(name.text) or could_be_name(name.text)):
            continue
        for column, cell in row.items():
            made: type[facts.Appointed | facts.ConcurrentlyAppointed | facts.Removed]
            if _TAKES_UP.fullmatch(column):
                made = facts.Appointed
            elif _LEAVES.fullmatch(column):
                made = facts.Removed
            else:
                continue
            if made is facts.Removed and any(_RETIRES.fullmatch(c.text) for c in row.values()):
                yield facts.Retired(person=name.value, **evidence(doc, whole(row), name))
            for item in read_posts(cell) if cell.text.strip("—/无") else ():
                kind = (
                    facts.ConcurrentlyAppointed
                    if item.concurrent and made is facts.Appointed
                    else made
                )
                yield kind(
                    person=name.value,
                    post=item.post,
                    terms=item.terms,
                    **evidence(doc, whole(row), name),
                )
