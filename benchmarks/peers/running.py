"""Runs one command to its end, or to the end of our patience, and tells what it took."""

import os
import signal
import subprocess
import tempfile
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.peers.tree import peak_of

_SAID = 600
_NOT_KEPT = "PYTHONDONTWRITEBYTECODE"


@dataclass(frozen=True, slots=True)
class Taken:
    """Seconds by the clock and of the processor, and peak memory in bytes, all processes."""

    wall: float
    cpu: float
    peak: int


class Failed(Exception):
    """A tool did not do it; says why."""


def run(
    command: Sequence[str | Path], folder: Path, limit: float, environment: Mapping[str, str]
) -> Taken:
    """Run a command in a folder; raises Failed when it fails or takes more than `limit` seconds."""
    with tempfile.TemporaryFile("w+") as said:
        start = time.perf_counter()
        process = start_in(folder, command, environment, said.fileno())
        impatient = threading.Timer(limit, stop, [process])
        impatient.start()
        with peak_of(process.pid) as peak:
            _, status, usage = os.wait4(process.pid, 0)
            wall = time.perf_counter() - start
        impatient.cancel()
        process.returncode = os.waitstatus_to_exitcode(status)
        said.seek(0)
        text = said.read()[-_SAID:].strip()
    if process.returncode and wall >= limit:
        raise Failed(f"stopped after {limit:.0f} s")
    if process.returncode:
        raise Failed(f"exit code {process.returncode}: {text}")
    return Taken(wall, usage.ru_utime + usage.ru_stime, peak.bytes)


def start_in(
    folder: Path, command: Sequence[str | Path], environment: Mapping[str, str], said: int
) -> subprocess.Popen[bytes]:
    """Start a command as the head of a group of its own, so that all of it can be stopped.

    Python may keep its compiled code, as it does at everybody's: some containers are set not to,
    and a tool would compile itself anew each time.
    """
    own = {name: value for name, value in os.environ.items() if name != _NOT_KEPT}
    return subprocess.Popen(
        command,
        cwd=folder,
        env={**own, **environment},
        stdin=subprocess.DEVNULL,
        stdout=said,
        stderr=said,
        start_new_session=True,
    )


def stop(process: subprocess.Popen[bytes]) -> None:
    """End a command that `start_in` started, with all that it started itself."""
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        return
