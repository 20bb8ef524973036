"""Social cards: a title in the colour of its theme, drawn as a small PNG."""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import fontpkg
from PIL import Image, ImageChops, ImageColor, ImageDraw, ImageFont

from zorgpact_site.recipes import SocialCard

WIDTH, HEIGHT = 1200, 630  # what the large card of the platforms shows whole
_EDGE = 72
_MARK = 72
_STRIPE = 14
_HEAD, _LABEL, _FACTS = 34, 28, 34
_TITLES = (92, 84, 76, 68, 60, 54, 48, 44)
_TEXT_WIDTH, _TITLE_TOP = WIDTH - 2 * _EDGE, 158
_FACTS_LINES = 3
_GAP = 38
_CALM = 2, 76  # lines and size: two large lines read better than three larger ones
_SEPARATOR = " · "
_LEADING = 1.16
_BOLD, _SEMIBOLD, _MEDIUM = 750, 650, 550
_SUN, _CORAL, _CREAM, _BRAND, _DEEP = "#f2b544", "#e8704a", "#faf6ee", "#0f4c5c", "#093641"
_DISC, _DISCS = 404, ((1010, 196), (862, 452), (1158, 452))
_FINER = 4  # shapes are drawn so much larger, then made smaller: Pillow draws no smooth edges

# A card is drawn in greys, from a darker tone of its colour to white. The greys become shades of
# a palette of few colours, which makes a card quick to draw and small to load.
_GROUND = 48  # the grey that stands for the colour itself
_DARKEST = 0.7
_SHADES = 24
_SHADE_OF = tuple(round(grey * (_SHADES - 1) / 255) for grey in range(256))
_MARK_SHADES = 30
_STRIPE_SHADE = _SHADES + _MARK_SHADES


def draw(card: SocialCard) -> bytes:
    """Draw a card as a PNG."""
    canvas = _backdrop().copy()
    pen = ImageDraw.Draw(canvas)
    _write_head(pen, card)
    _write_words(pen, card)
    shades = canvas.point(_SHADE_OF)
    mark, mark_palette = _mark(card.color)
    shades.paste(mark, (_EDGE, _EDGE - 12))
    shades.paste(_STRIPE_SHADE, (0, HEIGHT - _STRIPE, WIDTH, HEIGHT))
    shades.putpalette([*_ramp(card.color), *mark_palette, *ImageColor.getrgb(_SUN)])
    made = io.BytesIO()
    shades.save(made, "PNG", compress_level=7)  # a tenth of the time of 9
    return made.getvalue()


def _write_head(pen: ImageDraw.ImageDraw, card: SocialCard) -> None:
    """The name of the site beside its mark, and the kind of page in a label at the other side."""
    middle = _EDGE - 12 + _MARK // 2
    name = _shortened(_drawable(card.site), _font(_HEAD, _SEMIBOLD), 640)
    left = _EDGE + _MARK + 22
    pen.text((left, middle), name, fill=255, font=_font(_HEAD, _SEMIBOLD), anchor="lm")
    if not card.kind:
        return
    font = _font(_LABEL, _SEMIBOLD)
    width = font.getlength(card.kind)
    box = (WIDTH - _EDGE - width - 44, middle - 27, WIDTH - _EDGE, middle + 27)
    pill = Image.new("L", (round(box[2] - box[0]) * _FINER, 54 * _FINER))
    ImageDraw.Draw(pill).rounded_rectangle(
        (0, 0, pill.width - 1, pill.height - 1), 27 * _FINER, fill=255
    )
    size = (pill.width // _FINER, pill.height // _FINER)
    pen.bitmap((round(box[0]), round(box[1])), pill.resize(size, Image.Resampling.BOX), fill=255)
    pen.text((box[0] + 22, middle), card.kind, fill=_GROUND, font=font, anchor="lm")


def _write_words(pen: ImageDraw.ImageDraw, card: SocialCard) -> None:
    """The facts at the bottom, and above them the title as large as fits."""
    bottom = HEIGHT - _STRIPE - _EDGE + 20
    facts = _paragraph(_SEPARATOR.join(map(_drawable, card.facts)), _FACTS_LINES)
    top = bottom - facts.height
    _write(pen, facts, top)
    if facts.lines:
        bottom = top - _GAP
    title = _headline(_drawable(card.title), bottom - _TITLE_TOP)
    _write(pen, title, bottom - title.height)


def _write(pen: ImageDraw.ImageDraw, block: "_Block", top: int) -> None:
    # A large letter has some room at its left: taken back, all lines start at one edge.
    left = _EDGE - block.font.size // 28
    for number, line in enumerate(block.lines):
        pen.text((left, top + number * block.leading), line, fill=255, font=block.font)


@dataclass(frozen=True, slots=True)
class _Block:
    """A text in lines, with the font that makes it fit."""

    lines: tuple[str, ...]
    font: ImageFont.FreeTypeFont

    @property
    def leading(self) -> int:
        """From the top of a line to the top of the next, in pixels."""
        return round(self.font.size * _LEADING)

    @property
    def height(self) -> int:
        """The height of all lines, in pixels."""
        return self.leading * len(self.lines)


def _paragraph(text: str, most: int) -> _Block:
    """A small text in at most so many lines."""
    font = _font(_FACTS, _MEDIUM)
    return _Block(_cut(tuple(_wrapped(text, font, _TEXT_WIDTH)), font, most), font)


def _headline(text: str, height: int) -> _Block:
    """A text as large as fits in the height, in lines of about the same length."""
    blocks = [_block(text, size) for size in _TITLES]
    fitting = [
        block
        for block in blocks
        if block.height <= height
        and max(map(block.font.getlength, block.lines), default=0) <= _TEXT_WIDTH
    ]
    lines, size = _CALM
    calm = [one for one in fitting if len(one.lines) <= lines and one.font.size >= size]
    for block in (*calm, *fitting):
        return _Block(_balanced(block), block.font)
    last = blocks[-1]
    return _Block(_cut(last.lines, last.font, height // last.leading), last.font)


def _block(text: str, size: int) -> _Block:
    font = _font(size, _BOLD)
    return _Block(tuple(_wrapped(text, font, _TEXT_WIDTH)), font)


def _cut(lines: tuple[str, ...], font: ImageFont.FreeTypeFont, most: int) -> tuple[str, ...]:
    """At most so many lines, each as wide as the card at most."""
    if len(lines) > most:
        lines = (*lines[: most - 1], " ".join(lines[most - 1 :]))
    return tuple(_shortened(line, font, _TEXT_WIDTH) for line in lines)


def _balanced(block: _Block) -> tuple[str, ...]:
    """The same number of lines, as narrow as they can be."""
    text, count = " ".join(block.lines), len(block.lines)
    for width in range(_TEXT_WIDTH // 2, _TEXT_WIDTH, 24):
        lines = tuple(_wrapped(text, block.font, width))
        if len(lines) == count and max(map(block.font.getlength, lines), default=0) <= width:
            return lines
    return block.lines


def _wrapped(text: str, font: ImageFont.FreeTypeFont, width: int) -> Iterator[str]:
    line = ""
    for word in text.split():
        longer = f"{line} {word}" if line else word
        if line and font.getlength(longer) > width:
            yield line
            line = word
        else:
            line = longer
    if line:
        yield line


def _shortened(text: str, font: ImageFont.FreeTypeFont, width: int) -> str:
    if font.getlength(text) <= width:
        return text
    while text and font.getlength(f"{text}…") > width:
        text = text[:-1]
    return f"{text.rstrip()}…"


@lru_cache(maxsize=64)
def _font(size: int, weight: int) -> ImageFont.FreeTypeFont:
    # The basic layout, as the other one depends on a library that a machine may lack.
    path = str(fontpkg.path("Figtree"))
    font = ImageFont.truetype(path, size, layout_engine=ImageFont.Layout.BASIC)
    font.set_variation_by_axes([weight])
    return font


def _drawable(text: str) -> str:
    """The text without signs that the font has no drawing for, such as emoji."""
    return " ".join("".join(sign for sign in text if _has(sign)).split())


@lru_cache(maxsize=1024)
def _has(sign: str) -> bool:
    font = _font(_LABEL, _MEDIUM)
    return sign.isspace() or bytes(font.getmask(sign)) != bytes(font.getmask("\uffff"))


@lru_cache(maxsize=1)
def _backdrop() -> Image.Image:
    """The mark of the site, large and darker than its ground, running off the card.

    Darker, so that white letters on it lose no contrast.
    """
    canvas = Image.new("L", (WIDTH, HEIGHT), _GROUND)
    disc = Image.new("L", (_DISC * _FINER, _DISC * _FINER))
    ImageDraw.Draw(disc).ellipse((0, 0, disc.width - 1, disc.height - 1), fill=16)
    disc = disc.resize((_DISC, _DISC), Image.Resampling.BOX)
    for x, y in _DISCS:
        shadow = Image.new("L", canvas.size)
        shadow.paste(disc, (x - _DISC // 2, y - _DISC // 2))
        canvas = ImageChops.subtract(canvas, shadow)
    return canvas


@lru_cache(maxsize=32)
def _mark(color: str) -> tuple[Image.Image, tuple[int, ...]]:
    """The mark of the site on its tile, as numbers of shades, and those shades."""
    unit = _MARK * _FINER / 64
    tile = Image.new("RGB", (_MARK * _FINER, _MARK * _FINER), color)
    pen = ImageDraw.Draw(tile)
    ground = _BRAND if color != _BRAND else _DEEP
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
            share = (grey - _GROUND) / (255 - _GROUND)
            yield from (round(part + (255 - part) * share) for part in own)
