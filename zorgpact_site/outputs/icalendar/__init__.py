"""Calendars as iCalendar (RFC 5545), with names and refreshing as in RFC 7986."""

from zorgpact_site.outputs.icalendar.calendars import write_calendar

__all__ = ["write_calendar"]
