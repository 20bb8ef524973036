"""Which day was meant by a date in other words, and where one value holds two: first and last."""

import calendar
import re

from zorgpact_site.dutch_dates import TextDate, find_dates
from zorgpact_site.wording import MONTHS, SHORT_MONTHS

_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})", re.ASCII)
_FIGURES = re.compile(
    rf"(\d{{1,2}})[-/. ](\d{{1,2}}|{'|'.join(MONTHS)})[-/. ]['’]?(\d{{4}}|\d{{2}})", re.ASCII
)
_YEAR_FIRST = re.compile(r"(\d{4})[-/. ](\d{1,2})(?:[-/. ](\d{1,2}))?", re.ASCII)
_MONTH = re.compile(rf"({'|'.join((*MONTHS, *SHORT_MONTHS))})\.? (\d{{4}})", re.ASCII)
# A day, what joins it to another, and the time that some programs put behind it.
_JOINED = re.compile(r"\s*(?:\s(?:en|&|tot|tot en met|t/m|-)\s)\s*", re.ASCII)
_TIMED = re.compile(r"(.{6,}?)(?:,? (?:om )?|t)(\d{1,2}[.:u]\d{2})(?: uur| u)?")
# Programs that know no day without a time write midnight, or when a text was made.
_STAMP = re.compile(r"(?:t| )(?:00:00|\d\d:\d\d:\d\d(?:\.\d+)?)(?:z|[+-]\d\d:?\d\d)?$", re.ASCII)
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—−", "-"))
_CENTURY = 2000
_MONTHS_OF_A_YEAR = len(MONTHS)


def meant_date(text: str) -> str:
    """The date as `2018-03-27` or `2018-03` that a text says in other words; empty if unknown."""
    plain = _plain(text)
    if match := _COMPACT.fullmatch(plain):
        return "-".join(match.groups())
    if match := _YEAR_FIRST.fullmatch(plain):
        return "-".join(part.rjust(2, "0") for part in match.groups() if part)
    if match := _MONTH.fullmatch(plain):
        return f"{match[2]}-{_number(match[1]):02}"
    if match := _FIGURES.fullmatch(plain):
        year = int(match[3]) + (_CENTURY if len(match[3]) == 2 else 0)  # noqa: PLR2004 - ’18
        return f"{year}-{_number(match[2]):02}-{int(match[1]):02}"
    days = _days(plain)
    return days[0] if len(days) == 1 else ""


def is_sure(text: str) -> bool:
    """Tell 27-03-2018 from 05-03-2018, which some programs write for 3 May, and from 5-3-18.

    A date with the name of another day of the week is not sure either.
    """
    plain = _plain(text)
    match = _FIGURES.fullmatch(plain)
    if match is None:
        return all(map(_fits_weekday, find_dates(plain)))
    if match[2] in MONTHS or int(match[1]) == int(match[2]):
        return len(match[3]) == 4  # noqa: PLR2004 - a whole year
    return len(match[3]) == 4 and int(match[1]) > _MONTHS_OF_A_YEAR  # noqa: PLR2004


def too_short_month(text: str) -> tuple[str, int]:
    """The month that has no such day as a text says, and how many it has; none if it has."""
    parts = [int(part) for part in meant_date(text).split("-") if part]
    if len(parts) < 3 or not (parts[0] and 1 <= parts[1] <= _MONTHS_OF_A_YEAR):  # noqa: PLR2004
        return "", 0
    count = calendar.monthrange(parts[0], parts[1])[1]
    return (MONTHS[parts[1] - 1], count) if parts[2] > count else ("", 0)


def first_and_last(text: str) -> tuple[str, ...]:
    """The first and the last day of a text that names two or more; else nothing."""
    plain = _plain(text)
    days = _days(plain)
    if not days:
        days = tuple(meant_date(part) for part in _JOINED.split(plain))
    return (days[0], days[-1]) if len(days) > 1 and all(days) and days[0] < days[-1] else ()


def day_and_time(text: str) -> tuple[str, ...]:
    """The day, and the time behind it as it was typed, of a text with both; else nothing."""
    match = _TIMED.fullmatch(_plain(text))
    day = meant_date(match[1]) if match else ""
    return (day, match[2]) if match and day else ()


def _plain(text: str) -> str:
    return _STAMP.sub("", text.lower().translate(_DASHES).strip(" .,"))


def _days(plain: str) -> tuple[str, ...]:
    """All days that a text names when it says nothing else, as `2018-03-27`."""
    found = find_dates(plain)
    if not found or any(one.year is None for one in found):
        return ()
    rest = _without(plain, found)
    if any(part.strip() and not _JOINED.fullmatch(f" {part.strip()} ") for part in rest):
        return ()
    return tuple(f"{one.year}-{one.month:02}-{day:02}" for one in found for day in one.days)


def _without(plain: str, found: tuple[TextDate, ...]) -> tuple[str, ...]:
    """What stands before, between and behind the dates."""
    ends = (0, *(one.end for one in found))
    starts = (*(one.start for one in found), len(plain))
    return tuple(plain[end:start] for end, start in zip(ends, starts, strict=True))


def _fits_weekday(one: TextDate) -> bool:
    first = one.named[0]
    day = one.year and calendar.weekday(one.year, one.month, first.day)
    return first.weekday is None or first.weekday == day


def _number(month: str) -> int:
    if month in MONTHS:
        return MONTHS.index(month) + 1
    return SHORT_MONTHS.index(month) + 1 if month in SHORT_MONTHS else int(month)
