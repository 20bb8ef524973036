"""One build at a time: the lock on a published folder."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from zorgpact_site.named_errors import named
from zorgpact_site.publishing.errors import Busy
from zorgpact_site.publishing.place import Place, require_ours
from zorgpact_site.publishing.swapping import settle


@contextmanager
def hold(output: Path) -> Iterator[Place]:
    """Hold the lock on `output` for as long as the block runs, and yield its `Place`.

    The kernel holds the lock, so a killed build frees it. What such a build left half done is
    set right before the block starts. The lock is not re-entrant.

    Raises `NotOurs` when `output` is a file or a non-empty folder without our marker (nothing is
    written then, not even the lock file), `Busy` when another build holds the lock, and `OSError`
    when the folder around `output` cannot be made, read or written.
    """
    import filelock  # noqa: PLC0415 - tens of milliseconds that `check` need not pay

    place = Place.of(output)
    require_ours(place.folder)
    place.folder.parent.mkdir(parents=True, exist_ok=True)
    # Not per thread: a server may build in another thread than the one that took the lock.
    lock = filelock.FileLock(place.lock, thread_local=False)
    try:
        with named(place.lock):
            lock.acquire(blocking=False)
    except filelock.Timeout:
        raise Busy(place.folder) from None
    try:
        settle(place)
        yield place
    finally:
        with named(place.lock):
            lock.release()
