"""Names beside circles, so that none lies over another, over a circle or outside the frame."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from zorgpact_site.planning.maps.circles import Circle

LINE = 1.15
"""The height of a line, in sizes of the letter."""
_GAP = 4.0
_CLEAR = 3.0
_ATTEMPTS = 12
_BREAK = re.compile(r"(?<=[/ -])(?=\S)")
# Shares of the letter's size, for a bold face of the width of Arial; wider ones have some room.
_WIDTHS = ((0.33, "ijlI.,:;|!'’‘ /()-ftr"), (0.72, "ABCDEFGHKLNOPQRSTUVXYZw&"), (0.92, "mMW@"))
_WIDTH = 0.61
_ROOM = 1.04


class Box(NamedTuple):
    """A rectangle on the drawing."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Box") -> bool:
        """Whether two rectangles share a point inside."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def within(self, other: "Box") -> bool:
        """Whether it lies wholly in the other."""
        return (
            other.left <= self.left
            and other.top <= self.top
            and self.right <= other.right
            and self.bottom <= other.bottom
        )


@dataclass(frozen=True, slots=True)
class Label:
    """A name in one or two lines; `x` is where its lines start, end or have their middle."""

    lines: tuple[str, ...]
    anchor: str
    x: float
    box: Box


def width_of(text: str, size: float) -> float:
    """About how wide a text is: which font a reader has is not known."""
    return size * _ROOM * sum(_width(sign) for sign in text)


def _width(sign: str) -> float:
    return next((width for width, signs in _WIDTHS if sign in signs), _WIDTH)


def place_labels(
    names: Sequence[str],
    circles: Sequence[Circle],
    size: float,
    frame: Box,
    taken: Sequence[Box] = (),
) -> tuple[Label | None, ...]:
    """A label for each circle where there is room, None where there is not or no name.

    Names are placed in order. One that finds no room goes first in the next attempt; the best of
    all attempts counts (after Joslin and Clements, "Squeaky wheel" optimization, 1999).
    """
    choices = [
        [
            one
            for one in _choices(name, circle, size)
            if one.box.within(frame)
            and not any(one.box.meets(box) for box in taken)
            and not any(
                _covers(circles[other], one.box) for other in range(len(names)) if other != at
            )
        ]
        for at, (name, circle) in enumerate(zip(names, circles, strict=True))
    ]
    # Who has the fewest places to choose from goes first.
    order = sorted(range(len(names)), key=lambda at: (len(choices[at]), at))
    best: dict[int, Label] = {}
    for _attempt in range(_ATTEMPTS):
        placed = _attempted(order, choices)
        if len(placed) > len(best):
            best = placed
        missed = [at for at in order if at not in placed and choices[at]]
        if not missed:
            break
        order = [missed[0], *(at for at in order if at != missed[0])]
    return tuple(best.get(at) for at in range(len(names)))


def _attempted(order: Sequence[int], choices: Sequence[Sequence[Label]]) -> dict[int, Label]:
    placed: dict[int, Label] = {}
    for at in order:
        taken = [label.box for label in placed.values()]
        free = (one for one in choices[at] if not any(one.box.meets(box) for box in taken))
        found = next(free, None)
        if found:
            placed[at] = found
    return placed


def _covers(circle: Circle, box: Box) -> bool:
    x = max(box.left, min(box.right, circle.x))
    y = max(box.top, min(box.bottom, circle.y))
    return (circle.x - x) ** 2 + (circle.y - y) ** 2 < (circle.radius + _CLEAR) ** 2


def _choices(name: str, circle: Circle, size: float) -> Iterator[Label]:
    """Where a name may stand, best first: in one line, then in two."""
    if not name:
        return
    shapes = [(name,), *_halves(name, size)]
    for lines in shapes:
        yield from _around(lines, circle, size)


def _halves(name: str, size: float) -> Iterator[tuple[str, ...]]:
    """A name in two lines, broken where the lines are most alike in width."""
    halves = [(name[: at.start()], name[at.start() :]) for at in _BREAK.finditer(name)]
    if halves:
        yield min(
            ((first.rstrip(), second) for first, second in halves),
            key=lambda lines: max(width_of(line, size) for line in lines),
        )


def _around(lines: tuple[str, ...], circle: Circle, size: float) -> Iterator[Label]:
    wide = max(width_of(line, size) for line in lines)
    high = len(lines) * LINE * size
    x, y, away = circle.x, circle.y, circle.radius + _GAP
    slant = circle.radius * 0.7 + _GAP / 2
    spots = (
        ("start", x + away, y - high / 2),
        ("end", x - away, y - high / 2),
        ("middle", x, y + away),
        ("middle", x, y - away - high),
        ("start", x + slant, y + slant),
        ("start", x + slant, y - slant - high),
        ("end", x - slant, y + slant),
        ("end", x - slant, y - slant - high),
        ("start", x + away, y - high / 4),
        ("start", x + away, y - high * 3 / 4),
        ("end", x - away, y - high / 4),
        ("end", x - away, y - high * 3 / 4),
        ("middle", x + wide / 4, y + away),
        ("middle", x - wide / 4, y + away),
        ("middle", x + wide / 4, y - away - high),
        ("middle", x - wide / 4, y - away - high),
    )
    shift = {"start": 0.0, "middle": wide / 2, "end": wide}
    for anchor, start, top in spots:
        left = start - shift[anchor]
        yield Label(lines, anchor, start, Box(left, top, left + wide, top + high))
