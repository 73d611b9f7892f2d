"""Ask a service on this machine over and over, as fast as it answers or at a steady pace."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Iterator
from time import perf_counter

from msgspec import Struct

CONNECTIONS = 32


class Taken(Struct, frozen=True):
    """What a run took: requests answered, seconds, and each request's time in seconds."""

    answered: int
    seconds: float
    times: tuple[float, ...]

    @property
    def rate(self) -> float:
        """Return the requests answered in a second."""
        return self.answered / self.seconds

    def within(self, share: float) -> float:
        """Return the seconds within which a share of the requests was answered."""
        ranked = sorted(self.times)
        return ranked[min(len(ranked) - 1, int(len(ranked) * share))]


class _Connection(asyncio.Protocol):
    """Sends its request again each time it is answered, or when it is told to."""

    def __init__(self, requests: Iterator[bytes], *, again: bool) -> None:
        self.requests = requests
        self.again = again
        self.sent: deque[float] = deque()
        self.times: list[float] = []
        self.wrong: bytes | None = None
        self._got = b""
        self._wanted = 0

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport
        if self.again:
            self.ask()

    def ask(self, due: float | None = None) -> None:
        self.sent.append(perf_counter() if due is None else due)
        self.transport.write(next(self.requests))

    def data_received(self, data: bytes) -> None:
        self._got += data
        while True:
            if not self._wanted:
                end = self._got.find(b"\r\n\r\n")
                if end < 0:
                    return
                head = self._got[:end].lower()
                if not head.startswith(b"http/1.1 200"):
                    self.wrong = head
                    self.transport.close()
                    return
                self._wanted = end + 4 + int(head.partition(b"content-length:")[2].split()[0])
            if len(self._got) < self._wanted:
                return
            self._got, self._wanted = self._got[self._wanted :], 0
            self.times.append(perf_counter() - self.sent.popleft())
            if self.again:
                self.ask()


def press(
    host: str, port: int, targets: Iterator[str], seconds: float, rate: float | None = None
) -> Taken:
    """Ask for one of ``targets`` after the other for some seconds.

    Without a rate each of ``CONNECTIONS`` connections asks again as soon as it is answered.
    With one, requests leave at that many a second whether or not earlier ones are answered,
    and the time of each counts from when it was due.

    Raises:
        RuntimeError: an answer was not 200.
    """
    return asyncio.run(_press(host, port, targets, seconds, rate))


async def _press(
    host: str, port: int, targets: Iterator[str], seconds: float, rate: float | None
) -> Taken:
    requests = (f"GET {t} HTTP/1.1\r\nHost: {host}:{port}\r\n\r\n".encode() for t in targets)
    loop = asyncio.get_running_loop()
    connections: list[_Connection] = []
    began = perf_counter()
    for _ in range(CONNECTIONS):
        _, made = await loop.create_connection(
            lambda: _Connection(requests, again=rate is None), host, port
        )
        connections.append(made)
    if rate is None:
        await asyncio.sleep(seconds)
    else:
        await _steadily(connections, seconds, rate)
    took = perf_counter() - began
    for one in connections:
        one.transport.close()
        if one.wrong is not None:
            raise RuntimeError(f"not answered: {one.wrong.decode()}")
    times = tuple(time for one in connections for time in one.times)
    return Taken(len(times), took, times)


async def _steadily(connections: list[_Connection], seconds: float, rate: float) -> None:
    began, number = perf_counter(), 0
    while (now := perf_counter() - began) < seconds:
        while number < now * rate:
            connections[number % len(connections)].ask(began + number / rate)
            number += 1
        await asyncio.sleep(0.001)
    for _ in range(100):  # a second for the last
        if not any(one.sent for one in connections):
            return
        await asyncio.sleep(0.01)
