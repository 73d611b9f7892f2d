"""``registry features``: an office's scenarios run, or drafted from its rule file."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from registry.features.run import Outcome

_WORDS = {
    "passed": ("通过", "pass"),
    "failed": ("未通过", "FAIL"),
    "uncovered": ("没有场景涉及的规则", "rules that no scenario covers"),
    "sum": ("个场景通过，", "passed, "),
    "sum_failed": ("个未通过", "failed"),
}


class _RunOrDraft(click.Group):
    """Runs a folder where the first word is no command of its own."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if args and args[0] not in (*self.commands, *ctx.help_option_names):
            args = ["run", *args]
        return super().parse_args(ctx, args)


@click.group(
    cls=_RunOrDraft,
    short_help="Run an office's scenarios, or draft them from its rule file.",
    subcommand_metavar="FOLDER --rules FILE --source NOTICES... | draft FILE",
)
def features() -> None:
    """Run the .feature files of an office with the shipped steps, or draft them.

    用自带的步骤运行本单位的场景，列出没有场景涉及的规则；也可以按规则文件草拟场景。

    \b
    registry features scenarios/ --rules our-rules.toml --source notices/
    registry features draft our-rules.toml > scenarios/ours.feature
    """  # noqa: D301


@features.command(short_help="Run the .feature files in FOLDER.")
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--rules", "rules", required=True, metavar="FILE", type=click.Path(path_type=Path))
@click.option(
    "--source",
    "sources",
    multiple=True,
    required=True,
    metavar="NOTICES",
    type=click.Path(path_type=Path),
    help="A notice, or a folder of them; may be given again. 公文或其文件夹，可重复",
)
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table")
@click.option("--lang", type=click.Choice(["zh", "en"]), default="zh", help="Language. 语言")
def run(folder: Path, rules: Path, sources: tuple[Path, ...], form: str, lang: str) -> None:
    """Run the .feature files in FOLDER over the notices and the rule file.

    运行文件夹里的场景；有未通过的，退出码为1。

    \b
    registry features scenarios/ --rules our-rules.toml --source notices/
    """  # noqa: D301
    import msgspec

    from registry.features.run import run as run_all
    from registry.service.rule_files.rules import read_rule_file
    from registry.service.sources import files_in, read_text

    book = read_rule_file(rules)
    outcome = run_all(folder, book, tuple(read_text(path) for path in files_in(sources)))
    if form == "json":
        click.echo(msgspec.json.format(msgspec.json.encode(outcome), indent=2).decode())
    else:
        _print(outcome, lang)
    if not all(result.passed for result in outcome.results):
        sys.exit(1)


def _print(outcome: Outcome, lang: str) -> None:
    words = {key: said[0 if lang == "zh" else 1] for key, said in _WORDS.items()}
    for result in outcome.results:
        word = words["passed" if result.passed else "failed"]
        click.echo(f"{word}  {result.feature}  {result.scenario}")
        if not result.passed:
            click.echo(f"      {result.step}\n      {result.why}".rstrip())
    if outcome.uncovered:
        click.echo(f"{words['uncovered']}:")
        for rule in outcome.uncovered:
            click.echo(f"  {rule.id}  {rule.source.document}  {rule.source.clause}")
    failed = sum(not result.passed for result in outcome.results)
    passed = len(outcome.results) - failed
    click.echo(f"{passed} {words['sum']}{failed} {words['sum_failed']}")


@features.command(short_help="Print scenario skeletons for a rule file.")
@click.argument("file", type=click.Path(path_type=Path))
def draft(file: Path) -> None:
    """Print a scenario skeleton for each rule of FILE, in Chinese Gherkin.

    为规则文件的每条规则草拟一个场景；姓名和事项由您填写。

    \b
    registry features draft our-rules.toml > scenarios/ours.feature
    """  # noqa: D301
    from registry.features.draft import draft as drafted
    from registry.service.rule_files.rules import read_rule_file

    sys.stdout.buffer.write(drafted(read_rule_file(file)).encode())
    sys.stdout.buffer.flush()
