"""Appointments and removals: 任, 任命, 兼任, 免去, 辞去, 退休, posts that lapse."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from registry.model import facts
from registry.parsing.clause import evidence, sentences
from registry.parsing.clauses.posts import read_posts
from registry.parsing.layout import Block
from registry.parsing.lists import LEVEL
from registry.parsing.persons import is_name, is_title
from registry.parsing.text import Passage

_OPENING = re.compile(
    r"^(?:（?[一二三四五六七八九十]{1,3}[、）]|（?\d{1,3}[）.、．])?(?:经[^：；。]{0,60}?(?:研究|会议|审议|通过|批准|同意|任免)[^，：；]{0,16}(?:，|：))?"
    r"(?:[^，：；]{0,60}?(?:会议|常委会|常务委员会|政府)(?=(?:决定|同意|批准|表决)))?(?:经?研究)?(?:决定|同意|批准|任免|通知|如下|批准了?)*(?:：|，)?"
)
_APPOINT = re.compile(r"(?:决定|批准|同意)?(?:任命|聘任|聘用|委任|聘请|续聘|提升|选举|补选|推选)(?P<who>[^，。；：]{2,80}?)(?:同志)?(?:为|任|担任)(?P<post>[^。；]{2,})")
_TAKES = re.compile(
    r"(?P<who>[^，。；：任为]{1,60}?任?[^，。；：任为]{0,2}?)(?:同志)?(?P<how>（[^（）]*）)?"
    r"(?P<verb>不再担任|不再兼任|不再任|兼任|挂职担任|挂职任|挂任|代理|担任|任命为|任|聘为|聘任为|为|兼)(?P<post>[^。；]{2,})"
)
_REMOVE = re.compile(r"(?:决定|同意|批准)?(?:免去|撤销|免除|解聘|撤去|免|解除)(?=[\u4e00-\u9fff]{4})")
_NO_LONGER = re.compile(r"不再(?:聘任|任命|聘用)(?P<who>[^，。；：]{2,20}?)(?:同志)?(?:为|担任|任)(?P<post>[^。；]{2,})")
_ONLY_RETIRES = re.compile(r"(?:批准|同意)?(?P<who>[^，。；：任免]{2,40}?)(?:提前|到龄)?退休[。；]?$")
_NOT_YET = re.compile(r"[^，。；：]{0,40}(?:拟任|拟提名|提名)")
_RESIGN = re.compile(r"(?:决定)?(?:接受|同意|批准)(?P<who>[^，。；：]{2,12}?)(?:同志)?(?:因[^，]{0,20}，?)?(?:提出的?)?辞去(?P<post>[^。；，]{2,}?)(?:职务)?(?:的?请求)?(?:，[^。；]*)?[。；]?$")
_GIVES_UP = re.compile(r"(?P<who>[^，。；：]{2,12}?)(?:同志)?(?:因[^，]{0,20}，?)?(?:提出)?辞去(?P<post>[^。；，]{2,}?)(?:职务)?(?:，[^。；]*)?[。；]?$")
_ALSO_REMOVE = re.compile(r"[，；、](?:同时)?(?:免去|免|不再担任|不再兼任)(?:其|他|她)?(?:的|原)?(?P<post>[^，。；]*(?:、[^，。；]*)*)")
_RETIRE = re.compile(r"(?:提前|到龄|按[^，。；]{0,8}|办理|批准)*退休")
_LAPSE = re.compile(r"原?(?P<post>(?!其)[^，。；：]{4,}?)(?:职务)?(?:自然|自行|随之|相应|同时|一并)*(?:免除|失效|终止|撤销|取消)(?:，[^。；]*)?[。；]?$")
_TERM_SENTENCE = re.compile(r"^(?:以上|上述|[^，。；]{2,40})?(?:同志)?(?:的)?(?:试用期|挂职时间|挂职期|任职时间|任期|聘期)")
_CONCERNS = re.compile(r"(?:同志|任命|免去|聘任|不再担任|退休|辞去|兼任)")
_MODE = re.compile(r"^(?:决定|经[^：]{0,30})?(?:任命|任职|免去|免职|聘任|解聘|退休|任|免)(?:名单|人员|如下|下列同志|以下同志)?：$")


def read_appointments(doc: str, blocks: Sequence[Block]) -> Iterator[facts.AnyFact]:
    """Yield what the notice does to people's posts, and what of it is not understood."""
    mode = ""
    for block in blocks:
        header = _MODE.fullmatch(_numberless(block.text))
        if header:
            mode = "remove" if re.search(r"免|解聘", header.group()) and "任免" not in header.group() else "appoint"
            continue
        for sentence in sentences(block.passage):
            found = list(_sentence(doc, sentence, mode))
            yield from found
            if not found and _CONCERNS.search(sentence.text) and _is_personal(sentence.text):
                yield facts.Unparsed(
                    reason="a personnel clause whose form is not understood", **evidence(doc, sentence)
                )


def _numberless(text: str) -> str:
    return re.sub(r"^(?:（?[一二三四五六七八九十]{1,3}[、）]|\d{1,2}[.、．])", "", text)


def _is_personal(text: str) -> bool:
    if _TERM_SENTENCE.match(text) or text.endswith("：") or "等同志" in text:
        return False
    return any(is_name(name) for name in re.findall(r"([\u4e00-\u9fff]{2,3})同志", text)) or bool(
        re.match(r"(?:任命|免去|聘任)", text)
    )


def _sentence(doc: str, sentence: Passage, mode: str) -> Iterator[facts.AnyFact]:
    opening = _OPENING.match(sentence.text)
    text = sentence[opening.end() :] if opening else sentence
    lapse = _LAPSE.search(text.text)
    if lapse and "自然" in text.text and "同志" not in text.text or (lapse and re.match(r"因|鉴于|随着|原", text.text) and "同志" not in text.text):
        yield from _lapsed(doc, sentence, text.group(lapse, "post"))
        return
    match = _RESIGN.match(text.text) or _GIVES_UP.match(text.text)
    people = _names(text.group(match, "who")) if match else []
    if match and people:
        yield from _removed(doc, sentence, people, text.group(match, "post"))
        return
    if _NOT_YET.match(text.text):
        return
    only = _ONLY_RETIRES.match(text.text)
    if only:
        for person in _names(text.group(only, "who")):
            yield facts.Retired(person=person.value, **evidence(doc, sentence, person))
        return
    match = _NO_LONGER.match(text.text)
    if match:
        yield from _removed(doc, sentence, _names(text.group(match, "who")), text.group(match, "post"))
        return
    match = _REMOVE.match(text.text)
    if match:
        yield from _removal(doc, sentence, text[match.end() :])
        return
    match = _APPOINT.match(text.text)
    if match:
        yield from _taken(doc, sentence, _names(text.group(match, "who")), "任", text.group(match, "post"), None)
        return
    yield from _takes(doc, sentence, text, mode)


def _lapsed(doc: str, sentence: Passage, posts: Passage) -> Iterator[facts.AnyFact]:
    comma = posts.text.rfind("，")
    posts = posts[comma + 1 :].strip("原")
    for item in read_posts(posts):
        yield facts.PostAbolished(post=item.post, **evidence(doc, sentence, item.where))


def _takes(doc: str, sentence: Passage, text: Passage, mode: str) -> Iterator[facts.AnyFact]:
    """Read NAME任POST and its kin; the name ends where the first plausible verb begins."""
    for verb in re.finditer(
        r"(?:同志)?(?P<how>（[^（）]*）)?，?(?P<verb>不再担任|不再兼任|不再任|兼任|挂职担任|挂职任|挂任|担任|任命为|聘任为|聘为|任|为|的|兼)", text.text
    ):
        who = text[: verb.start()]
        if verb.start() > 60:
            return
        marked = verb.group().startswith("同志")
        people = _names(who, sure=marked)
        if not people:
            continue
        posts = text[verb.end() :]
        word = verb["verb"]
        if word == "的":
            if mode != "remove":
                continue
            yield from _leaves(doc, sentence, people, posts)
            return
        if word.startswith("不再"):
            yield from _leaves(doc, sentence, people, posts)
            return
        if word == "为" and not is_title(re.sub(r"（[^（）]*）$", "", posts.strip("。；").text)):
            continue
        how = text.group(verb, "how").strip("（）").value if verb["how"] else None
        if how is None and word.startswith("挂"):
            how = "挂职"
        yield from _taken(doc, sentence, people, word, posts, how)
        return
    yield from _bare(doc, sentence, text, mode)


def _bare(doc: str, sentence: Passage, text: Passage, mode: str) -> Iterator[facts.AnyFact]:
    """Read NAME POST below a heading 任命： or 免去：, where no verb is left."""
    if not mode:
        return
    split = _who_and_post(text.strip("。；，"))
    if split is None:
        return
    people, posts = split
    stop = _AFTERWARDS.search(posts.text)
    bare = re.sub(r"（[^（）]*）|职务|的", "", (posts[: stop.start()] if stop else posts).text)
    if not is_title(bare.strip("。；，、")):
        return
    if mode == "remove":
        yield from _leaves(doc, sentence, people, posts)
    else:
        yield from _taken(doc, sentence, people, "任", posts, None)


def _taken(
    doc: str, sentence: Passage, people: Sequence[Passage], verb: str, posts: Passage, how: str | None
) -> Iterator[facts.AnyFact]:
    also = _ALSO_REMOVE.search(posts.text)
    kept = posts[: also.start()] if also else posts
    proposal = re.search(r"[，；、](?:提名|推荐|拟|其原任|原任)", kept.text)
    if proposal:
        kept = kept[: proposal.start()]
    retire = _RETIRE.search(kept.text)
    if retire:
        kept = kept[: retire.start()]
    for person in people:
        concurrent = verb.startswith("兼")
        for item in read_posts(kept):
            if not is_title(item.post) and not re.search(r"(?:级|职|师|官|员|务)$", item.post):
                yield facts.Unparsed(reason="a post that does not end as posts do", **evidence(doc, sentence, item.where))
                continue
            concurrent = concurrent or item.concurrent
            made = facts.ConcurrentlyAppointed if concurrent else facts.Appointed
            yield made(
                person=person.value, post=item.post, terms=item.terms or how, **evidence(doc, sentence, person)
            )
        if also:
            yield from _removed(doc, sentence, [person], posts.group(also, "post"))


def _removal(doc: str, sentence: Passage, text: Passage) -> Iterator[facts.AnyFact]:
    split = _who_and_post(text)
    if split is not None:
        yield from _leaves(doc, sentence, *split)


_AFTERWARDS = re.compile(r"[，；、]?(?:并)?(?=(?:提前|到龄|办理|因|按|同时)*(?:[^，。；]{0,6})退休|另有任用|改任|任职时间|保留|不再|同时任|任命|因工作)")


def _leaves(
    doc: str, sentence: Passage, people: Sequence[Passage], posts: Passage
) -> Iterator[facts.AnyFact]:
    """Yield removals, and retirement where the clause says that too."""
    stop = _AFTERWARDS.search(posts.text)
    kept = posts[: stop.start()] if stop else posts
    yield from _removed(doc, sentence, people, kept)
    becomes = re.search(r"[，；](?:改任|另任|调任|改任为)(?P<post>[^，。；]+)", posts.text)
    if becomes:
        yield from _taken(doc, sentence, people, "任", posts.group(becomes, "post"), None)
    if _RETIRE.search(posts.text):
        for person in people:
            yield facts.Retired(person=person.value, **evidence(doc, sentence, person))


_MARKED = re.compile(r"(?P<who>[^，。；：]{2,60}?)同志(?:兼任)?(?:的)?(?P<post>.+)")
_OF = re.compile(r"(?P<who>[^，。；：]{2,60}?)(?:兼任)?的(?P<post>.+)")


def _who_and_post(text: Passage) -> tuple[list[Passage], Passage] | None:
    """Split 王明市教育局局长职务: the name ends where a body's name begins."""
    for pattern in (_MARKED, _OF):
        match = pattern.match(text.text)
        people = _names(text.group(match, "who"), sure=pattern is _MARKED) if match else []
        if match and people:
            return people, text.group(match, "post")
    names: list[Passage] = []
    rest = text
    while True:
        length = _name_length(rest)
        if length is None:
            return None
        names.append(rest[:length])
        rest = rest[length:]
        if not rest.text.startswith(("、", "和", "，")) or _name_length(rest[1:]) is None:
            return names, rest.strip("、，")
        rest = rest[1:]


def _name_length(text: Passage) -> int | None:
    """Return how long the name at the start is, judged by what follows it."""
    best: tuple[int, int] | None = None
    for length in (3, 2, 4):
        name, rest = text.text[:length], text.text[length:]
        if not is_name(name) or len(rest) < 2:
            continue
        bare = re.sub(r"(?:的)?(?:职务)?[。；，]?$", "", rest.split("，")[0])
        score = 3 if LEVEL.match(rest) else 2 if rest[0] in "、和" else 1 if is_title(bare) else 0
        if _spaced(text, length):
            score += 4
        if score and (best is None or score > best[0]):
            best = (score, length)
    return best[1] if best else None


def _spaced(text: Passage, index: int) -> bool:
    """Say whether white space stood before the character at ``index``."""
    return 0 < index < len(text) and text.at[index] > text.at[index - 1] + 1


def _removed(
    doc: str, sentence: Passage, people: Sequence[Passage], posts: Passage
) -> Iterator[facts.AnyFact]:
    for person in people:
        for item in read_posts(posts):
            if len(item.post) > 1:
                yield facts.Removed(
                    person=person.value, post=item.post, terms=item.terms, **evidence(doc, sentence, person)
                )


def _names(who: Passage, *, sure: bool = False) -> list[Passage]:
    """Return the people of a subject (张三、李四同志), or none where a part is no name."""
    found: list[Passage] = []
    for part in _split_names(who.strip("，。；：、 ")):
        bare = re.sub(r"(?:[两二三四五六]位|等)?(?:同志|（[^（）]{1,8}）)+$|[两二三四五六]位(?:同志)?$", "", part.text)
        name = part[: len(bare)]
        marked = "同志" in part.text or sure
        if is_name(name.text) or (marked and re.fullmatch(r"[\u4e00-\u9fff·]{2,8}", name.text) and not is_title(name.text)):
            found.append(name)
        else:
            return []
    return found


def _split_names(who: Passage) -> Iterator[Passage]:
    """Split at 、 and, where no name is whole without it, at 和."""
    for part in who.split(re.compile(r"[、，]")):
        bare = part.text.removesuffix("同志")
        joint = re.search(r"(?<=[\u4e00-\u9fff]{2})和(?=[\u4e00-\u9fff]{2})", bare)
        if joint and not is_name(bare):
            yield part[: joint.start()]
            yield part[joint.end() :]
        else:
            yield part
