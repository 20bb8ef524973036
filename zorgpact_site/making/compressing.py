"""Smaller forms of texts, `.gz` and `.br`, for hosts that serve those as they lie.

Each is made once: what was made lies in the memory of the site, under a digest of what it was
made of.
"""

import hashlib
import struct
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from importlib.util import find_spec
from pathlib import Path, PurePosixPath

from zorgpact_site.artifact import Artifact, Kept, bytes_of
from zorgpact_site.kept_files import Lost
from zorgpact_site.making.memory import Memory, Remembered
from zorgpact_site.making.spreading import Task, spread
from zorgpact_site.planning.hosting.files import is_for_hosts
from zorgpact_site.planning.hosting.media_types import media_type

_FOLDER = Path(".zorgpact") / "memory" / "compressed"
# Raised with every change to the code below that changes what it makes.
_MAKING = 1
_LEAST = 1024  # bytes: less goes in one packet whatever its form
# A header without name and time, and for any system. Source: RFC 1952, 2.3.
_GZIP_HEADER = b"\x1f\x8b\x08\0\0\0\0\0\x02\xff"
Compress = Callable[[bytes], bytes]


class CompressorMissing(Exception):
    """Brotli is asked for, and not installed."""


def require_compressor() -> None:
    """See whether all is there that smaller forms take. Raises `CompressorMissing`."""
    if find_spec("brotli") is None:
        raise CompressorMissing


@contextmanager
def compressed(
    artifacts: Iterable[Artifact],
    site: Path,
    published: Path,
    lost: Lost = lambda _error: None,
) -> Iterator[tuple[Artifact, ...]]:
    """Give the smaller forms of those artifacts that are texts, until the end of the block.

    The bytes of an artifact that is to be kept are read from the `published` site.

    What is hardly longer than a packet, or would not become smaller, has none; nor has what
    already lies beside a file of that name. `lost` is told of what cannot be remembered.

    Raises OSError when a file cannot be read or written anywhere, `CompressorMissing`.
    """
    artifacts = tuple(artifacts)
    taken = {one.path for one in artifacts}
    texts = {one.path: _bytes(one, published) for one in artifacts if _is_text(one.path)}
    long = {path: data for path, data in texts.items() if len(data) >= _LEAST}
    with Memory.of(site / _FOLDER, lost) as memory:
        wanted = {
            form: (_digest(data, ending), data, ending)
            for path, data in long.items()
            for form, ending in smaller_forms(path).items()
            if form not in taken
        }
        files = _files(wanted.values(), memory) if wanted else {}
        yield tuple(
            files[digest].at(path)
            for path, (digest, _data, _ending) in sorted(wanted.items())
            if digest in files
        )


def smaller_forms(path: str) -> dict[str, str]:
    """Where the smaller forms of a file may stand, each with its ending."""
    return {f"{path}.{ending}": ending for ending in _compressors()}


def _files(wanted: Iterable[tuple[str, bytes, str]], memory: Memory) -> dict[str, Remembered]:
    pending = {digest: (data, ending) for digest, data, ending in wanted}
    files = memory.find(pending)
    missing = {digest: one for digest, one in pending.items() if digest not in files}
    tasks: list[Task] = [
        partial(_make, digest, data, ending, memory) for digest, (data, ending) in missing.items()
    ]
    for some in spread(tasks):
        files.update(some)
    memory.known.write()
    return files


def _make(digest: str, data: bytes, ending: str, memory: Memory) -> dict[str, Remembered]:
    smaller = _compressors()[ending](data)
    return {digest: memory.keep(digest, ending, smaller)} if len(smaller) < len(data) else {}


def _is_text(path: str) -> bool:
    kind = media_type(PurePosixPath(path).name)
    return "charset" in kind and not is_for_hosts(path) and not path.startswith(".")


def _bytes(artifact: Artifact, published: Path) -> bytes:
    if isinstance(artifact.data, Kept):
        try:
            return (published / artifact.path).read_bytes()
        except OSError:
            return b""  # publishing finds that it cannot be kept, and all is made anew
    return bytes_of(artifact.data)


def _digest(data: bytes, ending: str) -> str:
    """A digest of all that the smaller form follows from: the bytes, our code, the library."""
    parts = (_MAKING, ending, _versions()[ending], hashlib.sha256(data).hexdigest())
    return hashlib.sha256(repr(parts).encode()).hexdigest()


def _compressors() -> Mapping[str, Compress]:
    return {"gz": _gzip, "br": _brotli}


def _versions() -> Mapping[str, str]:
    import brotli  # noqa: PLC0415 - an extra, which most sites do without

    return {"gz": zlib.ZLIB_RUNTIME_VERSION, "br": brotli.__version__}


def _gzip(data: bytes) -> bytes:
    """As `gzip -9n`: the bytes follow from the text and the version of zlib alone."""
    press = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS, 9)
    body = press.compress(data) + press.flush()
    return _GZIP_HEADER + body + struct.pack("<LL", zlib.crc32(data), len(data) & 0xFFFFFFFF)


def _brotli(data: bytes) -> bytes:
    import brotli  # noqa: PLC0415 - as above

    made = brotli.compress(data, mode=brotli.MODE_TEXT)
    assert isinstance(made, bytes)  # noqa: S101 - a library without types
    return made
