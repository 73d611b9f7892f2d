"""``registry features``: scenarios drafted from a rule file."""

from __future__ import annotations

import sys
from pathlib import Path

import click


@click.group(short_help="Draft an office's scenarios from its rule file.")
def features() -> None:
    """Draft scenarios for the rules of an office.

    按规则文件草拟场景。
    """


@features.command()
@click.argument("file", type=click.Path(path_type=Path))
def draft(file: Path) -> None:
    """Print a scenario skeleton for each rule of FILE, in Chinese Gherkin.

    为规则文件的每条规则草拟一个场景；姓名和事项由您填写。
    """
    from registry.features.draft import draft as drafted
    from registry.service.rules import read_rule_file

    sys.stdout.buffer.write(drafted(read_rule_file(file)).encode())
    sys.stdout.buffer.flush()
