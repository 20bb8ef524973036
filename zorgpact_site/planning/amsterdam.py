"""Clock times in the Netherlands: how far ahead of UTC, by rule and not by the system's tables."""

from datetime import date

# Since then summer time starts and ends on the same Sundays all over the European Union.
# Source: directives 94/21/EC and 2000/84/EC.
_RULE_SINCE = 1996
_MARCH, _OCTOBER = 3, 10
_CHANGE = "03:00"


def offset(day: date, time: str) -> str:
    """How far the clock is ahead of UTC at a time such as `13:30`: `+01:00` or `+02:00`.

    Empty before 1996, when other rules held. Of an hour that comes twice in October the first is
    meant; an hour that is skipped in March counts as before the change.
    """
    if day.year < _RULE_SINCE:
        return ""
    moment = (day, time)
    start = (_last_sunday(day.year, _MARCH), _CHANGE)
    end = (_last_sunday(day.year, _OCTOBER), _CHANGE)
    return "+02:00" if start <= moment < end else "+01:00"


def _last_sunday(year: int, month: int) -> date:
    """The last Sunday of a month of 31 days."""
    last = date(year, month, 31)
    return last.replace(day=31 - last.isoweekday() % 7)
