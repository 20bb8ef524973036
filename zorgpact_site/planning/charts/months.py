"""The twelve months of a year as columns."""

from collections.abc import Mapping
from dataclasses import dataclass

from zorgpact_site import wording
from zorgpact_site.planning.charts.scales import percent

_COLUMN = 0.64  # of the room for a month
_FEWEST = 2  # a single column shows nothing that its number does not say
_TOP, _BASE, _HEIGHT = 22, 116, 140


@dataclass(frozen=True, slots=True)
class Column:
    """A month: where its column begins (`left`) and how wide it is, and where its words stand.

    `top` and `height` are in pixels; `count` is the number itself.
    """

    month: str
    short: str
    letter: str
    count: int
    left: str
    width: str
    middle: str
    top: float
    height: float


@dataclass(frozen=True, slots=True)
class MonthChart:
    """Columns for January to December; `summary` says in words what they show."""

    caption: str
    summary: str
    heads: tuple[str, str]
    columns: tuple[Column, ...]
    base: int = _BASE
    height: int = _HEIGHT


def month_chart(
    caption: str, heads: tuple[str, str], counts: Mapping[int, int]
) -> MonthChart | None:
    """Columns for counts by month, 1 to 12; None when less than two months have any."""
    if sum(1 for count in counts.values() if count) < _FEWEST:
        return None
    highest = max(counts.values())
    most = [wording.MONTHS[month - 1] for month in sorted(counts) if counts[month] == highest]
    columns = tuple(_column(month, counts.get(month, 0), highest) for month in range(1, 13))
    summary = f"{caption}. De meeste in {wording.listing(most)}: {wording.number(highest)}."
    return MonthChart(caption, summary, heads, columns)


def _column(month: int, count: int, highest: int) -> Column:
    height = round((_BASE - _TOP) * count / highest, 1)
    room = 1 / len(wording.MONTHS)
    left = (month - 1) * room
    name, short = wording.MONTHS[month - 1], wording.SHORT_MONTHS[month - 1]
    return Column(
        month=name,
        short=short,
        letter=short[0],
        count=count,
        left=percent(left + room * (1 - _COLUMN) / 2),
        width=percent(room * _COLUMN),
        middle=percent(left + room / 2),
        top=_BASE - height,
        height=height,
    )
