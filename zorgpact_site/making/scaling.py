"""Pictures made smaller: upright, in sRGB, as AVIF and WebP, with nothing but their pixels."""

import errno
import hashlib
import io
from collections.abc import Iterator, Sequence

from PIL import Image, ImageCms

from zorgpact_site.measuring.rasters import opened, turn_of
from zorgpact_site.named_errors import read_file
from zorgpact_site.recipes import Format, Scaled

# Settings of the encoders that shape the bytes: change `recipes.MAKING` along with them.
# One thread, as bytes may not depend on the number of cores; AVIF of 60 looks like WebP of 80.
_SAVING: dict[Format, dict[str, object]] = {
    Format.AVIF: {"quality": 60, "speed": 6, "max_threads": 1, "codec": "aom"},
    Format.WEBP: {"quality": 80, "method": 4},
}
_TWICE = 2  # decoded at least so much larger than needed, a JPEG loses nothing that is seen
_SIXTEEN_BITS = ("I", "I;16", "I;16B", "I;16L", "I;16N")


class Changed(OSError):
    """The picture is another one than was looked at."""


def scale(recipes: Sequence[Scaled]) -> Iterator[tuple[Scaled, bytes]]:
    """Make all that is wanted of one picture, whose file is read and decoded once.

    Of a picture that moves only the first image is taken: what moves distracts from the text,
    and would need a button to stop it (WCAG 2.2, 2.2.2).

    Raises OSError when the file cannot be read, or has other bytes than when it was looked at.
    """
    first = recipes[0]
    data = read_file(first.file)
    if hashlib.sha256(data).hexdigest() != first.digest:
        raise Changed(errno.ESTALE, "the picture changed meanwhile", str(first.file))
    image = opened(data)
    turn = turn_of(image)
    most = _TWICE * max(max(one.width, one.height) for one in recipes)
    image.draft(None, (most, most))
    image.load()
    profile = image.info.get("icc_profile")
    whole = _plain(image)
    if turn is not None:
        whole = whole.transpose(turn)
    small: dict[tuple[int, int], Image.Image] = {}
    for one in recipes:
        size = one.width, one.height
        if size not in small:
            scaled = whole.resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0)
            small[size] = _in_srgb(scaled, profile)
        yield one, _encoded(small[size], one.format)


def _plain(image: Image.Image) -> Image.Image:
    """The picture in a mode that can be scaled without loss: grey, colours or inks, with alpha."""
    if image.mode in _SIXTEEN_BITS:
        # Pillow cuts off at 255 what it should divide.
        return image.convert("I").point(lambda value: value / 257).convert("L")
    if image.mode == "P" or "transparency" in image.info:
        clear = "transparency" in image.info or "A" in (image.palette.mode if image.palette else "")
        return image.convert("RGBA" if clear else "RGB")
    if image.mode == "PA":
        return image.convert("RGBA")
    if image.mode in {"L", "LA", "RGB", "RGBA", "CMYK"}:
        return image
    return image.convert("L" if image.mode == "1" else "RGB")


def _in_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """The picture as sRGB, which is what browsers take a picture without a profile for."""
    alpha = image.getchannel("A") if image.mode in {"LA", "RGBA"} else None
    colors = image.convert(image.mode.removesuffix("A")) if alpha else image
    converted = _converted(colors, profile) if profile else None
    colors = converted or colors.convert("RGB")
    if alpha is not None:
        colors.putalpha(alpha)
    return colors


def _converted(image: Image.Image, profile: bytes) -> Image.Image | None:
    """The colours as their profile means them; None when it is damaged or fits other pictures."""
    try:
        return ImageCms.profileToProfile(
            image,
            ImageCms.ImageCmsProfile(io.BytesIO(profile)),
            ImageCms.createProfile("sRGB"),
            renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
            outputMode="RGB",
            flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
        )
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        return None


def _encoded(image: Image.Image, format_: Format) -> bytes:
    clean = image.copy()
    # Encoders take profiles and notes from here; where, when and by whom is nobody's business.
    clean.info = {}
    made = io.BytesIO()
    clean.save(made, format_.name, exif=b"", xmp=b"", **_SAVING[format_])
    return made.getvalue()
