"""Posts that lapse of themselves: 因机构改革，原市粮食局局长职务自然免除."""

from __future__ import annotations

import re

from registry.model import facts
from registry.parsing.clause import evidence
from registry.parsing.clauses.posts import ends_as_post, read_posts
from registry.parsing.text import Passage

_LAPSE = re.compile(
    r"原?(?P<post>(?!其)[^，。；：]{4,400}?)(?:职务)?(?:自然|自行|随之|相应|同时|一并){0,3}(?:免除|失效|终止|撤销|取消)(?:，[^。；]*)?[。；]?$"
)
_WHY_LAPSED = re.compile(r"自然|^因|^鉴于|^随着|^原")
_LAPSE_INSIDE = re.compile(
    r"(?:^|，)(?:[\u4e00-\u9fff·]{2,4}(?:同志)?原(?:任|担任)的?|原)(?P<post>[^，。；：]{4,}?)职务(?:自然|自行|随之|相应|同时|一并)*(?:免除|失效|终止)(?=[，。；]|$)"
)


def read_lapsed(
    doc: str, sentence: Passage, text: Passage
) -> tuple[list[facts.PostAbolished], Passage | None]:
    """Return the posts that a sentence lets lapse, and what it goes on to say of somebody.

    ``text`` is the ``sentence`` without what leads up to its clause.
    """
    inside = _LAPSE_INSIDE.search(text.text)
    if inside:
        rest = text[inside.end() :].strip("，。；")
        return _lapsed(doc, sentence, text.group(inside, "post")), rest
    may_lapse = "同志" not in text.text and _WHY_LAPSED.search(text.text)
    lapse = _LAPSE.search(text.text) if may_lapse else None
    return (_lapsed(doc, sentence, text.group(lapse, "post")) if lapse else []), None


def _lapsed(doc: str, sentence: Passage, posts: Passage) -> list[facts.PostAbolished]:
    return [
        facts.PostAbolished(post=item.post, **evidence(doc, sentence, item.where))
        for item in read_posts(posts[posts.text.rfind("，") + 1 :].strip("原"))
        if ends_as_post(item.where.text)
    ]
