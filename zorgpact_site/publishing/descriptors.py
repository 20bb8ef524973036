"""Bare descriptors, whose errors still tell the user which file they are about."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from zorgpact_site.named_errors import named


@contextmanager
def opened(path: str | Path, flags: int = os.O_RDONLY) -> Iterator[int]:
    """Open a file or folder; a new file gets the mode that the umask gives.

    Closing is checked too: some file systems tell only then that the disk is full.
    """
    with named(path):
        descriptor = os.open(path, flags, 0o666)
        try:
            yield descriptor
        finally:
            os.close(descriptor)
