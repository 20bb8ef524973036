"""Indexes of earlier builds, each one zip file under a name that tells what it was made of."""

from __future__ import annotations

import hashlib
import zipfile
import zlib
from collections.abc import Iterable, Mapping
from contextlib import suppress
from functools import cache
from pathlib import Path

from zorgpact_site.kept_files import by_age, keeping, open_kept, touch
from zorgpact_site.libraries import installed
from zorgpact_site.outputs.searchable import SearchDocument

_KEPT = 6  # published and preview, with and without drafts, and a try or two before
_ENDING = ".zip"
_OURS = ("outputs", "searching")
_THEIRS = ("pagefind", "pagefind_bin", "cbor2")
_BROKEN = (OSError, ValueError, zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError)


def digest(documents: Iterable[SearchDocument]) -> str:
    """A name for all that an index follows from: the documents, our code, the libraries."""
    found = hashlib.sha256(_program())
    for document in documents:
        found.update(repr(document).encode())
    return found.hexdigest()[:32]


@cache
def _program() -> bytes:
    """What stands for the code: its bytes for ours, which changes between releases too."""
    here = Path(__file__).parent.parent
    code = [file.read_bytes() for part in _OURS for file in sorted((here / part).glob("*.py"))]
    versions = [installed().get(name, "").encode() for name in _THEIRS]
    return b"\0".join((*code, *versions))


def recall(folder: Path, name: str) -> Mapping[str, bytes] | None:
    """The files of an index; None when it is not there, or not whole any more."""
    file = folder / f"{name}{_ENDING}"
    files = _unbroken(file)
    if files is not None:
        touch(file)
    return files


def newest(folder: Path) -> Mapping[str, bytes] | None:
    """The files of the index that was made or used last."""
    return next((files for file in by_age(folder) if (files := _unbroken(file))), None)


def remember(folder: Path, name: str, files: Mapping[str, bytes]) -> None:
    """Keep the files of an index, and forget those not used for long.

    What cannot be kept is made again next time, so trouble with the disk is passed over.
    """
    with suppress(OSError):
        with (
            keeping(folder / f"{name}{_ENDING}") as whole,
            zipfile.ZipFile(whole, "w") as packed,
        ):
            for path, data in files.items():
                packed.writestr(path, data)
        for old in by_age(folder)[_KEPT:]:
            old.unlink()


def _unbroken(file: Path) -> Mapping[str, bytes] | None:
    try:
        return _read(file)
    except _BROKEN:
        return None


def _read(file: Path) -> Mapping[str, bytes]:
    """Every file in a zip; what was damaged does not fit its check sum, which is an error."""
    with open_kept(file) as kept, zipfile.ZipFile(kept) as packed:
        return {path: packed.read(path) for path in packed.namelist()}
