"""Words in lines on a card: how wide they are, where they break, how large they can be."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import fontpkg
from PIL import ImageFont

_FAMILY = "Figtree"
_LEADING = 1.16
_MEASURED = 100  # the size at which words are measured, once for all sizes
_LEEWAY = 1.01  # as letters are rounded to whole pixels


@dataclass(frozen=True, slots=True)
class Letters:
    """Letters of a size in pixels and a weight: 400 is regular, 700 bold."""

    size: int
    weight: int

    @property
    def font(self) -> ImageFont.FreeTypeFont:
        """What Pillow draws with."""
        return _font(self.size, self.weight)

    @property
    def leading(self) -> int:
        """From the top of a line to the top of the next, in pixels."""
        return round(self.size * _LEADING)

    def width(self, text: str) -> float:
        """How wide a line is at most, in pixels."""
        words = text.split(" ")
        measured = sum(_width(word, self.weight) for word in words)
        measured += _width(" ", self.weight) * (len(words) - 1)
        return measured * self.size / _MEASURED * _LEEWAY


@dataclass(frozen=True, slots=True)
class Block:
    """A text in lines."""

    lines: tuple[str, ...]
    letters: Letters

    @property
    def height(self) -> int:
        """The height of all lines, in pixels."""
        return self.letters.leading * len(self.lines)


def paragraph(text: str, letters: Letters, width: int, most: int) -> Block:
    """A text in at most so many lines of about the same length; what does not fit is cut off."""
    lines = _wrapped(text, letters, width)
    if len(lines) > most:
        lines = (*lines[: most - 1], " ".join(lines[most - 1 :]))
    else:
        lines = _balanced(text, lines, letters, width)
    return Block(tuple(shortened(line, letters, width) for line in lines), letters)


def headline(text: str, sizes: Sequence[int], weight: int, width: int, height: int) -> Block:
    """A text as large as fits, but rather in two lines than larger in three.

    `sizes` go from large to small; where none fits, the text is cut off at the smallest.
    """
    fitting = [
        letters
        for letters in (Letters(size, weight) for size in sizes)
        if _fits(_wrapped(text, letters, width), letters, width, height)
    ]
    large = (one for one in fitting[:3] if len(_wrapped(text, one, width)) <= 2)  # noqa: PLR2004
    letters = next(large, fitting[0] if fitting else Letters(sizes[-1], weight))
    return paragraph(text, letters, width, height // letters.leading)


def _fits(lines: Sequence[str], letters: Letters, width: int, height: int) -> bool:
    widest = max(map(letters.width, lines), default=0)
    return widest <= width and letters.leading * len(lines) <= height


def _wrapped(text: str, letters: Letters, width: float) -> tuple[str, ...]:
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and letters.width(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return tuple(lines)


def _balanced(text: str, lines: tuple[str, ...], letters: Letters, width: int) -> tuple[str, ...]:
    """The same number of lines, as narrow as they can be."""
    for narrower in range(width // len(lines or "x"), width, letters.size):
        found = _wrapped(text, letters, narrower)
        if len(found) == len(lines) and max(map(letters.width, found), default=0) <= width:
            return found
    return lines


def shortened(text: str, letters: Letters, width: float) -> str:
    """A line that fits; what is cut off shows as three dots."""
    if letters.width(text) <= width:
        return text
    while text and letters.width(f"{text}…") > width:
        text = text[:-1]
    return f"{text.rstrip()}…"


def drawable(text: str) -> str:
    """A text without signs that the font has no drawing for, such as emoji."""
    return " ".join("".join(sign for sign in text if _has(sign)).split())


@lru_cache(maxsize=64)
def _font(size: int, weight: int) -> ImageFont.FreeTypeFont:
    # The basic layout, as the other one depends on a library that a machine may lack.
    path = str(fontpkg.path(_FAMILY))
    font = ImageFont.truetype(path, size, layout_engine=ImageFont.Layout.BASIC)
    font.set_variation_by_axes([weight])
    return font


@lru_cache(maxsize=8192)
def _width(word: str, weight: int) -> float:
    return _font(_MEASURED, weight).getlength(word)


@lru_cache(maxsize=1024)
def _has(sign: str) -> bool:
    font = _font(_MEASURED, 400)
    return sign.isspace() or bytes(font.getmask(sign)) != bytes(font.getmask("\uffff"))
