"""What is wanted in the published folder, what stands there, and where the two differ."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from zorgpact_site.publishing.contents import digest_of_published
from zorgpact_site.publishing.inventory import Inventory, State, is_whole, read_inventory, state_of
from zorgpact_site.publishing.place import MARKER, Place

SPECIAL_PARTS = frozenset({"", ".", ".."})


@dataclass(frozen=True, slots=True)
class Changes:
    """What a publication did to the site: sorted paths, and the number of files left as is.

    `site` is the digest of the whole, as `standing_whole` gives it.
    """

    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    unchanged: int
    site: bytes = field(default=b"", compare=False)


@dataclass(frozen=True, slots=True)
class Layout:
    """The places of the tree to publish, filled one by one.

    Its methods raise `ValueError` when a path is unsafe, comes twice, or is both a file and a
    folder.
    """

    files: set[str] = field(default_factory=set)
    folders: set[str] = field(default_factory=set)

    def add(self, path: str) -> None:
        """Take in a file of which nothing is known."""
        _require_safe(path)
        self.add_safe(path)
        folder = path.rpartition("/")[0]
        clash = path in self.folders
        while folder and folder not in self.folders:
            clash = clash or folder in self.files
            self.folders.add(folder)
            folder = folder.rpartition("/")[0]
        if clash:
            raise _both(path)

    def add_safe(self, path: str) -> None:
        """Take in a file that stands already, so that its path is known to be safe."""
        if path in self.files:
            raise ValueError(f"two artifacts have the path {path!r}")
        self.files.add(path)

    def finish(self) -> None:
        """Take in the folders of all files, and see that no path is a file and a folder."""
        for path in self.files:
            folder = path.rpartition("/")[0]
            while folder and folder not in self.folders:
                self.folders.add(folder)
                folder = folder.rpartition("/")[0]
        if clashes := self.folders & self.files:
            raise _both(min(clashes))


def _both(path: str) -> ValueError:
    return ValueError(f"both a file and a folder on the way to {path!r}")


def _require_safe(path: str) -> None:
    os.fsencode(path)  # UnicodeEncodeError is a ValueError: no file can have such a name
    foreign = os.name == "nt" and ("\\" in path or ":" in path)
    if foreign or "\0" in path or not SPECIAL_PARTS.isdisjoint(path.split("/")):
        raise ValueError(f"not a path inside the site: {path!r}")


@dataclass(frozen=True, slots=True)
class Standing:
    """The tree that is published now; `others` are symlinks, sockets and the like.

    `inventory` is there when it tells of exactly this tree. `known` are digests of files that are
    still as we wrote them; those of others are made by reading.
    """

    folder: Path
    files: Mapping[str, State]
    folders: frozenset[str]
    others: frozenset[str]
    known: Mapping[str, bytes]
    inventory: Inventory | None

    def digest(self, path: str) -> bytes | None:
        """The digest of a file that stands; None when it cannot be read."""
        return self.known.get(path) or digest_of_published(f"{self.folder}/{path}")


def stand(place: Place) -> Standing:
    """See what stands in the folder, which may be absent: by the inventory, or else by looking."""
    folder, inventory = place.folder, read_inventory(place)
    if inventory is not None and is_whole(inventory, folder):
        folders = frozenset(inventory.folders) - {""}
        return Standing(folder, inventory.files, folders, frozenset(), inventory.digests, inventory)
    files, folders, others = _look(folder)
    known = {}
    if inventory is not None:
        known = {
            path: inventory.digests[path] for path, _ in inventory.files.items() & files.items()
        }
    return Standing(folder, files, folders, others, known, None)


def _look(folder: Path) -> tuple[dict[str, State], frozenset[str], frozenset[str]]:
    """Walk over a folder, following no symlink: its files, folders and all other things."""
    files: dict[str, State] = {}
    folders: set[str] = set()
    others: set[str] = set()
    pending = [""] if folder.exists() else []
    while pending:
        prefix = pending.pop()
        with os.scandir(f"{folder}/{prefix}") as entries:
            for entry in entries:
                path = prefix + entry.name
                if entry.is_dir(follow_symlinks=False):
                    folders.add(path)
                    pending.append(path + "/")
                elif entry.is_file(follow_symlinks=False):
                    files[path] = state_of(entry.stat(follow_symlinks=False))
                else:
                    others.add(path)
    return files, frozenset(folders), frozenset(others)


@dataclass(frozen=True, slots=True)
class Difference:
    """How a standing tree differs from the wanted one.

    `same` says that there is nothing to do at all. An empty folder too many makes a difference,
    though no file changes.
    """

    changes: Changes
    same: bool


def compare(wanted: Layout, kept: set[str], standing: Standing) -> Difference:
    """Compare the wanted tree with the standing one, that has the files in `kept` already."""
    asked = wanted.files - {MARKER}
    there = (standing.files.keys() | standing.others) - {MARKER}
    changes = Changes(
        added=tuple(sorted(asked - there)),
        changed=tuple(sorted((asked & there) - kept)),
        removed=tuple(sorted(there - asked)),
        unchanged=len(asked & kept),
    )
    same = (
        kept == wanted.files == standing.files.keys()
        and standing.folders == wanted.folders
        and not standing.others
    )
    return Difference(changes, same)
