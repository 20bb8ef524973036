"""Errors of the system that tell the user which file they are about."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def named(path: str | Path) -> Iterator[None]:
    """Give an `OSError` without a file name, as calls on a descriptor raise it, the name `path`."""
    try:
        yield
    except OSError as error:
        if error.filename is None:
            error.filename = str(path)
        raise


def read_file(path: Path) -> bytes:
    """All bytes of a file. Raises OSError with its name, also when reading or closing fails."""
    with named(path):
        return path.read_bytes()
