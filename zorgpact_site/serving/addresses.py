"""From the path of a request to a file of the preview, and never to any other file."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import BinaryIO
from urllib.parse import quote, unquote

INDEX = "index.html"
_HIDDEN = (".well-known", "security.txt")  # the one hidden file that is for others (RFC 9116)
_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_BINARY", 0)
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)  # opening a named pipe must not wait for its other end
)


def parts_of(path: str) -> tuple[str, ...] | None:
    """The names on the way to a file; None for a path that no file of a site can have.

    `path` comes as a browser sends it, with percent signs. The address of a folder, with its
    slash, means the `index.html` in it.
    """
    try:
        whole = unquote(path, errors="strict")
    except UnicodeDecodeError:
        return None
    if not whole.startswith("/"):
        return None
    parts = whole.removeprefix("/").split("/")
    parts[-1] = parts[-1] or INDEX
    shown = tuple(parts) == _HIDDEN or all(map(_is_plain, parts))
    return tuple(parts) if shown else None


def _is_plain(part: str) -> bool:
    # A dot in front is hidden or leads upwards; a drive or stream is Windows' way out.
    foreign = "\\" in part or (os.name == "nt" and ":" in part)
    return part[:1] not in ("", ".") and min(part) >= " " and not foreign


def folder_address(parts: tuple[str, ...]) -> str:
    """The address with a slash behind it, for an address that forgot it."""
    return f"/{'/'.join(quote(part, safe='') for part in parts)}/"


def open_file(folder: Path, parts: tuple[str, ...]) -> BinaryIO | None:
    """Open a plain file in `folder`, a real path; None when there is none to be shown.

    No symlink is followed anywhere below `folder`.
    """
    wanted = str(folder.joinpath(*parts))
    try:
        if os.path.realpath(wanted) != wanted:
            return None
        descriptor = os.open(wanted, _FLAGS)
    except OSError:  # absent, unreadable or a name too long: there is nothing to show
        return None
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        return None
    return os.fdopen(descriptor, "rb")
