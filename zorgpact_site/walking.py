"""The files below a folder, in one quick pass over its entries."""

import os
from collections.abc import Iterator
from pathlib import Path

from zorgpact_site.named_errors import named

_IGNORED = frozenset({"Thumbs.db", "desktop.ini"})
_BEGINNINGS = (".", "~$")  # hidden files, and what office programs lock a document with
_ENDINGS = ("~", ".swp", ".swo", ".swx")


def is_dropping(name: str) -> bool:
    """Whether systems, editors and office programs leave such a file or folder about."""
    return name.startswith(_BEGINNINGS) or name.endswith(_ENDINGS) or name in _IGNORED


def walk(folder: Path, shown: str) -> Iterator[tuple[str, "os.DirEntry[str]"]]:
    """All files and symbolic links below a folder with their paths, which start with `shown`.

    Hidden files, those of file managers and copies that editors leave are passed over; links are
    not followed. An absent folder has no files. Raises OSError for one that cannot be read.
    """
    pending = [(str(folder), shown)] if folder.is_dir() else []
    while pending:
        current, path = pending.pop()
        with named(current), os.scandir(current) as entries:
            for entry in entries:
                name = entry.name
                if is_dropping(name):
                    continue
                if entry.is_dir(follow_symlinks=False):
                    pending.append((entry.path, f"{path}/{name}"))
                elif entry.is_symlink() or entry.is_file():
                    yield f"{path}/{name}", entry
