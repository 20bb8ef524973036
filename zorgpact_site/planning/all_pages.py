"""The page of all pages, for readers who look for something and do not know what it is called."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import partial

from zorgpact_site import wording
from zorgpact_site.model.entries import Article, Entry
from zorgpact_site.model.site import Site
from zorgpact_site.planning.addresses import Here
from zorgpact_site.planning.archive import UNDATED, UNDATED_TITLE
from zorgpact_site.planning.chrome import Frame
from zorgpact_site.planning.kopgroep import cross_link
from zorgpact_site.planning.moments import known_change
from zorgpact_site.planning.page import Page
from zorgpact_site.planning.pieces import Link
from zorgpact_site.planning.reviews import review_title
from zorgpact_site.planning.views import AllPagesView, GroupOfPages, YearOfPages
from zorgpact_site.planning.years import reviewed_years

_INTRO = "Alles wat op deze site staat, per onderdeel."
_ABOUT = "Over deze site"
_MOST = 150  # links under one heading; what has more is a click away, and the page stays light
# The archive goes with the articles, and this page does not name itself.
_OWN_PLACE = frozenset({"archive", "sitemap"})


def all_pages(site: Site, frame: Frame) -> Iterator[Page]:
    """The page of all pages but the later parts of long lists, which those lists lead to."""
    address = frame.addresses.section("sitemap")
    changed = known_change(site.entries, site.today)
    yield Page(address, "all-pages.html", partial(_view, site, frame), changed=changed)


def _view(site: Site, frame: Frame) -> AllPagesView:
    here = frame.at(frame.addresses.section("sitemap"))
    label = frame.settings.sections["sitemap"].label
    groups = (
        _articles(site, here, frame),
        _group("meetings", _series(site, here, frame), here, frame),
        _things("regions", site.regions, here, frame),
        _things("themes", site.themes, here, frame),
        _things("koplopers", site.koplopers, here, frame, cross_link(site, here, frame)),
        _things("tools", site.tools, here, frame),
        _group("reviews", _reviews(site, here, frame), here, frame),
    )
    others = frame.settings.sections.keys() - {one.anchor[1:] for one in groups} - _OWN_PLACE
    return AllPagesView(
        chrome=frame.chrome(here, label, description=_INTRO),
        intro=_INTRO,
        groups=(*groups, _about(site, here, frame, sorted(others))),
    )


def _group(
    section: str, pages: Sequence[Link], here: Here, frame: Frame, more: Link | None = None
) -> GroupOfPages:
    return GroupOfPages(
        frame.section_link(here, section), f"_{section}", "", (), tuple(pages), more
    )


def _things(
    section: str, things: Sequence[Entry], here: Here, frame: Frame, more: Link | None = None
) -> GroupOfPages:
    """All things of a kind; of very many only how many there are."""
    heading = frame.section_link(here, section)
    links = frame.parts(here).links(things if len(things) <= _MOST else ())
    count = wording.number(len(things)) if things else ""
    return GroupOfPages(heading, f"_{section}", count, (), links, more)


def _articles(site: Site, here: Here, frame: Frame) -> GroupOfPages:
    """The articles by year; on a site of very many the years with their counts."""
    years: dict[int, list[Article]] = defaultdict(list)
    for article in site.articles:
        years[article.date.year if article.date else 0].append(article)
    few = len(site.articles) <= _MOST
    return GroupOfPages(
        heading=frame.section_link(here, "articles"),
        anchor="_articles",
        count=wording.number(len(site.articles)) if site.articles else "",
        years=tuple(
            YearOfPages(
                year=_year(year, here, frame),
                count=wording.number(len(articles)),
                articles=frame.parts(here).links(articles if few else ()),
            )
            for year, articles in years.items()
        ),
        pages=(),
        more=frame.section_link(here, "archive"),
    )


def _year(year: int, here: Here, frame: Frame) -> Link:
    """A year of the archive; 0 stands for no date."""
    if year:
        return Link(str(year), here.to(frame.addresses.year(year)))
    return Link(UNDATED_TITLE, here.to(f"{frame.addresses.section('archive')}{UNDATED}/"))


def _series(site: Site, here: Here, frame: Frame) -> Sequence[Link]:
    return [Link(one.title, here.to(frame.addresses.series(one.slug))) for one in site.series]


def _reviews(site: Site, here: Here, frame: Frame) -> Sequence[Link]:
    return [
        Link(review_title(year), here.to(frame.addresses.review(year)))
        for year in reversed(reviewed_years(site))
    ]


def _about(site: Site, here: Here, frame: Frame, sections: Sequence[str]) -> GroupOfPages:
    """The first page, pages about the site, and sections that are no lists of texts."""
    links = [Link("Home", here.to("")), *frame.parts(here).links(site.pages)]
    links += [frame.section_link(here, section) for section in sections]
    return GroupOfPages(Link(_ABOUT, ""), "_over", "", (), tuple(links), None)
