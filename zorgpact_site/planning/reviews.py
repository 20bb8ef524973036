"""The year in review: meetings, regions, new koplopers, themes, tools and attendance."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import partial
from typing import TypeVar

from zorgpact_site import wording
from zorgpact_site.model.entries import Entry, Koploper, Region, Theme
from zorgpact_site.model.site import Site
from zorgpact_site.names import sort_key
from zorgpact_site.planning.attendance import attendance_view
from zorgpact_site.planning.charts import BarChart, Row, bar_chart, month_chart
from zorgpact_site.planning.chrome import Frame
from zorgpact_site.planning.moments import known_change
from zorgpact_site.planning.page import Page
from zorgpact_site.planning.parts import Parts
from zorgpact_site.planning.pieces import Link
from zorgpact_site.planning.review_meetings import months_of
from zorgpact_site.planning.tools import tool_view
from zorgpact_site.planning.views.home import Figure
from zorgpact_site.planning.views.reviews import NewMember, ReviewsView, ReviewView
from zorgpact_site.planning.years import Year, years_of

N = TypeVar("N", Region, Theme)
_INTRO = "Elk jaar in het kort: bijeenkomsten, regio’s, koplopers, thema’s en hulpmiddelen."
_MEMBERS = 24
_TOOLS = 12
_WORDS = (
    ("bijeenkomst", "bijeenkomsten"),
    ("regio", "regio’s"),
    ("nieuwe koploper", "nieuwe koplopers"),
    ("hulpmiddel", "hulpmiddelen"),
)


def review_title(year: int) -> str:
    """What the review of a year is called."""
    return f"Jaaroverzicht {year}"


def review_pages(site: Site, frame: Frame) -> Iterator[Page]:
    """The overview of reviews, and one for each year."""
    years = years_of(site)
    told = (entry for year in years for entry in _told(year))
    changed = known_change(told, site.today)
    address = frame.addresses.section("reviews")
    yield Page(address, "reviews.html", partial(_overview, years, frame), changed=changed)
    for place, year in enumerate(years):
        earlier = years[place - 1].number if place else None
        later = years[place + 1].number if place + 1 < len(years) else None
        draw = partial(_review, year, earlier, later, site.today, frame)
        changed = known_change(_told(year), site.today)
        yield Page(frame.addresses.review(year.number), "review.html", draw, changed=changed)


def _overview(years: Sequence[Year], frame: Frame) -> ReviewsView:
    here = frame.at(frame.addresses.section("reviews"))
    rows = [
        Row(
            Link(str(year.number), here.to(frame.addresses.review(year.number))),
            len(year.meetings),
            wording.number(len(year.meetings)),
            note=_counted(year.counts[1:], _WORDS[1:]),
        )
        for year in reversed(years)
    ]
    label = frame.settings.sections["reviews"].label
    chart = bar_chart("Bijeenkomsten per jaar", ("Jaar", "Bijeenkomsten"), rows)
    return ReviewsView(
        frame.chrome(here, label, description=_INTRO, styles=("charts.css",)), _INTRO, chart
    )


def _review(
    year: Year, earlier: int | None, later: int | None, today: date, frame: Frame
) -> ReviewView:
    here = frame.at(frame.addresses.review(year.number))
    parts = frame.parts(here)

    def to(other: int | None) -> Link | None:
        return Link(str(other), here.to(frame.addresses.review(other))) if other else None

    archive = Link(f"Alle artikelen uit {year.number}", here.to(frame.addresses.year(year.number)))
    intro = f"Wat er in {year.number} gebeurde, geteld in wat er op deze site staat."
    title = review_title(year.number)
    counted = _counted(year.counts, _WORDS)
    months = Counter(one.date.month for one in year.meetings if one.date and one.date.month)
    return ReviewView(
        chrome=frame.chrome(
            here,
            title,
            description=f"{year.number}: {counted}." if counted else intro,
            section="reviews",
            styles=("charts.css",),
        ),
        year=year.number,
        intro=intro,
        ongoing=f"Dit jaar is nog bezig. De tellingen lopen tot en met "
        f"{wording.whole(wording.day(today, weekday=False))}."
        if year.number == today.year
        else "",
        ahead=_ahead(year, frame.section_link(here, "meetings").href)
        if year.number == today.year
        else None,
        figures=_figures(year),
        months=month_chart("Bijeenkomsten per maand", ("Maand", "Bijeenkomsten"), months),
        meetings=months_of(year, parts, archive.href),
        regions=_regions(year, parts),
        members=tuple(
            NewMember(parts.link(one), _within(one, year.number), parts.tags(one.themes))
            for one in year.members[:_MEMBERS]
        ),
        more_members=_more(
            len(year.members) - _MEMBERS,
            ("koploper", "koplopers"),
            frame.section_link(here, "koplopers").href,
        ),
        themes=_themes(year, parts),
        tools=tuple(tool_view(tool, parts) for tool in year.tools[:_TOOLS]),
        more_tools=_more(
            len(year.tools) - _TOOLS,
            ("hulpmiddel", "hulpmiddelen"),
            frame.section_link(here, "tools").href,
        ),
        attendance=attendance_view(year.meetings, parts),
        earlier=to(earlier),
        later=to(later),
        archive=archive,
    )


def _told(year: Year) -> Iterator[Entry]:
    """The texts that the review of a year tells of or counts."""
    yield from (*year.articles, *year.ahead, *year.members, *year.tools)


def _counted(counts: Sequence[int], words: Sequence[tuple[str, str]]) -> str:
    """`2 bijeenkomsten, 2 regio’s en 3 nieuwe koplopers`, without what there is none of."""
    pairs = zip(counts, words, strict=True)
    return wording.listing([wording.count(count, *both) for count, both in pairs if count])


def _figures(year: Year) -> tuple[Figure, ...]:
    return tuple(
        Figure(wording.number(count), one if count == 1 else more, "")
        for count, (one, more) in zip(year.counts, _WORDS, strict=True)
        if count
    )


def _ahead(year: Year, agenda: str) -> Link | None:
    """How many meetings were still to come on the day named before it, so that it stays true."""
    if not year.ahead:
        return None
    verb = "stond" if len(year.ahead) == 1 else "stonden"
    count = wording.count(len(year.ahead), "bijeenkomst", "bijeenkomsten")
    return Link(f"Op die dag {verb} er nog {count} op de agenda", agenda)


def _within(koploper: Koploper, year: int) -> str:
    """The month or day it joined; empty when only the year is known."""
    joined = koploper.joined
    return wording.date_text(joined).removesuffix(str(year)).strip() if joined else ""


def _more(count: int, words: tuple[str, str], href: str) -> Link | None:
    return Link(f"Nog {wording.count(count, *words)}", href) if count > 0 else None


def _regions(year: Year, parts: Parts) -> BarChart | None:
    ranked = _ranked(region for one in year.meetings for region in one.regions)
    rows = [Row(parts.link(one), count, wording.number(count)) for one, count in ranked]
    return bar_chart("Bijeenkomsten per regio", ("Regio", "Bijeenkomsten"), rows)


def _themes(year: Year, parts: Parts) -> BarChart | None:
    ranked = _ranked(theme for one in year.articles for theme in one.themes)
    tags = parts.tags(theme for theme, _count in ranked)
    rows = [
        Row(Link(tag.text, tag.href), count, wording.number(count), slug=tag.slug, sign=tag.sign)
        for tag, (_theme, count) in zip(tags, ranked, strict=True)
    ]
    return bar_chart("Thema’s in de artikelen van dit jaar", ("Thema", "Artikelen"), rows)


def _ranked(named: Iterable[N]) -> list[tuple[N, int]]:
    """Things with how often they were named, most often first."""
    named = tuple(named)
    by_key = {one.key: one for one in named}
    counts = Counter(one.key for one in named)
    order = sorted(by_key, key=lambda key: (-counts[key], sort_key(by_key[key].title)))
    return [(by_key[key], counts[key]) for key in order]
