"""The first page, pages about the site, and those that lead on: earlier addresses, not found."""

from collections.abc import Iterator
from datetime import date
from functools import partial
from itertools import islice

from zorgpact_site import wording
from zorgpact_site.model.entries import Article, ArticleKind, Entry, InfoPage
from zorgpact_site.model.site import Site
from zorgpact_site.names import fold
from zorgpact_site.planning.addresses import NOT_FOUND, earlier_address
from zorgpact_site.planning.articles import date_view
from zorgpact_site.planning.chrome import Frame
from zorgpact_site.planning.maps import regions_map
from zorgpact_site.planning.meetings import meetings_ahead
from zorgpact_site.planning.moments import known_change
from zorgpact_site.planning.overviews import thing_card
from zorgpact_site.planning.page import Page, file_of
from zorgpact_site.planning.parts import contents, scripts_for
from zorgpact_site.planning.views import Figure, HomeView, LinksView, RedirectView, TextView

REDIRECT = "redirect.html"
_NEWEST = 6
_AHEAD = 4
_TOOLS = 6


def home_pages(site: Site, frame: Frame) -> Iterator[Page]:
    """The first page."""
    ahead = meetings_ahead(site)[:_AHEAD]
    shown = (*_newest(site), *ahead, *site.themes, *site.regions, *site.tools[:_TOOLS])
    yield Page(
        "", "home.html", partial(_home, site, frame), changed=known_change(shown, site.today)
    )


def _newest(site: Site) -> Iterator[Article]:
    """The newest articles that are no meetings ahead."""
    return islice(
        (one for one in site.articles if one.kind is not ArticleKind.ANNOUNCEMENT), _NEWEST
    )


def _home(site: Site, frame: Frame) -> HomeView:
    here = frame.at("")
    parts = frame.parts(here)
    ahead = meetings_ahead(site)
    return HomeView(
        chrome=frame.chrome(
            here,
            site.settings.slogan or site.settings.title,
            description=site.settings.description,
            turns=bool(ahead),
        ),
        intro=site.settings.description,
        newest=parts.cards(_newest(site)),
        ahead=parts.cards_ahead(ahead[:_AHEAD]),
        ahead_next=parts.cards_ahead(ahead[_AHEAD : 2 * _AHEAD]),
        themes=tuple(thing_card(theme, site, parts) for theme in site.themes),
        regions=tuple(thing_card(region, site, parts) for region in site.regions),
        tools=tuple(thing_card(tool, site, parts) for tool in site.tools[:_TOOLS]),
        figures=_figures(site, frame),
        all_articles=frame.section_link(here, "articles", "Alle artikelen"),
        all_tools=frame.section_link(here, "tools", "Alle hulpmiddelen"),
        all_regions=frame.section_link(here, "regions", "Alle regio’s"),
        all_meetings=frame.section_link(here, "meetings", "Alle bijeenkomsten"),
        map=regions_map(site, parts),
    )


def text_pages(site: Site, frame: Frame) -> Iterator[Page]:
    """A page for each text about the site."""
    for page in site.pages:
        draw = partial(_text, page, site.today, frame)
        changed = known_change([page], site.today)
        yield Page(frame.addresses.of(page.key), "page.html", draw, page.path, changed)


def _text(page: InfoPage, today: date, frame: Frame) -> TextView:
    here = frame.at(frame.addresses.of(page.key))
    parts = frame.parts(here)
    return TextView(
        chrome=frame.chrome(
            here, page.title, description=page.summary, scripts=scripts_for(page.text)
        ),
        summary=page.lead,
        picture=parts.picture(page.picture),
        contents=contents(page.text),
        body=parts.body(page.text),
        contacts=parts.contacts(page, today),
        documents=tuple(parts.document(document) for document in page.documents),
        updated=date_view(page.updated),
    )


def redirect_pages(site: Site, frame: Frame) -> Iterator[Page]:
    """A page at each earlier address, which leads on to the present one."""
    for entry in site.entries:
        typed = map(earlier_address, entry.redirect_from)
        # One that is there twice, in other capitals perhaps, needs one page only.
        for address in {fold(file_of(one)): one for one in typed}.values():
            draw = partial(_redirect, address, entry, frame)
            yield Page(address, REDIRECT, draw, entry.path, shared=False)


def _redirect(address: str, entry: Entry, frame: Frame) -> RedirectView:
    here, target = frame.at(address), frame.at(frame.addresses.of(entry.key))
    chrome = frame.chrome(here, entry.title, shared=False)
    return RedirectView(chrome, here.to(target.address), target.canonical)


def not_found_page(site: Site, frame: Frame) -> Iterator[Page]:  # noqa: ARG001 - as all planners
    """The page for what is not found."""
    yield Page(NOT_FOUND, "404.html", partial(_not_found, frame), shared=False)


def _not_found(frame: Frame) -> LinksView:
    here = frame.at(NOT_FOUND)
    ways = tuple(frame.section_link(here, name) for name in frame.settings.sections)
    intro = "Deze pagina bestaat niet (meer). Misschien vindt u hier wat u zoekt."
    chrome = frame.chrome(here, "Niet gevonden", shared=False)
    return LinksView(chrome, intro, (("", ways),))


def _figures(site: Site, frame: Frame) -> tuple[Figure, ...]:
    """What there is on the site, as numbers that lead to it; zeros are left out."""
    here = frame.at("")
    reports = sum(1 for article in site.articles if article.takes_place)
    counts = (
        (len(site.koplopers), "koploper of initiatief", "koplopers en initiatieven", "koplopers"),
        (len(site.regions), "regio", "regio’s", "regions"),
        (reports, "bijeenkomst", "bijeenkomsten", "meetings"),
        (len(site.tools), "hulpmiddel", "hulpmiddelen", "tools"),
    )
    return tuple(
        Figure(
            wording.number(count), one if count == 1 else more, frame.section_link(here, to).href
        )
        for count, one, more, to in counts
        if count
    )
