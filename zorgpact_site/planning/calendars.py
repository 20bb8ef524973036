"""Calendars: the agenda and the past of each way to follow the site, and a file per meeting."""

from collections.abc import Iterator, Sequence
from functools import lru_cache, partial
from urllib.parse import urlsplit

from zorgpact_site import wording
from zorgpact_site.model.entries import Article, ArticleKind
from zorgpact_site.model.site import Site
from zorgpact_site.planning.addresses import Addresses, Here
from zorgpact_site.planning.axes import AGENDA, MEETING, PAST_AGENDA, Axis, axes, identity
from zorgpact_site.planning.chrome import Frame
from zorgpact_site.planning.moments import last_day, timestamp
from zorgpact_site.planning.page import DataFile, Form, Page
from zorgpact_site.planning.pieces import Link
from zorgpact_site.planning.same import Same
from zorgpact_site.planning.views import CalendarView, EventView

# Where the texts do not tell when they were written: before everything, so that a day that is
# filled in later counts as a change.
_UNKNOWN = "1970-01-01T00:00:00Z"
_CANCELLED = "Afgelast: "


def calendar_files(
    site: Site,
    frame: Frame,
    pages: Sequence[Page],  # noqa: ARG001 - as all planners of files
) -> Iterator[DataFile]:
    """Every calendar; none where the site has no address, as its meetings would lead nowhere.

    There is an agenda for every way to follow the site, also while it is empty: who subscribed
    would else be told that it is gone.
    """
    if not frame.at("").canonical:
        return
    over = {one.key: last_day(one) < str(site.today) for one in site.articles if has_days(one)}
    for article in site.articles:
        if article.key in over:
            address = f"{frame.addresses.of(article.key)}{MEETING}"
            yield DataFile(address, Form.CALENDAR, partial(_alone, article, frame), article.path)
    for axis in axes(site):
        ahead = [one for one in axis.articles if over.get(one.key) is False]
        yield _calendar(axis, AGENDA, "Agenda", ahead[::-1], frame)
        past = [one for one in axis.articles if over.get(one.key)]
        if past:
            yield _calendar(axis, PAST_AGENDA, "Archief", past, frame)


def _calendar(
    axis: Axis, name: str, word: str, meetings: Sequence[Article], frame: Frame
) -> DataFile:
    site = f" – {frame.settings.title}" if axis.address else ""
    draw = partial(_view, f"{word} {axis.title}{site}", axis.address, name, meetings, frame)
    return DataFile(f"{axis.address}{name}", Form.CALENDAR, draw)


def has_days(article: Article) -> bool:
    """Whether this is a meeting of which every day is known, so that a calendar can hold it."""
    start, end = article.date, article.end
    return bool(article.event and start and start.exact and (end is None or end.exact))


def agenda_link(address: str, here: Here) -> Link | None:
    """The way to subscribe to the agenda of an axis, by the address of its page."""
    if not here.canonical:
        return None
    return Link("Abonneer op deze agenda", here.to(f"{address}{AGENDA}"))


def meeting_link(article: Article, here: Here) -> Link | None:
    """The way to put a meeting that is ahead in one's own calendar."""
    if not _is_awaited(article) or not has_days(article) or not here.canonical:
        return None
    return Link("Zet in uw agenda", here.to(f"{here.address}{MEETING}"))


def why_no_link(article: Article, here: Here) -> str:
    """What readers may want to know about a meeting ahead that calendars cannot hold yet."""
    if not _is_awaited(article) or has_days(article) or not here.canonical:
        return ""
    return (
        "De precieze datum is nog niet bekend. Zodra die er is, kunt u deze bijeenkomst hier "
        "in uw agenda zetten."
    )


def event_view(article: Article, frame: Frame) -> EventView:
    """A meeting of which the days are known; it stands in many calendars."""
    return _event(Same(article), Same(frame.addresses), frame.settings.base_url)


@lru_cache(maxsize=8192)
def _event(one: Same[Article], ways: Same[Addresses], base_url: str) -> EventView:
    article, addresses = one.value, ways.value
    if article.date is None:
        message = f"a meeting without a date: {article.path}"
        raise ValueError(message)
    url = Here(addresses.of(article.key), base_url).canonical
    first, last = article.date.first_day, (article.end or article.date).last_day
    # A start without an end is a moment on one day; over several days it would hide all but one.
    timed = bool(article.starts) and (first == last or bool(article.ends))
    known = [one for one in (article.published, article.updated) if one is not None]
    changed = timestamp(max(known, key=lambda one: one.last_day)) if known else ""
    place = article.place
    return EventView(
        uid=_uid(identity(article, addresses), base_url),
        sequence=_sequence(article),
        stamp=changed or _UNKNOWN,
        created=timestamp(article.published) if article.published else "",
        modified=changed,
        first=first,
        last=last,
        starts=article.starts if timed else "",
        ends=article.ends if timed else "",
        cancelled=article.cancelled,
        summary=f"{_CANCELLED if article.cancelled else ''}{article.title}",
        description="\n\n".join(filter(None, (_told(article, timed), article.summary, url))),
        place=", ".join(filter(None, (place.name, place.town))) if place else "",
        url=url,
        categories=tuple(theme.title for theme in article.themes),
    )


def _alone(article: Article, frame: Frame) -> CalendarView:
    return CalendarView((event_view(article, frame),))


def _view(
    title: str, address: str, name: str, meetings: Sequence[Article], frame: Frame
) -> CalendarView:
    here = frame.at(address)
    events = tuple(event_view(one, frame) for one in meetings)
    return CalendarView(events, title, here.canonical, here.absolute(f"{address}{name}"))


def _is_awaited(article: Article) -> bool:
    return article.kind is ArticleKind.ANNOUNCEMENT and not article.cancelled


def _uid(address: str, base_url: str) -> str:
    """What programs know the meeting by, on any site. Source: RFC 7986, 5.3."""
    site = urlsplit(base_url)
    return f"{address.rstrip('/')}@{site.netloc}{site.path}".rstrip("/")


def _sequence(article: Article) -> int:
    """How often the meeting was moved or called off, as far as the properties tell."""
    moved = article.moved or article.moved_from is not None
    return int(moved) + int(article.cancelled)


def _told(article: Article, timed: bool) -> str:
    """What days and hours of the entry itself cannot say."""
    told = []
    if article.cancelled:
        told.append("Deze bijeenkomst gaat niet door.")
    elif article.moved_from:
        told.append(f"Deze bijeenkomst was eerst op {wording.date_text(article.moved_from)}.")
    if timed and not article.ends:
        told.append("Hoe laat de bijeenkomst eindigt, is niet bekend.")
    elif article.starts and not timed:
        told.append(f"Begint om {wording.hours(article.starts, '')}.")
    elif article.ends and not timed:
        told.append(f"Eindigt om {wording.hours(article.ends, '')}.")
    return " ".join(told)
