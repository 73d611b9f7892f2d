"""Appointments and removals: 任, 任命, 兼任, 免去, 辞去, 退休, posts that lapse."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from registry.model import facts
from registry.parsing.clause import evidence, sentences
from registry.parsing.clauses.appointees import (
    each_person,
    is_personal,
    names_of,
    who_and_post,
    with_one_address,
)
from registry.parsing.clauses.post_headings import heads_list
from registry.parsing.clauses.posts import acting, read_posts
from registry.parsing.layout import Block
from registry.parsing.lists import LEVEL
from registry.parsing.persons import (
    could_be_name,
    has_surname,
    is_title,
    name_at_end,
)
from registry.parsing.text import Passage

_OPENING = re.compile(
    r"^(?:（?[一二三四五六七八九十]{1,3}[、）]|（?\d{1,3}[）.、．])?(?:并?经[^：；。]{0,60}?(?:研究|会议|审议|通过|批准|同意|任免)[^，：；]{0,16}(?:，|：)){0,2}"
    r"(?:根据[^，：；。]{2,40}(?:提名|建议|提请|决定|意见)，)?"
    r"(?:[^，：；]{0,60}?(?:会议|常委会|常务委员会|政府)(?=(?:决定|同意|批准|表决)))?(?:经?研究)?(?:决定|同意|批准|任免|通知|如下|批准了?)*(?:：|，)?"
)
_REASON = re.compile(
    r"(?:因|由于|鉴于)[^，；：。]{2,30}，(?=(?:决定|同意|批准)?(?:免去|免除|解聘|任命|聘任|[\u4e00-\u9fff·]{2,8}?(?:同志)?(?:辞去|不再)))"
)
_APPOINT = re.compile(
    r"(?:决定|批准|同意)?(?:任命|聘任|聘用|委任|聘请|委派|续聘|提升|选举|补选|推选)(?P<who>[^，。；：]{2,80}?)(?:同志)?(?<![、和])(?P<verb>兼任|为|任|担任)(?P<post>[^。；]{2,})"
)
_REMOVE = re.compile(
    r"(?:决定|同意|批准)?(?:免去|撤销|免除|解聘|撤去|解除|免(?![去除职任]))(?=[\u4e00-\u9fff]{2})"
)
_NO_LONGER = re.compile(
    r"不再(?:聘任|任命|聘用)(?P<who>[^，。；：]{2,20}?)(?:同志)?(?:为|担任|任)(?P<post>[^。；]{2,})"
)
_ONLY_RETIRES = re.compile(
    r"(?:批准|同意)?(?P<who>[^，。；：任免]{2,40}?)(?:提前|到龄)?退休[。；]?$"
)
_RETIRES_AND_LEAVES = re.compile(
    r"(?P<who>[^，。；：任免]{2,40}?)(?:同志)?(?:提前|到龄)?退休，(?:同时)?免去其(?P<post>[^，。；]+)"
)
_NOT_YET = re.compile(
    r"[^，。；：]{0,40}(?:拟任|拟提名)|[^，。；：]{0,12}(?:提名|推荐|建议)[^，。；：]{2,14}?(?:为|担任|任)"
)
_RESIGN = re.compile(
    r"(?:决定)?(?:接受|同意|批准)(?P<who>[^，。；：]{2,12}?)(?:同志)?(?:因[^，]{0,20}，?)?(?:提出的?)?辞去(?P<post>[^。；，]{2,}?)(?:职务)?(?:的?请求)?(?:，[^。；]*)?[。；]?$"
)
_GIVES_UP = re.compile(
    r"(?P<who>[^，。；：]{2,12}?)(?:同志)?(?:因[^，]{0,20}，?)?(?:提出)?辞去(?P<post>[^。；，]{2,}?)(?:职务)?(?:的?请求)?(?:，[^。；]*)?[。；]?$"
)
_ALSO_REMOVE = re.compile(
    r"[，；、](?:同时)?(?:免去|免|不再担任|不再兼任)(?:其|他|她)?(?:的|原)?(?P<post>[^，。；]*)"
)
_RETIRE = re.compile(r"(?:提前|到龄|按[^，。；]{0,8}|办理|批准)*退休")
_LAPSE = re.compile(
    r"原?(?P<post>(?!其)[^，。；：]{4,400}?)(?:职务)?(?:自然|自行|随之|相应|同时|一并){0,3}(?:免除|失效|终止|撤销|取消)(?:，[^。；]*)?[。；]?$"
)
_WHY_LAPSED = re.compile(r"自然|^因|^鉴于|^随着|^原")
_LAPSE_INSIDE = re.compile(
    r"(?:^|，)(?:[\u4e00-\u9fff·]{2,4}(?:同志)?原(?:任|担任)的?|原)(?P<post>[^，。；：]{4,}?)职务(?:自然|自行|随之|相应|同时|一并)*(?:免除|失效|终止)(?=[，。；]|$)"
)
_CONCERNS = re.compile(r"(?:同志|任命|免去|聘任|不再担任|退休|辞去|兼任)")
_HOW = re.compile(r"挂职|试用|任期|聘期|主持")
_VERB = re.compile(
    r"(?:同志)?(?P<how>（[^（）]*）)?，?"
    r"(?P<verb>不再担任|不再兼任|不再任|兼任|挂职担任|挂职任|挂任|担任|任命为|聘任为|聘为|代理|任|为|的|兼)"
)
_AFTERWARDS = re.compile(
    r"[，；、]?(?:并)?(?=(?:提前|到龄|办理|因|按|同时)*(?:[^，。；]{0,6})退休|另有任用|改任|任职时间|保留|不再|同时任|任命|因工作)"
    r"|[，；、](?=建议|提名|推荐|拟|由)"
)
_BECOMES = re.compile(r"[，；](?:改任|另任|调任)为?(?P<post>[^，。；]+)")
_ASIDE = re.compile(r"[，；、](?:提名|推荐|拟|其原任|原任|列.{2,5}[前后])")
_HELD_BY = re.compile(
    r"(?P<post>[^，。；：由]{4,40}?)(?:职务)?由(?P<who>[^，。；：]{2,30}?)(?:同志)?(?P<verb>兼任|担任|接任|任)[。；]?$"
)
_BECAUSE = re.compile(
    r"(?P<who>[^，。；：]{2,8}?)(?:同志)?(?:因|由于)[^，。；：]{2,24}，(?:现|决定)?免去其?(?P<post>[^。；]+)"
)
_NEXT = re.compile(
    r"，由(?P<who>[^，。；：]{2,30}?)(?:同志)?(?P<verb>兼任|接任|担任)(?=[，。；]|$)"
)
_PLAIN_POST_END = re.compile(r"(?:级|职|师|官|员|务)$")


def read_appointments(doc: str, blocks: Sequence[Block]) -> Iterator[facts.AnyFact]:
    """Yield what the notice does to people's posts, and what of it is not understood."""
    removing: bool | None = None
    for block in blocks:
        removes = heads_list(block.text)
        if removes is not None:
            removing = removes
            continue
        for sentence in sentences(block.passage):
            for part in each_person(with_one_address(sentence)):
                found = list(_Clause(doc, part, removing).read())
                yield from found
                if not found and _CONCERNS.search(part.text) and is_personal(part.text):
                    yield facts.Unparsed(
                        reason="a personnel clause whose form is not understood",
                        **evidence(doc, part),
                    )


@dataclass(frozen=True)
class _Clause:
    """One sentence, and whether it stands under 免去： (``None``: under neither heading)."""

    doc: str
    sentence: Passage
    removing: bool | None

    def read(self) -> Iterator[facts.AnyFact]:
        """Yield the facts of the first form that the sentence has."""
        opening = _OPENING.match(self.sentence.text)
        text = self.sentence[opening.end() :] if opening else self.sentence
        reason = _REASON.match(text.text)
        text = text[reason.end() :] if reason else text
        if _NOT_YET.match(text.text):
            return
        inside = _LAPSE_INSIDE.search(text.text)
        if inside:
            yield from self._lapsed(text.group(inside, "post"))
            rest = text[inside.end() :].strip("，。；")
            if rest.text:
                yield from _Clause(self.doc, rest, self.removing).read()
            return
        may_lapse = "同志" not in text.text and _WHY_LAPSED.search(text.text)
        lapse = _LAPSE.search(text.text) if may_lapse else None
        if lapse:
            yield from self._lapsed(text.group(lapse, "post"))
            return
        for pattern in (_RESIGN, _GIVES_UP, _NO_LONGER, _APPOINT):
            match = pattern.match(text.text)
            people = names_of(text.group(match, "who")) if match else []
            if match and people:
                posts = text.group(match, "post")
                if pattern is _APPOINT:
                    yield from self._takes_up(people, posts, match["verb"])
                else:
                    yield from self._leaves(people, posts)
                return
        found = [*self._held(text)] or [*self._because(text)]
        if found:
            yield from found
            return
        both = _RETIRES_AND_LEAVES.match(text.text)
        if both:
            people = names_of(text.group(both, "who"), sure=True)
            yield from self._removed(people, text.group(both, "post"))
            yield from self._retired(people)
            return
        only = _ONLY_RETIRES.match(text.text)
        if only:
            yield from self._retired(names_of(text.group(only, "who")))
            return
        removal = _REMOVE.match(text.text)
        if removal:
            split = who_and_post(text[removal.end() :])
            yield from self._leaves(*split) if split else ()
            return
        yield from self._by_verb(text)

    def _held(self, text: Passage) -> Iterator[facts.AnyFact]:
        """Read POST由NAME兼任."""
        held = _HELD_BY.match(text.text)
        holder = name_at_end(text.group(held, "who")) if held else None
        if held and holder and is_title(held["post"]):
            yield from self._takes_up([holder[1]], text.group(held, "post"), held["verb"])

    def _because(self, text: Passage) -> Iterator[facts.AnyFact]:
        """Read NAME因…，免去POST职务."""
        match = _BECAUSE.match(text.text)
        if match:
            people = names_of(text.group(match, "who"), sure=True)
            yield from self._leaves(people, text.group(match, "post"))

    def _by_verb(self, text: Passage) -> Iterator[facts.AnyFact]:
        """Read NAME任POST and its kin; the name ends where the first plausible verb begins."""
        for match in _VERB.finditer(text.text, 0, 80):
            if text.text[match.start() - 1 : match.start()] in ("、", "和"):
                continue  # the surname of the next in a list of people
            verb, posts = match["verb"], text[match.end() :]
            whose = verb == "任" and LEVEL.match(posts.text) and has_surname(text.text)
            how = match["how"] or ""
            sure = match.group().startswith("同志") or (bool(whose) and match.start() < 4)
            sure = sure or how.endswith("族）")
            # In a list under 免去： what stands before 的 is a name, however rare.
            sure = sure or (
                bool(self.removing) and verb == "的" and could_be_name(text.text[: match.start()])
            )
            people = names_of(text[: match.start()], sure=sure)
            if not people or (verb == "的" and not self.removing):
                continue
            if verb == "为" and not is_title(
                re.sub(r"（[^（）]*）", "", posts.strip("。；").text).split("，")[0]
            ):
                continue
            if verb == "的" or verb.startswith("不再"):
                yield from self._leaves(people, posts)
                return
            terms = how.strip("（）") if _HOW.search(how) else None
            yield from self._takes_up(people, posts, verb, terms)
            return
        yield from self._bare(text)

    def _bare(self, text: Passage) -> Iterator[facts.AnyFact]:
        """Read NAME POST below a heading 任命： or 免去：, where no verb is left."""
        split = who_and_post(text.strip("。；，")) if self.removing is not None else None
        if split is None:
            return
        people, posts = split
        stop = _AFTERWARDS.search(posts.text)
        bare = re.sub(r"（[^（）]*）|职务|的", "", (posts[: stop.start()] if stop else posts).text)
        if is_title(bare.strip("。；，、（")):
            yield from (self._leaves if self.removing else self._takes_up)(people, posts)

    def _takes_up(
        self, people: Sequence[Passage], posts: Passage, verb: str = "任", how: str | None = None
    ) -> Iterator[facts.AnyFact]:
        """Yield appointments, and the removals that the same sentence adds."""
        also = _ALSO_REMOVE.search(posts.text)
        kept = posts[: also.start()] if also else posts
        for aside in (_ASIDE.search(kept.text), _RETIRE.search(kept.text)):
            kept = kept[: aside.start()] if aside else kept
        how = how or ("挂职" if verb.startswith("挂") else None)
        for person in people:
            for item in read_posts(kept):
                end = item.where.text
                if "同志" in end or (not is_title(end) and not _PLAIN_POST_END.search(end)):
                    yield facts.Unparsed(
                        reason="a post that does not end as posts do",
                        **evidence(self.doc, self.sentence, item.where),
                    )
                    continue
                concurrent = verb.startswith("兼") or item.concurrent
                made = facts.ConcurrentlyAppointed if concurrent else facts.Appointed
                yield made(
                    person=person.value,
                    post=acting(item.post) if verb == "代理" else item.post,
                    terms=item.terms or how,
                    **evidence(self.doc, self.sentence, person),
                )
        if also:
            yield from self._removed(people, posts.group(also, "post"))

    def _leaves(self, people: Sequence[Passage], posts: Passage) -> Iterator[facts.AnyFact]:
        """Yield removals, and what the clause says comes after: a new post, retirement."""
        stop = _AFTERWARDS.search(posts.text)
        yield from self._removed(people, posts[: stop.start()] if stop else posts)
        also = _ALSO_REMOVE.search(posts.text, stop.start()) if stop else None
        if also:
            yield from self._removed(people, posts.group(also, "post"))
        becomes = _BECOMES.search(posts.text)
        follows = _NEXT.search(posts.text)
        heir = name_at_end(posts.group(follows, "who")) if follows else None
        if follows and heir:
            yield from self._takes_up([heir[1]], posts[: follows.start()], follows["verb"])
        if becomes:
            yield from self._takes_up(people, posts.group(becomes, "post"))
        if _RETIRE.search(posts.text):
            yield from self._retired(people)

    def _removed(self, people: Sequence[Passage], posts: Passage) -> Iterator[facts.AnyFact]:
        for person in people:
            for item in read_posts(posts):
                if len(item.post) > 1:
                    yield facts.Removed(
                        person=person.value,
                        post=item.post,
                        terms=item.terms,
                        **evidence(self.doc, self.sentence, person),
                    )

    def _retired(self, people: Sequence[Passage]) -> Iterator[facts.AnyFact]:
        for person in people:
            yield facts.Retired(person=person.value, **evidence(self.doc, self.sentence, person))

    def _lapsed(self, posts: Passage) -> Iterator[facts.AnyFact]:
        for item in read_posts(posts[posts.text.rfind("，") + 1 :].strip("原")):
            yield facts.PostAbolished(
                post=item.post, **evidence(self.doc, self.sentence, item.where)
            )
