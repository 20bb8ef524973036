"""What a process and all it started take: processor time, and memory that is really theirs."""

import os
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_PROC = Path("/proc")
_TICKS = os.sysconf("SC_CLK_TCK")
_SHARE = 20  # looking costs a twentieth of one core at most
_PAUSE = 0.005


def tree_of(root: int) -> list[int]:
    """The process and all below it."""
    found, pending = [], [root]
    while pending:
        found.append(process := pending.pop())
        for task in _names(_PROC / str(process) / "task"):
            pending += map(int, _text(process, f"task/{task}/children").split())
    return found


def cpu_of(root: int) -> float:
    """Seconds of the processor so far, of the tree and of what in it has ended and was awaited."""
    return sum(map(_cpu, tree_of(root)))


def memory_of(root: int) -> int:
    """Bytes of the whole tree; a page that processes share counts once (PSS)."""
    return sum(_kilobytes(process, "smaps_rollup", "Pss:") for process in tree_of(root))


def high_water(root: int) -> int:
    """The most bytes that the one process has held so far."""
    return _kilobytes(root, "status", "VmHWM:")


class Peak:
    """The most memory of a tree that was seen: that of its first process is known for sure."""

    def __init__(self) -> None:
        self.bytes = 0

    def look(self, root: int) -> None:
        """Look once."""
        self.bytes = max(self.bytes, high_water(root), memory_of(root))


@contextmanager
def peak_of(root: int) -> Iterator[Peak]:
    """Watch a tree meanwhile; the more a look costs, the fewer of them."""
    peak, done = Peak(), threading.Event()

    def watch() -> None:
        pause = 0.0
        while not done.wait(pause):
            start = time.thread_time()
            peak.look(root)
            pause = max(_PAUSE, _SHARE * (time.thread_time() - start))

    watcher = threading.Thread(target=watch, daemon=True)
    watcher.start()
    try:
        yield peak
    finally:
        done.set()
        watcher.join()


def _cpu(process: int) -> float:
    fields = _text(process, "stat").rpartition(")")[2].split()
    return sum(map(int, fields[11:15])) / _TICKS if fields else 0.0


def _kilobytes(process: int, file: str, name: str) -> int:
    for line in _text(process, file).splitlines():
        if line.startswith(name):
            return 1024 * int(line.split()[1])
    return 0


def _names(folder: Path) -> list[str]:
    try:
        return os.listdir(folder)  # noqa: PTH208 - names alone
    except OSError:
        return []  # it has ended


def _text(process: int, file: str) -> str:
    try:
        return (_PROC / str(process) / file).read_text()
    except OSError:
        return ""  # it has ended
