"""Errors of the system that tell the user which file they are about."""

from pathlib import Path


class named:  # noqa: N801 - reads as a verb where it is used, like the managers of contextlib
    """Give an `OSError` without a file name, as calls on a descriptor raise it, the name `path`."""

    # A class, as a generator costs more than the calls that a large site puts around its files.
    __slots__ = ("_path",)

    def __init__(self, path: str | Path) -> None:
        self._path = path

    def __enter__(self) -> None:
        """Begin what may go wrong."""

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> None:
        """Name what went wrong, if anything."""
        if isinstance(error, OSError) and error.filename is None:
            error.filename = str(self._path)


def read_file(path: Path) -> bytes:
    """All bytes of a file. Raises OSError with its name, also when reading or closing fails."""
    with named(path):
        return path.read_bytes()
