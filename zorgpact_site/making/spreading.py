"""Doing several things at a time, and finding a folder to keep what comes of them."""

import os
import tempfile
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

from zorgpact_site.making.memory import Remembered

Task = Callable[[], dict[str, Remembered]]
_MOST = 4  # at a time: each picture that is being made may take 200 MB of memory


@contextmanager
def kept_in(folder: Path, *, needed: bool) -> Iterator[Path]:
    """A folder to keep files in: the one asked for, where it can be written, else one for now."""
    if not needed or _writable(folder):
        yield folder
        return
    with tempfile.TemporaryDirectory(prefix="zorgpact-") as other:
        yield Path(other)


def _writable(folder: Path) -> bool:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            return True
    except OSError:
        return False


def spread(tasks: Iterable[Task]) -> Iterator[dict[str, Remembered]]:
    """Do all tasks, several at a time: what takes long in them runs outside Python's lock."""
    tasks = list(tasks)
    if len(tasks) < 2:  # noqa: PLR2004 - one task needs nobody beside it
        yield from (task() for task in tasks)
        return
    workers = ThreadPoolExecutor(min(os.cpu_count() or 1, _MOST))
    try:
        yield from workers.map(lambda task: task(), tasks)
    finally:
        # After a mistake or an interruption what has begun ends, and nothing more begins.
        workers.shutdown(cancel_futures=True)
