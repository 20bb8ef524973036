"""Horizontal bars: a table in which each row also has a line as long as its number is large."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from zorgpact_site.planning.charts.scales import percent
from zorgpact_site.planning.pieces import Link, When

_SHORT, _LONG = 14, 32  # characters


@dataclass(frozen=True, slots=True)
class Row:
    """A row as it is given: its name, its number, and the words for that number.

    `size` is None when the words hold no number; then there is no bar. `when`, `note` and
    `more`, which leads on, stand beside the name. A theme has its `slug`, which names its
    colour, and its `sign`.
    """

    name: Link
    size: int | None
    words: str
    note: str = ""
    slug: str = ""
    sign: str = ""
    more: Link | None = None
    when: When | None = None


@dataclass(frozen=True, slots=True)
class Bar:
    """A row with the `length` of its bar: a percentage, empty for none."""

    row: Row
    length: str


@dataclass(frozen=True, slots=True)
class BarChart:
    """A chart that is a table: `heads` are those of name and number.

    `layout` follows from what there is to read: bars stand close beside `short` names, further
    from `long` ones, and below longer names and those with more beside them (`stacked`).
    """

    caption: str
    heads: tuple[str, str]
    bars: tuple[Bar, ...]
    layout: str


def bar_chart(caption: str, heads: tuple[str, str], rows: Iterable[Row]) -> BarChart | None:
    """Bars for rows in their order, the longest as wide as there is room; None without rows."""
    rows = tuple(rows)
    if not rows:
        return None
    highest = max((row.size or 0 for row in rows), default=0)
    bars = tuple(Bar(row, percent(row.size / highest) if row.size else "") for row in rows)
    return BarChart(caption, heads, bars, _layout(rows))


def _layout(rows: Sequence[Row]) -> str:
    longest = max(len(row.name.text) for row in rows)
    if longest > _LONG or any(row.when or row.note or row.more for row in rows):
        return "stacked"
    return "short" if longest <= _SHORT else "long"
