"""Bare descriptors, whose errors still tell the user which file they are about."""

from __future__ import annotations

import os
from pathlib import Path

from zorgpact_site.named_errors import named


class opened:  # noqa: N801 - as `named`
    """Open a file or folder; a new file gets the mode that the umask gives.

    Closing is checked too: some file systems tell only then that the disk is full.
    """

    __slots__ = ("_descriptor", "_flags", "_named", "_path")

    def __init__(self, path: str | Path, flags: int = os.O_RDONLY) -> None:
        self._path, self._flags, self._named = path, flags, named(path)

    def __enter__(self) -> int:
        """Give the descriptor."""
        try:  # not `with`, which does more for each file of a large site
            self._descriptor = os.open(self._path, self._flags, 0o666)
        except OSError as error:
            self._named.__exit__(type(error), error, None)
            raise
        return self._descriptor

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        """Close it."""
        self._named.__exit__(kind, error, trace)
        with self._named:
            os.close(self._descriptor)
