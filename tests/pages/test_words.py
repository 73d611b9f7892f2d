"""The interface in two languages: no word missing, none left over."""

from __future__ import annotations

import re
from pathlib import Path
from string import Formatter
from typing import get_args

import pytest

from api.pages.language import language
from api.pages.words import WORDS, Phrases
from api.pages.words.facts import DOCUMENTS, FACTS
from registry.model.facts import AnyFact, DocumentKind
from tests.pages.conftest import Client
from tests.pages.page import get

HERE = Path(__file__).parents[2] / "api"
HAN = re.compile(r"[\u3400-\u9fff]")
OTHERWISE = {"language", "language_label", "language_tag", "comma", "colon", "stop", "of_it"}
"""Words of the switch, which are in the other language, and marks."""


@pytest.mark.parametrize("name", sorted(WORDS))
def test_a_phrase_is_in_both_languages(name: str) -> None:
    said = WORDS[name]
    places = [
        {field for _, field, _, _ in Formatter().parse(text)} - {None}
        for text in (said.zh, said.en)
    ]
    assert places[0] == places[1]
    if name not in OTHERWISE:
        assert HAN.search(said.zh)
        assert not HAN.search(said.en)


def test_every_phrase_asked_for_is_there_and_every_phrase_is_asked_for() -> None:
    templates = "\n".join(path.read_text(encoding="utf-8") for path in HERE.rglob("*.html"))
    code = "\n".join(path.read_text(encoding="utf-8") for path in (HERE / "pages").glob("*.py"))
    asked = set(re.findall(r"\bt\.(\w+)", templates)) | set(re.findall(r"phrases\.(\w+)", code))
    quoted = set(re.findall(r'"(\w+)"', code))
    built = {"_nav", "work_", "intent_", "changed_"}
    assert not {name for name in asked if name not in WORDS}
    unused = {
        name
        for name in WORDS
        if name not in asked | quoted and not any(part in name for part in built)
    }
    assert not unused


def test_a_phrase_nobody_wrote_is_an_error() -> None:
    with pytest.raises(AttributeError, match="no phrase"):
        _ = Phrases("zh").no_such_phrase


def test_every_kind_of_fact_and_notice_has_its_word() -> None:
    tags = {kind.__struct_config__.tag for kind in get_args(AnyFact)}
    assert set(FACTS) == tags
    assert set(DOCUMENTS) == set(get_args(DocumentKind))


@pytest.mark.parametrize(
    ("chosen", "kept", "accepted", "spoken"),
    [
        ("en", "zh", "zh-CN", "en"),
        (None, "en", "zh-CN", "en"),
        (None, None, "en-GB,en;q=0.9,zh;q=0.8", "en"),
        (None, None, "fr, zh-TW;q=0.7, en;q=0.3", "zh"),
        (None, None, "en;q=0, fr", "zh"),
        ("fr", "de", "", "zh"),
        (None, None, "en;q=much", "zh"),
    ],
)
def test_the_language_is_the_one_chosen_kept_or_accepted(
    chosen: str | None, kept: str | None, accepted: str, spoken: str
) -> None:
    assert language(chosen, kept, accepted) == spoken


def test_the_switch_stays_on_the_page_and_is_remembered(client: Client) -> None:
    client.cookies.clear()
    path = "/answer?subject=商务&away=张良华"
    (switch,) = get(client, path).xpath("//a[@class='language']/@href")
    response = client.get(switch)
    assert response.cookies["lang"] == "en"
    assert "Step by step" in response.text
    client.cookies.clear()
