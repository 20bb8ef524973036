"""Make the provinces of the map from the drawing they come from.

    python docs/make_provinces.py netherlands.svg

The source is `netherlands.svg` of the npm package @svg-maps/netherlands 1.0.0 (CC BY 4.0). Its
outlines are simplified to whole units. Borders are cut where three lines meet and each piece is
simplified once, so that neighbours still touch. The result is a module rather than a data file:
what plans pages does not read the disk.
"""

import re
import sys
import textwrap
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise
from math import hypot
from pathlib import Path
from typing import TypeAlias

TARGET = Path(__file__).parent.parent / "zorgpact_site" / "geography" / "provinces.py"
TOLERANCE = 0.8
"""How far a line may move, in units of the drawing: about a screen pixel at its largest."""
SMALLEST = 8.0
"""Islands and gaps smaller than this many square units are left out."""
SAME = 0.4
"""Corners of two provinces nearer than this are one corner, drawn twice."""

Point: TypeAlias = tuple[float, float]
Ring: TypeAlias = list[Point]

_PATH = re.compile(r'<path\s+id="\w+"\s+name="([^"]+)"\s+d="([^"]+)"')
_WORD = re.compile(r"[A-Za-z]|-?[\d.]+")
_HEADER = '''\
"""The outlines of the twelve provinces. Made by docs/make_provinces.py: do not edit.

After `netherlands.svg` of @svg-maps/netherlands 1.0.0, by Victor Cazanave, CC BY 4.0; simplified,
small islands left out. See ATTRIBUTION.md.
"""

WIDTH, HEIGHT = 613, 724

PROVINCES = {
'''


def rings_of(path: str) -> Iterator[Ring]:
    """The rings of a path that knows only relative moves and lines, as the source does."""
    numbers: list[float] = []
    ring: Ring = []
    x = y = 0.0
    for word in _WORD.findall(path):
        if word == "m":
            ring = []
        elif word == "z":
            yield ring
            x, y = ring[0]
        elif word.isalpha():
            sys.exit(f"unexpected command in path: {word}")
        else:
            numbers.append(float(word))
            if len(numbers) == 2:  # noqa: PLR2004 - x and y
                x, y = x + numbers[0], y + numbers[1]
                numbers.clear()
                ring.append((x, y))


def merged(provinces: dict[str, list[Ring]]) -> dict[str, list[Ring]]:
    """The same rings with corners that are nearly the same made one."""
    near: dict[tuple[int, int], list[Point]] = defaultdict(list)

    def one(point: Point) -> Point:
        column, row = int(point[0]), int(point[1])
        around = [(column + a, row + b) for a in (-1, 0, 1) for b in (-1, 0, 1)]
        for other in (other for cell in around for other in near[cell]):
            if hypot(other[0] - point[0], other[1] - point[1]) < SAME:
                return other
        near[column, row].append(point)
        return point

    return {
        name: [without_repeats(map(one, ring)) for ring in rings]
        for name, rings in provinces.items()
    }


def without_repeats(points: Iterable[Point]) -> Ring:
    """A ring without the same corner twice in a row, and without spikes that fold back."""
    ring: Ring = []
    for point in points:
        if ring and ring[-1] == point:
            continue
        if len(ring) > 1 and ring[-2] == point:
            ring.pop()
            continue
        ring.append(point)
    while len(ring) > 1 and ring[0] == ring[-1]:
        ring.pop()
    return ring


def junctions(rings: Iterable[Ring]) -> set[Point]:
    """Corners where more than two lines meet."""
    neighbours: dict[Point, set[Point]] = defaultdict(set)
    for ring in rings:
        for first, second in pairwise([*ring, ring[0]]):
            neighbours[first].add(second)
            neighbours[second].add(first)
    return {point for point, others in neighbours.items() if len(others) != 2}  # noqa: PLR2004


def simplified(ring: Ring, fixed: set[Point]) -> Ring:
    """A ring of whole units, each piece between fixed corners simplified on its own."""
    cuts = [at for at, point in enumerate(ring) if point in fixed]
    if not cuts:
        far = max(range(len(ring)), key=lambda at: _distance(ring[at], ring[0], ring[0]))
        cuts = [0, far]
    turned = ring[cuts[0] :] + ring[: cuts[0] + 1]
    stops = [at - cuts[0] for at in cuts] + [len(turned) - 1]
    kept: Ring = []
    for start, stop in pairwise(stops):
        piece = turned[start : stop + 1]
        # Neighbours walk a shared border in opposite directions and must find the same corners.
        back = piece[::-1] < piece
        line = _thinned(piece[::-1] if back else piece)
        kept += (line[::-1] if back else line)[:-1]
    return without_repeats((float(round(x)), float(round(y))) for x, y in kept)


def _thinned(line: Ring) -> Ring:
    """Fewer corners, none further off than the tolerance (Douglas and Peucker, 1973)."""
    if len(line) < 3:  # noqa: PLR2004 - a straight piece
        return line
    at = max(range(1, len(line) - 1), key=lambda at: _distance(line[at], line[0], line[-1]))
    if _distance(line[at], line[0], line[-1]) <= TOLERANCE:
        return [line[0], line[-1]]
    return _thinned(line[: at + 1])[:-1] + _thinned(line[at:])


def _distance(point: Point, start: Point, end: Point) -> float:
    width, height = end[0] - start[0], end[1] - start[1]
    away = (point[0] - start[0], point[1] - start[1])
    length = hypot(width, height)
    if length == 0:
        return hypot(*away)
    along = max(0.0, min(1.0, (away[0] * width + away[1] * height) / length**2))
    return hypot(away[0] - along * width, away[1] - along * height)


def area(ring: Ring) -> float:
    """The area of a ring, in square units."""
    sides = pairwise([*ring, ring[0]])
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in sides)) / 2


def written(rings: Iterable[Ring]) -> str:
    """Rings as the data of an SVG path, in as few signs as the eye can still follow."""
    paths = []
    for ring in rings:
        steps = " ".join(f"{x2 - x1:.0f} {y2 - y1:.0f}" for (x1, y1), (x2, y2) in pairwise(ring))
        steps = steps.replace("-0", "0").replace(" -", "-")
        paths.append(f"M{ring[0][0]:.0f} {ring[0][1]:.0f}l{steps}z")
    return "".join(paths)


def main(source: Path) -> None:
    """Write the module."""
    text = source.read_text("utf-8")
    read = {name: list(rings_of(path)) for name, path in _PATH.findall(text)}
    provinces = merged(read)
    fixed = junctions(ring for rings in provinces.values() for ring in rings)
    lines = [_HEADER]
    for name, rings in sorted(provinces.items()):
        thin = [simplified(ring, fixed) for ring in rings if area(ring) >= SMALLEST]
        data = written(ring for ring in thin if area(ring) >= SMALLEST)
        pieces = textwrap.wrap(data.replace("-", " -"), 90, break_on_hyphens=False)
        tight = [piece.replace(" -", "-") for piece in pieces]
        glued = [
            piece if at == 0 or piece.startswith("-") else f" {piece}"
            for at, piece in enumerate(tight)
        ]
        lines.append(f'    "{name}": (\n')
        lines += [f'        "{piece}"\n' for piece in glued]
        lines.append("    ),\n")
    lines.append("}\n")
    TARGET.write_text("".join(lines), "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
