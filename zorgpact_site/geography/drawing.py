"""From degrees to the drawing of the provinces, and which outline holds a point of it."""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise
from math import degrees, log, radians, tan
from typing import TypeAlias

from zorgpact_site.geography.provinces import HEIGHT, PROVINCES, WIDTH

__all__ = [
    "HEIGHT",
    "WIDTH",
    "Outline",
    "Spot",
    "centre",
    "holds",
    "on_drawing",
    "outline",
    "project",
]

Spot: TypeAlias = tuple[float, float]
"""A point of the drawing: units from the left and from the top."""
Outline: TypeAlias = tuple[tuple[Spot, ...], ...]
"""The rings of a province: its land, its islands, and the holes in them."""

_UNITS_A_DEGREE = 158.2013
_LEFT, _WEST = 0.2585, 3.35838
_TOP, _NORTH = 0.2748, 63.65694
_POLE = 89
_RING = re.compile(r"M(-?\d+) ?(-?\d+)l([^z]*)z")
_NUMBER = re.compile(r"-?\d+")


def project(lat: float, lon: float) -> Spot:
    """Where a point of the earth, in degrees, lies on the drawing (Mercator), to a tenth.

    Rounding hides the last bits, in which the mathematics of machines differ.
    """
    lat = max(-_POLE, min(_POLE, lat))
    north = degrees(log(tan(radians(45 + lat / 2))))
    x = _LEFT + _UNITS_A_DEGREE * (lon - _WEST)
    y = _TOP + _UNITS_A_DEGREE * (_NORTH - north)
    return round(x, 1), round(y, 1)


def on_drawing(spot: Spot) -> bool:
    """Whether a point lies within the frame of the drawing."""
    return 0 <= spot[0] <= WIDTH and 0 <= spot[1] <= HEIGHT


@cache
def outline(province: str) -> Outline:
    """The rings of a province, named as in the data."""
    return tuple(_corners(ring) for ring in _RING.findall(PROVINCES[province]))


def _corners(ring: Sequence[str]) -> tuple[Spot, ...]:
    x, y = int(ring[0]), int(ring[1])
    corners = [(float(x), float(y))]
    numbers = [int(number) for number in _NUMBER.findall(ring[2])]
    for right, down in zip(numbers[::2], numbers[1::2], strict=True):
        x, y = x + right, y + down
        corners.append((float(x), float(y)))
    return tuple(corners)


def holds(rings: Outline, spot: Spot) -> bool:
    """Whether a point lies inside: a line from it crosses the rings an odd number of times."""
    return sum(_crossings(ring, spot) for ring in rings) % 2 == 1


def _crossings(ring: Sequence[Spot], spot: Spot) -> int:
    x, y = spot
    count = 0
    for (x1, y1), (x2, y2) in _sides(ring):
        if (y1 > y) != (y2 > y) and x < x1 + (y - y1) / (y2 - y1) * (x2 - x1):
            count += 1
    return count


def _sides(ring: Sequence[Spot]) -> Iterable[tuple[Spot, Spot]]:
    return pairwise([*ring, ring[0]])


def centre(rings: Outline) -> Spot:
    """The middle of a province: the centre of gravity of its largest part."""
    area, x, y = max((_weight(ring) for ring in rings), key=lambda one: abs(one[0]))
    return round(x / area / 3, 1), round(y / area / 3, 1)


def _weight(ring: Sequence[Spot]) -> tuple[float, float, float]:
    """Twice the area of a ring, signed, and its moments."""
    area = x = y = 0.0
    for (x1, y1), (x2, y2) in _sides(ring):
        cross = x1 * y2 - x2 * y1
        area, x, y = area + cross, x + (x1 + x2) * cross, y + (y1 + y2) * cross
    return area, x, y
