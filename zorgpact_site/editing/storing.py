"""Changed files go to the disk together: each whole, and all or none of them.

New bytes are written beside the old ones first and synced; then each takes the place of the old
file by one rename. When something fails, the files that were replaced already come back.
"""

import errno
import os
import stat
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from zlib import crc32

from zorgpact_site.editing.changes import Change
from zorgpact_site.editing.whole import write_new
from zorgpact_site.publishing.descriptors import opened
from zorgpact_site.publishing.swapping import sync_names

_SHOWN = 40  # signs of a name, of four bytes at most
_READ = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)


class Moved(FileExistsError):
    """The file at `path` is not what it was when it was read, so it is left alone."""

    def __init__(self, root: Path, path: str) -> None:
        super().__init__(errno.EEXIST, os.strerror(errno.EEXIST), str(root / path))
        self.path = path


def store(root: Path, changes: Iterable[Change]) -> None:
    """Make changes below the folder of the site.

    Raises Moved when a file changed since it was read, is a link, or stands where a new one should
    come, and OSError when the disk is full or a right is missing. Then every file is as it was.
    """
    changes = tuple(changes)
    undo: list[Callable[[], object]] = []
    ready: list[tuple[Change, Path]] = []
    try:
        for change in changes:
            _require_unchanged(root, change)
            if change.after is not None:
                ready.append((change, _fresh(root, change, undo)))
        for change, fresh in ready:
            _require_unchanged(root, change)
            _put(root, change, fresh, undo)
        for change in changes:
            if change.after is None or change.target != change.path:
                _take_away(root / change.path, undo)
        for folder in sorted({(root / change.target).parent for change in changes}):
            sync_names(folder)
    except BaseException:
        for step in reversed(undo):
            with suppress(OSError):
                step()
        raise
    for change in changes:
        _beside(root / change.path, "old").unlink(missing_ok=True)


def _require_unchanged(root: Path, change: Change) -> None:
    if _bytes_of(root / change.path) != change.before:
        raise Moved(root, change.path)
    if change.target != change.path and os.path.lexists(root / change.target):
        raise Moved(root, change.target)


def _bytes_of(path: Path) -> bytes | None:
    """What a file holds; None when there is none, or something else of this name."""
    try:
        if not stat.S_ISREG(path.lstat().st_mode):
            return None
        with opened(path, _READ) as descriptor, os.fdopen(os.dup(descriptor), "rb") as file:
            return file.read()
    except FileNotFoundError:
        return None


def _fresh(root: Path, change: Change, undo: list[Callable[[], object]]) -> Path:
    """The new bytes in a hidden file, with the mode of the old one."""
    fresh = _beside(root / change.target, "new")
    old = root / change.path
    if change.before is not None and not os.access(old, os.W_OK):
        raise PermissionError(13, os.strerror(13), str(old))
    try:
        write_new(fresh, change.after or b"")
    except OSError as error:
        error.filename = str(root / change.target)  # the name that an editor knows
        raise
    undo.append(lambda: fresh.unlink(missing_ok=True))
    if change.before is not None:
        fresh.chmod(stat.S_IMODE(old.stat().st_mode))
    return fresh


def _put(root: Path, change: Change, fresh: Path, undo: list[Callable[[], object]]) -> None:
    target = root / change.target
    if change.before is not None and change.target == change.path:
        spare = _keep(target)
        undo.append(lambda: _put_back(spare, target))
    else:
        undo.append(lambda: target.unlink(missing_ok=True))
    fresh.replace(target)


def _put_back(spare: Path, target: Path) -> None:
    spare.replace(target)
    spare.unlink(missing_ok=True)  # a rename between two links to one file does nothing


def _take_away(path: Path, undo: list[Callable[[], object]]) -> None:
    spare = _beside(path, "old")
    path.replace(spare)
    undo.append(lambda: spare.replace(path))


def _keep(path: Path) -> Path:
    """The old file under a hidden name too: putting it back takes no room on a full disk."""
    spare = _beside(path, "old")
    try:
        os.link(path, spare)
    except OSError:
        write_new(spare, path.read_bytes())  # not every file system has links
    return spare


def _beside(path: Path, ending: str) -> Path:
    """A hidden name beside a file, also of one whose own name is as long as can be."""
    mark = crc32(os.fsencode(path.name))
    return path.with_name(f".{path.name[:_SHOWN]}.{mark:08x}.{os.getpid()}.{ending}")
