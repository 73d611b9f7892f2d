"""A head's post stands empty: who, by law, decides on acting in it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from registry.parsing.rules.drafts import RuleClause, Value
from registry.parsing.rules.words import post_of, title

VACANT = re.compile(r"缺位|空缺|出缺|缺额|不能担任|无法担任|离任|去职")
_COMMITTEE = r"(?P<by>(?:本级|同级|[\u4e00-\u9fff]{0,6}?[省市县区州旗])?(?:人民代表大会|人大)(?:常务委员会|常委会))"
_DECIDES = re.compile(
    rf"{title('post')}(?:职务|岗位|一职)?[^，。；]{{0,8}}?(?:{VACANT.pattern})[^。；]{{0,30}}?"
    rf"(?:由|经|提请|报请){_COMMITTEE}[^。；]{{0,40}}?(?:决定|任命|确定|产生)"
)
_ACTING = re.compile(r"代理")
_ARTICLE = re.compile(
    r"《(?P<law>[^》]{2,40})》(?P<article>第[^，。；》]{1,24}?条(?:第[^，。；条]{1,8}?[款项])*)"
)
_HEADS = frozenset("省长 市长 州长 盟长 县长 区长 旗长".split())


def read_vacancy(text: str, level: str) -> Iterator[RuleClause]:
    """Yield that the standing committee decides who acts in a head's vacant post."""
    match = _DECIDES.search(text)
    if match is None or not _ACTING.search(text):
        return
    post, still_open = post_of(match["post"], level)
    if post not in _HEADS:
        return
    law = _ARTICLE.search(text)
    keys: dict[str, Value] = {"posts": (post,), "by": match["by"]}
    keys["article"] = f"《{law['law']}》{law['article']}" if law else "依法"
    still_open += () if law else ("没有写明依据法律的哪一条",)
    yield RuleClause(kind="statutory_acting", keys=keys, open=still_open)
