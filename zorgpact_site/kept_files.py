"""Files that only save work, read and written so that nothing in their place stops a build."""

import errno
import hashlib
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


def touch(path: Path) -> None:
    """Note that a file was used now, so that others are older.

    One of somebody else may be read and not be touched, and is as good all the same.
    """
    with suppress(OSError):
        os.utime(path)


def by_age(folder: Path) -> list[Path]:
    """All files of a folder, last used first; halfway ones that a kill left are among them."""
    with suppress(OSError):
        return sorted(folder.iterdir(), key=lambda file: file.stat().st_mtime_ns, reverse=True)
    return []


def read_checked(path: Path, name: str) -> str:
    """The text that was kept in a file under this name.

    Raises ValueError when it was kept under another, or for any damage to it, and OSError.
    """
    checksum, _, text = read_kept(path).decode("utf-8", "surrogateescape").partition("\n")
    if checksum != _checksum(name, text):
        raise ValueError(str(path))
    return text


def keep_checked(path: Path, name: str, text: str) -> None:
    """Keep a text in a file under the name of what it follows from. Raises OSError."""
    told = f"{_checksum(name, text)}\n{text}"
    keep(path, told.encode("utf-8", "surrogateescape"))


def _checksum(name: str, text: str) -> str:
    return hashlib.sha256(f"{name}\n{text}".encode("utf-8", "surrogateescape")).hexdigest()
