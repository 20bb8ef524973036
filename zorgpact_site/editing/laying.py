"""Many new files come together: all of them, or none and no folder either."""

import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path, PurePosixPath

from zorgpact_site.editing.changes import Change
from zorgpact_site.editing.storing import store


def occupied(root: Path, paths: Iterable[str]) -> tuple[str, ...]:
    """What stands in the way of new files, by path from `root`: anything of the same name.

    A link or a file where a folder must come stands in the way too: what lies behind a link is
    somebody else's.
    """
    found = dict.fromkeys(name for path in paths for name in _in_the_way(root, path))
    return tuple(found)


def lay_down(root: Path, files: Mapping[str, bytes]) -> None:
    """Make files below a folder, which is made too when it is absent.

    Raises FileExistsError when something has one of the names, and OSError when the disk is full
    or a right is missing. Then no file and no folder is left behind.
    """
    made: list[Path] = []
    try:
        for folder in _folders(root, files):
            if not folder.is_dir():
                folder.mkdir()
                made.append(folder)
        store(root, (Change(path, None, data) for path, data in files.items()))
    except BaseException:
        for folder in reversed(made):
            with suppress(OSError):
                folder.rmdir()
        raise


def _in_the_way(root: Path, path: str) -> Iterator[str]:
    for folder in reversed(PurePosixPath(path).parents[:-1]):
        place = root / folder
        if place.is_symlink() or (place.exists() and not place.is_dir()):
            yield folder.as_posix()
            return
    if os.path.lexists(root / path):
        yield path


def _folders(root: Path, paths: Iterable[str]) -> Iterator[Path]:
    """The folders that files need, each after the one it lies in."""
    missing = [one for one in (root, *root.parents) if not one.exists()]
    yield from reversed(missing)
    below = {folder for path in paths for folder in PurePosixPath(path).parents[:-1]}
    yield from (root / folder for folder in sorted(below))
