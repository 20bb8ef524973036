"""The drawing of the map for one size of screen: circles, numbers, names, keys."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, product
from math import sqrt
from string import ascii_uppercase

from zorgpact_site import wording
from zorgpact_site.geography import HEIGHT, WIDTH, Spot
from zorgpact_site.planning.maps.circles import Circle, radius_of, spread
from zorgpact_site.planning.maps.labels import LINE, Box, Label, place_labels, width_of
from zorgpact_site.planning.views.maps import Drawing, Mark, Words

_FRAME = Box(0, 0, WIDTH, HEIGHT)
_FOOT = 0.36
"""From the middle of a digit to its foot, in sizes of the letter."""
_LINE_FOOT = 0.86
"""From the top of a line to the feet of its letters."""


_MANY = 16
"""From this many regions on, circles are smaller, so that together they cover no more."""


@dataclass(frozen=True, slots=True)
class Size:
    """How large things are drawn, in units, for screens on which a unit is small or large.

    A target for a finger is 24 pixels at least (WCAG 2.2, 2.5.8), so `reach` is half of that.
    """

    name: str
    letter: int
    digit: int
    reach: float
    smallest: float
    largest: float


SIZES = (
    Size("wide", letter=17, digit=16, reach=16, smallest=13, largest=32),  # from 480 pixels
    Size("narrow", letter=26, digit=24, reach=27, smallest=18, largest=38),  # from 280 pixels
)


@dataclass(frozen=True, slots=True)
class Stop:
    """A region to be drawn: its name and link, how many reports, and where it lies.

    `told` is that count in words.
    """

    name: str
    href: str
    told: str
    count: int
    spot: Spot


def draw(stops: Sequence[Stop], size: Size) -> Drawing:
    """Draw all regions: circles apart, then names where there is room, then keys for the rest."""
    circles = spread(_circles(stops, size), WIDTH, HEIGHT)
    names, letters, keys = _placed(tuple(stop.name for stop in stops), circles, size.letter)
    return Drawing(
        size=size.name,
        letter=size.letter,
        digit=size.digit,
        marks=tuple(
            _mark(size, stop, circle, letter, name or key)
            for stop, circle, letter, name, key in zip(
                stops, circles, letters, names, keys, strict=True
            )
        ),
        keyed=any(letters),
    )


@lru_cache(maxsize=8)  # two pages have the same map, and after most edits too
def _placed(
    called: tuple[str, ...], circles: tuple[Circle, ...], letter: float
) -> tuple[Sequence[Label | None], Sequence[str], Sequence[Label | None]]:
    """Where names stand, letters for those that find no room, and where these stand."""
    names = place_labels(called, circles, letter, _FRAME)
    letters = _letters([name is None for name in names])
    taken = [name.box for name in names if name]
    return names, letters, place_labels(letters, circles, letter, _FRAME, taken)


def _circles(stops: Sequence[Stop], size: Size) -> Iterator[Circle]:
    most = max(stop.count for stop in stops)
    largest = size.largest * min(1.0, sqrt(_MANY / len(stops)))
    for stop in stops:
        written = width_of(wording.number(stop.count), size.digit) / 2 + 3
        smallest = max(size.smallest, written)
        radius = radius_of(stop.count, most, smallest=smallest, largest=largest)
        yield Circle(stop.spot, *stop.spot, radius=radius, reach=max(size.reach, radius))


def _letters(wanted: Sequence[bool]) -> list[str]:
    """A letter for each that wants one: A to Z, then AA, AB and so on; empty for the others."""
    signs = chain(ascii_uppercase, map("".join, product(ascii_uppercase, repeat=2)))
    return [next(signs) if one else "" for one in wanted]


def _mark(size: Size, stop: Stop, circle: Circle, letter: str, label: Label | None) -> Mark:
    called = f"{stop.name} ({letter})" if letter else stop.name
    return Mark(
        href=stop.href,
        label=f"{called}, {stop.told}",
        # Where not even a letter fits beside the circle, it stands in it.
        inside=wording.number(stop.count) if label else letter,
        key=letter,
        empty=stop.count == 0,
        x=round(circle.x),
        y=round(circle.y),
        foot=round(circle.y + _FOOT * size.digit),
        radius=round(circle.radius),
        reach=round(circle.reach),
        words=_words(label, size),
        from_=(round(circle.at[0]), round(circle.at[1])) if circle.moved else None,
    )


def _words(label: Label | None, size: Size) -> Words | None:
    if label is None:
        return None
    feet = (
        round(label.box.top + (at * LINE + _LINE_FOOT) * size.letter)
        for at in range(len(label.lines))
    )
    return Words(tuple(zip(feet, label.lines, strict=True)), round(label.x), label.anchor)
