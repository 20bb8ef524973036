"""Write the whole new tree beside the old one, and have it on the disk before anybody sees it."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from zorgpact_site.artifact import CopyOf
from zorgpact_site.publishing.descriptors import named, opened
from zorgpact_site.publishing.place import MARKER, Place
from zorgpact_site.publishing.tree import Wanted, chunks

CREATE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


def write_tree(wanted: Wanted, kept: Mapping[str, os.stat_result], place: Place) -> None:
    """Make the wanted tree in `place.new`, which must not exist, and sync it to the disk.

    A file in `kept` has its bytes in `place.folder` already and becomes a hard link to them.

    Raises `OSError`, with the file name set, when the disk is full, a right is missing or a
    source is gone.
    """
    old, new = place.folder, place.new
    new.mkdir()
    with _synced(new):
        # The marker first, so that a tree cut off halfway is known as ours; and always anew,
        # because it shows the mode that the umask gives today: an old file with another mode,
        # perhaps one that the web server may not read, is not worth a link.
        _write_file(f"{new}/{MARKER}", wanted.files[MARKER])
        mode = (new / MARKER).stat().st_mode
        for folder in wanted.folders:
            Path(f"{new}/{folder}").mkdir()
        for path, data in wanted.files.items():
            if path == MARKER:
                continue
            linkable = path in kept and kept[path].st_mode == mode
            if not (linkable and _link(f"{old}/{path}", f"{new}/{path}")):
                _write_file(f"{new}/{path}", data)


def _link(source: str, target: str) -> bool:
    try:
        os.link(source, target)
    except OSError:
        # A link only saves work. Where the cause is more than a lack of links (a full disk, a
        # lost right), writing the file meets it too and says so.
        return False
    return True


def _write_file(target: str, data: bytes | CopyOf) -> None:
    with opened(target, CREATE) as descriptor:
        for chunk in chunks(data):
            rest = memoryview(chunk)
            while rest:
                rest = rest[os.write(descriptor, rest) :]


@contextmanager
def _synced(folder: Path) -> Iterator[None]:
    """Sync all that the block writes in `folder`, once, when the block ends well."""
    if os.name == "nt":  # neither folders to open nor a sync for all
        yield
        _sync_each_file(folder)
        return
    # Opened before the writing, as the kernel tells a descriptor only of errors since then.
    with opened(folder) as descriptor:
        yield
        if not _sync_file_system(descriptor) and hasattr(os, "sync"):
            os.sync()


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
