"""Kinds by which someone other than B acts, or nobody: exclusions, splits, stand-ins."""

from __future__ import annotations

from registry.graph.posts import same_post
from registry.model.answers import Cover, Relation, Status
from registry.resolve import reasons as why
from registry.resolve.case import Case, unless_decided
from registry.resolve.kinds.turns import Mark
from registry.resolve.matters import concerned
from registry.resolve.presence import Moment
from registry.resolve.rulebook import passes, triggered
from registry.tables.rule_kinds import MattersExcluded, OutsideScheme, PortfolioSplit, StandIn

_NOT_MATTERS = frozenset((Relation.HEADS, Relation.POST, Relation.PORTFOLIO))


def outside_scheme(case: Case, rule: OutsideScheme) -> Cover | None:
    """End the case where the holder's post, or the agency asked about, is outside the scheme."""
    at = case.at
    titles = {same_post(t, at.org.government) for t in at.org.titles(case.holder)}
    post = next((p for p in rule.posts if same_post(p, at.org.government) in titles), None)
    agencies = concerned(rule.agencies, _asked(case), at.org.government)
    out = post or next(iter(agencies), None)
    if out is None:
        return None
    case = case.cite(
        rule,
        f"{out}不在AB角安排之内，不由B角代行",
        f"{out} is outside the AB scheme: no backup acts",
    )
    return unless_decided(case, "outside_scheme")


def matters_excluded(case: Case, rule: MattersExcluded) -> Cover | None:
    """Send a matter that does not pass to B to whom the rule names, or to nobody."""
    at = case.at
    matters = concerned(rule.matters, _asked(case), at.org.government)
    if not matters:
        return None
    what = why.listed(matters)
    goes_to = at.by_title(rule.goes_to) if rule.goes_to else None
    to_zh = f"，转由{rule.goes_to}{goes_to or ''}办理" if rule.goes_to else "，未说由谁办理"
    to_en = f"; the {rule.goes_to} {goes_to or ''} takes it" if rule.goes_to else ""
    case = case.cite(rule, f"{what}不由B角代行{to_zh}", f"{what} does not pass to B{to_en}")
    if goes_to is not None and at.there(goes_to):
        return case.cover(Status.ACTING, goes_to, flags=("scope_excluded",))
    return unless_decided(case, "scope_excluded")


def matters_left_out(case: Case, rule: MattersExcluded, _: Cover) -> Mark | None:
    """Say which matters of a whole portfolio do not pass with it."""
    if case.holding.relation is not Relation.PORTFOLIO:
        return None
    matters = concerned(rule.matters, case.holding.matters, case.at.org.government)
    if not matters:
        return None
    what = why.listed(matters)
    return Mark(
        ("matters_excluded",),
        why.cited(
            rule,
            f"其中{what}不由B角代行，请单独再问",
            f"of these {what} does not pass to B: ask about it by itself",
            case.at.rules.file_of(rule),
        ),
    )


def portfolio_split(case: Case, rule: PortfolioSplit) -> Cover | None:
    """Send each matter to the one who takes it; the rest to the backup outside the shares."""
    at = case.at
    if (
        at.by_title(rule.for_post) != case.holder
        or case.holding.relation in {Relation.HEADS, Relation.POST}
        or not triggered(rule, at.kinds(case.holder))
    ):
        return None
    takers = {share.by_post: at.by_title(share.by_post) for share in rule.shares}
    others = tuple(b for b, _ in at.org.backups_of(case.holder) if b not in takers.values())
    if case.holding.relation is Relation.PORTFOLIO:
        return _by_parts(case, rule, others)
    for share in rule.shares:
        matters = concerned(share.matters, case.matters, at.org.government)
        if matters:
            taker = takers[share.by_post]
            case = case.cite(
                rule,
                f"{rule.for_post}不在岗，{why.listed(matters)}由{share.by_post}{taker or ''}代管",
                f"while the {rule.for_post} is absent, the {share.by_post} {taker or ''} takes"
                f" {', '.join(matters)}",
            )
            return _taken(case, taker)
    only = others[0] if rule.rest == "backup" and len(others) == 1 else None
    case = case.cite(
        rule,
        f"{rule.for_post}不在岗，其余工作由{f'另一B角{only}' if only else '谁'}代管"
        f"{'' if only else '没有写明'}",
        f"while the {rule.for_post} is absent, "
        + (f"{only}, the other backup, takes the rest" if only else "who takes the rest is open"),
    )
    return _taken(case, only)


def _taken(case: Case, taker: str | None) -> Cover:
    if taker is not None and case.at.there(taker):
        return case.cover(Status.ACTING, taker)
    return unless_decided(case, "share_without_taker")


def _by_parts(case: Case, rule: PortfolioSplit, others: tuple[str, ...]) -> Cover:
    at = case.at
    parts = [(why.listed(s.matters), s.by_post, at.by_title(s.by_post)) for s in rule.shares]
    zh = "；".join(f"{what}由{title}{who or ''}代管" for what, title, who in parts)
    en = "; ".join(f"{what}: the {title} {who or ''}" for what, title, who in parts)
    case = case.cite(
        rule,
        f"分工由几人分别代管：{zh}；请按事项再问",
        f"the portfolio is split: {en}; ask by the matter",
    )
    takers = dict.fromkeys((*(who for _, _, who in parts if who), *others))
    ready = at.among_those_there(tuple(takers))
    return unless_decided(case, "split_by_matter", candidates=ready)


def stand_in(case: Case, rule: StandIn) -> Cover | None:
    """Have the holder of one post act for that of another, with no pair needed."""
    at: Moment = case.at
    if not (
        at.by_title(rule.for_post) == case.holder
        and passes(rule, case.holding.relation)
        and triggered(rule, at.kinds(case.holder))
    ):
        return None
    acts = at.by_title(rule.by_post)
    if acts is None or not at.there(acts):
        return None
    case = case.cite(
        rule,
        f"{rule.for_post}不在岗，由{rule.by_post}{acts}代行",
        f"while the {rule.for_post} is absent, the {rule.by_post}, {acts}, acts",
    )
    return case.cover(Status.ACTING, acts)


def _asked(case: Case) -> tuple[str, ...]:
    """Return the matters asked about one by one: a whole portfolio, a seat, a post are none."""
    return () if case.holding.relation in _NOT_MATTERS else case.matters
