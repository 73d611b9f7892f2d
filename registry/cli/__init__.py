"""The command ``registry``: a file a command, each read when it is called."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Sequence
from difflib import get_close_matches
from importlib import import_module
from importlib.util import find_spec
from typing import Any, NoReturn

import click

from registry.errors import RegistryError

_COMMANDS = {
    "parse": "registry.cli.parse",
    "who": "registry.cli.who",
    "across": "registry.cli.across",
    "certify": "registry.cli.certify",
    "verify": "registry.cli.verify",
    "person": "registry.cli.person",
    "diff": "registry.cli.diff",
    "week": "registry.cli.week",
    "ask": "registry.cli.ask",
    "whatif": "registry.cli.whatif",
    "leave": "registry.cli.leave",
    "resilience": "registry.cli.resilience",
    "check": "registry.cli.check",
    "names": "registry.cli.names",
    "rules": "registry.cli.rules",
    "features": "registry.cli.features",
    "chart": "registry.cli.chart",
    "export": "registry.cli.export",
    "serve": "registry.cli.serve",
    "config": "registry.cli.config",
    "key": "registry.cli.key",
    "signing-key": "registry.cli.signing_key",
    "hook": "registry.cli.hook",
    "load": "registry.cli.load",
    "record": "registry.cli.record",
    "journal": "registry.cli.journal",
    "backup": "registry.cli.backup",
    "restore": "registry.cli.restore",
    "migrate": "registry.cli.migrate",
}
"""Command to the module that holds a click command of the same name."""


_FULL = (errno.ENOSPC, errno.EDQUOT)


class _Commands(click.Group):
    """Loads a command when it is asked for, and says every error on one line."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's
        return [name for name, module in _COMMANDS.items() if find_spec(module)]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.list_commands(ctx):
            return None
        command = getattr(import_module(_COMMANDS[cmd_name]), cmd_name.replace("-", "_"), None)
        return command if isinstance(command, click.Command) else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:  # click knows nothing of commands not yet loaded
            near = get_close_matches(args[0], _COMMANDS)
            if not near or args[0].startswith("-"):
                raise
            raise click.UsageError(f"{error.message} Did you mean {near[0]!r}?", ctx) from None

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        **extra: Any,  # noqa: ANN401 - as click's own
    ) -> Any:  # noqa: ANN401
        try:
            code = super().main(args, prog_name, complete_var, standalone_mode=False, **extra)
            sys.stdout.flush()
        except RegistryError as error:
            _refuse(str(error), 2)
        except click.exceptions.NoArgsIsHelpError as error:
            error.show()
            sys.exit(error.exit_code)
        except click.ClickException as error:
            _refuse(error.format_message(), error.exit_code)
        except UnicodeEncodeError:
            _refuse("a text given is not in UTF-8; set the terminal to UTF-8 and type it again", 2)
        except click.Abort:
            _refuse("stopped", 130)
        except OSError as error:
            if error.errno not in _FULL:
                raise
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # flushed once more
            _refuse(f"the output cannot be written ({error.strerror}); make room and repeat", 2)
        if not standalone_mode:
            return code
        sys.exit(code if isinstance(code, int) else 0)


def _refuse(message: str, code: int) -> NoReturn:
    click.echo(f"error: {' '.join(message.split())}", err=True)
    sys.exit(code)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="leadership-registry")
def main() -> None:
    """Who leads, who covers and who acts: read from official notices, quoted, never guessed.

    从公文中读出谁分管、谁代行：答案附条款，公文没有写的就说没有写。

    \b
    registry who 商务 --week 2019-09-02 --away 张良华
    registry ask "who covers commerce next week?"
    registry week 2019-09-02
    registry serve
    """  # noqa: D301
