"""What an old text tells of a meeting, when it does so in one of a few plain ways."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from zorgpact_site.dates import PartialDate, parse_date
from zorgpact_site.dutch_dates import TextDate, find_dates, fitting_years
from zorgpact_site.geography.gazetteer import find_place

_EVENT = (
    r"\w*(?:bijeenkomst|ontmoeting|werkbezoek|conferentie|congres|symposium|werkdag|themadag"
    r"|netwerkdag|studiedag|kopgroepdag|inspiratiedag|webinar|rondetafel)"
)
_NAMED_EVENT = re.compile(rf"\b({_EVENT}) (‘[^‘’]{{3,80}}’|“[^“”]{{3,80}}”)", re.IGNORECASE)
_EVENT_WITH_PLACE = re.compile(rf"\b({_EVENT})((?: [A-Z][\w-]+){{0,4}})(?!\w)", re.IGNORECASE)
_ABOUT = r"(?P<about>ruim|zo[’']n|circa|ongeveer|bijna|meer dan|rond de|een kleine|naar schatting) "
_PEOPLE = (
    r"(?:aanwezigen|deelnemers|bezoekers|gasten|belangstellenden|geïnteresseerden|koplopers"
    r"|mensen|professionals|bestuurders|studenten)"
)
_COUNT = r"(?<!\d\.)(?P<count>\d{1,3}(?:\.\d{3})+|\d{1,5})(?!\.?\d)"
_ATTENDANCE = (
    re.compile(
        rf"\b(?:{_ABOUT})?{_COUNT} (?P<who>aanwezigen|deelnemers|bezoekers)\b", re.IGNORECASE
    ),
    re.compile(rf"\bopkomst van (?:{_ABOUT})?{_COUNT}\b", re.IGNORECASE),
    re.compile(rf"\bkwamen (?:{_ABOUT})?{_COUNT} (?P<who>{_PEOPLE})\b", re.IGNORECASE),
)
_MEMBERSHIP = re.compile(
    r"\bKopgroep (?:telt|bestaat)(?: \w+)? (?:uit )?(\d{1,5}) (?:koplopers|leden)\b", re.IGNORECASE
)
_LOCATION = re.compile(
    r"\b(?:[Bb]ij|[Ii]n|[Oo]p) (?:(?:het|de|Het|De|[Kk]oploper) ){0,2}"
    r"(?P<name>[A-Z][\w’&-]*(?: (?:van|de|der|den|het|en|voor|[A-Z][\w’&-]*)){0,5}) in "
    r"(?P<town>[A-Z][\w’-]*(?: (?:aan|den|de|[A-Z][\w’-]*)){0,3})"
)


@dataclass(frozen=True, slots=True)
class Day:
    """The day of a meeting: `date` when its year is known, `words` as the text names it.

    `possible` are the dates it can be when there are several; `reckoned` tells that the year
    follows from the weekday.
    """

    words: str
    date: str = ""
    possible: tuple[str, ...] = ()
    reckoned: bool = False


@dataclass(frozen=True, slots=True)
class Meeting:
    """What is told of a meeting; empty where nothing is. `place` is a building and its town."""

    event: str = ""
    day: Day | None = None
    attendance: str = ""
    place: tuple[str, str] = ("", "")


def meeting_in(title: str, lead: str, rest: str, years: range) -> Meeting:
    """The meeting that a text is about; `lead` is its first paragraph.

    A text is about a meeting when title or lead name one and the lead names its day.
    """
    event = _event(title, lead)
    day = _day(lead, years) if event else None
    if day is None:
        return Meeting()
    return Meeting(event, day, _attendance(lead) or _attendance(rest), _place(lead))


def membership_in(text: str) -> str:
    """How many koplopers the Kopgroep had, according to a text."""
    match = _MEMBERSHIP.search(text)
    return match[1] if match else ""


def published_on(written: str) -> str:
    """The day of a moment such as `2018-04-03T10:00`; empty when it is none."""
    day = parse_date(written[:10])
    return str(day) if day and day.exact else ""


def _event(title: str, lead: str) -> str:
    for text in (lead, title):
        match = _NAMED_EVENT.search(text)
        if match:
            return _with_capital(match[0])
    for text in (title, lead):
        match = _EVENT_WITH_PLACE.search(text)
        if match:
            places = " ".join(_capitals(match[2]))
            return _with_capital(f"{match[1]} {places}".strip())
    return ""


def _capitals(words: str) -> Iterator[str]:
    for word in words.split():
        if not word[0].isupper():
            return
        yield word


def _with_capital(name: str) -> str:
    return name[:1].upper() + name[1:]


def _day(lead: str, years: range) -> Day | None:
    found = next(iter(find_dates(lead)), None)
    if found is None or not found.days:
        return None
    words = lead[found.start : found.end]
    if found.year is not None:
        return Day(words, _written(found, found.year))
    if found.weekday is None:
        return Day(words)
    first = next(one for one in found.named if one.weekday is not None)
    fitting = fitting_years(found.weekday, found.month, first.day, years)
    dates = tuple(_written(found, year) for year in fitting)
    return Day(words, dates[0], reckoned=True) if len(dates) == 1 else Day(words, possible=dates)


def _written(found: TextDate, year: int) -> str:
    return str(PartialDate(year, found.month, found.days[0]))


def _attendance(text: str) -> str:
    for pattern in _ATTENDANCE:
        match = pattern.search(text)
        if match:
            about = (match["about"] or "").lower()
            who = match.groupdict().get("who") or ""
            kind = "koplopers" if who.lower() == "koplopers" else ""
            return " ".join(part for part in (about, match["count"], kind) if part)
    return ""


def _place(lead: str) -> tuple[str, str]:
    """The building and the town, when the map knows the town."""
    for match in _LOCATION.finditer(lead):
        words = match["town"].split()
        for end in range(len(words), 0, -1):
            if find_place(" ".join(words[:end])):
                return match["name"], " ".join(words[:end])
    return "", ""
