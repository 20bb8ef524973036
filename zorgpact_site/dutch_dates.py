"""Dates in running Dutch text: `dinsdag 27 maart`, `11 en 12 juni`, `di. 27-03-2018`."""

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from string import ascii_lowercase, ascii_uppercase

from zorgpact_site.wording import MONTHS, SHORT_MONTHS, WEEKDAYS

_LEAP_YEAR = 2000
_CENTURY = 2000  # that of ’18
_SHORTEST, _LONGEST = 28, 31  # days of a month
_DAY_NAMES = "|".join(WEEKDAYS)
_SHORT_DAYS = "|".join(day[:2] for day in WEEKDAYS)
_WEEKDAY = (
    rf"(?:(?:{_DAY_NAMES})(?:ochtend|morgen|(?:na|voor)?middag|avond|nacht|en)?\b"
    rf"|(?:{_SHORT_DAYS})\b\.?)"
)
_DAY = r"[0-9][0-9]?(?:e|de|ste)?(?!\w)"
# Between days that share a month. A comma alone joins none: “in zaal 3, 4 maart”.
_JOIN = r"\s?(?:,(?=[^.;:]{1,60}\s(?:en|of)\s)|[-–—/&+]|\b(?:en|of|tot(?:\sen\smet)?|t/m)\b)\s?"
_NAMED_DAY = rf"(?:\b{_WEEKDAY}\s{{1,3}}(?:den?\s)?)?{_DAY}"
_MONTH = "|".join((*MONTHS, *(f"{name}\\b\\.?" for name in (*SHORT_MONTHS, "sept"))))
# No month in “3 mei-initiatieven” and “maartregeling”; no year in “27 maart 20.30 uur”.
_YEAR = r"(?:(?:19|20)[0-9]{2}|['’][0-9]{2})(?!\w|[.,:][0-9])"
# These begin with a figure, so that all other signs are passed over quickly.
_IN_WORDS = re.compile(
    rf"(?P<days>{_DAY}(?:{_JOIN}{_NAMED_DAY}){{0,6}})"
    rf"\s{{1,3}}(?P<month>{_MONTH})(?!\w|-[^\W\d])(?:\s{{1,3}}(?P<year>{_YEAR}))?"
)
_IN_FIGURES = (
    re.compile(
        r"(?P<day>[0-9][0-9]?)(?P<sign>[-/.])(?P<month>[0-9][0-9]?)(?P=sign)"
        r"(?P<year>(?:19|20)[0-9]{2})(?![\w/-]|\.[0-9])"
    ),
    re.compile(r"(?P<year>[12][0-9]{3})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})(?![\w/-]|\.[0-9])"),
)
_FIGURE = re.compile("[0-9]")
_GLUED = re.compile(r"[\w€@]$|[0-9][.,:/-]$|[./:-]$")
_WEEKDAY_BEFORE = re.compile(rf"\b({_WEEKDAY})(,?)\s{{1,3}}(?:den?\s)?$")
_ONE_DAY = re.compile(
    rf"(?:(?P<weekday>{_WEEKDAY})\s{{1,3}}(?:den?\s)?)?(?P<day>[0-9][0-9]?)(?:e|de|ste)?(?!\w)"
)
# “zaterdag en zondag 3 en 4 juni”: the first weekday belongs to the first day.
_OTHER_WEEKDAYS = re.compile(
    rf"(?:\b{_WEEKDAY}(?:,\s|\s?[-–&]\s?|\s(?:en|of|t/m|tot(?:\sen\smet)?)\s)){{1,4}}$"
)
_ONE_WEEKDAY = re.compile(rf"\b{_WEEKDAY}")
_RANGE = re.compile(r"\s?(?:[-–—]|\bt/m|\btot(?:\sen\smet)?)\s?(?:den?\s)?")
_LINKS = re.compile(r"\s?(?:[-–—&,]|en|of|t/m|tot(?:\sen\smet)?)\s?")
_LOWER = str.maketrans(ascii_uppercase, ascii_lowercase)
_LOOK_BACK = 60
# Short names of days that are words too; as names they stand beside short months.
_WORDS_TOO = frozenset({"zo", "wo"})
_PERSON = re.compile(r"(?:Jan|Sep)$")


@dataclass(frozen=True, slots=True)
class NamedDay:
    """A day of a month; its weekday (0 = maandag), if named, stands from `start` to `end`."""

    day: int
    weekday: int | None = None
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class TextDate:
    """One day or more of one month, named from `start` to `end` of a text.

    `spans` tells that the days are the first and the last of a stretch, `runs_on` that the
    stretch ends with the date after this one. A year that only the date after it has
    (“30 april en 1 mei 2018”) counts for this one too; `year_at` is where it stands.
    """

    start: int
    end: int
    named: tuple[NamedDay, ...]
    month: int
    year: int | None = None
    year_at: tuple[int, int] = (0, 0)
    spans: bool = False
    runs_on: bool = False

    @property
    def days(self) -> tuple[int, ...]:
        """The days of the month, as named."""
        return tuple(one.day for one in self.named)

    @property
    def weekday(self) -> int | None:
        """The weekday of the first day that has one; 0 = maandag."""
        return next((one.weekday for one in self.named if one.weekday is not None), None)


@dataclass(frozen=True, slots=True)
class LostDay:
    """A day that its month, or that month of that year, does not have; it has `last` days."""

    start: int
    end: int
    month: int
    year: int | None
    last: int


def find_dates(text: str) -> tuple[TextDate, ...]:
    """The dates in a text that name at least a day and a month, in the order of the text.

    Days that do not exist, such as 31 juni, are left out. The work grows with the text.
    """
    if not _FIGURE.search(text):
        return ()
    lower = _in_small_letters(text)
    found = [one for one in _in_words(lower) if not _is_person(text, one.start, one.end)]
    found += _in_figures(lower)
    found.sort(key=lambda one: one.start)
    for at in range(len(found) - 2, -1, -1):
        found[at : at + 2] = _joined(lower, found[at], found[at + 1])
    return tuple(found)


def find_lost_days(text: str) -> Iterator[LostDay]:
    """The days from 29 to 31 that do not exist, such as 31 juni and 29 februari 2019."""
    lower = _in_small_letters(text)
    for match in _IN_WORDS.finditer(lower):
        if _is_person(text, *match.span()):
            continue
        month, year = _month(match["month"].rstrip(".")), _year(match["year"])
        days = [(int(one["day"]), one.start("day")) for one in _ONE_DAY.finditer(match["days"])]
        yield from (
            LostDay(match.start() + start, match.end(), month, year, last)
            for day, start in days
            if (last := _last_before(day, month, year)) and not _is_glued(lower, match.start())
        )
    for form in _IN_FIGURES:
        for match in form.finditer(lower):
            year, month, day = (int(match[name]) for name in ("year", "month", "day"))
            if (last := _last_before(day, month, year)) and not _is_glued(lower, match.start()):
                yield LostDay(match.start(), match.end(), month, year, last)


def _last_before(day: int, month: int, year: int | None) -> int:
    """The last day of a month that is too short for a day; 0 when it is not."""
    if not _SHORTEST < day <= _LONGEST or not exists(1, month, year) or exists(day, month, year):
        return 0
    return calendar.monthrange(year or _LEAP_YEAR, month)[1]


def fitting_years(weekday: int, month: int, day: int, years: range) -> tuple[int, ...]:
    """The years in which a day of a month falls on a weekday (0 = maandag)."""
    return tuple(
        year
        for year in years
        if exists(day, month, year) and calendar.weekday(year, month, day) == weekday
    )


def exists(day: int, month: int, year: int | None = None) -> bool:
    """Whether there is such a day, in that year or in any."""
    in_year = 1 <= month <= len(MONTHS)
    return in_year and 1 <= day <= calendar.monthrange(year or _LEAP_YEAR, month)[1]


def _in_small_letters(text: str) -> str:
    """The text in small letters, sign for sign."""
    lower = text.lower()
    # Of some letters it makes two.
    return lower if len(lower) == len(text) else text.translate(_LOWER)


def _in_words(text: str) -> Iterator[TextDate]:
    for match in _IN_WORDS.finditer(text):
        typed, year = match["month"].rstrip("."), _year(match["year"])
        month = _month(typed)
        # “zo” is a day in “zo 3 jun” and “zo 3 juni 2018”, and a word in “zo 3 juni”.
        sure = bool(year) or len(typed) < len(MONTHS[month - 1])
        days = tuple(_days(match, sure=sure))
        if _is_glued(text, match.start()) or not all(exists(one.day, month, year) for one in days):
            continue
        begin, end = match.span("days")
        yield TextDate(
            begin if days[0].weekday is None else days[0].start,
            match.end(),
            _paired(text, days),
            month,
            year,
            match.span("year") if year else (0, 0),
            spans=len(days) == 2 and bool(_RANGE.search(text, begin, end)),  # noqa: PLR2004 - ends
        )


def _in_figures(text: str) -> Iterator[TextDate]:
    for form in _IN_FIGURES:
        for match in form.finditer(text):
            year, month, day = (int(match[name]) for name in ("year", "month", "day"))
            if exists(day, month, year) and not _is_glued(text, match.start()):
                named = _named(text, match.start(), day, sure=True)
                start = match.start() if named.weekday is None else named.start
                yield TextDate(start, match.end(), (named,), month, year, match.span("year"))


def _days(match: re.Match[str], *, sure: bool) -> Iterator[NamedDay]:
    """The days that share a month; those of `dinsdagen 11 en 18 juni` share their weekday."""
    first, *others = _ONE_DAY.finditer(match.string, *match.span("days"))
    named = _named(match.string, first.start(), int(first["day"]), sure=sure, year=match["year"])
    yield named
    several = match.string[named.start : named.end].endswith("dagen")
    for one in others:
        day, weekday = int(one["day"]), _weekday(one["weekday"], sure=sure)
        if weekday is not None:
            yield NamedDay(day, weekday, *one.span("weekday"))
        else:
            yield replace(named, day=day) if several else NamedDay(day)


def _named(text: str, start: int, day: int, *, sure: bool, year: str | None = "-") -> NamedDay:
    """The day with the weekday before it; a comma parts them only when a year follows.

    “Niet op dinsdag, 27 maart is beter” does not say that 27 maart is a Tuesday.
    """
    before = _WEEKDAY_BEFORE.search(text, max(start - _LOOK_BACK, 0), start)
    weekday = _weekday(before[1], sure=sure) if before else None
    if before is None or weekday is None or (before[2] and not year):
        return NamedDay(day)
    return NamedDay(day, weekday, *before.span(1))


def _joined(text: str, one: TextDate, after: TextDate) -> tuple[TextDate, TextDate]:
    """Two dates that follow each other, with what the one tells of the other."""
    between = text[one.end : after.start]
    if not _LINKS.fullmatch(between):
        return one, after
    if one.year is None and after.year is not None:
        year = after.year - (one.month > after.month)
        if all(exists(named.day, one.month, year) for named in one.named):
            one = replace(one, year=year, year_at=after.year_at)
    named = _paired(text, (*one.named, *after.named))
    one = replace(one, named=named[: len(one.named)], runs_on=bool(_RANGE.fullmatch(between)))
    return one, replace(after, named=named[len(one.named) :])


def _paired(text: str, named: tuple[NamedDay, ...]) -> tuple[NamedDay, ...]:
    """The days with the weekdays that stand together before them, when there are as many."""
    first, *others = named
    if not others or first.weekday is None or any(one.weekday is not None for one in others):
        return named
    window = _OTHER_WEEKDAYS.search(text, max(first.start - _LOOK_BACK, 0), first.start)
    if not window:
        return named
    places = [one.span() for one in _ONE_WEEKDAY.finditer(text, *window.span())]
    places.append((first.start, first.end))
    if len(places) != len(named):
        return tuple(NamedDay(one.day) for one in named)
    return tuple(
        NamedDay(one.day, _weekday(text[begin:end], sure=True), begin, end)
        for one, (begin, end) in zip(named, places, strict=True)
    )


def _is_person(text: str, start: int, end: int) -> bool:
    """Whether the month is rather a first name: “in kamer 3 Jan Smit”."""
    return bool(_PERSON.search(text, start, end))


def _is_glued(text: str, start: int) -> bool:
    """Whether the figures are part of a longer number, an amount or an address."""
    return bool(_GLUED.search(text, max(start - 2, 0), start))


def _month(typed: str) -> int:
    return 1 + SHORT_MONTHS.index("mrt" if typed == "maart" else typed[:3])


def _weekday(typed: str | None, *, sure: bool) -> int | None:
    """0 for maandag; None for no weekday, or for a word that only looks like one."""
    if not typed or (typed.rstrip(".") in _WORDS_TOO and not sure):
        return None
    return next(at for at, name in enumerate(WEEKDAYS) if name[:2] == typed[:2])


def _year(typed: str | None) -> int | None:
    if not typed:
        return None
    return int(typed) if typed.isdigit() else _CENTURY + int(typed[1:])
