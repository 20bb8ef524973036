"""The search page, with what it offers without JavaScript: facets, and everything from A to Z."""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial

from zorgpact_site import wording
from zorgpact_site.model.entries import Entry, Koploper, Region, Theme
from zorgpact_site.model.site import Site
from zorgpact_site.names import sort_key
from zorgpact_site.planning.addresses import Here, index_address
from zorgpact_site.planning.chrome import Frame
from zorgpact_site.planning.meetings import meetings_ahead
from zorgpact_site.planning.page import Page
from zorgpact_site.planning.parts import Parts
from zorgpact_site.planning.pieces import Link
from zorgpact_site.planning.views import FacetView, SearchView

_SHOWN = 10  # of a facet; the rest is on its overview page
_SCRIPT = "search.js"


def search_page(site: Site, frame: Frame) -> Iterator[Page]:
    """The search page."""
    yield Page(frame.addresses.section("search"), "search.html", partial(_view, site, frame))


def _view(site: Site, frame: Frame) -> SearchView:
    address = frame.addresses.section("search")
    here = frame.at(address)
    parts = frame.parts(here)
    things = (*site.themes, *site.regions, *site.koplopers, *site.tools, *site.pages)
    label = frame.settings.sections["search"].label
    intro = "Zoek in alle teksten op deze site, of kijk per onderwerp."
    return SearchView(
        chrome=frame.chrome(
            here, label, description=intro, scripts=(_SCRIPT,), styles=("search.css",)
        ),
        intro=intro,
        root="../" * address.count("/"),
        index=here.to(f"{index_address(frame.settings)}pagefind.js"),
        facets=tuple(_facets(site, here, frame)),
        letters=_a_to_z(things, parts),
    )


def _facets(site: Site, here: Here, frame: Frame) -> Iterator[FacetView]:
    things: dict[str, Sequence[Theme | Region | Koploper]] = {
        "themes": site.themes,
        "regions": site.regions,
        "koplopers": site.koplopers,
    }
    for section, members in things.items():
        yield _things(section, members, site, here, frame)
    yield FacetView("Soort", tuple(_kinds(site, here, frame)), None)
    years = Counter(one.date.year for one in site.articles if one.date).items()
    newest = sorted(years, reverse=True)
    links = (
        (Link(str(year), here.to(frame.addresses.year(year))), wording.number(count))
        for year, count in newest[:_SHOWN]
    )
    yield FacetView("Jaar", tuple(links), _rest(newest, "archive", here, frame))


def _things(
    section: str,
    members: Sequence[Theme | Region | Koploper],
    site: Site,
    here: Here,
    frame: Frame,
) -> FacetView:
    """The things that most articles name."""
    parts = frame.parts(here)
    counted = [(len(site.dossiers[one.key].reports), one) for one in members]
    most = sorted(counted, key=lambda pair: (-pair[0], sort_key(pair[1].title)))
    links = tuple((parts.link(one), wording.number(count)) for count, one in most[:_SHOWN])
    title = frame.settings.sections[section].label
    return FacetView(title, links, _rest(members, section, here, frame))


def _kinds(site: Site, here: Here, frame: Frame) -> Iterator[tuple[Link, str]]:
    ahead = sum(1 for one in meetings_ahead(site) if one.takes_place)
    past = sum(1 for one in site.articles if one.takes_place) - ahead
    rows = (
        ("Verslagen", "meetings", past),
        ("Aankondigingen", "meetings", ahead),
        ("Artikelen", "articles", len(site.articles)),
        ("Hulpmiddelen", "tools", len(site.tools)),
    )
    for text, section, count in rows:
        if count:
            yield frame.section_link(here, section, text), wording.number(count)


def _rest(members: Sequence[object], section: str, here: Here, frame: Frame) -> Link | None:
    """A link to the whole of a list that is shown in part."""
    if len(members) <= _SHOWN:
        return None
    label = frame.settings.sections[section].label
    return frame.section_link(here, section, f"{label}: alle {wording.number(len(members))}")


def _a_to_z(entries: Sequence[Entry], parts: Parts) -> tuple[tuple[str, tuple[Link, ...]], ...]:
    groups: dict[str, list[Link]] = {}
    for entry in sorted(entries, key=lambda entry: sort_key(entry.title)):
        letter = next((sign for sign in sort_key(entry.title)[0] if sign.isalnum()), "#").upper()
        groups.setdefault(letter, []).append(parts.link(entry))
    return tuple((letter, tuple(links)) for letter, links in groups.items())
