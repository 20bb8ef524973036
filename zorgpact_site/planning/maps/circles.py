"""Circles for counts, moved apart where they would lie over each other."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import sqrt

_ROUNDS = 200
_GAP = 2.0
_GROWTH = 11.0
_LARGEST = 30.0
# Directions in which circles of one point part: any will do, if it is the same each time.
_PARTING = ((1.0, 0.0), (0.0, 1.0), (0.6, 0.8), (0.8, -0.6))


@dataclass(frozen=True, slots=True)
class Circle:
    """A circle on the drawing: where it stands for (`at`), where it is drawn, how large.

    `reach` is the radius of what a finger may touch; never less than that of what is seen.
    """

    at: tuple[float, float]
    x: float
    y: float
    radius: float
    reach: float

    @property
    def moved(self) -> bool:
        """Whether the circle no longer covers the point it stands for."""
        return _distance(self.x - self.at[0], self.y - self.at[1]) > self.radius


def radius_of(count: int, largest: int, smallest: float) -> float:
    """The radius for a count: the area follows the count, but is never too small to read.

    A site with few reports has no large circles: `largest` is the highest count on the map.
    """
    top = min(_LARGEST, _GROWTH * sqrt(max(largest, 1)))
    share = sqrt(count / largest) if largest else 0.0
    return round(max(smallest, top * share), 1)


def spread(circles: Sequence[Circle], width: float, height: float) -> tuple[Circle, ...]:
    """Move circles apart, each pair by half, and keep them within the frame."""
    moved = [_inside(one, width, height) for one in circles]
    for _round in range(_ROUNDS):
        calm = True
        for first in range(len(moved)):
            for second in range(first + 1, len(moved)):
                one, other = moved[first], moved[second]
                needed = one.reach + other.reach + _GAP
                x, y = other.x - one.x, other.y - one.y
                apart = _distance(x, y)
                if apart >= needed - 0.05:  # noqa: PLR2004 - near enough
                    continue
                calm = False
                right, down = _PARTING[(first + second) % 4] if not apart else (x / apart, y / apart)
                push = (needed - apart) / 2
                moved[first] = _shifted(one, -right * push, -down * push, width, height)
                moved[second] = _shifted(other, right * push, down * push, width, height)
        if calm:
            break
    return tuple(replace(one, x=round(one.x, 1), y=round(one.y, 1)) for one in moved)


def _shifted(circle: Circle, right: float, down: float, width: float, height: float) -> Circle:
    return _inside(replace(circle, x=circle.x + right, y=circle.y + down), width, height)


def _inside(circle: Circle, width: float, height: float) -> Circle:
    reach = circle.reach
    x = max(reach, min(width - reach, circle.x))
    y = max(reach, min(height - reach, circle.y))
    return replace(circle, x=x, y=y)


def _distance(x: float, y: float) -> float:
    return sqrt(x * x + y * y)
