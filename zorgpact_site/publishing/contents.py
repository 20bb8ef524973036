"""The bytes of an artifact or a file, a bounded piece at a time, and their digest."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

from zorgpact_site.artifact import CopyOf, PartOf
from zorgpact_site.publishing.descriptors import opened

CHUNK = 1 << 20  # bytes held at a time of a file that is copied or digested
BINARY = getattr(os, "O_BINARY", 0)
READ = os.O_RDONLY | BINARY | getattr(os, "O_NOFOLLOW", 0)
CREATE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | BINARY


def chunks(data: bytes | CopyOf | PartOf) -> Iterator[bytes]:
    """Yield the bytes of `data` in order; those of a file a bounded piece at a time."""
    if isinstance(data, bytes):
        yield data
        return
    with opened(data.path, os.O_RDONLY | BINARY) as descriptor:
        left = data.size if isinstance(data, PartOf) else None
        if isinstance(data, PartOf):
            os.lseek(descriptor, data.start, os.SEEK_SET)
        while chunk := os.read(descriptor, CHUNK if left is None else min(CHUNK, left)):
            left = None if left is None else left - len(chunk)
            yield chunk


def digest_of(data: bytes | CopyOf | PartOf) -> bytes:
    """The SHA-256 digest of the bytes."""
    digest = hashlib.sha256()
    for chunk in chunks(data):
        digest.update(chunk)
    return digest.digest()


def digest_of_published(path: str) -> bytes | None:
    """The digest of a published file; None when it is gone or not to be read by us."""
    digest = hashlib.sha256()
    try:
        with opened(path, READ) as descriptor:
            while chunk := os.read(descriptor, CHUNK):
                digest.update(chunk)
    except (FileNotFoundError, PermissionError):
        return None  # a file that we cannot read can still be replaced
    return digest.digest()


def write_new(target: str | Path, data: bytes | CopyOf | PartOf) -> bytes:
    """Write a file that must not exist, and give the digest of what was written."""
    digest = hashlib.sha256()
    with opened(target, CREATE) as descriptor:
        for chunk in chunks(data):
            digest.update(chunk)
            rest = memoryview(chunk)
            while rest:
                rest = rest[os.write(descriptor, rest) :]
    return digest.digest()
