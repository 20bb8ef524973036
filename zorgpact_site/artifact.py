"""What a build makes: a place in the site and the bytes that belong there."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class CopyOf:
    """Bytes that stay on disk until publishing: pictures, documents.

    The file is read, never linked: editing the source must not reach into the published site.
    """

    path: Path


@dataclass(frozen=True, slots=True)
class Artifact:
    """One file of the published site.

    `path` is relative and in POSIX form, such as ``artikelen/x/index.html``: never absolute,
    without ``..`` and without empty parts. Publishing refuses any other with a `ValueError`.
    """

    path: str
    data: bytes | CopyOf
