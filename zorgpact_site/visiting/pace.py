"""Never two questions to one host at a time, nor soon after another."""

import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Event, Lock


class Stopped(Exception):
    """Somebody broke off the visits."""


@dataclass(slots=True)
class _Turn:
    lock: Lock = field(default_factory=Lock)
    free: float = float("-inf")


class Pace:
    """Gives each host its turns, at least `pause` seconds apart.

    `clock` tells seconds and `sleep` waits for some; without a `sleep`, waiting ends when `stop`
    is called.
    """

    def __init__(
        self,
        pause: float,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], object] | None = None,
    ) -> None:
        self.pause = pause
        self._clock = clock
        self._stopped = Event()
        self._sleep = sleep or self._stopped.wait
        self._turns: defaultdict[str, _Turn] = defaultdict(_Turn)
        self._lock = Lock()

    @contextmanager
    def turn(self, host: str) -> Iterator[None]:
        """Wait for the turn of a host and keep it; raises Stopped after `stop`."""
        turn = self._turn(host)
        with turn.lock:
            while (wait := turn.free - self._clock()) > 0 and not self._stopped.is_set():
                self._sleep(wait)
            if self._stopped.is_set():
                raise Stopped
            try:
                yield
            finally:
                turn.free = max(turn.free, self._clock() + self.pause)

    def rest(self, host: str, seconds: float) -> None:
        """Leave a host alone for so long."""
        turn = self._turn(host)
        turn.free = max(turn.free, self._clock() + seconds)

    def stop(self) -> None:
        """Give no more turns."""
        self._stopped.set()

    def _turn(self, host: str) -> _Turn:
        with self._lock:
            return self._turns[host]
