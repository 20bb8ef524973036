"""Circles for counts, moved apart where they would lie over each other."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import combinations
from math import sqrt

_ROUNDS = 100
_GAP = 2.0
_CLOSE_ENOUGH = 0.02
_FEW = 7
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


def radius_of(count: int, most: int, *, smallest: float, largest: float) -> float:
    """The radius for a count: the area follows the count, but is never too small to read.

    The highest count, `most`, has the largest circle; not where even that is only a few.
    """
    share = count / max(most, _FEW)
    return round(max(smallest, largest * sqrt(share)), 1)


def spread(circles: Iterable[Circle], width: float, height: float) -> tuple[Circle, ...]:
    """Move circles apart, each pair by half, and keep them within the frame."""
    moved = [_inside(one, width, height) for one in circles]
    for _round in range(_ROUNDS):
        calm = True
        for first, second in combinations(range(len(moved)), 2):
            right, down = _push(moved[first], moved[second], first + second)
            if right or down:
                calm = False
                moved[first] = _shifted(moved[first], -right, -down, width, height)
                moved[second] = _shifted(moved[second], right, down, width, height)
        if calm:
            break
    return tuple(replace(one, x=round(one.x, 1), y=round(one.y, 1)) for one in moved)


def _push(one: Circle, other: Circle, turn: int) -> tuple[float, float]:
    """How far the second must go for its half, when two lie too near; else nothing."""
    x, y = other.x - one.x, other.y - one.y
    apart = _distance(x, y)
    half = (one.reach + other.reach + _GAP - apart) / 2
    if half < _CLOSE_ENOUGH:
        return 0.0, 0.0
    right, down = (x / apart, y / apart) if apart else _PARTING[turn % len(_PARTING)]
    return right * half, down * half


def _shifted(circle: Circle, right: float, down: float, width: float, height: float) -> Circle:
    return _inside(replace(circle, x=circle.x + right, y=circle.y + down), width, height)


def _inside(circle: Circle, width: float, height: float) -> Circle:
    reach = circle.reach
    x = max(reach, min(width - reach, circle.x))
    y = max(reach, min(height - reach, circle.y))
    return replace(circle, x=x, y=y)


def _distance(x: float, y: float) -> float:
    return sqrt(x * x + y * y)
