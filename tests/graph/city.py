"""An invented city whose facts are written by hand, for tests of graph and resolver."""

from __future__ import annotations

from typing import Any

from registry.model import facts as f

CITY = "云岭市人民政府"
DIVISION = "云府字〔2020〕1号"


def document(doc: str, date: str | None, kind: Any, issuer: str | None = CITY) -> f.Document:
    return f.Document(
        doc=doc, clause=doc, span=(0, 0), number=doc, title=doc, date=date, issuer=issuer, kind=kind
    )


def fact(kind: type[f.Fact], doc: str, *, clause: str = "", **keys: Any) -> Any:
    said = clause or "，".join(str(v) for v in keys.values() if v)
    return kind(doc=doc, clause=said, span=(0, 0), **keys)


def division(
    doc: str = DIVISION,
    date: str | None = "2020-03-01",
    *,
    leaders: dict[str, tuple[str, dict[str, tuple[str, ...]]]] | None = None,
    pairs: tuple[tuple[str, str], ...] = (),
    backups: tuple[tuple[str, str], ...] = (),
) -> list[f.AnyFact]:
    """A division-of-labour notice: leader to his title and what he holds by each relation."""
    found: list[f.AnyFact] = [document(doc, date, "division")]
    kinds = {k.__struct_config__.tag: k for k in f.AnyFact.__args__}
    for person, (title, held) in (leaders or LEADERS).items():
        found.append(fact(f.Post, doc, person=person, title=title))
        for relation, names in held.items():
            kind = kinds[relation]
            key = "area" if issubclass(kind, f.AreaFact) else "org"
            found += [fact(kind, doc, person=person, **{key: name}) for name in names]
    found += [fact(f.AbPair, doc, a=a, b=b) for a, b in pairs]
    found += [fact(f.Backup, doc, a=a, b=b) for a, b in backups]
    return found


LEADERS: dict[str, tuple[str, dict[str, tuple[str, ...]]]] = {
    "江一": ("市政府市长", {"responsible": ("市政府全面工作",), "supervises": ("市审计局",)}),
    "河二": (
        "市政府副市长",
        {
            "responsible": ("商务", "保密和城市管理", "交通运输"),
            "supervises": ("市商务局", "市卫生健康委员会"),
            "liaises": ("市税务局",),
        },
    ),
    "湖三": (
        "市政府副市长",
        {"responsible": ("教育", "交通安全"), "also_supervises": ("市审计局", "市商务局")},
    ),
    "海四": ("市政府副市长", {"responsible": ("农业",), "assists": ("社会稳定", "保密")}),
    "洋五": ("市政府秘书长", {"responsible": ("市政府日常工作",)}),
}
PAIRS = (("河二", "湖三"),)

PLAN = "云府办字〔2020〕8号"
REPORT = "云府办字〔2020〕9号"


def plan(
    *tasks: tuple[str, tuple[str, ...], tuple[str, ...]],
    doc: str = PLAN,
    date: str | None = "2020-04-01",
) -> list[f.AnyFact]:
    """A plan: each task's text, lead agencies and supporting agencies."""
    return [
        document(doc, date, "plan"),
        *(
            fact(
                f.Task,
                doc,
                clause=f"{text}（{'、'.join(lead)}）",
                lead=lead,
                support=support,
                mode="lead" if support else "sole" if len(lead) == 1 else "jointly",
                text=text,
            )
            for text, lead, support in tasks
        ),
    ]


def report(
    *rows: tuple[str, str, str | None, str | None, str | None],
    doc: str = REPORT,
    date: str | None = "2020-04-10",
) -> list[f.AnyFact]:
    """A report: each row's agency, indicator, target, actual figure and gap."""
    return [
        document(doc, date, "report"),
        *(
            fact(f.Indicator, doc, org=org, indicator=name, target=target, actual=actual, gap=gap)
            for org, name, target, actual, gap in rows
        ),
    ]


def duty(org: str, text: str, doc: str = PLAN) -> f.Duty:
    """A duty of an agency under the plan."""
    found: f.Duty = fact(f.Duty, doc, org=org, text=text)
    return found
