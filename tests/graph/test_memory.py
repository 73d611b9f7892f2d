"""What is kept once it was worked out, and how much of it."""

from __future__ import annotations

from registry.graph.memory import Memory


def test_what_is_kept_has_a_bound_and_is_worked_out_anew_beyond_it() -> None:
    memory, made = Memory(), 0

    def make() -> int:
        nonlocal made
        made += 1
        return made

    assert [memory.once(key, make) for key in ("first", "second", "first")] == [1, 2, 1]
    for key in range(1_998):
        memory.once(key, make)
    assert memory.once("first", make) == 1, "2,000 results are kept"
    memory.once("one more", make)
    assert memory.once("first", make) == 2_002
