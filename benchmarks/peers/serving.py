"""From the save of a file until a tool's own server gives the new text."""

import http.client
import socket
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from benchmarks.peers.running import Failed, Taken, start_in, stop
from benchmarks.peers.tree import cpu_of, peak_of

_POLL = 0.003
_COARSE = 0.02  # of what has been waited so far
_QUIET = 1.5  # seconds without work after which a tool is through with a change
_LOOK = 0.25
_WATCHING = 0.15  # the part of a core that watching by looking may take


@dataclass(frozen=True, slots=True)
class Server:
    """A tool that serves and watches."""

    process: int
    port: int
    limit: float
    alive: Callable[[], bool]

    def wait_for(self, address: str, words: str) -> None:
        """Ask for a page until the words stand on it; raises Failed when it takes too long."""
        start = time.perf_counter()
        while words not in self._text(address):
            waited = time.perf_counter() - start
            if not self.alive():
                raise Failed("its server ended")
            if waited > self.limit:
                raise Failed(f"not on {address} after {self.limit:.0f} s")
            # Asking keeps the server from its work: the longer it takes, the less often.
            time.sleep(max(_POLL, _COARSE * waited))

    def after_saving(self, save: Callable[[], None], address: str, words: str) -> Taken:
        """What passes from a save until its words are served; processor time until all is done."""
        before = cpu_of(self.process)
        with peak_of(self.process) as peak:
            start = time.perf_counter()
            save()
            self.wait_for(address, words)
            wall = time.perf_counter() - start
        self.rest()
        return Taken(wall, cpu_of(self.process) - before, peak.bytes)

    def rest(self) -> None:
        """Wait until the tool does nothing more but watch."""
        start = since = time.perf_counter()
        seen = cpu_of(self.process)
        while time.perf_counter() - since < _QUIET:
            time.sleep(_LOOK)
            now = cpu_of(self.process)
            if now - seen > _WATCHING * _LOOK:
                since = time.perf_counter()
            seen = now
            if since - start > self.limit:
                raise Failed(f"not at rest after {self.limit:.0f} s")

    def _text(self, address: str) -> str:
        try:
            url = f"http://127.0.0.1:{self.port}{address}"
            with urllib.request.urlopen(url, timeout=self.limit) as answer:
                text: str = answer.read().decode(errors="replace")
        except (http.client.HTTPException, OSError):
            return ""  # not there yet, or at this moment being replaced
        return text


@contextmanager
def served(
    command: Callable[[int], list[str]],
    folder: Path,
    limit: float,
    environment: Mapping[str, str],
) -> Iterator[Server]:
    """Start a tool's server on a free port; it is stopped at the end."""
    port = _free_port()
    with tempfile.TemporaryFile() as said:
        process = start_in(folder, command(port), environment, said.fileno())
        try:
            yield Server(process.pid, port, limit, lambda: process.poll() is None)
        finally:
            stop(process)
            process.wait()


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port
