"""Numbers of a word processor's lists, in every form that notices use."""

from __future__ import annotations

import pytest
from docx.oxml.ns import nsdecls
from lxml import etree

from registry.parsing.formats.numbering import Numbering, in_chinese, printed


@pytest.mark.parametrize(
    ("number", "form", "text"),
    [
        (12, "decimal", "12"),
        (12, "chineseCounting", "十二"),
        (23, "ideographDigital", "二十三"),
        (12, "chineseLegalSimplified", "拾贰"),
        (205, "ideographLegalTraditional", "贰佰零伍"),
        (3, "decimalEnclosedCircleChinese", "③"),
        (20, "decimalEnclosedCircle", "⑳"),
        (21, "decimalEnclosedCircle", "21"),
        (17, "decimalFullWidth", "１７"),
        (1, "upperLetter", "A"),
        (26, "lowerLetter", "z"),
        (28, "upperLetter", "BB"),
        (1_000, "lowerLetter", "llll"),
        (4, "upperRoman", "IV"),
        (1999, "lowerRoman", "mcmxcix"),
        (9_000, "upperRoman", "MMMM"),
        (0, "chineseCounting", "0"),
        (-1, "upperRoman", "-1"),
        (5, "aFormNotKnown", "5"),
    ],
)
def test_a_number_is_printed_as_the_list_has_it(number: int, form: str, text: str) -> None:
    assert printed(number, form) == text


@pytest.mark.parametrize(("number", "text"), [(0, "0"), (999, "九百九十九"), (1000, "1000")])
def test_what_is_not_said_in_chinese_stays_in_digits(number: int, text: str) -> None:
    assert in_chinese(number) == text


LEVEL = (
    '<w:lvl w:ilvl="{}"><w:start w:val="{}"/><w:numFmt w:val="{}"/><w:lvlText w:val="{}"/></w:lvl>'
)
ONE = LEVEL.format(0, 1, "chineseCounting", "%1、")
TWO = LEVEL.format(1, 3, "decimal", "%1.%2")


def element(body: str) -> etree._Element:
    return etree.fromstring(f"<w:root {nsdecls('w')}>{body}</w:root>")


def numbering(lists: str, styles: str | None = None) -> Numbering:
    return Numbering(element(lists), None if styles is None else element(styles))


def labels(counted: Numbering, *paragraphs: str) -> list[str]:
    return [counted.label(element(f"<w:pPr>{one}</w:pPr>")) for one in paragraphs]


def said(key: str | None = None, depth: str | None = None) -> str:
    ids = f'<w:numId w:val="{key}"/>' if key is not None else ""
    level = f'<w:ilvl w:val="{depth}"/>' if depth is not None else ""
    return f"<w:numPr>{level}{ids}</w:numPr>"


def styled(name: str) -> str:
    return f'<w:pStyle w:val="{name}"/>'


KIND = f'<w:abstractNum w:abstractNumId="7">{ONE}{TWO}</w:abstractNum>'
LIST = f'{KIND}<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'


def test_levels_are_counted_each_below_the_one_above() -> None:
    found = labels(
        numbering(LIST), said("1"), said("1", "1"), said("1", "1"), said("1", "0"), said("1", "1")
    )
    assert found == ["一、", "一.3 ", "一.4 ", "二、", "二.3 "]


def test_two_lists_of_one_kind_go_on_and_one_that_starts_over_does_not() -> None:
    more = '<w:num w:numId="{}"><w:abstractNumId w:val="7"/>{}</w:num>'
    over = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    counted = numbering(LIST + more.format(2, "") + more.format(3, over))
    assert labels(counted, said("1"), said("2"), said("3")) == ["一、", "二、", "一、"]


@pytest.mark.parametrize(
    "paragraph",
    [
        "",
        said("9"),  # no such list
        said("1", "5"),  # no such level of it
        said("1", "x") + styled("none"),
        styled("none"),
    ],
)
def test_what_names_no_list_or_level_has_no_number(paragraph: str) -> None:
    counted = numbering(LIST, '<w:style w:styleId="plain"/>')
    expected = ["一、"] if "x" in paragraph else [""]
    assert labels(counted, paragraph) == expected


@pytest.mark.parametrize(
    "broken",
    [
        '<w:num w:numId="1"/>',
        '<w:num w:numId="1"><w:abstractNumId w:val="8"/></w:num>',
        '<w:num><w:abstractNumId w:val="7"/></w:num>',
    ],
)
def test_a_list_whose_kind_is_not_there_counts_nothing(broken: str) -> None:
    assert labels(numbering(KIND + broken), said("1")) == [""]


def test_a_style_gives_its_list_and_its_own_style_the_level() -> None:
    styles = (
        f'<w:style w:styleId="item"><w:basedOn w:val="base"/><w:pPr>{said("1")}</w:pPr></w:style>'
        f'<w:style w:styleId="base"><w:pPr>{said("2", "1")}</w:pPr></w:style>'
        f"<w:style><w:pPr>{said('1')}</w:pPr></w:style>"
        '<w:style w:styleId="ring"><w:basedOn w:val="ring"/></w:style>'
    )
    counted = numbering(LIST, styles)
    assert labels(counted, styled("item"), said("1", "0"), styled("item")) == [
        "一.3 ",
        "一、",
        "一.3 ",
    ]
    assert labels(counted, styled("ring")) == [""]


def test_bullets_and_hidden_numbers_are_not_printed_and_are_counted() -> None:
    bullet = LEVEL.format(0, 1, "bullet", "•")
    lists = f'<w:abstractNum w:abstractNumId="7">{bullet}{TWO}</w:abstractNum>' + LIST[len(KIND) :]
    assert labels(numbering(lists), said("1"), said("1", "1")) == ["", "1.3 "]


def test_a_label_that_names_a_level_that_is_not_there_leaves_it_out() -> None:
    odd = LEVEL.format(0, "x", "decimal", "（%1%4）")
    lists = f'<w:abstractNum w:abstractNumId="7">{odd}</w:abstractNum>' + LIST[len(KIND) :]
    assert labels(numbering(lists), said("1"), said("1")) == ["（1）", "（2）"]


def test_a_document_without_lists_numbers_nothing() -> None:
    assert labels(Numbering(None, None), said("1")) == [""]
