"""The agenda, past meetings, and series of meetings."""

from collections.abc import Iterator

from zorgpact_site import wording
from zorgpact_site.model.entries import Article, ArticleKind
from zorgpact_site.model.site import Series, Site
from zorgpact_site.planning.article_lists import Listed, listed_pages
from zorgpact_site.planning.articles import groups_by_year
from zorgpact_site.planning.calendars import agenda_link
from zorgpact_site.planning.chrome import Frame
from zorgpact_site.planning.moments import known_change
from zorgpact_site.planning.page import Page
from zorgpact_site.planning.paging import address_of, pager, parts_of
from zorgpact_site.planning.pieces import Link
from zorgpact_site.planning.views import MeetingsView


def meetings_ahead(site: Site) -> list[Article]:
    """Meetings that are not over yet, soonest first; one of today still counts."""
    coming = [one for one in site.articles if one.kind is ArticleKind.ANNOUNCEMENT]
    return coming[::-1]


def meeting_pages(site: Site, frame: Frame) -> Iterator[Page]:
    """The agenda with past meetings, in parts."""
    start = frame.addresses.section("meetings")
    label = frame.settings.sections["meetings"].label
    ahead = meetings_ahead(site)
    coming = {article.key for article in ahead}
    past = [one for one in site.articles if one.event and one.key not in coming]
    for part in parts_of(past):
        address = address_of(start, part)
        here = frame.at(address)
        parts = frame.parts(here)
        parent = None if part.newest else frame.section_link(here, "meetings")
        view = MeetingsView(
            chrome=frame.chrome(
                here,
                label,
                description="De agenda, en verslagen per jaar.",
                parent=parent,
                turns=bool(ahead) and part.newest,
            ),
            first=part.newest,
            ahead=parts.cards_ahead(ahead) if part.newest else (),
            past=groups_by_year(part.items, parts),
            pager=pager(start, part, here),
            series=tuple(
                (Link(one.title, here.to(frame.addresses.series(one.slug))), _extent(one))
                for one in (site.series if part.newest else ())
            ),
            calendar=agenda_link("", here) if part.newest else None,
        )
        shown = (*ahead, *part.items) if part.newest else part.items
        yield Page(address, "meetings.html", view, changed=known_change(shown, site.today))


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
