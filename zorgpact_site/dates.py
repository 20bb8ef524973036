"""Days that may be known in part: a year, a month of a year, or a day."""

import calendar
import re
from dataclasses import dataclass
from datetime import date

# Programs write 0001 and 9999 for no date at all, and nothing can be reckoned from there.
_FORM = re.compile(r"([12]\d{3})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date as precise as it is known; 0 stands for an unknown month or day."""

    year: int
    month: int = 0
    day: int = 0

    @property
    def first_day(self) -> date:
        """The earliest day this date can mean."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last_day(self) -> date:
        """The latest day this date can mean."""
        month = self.month or 12
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    @property
    def exact(self) -> bool:
        """Whether the day itself is known."""
        return self.day > 0

    def __str__(self) -> str:
        # Not by a loop: a large site asks for it tens of thousands of times.
        if not self.month:
            return f"{self.year:04}"
        day = f"-{self.day:02}" if self.day else ""
        return f"{self.year:04}-{self.month:02}{day}"


def parse_date(text: str) -> PartialDate | None:
    """Read `2018-03-27`, `2018-03` or `2018`; None when it is no date of the years 1000 to 2999.

    The forms are those of ISO 8601 with dashes; week dates and forms without dashes,
    which `date.fromisoformat` takes too, are refused because editors mistype them.
    """
    match = _FORM.fullmatch(text.strip())
    if match is None:
        return None
    parts = [int(part) for part in match.groups() if part is not None]
    found = PartialDate(*parts)
    if 0 in parts:
        return None
    try:
        _ = found.first_day
    except ValueError:
        return None
    return found
