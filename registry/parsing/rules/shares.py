"""Work shared among several substitutes: a portfolio split, or some of it sent elsewhere than to B."""

from __future__ import annotations

import re
from collections.abc import Iterator

from registry.parsing.rules.drafts import RuleClause, ShareClause, Value
from registry.parsing.rules.words import ABSENT, MENTION, A, matters_of, post_of, title, triggers_of

_POST_ABSENT = re.compile(rf"{title('absent')}(?:同志)?[^，。；]{{0,4}}?(?:{ABSENT.pattern})")
_A_ABSENT = re.compile(rf"(?:{A}|分管领导|一方)(?:同志)?[^，。；]{{0,4}}?(?:{ABSENT.pattern})")
_TAKES = (
    r"(?:同志)?(?:直接|亲自|暂时|临时|统一)*(?:代管|代行|代为(?:处理|管理|负责|履行)?|负责(?:处理|办理|管理)?|接管|"
    r"承担|处理|办理|审批|主管|分管)"
)
_WORK = r"(?:等)?(?:方面)?(?:的)?(?:有关|相关)?(?:工作|事项|业务|职责)"
_OWN = r"(?:其|他)?(?:所)?(?:(?:分管|负责|主管|联系)的?)?"
_SHARE = re.compile(
    rf"{_OWN}(?P<what>[^，。；由]{{2,40}}?){_WORK}?(?:分别)?由{title('who')}{_TAKES}$"
)
_TURNED = re.compile(
    rf"由{title('who')}(?:直接|暂时|临时)?(?:代管|代行|负责|接管|承担|处理){_OWN}(?P<what>[^，。；由]{{2,40}}?){_WORK}$"
)
_REST = re.compile(r"(?:其余|其他|其它|剩余|余下)[^，。；]{0,12}?由(?P<who>[^，。；]{1,12})")
_ALL = re.compile(
    r"分管|负责|政府|日常|全面|全部|所有|各项|一切|常务|上述|以上|相关|有关|重大|重要|紧急|急需|该项|此项|其工作|联系|职务|具体"
)
"""Words that mean the whole portfolio, or a degree of things, and no field of work."""
_BACKUP = re.compile(r"B(?:角|岗)|另一(?:位|名|方)?|对方")


def read_shares(text: str, level: str) -> Iterator[RuleClause]:
    """Yield a portfolio split where a post's holder is absent, else the matters that B does not get."""
    post = _POST_ABSENT.match(text) or _POST_ABSENT.search(text)
    if post is not None and not MENTION.search(post[0]) and post["absent"] != "分管领导":
        found = _split(text, post, level)
        if found is not None:
            yield found
        return
    absent = _A_ABSENT.search(text)
    for part in _parts(text[absent.end() :]) if absent is not None else ():
        share, still_open = _share(part, level)
        if share is not None:
            keys: dict[str, Value] = {"matters": share.matters, "goes_to": share.by_post}
            yield RuleClause(kind="matters_excluded", keys=keys, open=still_open)


def _split(text: str, post: re.Match[str], level: str) -> RuleClause | None:
    shares: list[ShareClause] = []
    absent, still_open = post_of(post["absent"], level)
    words, of_triggers = triggers_of(post[0])
    still_open += of_triggers
    rest = ""
    for part in _parts(text[post.end() :]):
        others = _REST.search(part)
        if others is not None:
            rest = others["who"]
            continue
        share, of_share = _share(part, level)
        if share is not None:
            shares.append(share)
            still_open += of_share
    if not shares or any(share.by_post == absent for share in shares):
        return None
    to_backup = _BACKUP.search(rest) is not None
    if not rest:
        still_open += ("没有写其余工作由谁代管",)
    elif not to_backup:
        still_open += (f"其余工作由{rest}，规则文件只能写归另一B角或者未定",)
    keys: dict[str, Value] = {"triggers": words, "for_post": absent, "shares": tuple(shares)}
    keys["rest"] = "backup" if to_backup else "open"
    return RuleClause(kind="portfolio_split", keys=keys, open=tuple(dict.fromkeys(still_open)))


def _parts(text: str) -> Iterator[str]:
    for part in re.split(r"[，；。]", text):
        yield re.sub(r"^(?:期间|时|的)+", "", part)


def _share(part: str, level: str) -> tuple[ShareClause | None, tuple[str, ...]]:
    """Return the matters that a part gives to the holder of a post."""
    match = _SHARE.match(part) or _TURNED.match(part)
    if match is None or _ALL.search(match["what"]) or MENTION.search(match["what"]):
        return None, ()
    matters = matters_of(match["what"])
    by, still_open = post_of(match["who"], level)
    return (ShareClause(matters=matters, by_post=by), still_open) if matters else (None, ())
