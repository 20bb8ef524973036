"""A new file comes whole or not at all, and never in the place of another."""

from pathlib import Path

from zorgpact_site.editing.new import NewFile
from zorgpact_site.editing.whole import write_new


def create(root: Path, new: NewFile) -> Path:
    """Write a new file below the folder of the site, and give its path.

    Raises FileExistsError when anything has this name already, and OSError when the disk is
    full or a right is missing; then no file is left.
    """
    path = root / new.path
    path.parent.mkdir(parents=True, exist_ok=True)
    write_new(path, new.text.encode())
    return path
