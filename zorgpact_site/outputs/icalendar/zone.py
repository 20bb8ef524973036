"""The time of the Netherlands, as calendars carry it along. Source: RFC 5545, 3.6.5."""

ZONE = "Europe/Amsterdam"
# Fixed text: a zone taken from a system differs between systems. The clock goes forward on the
# last Sunday of March at 2 (standard time), and back on the last Sunday of October at 3 (summer
# time). That holds since 1996 in the whole European Union. Source: Directive 2000/84/EC.
ZONE_LINES = (
    "BEGIN:VTIMEZONE",
    f"TZID:{ZONE}",
    "BEGIN:DAYLIGHT",
    "TZNAME:CEST",
    "TZOFFSETFROM:+0100",
    "TZOFFSETTO:+0200",
    "DTSTART:19960331T020000",
    "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
    "END:DAYLIGHT",
    "BEGIN:STANDARD",
    "TZNAME:CET",
    "TZOFFSETFROM:+0200",
    "TZOFFSETTO:+0100",
    "DTSTART:19961027T030000",
    "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
    "END:STANDARD",
    "END:VTIMEZONE",
)
