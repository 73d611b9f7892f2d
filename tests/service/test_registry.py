"""Which government a question is for, where notices of several are known."""

from __future__ import annotations

from datetime import date

import pytest

from registry.errors import UnknownName
from registry.model import facts as f
from registry.resolve.subject import Glossary
from registry.service.registry import Registry
from tests.graph.city import CITY, division, document, fact

OTHER = "平川市人民政府"


def two_cities() -> Registry:
    """One city with areas and agencies; another whose plan holds the same words."""
    facts: list[f.AnyFact] = [
        *division(),
        document("平府字〔2020〕1号", "2020-03-01", "division", OTHER),
        fact(f.Supervises, "平府字〔2020〕1号", person="甲", org="市水利局"),
        document("平府字〔2020〕2号", "2020-03-02", "plan", OTHER),
        fact(
            f.Task,
            "平府字〔2020〕2号",
            lead=("市水利局",),
            support=(),
            mode="sole",
            text="做好商务楼宇节水和税务稽查",
        ),
    ]
    return Registry(facts, (), Glossary(), lambda: date(2020, 5, 1))


@pytest.mark.parametrize(
    ("subject", "government"),
    [
        ("商务", CITY),  # an area of one, though it stands in a task of the other
        ("税务", CITY),  # by the agency for it
        ("做好商务楼宇节水和税务稽查", OTHER),
        ("楼宇节水", OTHER),  # nowhere but in that text
        ("市水利局", OTHER),
    ],
)
def test_the_government_that_names_the_subject_is_asked(subject: str, government: str) -> None:
    assert two_cities().history(None, subject).government == government


def test_a_place_means_its_own_government_though_others_have_its_name_in_theirs() -> None:
    names = ("平川市人民政府", "平川市山口县人民政府", "平川市人民政府办公室")
    facts = [
        document(f"平府字〔2020〕{n}号", "2020-03-01", "plan", name) for n, name in enumerate(names)
    ]
    facts.append(document("平府办字〔2020〕9号", "2020-03-01", "division", names[2]))
    registry = Registry(facts, (), Glossary(), lambda: date(2020, 5, 1))
    assert registry.history("平川市").government == names[0]
    assert registry.history("山口").government == names[1]


def test_a_subject_that_both_could_mean_is_refused_with_the_choices() -> None:
    with pytest.raises(UnknownName) as caught:
        two_cities().history(None, "某事")
    assert caught.value.near == (CITY, OTHER)
