"""vCards: read back, with all that the notices say and nothing that they do not."""

from __future__ import annotations

from datetime import date
from typing import Any

from icalendar import Component

from registry.exports.extract import Extract, extract
from registry.exports.vcard import vcards
from registry.wiring import registry
from tests.exports.city import made


def cards(extracted: Extract) -> dict[str, Any]:
    return {str(c["FN"]): c for c in Component.from_ical(vcards(extracted), multiple=True)}


def many(card: dict[str, Any], key: str) -> list[str]:
    found = card.get(key, [])
    return [str(value) for value in (found if isinstance(found, list) else [found])]


def test_a_card_has_name_titles_shares_and_notices() -> None:
    card = cards(made())["河二安"]
    assert card["N"].fields.family == "河二安"
    assert many(card, "TITLE") == ["市政府副市长"]
    assert many(card, "ROLE") == ["负责商务", "分管市商务局"]
    assert "临府字〔2024〕9号《临府字〔2024〕9号的通知》，2024-05" in many(card, "NOTE")


def test_the_version_comes_first_as_the_rfc_asks() -> None:
    for card in vcards(made()).split(b"BEGIN:VCARD\r\n")[1:]:
        assert card.startswith(b"VERSION:4.0\r\n")
        assert card.endswith(b"END:VCARD\r\n")


def test_who_left_has_no_card_and_identifiers_stay() -> None:
    before, after = cards(made(on=date(2024, 2, 1))), cards(made())
    assert "湖三宁" in before
    assert "湖三宁" not in after
    assert before["江一平"]["UID"] == after["江一平"]["UID"]


def test_one_without_a_post_has_the_title_beside_his_name_in_a_group() -> None:
    found = cards(extract(registry().history(), date(2019, 9, 30)))
    assert many(found["唐平"], "TITLE") == ["市人社局副局长"]
    assert many(found["高唤虎"], "TITLE") == ["景德镇市城市建设投资集团有限责任公司董事长"]
    assert found["高唤虎"]["ORG"].fields == ("市城市建设投资集团",)  # the division's name for it


def test_there_is_nothing_to_reach_a_person_by() -> None:
    made = extract(registry().history(), date(2019, 9, 30))
    for card in cards(made).values():
        assert not {"TEL", "EMAIL", "ADR", "IMPP"} & set(card)


def test_separators_and_line_ends_in_names_are_escaped() -> None:
    lines = vcards(made("河,二;安\\\nTEL:1")).decode().split("\r\n")
    assert r"FN:河\,二\;安\\ TEL:1" in lines
    assert r"N:河\,二\;安\\ TEL:1;;;;" in lines
    assert not [line for line in lines if line.startswith("TEL")]
