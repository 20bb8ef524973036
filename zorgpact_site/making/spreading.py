"""Doing several things at a time."""

import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor

from zorgpact_site.making.memory import Remembered

Task = Callable[[], dict[str, Remembered]]
_MOST = 4  # at a time: each picture that is being made may take 200 MB of memory


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
