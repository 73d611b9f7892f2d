"""The inspection between rounds: the journal is exported, and held against all that was said."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from time import monotonic, sleep

import httpx

from registry.tables.rules import Rulebook
from soak.checking import chain_flaws, entries_of, seen_high, standing_absences, write_flaws
from soak.replay import difference, wrong_answers
from soak.scene import Scene
from soak.towns import Town

JOBS_END = 90.0
"""Seconds after which every job must have ended: another process takes one after 30."""


class Inspection:
    """Inspects a service that nothing troubles any more, as often as one likes.

    Args:
        scene: what is inspected; flaws go to its ledger.
        books: the towns' rule files.
    """

    def __init__(self, scene: Scene, books: Sequence[Rulebook]) -> None:
        self._scene = scene
        self._service = scene.service
        self._ledger = scene.ledger
        self._books = books
        self.checked: Counter[str] = Counter()
        self._exported = b""
        self._checked_reads = 0
        self._times = 0

    def __call__(self, key: str) -> None:
        """Hold the journal against all that was said so far; ``key`` may write."""
        self._end_jobs(key)
        self._times += 1
        path = self._scene.folder / f"export-{self._times}.jsonl"
        for arguments in (("journal", "verify"), ("journal", "export", str(path))):
            process = self._service.run(*arguments)
            _, complaint = process.communicate()
            if process.returncode:
                self._ledger.flaw(f"registry {' '.join(arguments)}: {complaint.decode()[-300:]}")
                return
        export = path.read_bytes()
        for flaw in chain_flaws(export, self._exported):
            self._ledger.flaw(flaw)
        self._exported = export
        entries = entries_of(path)
        for flaw in write_flaws(entries, self._ledger.writes):
            self._ledger.flaw(flaw)
        seen_high(self._ledger, len(entries))
        reads = self._ledger.reads[self._checked_reads :]
        self._checked_reads = len(self._ledger.reads)
        for read, right in wrong_answers(entries, reads, self._books):
            self._ledger.flaw(
                f"wrong, between entries {read.low} and {read.high}: GET {read.path} says"
                f" ({read.status}) {difference(read.body, right)}"
            )
        self.checked.update(read.what for read in reads)
        self.checked["entries of the chain"] = len(entries)
        for town in self._scene.towns:
            wanted = standing_absences(entries, town.government)
            found = self._listed(key, town)
            if found != wanted:
                odd = sorted(set(found) ^ set(wanted))
                self._ledger.flaw(f"the absences of {town.government} differ in {odd}")
            self.checked["absences listed"] += len(wanted)

    def _listed(self, key: str, town: Town) -> list[int]:
        found: list[int] = []
        address = str(
            httpx.URL("/v1/absences", params={"government": town.government, "limit": "100"})
        )
        while address:
            answer = httpx.get(
                self._service.address + address,
                headers={"authorization": f"Bearer {key}"},
                timeout=30,
            ).json()
            if "items" not in answer:  # no notice of the town is known yet
                break
            found += [item["number"] for item in answer["items"]]
            address = answer["next"] or ""
        return found

    def _end_jobs(self, key: str) -> None:
        until = monotonic() + JOBS_END
        for number in list(self._ledger.jobs):
            while True:
                job = httpx.get(
                    f"{self._service.address}/v1/jobs/{number}",
                    headers={"authorization": f"Bearer {key}"},
                    timeout=30,
                ).json()
                if job["state"] == "done":
                    if job["refused"]:
                        self._ledger.flaw(f"of a job was refused: {job['refused']}")
                    del self._ledger.jobs[number]
                    break
                if monotonic() > until:
                    self._ledger.flaw(f"a job did not end within {JOBS_END} s: {job}")
                    return
                sleep(0.3)
