"""Drafts come into the site, all or none, with the pictures that go with them."""

import shutil
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from zorgpact_site.editing.creating import create
from zorgpact_site.editing.new import NewFile


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture to be taken along: `path` relative to the site, and the file it is now."""

    path: str
    file: Path


def place(root: Path, files: Sequence[NewFile], pictures: Sequence[Picture]) -> tuple[Path, ...]:
    """Write the drafts and copy the pictures; give the paths of the drafts.

    Raises FileExistsError when anything has one of the names already, and OSError when the
    disk refuses; then nothing is left.
    """
    with ExitStack() as undo:
        made: list[Path] = []
        for picture in pictures:
            target = root / picture.path
            if not same_picture(root, picture):
                target.parent.mkdir(parents=True, exist_ok=True)
                _copy(picture.file, target, undo)
        for file in files:
            path = create(root, file)
            undo.callback(path.unlink, missing_ok=True)
            made.append(path)
        undo.pop_all()
    return tuple(made)


def same_picture(root: Path, picture: Picture) -> bool:
    """Whether the site has this very picture already."""
    target = root / picture.path
    return target.is_file() and target.read_bytes() == picture.file.read_bytes()


def _copy(file: Path, target: Path, undo: ExitStack) -> None:
    with file.open("rb") as source, target.open("xb") as copy:
        undo.callback(target.unlink, missing_ok=True)
        shutil.copyfileobj(source, copy)
