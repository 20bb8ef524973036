"""The agenda, past meetings, series of meetings, and the archive by year."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from zorgpact_site import wording
from zorgpact_site.model.entries import Article
from zorgpact_site.model.site import Series, Site
from zorgpact_site.planning.articles import groups_by_year
from zorgpact_site.planning.chrome import Frame
from zorgpact_site.planning.page import Page
from zorgpact_site.planning.paging import address_of, pager, parts_of
from zorgpact_site.planning.pieces import Group, Link
from zorgpact_site.planning.views import ArchiveView, ListView, MeetingsView

_UNDATED = "zonder-datum"


def meetings_ahead(site: Site) -> list[Article]:
    """Meetings that are not over yet, soonest first; one of today still counts."""
    coming = [
        article
        for article in site.articles
        if article.event and article.date and (article.end or article.date).last_day >= site.today
    ]
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
                here, label, description="De agenda, en verslagen per jaar.", parent=parent
            ),
            first=part.newest,
            ahead=parts.cards(ahead) if part.newest else (),
            past=groups_by_year(part.items, parts),
            pager=pager(start, part, here),
            series=tuple(
                (Link(one.title, here.to(frame.addresses.series(one.slug))), _extent(one))
                for one in (site.series if part.newest else ())
            ),
        )
        yield Page(address, "meetings.html", view)


def _extent(series: Series) -> str:
    """How many meetings a series has and over which years: `3 bijeenkomsten, 2016–2018`."""
    count = wording.count(len(series.articles), "bijeenkomst", "bijeenkomsten")
    years = sorted({article.date.year for article in series.articles if article.date})
    if not years:
        return count
    return f"{count}, {years[0]}" + (f"–{years[-1]}" if years[-1] > years[0] else "")


def series_pages(site: Site, frame: Frame) -> Iterator[Page]:
    """A page for each series, in parts when it is long."""
    for series in site.series:
        start = frame.addresses.series(series.slug)
        count = wording.count(len(series.articles), "bijeenkomst", "bijeenkomsten")
        intro = f"{count} in deze reeks.".capitalize()
        listed = _Listed(start, series.title, intro, "meetings", "series")
        yield from _lists(listed, series.articles, frame)


def archive_pages(site: Site, frame: Frame) -> Iterator[Page]:
    """The archive: the years with their counts, and a list for each."""
    years = Counter(article.date.year for article in site.articles if article.date)
    undated = [article for article in site.articles if article.date is None]
    start = frame.addresses.section("archive")
    here = frame.at(start)
    label = frame.settings.sections["archive"].label
    rows = [(str(year), frame.addresses.year(year), years[year]) for year in sorted(years)[::-1]]
    if undated:
        rows.append(("Zonder datum", f"{start}{_UNDATED}/", len(undated)))
    view = ArchiveView(
        chrome=frame.chrome(here, label, description="Alle artikelen per jaar."),
        years=tuple(
            (Link(text, here.to(address)), wording.count(count, "artikel", "artikelen"))
            for text, address, count in rows
        ),
    )
    yield Page(start, "archive.html", view)
    for year in years:
        articles = [one for one in site.articles if one.date and one.date.year == year]
        yield from _year(frame.addresses.year(year), str(year), articles, frame)
    if undated:
        yield from _year(f"{start}{_UNDATED}/", "Zonder datum", undated, frame)


def _year(start: str, title: str, articles: Sequence[Article], frame: Frame) -> Iterator[Page]:
    count = wording.count(len(articles), "artikel", "artikelen")
    heading = f"Artikelen uit {title}" if title.isdigit() else f"Artikelen {title.lower()}"
    listed = _Listed(start, heading, f"{count}.".capitalize(), "archive", "year")
    yield from _lists(listed, articles, frame)


@dataclass(frozen=True, slots=True)
class _Listed:
    """What a list of articles is called, where it starts, and where it belongs."""

    start: str
    heading: str
    intro: str
    section: str
    template: str


def _lists(listed: _Listed, articles: Sequence[Article], frame: Frame) -> Iterator[Page]:
    for part in parts_of(articles):
        address = address_of(listed.start, part)
        here = frame.at(address)
        parent = None if part.newest else Link(listed.heading, here.to(listed.start))
        groups = groups_by_year(part.items, frame.parts(here))
        view = ListView(
            chrome=frame.chrome(
                here,
                listed.heading,
                description=listed.intro,
                section=listed.section,
                parent=parent,
            ),
            intro=listed.intro,
            groups=_unnamed(groups) if listed.template == "year" else groups,
            pager=pager(listed.start, part, here),
        )
        yield Page(address, f"{listed.template}.html", view)


def _unnamed(groups: Sequence[Group]) -> tuple[Group, ...]:
    """Within one year its number says nothing: the cards stand without a heading."""
    return tuple(Group("", group.anchor, group.cards) for group in groups)
