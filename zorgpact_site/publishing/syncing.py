"""Have a tree on the disk before anybody sees it."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from zorgpact_site.named_errors import named

Sync = Callable[[Path], None]


@contextmanager
def syncing(folder: Path) -> Iterator[Sync]:
    """Give a function that syncs all that was written below `folder` since the block began."""
    if os.name == "nt":  # neither folders to open nor a sync for all
        yield _sync_each_file
        return
    # Opened before the writing, as the kernel tells a descriptor only of errors since then.
    with named(folder):
        descriptor = os.open(folder, os.O_RDONLY)

    def sync(tree: Path) -> None:
        with named(tree):
            if not _sync_file_system(descriptor) and hasattr(os, "sync"):
                os.sync()

    try:
        yield sync
    finally:
        with suppress(OSError):  # nothing was written by it, and the tree may be published
            os.close(descriptor)


def _sync_file_system(descriptor: int) -> bool:
    """Sync the file system that `descriptor` is on; False where there is no such call.

    Source: syncfs(2), which reports failed writes since Linux 5.8.
    """
    import ctypes  # noqa: PLC0415 - only a publication that changes something needs it

    libc = ctypes.CDLL(None, use_errno=True)
    if not hasattr(libc, "syncfs"):
        return False
    failed = libc.syncfs(ctypes.c_int(descriptor))
    number = ctypes.get_errno()
    if failed and number != errno.ENOSYS:
        raise OSError(number, os.strerror(number))
    return not failed


def _sync_each_file(folder: Path) -> None:
    for parent, _, names in os.walk(folder):
        for name in names:
            with (Path(parent) / name).open("r+b") as file, named(file.name):
                os.fsync(file.fileno())
