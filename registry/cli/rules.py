"""``registry rules``: check, explain, draft from a notice; the schema for editors."""

from __future__ import annotations

from pathlib import Path

import click

_FILES = click.argument(
    "files", nargs=-1, required=True, metavar="FILE...", type=click.Path(path_type=Path)
)


@click.group(short_help="Check a rule file, or have its rules said in words.")
def rules() -> None:
    """Check a rule file, have it said as sentences, draft one, or print the schema for editors.

    检查规则文件，用一句话说出每条规则，从公文草拟规则文件，或者输出供编辑器使用的模式文件。

    \b
    registry rules check our-rules.toml
    registry rules read notice.txt -o our-rules.toml
    """  # noqa: D301


@rules.command()
@_FILES
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
def check(files: tuple[Path, ...], form: str) -> None:
    """Say whether each FILE follows the vocabulary; the first mistake is named with its line.

    检查规则文件是否合乎词汇表；有错就指出所在的行和最接近的写法。

    \b
    registry rules check our-rules.toml
    """  # noqa: D301
    import msgspec

    from registry.service.rule_files.rules import read_rule_file

    for path in files:
        book = read_rule_file(path)
        whose = book.government or book.country
        still_open = sum(rule.open is not None for rule in book.rules)
        if form == "json":
            told = {
                "file": str(path),
                "government": book.government,
                "country": book.country,
                "rules": len(book.rules),
                "open": still_open,
            }
            click.echo(msgspec.json.encode(told).decode())
            continue
        click.echo(
            f"{path.name}: {whose}: {len(book.rules)} rules, {still_open} with something open"
        )


@rules.command()
@_FILES
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
@click.option("--lang", type=click.Choice(["zh", "en"]), help="One language only. 语言")
def explain(files: tuple[Path, ...], form: str, lang: str | None) -> None:
    """Say each rule of FILE as one sentence, in Chinese and in English.

    用中文和英文各一句话说出每条规则。

    \b
    registry rules explain our-rules.toml --lang zh
    """  # noqa: D301
    import msgspec

    from registry.service.rule_files.rules import explain as explained
    from registry.service.rule_files.rules import read_rule_file

    for path in files:
        book = read_rule_file(path)
        found = explained(book)
        if form == "json":
            click.echo(msgspec.json.format(msgspec.json.encode(found), indent=2).decode())
            continue
        click.secho(f"{path.name}  {book.government or book.country}", bold=True)
        for rule in found:
            until = f" … {rule.until}" if rule.until else " …"
            click.secho(f"  {rule.id}  {rule.kind}  {rule.start}{until}", dim=True)
            said = {"zh": rule.sentence.zh, "en": rule.sentence.en}
            for line in said.values() if lang is None else (said[lang],):
                click.echo(f"    {line}")
            click.secho(f"    {rule.document}", dim=True)


@rules.command()
@click.argument("notice", type=click.Path(path_type=Path))
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write it to a new file. 写入新文件",
)
def read(notice: Path, output: Path | None) -> None:
    """Draft a rule file from the AB clauses of NOTICE, each rule with its clause.

    What a clause leaves unsaid is under `open`; clauses not understood are listed at the end
    and on standard error. Check the draft against the notice before it is used.

    从公文中AB角的条款草拟规则文件，每条规则附上条款；没有看懂的条款列在末尾。核实以后再用。

    \b
    registry rules read notice.txt -o our-rules.toml
    """  # noqa: D301
    import sys

    from registry.service.rule_files.drafted import draft_rules
    from registry.service.sources import read_text

    draft = draft_rules(read_text(notice), str(notice))
    if output is None:
        sys.stdout.buffer.write(draft.text.encode())
        sys.stdout.buffer.flush()
    else:
        _write_new(output, draft.text)
    still_open = sum(rule.open is not None for rule in draft.book.rules)
    click.echo(
        f"{draft.book.government}: {len(draft.book.rules)} rules, {still_open} with something"
        f" open, {len(draft.open)} clauses not understood",
        err=True,
    )
    for clause in draft.open:
        click.echo(f"open: {clause}", err=True)


def _write_new(path: Path, text: str) -> None:
    """Write a file that is not there yet: one that a clerk has corrected is never lost."""
    from registry.errors import BadRules

    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        raise BadRules(f"{path}: is there already; name another file") from None
    except OSError as error:
        raise BadRules(
            f"{path}: cannot be written ({error.strerror}); name a file in a folder that is there"
        ) from None


@rules.command()
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write it to a file. 写入文件",
)
def schema(output: Path | None) -> None:
    """Print the JSON Schema by which an editor completes and checks rule files.

    输出规则文件的 JSON Schema，编辑器可据此补全和检查。

    \b
    registry rules schema -o rules.schema.json
    """  # noqa: D301
    from registry.cli.export import put
    from registry.service.rule_files.rules import schema_text

    put(schema_text().encode(), output)
