"""Appointments and removals: 任, 任命, 兼任, 免去, 辞去, 退休, posts that lapse."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial

from registry.model import facts
from registry.parsing.clause import evidence, sentences
from registry.parsing.clauses import appointment_forms as forms
from registry.parsing.clauses.appointees import (
    each_person,
    is_personal,
    names_of,
    titled,
    who_and_post,
    with_one_address,
)
from registry.parsing.clauses.in_charge import (
    BEHIND,
    in_charge,
    read_duties_of_post,
    read_in_charge,
)
from registry.parsing.clauses.lapsed import read_lapsed
from registry.parsing.clauses.one_each import not_said_whose, read_posts_one_each
from registry.parsing.clauses.post_headings import heads_list, under_heading
from registry.parsing.clauses.posts import acting, deputy_of, ends_as_post, no_post, read_posts
from registry.parsing.layout import Block
from registry.parsing.lists import LEVEL
from registry.parsing.persons import could_be_name, has_surname, is_title, name_at_end
from registry.parsing.text import Passage


def read_appointments(doc: str, blocks: Sequence[Block]) -> Iterator[facts.AnyFact]:
    """Yield what the notice does to people's posts, and what of it is not understood."""
    removing: bool | None = None
    before: list[Passage] = []
    for block in blocks:
        removes = heads_list(block.text)
        if removes is not None:
            removing = removes
            continue
        for said in sentences(block.passage):
            removing, sentence = under_heading(said, removing)
            for part in each_person(with_one_address(sentence)):
                clause = _Clause(doc, part, removing, before)
                found = list(clause.read())
                yield from found
                before = clause.spoken_of
                if not found and forms.CONCERNS.search(part.text) and is_personal(part.text):
                    yield facts.Unparsed(
                        reason="a personnel clause whose form is not understood",
                        **evidence(doc, part),
                    )


@dataclass(frozen=True)
class _Clause:
    """One sentence, and whether it stands under 免去： (``None``: under neither heading).

    ``before`` are those of whom the sentence before it spoke.
    """

    doc: str
    sentence: Passage
    removing: bool | None
    before: Sequence[Passage] = ()
    spoken_of: list[Passage] = field(default_factory=list)

    def read(self) -> Iterator[facts.AnyFact]:
        """Yield the facts of the first form that the sentence has."""
        leads = forms.LEADS_TO.match(self.sentence.text)
        text = self.sentence[leads.end() :] if leads else self.sentence
        opening = forms.OPENING.match(text.text)
        text = text[opening.end() :] if opening else text
        for aside in (forms.REASON, forms.BY):
            before = aside.match(text.text)
            text = text[before.end() :] if before else text
        if forms.NOT_YET.match(text.text):
            if forms.ALSO_REMOVE.search(text.text):
                reason = "a removal beside a proposal"
                yield facts.Unparsed(reason=reason, **evidence(self.doc, self.sentence))
            return
        for read in (
            self._goes_on,
            partial(read_posts_one_each, self.doc, self.sentence),
            self._lapses,
            self._plainly,
            self._held,
            self._moves,
            partial(read_in_charge, self.doc, self.sentence),
            partial(read_duties_of_post, self.doc, self.sentence),
            self._retires,
            self._leaves_office,
        ):
            found = list(read(text))
            if found:
                yield from found
                return
        why = forms.WHY.match(text.text)
        if why:
            text = text[: why.start("why")] + text[why.end() :]
        decided = opening is not None and opening.group().endswith(("决定，", "决定：", "决定"))
        yield from self._by_verb(text, sure=decided)

    def _goes_on(self, text: Passage) -> Iterator[facts.AnyFact]:
        """Read 免去其POST职务 of those whom the sentence before named."""
        again = forms.ALSO_OF_HIM.match(text.text) if self.before else None
        if again:
            yield from self._leaves(self.before, text.group(again, "post"))
        takes = forms.ALSO_TAKES.match(text.text) if self.before else None
        if takes and self.removing is None and LEVEL.match(takes["post"]):
            yield from self._takes_up(self.before, text.group(takes, "post"), takes.group()[:2])

    def _lapses(self, text: Passage) -> Iterator[facts.AnyFact]:
        """Read 原POST职务自然免除, and what the sentence says besides."""
        lapsed, rest = read_lapsed(self.doc, self.sentence, text)
        yield from lapsed
        if rest is not None and rest.text:
            yield from _Clause(self.doc, rest, self.removing).read()

    def _plainly(self, text: Passage) -> Iterator[facts.AnyFact]:
        """Read NAME辞去POST, 不再聘任NAME为POST, 任命NAME为POST, NAME因…，免去POST职务."""
        for pattern in forms.PLAIN:
            match = pattern.match(text.text)
            sure = text.text.startswith("任命") or "同志" in (match.group() if match else "")
            sure = sure or pattern is forms.BECAUSE
            who = text.group(match, "who") if match else text[:0]
            people = names_of(who, sure=sure) or titled(who)
            if match and people:
                posts = text.group(match, "post")
                if pattern is forms.APPOINT:
                    yield from self._takes_up(people, posts, match["verb"])
                else:
                    yield from self._leaves(people, posts)
                return

    def _retires(self, text: Passage) -> Iterator[facts.AnyFact]:
        """Read NAME退休, with or without the post that he leaves."""
        both = forms.RETIRES_AND_LEAVES.match(text.text)
        if both:
            people = names_of(text.group(both, "who"), sure=True)
            yield from self._removed(people, text.group(both, "post"))
            yield from self._retired(people)
            return
        only = forms.ONLY_RETIRES.match(text.text)
        if only:
            yield from self._retired(names_of(text.group(only, "who")))

    def _leaves_office(self, text: Passage) -> Iterator[facts.AnyFact]:
        """Read 免去NAME的POST职务."""
        removal = forms.REMOVE.match(text.text)
        split = who_and_post(text[removal.end() :]) if removal else None
        if split:
            yield from self._leaves(*split)

    def _held(self, text: Passage) -> Iterator[facts.AnyFact]:
        """Read POST由NAME兼任."""
        held = forms.HELD_BY.match(text.text)
        holder = name_at_end(text.group(held, "who")) if held else None
        if held and holder and is_title(held["post"]):
            yield from self._takes_up([holder[1]], text.group(held, "post"), held["verb"])

    def _moves(self, text: Passage) -> Iterator[facts.AnyFact]:
        """Read NAME由POST交流任POST, NAME交流到BODY任POST."""
        match = forms.MOVED.match(text.text)
        if match:
            people = names_of(text.group(match, "who"), sure=match["comrade"] is not None)
            body = text.group(match, "body") if match["body"] else text[:0]
            yield from self._takes_up(people, body + text.group(match, "post"))

    def _by_verb(self, text: Passage, *, sure: bool) -> Iterator[facts.AnyFact]:
        """Read NAME任POST and its kin; the name ends where the first plausible verb begins.

        ``sure`` says that a name must stand there, so that a rare one is one as well.
        """
        for match in forms.VERB.finditer(text.text, 0, 80):
            if text.text[match.start() - 1 : match.start()] in ("、", "和"):
                continue  # the surname of the next in a list of people
            verb, posts = match["verb"], text[match.end() :]
            how = match["how"] or ""
            people = self._before(text, match, sure=sure)
            if not people or (verb.endswith("的") and not self.removing):
                continue
            if verb == "为" and not is_title(
                re.sub(r"（[^（）]*）", "", posts.strip("。；").text).split("，")[0]
            ):
                continue
            if verb.endswith("的") or verb.startswith(("不再", "免")):
                yield from self._leaves(people, posts)
                return
            terms = how.strip("（）") if forms.HOW.search(how) else None
            yield from self._takes_up(people, posts, verb, terms)
            return
        yield from self._bare(text)

    def _before(self, text: Passage, match: re.Match[str], *, sure: bool) -> list[Passage]:
        """Return those who are named before a verb, by the form of their names or by the place."""
        verb, posts = match["verb"], text[match.end() :]
        who = text[: match.end("comrade") if match["comrade"] == "同志" else match.start()]
        whose = verb == "任" and LEVEL.match(posts.text) and has_surname(text.text)
        sure = (
            match["comrade"] is not None
            or (whose is not False and whose is not None and match.start() < 4)
            or (match["how"] or "").endswith("族）")
            or (verb == "为" and (sure or self.removing is not None))
            # In a list under 免去： what stands before 的 is a name, however rare.
            or (verb == "的" and bool(self.removing) and could_be_name(who.text))
        )
        found = names_of(who, sure=sure)
        return found or (titled(who) if verb in forms.OF_THE_TITLED else [])

    def _bare(self, text: Passage) -> Iterator[facts.AnyFact]:
        """Read NAME POST below a heading 任命： or 免去：, where no verb is left."""
        split = who_and_post(text.strip("。；，")) if self.removing is not None else None
        if split is None:
            return
        people, posts = split
        stop = forms.AFTERWARDS.search(posts.text)
        bare = re.sub(r"（[^（）]*）|职务|的", "", (posts[: stop.start()] if stop else posts).text)
        if is_title(bare.strip("。；，、（")):
            yield from (self._leaves if self.removing else self._takes_up)(people, posts)

    def _takes_up(
        self, people: Sequence[Passage], posts: Passage, verb: str = "任", how: str | None = None
    ) -> Iterator[facts.AnyFact]:
        """Yield appointments, and the removals that the same sentence adds."""
        also = forms.ALSO_REMOVE.search(posts.text)
        kept = posts[: also.start()] if also else posts
        self.spoken_of.extend(people)
        charge = BEHIND.search(kept.text)
        if charge:
            yield from in_charge(self.doc, self.sentence, people, kept.group(charge, "what"))
            how = how or "主持工作"
            kept = kept[: charge.start()]
        for aside in (forms.ASIDE.search(kept.text), forms.RETIRE.search(kept.text)):
            kept = kept[: aside.start()] if aside else kept
        how = how or ("挂职" if verb.startswith("挂") else None)
        taken = read_posts(kept)
        unsaid = not_said_whose(self.doc, self.sentence, people, taken, leaves=False)
        yield from unsaid
        for person in people if not unsaid else ():
            for item in taken:
                if not ends_as_post(item.where.text):
                    yield no_post(self.doc, self.sentence, item)
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
            left = posts.group(also, "post")
            yield from self._removed(people, left, deputy_of(kept, left))

    def _leaves(self, people: Sequence[Passage], posts: Passage) -> Iterator[facts.AnyFact]:
        """Yield removals, and what the clause says comes after: a new post, retirement."""
        self.spoken_of.extend(people)
        stop = forms.AFTERWARDS.search(posts.text)
        yield from self._removed(people, posts[: stop.start()] if stop else posts)
        also = forms.ALSO_REMOVE.search(posts.text, stop.start()) if stop else None
        if also:
            yield from self._removed(people, posts.group(also, "post"))
        becomes = forms.BECOMES.search(posts.text)
        follows = forms.NEXT.search(posts.text)
        heir = name_at_end(posts.group(follows, "who")) if follows else None
        if follows and heir:
            yield from self._takes_up([heir[1]], posts[: follows.start()], follows["verb"])
        if becomes:
            yield from self._takes_up(people, posts.group(becomes, "post"))
        if forms.RETIRE.search(posts.text):
            yield from self._retired(people)

    def _removed(
        self, people: Sequence[Passage], posts: Passage, body: str = ""
    ) -> Iterator[facts.AnyFact]:
        held = read_posts(posts)
        unsaid = not_said_whose(self.doc, self.sentence, people, held, leaves=True)
        yield from unsaid
        for person in people if not unsaid else ():
            for item in held:
                if len(item.post) > 1 and not ends_as_post(item.where.text):
                    yield no_post(self.doc, self.sentence, item)
                elif len(item.post) > 1:
                    yield facts.Removed(
                        person=person.value,
                        post=body + item.post,
                        terms=item.terms,
                        **evidence(self.doc, self.sentence, person),
                    )

    def _retired(self, people: Sequence[Passage]) -> Iterator[facts.AnyFact]:
        for person in people:
            yield facts.Retired(person=person.value, **evidence(self.doc, self.sentence, person))
