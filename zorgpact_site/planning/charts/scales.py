"""From numbers and days to places along an axis, and which of them the axis names."""

from dataclasses import dataclass
from datetime import date

from zorgpact_site.wording import SHORT_MONTHS

_YEAR = 12
_MONTHS_APART = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 6000)
_MOST_PARTS = 8
_ROOMY = 5  # ticks that fit beside each other also on the narrowest screen


def percent(part: float) -> str:
    """A share of the whole, 0 to 1, as a length in SVG: `12.5%`."""
    return f"{100 * part:.2f}".rstrip("0").rstrip(".") + "%"


def round_numbers(highest: int, parts: int = 4) -> tuple[int, ...]:
    """Evenly spaced whole numbers from 0 to at least `highest`, in steps of 1, 2 or 5 tens.

    There are at most `parts` steps.
    """
    step, factors = 1, (2, 2.5, 2)
    turn = 0
    while step * parts < highest:
        step = int(step * factors[turn % len(factors)])
        turn += 1
    last = max(-(-highest // step), 1)
    return tuple(step * place for place in range(last + 1))


@dataclass(frozen=True, slots=True)
class DayTick:
    """A named place on an axis of time; `minor` ones may be left out where room is scarce."""

    part: float
    label: str
    minor: bool


@dataclass(frozen=True, slots=True)
class Time:
    """An axis of time between two days that are firsts of months, `apart` months between ticks."""

    start: date
    end: date
    apart: int

    def part(self, day: date) -> float:
        """Where a day lies between start (0) and end (1)."""
        return (day - self.start).days / (self.end - self.start).days

    def ticks(self) -> tuple[DayTick, ...]:
        """The named places: years, or months where the time is short."""
        months = range(_month(self.start), _month(self.end) + 1, self.apart)
        crowded = len(months) > _ROOMY
        return tuple(
            DayTick(self.part(_first(month)), self._label(month, place), crowded and place % 2 == 1)
            for place, month in enumerate(months)
        )

    def _label(self, month: int, place: int) -> str:
        year, of_year = divmod(month, _YEAR)
        if self.apart >= _YEAR:
            return str(year)
        name = SHORT_MONTHS[of_year]
        return f"{name} {year}" if place == 0 or of_year == 0 else name


def time_axis(first: date, last: date) -> Time:
    """An axis on which both days lie, with room before the first; few enough ticks to read."""
    low, high = _month(first), _month(last)
    apart = next(
        months
        for months in _MONTHS_APART
        if (high + 1 - low) <= _MOST_PARTS * months or months == _MONTHS_APART[-1]
    )
    # Every second tick may be left out; by months, those that name a year must not be.
    unit = apart if apart >= _YEAR else 2 * apart
    start = low // unit * unit
    if _first(start) >= first:
        start -= unit
    end = -(-(high + 1) // apart) * apart
    return Time(_first(start), _first(end), apart)


def _month(day: date) -> int:
    """Months since the year 0."""
    return day.year * _YEAR + day.month - 1


def _first(month: int) -> date:
    """The first day of a month, within what dates can say."""
    year, of_year = divmod(month, _YEAR)
    return date(min(max(year, 1), 9999), of_year + 1, 1)
