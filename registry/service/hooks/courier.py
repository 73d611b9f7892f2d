"""Use case: tell each hook of its events, in their order, until they arrive or are given up."""

from __future__ import annotations

import logging
import random
import secrets
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from threading import Event as Signal
from uuid import uuid4

import msgspec
from msgspec import Struct, structs

from registry.errors import BadHook, JournalError, RegistryError
from registry.model.events import EventKind
from registry.model.hooks import Hook, Place, Reach
from registry.service.events.stream import Stream, id_of
from registry.service.files import new_file, read_private
from registry.service.hooks.address import read_url
from registry.service.hooks.send import PATIENCE, Outcome, send
from registry.service.hooks.signature import headers_of, secret_of
from registry.store.desk.events import Kept, SqlEvents
from registry.store.desk.hooks import SqlHooks

TRIES = 12
"""How often an event is sent before it is given up: some two hours and a half."""
_FIRST = timedelta(seconds=5)
_LONGEST = timedelta(hours=1)
_AT_ONCE = 100
"""Events sent to one hook before the next has its turn, and entries read in a round."""
_WORK = "hooks"
_TERM = timedelta(seconds=60)
_REST = 1.0
"""Seconds between two looks for something to do."""
_LOG = logging.getLogger(__name__)


class Round(Struct, kw_only=True):
    """What one round of deliveries came to, in events."""

    sent: int = 0
    failed: int = 0
    given_up: int = 0
    busy: bool = False
    """Another process is at it, and this one did nothing."""


class Courier:
    """Keeps the hooks, and delivers to them; one process at a time does.

    Args:
        stream: the events.
        events: where they are kept, and who is at work.
        hooks: who is to be told.
        folder: where the key file is that the hooks' secrets are worked out from.
        now: asks the clock.
        chance: a number from 0 to 1, so that not all who wait come back at once.
    """

    def __init__(
        self,
        stream: Stream,
        events: SqlEvents,
        hooks: SqlHooks,
        folder: Path,
        now: Callable[[], datetime],
        *,
        chance: Callable[[], float] = random.random,
    ) -> None:
        self.hooks = hooks
        self.stream = stream
        self._events = events
        self._master = folder / "webhooks.key"
        self._now = now
        self._chance = chance
        self._holder = uuid4().hex

    def add(
        self,
        url: str,
        *,
        kinds: tuple[EventKind, ...] = (),
        government: str | None = None,
        reach: Reach = "public",
        after: Place | None = None,
        by: str,
    ) -> tuple[Hook, str]:
        """Keep a new hook; return it, and its secret.

        It is told of what is recorded from now on, or of the events behind ``after``.

        Raises:
            BadHook: the URL may not be a hook's, or the key file cannot be made or read.
            UnknownName: no such government is known, or several fit.
        """
        read_url(url, reach)
        hook = Hook(
            id=secrets.token_hex(6),
            url=url,
            kinds=kinds,
            government=self.stream.government(government) if government else None,
            reach=reach,
            made=self._now(),
            made_by=by,
            place=after if after is not None else self.stream.end(),
        )
        secret = self._secret(hook, make=True)
        self.hooks.add(hook)
        return hook, secret

    def remove(self, number: str) -> Hook:
        """Drop the hook of that id.

        Raises:
            BadHook: there is none.
        """
        found = self._hook(number)
        self.hooks.remove(number)
        return found

    def test(self, number: str) -> Outcome:
        """Send the hook of that id an event that says it is a test; nothing else changes.

        Raises:
            BadHook: there is none, or the key file cannot be read.
        """
        hook = self._hook(number)
        message, at = f"test-{uuid4().hex}", self._now()
        body = msgspec.json.encode({"type": "test", "id": message, "timestamp": at})
        return self._sent(hook, message, body)

    def deliver(self, most: int | None = None, stop: Signal | None = None) -> Round:
        """Send what is due, to every hook; where another process is at it, do nothing.

        Events are worked out first, those of ``most`` entries if given. What is left when
        ``stop`` is set, is left for the next.

        Raises:
            JournalError: the database fails.
        """
        self.stream.fill(most)
        done = Round()
        at = self._now()
        due = [hook for hook in self.hooks.all() if hook.due is None or hook.due <= at]
        waiting = [hook for hook in due if self._next(hook)]
        if not waiting:
            return done
        if not self._take():
            done.busy = True
            return done
        try:
            # Read anew: another process may have been at work until now.
            for hook in self.hooks.all():
                if hook.due is None or hook.due <= at:
                    self._serve(hook, done, stop or Signal())
        finally:
            self._events.leave(_WORK, self._holder)
        return done

    def run(self, stop: Signal) -> None:
        """Deliver until told to stop, looking again every second."""
        while not stop.wait(_REST):
            try:
                self.deliver(_AT_ONCE, stop)
            except RegistryError as error:
                _LOG.warning("events are not delivered now: %s", error)
                stop.wait(_REST * 10)
            except Exception:  # noqa: BLE001 - one bad event does not end the work
                _LOG.exception("events are not delivered now")
                stop.wait(_REST * 10)

    def _serve(self, hook: Hook, done: Round, stop: Signal) -> None:
        for _ in range(_AT_ONCE):
            following = self._next(hook)
            if not following or stop.is_set() or not self._take():
                return
            event = following[0]
            outcome = self._sent(hook, id_of(event.place), bytes(event.event))
            if outcome.arrived:
                done.sent += 1
                if not self.hooks.done(hook, event.place):
                    return
                hook = structs.replace(hook, place=event.place, tries=0, due=None)
                continue
            done.failed += 1
            self._put_off(hook, event, outcome, done)
            return

    def _put_off(self, hook: Hook, event: Kept, outcome: Outcome, done: Round) -> None:
        at = self._now()
        if hook.tries + 1 >= TRIES:
            done.given_up += 1
            self.hooks.given_up(hook, event.place, outcome.said(), at)
            return
        wait = min(_FIRST * 2**hook.tries, _LONGEST)
        self.hooks.failed(hook, outcome.said(), at + wait * (0.5 + self._chance() / 2))

    def _next(self, hook: Hook) -> tuple[Kept, ...]:
        return self.stream.after(hook.place, 1, kinds=hook.kinds, government=hook.government)

    def _sent(self, hook: Hook, message: str, body: bytes) -> Outcome:
        headers = headers_of(self._secret(hook), message, self._now(), body)
        return send(hook.url, body, headers, hook.reach, patience=PATIENCE)

    def _hook(self, number: str) -> Hook:
        found = next((hook for hook in self.hooks.all() if hook.id == number), None)
        if found is None:
            raise BadHook(f"no hook has the id {number!r}; `registry hook list` shows them")
        return found

    def _secret(self, hook: Hook, *, make: bool = False) -> str:
        try:
            if make and not self._master.exists():
                self._master.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
                with new_file(self._master) as file:
                    file.write(secrets.token_hex(32).encode())
            master = read_private(self._master)
        except (JournalError, OSError) as error:
            raise BadHook(
                f"the key file of the hooks' secrets cannot be used: {error}; REGISTRY_KEYS names"
                " its folder"
            ) from None
        return secret_of(master, hook.id)

    def _take(self) -> bool:
        at = self._now()
        return self._events.take(_WORK, self._holder, at, at + _TERM)
