"""The help of every command shows an example, and every example is a command line that holds."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator

import click
import pytest
from click.testing import CliRunner

from registry.cli import main

_SHELL = frozenset(("&&", "||", "|", ";", ">", ">>"))
_OWN_FORM = re.compile(
    r"registry (?:certify|serve|chart .+|export .+|features draft|rules (?:read|schema)|signing-key export)"
)
"""Commands that write what has a form of its own: a certificate, a drawing, a file for editors."""


def _commands(
    command: click.Command, parent: click.Context | None = None, name: str = "registry"
) -> Iterator[tuple[str, click.Command]]:
    context = click.Context(command, parent=parent, info_name=name)
    yield context.command_path, command
    if isinstance(command, click.Group):
        for sub in command.list_commands(context):
            found = command.get_command(context, sub)
            assert found is not None
            yield from _commands(found, context, sub)


ALL = dict(_commands(main))


def _examples(command: click.Command) -> list[list[str]]:
    """List the calls of ``registry`` that the help shows, each as its words after the name."""
    shown = re.sub(r"\\\n *", "", command.help or "")
    calls: list[list[str]] = []
    for line in re.findall(r"^ *((?:[A-Z_]+=\S+ )*registry .*)$", shown, re.MULTILINE):
        call: list[str] | None = None
        for word in shlex.split(line):
            if word == "registry" and call is None:
                call = []
                calls.append(call)
            elif word in _SHELL:
                call = None
            elif call is not None:
                call.append(word)
    return calls


def _called(words: list[str]) -> str:
    """Parse a command line as click does, without running it; return the path of its command."""
    command: click.Command = main
    name, parent = "registry", None
    while True:
        context = command.make_context(name, list(words), parent=parent)
        words = [*context._protected_args, *context.args]  # click has no open way to them
        if not isinstance(command, click.Group) or not words:
            return context.command_path
        found, chosen, words = command.resolve_command(context, words)
        assert chosen is not None
        name, command, parent = found or "", chosen, context


def test_the_commands_are_found() -> None:
    assert {"registry", "registry who", "registry record list", "registry export csv"} <= set(ALL)


@pytest.mark.parametrize("path", ALL)
def test_the_help_shows_an_example_that_holds(path: str) -> None:
    called = [_called(words) for words in _examples(ALL[path])]
    assert any(f"{one} ".startswith(f"{path} ") for one in called), (
        f"{path}: the help shows no example"
    )


@pytest.mark.parametrize(
    "path",
    [
        path
        for path, command in ALL.items()
        if not isinstance(command, click.Group) and not _OWN_FORM.fullmatch(path)
    ],
)
def test_what_is_printed_can_be_had_as_json(path: str) -> None:
    (form,) = [option.type for option in ALL[path].params if option.name == "form"]
    assert isinstance(form, click.Choice)
    assert {"json", "jsonl"} & set(form.choices)


@pytest.mark.parametrize(
    ("words", "near"),
    [
        (["exprt"], "'export'"),
        (["rules", "chek"], "'check'"),
        (["who", "商务", "--awy", "张良华"], "'--away'"),
        (["--vresion"], "'--version'"),
    ],
)
def test_a_slip_of_the_pen_is_told_what_is_near(words: list[str], near: str) -> None:
    done = CliRunner().invoke(main, words)
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.count("\n") == 1
    assert near in done.stderr


@pytest.mark.parametrize(
    "words", [["who", "商务", "--onn", "2019-09-02"], ["rule", "check", "x.toml"], ["load"]]
)
def test_an_example_that_does_not_hold_is_found(words: list[str]) -> None:
    with pytest.raises(click.UsageError):
        _called(words)
