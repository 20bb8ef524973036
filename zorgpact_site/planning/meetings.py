"""The agenda, past meetings, and series of meetings."""

from collections.abc import Iterator, Sequence
from functools import partial

from zorgpact_site import wording
from zorgpact_site.model.entries import Article, ArticleKind
from zorgpact_site.model.site import Series, Site
from zorgpact_site.planning.article_lists import Listed, listed_pages
from zorgpact_site.planning.articles import groups_by_year
from zorgpact_site.planning.calendars import agenda_link
from zorgpact_site.planning.chrome import Frame
from zorgpact_site.planning.moments import known_change
from zorgpact_site.planning.page import Page
from zorgpact_site.planning.paging import Part, address_of, pager, parts_of
from zorgpact_site.planning.pieces import Link
from zorgpact_site.planning.views import MeetingsView


def meetings_ahead(site: Site) -> list[Article]:
    """Meetings that are not over yet, soonest first; one of today still counts."""
    coming = [one for one in site.articles if one.kind is ArticleKind.ANNOUNCEMENT]
    return coming[::-1]


def meeting_pages(site: Site, frame: Frame) -> Iterator[Page]:
    """The agenda with past meetings, in parts."""
    start = frame.addresses.section("meetings")
    past = [one for one in site.articles if one.event and one.kind is not ArticleKind.ANNOUNCEMENT]
    for part in parts_of(past):
        ahead = meetings_ahead(site) if part.newest else []
        series = site.series if part.newest else ()
        draw = partial(_view, start, part, ahead, series, frame)
        changed = known_change((*ahead, *part.items), site.today)
        yield Page(address_of(start, part), "meetings.html", draw, changed=changed)


def _view(
    start: str,
    part: Part[Article],
    ahead: Sequence[Article],
    series: Sequence[Series],
    frame: Frame,
) -> MeetingsView:
    here = frame.at(address_of(start, part))
    parts = frame.parts(here)
    return MeetingsView(
        chrome=frame.chrome(
            here,
            frame.settings.sections["meetings"].label,
            description="De agenda, en verslagen per jaar.",
            parent=None if part.newest else frame.section_link(here, "meetings"),
            turns=bool(ahead),
        ),
        first=part.newest,
        ahead=parts.cards_ahead(ahead),
        past=groups_by_year(part.items, parts),
        pager=pager(start, part, here),
        series=tuple(
            (Link(one.title, here.to(frame.addresses.series(one.slug))), _extent(one))
            for one in series
        ),
        calendar=agenda_link("", here) if part.newest else None,
    )


def _extent(series: Series) -> str:
    """How many meetings a series has and over which years: `3 bijeenkomsten, 2016–2018`."""
    count = _count(series)
    years = sorted({article.date.year for article in series.articles if article.date})
    if not years:
        return count
    return f"{count}, {years[0]}" + (f"–{years[-1]}" if years[-1] > years[0] else "")


def _count(series: Series) -> str:
    """How many meetings a series has; those called off are told apart."""
    off = sum(1 for article in series.articles if article.cancelled)
    count = wording.count(len(series.articles) - off, "bijeenkomst", "bijeenkomsten")
    return f"{count} en {wording.number(off)} afgelast" if off else count


def series_pages(site: Site, frame: Frame) -> Iterator[Page]:
    """A page for each series, in parts when it is long."""
    for series in site.series:
        start = frame.addresses.series(series.slug)
        intro = f"{_count(series)} in deze reeks.".capitalize()
        listed = Listed(start, series.title, intro, "meetings", "series", followed=True)
        yield from listed_pages(listed, series.articles, frame, site.today)
