"""那么: steps that compare the facts read from notices."""

from __future__ import annotations

from pytest_bdd import then

from registry.features.records import Records
from registry.features.values import sentence, table
from registry.features.words import KEYS
from registry.model.facts import AnyFact, Fact


def _of(facts: tuple[AnyFact, ...], kind: str) -> list[AnyFact]:
    return [fact for fact in facts if type(fact).__struct_config__.tag == kind]


def _agrees(fact: Fact, row: dict[str, str]) -> bool:
    """Say whether the fact has the row's values; of the clause a part is enough."""
    values = {column: str(getattr(fact, KEYS[column]) or "") for column in row}
    return all(
        row[column] in value if column == "条款" else row[column] == value
        for column, value in values.items()
    )


@then(sentence("“{kind:Fact}”的事实依次是"))
def facts_are(facts: tuple[AnyFact, ...], kind: str, datatable: list[list[str]]) -> None:
    found, wanted = _of(facts, kind), table(datatable)
    assert len(found) == len(wanted), found
    for fact, row in zip(found, wanted, strict=True):
        assert _agrees(fact, row), (fact, row)


@then(sentence("没有“{kind:Fact}”的事实"))
def no_facts(facts: tuple[AnyFact, ...], kind: str) -> None:
    assert facts
    assert _of(facts, kind) == []


@then("每条事实都能在原文中找到它的条款")
def facts_stand_in_the_text(facts: tuple[AnyFact, ...], records: Records) -> None:
    (text,) = records.notices
    assert facts
    for fact in facts:
        start, end = fact.span
        assert "".join(text[start:end].split()) == "".join(fact.clause.split()) != ""
