"""What is wanted in the published folder, what stands there, and where the two differ."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from zorgpact_site.artifact import Artifact, CopyOf
from zorgpact_site.publishing.descriptors import named, opened
from zorgpact_site.publishing.place import MARKER, MARKER_TEXT

CHUNK = 1 << 20  # bytes held at a time of a file that is copied or compared
READ = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)
SPECIAL_PARTS = frozenset({"", ".", ".."})


@dataclass(frozen=True, slots=True)
class Changes:
    """What a publication did to the site: sorted paths, and the number of files left as is."""

    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    unchanged: int


@dataclass(frozen=True, slots=True)
class Wanted:
    """The tree to publish: its files, our marker among them, and its folders, parents first."""

    files: Mapping[str, bytes | CopyOf]
    folders: Sequence[str]


@dataclass(frozen=True, slots=True)
class Standing:
    """The tree that is published now; `others` are symlinks, sockets and the like."""

    files: Mapping[str, os.stat_result]
    folders: frozenset[str]
    others: frozenset[str]


@dataclass(frozen=True, slots=True)
class Difference:
    """How a standing tree differs from the wanted one.

    `kept` holds the files that have the wanted bytes already; `same` says that there is nothing
    to do at all. An empty folder too many makes a difference, though no file changes.
    """

    kept: Mapping[str, os.stat_result]
    changes: Changes
    same: bool


def want(artifacts: Iterable[Artifact]) -> Wanted:
    """Lay out the tree that `artifacts` form.

    Raises `ValueError` when a path is unsafe, comes twice, or is both a file and a folder.
    """
    files: dict[str, bytes | CopyOf] = {MARKER: MARKER_TEXT}
    folders: set[str] = set()
    for artifact in artifacts:
        path = artifact.path
        _require_safe(path)
        if path in files:
            raise ValueError(f"two artifacts have the path {path!r}")
        files[path] = artifact.data
        folder = path.rpartition("/")[0]
        while folder and folder not in folders:
            folders.add(folder)
            folder = folder.rpartition("/")[0]
    if clashes := sorted(folders & files.keys()):
        raise ValueError(f"both a file and a folder: {clashes[0]!r}")
    return Wanted(files, sorted(folders))


def _require_safe(path: str) -> None:
    os.fsencode(path)  # UnicodeEncodeError is a ValueError: no file can have such a name
    foreign = os.name == "nt" and ("\\" in path or ":" in path)
    if foreign or "\0" in path or not SPECIAL_PARTS.isdisjoint(path.split("/")):
        raise ValueError(f"not a path inside the site: {path!r}")


def stand(folder: Path) -> Standing:
    """See what stands in `folder`, which may be absent. No symlink is followed."""
    files: dict[str, os.stat_result] = {}
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
                    files[path] = entry.stat(follow_symlinks=False)
                else:
                    others.add(path)
    return Standing(files, frozenset(folders), frozenset(others))


def compare(wanted: Wanted, standing: Standing, folder: Path) -> Difference:
    """Compare the wanted tree with the one that stands in `folder`, by size and then by bytes."""
    kept = {
        path: standing.files[path]
        for path, data in wanted.files.items()
        if path in standing.files
        and _has_bytes(f"{folder}/{path}", standing.files[path].st_size, data)
    }
    asked = wanted.files.keys() - {MARKER}
    there = (standing.files.keys() | standing.others) - {MARKER}
    changes = Changes(
        added=tuple(sorted(asked - there)),
        changed=tuple(sorted((asked & there) - kept.keys())),
        removed=tuple(sorted(there - asked)),
        unchanged=len(asked & kept.keys()),
    )
    same = (
        kept.keys() == wanted.files.keys() == standing.files.keys()
        and standing.folders == set(wanted.folders)
        and not standing.others
    )
    return Difference(kept, changes, same)


def _has_bytes(path: str, size: int, data: bytes | CopyOf) -> bool:
    if size != (data.path.stat().st_size if isinstance(data, CopyOf) else len(data)):
        return False
    try:
        with opened(path, READ) as descriptor:
            return all(os.read(descriptor, len(chunk)) == chunk for chunk in chunks(data))
    except (FileNotFoundError, PermissionError):
        return False  # a file that we cannot read can still be replaced


def chunks(data: bytes | CopyOf) -> Iterator[bytes]:
    """Yield the bytes of `data` in order; those of a file a bounded piece at a time."""
    if isinstance(data, bytes):
        yield data
        return
    with named(data.path), data.path.open("rb") as file:
        while chunk := file.read(CHUNK):
            yield chunk
