"""Social cards: a title in the colour of its theme, drawn as a small PNG."""

import io
from collections.abc import Iterator
from functools import lru_cache

from PIL import Image, ImageChops, ImageColor, ImageDraw

from zorgpact_site.making.typesetting import (
    Block,
    Letters,
    drawable,
    headline,
    paragraph,
    shortened,
)
from zorgpact_site.recipes import SocialCard

WIDTH, HEIGHT = 1200, 630  # the shape that platforms show whole
_EDGE, _GAP, _STRIPE = 72, 38, 14
_TEXT_WIDTH = WIDTH - 2 * _EDGE
_NAME, _KIND, _FACTS = Letters(34, 650), Letters(28, 650), Letters(34, 550)
_NAME_WIDTH, _FACTS_LINES, _SEPARATOR = 640, 3, " · "
_TITLE_SIZES, _TITLE_WEIGHT, _TITLE_TOP = (92, 84, 76, 68, 60, 54, 48, 44), 750, 158
_MARK = 72  # the small mark of the site, top left
_HEAD = 96  # the middle of what stands at the top
_LABEL, _LABEL_EDGE = 54, 22
_DISC, _DISCS = 404, ((1010, 196), (862, 452), (1158, 452))  # and the large one behind all
_SUN, _CORAL, _CREAM, _BRAND, _DEEP = "#f2b544", "#e8704a", "#faf6ee", "#0f4c5c", "#093641"
_FINER = 4  # shapes are drawn so much larger, then made smaller: Pillow draws no smooth edges

# A card is drawn in greys, from a darker tone of its colour to white. The greys become shades of
# a palette of few colours, which makes a card quick to draw and small to load.
_WHITE, _GROUND, _SHADOW = (
    255,
    44,
    15,
)  # letters, the colour itself (a shade of its own), how much a disc darkens it
_DARKEST = 0.7
_SHADES, _MARK_SHADES = 24, 30
_SHADE_OF = tuple(round(grey * (_SHADES - 1) / 255) for grey in range(256))
_STRIPE_SHADE = _SHADES + _MARK_SHADES


def draw(card: SocialCard) -> bytes:
    """Draw a card as a PNG."""
    canvas = _backdrop().copy()
    pen = ImageDraw.Draw(canvas)
    _write_name(pen, card.site)
    if card.kind:
        _write_label(pen, card.kind)
    _write_words(pen, card)
    shades = canvas.point(_SHADE_OF)
    mark, mark_palette = _mark(card.color)
    shades.paste(mark, (_EDGE, _HEAD - _MARK // 2))
    shades.paste(_STRIPE_SHADE, (0, HEIGHT - _STRIPE, WIDTH, HEIGHT))
    shades.putpalette([*_ramp(card.color), *mark_palette, *ImageColor.getrgb(_SUN)])
    made = io.BytesIO()
    # 6 takes nearly twice as long for a twentieth fewer bytes, 9 ten times for a tenth.
    shades.save(made, "PNG", compress_level=5)
    return made.getvalue()


def _write_name(pen: ImageDraw.ImageDraw, site: str) -> None:
    """The name of the site, beside its mark."""
    name = shortened(drawable(site), _NAME, _NAME_WIDTH)
    pen.text((_EDGE + _MARK + 22, _HEAD), name, fill=_WHITE, font=_NAME.font, anchor="lm")


def _write_label(pen: ImageDraw.ImageDraw, kind: str) -> None:
    """The kind of page in a white label, at the other side."""
    width = round(_KIND.width(kind)) + 2 * _LABEL_EDGE
    left = WIDTH - _EDGE - width
    label = Image.new("L", (width * _FINER, _LABEL * _FINER))
    box = (0, 0, label.width - 1, label.height - 1)
    ImageDraw.Draw(label).rounded_rectangle(box, label.height // 2, fill=255)
    label = label.resize((width, _LABEL), Image.Resampling.BOX)
    pen.bitmap((left, _HEAD - _LABEL // 2), label, fill=_WHITE)
    at = (left + _LABEL_EDGE, _HEAD)
    pen.text(at, kind, fill=_GROUND, font=_KIND.font, anchor="lm")


def _write_words(pen: ImageDraw.ImageDraw, card: SocialCard) -> None:
    """The facts at the bottom, and above them the title as large as fits."""
    bottom = HEIGHT - _STRIPE - _EDGE + 20
    told = _SEPARATOR.join(map(drawable, card.facts))
    facts = paragraph(told, _FACTS, _TEXT_WIDTH, _FACTS_LINES)
    top = bottom - facts.height
    _write(pen, facts, top)
    if facts.lines:
        bottom = top - _GAP
    room = bottom - _TITLE_TOP
    title = headline(drawable(card.title), _TITLE_SIZES, _TITLE_WEIGHT, _TEXT_WIDTH, room)
    _write(pen, title, bottom - title.height)


def _write(pen: ImageDraw.ImageDraw, block: Block, top: int) -> None:
    letters = block.letters
    # A large letter has some room at its left: taken back, all lines start at one edge.
    left = _EDGE - letters.size // 28
    for number, line in enumerate(block.lines):
        pen.text((left, top + number * letters.leading), line, fill=_WHITE, font=letters.font)


@lru_cache(maxsize=1)
def _backdrop() -> Image.Image:
    """The mark of the site, large and darker than its ground, running off the card.

    Darker, so that white letters on it lose no contrast.
    """
    canvas = Image.new("L", (WIDTH, HEIGHT), _GROUND)
    disc = Image.new("L", (_DISC * _FINER, _DISC * _FINER))
    ImageDraw.Draw(disc).ellipse((0, 0, disc.width - 1, disc.height - 1), fill=_SHADOW)
    disc = disc.resize((_DISC, _DISC), Image.Resampling.BOX)
    for x, y in _DISCS:
        shadow = Image.new("L", canvas.size)
        shadow.paste(disc, (x - _DISC // 2, y - _DISC // 2))
        canvas = ImageChops.subtract(canvas, shadow)
    return canvas


@lru_cache(maxsize=32)
def _mark(color: str) -> tuple[Image.Image, tuple[int, ...]]:
    """The mark of the site on its tile, as numbers of shades, and those shades."""
    unit = _MARK * _FINER / 64  # the icon of the site is drawn on 64 by 64
    tile = Image.new("RGB", (_MARK * _FINER, _MARK * _FINER), color)
    pen = ImageDraw.Draw(tile)
    ground = _DEEP if color == _BRAND else _BRAND
    pen.rounded_rectangle((0, 0, tile.width - 1, tile.height - 1), 14 * unit, fill=ground)
    for x, y, fill in ((32, 23, _SUN), (22.5, 39, _CORAL), (41.5, 39, _CREAM)):
        box = ((x - 13) * unit, (y - 13) * unit, (x + 13) * unit, (y + 13) * unit)
        pen.ellipse(box, fill=fill)
    small = tile.resize((_MARK, _MARK), Image.Resampling.BOX)
    few = small.quantize(_MARK_SHADES, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    palette = (few.getpalette() or [])[: 3 * _MARK_SHADES]
    palette += [0] * (3 * _MARK_SHADES - len(palette))
    numbers = Image.frombytes("L", few.size, few.tobytes())
    return numbers.point(lambda number: number + _SHADES), tuple(palette)


def _ramp(color: str) -> Iterator[int]:
    """The shades from dark over the colour to white, as red, green, blue in a row."""
    own = ImageColor.getrgb(color)[:3]
    for shade in range(_SHADES):
        grey = 255 * shade / (_SHADES - 1)
        if grey < _GROUND:
            share = grey / _GROUND
            yield from (round(part * (_DARKEST + (1 - _DARKEST) * share)) for part in own)
        else:
            share = (grey - _GROUND) / (_WHITE - _GROUND)
            yield from (round(part + (255 - part) * share) for part in own)
