"""The rule files shipped, their schema, and the words that explain them."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import fields

from registry.service.rule_files.rules import explain, read_rule_file, schema_text
from registry.shipped import shipped
from registry.tables.mistakes import words_of
from registry.tables.rule_kinds import KINDS, Share, kind_of
from registry.tables.rule_words import TRIGGERS

RULES = shipped("rules")
FILES = sorted(RULES.glob("*.toml"))
README = (RULES / "README.md").read_text(encoding="utf-8")
REFERENCE = Path(__file__).parents[2] / "docs" / "reference" / "rules.md"


def test_the_schema_is_up_to_date() -> None:
    stale = "run registry rules schema -o rules/schema.json"
    assert (RULES / "schema.json").read_text(encoding="utf-8") == schema_text(), stale


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_shipped_file_reads_and_can_be_said_in_both_languages(path: Path) -> None:
    book = read_rule_file(path)
    assert book.rules
    for rule, said in zip(book.rules, explain(book), strict=True):
        assert rule.id.startswith(("cn-", *map(str, _names(path))))
        assert said.sentence.zh
        assert re.search(r"[\u4e00-\u9fff]", said.sentence.zh)
        assert re.search(r"[a-z]{3}", said.sentence.en)
        if rule.open:
            assert rule.open in said.sentence.zh
            assert rule.open in said.sentence.en


def _names(path: Path) -> list[str]:
    return [part for part in path.stem.split("-") if len(part) > 2]


def test_eight_places_and_the_law_are_shipped() -> None:
    books = [read_rule_file(path) for path in FILES]
    assert len({book.government for book in books if book.government}) == 8
    assert [book.country for book in books if book.country] == ["中华人民共和国"]


def test_no_rule_file_names_a_rule_before_its_source() -> None:
    """A source known by its year counts from the end of it, any other from its day at the earliest."""
    for path in FILES:
        for rule in read_rule_file(path).rules:
            stated = rule.source.date
            if isinstance(stated, date):
                assert rule.start >= stated, (path.name, rule.id)
            elif path.stem != "cn-sn-ankang":  # known to be of February, by a report of the 9th
                assert rule.start == date(stated, 12, 31), (path.name, rule.id)


def test_the_article_is_that_of_the_law_in_force_on_the_day() -> None:
    (law,) = [read_rule_file(path) for path in FILES if path.stem == "cn"]
    for day, article in (
        (date(2019, 8, 28), "地方组织法第四十四条第（九）项"),
        (date(2022, 3, 11), "地方组织法第四十四条第（九）项"),
        (date(2022, 3, 12), "地方组织法第五十条第（十三）项"),
    ):
        held = [rule for rule in law.rules if rule.holds(day)]
        assert [getattr(rule, "article", None) for rule in held] == [article]


@pytest.mark.parametrize("kind", KINDS, ids=kind_of)
def test_a_kind_is_explained_to_clerk_and_coder(kind: type) -> None:
    rows = [line for line in README.splitlines() if line.startswith(f"| `{kind_of(kind)}` |")]
    assert len(rows) == 1
    common = {field.encode_name for field in fields(KINDS[0])[:5]}
    for field in fields(kind):
        if field.encode_name not in {*common, "from", "source", "open", "id", "until"}:
            assert f"`{field.encode_name}`" in rows[0], field.encode_name
    assert f"`{kind_of(kind)}`" in REFERENCE.read_text(encoding="utf-8")


def test_every_word_stands_in_the_readme() -> None:
    missing = [
        word
        for word in (*words_of((*KINDS, Share)), *TRIGGERS)
        if f"`{word}`" not in README
        and f"\n{word} = " not in README
        and f"[rule.{word}]" not in README
    ]
    assert missing == []


def test_the_reference_lists_every_file() -> None:
    text = REFERENCE.read_text(encoding="utf-8")
    assert [path.name for path in FILES if f"`{path.name}`" not in text] == []
