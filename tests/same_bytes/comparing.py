"""Where two trees of files differ, and what of that is no more than how it was packed."""

from __future__ import annotations

import gzip
import io
from collections.abc import Collection, Mapping

from PIL import Image

_SHOWN, _AROUND = 5, 60  # files, and signs around the first difference


def packed_otherwise(found: Mapping[str, bytes], wanted: Mapping[str, bytes]) -> frozenset[str]:
    """The files that differ in how zlib packed them, and in nothing that comes out of them."""
    differing = (path for path in found.keys() & wanted.keys() if found[path] != wanted[path])
    return frozenset(one for one in differing if _same_within(one, found[one], wanted[one]))


def _same_within(path: str, one: bytes, other: bytes) -> bool:
    if path.endswith(".gz"):
        return gzip.decompress(one) == gzip.decompress(other)
    return path.endswith(".png") and _picture(one) == _picture(other)


def _picture(data: bytes) -> tuple[object, ...]:
    with Image.open(io.BytesIO(data)) as image:
        return image.mode, image.size, image.info, image.getpalette(), image.tobytes()


def report(
    found: Mapping[str, bytes], wanted: Mapping[str, bytes], besides: Collection[str] = ()
) -> list[str]:
    """Where two trees differ, in words, `besides` some files; nothing when they do not."""
    told = [f"  absent: {path}" for path in sorted(wanted.keys() - found.keys())]
    told += [f"  too many: {path}" for path in sorted(found.keys() - wanted.keys())]
    for path in sorted(found.keys() & wanted.keys() - set(besides)):
        one, other = found[path], wanted[path]
        if one != other:
            pairs = enumerate(zip(one, other, strict=False))
            at = next((n for n, pair in pairs if pair[0] != pair[1]), min(len(one), len(other)))
            start, line = max(0, at - _AROUND), one.count(b"\n", 0, at) + 1
            told.append(f"  {path}: {len(one)} and {len(other)} bytes, from byte {at}, line {line}")
            told += [f"    {data[start : at + _AROUND]!r}" for data in (one, other)]
    return told[: 3 * _SHOWN] + [f"  and more: {len(told)} lines"] * (len(told) > 3 * _SHOWN)
