"""The shapes of a question in English, without its days and absences; see ``chinese``."""

from __future__ import annotations

import re
from functools import cache

from registry.ask.reading import Intent
from registry.ask.tokens import NAME

_V = (
    "(?:covers?|covering|acts? for|acting for|stands? in for|standing in for|fills? in for|filling in for"
    "|supervises?|supervising|manages?|managing|handles?|handling|oversees?|overseeing|runs?|running"
    "|looks? after|looking after|takes? care of|taking care of|takes? over(?: from)?|deals? with"
    "|dealing with|holds?|signs? off on|signs? off for|signs? for|responsible for|in charge of|answers? for"
    "|replaces?|substitutes? for|liaises? with)"
)
_WHO = "(?:who|which (?:leader|deputy mayor|vice[- ]mayor|official|deputy)|what (?:leader|official))(?:'s)?"
_BE = "(?: (?:is|are|will be|would be|should be|was|will|would|should|can|does|currently|now))*"
_HAS = "(?:is|has|was|did|does|have|been|began|begun|begin|start(?:ed)?|to| )*"
_GROUP = "(?: (?:leading group|working group|group|delegation|command|committee))?"

_SHAPES: tuple[tuple[Intent, str], ...] = (
    (
        Intent.HOLDS,
        ("what(?: (?:agencies|areas|bodies|else|all))? (?:does|do|is|will) (?P<p>{N})"
        "(?: (?:hold|cover|supervise|do|manage|handle|oversee|look after|responsible for|in charge of|run))"),
    ),
    (
        Intent.HOLDS,
        "what(?: is|'s| are) (?P<p>{N})'s? (?:portfolio|duties|responsibilities|work|job|posts?|titles?|role)",
    ),
    (Intent.HOLDS, "who(?: is|'s) (?P<p>{N})"),
    (Intent.WHY, "why (?:is|are|does|do|will|would|should) (?P<p>{N}) " + _V + " (?P<s>.+)"),
    (Intent.WHY, "why(?: is)? (?P<s>.+?) (?:under|with|covered by|supervised by|handled by) (?P<p>{N})"),
    (Intent.SINCE, "(?:since|from) when " + _HAS + "(?P<p>{N}) " + _HAS + _V + " (?P<s>.+)"),
    (Intent.SINCE, "how long " + _HAS + "(?P<p>{N}) " + _HAS + _V + " (?P<s>.+)"),
    (Intent.SINCE, "when did (?P<p>{N}) " + _HAS + _V + " (?P<s>.+)"),
    (Intent.HEADS, "who" + _BE + " (?:heads?|heading|chairs?|chairing|leads?|leading) (?P<s>.+?)" + _GROUP),
    (Intent.HEADS, "who(?: is|'s) (?:the )?(?:head|chair|leader|chairman) of (?P<s>.+?)" + _GROUP),
    (Intent.WHO, _WHO + _BE + " " + _V + " (?P<s>.+)"),
    (Intent.WHO, "who (?:do|should|can|must) (?:i|we) (?:ask|see|call|contact)(?: about| for| on)? (?P<s>.+)"),
    (Intent.WHO, "who(?: is|'s) (?:the )?(?:leader|deputy mayor|vice[- ]mayor) (?:for|responsible for|in charge of) (?P<s>.+)"),
    (Intent.WHO, "who(?: is|'s) (?P<s>.+)"),
)  # fmt: skip

_ABSENT = re.compile(
    "(?:then )?who(?: (?:will|would|should|is|does|can))?(?: then)? (?:acts?|acting|covers?|covering|stands? in|standing in|fills? in"
    "|takes? over|in charge|does (?:his|her) work)(?: for (?:him|her|them))?"
    "|who (?:covers|replaces|covering) (?:for )?(?:him|her|them)|what (?:happens|then)",
    re.IGNORECASE,
)
_POLITE = re.compile(
    "^(?:please|hello|hi|hey|excuse me|can you tell me|could you tell me|tell me|i want to know"
    "|i would like to know|i'd like to know|do you know|and|then|so|but)(?:[, ]+|$)",
    re.IGNORECASE,
)
_END = re.compile("(?:,| please| then| now| currently| at the moment)+$", re.IGNORECASE)
_AROUND = re.compile(
    "^(?:the |our |all of )|(?: (?:matters|affairs|issues|work|portfolio|area)|'s (?:work|portfolio))$",
    re.IGNORECASE,
)


def shapes(question: str) -> list[tuple[Intent, re.Match[str]]]:
    """Return every way in which the whole ``question`` has a known shape, likeliest first."""
    return [
        (intent, made)
        for intent, shape in _SHAPES
        if (made := _compiled(shape).fullmatch(question))
    ]


@cache
def _compiled(shape: str) -> re.Pattern[str]:
    return re.compile(shape.replace("{N}", NAME), re.IGNORECASE)


def tidy(piece: str) -> str:
    """Drop politeness around a part of a question."""
    before = None
    while before != piece:
        before = piece
        piece = _END.sub("", _POLITE.sub("", piece.strip(" ,")))
    return piece


def asks_for_the_absent(piece: str) -> bool:
    """Say whether the question is who acts, for nobody but whoever is away."""
    return _ABSENT.fullmatch(piece) is not None


def subjects(words: str) -> list[str]:
    """Return what the subject may be called: as worded, then without words around a name."""
    found = [words]
    for _ in range(3):
        shorter = _AROUND.sub("", found[-1])
        if shorter and shorter != found[-1]:
            found.append(shorter)
    return found
