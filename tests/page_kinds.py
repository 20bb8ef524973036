"""The kinds of page, each with an address where it can be seen: the one list all judges walk."""

from dataclasses import dataclass
from datetime import date

import pytest

REAL = "pad"  # the site of this repository, served under this path as a host might
REAL_TODAY = date(2026, 11, 1)
MADE = "gemaakt"  # a generated site, for what a site of five articles does not have
MADE_SIZE = 120
MADE_TODAY = date(2021, 11, 1)  # the day that generated sites take for today


@dataclass(frozen=True, slots=True)
class PageKind:
    """A kind of page, or a state of one that looks different: its template and an address."""

    name: str
    template: str
    address: str
    site: str = REAL


KINDS = (
    PageKind("home", "home.html", ""),
    PageKind("article", "article.html", "artikelen/kopgroepbijeenkomst-zwolle/"),
    PageKind("long article", "article.html", "artikelen/vijf-themas-een-netwerk/"),
    PageKind("article with a footnote", "article.html", "artikelen/contact-maken-in-flevoland/"),
    PageKind("articles", "articles.html", "artikelen/"),
    PageKind("region", "region.html", "regios/flevoland/"),
    PageKind("region without reports", "region.html", "regios/limburg/"),
    PageKind("regions", "regions.html", "regios/"),
    PageKind("theme", "theme.html", "themas/zorg-en-technologie/"),
    PageKind("themes", "themes.html", "themas/"),
    PageKind("koploper", "koploper.html", "kopgroep/sparkcentres/"),
    PageKind("koplopers", "koplopers.html", "kopgroep/"),
    PageKind("tool", "tool.html", "hulpmiddelen/samenwerkingsthermometer/"),
    PageKind("tools", "tools.html", "hulpmiddelen/"),
    PageKind("meetings", "meetings.html", "bijeenkomsten/"),
    PageKind("series", "series.html", "bijeenkomsten/kopgroepbijeenkomsten/"),
    PageKind("archive", "archive.html", "archief/"),
    PageKind("year", "year.html", "archief/2017/"),
    PageKind("years in review", "reviews.html", "jaaroverzicht/"),
    PageKind("year in review", "review.html", "jaaroverzicht/2018/"),
    PageKind("page", "page.html", "over-het-zorgpact/"),
    PageKind("search", "search.html", "zoeken/"),
    PageKind("ways to follow", "follow.html", "feeds/"),
    PageKind("open data", "data.html", "data/"),
    PageKind("all pages", "all-pages.html", "sitemap/"),
    PageKind("not found", "404.html", "404.html"),
    PageKind("year of many meetings", "review.html", "jaaroverzicht/2019/", MADE),
    PageKind("home with an agenda", "home.html", "", MADE),
    PageKind("a part of a list", "articles.html", "artikelen/pagina/3/", MADE),
    PageKind("agenda", "meetings.html", "bijeenkomsten/", MADE),
    PageKind("theme in parts", "theme.html", "themas/leren-in-de-praktijk/", MADE),
    PageKind("region of many reports", "region.html", "regios/zeeland/", MADE),
    PageKind(
        "announcement",
        "article.html",
        "artikelen/regiodag-s-hertogenbosch-zorgtechniek-op-school-0/",
        MADE,
    ),
)
# Templates that no page to look at is made with.
NO_PAGES = {
    "base.html": "the frame of all pages",
    "dossier.html": "what pages of regions, themes, koplopers and tools share",
    "links.html": "what pages of links share",
    "list.html": "what pages with a list of articles share",
    "things.html": "what overviews of things share",
    "koploper-themes.html": "for more koplopers than the site of the judges has",
    "redirect.html": "leads on to another address at once",
}

every_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)


def kind_named(name: str) -> PageKind:
    """The kind with this name."""
    return next(kind for kind in KINDS if kind.name == name)
