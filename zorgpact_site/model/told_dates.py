"""Dates that texts name, and the days they can mean when they leave the year unsaid."""

from dataclasses import dataclass
from datetime import date, timedelta

from zorgpact_site.dates import PartialDate
from zorgpact_site.diagnostics import Location
from zorgpact_site.dutch_dates import NamedDay, TextDate, exists
from zorgpact_site.model.passages import Passage

# A report or announcement names days of this stretch around its own date without their year.
_BEFORE = timedelta(days=200)
_AFTER = timedelta(days=400)


@dataclass(frozen=True, slots=True)
class ToldDate:
    """That a passage names a date, in which sentence of it."""

    passage: Passage
    found: TextDate
    sentence: str

    @property
    def words(self) -> str:
        """The date as typed."""
        return self.passage.text[self.found.start : self.found.end]

    @property
    def where(self) -> Location:
        """Where it stands in the file."""
        return self.passage.locate(self.found.start, self.found.end)

    def meant(self, named: NamedDay, around: PartialDate | None) -> tuple[date, ...]:
        """The days that one of its days can mean, whatever its weekday; the earliest first.

        With a year there is at most one. Else they lie from 200 days before to 400 days after
        the date of the text; without that date there are none.
        """
        month, year = self.found.month, self.found.year
        if year is not None:
            return (date(year, month, named.day),) if exists(named.day, month, year) else ()
        if around is None:
            return ()
        first, last = around.first_day - _BEFORE, around.last_day + _AFTER
        days = (
            date(candidate, month, named.day)
            for candidate in range(first.year, last.year + 1)
            if exists(named.day, month, candidate)
        )
        return tuple(day for day in days if first <= day <= last)

    def fitting(self, named: NamedDay, around: PartialDate | None) -> tuple[date, ...]:
        """The days that one of its days can mean, weekday and all."""
        days = self.meant(named, around)
        return tuple(day for day in days if named.weekday in {None, day.weekday()})
