"""The changes that are tried on the code."""

from __future__ import annotations

import pytest

from mutants.changes import changes
from mutants.earlier import digests_of
from mutants.forked import Fate
from mutants.report import page, told


@pytest.mark.parametrize(
    ("body", "instead"),
    [
        ("a < b", {"a <= b"}),
        ("a and b", {"a or b", "a", "b"}),
        ("not a", {"a"}),
        ("a if b else 2", {"a", "2", "3"}),
        ("a + 1", {"a - 1", "2"}),
        ("call(a, key=b)", {"(left out)"}),
        ("(*a, b)", {"(left out)"}),
        ("[x for x in a if x]", {"True"}),
        ("sorted(a)", {"list(a)"}),
        ("a, 'some_flag'", {"'not_some_flag'"}),
        ("a, '一句话', f'{a or b}'", set()),
    ],
)
def test_what_is_tried_instead(body: str, instead: set[str]) -> None:
    found = {change.after for change, _ in changes(f"def f(a, b):\n    return {body}\n", "f.py")}
    assert found == instead | {"return None"}


def test_each_change_is_in_code_that_runs_and_the_next_is_not_added_to_it() -> None:
    source = "def f(a, b):\n    if a < 1 or b:\n        return 5\n    return 6\n"
    results = set()
    for change, code in changes(source, "f.py"):
        names: dict[str, object] = {}
        exec(code, names)
        function = names["f"]
        assert callable(function)
        results.add((change.after, function(0, False), function(1, False), function(1, True)))
    assert results == {
        ("True", 5, 5, 5),
        ("False", 6, 6, 6),
        ("a < 1 and b", 6, 6, 6),
        ("b", 6, 6, 5),
        ("a < 1", 5, 6, 6),
        ("a <= 1", 5, 5, 5),
        ("2", 5, 5, 5),
        ("return None", None, 6, None),
        ("return None", 5, None, 5),
        ("6", 6, 6, 6),
        ("7", 5, 7, 5),
    }


def test_changes_of_one_kind_in_one_function_have_names_of_their_own() -> None:
    source = "def f(a):\n    return a == 1 or a == 1\n"
    names = [change.name for change, _ in changes(source, "f.py")]
    assert len(set(names)) == len(names)


def test_nothing_tried_is_told_as_such() -> None:
    assert told({}, 0, {}).startswith("0 of 0 changes tried: 0 killed")


def test_a_function_reads_the_same_wherever_it_stands_and_however_it_is_laid_out() -> None:
    one = digests_of("def f(a):\n    return a\n\ndef g(a):\n    return a\n")
    other = digests_of("# why\n\ndef g(a):\n    return (a)\n\ndef f(a):\n    return a + 1\n")
    assert (one["g"], one["f"] == other["f"]) == (other["g"], False)


def test_the_page_tells_what_was_tried_and_what_an_earlier_run_saw() -> None:
    first, second = (
        one for one, _ in changes("def f(a):\n    return a < 1\n", "f.py") if one.after != "2"
    )
    fates = {first: Fate.EARLIER, second: Fate.SURVIVED}
    text = page(fates, 3, {second.name: "A reason."}, "abc", {"def": 1})
    assert "Tried: 2 of 3 changes of the files below, as they are at commit abc." in text
    assert "functions that read the same since: 1 at commit def." in text
    assert "| f.py | 2 | 1 | 1 |" in text
    assert "A reason.\n\n- `f.py`, `f`: `a < 1` → `a <= 1`" in text
