"""联系人: the person to ask, by name alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from registry.model import facts
from registry.parsing.clause import evidence, sentences
from registry.parsing.layout import Block
from registry.parsing.persons import NAME, is_name
from registry.parsing.text import Passage

_CONTACT = re.compile(
    rf"(?:联系人|联络人|联系同志)(?:及(?:联系)?(?:电话|方式|号码))?：(?P<who>{NAME}(?:[、，和]{NAME})*)"
)
# The next field, which may stand right behind a name of two characters (杨志电话：).
_BEHIND = re.compile(r"(?:联系|办公)?(?:电话|手机|传真|邮箱|邮编|座机|微信|地址)")
_TO = re.compile(
    r"(?:报送至?|上报至?|报告|报至|报|送至?|反馈至?|联系|发送至?|提交至?|寄至|交至?)(?P<org>[^，。；：（）]{2,60})（$"
)


_WITH_ORG = re.compile(
    r"(?:联系人|联络人)：(?P<org>[^，。；：（）]{2,20}?(?:局|处|科|室|办|委|部|股|中心|司|院|所|站))(?P<who>[\u4e00-\u9fff]{2,3})(?=[，。；（]|电话|$)"
)
_OWN = re.compile(
    r"(?:联系人|联络人)：[\u4e00-\u9fff·]{2,8}（(?P<org>[^（）]{2,20}?(?:局|处|科|室|办|委|部|股|中心|司|院|所|站))）"
)


def read_contacts(doc: str, blocks: Sequence[Block]) -> Iterator[facts.AnyFact]:
    """Yield the named contacts, and the body they answer for where the text says it."""
    for block in blocks:
        if "联系人" not in block.text and "联络人" not in block.text:
            continue
        for sentence in sentences(block.passage):
            for match in _WITH_ORG.finditer(sentence.text):
                who = sentence.group(match, "who")
                if is_name(who.text):
                    clause = sentence[: match.end("who")]
                    org_name = sentence.group(match, "org").value
                    yield facts.Contact(
                        person=who.value, org=org_name, **evidence(doc, clause, who)
                    )
            for match in _CONTACT.finditer(sentence.text):
                if _WITH_ORG.match(sentence.text, match.start()):
                    continue
                org = _TO.search(sentence.text[: match.start()])
                where = sentence.group(org, "org") if org else None
                own = _OWN.search(sentence.text, match.start())
                if where is None and own is not None:
                    where = sentence.group(own, "org")
                behind = _BEHIND.search(sentence.text, match.start("who"))
                stop = min(match.end("who"), behind.start() if behind else match.end("who"))
                for name in _names(sentence[match.start("who") : stop]):
                    clause = sentence[: name.at and _end(sentence, name)]
                    yield facts.Contact(
                        person=name.value,
                        org=where.value if where is not None else None,
                        **evidence(doc, clause, name),
                    )


def _end(sentence: Passage, name: Passage) -> int:
    return list(sentence.at).index(name.at[-1]) + 1


def _to_line_end(part: Passage) -> int:
    """Return how many characters stand before the first end of a line."""
    folded = part.source.folded
    gaps = (folded[a:b] for a, b in pairwise(part.at))
    return next((size for size, gap in enumerate(gaps, 1) if "\n" in gap), len(part))


def _names(who: Passage) -> Iterator[Passage]:
    for part in who.split(re.compile(r"[、，和]")):
        # A longer run may have caught the word behind the name, or one of the next line.
        for length in (_to_line_end(part), len(part), 3, 2):
            if is_name(part.text[:length]):
                yield part[:length]
                break
        else:
            return
