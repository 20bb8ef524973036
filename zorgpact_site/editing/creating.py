"""A new file comes whole or not at all, and never in the place of another."""

import os
from pathlib import Path

from zorgpact_site.editing.new import NewFile
from zorgpact_site.publishing.descriptors import opened

_CREATE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


def create(root: Path, new: NewFile) -> Path:
    """Write a new file below the folder of the site, and give its path.

    Raises FileExistsError when anything has this name already, and OSError when the disk is
    full or a right is missing; then no file is left.
    """
    path = root / new.path
    path.parent.mkdir(parents=True, exist_ok=True)
    made = False
    try:
        with opened(path, _CREATE) as descriptor:
            made = True
            _write(descriptor, new.text.encode())
    except BaseException:
        if made:
            path.unlink(missing_ok=True)
        raise
    return path


def _write(descriptor: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(descriptor, rest) :]
    os.fsync(descriptor)  # some disks tell only now that they are full
