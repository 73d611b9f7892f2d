"""那么: steps that compare what the checks found."""

from __future__ import annotations

from pytest_bdd import then

from registry.checks.words import KINDS
from registry.features.values import sentence, table
from registry.model.findings import Finding, FindingKind


def _kind(name: str) -> FindingKind:
    (kind,) = (kind for kind, words in KINDS.items() if words.zh == name)
    return kind


@then(sentence("发现“{name}”，涉及“{who}”，依据"))
def found_with_places(
    findings: tuple[Finding, ...], name: str, who: str, datatable: list[list[str]]
) -> None:
    (finding,) = (one for one in findings if one.kind is _kind(name) and who in one.names)
    wanted = [(row["公文"], row["条款"]) for row in table(datatable)]
    assert len(finding.places) == len(wanted), finding.places
    for place, (doc, clause) in zip(finding.places, wanted, strict=True):
        assert place.doc == doc
        assert clause in place.clause


@then(sentence("没有发现“{name}”"))
def not_found(findings: tuple[Finding, ...], name: str) -> None:
    assert not [one for one in findings if one.kind is _kind(name)]
