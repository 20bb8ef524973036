"""Pictures made of pixels: opened with care, measured as readers will see them."""

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager

from PIL import Image
from PIL.Image import Transpose

from zorgpact_site.media import Look, Trouble

PIXELS = 50_000_000  # a telephone of 48 megapixels fits; one picture takes up to 200 MB of memory
SIDE = 16_000  # just below the most that WebP can hold, 16,383
# JPEG also opens the kind that telephones make of it, with more pictures inside.
_FORMATS = ("AVIF", "GIF", "JPEG", "PNG", "WEBP")
_ORIENTATION = 0x0112
_SMALL = 512
# The eight ways to hold a camera. Source: EXIF 2.32, tag 274.
_TURNS = {
    2: Transpose.FLIP_LEFT_RIGHT,
    3: Transpose.ROTATE_180,
    4: Transpose.FLIP_TOP_BOTTOM,
    5: Transpose.TRANSPOSE,
    6: Transpose.ROTATE_270,
    7: Transpose.TRANSVERSE,
    8: Transpose.ROTATE_90,
}
_LYING = frozenset({5, 6, 7, 8})


class TooLarge(Exception):
    """The picture has more pixels than we take on."""


@contextmanager
def careful() -> Iterator[None]:
    """Have Pillow say nothing of small damage, and refuse what would fill the memory.

    Around all work on pictures, also when it is spread over threads: warnings are for all of them.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        yield


def opened(data: bytes) -> Image.Image:
    """Open a picture without reading its pixels yet.

    Raises `TooLarge`, and anything at all when the bytes are no whole picture: decoders of
    foreign bytes fail in many ways.
    """
    try:
        image = Image.open(io.BytesIO(data), formats=_FORMATS)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise TooLarge from error
    if image.width * image.height > PIXELS or max(image.size) > SIDE:
        raise TooLarge
    return image


def turn_of(image: Image.Image) -> Transpose | None:
    """How to turn a picture upright; None when it is, or when it does not tell."""
    try:
        return _TURNS.get(image.getexif().get(_ORIENTATION, 1))
    except Exception:  # damaged notes about a picture do not make the picture itself a bad one
        return None


def look_at_raster(data: bytes) -> Look:
    """Measure a picture, and decode it wholly to know that it can be."""
    with careful():
        return _looked(data)


def _looked(data: bytes) -> Look:
    try:
        image = opened(data)
        width, height = image.size
        turn = turn_of(image)
        # A JPEG can be decoded small, which still meets every byte of it.
        image.draft(None, (_SMALL, _SMALL))
        image.load()
    except TooLarge:
        return Look(trouble=Trouble.TOO_LARGE)
    except Exception:  # see `opened`
        return Look(trouble=Trouble.BROKEN)
    lying = turn in {_TURNS[number] for number in _LYING}
    return Look(height, width) if lying else Look(width, height)
