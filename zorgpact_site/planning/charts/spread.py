"""How numbers are spread: a dash for each along one line, the smallest and the largest named."""

from collections.abc import Sequence
from dataclasses import dataclass

from zorgpact_site import wording
from zorgpact_site.planning.charts.bars import Row
from zorgpact_site.planning.charts.scales import percent, round_numbers

_TOP, _BASE, _HEIGHT = 28, 76, 108
_ROOM = 0.3  # of the width: nearer to each other than this, the two names would touch


@dataclass(frozen=True, slots=True)
class Name:
    """Words at a place along the line; `anchor` as in SVG's `text-anchor`."""

    x: str
    text: str
    anchor: str = "middle"


@dataclass(frozen=True, slots=True)
class SpreadChart:
    """A dash for each number, at a percentage of the width; `rows` are the table.

    Rows whose words hold no number stand in the table alone.
    """

    caption: str
    summary: str
    heads: tuple[str, str]
    dashes: tuple[str, ...]
    labels: tuple[Name, ...]
    ticks: tuple[Name, ...]
    rows: tuple[Row, ...]
    top: int = _TOP
    base: int = _BASE
    height: int = _HEIGHT


def spread_chart(caption: str, heads: tuple[str, str], rows: Sequence[Row]) -> SpreadChart:
    """The spread of rows of which at least one has a number."""
    drawn = sorted((row.size, row.words) for row in rows if row.size is not None)
    numbers = round_numbers(drawn[-1][0])
    (low, least), (high, most) = drawn[0], drawn[-1]
    return SpreadChart(
        caption=caption,
        summary=f"{caption}: van {least} tot {most}.",
        heads=heads,
        dashes=tuple(percent(size / numbers[-1]) for size, _words in drawn),
        labels=_labels(low / numbers[-1], least, high / numbers[-1], most),
        ticks=tuple(Name(percent(one / numbers[-1]), wording.number(one)) for one in numbers),
        rows=tuple(rows),
    )


def _labels(low: float, least: str, high: float, most: str) -> tuple[Name, ...]:
    """The smallest reads rightwards and the largest leftwards, so that both stay inside."""
    largest = Name(percent(high), most, "end")
    if high - low < 2 * _ROOM:
        return (largest,)
    return Name(percent(low), least, "start"), largest
