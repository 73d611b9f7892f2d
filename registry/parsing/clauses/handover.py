"""What a sentence takes from one leader and gives another.

沈望川同志不再分管市商务局，由林晓梅同志分管市商务局，负责商务工作。
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from registry.model import facts
from registry.parsing.clause import evidence
from registry.parsing.clauses import handover_forms as forms
from registry.parsing.clauses.duties import AT_START, Duty, continued, duties, read_duties
from registry.parsing.lists import org_items, split_outside
from registry.parsing.persons import (
    bare_name,
    is_comrade,
    is_name,
    name_at_end,
    name_at_start,
)
from registry.parsing.text import Passage


def read_released(doc: str, person: str | None, sentence: Passage) -> Iterator[facts.Released]:
    """Yield what the sentence takes away: from whom it names last, else from ``person``.

    ``person`` is he in whose section the sentence stands, if it stands in any.
    """
    last = person
    if forms.STATED_TIME.search(sentence.text):
        return
    given_to = [
        (match.start(), name.value)
        for match in forms.TO.finditer(sentence.text)
        if (name := _name(sentence, match)) is not None
    ]
    for match in forms.RELEASED.finditer(sentence.text):
        while given_to and given_to[0][0] < match.start():
            last = given_to.pop(0)[1]
        if match["who"] is not None:
            who = bare_name(sentence.group(match, "who"))
            last = who.value if is_name(who.text) else None
        if last is None:
            continue
        for item in org_items(_without_work(sentence.group(match, "what"))):
            again = forms.AGAIN.match(item.name.text)
            subject = item.name[again.end() :] if again else item.name
            if subject.text:
                yield facts.Released(
                    person=last, subject=subject.value, **evidence(doc, sentence, subject)
                )


def read_other(doc: str, sentence: Passage) -> list[facts.AnyFact]:
    """Return what stands in no leader's section: taken, given, or like it and not understood."""
    found = [*read_released(doc, None, sentence), *read_given(doc, None, sentence)]
    looks = forms.LOOKS_HANDED.search(sentence.text)
    if found or looks is None:
        return found
    who = sentence.group(looks, "who") if looks["who"] else None
    if who is None or "同志" in who.text or all(map(_ends_in_name, split_outside(who, "、和与"))):
        reason = "a clause that hands work over, whose persons or work are not understood"
        return [facts.Unparsed(reason=reason, **evidence(doc, sentence))]
    return []


def _ends_in_name(who: Passage) -> bool:
    split = name_at_end(who)
    return split is not None and is_name(split[1].text)


def read_given(doc: str, person: str | None, sentence: Passage) -> list[facts.AnyFact]:
    """Return what a sentence hands over: 市城市管理局由李四同志分管, 由李四分管市科协，联系市文联.

    Whoever is named behind 由 has every duty that follows, up to the next who is named. A
    part of the sentence behind him that is no duty is unparsed. ``person`` is he in whose
    section it stands, who has what comes before. A sentence that hands nothing over gives nothing.
    """
    if forms.WHILE_AWAY.search(sentence.text):
        return []
    reader = _Handing(doc, sentence, person)
    enum = forms.ENUM.match(sentence.text)
    for part in split_outside(sentence[enum.end() if enum else 0 :].strip("。；"), "，；"):
        reader.take(part)
    return _that_lasts(doc, sentence, reader.found) if reader.handed else []


def _that_lasts(doc: str, sentence: Passage, found: list[facts.AnyFact]) -> list[facts.AnyFact]:
    """Return what a sentence gives; of a cover for a time, that its end is nowhere to be kept.

    A time with its days is no fact. One that ends when somebody is back is one, and is reported.
    """
    given = any(not isinstance(fact, facts.Unparsed) for fact in found)
    stated = forms.STATED_TIME.search(sentence.text)
    if not given or not (stated or forms.UNTIL_BACK.search(sentence.text)):
        return found
    reason = "work that is covered for a time, and a fact has no end"
    return [*(() if stated else found), facts.Unparsed(reason=reason, **evidence(doc, sentence))]


class _Handing:
    """Goes through the parts of one sentence; knows whose turn it is, and what was named last."""

    def __init__(self, doc: str, sentence: Passage, person: str | None) -> None:
        self.doc, self.sentence, self.who = doc, sentence, person
        self.found: list[facts.AnyFact] = []
        self.handed = False
        self.last: Duty | None = None
        self.named: Passage | None = None
        self.taken: list[Duty] = []
        """What the sentence takes away, until it says who has it now."""
        self.unread: Passage | None = None
        """The parts right before that gave nothing: they may name what the next one gives."""
        self.released = False

    def take(self, part: Passage) -> None:
        """Read one part between commas."""
        before, self.unread = self.unread, None
        taken = forms.RELEASED.search(part.text)
        if taken:
            self._release(part, taken)
            return
        if self._give(part, before) or self._help(part):
            return
        was = forms.WAS.fullmatch(part.text)
        if was:
            self.named = part.group(was, "what")
            return
        if forms.SAYS_NOTHING.fullmatch(part.text):
            return
        joined = forms.JOINED.match(part.text)
        own = part[joined.end() :] if joined and not AT_START.match(part.text) else part
        starts = AT_START.match(own.text) is not None
        if starts and self.who and (not self.released or forms.NOW_HAS.match(own.text)):
            self._duties(duties(own))
        elif self.last and forms.MORE.match(part.text) and (more := continued(part, self.last)):
            self._duties([more])
        elif self.handed or (starts and self.released):
            self._unparsed(part)
        elif _may_name_work(part):
            self.unread = self._from(before, part)

    def _release(self, part: Passage, taken: re.Match[str]) -> None:
        self.named = _without_work(part.group(taken, "what"))
        self.taken.append(Duty(forms.KINDS.get(taken["charge"], "care"), self.named))
        self.released, self.last = True, None
        if taken["who"] is not None:
            who = bare_name(part.group(taken, "who"))
            self.who = who.value if is_name(who.text) else None
            # A sentence that names him is read here whole, what he has from now on too.
            self.handed = self.handed or self.who is not None

    def _give(self, part: Passage, unread: Passage | None) -> bool:
        """Read 由X分管Y and Y由X分管; say whether the part was one."""
        match = forms.TO.search(part.text)
        who = self._whom(part, match) if match else None
        if match is None or who is None:
            return False
        before, after = part[: match.start()], part[match.end() :]
        if forms.VERB_ALONE.fullmatch(after.text):
            was = forms.WAS.fullmatch(before.text)
            takes = forms.TAKES.match(before.text)
            what: Passage | None = before.group(was, "what") if was else before
            if takes:
                what = before[takes.end() :]
            if forms.POINTS_BACK.fullmatch(before.text) or forms.SINCE.fullmatch(before.text):
                named = unread is not None and not before.text and _names_work(unread)
                what = unread if named else self.named
            told = what is not None and what.text and not forms.ALL_OF_IT.fullmatch(what.text)
            given = duties(after + what) if what is not None and told else []
        elif (
            forms.EACH_VERB.fullmatch(after.text)
            and before.text
            and forms.POINTS_BACK.fullmatch(before.text)
        ):
            given = [
                duty for duty in self.taken if duty.kind in map(forms.KINDS.get, _verbs(after.text))
            ]
        elif not before.text or forms.SINCE.fullmatch(before.text):
            given = duties(after)
        else:
            return False
        self.who, self.released, self.handed = who, False, True
        if forms.FOR_A_TIME.search(self.sentence.text) and forms.HEADS.match(after.text):
            given = []
        if given:
            self._duties(given)
        else:
            self._unparsed(part)
        return True

    def _help(self, part: Passage) -> bool:
        """Read 李四协助 behind what another was given: he assists with the same."""
        match = forms.HELPER.fullmatch(part.text)
        name = _name(part, match) if match else None
        kind = forms.HELPS.get(self.last.kind) if self.handed and self.last else None
        if name is None or self.last is None or kind is None:
            return False
        helped = Duty(kind, self.last.object)
        self.found.extend(read_duties(self.doc, name.value, self.sentence, [helped]))
        return True

    def _from(self, first: Passage | None, part: Passage) -> Passage:
        """Return the stretch of the sentence from ``first``, if there is one, to ``part``."""
        start, end = (first or part).at[0], part.at[-1]
        return self.sentence[
            bisect_left(self.sentence.at, start) : bisect_left(self.sentence.at, end) + 1
        ]

    def _whom(self, part: Passage, match: re.Match[str]) -> str | None:
        """Return who is named behind 由; 由其 is he of whom the sentence speaks."""
        if match["who"] == "其":
            return self.who
        name = _name(part, match)
        return name.value if name is not None else None

    def _duties(self, given: list[Duty]) -> None:
        self.last = given[-1] if given else None
        self.named = given[-1].object if given else None
        assert self.who is not None
        self.found.extend(read_duties(self.doc, self.who, self.sentence, given))

    def _unparsed(self, part: Passage) -> None:
        reason = "what follows in a clause that hands work over is not understood"
        self.found.append(facts.Unparsed(reason=reason, **evidence(self.doc, part)))


def _names_work(part: Passage) -> bool:
    """Say whether a stretch before 由 is a list of fields of work or of agencies alone."""
    return part.text.endswith(("工作", "事务")) or continued(part, Duty("care", part)) is not None


def _may_name_work(part: Passage) -> bool:
    """Say whether a part between commas may be all or some of such a list."""
    return not forms.NO_WORK.match(part.text) and ("、" in part.text or _names_work(part))


def _verbs(text: str) -> list[str]:
    return re.findall("负责|分管|联系", text)


def _name(text: Passage, match: re.Match[str]) -> Passage | None:
    """Return the name behind 由, with or without a title before it."""
    who = bare_name(text.group(match, "who"))
    split = name_at_end(who)
    if match["comrade"] and is_comrade(who.text) and (split is None or not split[0].text):
        return who
    if split is not None:
        return split[1] if is_name(split[1].text) or match["comrade"] else None
    first = name_at_start(who)
    return first[0] if first is not None else None


def _without_work(what: Passage) -> Passage:
    tail = forms.WORK.search(what.text)
    return what[: tail.start()] if tail else what
