"""Pictures for tests, made by code: of every kind that editors have, and of kinds that lie."""

import io
import struct
import zlib
from typing import Any

from PIL import Image, ImageCms
from PIL.ExifTags import GPS, IFD, Base

WORDS = "GEHEIM-52.37N"
# A colour and what it is in Display P3: read as sRGB the second would be duller.
GREEN, GREEN_IN_P3 = (0, 200, 80), (91, 196, 95)


def photo(width: int = 1200, height: int = 800) -> Image.Image:
    """A picture with detail everywhere, its left half reddish and its right half bluish."""
    across = Image.linear_gradient("L").rotate(90).resize((width, height))
    down = Image.linear_gradient("L").resize((width, height))
    return Image.merge("RGB", (across.point(lambda value: 255 - value), down, across))


def saved(image: Image.Image, format_: str, **how: Any) -> bytes:
    """The bytes of a picture in a format."""
    made = io.BytesIO()
    image.save(made, format_, **how)
    return made.getvalue()


def telling_jpeg(image: Image.Image | None = None, orientation: int = 1) -> bytes:
    """A photo that tells where it was taken, by whom and with what."""
    image = image or photo()
    exif = image.getexif()
    exif[Base.Orientation] = orientation
    exif[Base.Artist] = WORDS
    exif.get_ifd(IFD.GPSInfo)[GPS.GPSLatitude] = (52.0, 22.0, 12.0)
    exif.get_ifd(IFD.GPSInfo)[GPS.GPSLatitudeRef] = "N"
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    how = {"exif": exif, "comment": WORDS.encode(), "icc_profile": srgb}
    return saved(image, "JPEG", quality=90, **how)


def wide_gamut_profile() -> bytes:
    """A profile with the colours of Display P3 and a plain curve of 2.2, as bytes (ICC v2)."""
    # Columns of Display P3 in the space of profiles, D50. Source: color.org, Display P3.
    colours = {
        b"rXYZ": (0.51512, 0.24120, -0.00105),
        b"gXYZ": (0.29198, 0.69225, 0.04189),
        b"bXYZ": (0.15710, 0.06657, 0.78407),
        b"wtpt": (0.96420, 1.0, 0.82491),
    }
    fixed = {
        name: b"XYZ \0\0\0\0" + struct.pack(">3i", *(round(part * 65536) for part in parts))
        for name, parts in colours.items()
    }
    curve = b"curv\0\0\0\0" + struct.pack(">IH", 1, round(2.2 * 256)) + b"\0\0"
    tags = {**fixed, b"rTRC": curve, b"gTRC": curve, b"bTRC": curve}
    tags[b"desc"] = b"desc\0\0\0\0" + struct.pack(">I", 3) + b"P3\0" + b"\0" * 79
    tags[b"cprt"] = b"text\0\0\0\0CC0\0"
    table, body, at = b"", b"", 128 + 4 + 12 * len(tags)
    for name, data in tags.items():
        padded = data + b"\0" * (-len(data) % 4)
        table += struct.pack(">4sII", name, at + len(body), len(data))
        body += padded
    head = struct.pack(
        ">I4sI4s4s4s", at + len(body), b"\0\0\0\0", 0x02400000, b"mntr", b"RGB ", b"XYZ "
    )
    head += b"\0" * 12 + b"acsp" + b"\0" * 28 + struct.pack(">3i", 63190, 65536, 54061)
    return head.ljust(128, b"\0") + struct.pack(">I", len(tags)) + table + body


def bomb() -> bytes:
    """A PNG of a few bytes that says to be 60,000 pixels wide and high."""
    size = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", size) + _chunk(b"IDAT", zlib.compress(b"\0" * 99))


def sixteen_bits() -> bytes:
    """A grey PNG of sixteen bits a pixel, half of full light."""
    grey = Image.new("I;16", (400, 300), 0x8080)
    return saved(grey, "PNG")


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
