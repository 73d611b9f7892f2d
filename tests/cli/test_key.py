"""``registry key``: made, shown once, listed, revoked; and who used them."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from click.testing import CliRunner, Result

from registry.cli import main
from registry.model.access import Use
from registry.store.desk.keys import SqlUses
from registry.store.open import open_journal
from registry.wiring import now


@pytest.fixture
def database(tmp_path: Path) -> str:
    return str(tmp_path / "registry.db")


def run(database: str, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["key", *arguments, "--database", database])


def made(database: str, *arguments: str) -> dict[str, object]:
    result = run(database, "add", "值班室", "--scope", "record", *arguments, "--format", "json")
    assert result.exit_code == 0, result.output
    told: dict[str, object] = json.loads(result.stdout)
    return told


def test_a_key_is_shown_once(database: str) -> None:
    result = run(database, "add", "值班室", "--scope", "record", "--by", "何文书")
    assert result.exit_code == 0
    text = result.stdout.strip()
    assert text.startswith("lrk_")
    assert "this once" in result.stderr
    listed = run(database, "list")
    assert text.split("_")[1] in listed.stdout
    assert (
        text.split("_")[2] not in listed.stdout + run(database, "list", "--format", "json").stdout
    )
    assert "live 有效" in listed.stdout
    assert "何文书" in listed.stdout


def test_a_key_is_revoked_and_stays_listed(database: str) -> None:
    key = made(database, "--expires", "2999-01-31")
    assert key["expires"] == "2999-01-31T16:00:00Z"
    assert run(database, "revoke", str(key["id"]), "--by", "何文书").exit_code == 0
    (listed,) = json.loads(run(database, "list", "--format", "json").stdout)
    assert (listed["live"], listed["revoked_by"]) == (False, "何文书")
    assert "digest" not in listed
    again = run(database, "revoke", str(key["id"]))
    assert again.exit_code == 2
    assert again.output.count("\n") == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["add", "x"], "--scope"),
        (["add", "x", "--scope", "all"], "administer"),
        (["add", " ", "--scope", "read"], "printable"),
        (["add", "x", "--scope", "read", "--expires", "2020-01-01"], "over"),
        (["add", "x", "--scope", "read", "--expires", "tomorrow"], "YYYY-MM-DD"),
        (["audit", "--since", "tomorrow"], "YYYY-MM-DD"),
    ],
)
def test_a_mistake_is_one_line(database: str, arguments: list[str], said: str) -> None:
    result = run(database, *arguments)
    assert result.exit_code == 2
    assert said in result.output
    assert result.output.count("\n") == 1


def test_who_used_a_key_is_shown(database: str) -> None:
    key = str(made(database)["id"])
    journal = open_journal(database)
    for day in (1, 2):
        SqlUses(journal).add(
            Use(
                at=datetime(2026, 3, day, 8, tzinfo=UTC),
                key=key,
                method="POST",
                route="/v1/absences",
                status=201,
                entries=(day,),
            )
        )
    journal.close()
    shown = run(database, "audit").stdout
    assert shown.count("/v1/absences") == 2
    assert "值班室" in shown
    assert "#2" in shown
    later = run(database, "audit", key, "--since", "2026-03-02", "--format", "json").stdout
    (line,) = json.loads(later)
    assert (line["key"], line["entries"], line["name"]) == (key, [2], "值班室")
    assert run(database, "audit", "000000000000").stdout == "none recorded 没有登记\n"
    assert run(database, "audit", "000000000000", "--format", "json").stdout == "[]\n"


def test_old_lines_are_taken_out_and_that_is_written_down(
    database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = str(made(database)["id"])
    journal = open_journal(database)
    uses = SqlUses(journal)
    day = timedelta(days=1)
    for age in (400, 366, 364, 1):
        uses.add(use(key, now() - age * day))
    assert run(database, "audit", "--prune", "--by", "何文书").stdout.startswith(
        "pruned 已删去 2 ·"
    )
    *kept, note = uses.since()
    assert [one.key for one in kept] == [key, key]
    first = now().astimezone(ZoneInfo("Asia/Shanghai")).date() - 365 * day
    assert (note.method, note.route) == ("PRUNE", f"2 lines before {first}, by 何文书")
    assert f"2 lines before {first}" in " ".join(run(database, "audit").stdout.split())

    assert run(database, "audit", "--prune").stdout.startswith("pruned 已删去 0 ·")
    assert len(list(uses.since())) == 3
    monkeypatch.setenv("REGISTRY_AUDIT_DAYS", "99999999")
    again = run(database, "audit", "--prune", "--format", "json").stdout
    assert json.loads(again) == {"before": "0001-01-02", "pruned": 0}
    monkeypatch.setenv("REGISTRY_AUDIT_DAYS", "1")
    uses.add(use("old", now() - 500 * day))
    assert json.loads(run(database, "audit", "--prune", "--format", "json").stdout)["pruned"] == 2
    assert [one.method for one in uses.since()] == ["GET", "PRUNE", "PRUNE"]
    journal.close()
    refused = run(database, "audit", key, "--prune")
    assert refused.exit_code == 2
    assert "audit_days" in refused.output


def use(key: str, at: datetime) -> Use:
    return Use(at=at, key=key, method="GET", route="/v1/absences", status=200)
