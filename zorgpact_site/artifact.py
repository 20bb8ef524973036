"""What a build makes: a place in the site and the bytes that belong there."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class CopyOf:
    """Bytes that stay on disk until publishing: pictures, documents.

    The file is read, never linked: editing the source must not reach into the published site.
    """

    path: Path


@dataclass(frozen=True, slots=True)
class PartOf:
    """Bytes that wait on disk until publishing, from `start` in a file that holds many such parts.

    So the pages of a large site need not be in memory all at once.
    """

    path: Path
    start: int
    size: int


@dataclass(frozen=True, slots=True)
class Kept:
    """The bytes that stand at this place in the published site already, by their SHA-256 digest.

    Who remembers what it made before need not make, hold or read those bytes again.
    """

    digest: bytes
    size: int


def bytes_of(data: bytes | CopyOf | PartOf) -> bytes:
    """All its bytes. Raises OSError when its file cannot be read."""
    match data:
        case CopyOf(path):
            return path.read_bytes()
        case PartOf(path, start, size):
            with path.open("rb") as file:
                file.seek(start)
                return file.read(size)
    return data


def size_of(data: bytes | CopyOf | PartOf | Kept) -> int:
    """How many bytes there are. Raises OSError when a file that is to be copied is not there."""
    match data:
        case CopyOf(path):
            return path.stat().st_size
        case PartOf(size=size) | Kept(size=size):
            return size
    return len(data)


Data: TypeAlias = bytes | CopyOf | PartOf | Kept


@dataclass(frozen=True, slots=True)
class Artifact:
    """One file of the published site.

    `path` is relative and in POSIX form, such as ``artikelen/x/index.html``: never absolute,
    without ``..`` and without empty parts. Publishing refuses any other with a `ValueError`.
    `digest` is the SHA-256 digest of bytes in memory, where their maker knows it already.
    """

    path: str
    data: Data
    digest: bytes | None = None
