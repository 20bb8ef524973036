"""Calendars and the meetings in them, as content lines."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache
from itertools import chain

from zorgpact_site.outputs.icalendar.lines import encoded, text, texts
from zorgpact_site.outputs.icalendar.zone import ZONE, ZONE_LINES
from zorgpact_site.planning.views import CalendarView, EventView

_DAY = timedelta(days=1)


def write_calendar(view: CalendarView) -> bytes:
    """A calendar as a file.

    It always has the time zone: a calendar may not be empty (RFC 5545, 3.6), and this way one
    without meetings is not.
    """
    return encoded(_opening(view)) + b"".join(map(_event, view.meetings)) + b"END:VCALENDAR\r\n"


def _opening(view: CalendarView) -> Iterator[str]:
    yield "BEGIN:VCALENDAR"
    yield "VERSION:2.0"
    yield "PRODID:-//zorgpact-site//NL"
    yield "CALSCALE:GREGORIAN"
    yield "METHOD:PUBLISH"
    if view.name:
        # RFC 7986, and what programs understood before it.
        yield f"NAME:{text(view.name)}"
        yield f"X-WR-CALNAME:{text(view.name)}"
        yield f"X-WR-TIMEZONE:{ZONE}"
        yield f"URL:{view.url}"
        yield f"SOURCE;VALUE=URI:{view.source}"
        yield "REFRESH-INTERVAL;VALUE=DURATION:P1D"
        yield "X-PUBLISHED-TTL:P1D"
    yield from ZONE_LINES


@lru_cache(maxsize=8192)
def _event(view: EventView) -> bytes:
    """A meeting; it stands in many calendars."""
    return encoded(chain(_what(view), _when(view), _about(view), ["END:VEVENT"]))


def _what(view: EventView) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{text(view.uid)}"
    yield f"DTSTAMP:{_basic(view.stamp)}"
    if view.created:
        yield f"CREATED:{_basic(view.created)}"
    if view.modified:
        yield f"LAST-MODIFIED:{_basic(view.modified)}"
    yield f"SEQUENCE:{view.sequence}"
    yield f"STATUS:{'CANCELLED' if view.cancelled else 'CONFIRMED'}"


def _when(view: EventView) -> Iterator[str]:
    """Days or hours. Of whole days the end is the day after the last (RFC 5545, 3.6.1).

    A meeting of which only the start is known gets no end, which says that it takes no time:
    programs show it at its hour. Any other end would be made up.
    """
    if view.starts:
        yield f"DTSTART;TZID={ZONE}:{_local(view.first, view.starts)}"
        if view.ends:
            yield f"DTEND;TZID={ZONE}:{_local(view.last, view.ends)}"
    else:
        yield f"DTSTART;VALUE=DATE:{_basic(view.first.isoformat())}"
        if view.last < date.max:
            yield f"DTEND;VALUE=DATE:{_basic((view.last + _DAY).isoformat())}"
    # Whole days do not make a reader busy, and neither does what is off.
    yield f"TRANSP:{'OPAQUE' if view.starts and not view.cancelled else 'TRANSPARENT'}"


def _about(view: EventView) -> Iterator[str]:
    yield f"SUMMARY:{text(view.summary)}"
    if view.description:
        yield f"DESCRIPTION:{text(view.description)}"
    if view.place:
        yield f"LOCATION:{text(view.place)}"
    if view.categories:
        yield f"CATEGORIES:{texts(view.categories)}"
    yield f"URL:{view.url}"


def _local(day: date, time: str) -> str:
    return f"{_basic(day.isoformat())}T{_basic(time)}00"


def _basic(moment: str) -> str:
    """A day or moment without the signs between its parts: `20180327T120000Z`."""
    return moment.replace("-", "").replace(":", "")
