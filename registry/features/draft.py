"""A scenario skeleton for each rule of a file, in the sentences that the steps read."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from msgspec import structs

from registry.features.words import KINDS
from registry.resolve.kinds.sentences import sentence
from registry.tables import rule_kinds as kinds
from registry.tables.rules import Rulebook

_ABSENCES = {word: name for name, word in KINDS.items()}
_A, _B, _MATTER = "A角姓名", "B角姓名", "事项"


def draft(book: Rulebook) -> str:
    """Return a feature with a scenario a rule, in the order of the file.

    The words A角姓名, B角姓名, 事项 and the like stand for names that the notices give: no rule
    names a person. What a scenario expects is what its rule says taken by itself.
    """
    lines = [
        "# language: zh-CN",
        f"功能: {book.government or book.country}的规则",
        "  由程序按规则文件草拟：把“A角姓名”“B角姓名”“事项”等换成公文里的姓名和事项，对照条款核实每一步。",
        "",
        "  背景:",
        f"    假如 采用规则文件“{book.file}”",
    ]
    for rule in book.rules:
        lines += ["", *_scenario(rule)]
    return "\n".join(lines) + "\n"


def _scenario(rule: kinds.AnyRule) -> Iterator[str]:
    yield f"  场景: {rule.id}：{sentence(structs.replace(rule, open=None)).zh.rstrip('。')}"
    if rule.open:
        yield f"    # 规则没有说明：{rule.open}"
    given, when, then = _steps(rule)
    if isinstance(rule.source.date, date):
        then.append(f"依据{rule.source.document}（{rule.source.date}）：“{rule.source.clause}”")
    for keyword, steps in (("假如", given), ("当", [when]), ("那么", then)):
        for place, step in enumerate(steps):
            yield f"    {keyword if place == 0 else '而且'} {step}"


def _away(rule: kinds.Rule, *people: str) -> str:
    absence = _ABSENCES[rule.triggers[0]] if isinstance(rule, kinds.Acting) else "外出"
    return f"{'、'.join(people)}于{rule.start}{absence}"


def _held(post: str) -> str:
    return f"{post}姓名"


def _by(name: str) -> list[str]:
    return ["情形是“代行”", f"应找“{name}”"]


_SILENT = ["情形是“未作规定”", "没有指定任何人"]
_FLAGS = {
    "tell": "没有告知",
    "hand_over": "没有交接",
    "re_pair": "AB角早于分工",
}


def _steps(rule: kinds.AnyRule) -> tuple[list[str], str, list[str]]:
    """Return what is known, what is asked, and what the rule has the answer say."""
    asked = f"问{rule.start}谁管“{{}}”".format
    one, both = [_away(rule, _A)], [_away(rule, _A, _B)]
    match rule:
        case kinds.BackupActs(coordinator=who):
            return one, asked(_MATTER), [*_by(_B), *_coordinated(who)]
        case kinds.PairDirection(direction=direction):
            then = _by(_A) if direction == "mutual" else [*_SILENT]
            return [_away(rule, _B)], asked("B角的事项"), then
        case kinds.BackupOrder():
            return both, asked(_MATTER), _by("下一位B角姓名")
        case kinds.CoordinatorAssigns(coordinator=who):
            then = ["情形是“待协调”", "没有指定任何人", *_coordinated(who)]
            return both, asked(_MATTER), then
        case kinds.CoordinatorBackup(coordinator=who, by_post=by):
            return [_away(rule, _A, _held(who))], asked(_MATTER), _coordinated(by)
        case kinds.StandIn(for_post=post, by_post=by):
            return [_away(rule, _held(post))], asked(_held(post)), _by(_held(by))
        case kinds.PortfolioSplit(for_post=post, shares=shares):
            return (
                [f"{_held(post)}于{rule.start}{_ABSENCES[rule.triggers[0]]}"],
                asked(shares[0].matters[0]),
                _by(_held(shares[0].by_post)),
            )
        case _:
            return _conditions(rule)


def _conditions(rule: kinds.AnyRule) -> tuple[list[str], str, list[str]]:
    """Return the same for the rules on who does not act, how far, and what goes with it."""
    asked = f"问{rule.start}谁管“{{}}”".format
    one, both = [_away(rule, _A)], [_away(rule, _A, _B)]
    match rule:
        case kinds.BothAway(stance=stance):
            flag = {"forbidden": "不得同时外出", "in_principle": "同时外出未经批准"}.get(stance)
            return both, asked(_MATTER), [f"注明“{flag}”" if flag else "没有另外注明"]
        case kinds.ActingScope(reach=reach):
            flag = {"urgent": "限紧急事项", "activities": "限所列事项"}.get(reach)
            return one, asked(_MATTER), [*_by(_B), f"注明“{flag}”" if flag else "没有另外注明"]
        case kinds.MattersExcluded(matters=matters, goes_to=post):
            then = _by(_held(post)) if post else [*_SILENT]
            return one, asked(matters[0]), [*then, "注明“不由B角代行”"]
        case kinds.OutsideScheme(posts=posts, agencies=agencies):
            who, what = (_held(posts[0]), _held(posts[0])) if posts else (_A, agencies[0])
            return [_away(rule, who)], asked(what), [*_SILENT, "注明“不在AB角之内”"]
        case kinds.StatutoryActing(posts=posts):
            then = [*_SILENT, "注明“须由人大常委会决定”"]
            return [f"今天是{rule.start}"], asked(posts[0]), then
        case kinds.ActingLimit(max_days=days):
            last = rule.start + timedelta(days=days)
            known = [f"{_A}于{rule.start}至{last}外出"]
            return known, f"问{last}谁管“{_MATTER}”", ["注明“超过期限”"]
        case _:
            flag = _FLAGS.get(kinds.kind_of(rule))
            return one, asked(_MATTER), [*_by(_B), *([f"注明“{flag}”"] if flag else [])]


def _coordinated(post: str | None) -> list[str]:
    return [f"协调人是“{_held(post)}”"] if post else []
