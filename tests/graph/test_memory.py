"""What is kept once it was worked out, and how much of it."""

from __future__ import annotations

from registry.graph.memory import Memory


def test_what_is_kept_has_a_bound_and_is_worked_out_anew_beyond_it() -> None:
    memory, made = Memory(), 0

    def make() -> int:
        nonlocal made
        made += 1
        return made

    assert [memory.once("first", make), memory.once("first", make)] == [1, 1]
    for key in range(2_000):
        memory.once(key, make)
    assert memory.once("first", make) == 2_002
    assert memory.once("first", make) == 2_002
