"""What can go wrong while publishing, as data: the caller chooses the words."""

from __future__ import annotations

from pathlib import Path


class NotOurs(Exception):
    """`path` holds something that we did not make, so it may not be replaced or removed."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.path = path


class Busy(Exception):
    """Another build holds the lock on the folder `path`."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.path = path


class CannotKeep(Exception):
    """At `paths` the published site does not hold the bytes that were to be kept: make them anew.

    Nothing was published.
    """

    def __init__(self, paths: tuple[str, ...]) -> None:
        super().__init__(paths)
        self.paths = paths
