"""A number that steps up and down over time, with dots where it was stated."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from zorgpact_site import wording
from zorgpact_site.planning.charts.scales import DayTick, percent, round_numbers, time_axis
from zorgpact_site.planning.pieces import Link

_TOP, _BASE, _HEIGHT = 28, 232, 264
_LETTERS_ABOVE = 10  # pixels between the line and the number above it
_APART = 0.12  # of the width: numbers closer than this would touch on a narrow screen
_NEAR_EDGE = 0.06
_SEAM = 0.002  # of the width: areas reach under each other, or light shines between them


@dataclass(frozen=True, slots=True)
class StepRow:
    """A row of the table: when, how many, why, and perhaps the article that says so.

    `iso` is `when` for machines, as in HTML's `datetime`; empty when that is no date.
    """

    when: str
    value: int
    note: str = ""
    link: Link | None = None
    iso: str = ""

    @property
    def number(self) -> str:
        """The value in Dutch."""
        return wording.number(self.value)


@dataclass(frozen=True, slots=True)
class Point:
    """A day and the row that holds from it on; `stated` when an article gives the number."""

    day: date
    row: StepRow
    stated: bool


@dataclass(frozen=True, slots=True)
class Run:
    """A level part of the line from `x` to `end`; `value` is its number, `y` its height.

    `width` is that of the area below it, which reaches a little under the next one.
    """

    x: str
    end: str
    width: str
    y: float
    value: int


@dataclass(frozen=True, slots=True)
class Rise:
    """An upright part of the line."""

    x: str
    y: float
    end: float


@dataclass(frozen=True, slots=True)
class Label:
    """A number beside the line; `anchor` as in SVG's `text-anchor`."""

    x: str
    y: float
    text: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Dot:
    """A stated number."""

    x: str
    y: float
    value: int


@dataclass(frozen=True, slots=True)
class XTick:
    """A named day on the axis of time."""

    x: str
    text: str
    minor: bool


@dataclass(frozen=True, slots=True)
class YTick:
    """A named number on the upright axis."""

    y: float
    text: str


@dataclass(frozen=True, slots=True)
class StepChart:
    """A step chart: along the width in percentages, upright in pixels from the top.

    `rows` are the whole table; `summary` says in words what the line shows.
    """

    caption: str
    summary: str
    heads: tuple[str, str, str]
    runs: tuple[Run, ...]
    rises: tuple[Rise, ...]
    dots: tuple[Dot, ...]
    labels: tuple[Label, ...]
    x_ticks: tuple[XTick, ...]
    y_ticks: tuple[YTick, ...]
    rows: tuple[StepRow, ...]
    base: int = _BASE
    height: int = _HEIGHT


def step_chart(
    caption: str,
    heads: tuple[str, str, str],
    before: StepRow,
    points: Sequence[Point],
    undrawn: Sequence[StepRow] = (),
) -> StepChart:
    """The line from `before` through at least one point, earliest first; it ends at the last.

    `undrawn` rows stand in the table alone.
    """
    time = time_axis(points[0].day, points[-1].day)
    values = [before.value, *(point.row.value for point in points)]
    numbers = round_numbers(max(values))

    def height(value: int) -> float:
        return round(_BASE - (_BASE - _TOP) * value / numbers[-1], 1)

    parts = [0.0, *(time.part(point.day) for point in points)]
    line = tuple(zip(parts, values, strict=True))
    last = points[-1].row
    return StepChart(
        caption=caption,
        summary=f"{caption}. {before.when.capitalize()}: {before.number}; "
        f"{last.when}: {last.number}.",
        heads=heads,
        runs=tuple(
            Run(
                percent(x),
                percent(end),
                percent(min(end + _SEAM, parts[-1]) - x),
                height(value),
                value,
            )
            for (x, value), (end, _next) in pairwise(line)
            if end > x
        ),
        rises=tuple(
            Rise(percent(x), height(value), height(after))
            for (_x, value), (x, after) in pairwise(line)
            if value != after
        ),
        dots=tuple(
            Dot(percent(part), height(point.row.value), point.row.value)
            for point, part in zip(points, parts[1:], strict=True)
            if point.stated
        ),
        labels=tuple(
            Label(percent(part), height(value) - _LETTERS_ABOVE, wording.number(value), anchor)
            for part, value, anchor in _named(line, points)
        ),
        x_ticks=tuple(_x_tick(tick) for tick in time.ticks()),
        y_ticks=tuple(YTick(height(number), wording.number(number)) for number in numbers),
        rows=(before, *(point.row for point in points), *undrawn),
    )


def _x_tick(tick: DayTick) -> XTick:
    return XTick(percent(tick.part), tick.label, tick.minor)


def _named(
    line: Sequence[tuple[float, int]], points: Sequence[Point]
) -> list[tuple[float, int, str]]:
    """The places on the line that have their number beside them, with room between them.

    The last goes first, then what was stated, latest first, then the beginning. Numbers end at
    their place, because above a growing line there is room to the left.
    """
    stated = [place for place, point in zip(line[1:], points, strict=True) if point.stated]
    chosen: list[tuple[float, int, str]] = []
    for part, value in (line[-1], *stated[::-1], line[0]):
        if all(abs(part - other) >= _APART for other, _value, _anchor in chosen):
            chosen.append((part, value, "start" if part < _NEAR_EDGE else "end"))
    return sorted(chosen)
