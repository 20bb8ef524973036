"""See that an editor saved something: cheap snapshots of folders, compared."""

from __future__ import annotations

import asyncio
import os
import time
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from zorgpact_site.walking import is_dropping

# Of every file its times, size and number: enough to see any save, without reading a byte.
Snapshot = Mapping[str, tuple[int, int, int, int]]

_PAUSE = 0.1  # seconds between two looks
_SHARE = 19  # and at least this many times what a look costs: a twentieth of one core at most
_QUIET = 0.05  # seconds without a change after which a burst of saves is over
_PATIENCE = 20  # looks that a burst may last; a file that grows all the time is built too
_PROBE = "4913"  # what vim writes and removes to see whether a folder can be written


def snapshot(folders: Iterable[Path]) -> Snapshot:
    """Look at all files in these folders, which may be absent. No symlink is followed."""
    seen: dict[str, tuple[int, int, int, int]] = {}
    pending = [str(folder) for folder in folders]
    while pending:
        try:
            with os.scandir(pending.pop()) as entries:
                for entry in entries:
                    if is_no_save(entry.name):
                        continue
                    if entry.is_dir(follow_symlinks=False):
                        pending.append(entry.path)
                    else:
                        seen[entry.path] = _stamp(entry.stat(follow_symlinks=False))
        except OSError:
            continue  # gone while we looked, or never there: what is seen next time says so
    return seen


def is_no_save(name: str) -> bool:
    """Whether a build would pass such a file over, or it is gone before one could see it."""
    return is_dropping(name) or name == _PROBE


def _stamp(stat: os.stat_result) -> tuple[int, int, int, int]:
    # The second time too: it moves when an editor sets back the first, or rights change.
    return stat.st_mtime_ns, stat.st_ctime_ns, stat.st_size, stat.st_ino


async def next_change(
    look: Callable[[], Snapshot], known: Snapshot, stirred: asyncio.Event | None = None
) -> Snapshot:
    """Wait until what `look` sees differs from `known` and has come to rest; give what it sees.

    When `stirred` is set, there is reason to look before the next time.
    """
    stirred = stirred or asyncio.Event()
    while True:
        stirred.clear()
        seen, took = await asyncio.to_thread(_timed, look)
        if seen != known:
            seen = await _at_rest(look, seen)
        if seen != known:
            return seen
        with suppress(TimeoutError):
            await asyncio.wait_for(stirred.wait(), max(_PAUSE, _SHARE * took))
            await asyncio.sleep(_QUIET)


def _timed(look: Callable[[], Snapshot]) -> tuple[Snapshot, float]:
    """What there is to see, and the seconds of a core that looking cost."""
    started = time.thread_time()
    return look(), time.thread_time() - started


async def _at_rest(look: Callable[[], Snapshot], seen: Snapshot) -> Snapshot:
    for _ in range(_PATIENCE):
        await asyncio.sleep(_QUIET)
        before, seen = seen, await asyncio.to_thread(look)
        if seen == before:
            break
    return seen
