"""Every agency of some notices with the forms in which it is written, and why they are one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct

from registry.graph.agencies import SUFFIXES, match_agency, readings
from registry.graph.agency_index import AgencyIndex
from registry.graph.governments import without_place
from registry.graph.mentions import Mention
from registry.model.answers import Words
from registry.model.facts import AgencyFact
from registry.model.names import AgencyForm, AgencyNames, AmbiguousName, FormBy


class _Seen(Struct):
    """What is known of one name: where it stands, and with which clauses."""

    documents: dict[str, None]
    clauses: set[str]
    in_portfolio: bool = False
    full: str | None = None


def spellings(
    mentions: Iterable[Mention], aliases: Mapping[str, str], government: str
) -> tuple[tuple[AgencyNames, ...], tuple[AmbiguousName, ...]]:
    """Put the names of agencies together, as far as rule, alias file or brackets tell.

    A name of a portfolio is taken as the full one, else the longest. Names that one clause
    lists side by side are different agencies. A name that fits several is ambiguous.
    """
    seen = _seen(mentions)
    ranked = sorted(
        seen, key=lambda n: (seen[n].full is not None, not seen[n].in_portfolio, -len(n))
    )
    root: dict[str, str] = {}
    how: dict[str, tuple[FormBy, Words]] = {}
    open_: dict[str, tuple[str, ...]] = {}
    index = AgencyIndex((), aliases, government)
    for name in ranked:
        full = seen[name].full
        if full is not None and root.get(full):
            root[name], how[name] = root[full], _by_bracket(full)
            index.add(name)
            continue
        before = [n for n in index.near(name) if _may_be_one(n, name, seen)]
        match = match_agency(name, before, aliases, government)
        found = tuple(dict.fromkeys(root[n] for n in match.names))
        if len(found) == 1:
            root[name] = found[0]
            how[name] = _because(name, match.names[0], match.by, government)
        elif found:
            open_[name] = found
            continue
        else:
            root[name] = name
            how[name] = ("written", Words("公文所写全称", "the name as the notice writes it"))
        index.add(name)
    order = {name: place for place, name in enumerate(seen)}
    forms: dict[str, list[str]] = {}
    for name, main in root.items():
        forms.setdefault(main, []).append(name)
    agencies = tuple(
        AgencyNames(
            government=government,
            name=name,
            forms=tuple(
                AgencyForm(
                    form=form,
                    by=how[form][0],
                    because=how[form][1],
                    documents=tuple(seen[form].documents),
                )
                for form in sorted(forms[name], key=lambda n: (n != name, order[n]))
            ),
        )
        for name in order
        if root.get(name) == name
    )
    ambiguous = tuple(
        AmbiguousName(
            government=government,
            name=name,
            choices=open_[name],
            documents=tuple(seen[name].documents),
        )
        for name in order
        if name in open_
    )
    return agencies, ambiguous


def _seen(mentions: Iterable[Mention]) -> dict[str, _Seen]:
    seen: dict[str, _Seen] = {}
    for mention in mentions:
        entry = seen.setdefault(mention.name, _Seen({}, set(), full=mention.full))
        entry.documents[mention.fact.doc] = None
        entry.clauses.add(mention.fact.clause)
        if mention.full is None:
            entry.full = None  # a notice also uses it as a name of its own
            entry.in_portfolio |= isinstance(mention.fact, AgencyFact)
    return seen


def _may_be_one(one: str, other: str, seen: Mapping[str, _Seen]) -> bool:
    return not seen[one].clauses & seen[other].clauses


def _by_bracket(full: str) -> tuple[FormBy, Words]:
    return "bracket", Words(
        f"公文在“{full}”后加括号写明", f"a notice gives it in brackets after {full}"
    )


def _because(name: str, full: str, by: str, government: str) -> tuple[FormBy, Words]:
    if by == "alias":
        return "alias_file", Words(
            f"别名表：即“{full}”", f"the alias file: it is another name of {full}"
        )
    if without_place(name, government) == without_place(full, government):
        return "rule", Words(
            f"与“{full}”只差地名或层级", f"differs from {full} by the place or level alone"
        )
    ours = {reading.suffix for reading in readings(name, government)}
    shared = {reading.suffix for reading in readings(full, government)} & ours
    kind = next((kind for kind, _ in SUFFIXES if kind in shared), "")
    return "rule", Words(
        f"各字依次见于“{full}”，后缀同类（{kind}）",
        f"its characters stand in {full} in their order, same class of ending ({kind})",
    )
