"""How days and times of day are read, and understood when they are written in other words."""

import re
from dataclasses import dataclass
from typing import ClassVar

from zorgpact_site.dates import PartialDate, parse_date
from zorgpact_site.diagnostics import Diagnostic, Location, Rule, problem
from zorgpact_site.diagnostics import field_rules as rules
from zorgpact_site.fields.field import Field
from zorgpact_site.fields.meant_dates import (
    day_and_time,
    first_and_last,
    is_sure,
    meant_date,
    too_short_month,
)
from zorgpact_site.fields.types import OneText, shown

_TIME = re.compile(r"(?:[01]?\d|2[0-3]):[0-5]\d", re.ASCII)
_DUTCH_TIME = re.compile(r"(\d{1,2})(?:[.:u](\d{2}))?(?: ?uur| ?u)?", re.ASCII)
_BETWEEN_TIMES = re.compile(r"\s*(?:[-–—]|\btot\b)\s*")


@dataclass(frozen=True, slots=True)
class Date(OneText[PartialDate]):
    """A day, a month of a year, or a year.

    `last` and `time` are the keys where the last of several days, and a time, belong.
    """

    last: str = ""
    time: str = ""
    expected: ClassVar[str] = "a date"
    rule: ClassVar[Rule] = rules.INVALID_DATE

    def parse(self, text: str) -> PartialDate | None:
        """Give the date as precise as it was typed."""
        return parse_date(text)

    def guess(self, text: str) -> str:
        """Understand 27-03-2018, dinsdag 27 maart 2018, maart 2018 and 20180327."""
        return meant_date(text)

    def sure(self, text: str) -> bool:
        """Tell 27-03-2018 from 05-03-2018, which some programs write for 3 May."""
        return is_sure(text)

    def _refused(self, text: str, where: Location, about: Field[object]) -> Diagnostic:
        month, count = too_short_month(text)
        if month:
            return problem(rules.NO_SUCH_DATE, where, value=shown(text), month=month, count=count)
        return OneText._refused(self, text, where, about)

    def parted(self, text: str) -> dict[str, str]:
        """Part the first day from the last, and the day from the time."""
        days = first_and_last(text) if self.last else ()
        timed = day_and_time(text) if self.time else ()
        if timed and not days and (time := Time().guess(timed[1])):
            return {"": timed[0], self.time: time}
        return {"": days[0], self.last: days[1]} if days else {}


@dataclass(frozen=True, slots=True)
class Day(Date):
    """A date of which the day is known."""

    expected: ClassVar[str] = "a day"
    rule: ClassVar[Rule] = rules.INEXACT_DATE

    def parse(self, text: str) -> PartialDate | None:
        """Give the date when it is a single day."""
        found = parse_date(text)
        return found if found and found.exact else None


@dataclass(frozen=True, slots=True)
class Time(OneText[str]):
    """A time of day in the Netherlands, as `13:30`; `end` is the key where the end belongs."""

    end: str = ""
    expected: ClassVar[str] = "a time"
    rule: ClassVar[Rule] = rules.INVALID_TIME

    def parse(self, text: str) -> str | None:
        """Give the time with two digits for the hour."""
        return text.rjust(5, "0") if _TIME.fullmatch(text) else None

    def guess(self, text: str) -> str:
        """Understand 13.30, 13u30 and 13:30 uur."""
        match = _DUTCH_TIME.fullmatch(text.lower())
        return f"{match[1]}:{match[2] or '00'}" if match else ""

    def sure(self, text: str) -> bool:
        """A number alone may have lost its minutes; with a sign or `uur` it is a time."""
        return not text.isdecimal()

    def parted(self, text: str) -> dict[str, str]:
        """Part the start from the end in 13:30 – 17:00 and van 13.30 tot 17.00 uur."""
        sides = _BETWEEN_TIMES.split(text.lower().removeprefix("van "))
        times = [self.guess(side) for side in sides]
        both = self.end and len(times) == 2 and all(map(self.parse, times))  # noqa: PLR2004 - ends
        return {"": times[0], self.end: times[1]} if both else {}
