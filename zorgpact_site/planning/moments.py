"""When something was published or changed, as far as the data tells; never the clock."""

from collections.abc import Iterable
from datetime import date

from zorgpact_site.dates import PartialDate
from zorgpact_site.model.entries import Article, Entry, Tool


def published_on(entry: Entry) -> PartialDate | None:
    """When a text came out: as it says itself, else the day of what it tells.

    A report of a meeting that does not say when it came out counts from the day it reports on.
    None for texts without a date, such as those on regions.
    """
    match entry:
        case Article():
            return entry.published or entry.date
        case Tool():
            return entry.date
        case _:
            return None


def first_day(article: Article) -> str:
    """The first possible day of a meeting or article, in ISO form; empty without a date."""
    return str(article.date.first_day) if article.date else ""


def last_day(article: Article) -> str:
    """The last possible day of a meeting or article, in ISO form; empty without a date."""
    return str((article.end or article.date).last_day) if article.date else ""


def known_change(entries: Iterable[Entry], today: date) -> date | None:
    """The last day on which one of these texts changed, as far as that is known to the day.

    What is yet to come has not changed yet: a meeting that lies ahead and does not say when it was
    announced came out on a day that nobody wrote down.
    """
    # As numbers, not as days: lists ask for it again for every article that they show.
    now = (today.year, today.month, today.day)
    last = (0, 0, 0)
    for entry in entries:
        for one in (published_on(entry), entry.updated):
            if one is not None and one.exact:
                day = (one.year, one.month, one.day)
                last = day if last < day <= now else last
    return date(*last) if last[0] else None


def timestamp(date: PartialDate) -> str:
    """A day as the moment that formats ask for (RFC 3339): noon in UTC.

    Nobody knows the hour. Noon is the same day for readers everywhere between UTC-11 and UTC+11,
    where midnight would be the day before for half of them. Of a date known in part it is the
    last day that it can mean.
    """
    return f"{date.last_day.isoformat()}T12:00:00Z"
