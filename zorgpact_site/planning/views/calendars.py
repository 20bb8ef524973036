"""Calendars that other programs read: meetings as data, and where they are found."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class EventView:
    """A meeting in a calendar.

    `starts` and `ends` are times in the Netherlands as `13:30`. Without a start the meeting takes
    whole days, from `first` up to and including `last`. Without an end it is not known when it is
    over. `stamp`, `created` and `modified` are moments as `2018-03-27T12:00:00Z`; the last two may
    be empty. `sequence` counts how often the meeting was moved or called off.
    """

    uid: str
    sequence: int
    stamp: str
    created: str
    modified: str
    first: date
    last: date
    starts: str
    ends: str
    cancelled: bool
    summary: str
    description: str
    place: str
    url: str
    categories: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CalendarView:
    """A calendar: its meetings, and for one to subscribe to its name, page and own address.

    Those three are empty for the file of a single meeting.
    """

    meetings: tuple[EventView, ...]
    name: str = ""
    url: str = ""
    source: str = ""
