"""Put the new tree in the place of the old one in a single step, and recover from a cut-off one.

Linux and macOS can exchange two folders at once. Elsewhere three renames do the same work, with
`Place.old` as the sign that they were under way.
"""

from __future__ import annotations

import errno
import os
from contextlib import suppress
from pathlib import Path

from zorgpact_site.publishing.descriptors import opened
from zorgpact_site.publishing.place import Place, remove_tree, require_ours

AT_FDCWD = -100  # linux/fcntl.h
RENAME_EXCHANGE = 2  # linux/fs.h
RENAME_SWAP = 2  # sys/stdio.h of macOS
UNSUPPORTED = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EXDEV}


def settle(place: Place) -> None:
    """Undo a publication that was cut off: afterwards `place.folder` is there, and whole.

    Beside it stands at most the spare tree, which is never looked at before it is proven whole.

    Raises `NotOurs` when the folder, or what stands where its neighbours belong, is not of our
    making, and `OSError` when it cannot be read, renamed or removed.
    """
    require_ours(place.folder)
    for neighbour in (place.new, place.next, place.old, place.spare):
        # A kill can strike before the text of the marker is written: its being there will do.
        require_ours(neighbour, signature=b"")
    if os.path.lexists(place.old) and not os.path.lexists(place.folder):
        place.old.rename(place.folder)
    for rubbish in (place.new, place.next):
        if os.path.lexists(rubbish):
            remove_tree(rubbish)
    if os.path.lexists(place.old):
        # By way of `new`: whatever is called `old` must be whole, as it may be put back.
        place.old.rename(place.new)
        remove_tree(place.new)


def swap(tree: Path, place: Place) -> None:
    """Make `tree` the published folder; a folder that stood there has the name of `tree` then."""
    if not os.path.lexists(place.folder):
        tree.rename(place.folder)
    elif not exchange(tree, place.folder):
        place.folder.rename(place.old)
        tree.rename(place.folder)
        with suppress(OSError):  # it is published; `settle` takes the old tree away
            place.old.rename(tree)


def exchange(one: Path, other: Path) -> bool:
    """Exchange the names of two folders in one step; False where that cannot be done.

    Sources: renameat2(2) with RENAME_EXCHANGE, macOS renamex_np(2) with RENAME_SWAP.
    """
    import ctypes  # noqa: PLC0415 - only a publication that changes something needs it

    if os.name == "nt":
        return False
    libc = ctypes.CDLL(None, use_errno=True)
    first, second = os.fsencode(one), os.fsencode(other)
    if hasattr(libc, "renameat2"):
        here, flags = ctypes.c_int(AT_FDCWD), ctypes.c_uint(RENAME_EXCHANGE)
        failed = libc.renameat2(here, first, here, second, flags)
    elif hasattr(libc, "renamex_np"):
        failed = libc.renamex_np(first, second, ctypes.c_uint(RENAME_SWAP))
    else:
        return False
    number = ctypes.get_errno()
    if failed and number not in UNSUPPORTED:
        raise OSError(number, os.strerror(number), str(other), None, str(one))
    return not failed


def sync_names(folder: Path) -> None:
    """Have the names of what stands in a folder on the disk."""
    if os.name == "nt":  # folders cannot be opened there
        return
    try:
        with opened(folder) as descriptor:
            os.fsync(descriptor)
    except OSError as error:
        if error.errno not in UNSUPPORTED:  # not every file system can sync a folder
            raise
