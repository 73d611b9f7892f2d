"""A meeting held: which, when, and who was in the chair."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from registry.model import facts
from registry.parsing.clause import evidence, sentences
from registry.parsing.dates import DATE, iso, iso_without_year
from registry.parsing.layout import Block
from registry.parsing.persons import is_name, name_at_end

_HELD = re.compile(
    r"(?P<who>[^，。；：]{2,24}?)(?:同志)?(?:在[^，。；：]{2,30}?)?(?:主持召开|召集并主持|主持了?)(?:了)?(?P<name>[^，。；：]{0,30}?第?[\d一二三四五六七八九十百]*次?[^，。；：]{0,16}?会议?)(?=[，。；]|$)"
)
_CHAIRED = re.compile(r"(?:会议由)(?P<who>[^，。；：]{2,24}?)(?:同志)?主持")
_OPENED = re.compile(
    r"(?:召开|举行)(?:了)?(?P<name>[^，。；：]{0,30}?第?[\d一二三四五六七八九十百]*次?[^，。；：]{0,16}?会议?)(?=[，。；]|$)"
)
_DAY = re.compile(rf"(?P<date>{DATE}|\d{{1,2}}月\d{{1,2}}日)")


def read_meeting(doc: str, blocks: Sequence[Block]) -> Iterator[facts.AnyFact]:
    """Yield the meeting that a notice of the kind ``meeting`` reports, once."""
    for block in blocks:
        for sentence in sentences(block.passage):
            held = _HELD.search(sentence.text) or _OPENED.search(sentence.text)
            day = _DAY.search(sentence.text)
            if held is None or day is None or not held["name"]:
                continue
            who = _chair(blocks) if "who" not in held.groupdict() else None
            chair = (
                name_at_end(sentence.group(held, "who"))
                if who is None and "who" in held.groupdict()
                else None
            )
            name = sentence.group(held, "name")
            yield facts.Meeting(
                name=name.value,
                date=iso(day["date"]) if "年" in day["date"] else iso_without_year(day["date"]),
                chair=chair[1].value if chair is not None else who,
                **evidence(doc, sentence, name),
            )
            return


def _chair(blocks: Sequence[Block]) -> str | None:
    for block in blocks:
        match = _CHAIRED.search(block.text)
        split = name_at_end(block.passage.group(match, "who")) if match else None
        if split is not None and is_name(split[1].text):
            return split[1].value
    return None
