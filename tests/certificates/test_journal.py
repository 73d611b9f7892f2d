"""Certificates of a registry with a journal, on each backend, and the two commands."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner, Result

from registry.certificates.canonical import read
from registry.cli import main
from registry.model.certificates import Verdict
from tests.record.conftest import EXAMPLES, Desk

Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """The command line in a folder of its own, with a key."""
    monkeypatch.setenv("REGISTRY_KEYS", str(tmp_path / "keys"))
    monkeypatch.chdir(tmp_path)

    def made(*arguments: str) -> Result:
        return CliRunner().invoke(main, list(arguments), catch_exceptions=False)

    assert made("signing-key", "make").exit_code == 0
    return made


def checked(run: Run, *arguments: str) -> Verdict:
    done = run("verify", *arguments, "--format", "json")
    verdict = msgspec.json.decode(done.stdout, type=Verdict)
    assert done.exit_code == (0 if verdict.holds else 1)
    return verdict


def test_made_from_a_journal_and_held_against_it(everywhere: Desk, run: Run) -> None:
    away = ("absence", "蓝启程", "--from", "2024-06-03", "--to", "2024-06-05", "--kind", "away")
    everywhere.record(*away, "--reason", "体检复查")
    everywhere.record("absence", "姚沐川", "--from", "2024-06-04", "--kind", "ill")
    everywhere.record(
        "handover", "蓝启程", "--step", "told_backup", "--on", "2024-06-01", "--note", "两件急件"
    )
    chain = everywhere.chain()
    ask = ("certify", "商务", "--week", "2024-06-03", "--database", everywhere.database)
    made = run(*ask, "-o", "duty.json")
    assert made.exit_code == 0, made.output
    text = Path("duty.json").read_text("utf-8")
    certificate = read(text.encode(), "duty.json").certified()
    assert certificate.journal is not None
    assert (certificate.journal.number, certificate.journal.chain) == (6, chain)
    # Of whom the answer does not rest on, and why anybody is away, nothing is told.
    assert [a.person for a in certificate.basis.records.absences] == ["蓝启程"]
    assert "体检复查" not in text
    assert "两件急件" not in text
    assert "何文书" not in text
    # What is recorded later changes nothing; the copy that is asked need not be this one.
    everywhere.record("withdraw", "4", "--because", "取消", warned="still stand")
    assert checked(run, "duty.json").registry is None
    assert checked(run, "duty.json", "--database", everywhere.database).registry == ()
    assert certificate.journal.at is not None
    again = run(*ask, "--known-at", certificate.journal.at.isoformat())
    then = read(again.stdout.encode(), "again").certified()
    assert (then.answer, then.journal) == (certificate.answer, certificate.journal)
    assert run(*ask, "-o", "duty.json").exit_code == 2


def test_another_journal_is_told_apart(everywhere: Desk, desk: Desk, run: Run) -> None:
    everywhere.record("absence", "蓝启程", "--from", "2024-06-03", "--kind", "away")
    ask = ("certify", "商务", "--on", "2024-06-03", "--database", everywhere.database)
    assert run(*ask, "-o", "duty.json").exit_code == 0
    verdict = checked(run, "duty.json", "--database", desk.database)
    assert verdict.registry is not None
    paths = [difference.path for difference in verdict.registry]
    assert paths[:2] == ["journal.chain", "basis.records.absences[0]"]
    assert "answer.segments[0].status" in paths
    assert (verdict.signature, verdict.replay, verdict.holds) == ("good", (), False)
    table = run("verify", "duty.json", "--database", desk.database)
    assert table.exit_code == 1
    assert 'registry: answer.segments[0].status: certified 证书 "acting"' in table.stdout


def test_made_from_files_and_held_against_them(run: Run, desk: Desk) -> None:
    sources = [word for path in sorted(EXAMPLES.glob("*.txt")) for word in ("--source", str(path))]
    ask = ("certify", "商务", "--on", "2024-06-03", "--away", "蓝启程", *sources)
    assert run(*ask, "-o", "duty.json").exit_code == 0
    verdict = checked(run, "duty.json", *sources)
    assert verdict.holds
    assert [a.person for a in verdict.asked.supposed] == ["蓝启程"]
    assert "supposed     蓝启程 2024-06-03/2024-06-03 away" in run("verify", "duty.json").stdout
    assert not checked(run, "duty.json", *sources[:2]).holds
    refused = run("verify", "duty.json", "--database", desk.database)
    assert (refused.exit_code, refused.stderr.count("\n")) == (2, 1)
    assert "--source" in refused.stderr


def test_a_journals_certificate_held_against_the_notices_files(run: Run, desk: Desk) -> None:
    desk.record("absence", "蓝启程", "--from", "2024-06-03", "--kind", "away")
    ask = ("certify", "商务", "--on", "2024-06-03", "--database", desk.database)
    assert run(*ask, "-o", "duty.json").exit_code == 0
    sources = [word for path in sorted(EXAMPLES.glob("*.txt")) for word in ("--source", str(path))]
    assert checked(run, "duty.json", *sources).holds


def test_whose_key_is_trusted_is_said(run: Run, tmp_path: Path) -> None:
    assert run("certify", "商务", "--on", "2019-09-03", "-o", "duty.json").exit_code == 0
    assert run("signing-key", "export", "-o", "public.json").exit_code == 0
    env = {"REGISTRY_KEYS": str(tmp_path / "elsewhere")}
    elsewhere = CliRunner().invoke(main, ["verify", "duty.json"], env=env)
    assert elsewhere.exit_code == 1
    assert "key is unknown" in elsewhere.stdout
    told = CliRunner().invoke(main, ["verify", "duty.json", "--key", "public.json"], env=env)
    assert told.exit_code == 0
    assert "certificate  成立 holds" in told.stdout


@pytest.mark.parametrize(
    "arguments",
    [
        ("verify", "none.json"),
        ("verify", "."),
        ("verify", "notes.txt"),
        ("verify", "notes.txt", "--key", "notes.txt"),
        ("certify", "商务", "--from", "2019-09-01", "--to", "2019-10-02"),
        ("certify", "商物", "--on", "2019-09-03"),
        ("certify", "商务", "--on", "2019-09-03", "--away", "无名氏"),
        ("certify", "商务", "--on", "2019-09-03", "-o", "none/duty.json"),
    ],
)
def test_what_cannot_be_done_is_one_line(run: Run, arguments: tuple[str, ...]) -> None:
    Path("notes.txt").write_text(json.dumps({"certificate": {}}), "utf-8")
    done = run(*arguments)
    assert done.exit_code == 2
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1
    assert done.stderr.startswith("error: ")
