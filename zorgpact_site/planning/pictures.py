"""Pictures as pages show them: in which widths, under which names."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import PurePosixPath

from zorgpact_site.media import Look, Media
from zorgpact_site.names import slug
from zorgpact_site.planning.addresses import Here
from zorgpact_site.planning.pieces import PictureView
from zorgpact_site.recipes import Format, Scaled, ToMake, digest_of

# How wide a picture stands on the page, for the browser to choose with. Source: HTML, `sizes`.
IN_TEXT = "(min-width: 42rem) 40rem, 100vw"
IN_CARD = "(min-width: 28rem) 26rem, 100vw"
_WIDTHS = (320, 640, 960, 1280, 1600)
_NEAR = 0.9  # of the picture's own width: so near that one of the two will do
_FALLBACK = 960  # for the few browsers that cannot choose
_STEM = 60
_DIGEST = 10


def widths(own: int) -> tuple[int, ...]:
    """The widths in pixels that a picture is made in, narrowest first; never wider than it is."""
    largest = min(own, _WIDTHS[-1])
    return (*(width for width in _WIDTHS if width < largest * _NEAR), largest)


def published_path(media: Media) -> str:
    """Where a link to a file leads: a document or drawing lies as in `content/`.

    Other pictures are never published as they are, so a link leads to the largest made of them.
    """
    if not media.is_raster:
        return media.path.removeprefix("content/")
    return _files(media, Format.WEBP)[-1].path


def to_make(media: Iterable[Media]) -> Iterator[ToMake]:
    """All that is made of pictures; two of the same name and bytes become the same files."""
    pictures = [one for one in media if one.is_raster]
    files = (one for each in pictures for format_ in Format for one in _files(each, format_))
    yield from {one.path: one for one in files}.values()


def picture_view(media: Media, alt: str, caption: str, sizes: str, here: Here) -> PictureView:
    """A picture as seen from a page; a drawing is one file that is sharp at any width."""
    width, height = media.look.width, media.look.height
    if not media.is_raster:
        return PictureView(here.to(published_path(media)), alt, caption, width, height)
    made = widths(width)
    fallback = max((at for at, one in enumerate(made) if one <= _FALLBACK), default=0)
    return PictureView(
        src=here.to(_files(media, Format.WEBP)[fallback].path),
        alt=alt,
        caption=caption,
        width=made[-1],
        height=_height(made[-1], media.look),
        sizes=sizes,
        srcset=_srcset(media, Format.WEBP, here),
        avif=_srcset(media, Format.AVIF, here),
    )


def _srcset(media: Media, format_: Format, here: Here) -> str:
    files = zip(_files(media, format_), widths(media.look.width), strict=True)
    return ", ".join(f"{here.to(one.path)} {width}w" for one, width in files)


@lru_cache(maxsize=4096)
def _files(media: Media, format_: Format) -> tuple[ToMake, ...]:
    """The files made of a picture, narrowest first; lists ask for the same ones many times.

    Their names hold a digest of all that their bytes follow from, so that a host may let
    browsers keep them for ever.
    """
    path = PurePosixPath(media.path.removeprefix("content/"))
    stem = slug(path.stem)[:_STEM].rstrip("-") or "beeld"
    made: list[ToMake] = []
    for width in widths(media.look.width):
        height = _height(width, media.look)
        recipe = Scaled(media.file, media.look.digest, width, height, format_)
        name = f"{stem}-{digest_of(recipe)[:_DIGEST]}-{width}.{recipe.ending}"
        made.append(ToMake(str(path.with_name(name)), recipe))
    return tuple(made)


def _height(width: int, look: Look) -> int:
    """The height in pixels that goes with a width."""
    return max(round(look.height * width / look.width), 1)
