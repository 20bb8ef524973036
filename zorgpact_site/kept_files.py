"""Files that only save work, read and written so that nothing in their place stops a build."""

import errno
import os
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, TypeAlias

from zorgpact_site.named_errors import named

# Is told what could not be kept.
Lost: TypeAlias = Callable[[OSError], None]
# Who opens a pipe waits for somebody at its other end.
_READ = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


def open_kept(path: Path) -> BinaryIO:
    """Open a file. Raises OSError for what is none, such as a pipe, which nobody would end."""
    descriptor = os.open(path, _READ)
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise OSError(errno.EINVAL, os.strerror(errno.EINVAL), str(path))
    return open(descriptor, "rb")  # noqa: PTH123 - a descriptor has no path


def read_kept(path: Path) -> bytes:
    """All bytes of a file. Raises OSError as `open_kept` does."""
    with named(path), open_kept(path) as file:
        return file.read()


def keep(path: Path, data: bytes) -> None:
    """Write a file whole in the place of what was there, or leave nothing half behind.

    Raises OSError, with its name, when it cannot be.
    """
    with keeping(path) as file:
        file.write(data)


@contextmanager
def keeping(path: Path) -> Iterator[BinaryIO]:
    """The same of what is written piece by piece, and too much to hold."""
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.with_name(f"{path.name}.{os.getpid()}.new")
    try:
        with named(new), new.open("wb") as file:
            yield file
        new.replace(path)
    except BaseException:
        with suppress(OSError):
            new.unlink()
        raise
