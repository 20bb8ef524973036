"""The published folder, its neighbours on the same file system, and whose they are."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from pathlib import Path

from zorgpact_site.kinds import MARKER_FILE
from zorgpact_site.named_errors import named
from zorgpact_site.publishing.errors import NotOurs

MARKER = MARKER_FILE
SIGNATURE = b"zorgpact-site: generated folder\n"
MARKER_TEXT = SIGNATURE + (
    "\n"
    "Deze map is gegenereerd en wordt als geheel vervangen: wat u hier wijzigt, gaat verloren.\n"
    "This folder is generated and replaced as a whole: what you change here will be lost.\n"
).encode("ascii")


@dataclass(frozen=True, slots=True)
class Place:
    """Where to publish: `folder` is absolute and no symlink.

    Its neighbours stand beside it, because a folder can only be swapped within one file system.
    """

    folder: Path

    @classmethod
    def of(cls, output: Path) -> Place:
        """Find the real folder behind `output`, which may be a symlink and need not exist."""
        # Not Path.resolve: before Python 3.13 that raises RuntimeError on a loop of symlinks.
        return cls(Path(os.path.realpath(output)))

    @property
    def new(self) -> Path:
        """A tree being made or being thrown away: never of value to anybody."""
        return self.folder.with_name(f".{self.folder.name}.new")

    @property
    def next(self) -> Path:
        """The spare tree while it is brought up to date: as worthless as `new`."""
        return self.folder.with_name(f".{self.folder.name}.next")

    @property
    def spare(self) -> Path:
        """The tree that was published before this one, whole, of which the next one is made."""
        return self.folder.with_name(f".{self.folder.name}.spare")

    @property
    def inventory(self) -> Path:
        """What we published, file by file, so that it need not be read to be known."""
        return self.folder.with_name(f".{self.folder.name}.inventory")

    @property
    def old(self) -> Path:
        """The whole old tree, for a moment, where two folders cannot be exchanged at once."""
        return self.folder.with_name(f".{self.folder.name}.old")

    @property
    def lock(self) -> Path:
        """The lock file. It stays behind: removing it would let two builds hold two files."""
        return self.folder.with_name(f".{self.folder.name}.lock")


def require_ours(folder: Path, signature: bytes = SIGNATURE) -> None:
    """Raise `NotOurs` unless `folder` is absent, empty, or marked as made by us."""
    if not _is_ours(folder, signature):
        raise NotOurs(folder)


def _is_ours(folder: Path, signature: bytes) -> bool:
    try:
        if not stat.S_ISDIR(folder.lstat().st_mode):
            return False
    except FileNotFoundError:
        return True
    # Emptiness first: another build may put its tree here between the two questions.
    with os.scandir(folder) as entries:
        if next(entries, None) is None:
            return True
    marker = folder / MARKER
    try:
        if not stat.S_ISREG(marker.lstat().st_mode):
            return False
        with named(marker), marker.open("rb") as file:
            return file.read(len(signature)) == signature
    except FileNotFoundError:
        return False


def remove_tree(folder: Path) -> None:
    """Remove `folder` with all it holds, never following a symlink.

    The marker goes last, so that a tree whose removal is cut short is still known as ours.
    """
    pending, folders, marker = [str(folder)], [], str(folder / MARKER)
    while pending:
        current = pending.pop()
        folders.append(current)
        with os.scandir(current) as entries:
            for entry in list(entries):
                if entry.is_dir(follow_symlinks=False):
                    pending.append(entry.path)
                elif entry.path != marker:
                    os.unlink(entry.path)  # noqa: PTH108 - a large site has tens of thousands
    for current in reversed(folders[1:]):
        os.rmdir(current)  # noqa: PTH106 - likewise
    Path(marker).unlink(missing_ok=True)
    folder.rmdir()
