"""One bad rule file a mistake, and the one line that each is refused with."""

from __future__ import annotations

from pathlib import Path

import pytest

from registry.errors import BadRules
from registry.tables.rules import read_rules

FOLDER = Path(__file__).parent.parent / "rules_bad"
README = "; rules/README.md shows how it is written"
WHOLE = "; add it (rules/README.md shows a whole rule)"
SAID = {
    "activities-beside-urgent": '3: activities go with reach = "activities"; choose one',
    "activities-left-out": '3: reach = "activities" needs the activities; list them',
    "both-government-and-country": '1: name the one whose rules these are: government = "…", or country = "…" for law that every government is under',
    "date-as-text": "6: Expected date, got str" + README,
    "empty-list": "7: Expected array of length >= 1" + README,
    "empty-title": "9: Expected str of length >= 1" + README,
    "id-used-twice": "11: id 'a' is used twice; give each rule its own",
    "key-missing-in-the-second-rule": "11: the table missing required field max_days" + WHOLE,
    "key-of-another-kind": "7: days_ahead is a key of tell, not of report_back; its keys: to, within_days",
    "kind-left-out": "3: the table missing required field kind" + WHOLE,
    "no-rule": "1: the table missing required field rule" + WHOLE,
    "no-shares": "3: shares is empty; name the matters and who takes them",
    "nobody-s-rules": '1: name the one whose rules these are: government = "…", or country = "…" for law that every government is under',
    "nobody-told": "3: whom is empty; say who is told",
    "not-toml": "7: not TOML: Invalid value; mend this line",
    "outside-names-nobody": "3: outside_scheme names nobody; give posts or agencies",
    "source-missing": "3: the table missing required field source" + WHOLE,
    "stands-in-for-himself": "3: 市长 cannot stand in for himself; name another post",
    "too-small": "7: Expected int >= 1" + README,
    "unknown-absence": "7: Invalid enum value 'trip'; did you mean 'training'? (words: rules/README.md)",
    "unknown-key-of-the-file": "1: the table contains unknown field goverment; did you mean 'government'? (words: rules/README.md)",
    "unknown-key-of-the-source": "9: the table contains unknown field clauses; did you mean 'clause'? (words: rules/README.md)",
    "unknown-key": "9: the table contains unknown field cordinator; did you mean 'coordinator'? (words: rules/README.md)",
    "unknown-kind": "5: Invalid value 'backup_act'; did you mean 'backup_acts'? (words: rules/README.md)",
    "unknown-share": "8: Invalid enum value 'supervise'; did you mean 'supervises'? (words: rules/README.md)",
    "unknown-value": "7: Invalid enum value 'forbiden'; did you mean 'forbidden'? (words: rules/README.md)",
    "until-before-from": "3: until 2020-02-01 is before from 2020-03-01; swap them",
    "wrong-type": "7: Expected int, got str" + README,
    "year-out-of-range": "9: Expected int >= 1949" + README,
}


def test_every_bad_file_has_its_message() -> None:
    assert {path.stem for path in FOLDER.glob("*.toml")} == set(SAID)


@pytest.mark.parametrize("name", SAID)
def test_a_mistake_is_refused_in_these_words(name: str) -> None:
    file = f"{name}.toml"
    with pytest.raises(BadRules) as caught:
        read_rules((FOLDER / file).read_bytes(), file)
    assert str(caught.value) == f"{file}:{SAID[name]}"
