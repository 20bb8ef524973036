"""What is wanted in the published folder, what stands there, and where the two differ."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from zorgpact_site.file_states import State
from zorgpact_site.publishing.contents import digest_of_published
from zorgpact_site.publishing.inventory import (
    MODE,
    Inventory,
    folder_states,
    is_rooted,
    is_whole,
    read_inventory,
    state_of,
)
from zorgpact_site.publishing.place import MARKER, Place

SPECIAL_PARTS = frozenset({"", ".", ".."})


@dataclass(frozen=True, slots=True)
class Changes:
    """What a publication did to the site: sorted paths, and the number of files left as is.

    `site` is the digest of the whole, as `looked_at` tells it.
    """

    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    unchanged: int
    site: bytes = field(default=b"", compare=False)


@dataclass(frozen=True, slots=True)
class Layout:
    """The places of the tree to publish."""

    files: set[str] = field(default_factory=set)
    folders: set[str] = field(default_factory=set)

    def add(self, path: str) -> None:
        """Take in a file.

        Raises `ValueError` when its path is unsafe, comes twice, or is both a file and a folder.
        """
        _require_safe(path)
        if path in self.files:
            raise ValueError(f"two artifacts have the path {path!r}")
        self.files.add(path)
        folder = path.rpartition("/")[0]
        clash = path in self.folders
        while folder and folder not in self.folders:
            clash = clash or folder in self.files
            self.folders.add(folder)
            folder = folder.rpartition("/")[0]
        if clash:
            raise ValueError(f"both a file and a folder on the way to {path!r}")


def layout_of(paths: Collection[str]) -> Layout:
    """The places of these files and our marker. Raises `ValueError` as `Layout.add` does.

    All at once, as there are many; one by one only to find which of them is wrong.
    """
    files = {MARKER, *paths}
    folders: set[str] = set()
    around = files
    while around := {path.rpartition("/")[0] for path in around} - folders - {""}:
        folders |= around
    if len(files) > len(paths) and folders.isdisjoint(files) and _are_safe(paths):
        return Layout(files, folders)
    layout = Layout({MARKER})
    for path in paths:
        layout.add(path)
    return layout


def _are_safe(paths: Collection[str]) -> bool:
    """Whether all of them pass `_require_safe`; False also where that is not sure."""
    text = f"/{'/|/'.join(paths)}/"
    try:
        os.fsencode(text)
    except UnicodeEncodeError:
        return False
    strange = ("//", "/./", "/../", "\0") if os.name != "nt" else ("",)
    return not any(part in text for part in strange)


def _require_safe(path: str) -> None:
    os.fsencode(path)  # UnicodeEncodeError is a ValueError: no file can have such a name
    foreign = os.name == "nt" and ("\\" in path or ":" in path)
    if foreign or "\0" in path or not SPECIAL_PARTS.isdisjoint(path.split("/")):
        raise ValueError(f"not a path inside the site: {path!r}")


@dataclass(frozen=True, slots=True)
class Standing:
    """The tree that is published now; `others` are symlinks, sockets and the like.

    `inventory` is there when it tells of exactly this tree. `known` are digests of files that are
    still as we wrote them; those of others are made by reading. `looked` says that the spare tree
    was seen to be as the inventory tells too.
    """

    folder: Path
    files: Mapping[str, State]
    folders: frozenset[str]
    others: frozenset[str]
    known: Mapping[str, bytes]
    inventory: Inventory | None
    looked: bool = False

    def digest(self, path: str) -> bytes | None:
        """The digest of a file that stands; None when it cannot be read."""
        return self.known.get(path) or digest_of_published(f"{self.folder}/{path}")

    def modes(self) -> set[int]:
        """The modes of all files and folders."""
        if self.inventory is not None:
            folders = self.inventory.folders
        else:
            folders = folder_states(self.folder, ("", *self.folders) if self.files else ())
        return {state[MODE] for state in (*self.files.values(), *folders.values())}


def stand(place: Place, looked: Callable[[bytes], bool] = lambda _site: False) -> Standing:
    """See what stands in the folder, which may be absent: by the inventory, or else by looking.

    `looked` tells whether this and the spare tree were found whole just now, as the site of a
    digest. Then it is enough that both still are the same trees.
    """
    folder, inventory = place.folder, read_inventory(place)
    if inventory is not None:
        sure = looked(inventory.site) and is_rooted(inventory, place)
        if sure or is_whole(inventory, folder):
            folders, known = frozenset(inventory.folders) - {""}, inventory.digests
            return Standing(folder, inventory.files, folders, frozenset(), known, inventory, sure)
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


def compare(wanted: Layout, written: set[str], standing: Standing) -> Difference:
    """Compare the wanted tree with the standing one, that has all but the files in `written`."""
    there = standing.files.keys() | standing.others
    fresh = written - {MARKER}
    changes = Changes(
        added=tuple(sorted(fresh - there)),
        changed=tuple(sorted(fresh & there)),
        removed=tuple(sorted(there - wanted.files - {MARKER})),
        unchanged=len(wanted.files) - len(written | {MARKER}),
    )
    same = (
        not written
        and wanted.files == standing.files.keys()
        and standing.folders == wanted.folders
        and not standing.others
    )
    return Difference(changes, same)
