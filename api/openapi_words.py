"""Words and examples of the OpenAPI document that no route says by itself."""

from __future__ import annotations

TAGS = {
    "answers": "Who acts: for a subject, in words, over a week, in every government.",
    "coverage": "Who covers one thing in every government.",
    "weeks": "The week of a government.",
    "governments": "The bodies whose notices are known.",
    "people": "Persons, with titles, portfolios and careers.",
    "posts": "Posts, with who has them and since when.",
    "agencies": "Agencies, each under one name.",
    "areas": "Fields of work.",
    "groups": "Leading groups with their seats.",
    "pairs": "Who is whose backup.",
    "notices": "What everything rests on.",
    "rules": "Who acts by which rule.",
    "findings": "What the notices leave open or contradict.",
    "diffs": "What changed.",
    "foresight": "What would be, if: leave, resilience, suppositions. Nothing is written.",
    "names": "Which names mean the same.",
    "charts": "Drawings.",
    "exports": "A government in the forms that other programs read.",
    "feeds": "Calendars to subscribe to; none says why somebody is away.",
    "absences": "Who is, was or will be absent.",
    "decisions": "Whom a coordinator named to act.",
    "corrections": "Facts read or printed wrongly, and names that mean the same.",
    "certificates": "Answers that can be checked anywhere.",
    "events": "What each entry of the journal changed.",
    "jobs": "Notices taken in, and how far each load is.",
    "session": "Signing in, for browsers.",
    "problems": "What may go wrong, and what to do about it.",
    "running": "Whether the service lives and can answer.",
    "journal": "What the registry learnt, when and from whom.",
}
"""What each tag is about, in the order in which they are listed."""

STATUSES = {
    304: "The one who asks has this answer already, by its `ETag`.",
    401: "A key is needed, or the one given does not hold.",
    403: "The key has not the scope that this needs.",
    408: "The request did not arrive in time.",
    413: "The body is too long.",
    415: "The body is of another media type.",
    421: "The service does not go by the name that was called.",
    429: "Too many requests: `Retry-After` says how long to wait.",
    500: "The registry failed; its log says where.",
    503: "The journal is out of reach, or no answer was found in time.",
}
"""What may happen to any operation."""

_CITY = "景德镇市人民政府"
_DAY = "2019-09-04"

EXAMPLES = {
    "on": _DAY,
    "week": "2019-W36",
    "government": "景德镇市",
    "subject": "商务",
    "away": ["张良华@2019-09-03/2019-09-05"],
    "in": "江西",
    "leader": "张良华",
    "person": "张良华",
    "agency": "市商务局",
    "group": "智慧城市",
    "city": "景德镇市",
    "q": "2019年9月4日谁管商务？张良华出差",
    "government_id": _CITY,
    "person_id": f"{_CITY}~张良华",
    "post_id": f"{_CITY}~市政府副市长",
    "agency_id": f"{_CITY}~市商务局",
    "area_id": f"{_CITY}~商务",
    "group_id": f"{_CITY}~景德镇市智慧城市建设领导小组",
    "pair_id": f"{_CITY}~熊皓~张良华",
    "problem_name": "unknown-name",
    "notice_id": f"{_CITY}~景府字〔2019〕33号",
    "rule_id": f"{_CITY}~jingdezhen-2019-b-acts",
}
"""An example of a parameter, by its name: with those that it needs, each is answered."""
