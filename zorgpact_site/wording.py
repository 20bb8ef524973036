"""Dutch as readers see it: dates, times, numbers, lists of names, sizes, quotation marks."""

import re
from collections.abc import Sequence
from datetime import date

from zorgpact_site.dates import PartialDate

MONTHS = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)
# For axes and leaves of calendars, where full names find no room.
SHORT_MONTHS = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
WEEKDAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
_KILO = 1000
_DAY_AND_MONTH = re.compile(r"(\d) (?=[a-z])")
# The apostrophe that stands for lost letters: ’s avonds, ’t Gooi, ’n, ’k, ’m, ’r, ’90.
_LOST_LETTERS = re.compile(r"'(?=(?:[sSnNtTmMkKrR](?!\w)|\d\d(?!\d)))")
_OPENS_AFTER = frozenset(" \t\n\u00a0([{<‘“–—/-")
_MARKS = {'"': ("“", "”"), "'": ("‘", "’")}


def day(value: date, *, weekday: bool = True) -> str:
    """`dinsdag 27 maart 2018`."""
    start = f"{WEEKDAYS[value.weekday()]} " if weekday else ""
    return f"{start}{value.day} {MONTHS[value.month - 1]} {value.year}"


def date_text(value: PartialDate, *, weekday: bool = False) -> str:
    """A date as precise as it is known: a day, `maart 2018` or `2018`."""
    if value.exact:
        return day(value.first_day, weekday=weekday)
    if value.month:
        return f"{MONTHS[value.month - 1]} {value.year}"
    return str(value.year)


def date_range(start: PartialDate, end: PartialDate | None, *, weekday: bool = False) -> str:
    """`7–9 maart 2017`, `30 maart – 2 april 2017`, or one date when there is no second."""
    if end is None or end == start:
        return date_text(start, weekday=weekday)
    if not (start.exact and end.exact) or start.year != end.year:
        return f"{date_text(start)} – {date_text(end)}"
    if start.month == end.month:
        return f"{start.day}–{date_text(end)}"
    return f"{start.day} {MONTHS[start.month - 1]} – {date_text(end)}"


def whole(text: str) -> str:
    """A date of which day and month stay on one line, where the line must break within it."""
    return _DAY_AND_MONTH.sub("\\1\u00a0", text)


def leaf(start: PartialDate, end: PartialDate | None) -> tuple[str, str, str]:
    """Day, month and year as on the leaf of a calendar: `7–9`, `mrt`, `2017`; empty if unknown."""
    month = SHORT_MONTHS[start.month - 1] if start.month else ""
    day = str(start.day or "")
    if end and end.exact and start.exact and (end.year, end.month) == (start.year, start.month):
        day = f"{start.day}–{end.day}" if end.day > start.day else day
    return day, month, str(start.year)


def hours(starts: str, ends: str) -> str:
    """`13.30–17.00 uur`, from times as `13:30`; empty when no start is known."""
    if not starts:
        return ""
    until = f"–{ends.replace(':', '.')}" if ends else ""
    return f"{starts.replace(':', '.')}{until} uur"


def listing(names: Sequence[str]) -> str:
    """`a, b en c`."""
    if len(names) < 2:  # noqa: PLR2004 - one name needs no joining word
        return "".join(names)
    return f"{', '.join(names[:-1])} en {names[-1]}"


def capitalised(words: str) -> str:
    """`Handreiking`, whatever follows the first letter: `PDF-kaart` keeps its capitals."""
    return words[:1].upper() + words[1:]


def number(value: int) -> str:
    """`1.000`: Dutch groups thousands with a point."""
    return f"{value:,}".replace(",", ".")


def count(value: int, one: str, more: str) -> str:
    """`1 verslag`, `2 verslagen`, `nog geen verslagen`."""
    if value == 0:
        return f"nog geen {more}"
    return f"{number(value)} {one if value == 1 else more}"


def file_size(size: int) -> str:
    """`812 bytes`, `34 kB` or `1,2 MB`, in units of a thousand as shops and phones use them.

    The space keeps number and unit on one line.
    """
    if size < _KILO:
        return f"{size}\u00a0bytes"
    if round(size / _KILO) < _KILO:
        return f"{round(size / _KILO)}\u00a0kB"
    return f"{size / _KILO / _KILO:.1f}\u00a0MB".replace(".", ",")


def educated(text: str, before: str = "") -> str:
    """The text with typographic signs; `before` is the sign that comes before it.

    A quotation mark opens after a space or an opening sign and closes elsewhere (Taaladvies:
    aanhalingstekens, apostrof). One pass, so linear in the text.
    """
    if "..." in text:
        text = re.sub(r"\.{3,}", "…", text)
    if "--" in text:
        # Not the dashes of <!-- and -->, which the check on HTML must still find.
        text = re.sub(r"(?<![-!])-{2,3}(?![->])", "–", text)
    if "'" not in text and '"' not in text:
        return text
    text = _LOST_LETTERS.sub(lambda match: _apostrophe(text, match.start(), before), text)
    signs = list(text)
    for at, sign in enumerate(signs):
        if sign in _MARKS:
            previous = signs[at - 1] if at else before
            opens = not previous or previous in _OPENS_AFTER
            signs[at] = _MARKS[sign][0 if opens else 1]
    return "".join(signs)


def _apostrophe(text: str, at: int, before: str) -> str:
    """An apostrophe at the start of a word; inside one the general rule gives the same sign."""
    while at and text[at - 1] == '"':  # it opens when what stands before it would have it so
        at -= 1
    previous = text[at - 1] if at else before
    return "’" if not previous or previous in _OPENS_AFTER else "'"
