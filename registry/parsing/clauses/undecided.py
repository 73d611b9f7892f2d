"""Rows of people and posts under 决定： alone, which does not say whether a post is taken or left."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from registry.model import facts
from registry.parsing.clause import evidence
from registry.parsing.clauses.post_headings import heads_list
from registry.parsing.layout import Block
from registry.parsing.persons import is_title, name_at_start, people
from registry.parsing.text import Passage

_DECIDES = re.compile(r"(?:决定|同意|如下|批准)：$")
_VERB = re.compile(r"(?<![主责])任|免|聘|兼|同志|不再|为")
_BRACKETED = re.compile(r"（[^（）]*）")


def read_undecided(doc: str, blocks: Sequence[Block]) -> Iterator[facts.Unparsed]:
    """Yield each row, cells with spaces between, of a list whose heading says neither 任命 nor 免去."""
    under = False
    for block in blocks:
        if _DECIDES.search(block.text):
            under = heads_list(block.text) is None
            continue
        for line in block.lines if under else ():
            row = line.passage().strip("。；，")
            under = under and _is_row(row, line.text.split())
            if under:
                yield facts.Unparsed(
                    reason="a person and a post of which nothing says whether it is taken or left",
                    **evidence(doc, row),
                )


def _is_row(row: Passage, cells: Sequence[str]) -> bool:
    """Say whether a line is a name and a post, or posts and names, with no verb between them."""
    if len(cells) < 2 or _VERB.search(_BRACKETED.sub("", row.text)):
        return False
    split = name_at_start(row)
    if split is not None:
        return is_title(_BRACKETED.sub("", split[1].text))
    listed = people(row)
    return listed is not None and all(title is not None for _, title in listed)
