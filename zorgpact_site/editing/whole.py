"""A file that is written for an editor is on the disk whole, or an error tells why not."""

import os
from pathlib import Path

from zorgpact_site.publishing.descriptors import opened

_CREATE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


def write_new(path: Path, data: bytes) -> None:
    """Make a file with these bytes and sync it; no file is left when that fails.

    Raises FileExistsError when anything has this name already, and OSError when the disk is
    full or a right is missing.
    """
    made = False
    try:
        with opened(path, _CREATE) as descriptor:
            made = True
            rest = memoryview(data)
            while rest:
                rest = rest[os.write(descriptor, rest) :]
            os.fsync(descriptor)  # some disks tell only now that they are full
    except BaseException:
        if made:
            path.unlink(missing_ok=True)
        raise
