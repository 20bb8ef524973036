"""What makes texts smaller, and what the bytes that it gives follow from."""

import hashlib
import struct
import zlib
from collections.abc import Callable, Mapping
from importlib.util import find_spec

# Raised with every change to the code below that changes what it makes.
_MAKING = 1
# A header without name and time, and for any system. Source: RFC 1952, 2.3.
_GZIP_HEADER = b"\x1f\x8b\x08\0\0\0\0\0\x02\xff"
Compress = Callable[[bytes], bytes]


class CompressorMissing(Exception):
    """Brotli is asked for, and not installed."""


def require_compressor() -> None:
    """See whether all is there that smaller forms take. Raises `CompressorMissing`."""
    if find_spec("brotli") is None:
        raise CompressorMissing


def digest_of_form(content: bytes, ending: str) -> str:
    """A digest of all that the smaller form follows from: the bytes, our code, the library."""
    parts = (_MAKING, ending, _versions()[ending], content.hex())
    return hashlib.sha256(repr(parts).encode()).hexdigest()


def compressors() -> Mapping[str, Compress]:
    """Each by the ending of its files."""
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
