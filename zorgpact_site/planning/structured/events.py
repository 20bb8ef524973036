"""Meetings for programs: when, where, and whether they go on."""

import re

from zorgpact_site.dates import PartialDate
from zorgpact_site.geography import find_place
from zorgpact_site.model.entries import Article, ArticleKind, MeetingStatus, Place
from zorgpact_site.names import fold
from zorgpact_site.planning.amsterdam import offset
from zorgpact_site.planning.structured.identities import Identities
from zorgpact_site.planning.structured.nodes import VOCABULARY, Json, Node, node

_STATUS = {
    MeetingStatus.AS_PLANNED: "EventScheduled",
    MeetingStatus.CANCELLED: "EventCancelled",
    MeetingStatus.MOVED: "EventRescheduled",
}
_ONLINE = re.compile(
    r"\b(?:online|digitaal|webinar|livestream|hybride|videobellen|(?:teams|zoom)\b)"
)


def event(article: Article, names: Identities, series: Node | None) -> Node:
    """The meeting of an article. How many came is told in words only, such as “ruim 35”.

    An announcement tells of the meeting itself; the summary and the picture of a report are
    those of the report.
    """
    where = _location(article.place)
    ahead = article.kind is ArticleKind.ANNOUNCEMENT
    return node(
        "Event",
        names.event(article),
        name=article.event,
        description=article.summary if ahead else "",
        url=names.page(names.addresses.of(article.key)),
        startDate=_moment(article.date, article.starts),
        endDate=_end(article),
        eventStatus=f"{VOCABULARY}/{_STATUS[article.status]}",
        previousStartDate=str(article.moved_from) if article.moved_from else "",
        eventAttendanceMode=f"{VOCABULARY}/OfflineEventAttendanceMode"
        if isinstance(where, dict)
        else "",
        location=where,
        superEvent=series,
    )


def _end(article: Article) -> str:
    """The end as far as it is known: a last day, an hour, or both."""
    if article.ends:
        last = article.end or article.date
        return _moment(last, article.ends) if last and last.exact else str(article.end or "")
    return str(article.end or "")


def _moment(date: PartialDate | None, time: str) -> str:
    """A date as precise as it is known, with the time of a known day. Source: ISO 8601.

    `2018-03` and `2018` are ISO 8601 too (reduced precision); a day would be made up.
    """
    if date is None:
        return ""
    if not (date.exact and time):
        return str(date)
    clock = time.zfill(5)
    return f"{date}T{clock}:00{offset(date.first_day, clock)}"


def _location(place: Place | None) -> Json:
    """A place when a town is known; otherwise the words, which may say “online” or “volgt nog”."""
    if place is None:
        return ""
    words = ", ".join(filter(None, (place.name, place.town)))
    town = place.town or _town(place.name)
    # A town is not online for the sound of its name: Bergen op Zoom.
    told = fold(words).replace(fold(town), "") if find_place(town) else fold(words)
    if not town or _ONLINE.search(told):
        return words
    address = node("PostalAddress", addressLocality=town)
    return node("Place", name=place.name or town, address=address)


def _town(name: str) -> str:
    """The town that a name is, or ends in after a comma: `Hanzeborg, Lelystad`."""
    found = find_place(name.rpartition(",")[2])
    return found.name if found else ""
