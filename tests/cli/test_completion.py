"""What the shells are told when they complete a command line, behind Chinese words too."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from registry.cli import main


def completed(shell: str, *words: str) -> list[str]:
    """Return what ``shell`` is told of the last of ``words``, without its help."""
    line = " ".join(("registry", *words))
    place = words[-1] if shell == "fish" else str(len(words))
    told = {"_REGISTRY_COMPLETE": f"{shell}_complete", "COMP_WORDS": line, "COMP_CWORD": place}
    done = CliRunner().invoke(main, [], prog_name="registry", env=told)
    assert done.stderr == ""
    if shell == "zsh":  # three lines an item: kind, value, help
        return done.stdout.splitlines()[1::3]
    return [item.split(",", 1)[1].partition("\t")[0] for item in done.stdout.splitlines()]


@pytest.mark.parametrize("shell", ["bash", "fish", "zsh"])
def test_commands_and_options_are_completed(shell: str) -> None:
    assert completed(shell, "we") == ["week"]
    assert completed(shell, "record", "abs") == ["absence", "absences"]
    assert completed(shell, "who", "商务", "--aw") == ["--away"]
    assert completed(shell, "who", "张良华", "--lang", "z") == ["zh"]


@pytest.mark.parametrize("shell", ["bash", "fish", "zsh"])
def test_a_shell_is_given_what_it_loads(shell: str) -> None:
    told = {"_REGISTRY_COMPLETE": f"{shell}_source"}
    done = CliRunner().invoke(main, [], prog_name="registry", env=told)
    assert (done.exit_code, done.stderr) == (0, "")
    assert f"_REGISTRY_COMPLETE={shell}_complete" in done.stdout
